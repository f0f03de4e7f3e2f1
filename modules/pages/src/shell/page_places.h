#pragma once

#include <QString>

#include <smartqueue/pages/page.h>
#include <smartqueue/widgets/icons.h>

/// Where the pages stand in the sidebar.
namespace smartqueue::pages {

/// The page's name as an identifier: in the sidebar, in the palette, and as the scope of its keys.
inline QString placeOf(PageId page)
{
    return QStringLiteral("page/%1").arg(int(page));
}

/// Now: what happens; understand: the past; run: people and setting up.
inline int groupOf(PageId page)
{
    switch (page) {
    case PageId::forecast:
    case PageId::recorder: return 1;
    case PageId::agents:
    case PageId::administration: return 2;
    default: return 0;
    }
}

inline widgets::Icon iconOf(PageId page)
{
    switch (page) {
    case PageId::live: return widgets::Icon::live;
    case PageId::alerts: return widgets::Icon::bell;
    case PageId::desk: return widgets::Icon::headset;
    case PageId::tickets: return widgets::Icon::ticket;
    case PageId::forecast: return widgets::Icon::trend;
    case PageId::recorder: return widgets::Icon::history;
    case PageId::agents: return widgets::Icon::people;
    case PageId::administration: return widgets::Icon::sliders;
    }
    return widgets::Icon::none;
}

} // namespace smartqueue::pages
