#include "ticket_looks.h"

#include <QCoreApplication>

#include <smartqueue/presentation/words.h>

namespace smartqueue::pages {

using widgets::Icon;
using widgets::PillLook;
using widgets::PillStyle;
using widgets::Tone;

PillLook stateLook(TicketState state)
{
    const QString word = presentation::words::ticketState(state);
    switch (state) {
    case TicketState::waiting: return {Icon::clock, word, Tone::paused, PillStyle::filled};
    case TicketState::called: return {Icon::megaphone, word, Tone::accent, PillStyle::filled};
    case TicketState::serving: return {Icon::person, word, Tone::accent, PillStyle::filled};
    case TicketState::held: return {Icon::hourglass, word, Tone::warning, PillStyle::filled};
    case TicketState::completed: return {Icon::checkCircle, word, Tone::good, PillStyle::outlined};
    case TicketState::noShow: return {Icon::personX, word, Tone::neutral, PillStyle::outlined};
    case TicketState::abandoned: return {Icon::arrowRight, word, Tone::neutral, PillStyle::outlined};
    case TicketState::cancelled: return {Icon::xCircle, word, Tone::neutral, PillStyle::outlined};
    }
    return {};
}

PillLook endLook(LegEnd end)
{
    switch (end) {
    case LegEnd::open: return stateLook(TicketState::called);
    case LegEnd::completed: return stateLook(TicketState::completed);
    case LegEnd::noShow: return stateLook(TicketState::noShow);
    case LegEnd::abandoned: return stateLook(TicketState::abandoned);
    case LegEnd::cancelled: return stateLook(TicketState::cancelled);
    case LegEnd::transferred:
        return {Icon::transfer, QCoreApplication::translate("Desk", "Transferred"), Tone::neutral, PillStyle::outlined};
    case LegEnd::returned:
        return {Icon::undo, QCoreApplication::translate("Desk", "Returned"), Tone::neutral, PillStyle::outlined};
    }
    return {};
}

Icon channelIcon(const QString &channel)
{
    if (channel == QLatin1String("kiosk"))
        return Icon::printer;
    if (channel == QLatin1String("web"))
        return Icon::globe;
    if (channel == QLatin1String("app") || channel == QLatin1String("qr") || channel == QLatin1String("whatsapp")
        || channel == QLatin1String("phone"))
        return Icon::phone;
    return Icon::person;
}

} // namespace smartqueue::pages
