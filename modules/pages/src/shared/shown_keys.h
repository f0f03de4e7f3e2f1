#pragma once

#include <QAction>

namespace smartqueue::pages {

/// The keys bound to the act now, as people read them; empty without any, or without an act.
inline QString shownKeys(const QAction *act)
{
    return act ? act->shortcut().toString(QKeySequence::NativeText) : QString();
}

} // namespace smartqueue::pages
