#pragma once

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace smartqueue::pages {

/// The Menu key or Shift+F10. Not every system makes a context menu of them, and some make one besides the keys: see isByKeys().
inline bool asksForMenu(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Menu || (key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier);
}

/// The system's own context menu for those keys, which opened one already.
inline bool isByKeys(const QEvent &event)
{
    return event.type() == QEvent::ContextMenu && static_cast<const QContextMenuEvent &>(event).reason() == QContextMenuEvent::Keyboard;
}

} // namespace smartqueue::pages
