#include "height_keeper.h"

#include <algorithm>

#include <QEvent>
#include <QLayout>

namespace smartqueue::pages {

HeightKeeper::HeightKeeper(QDialog &dialog) : QObject(&dialog), m_dialog(dialog)
{
    dialog.installEventFilter(this);
}

bool HeightKeeper::eventFilter(QObject *watched, QEvent *event)
{
    const bool changes = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show || event->type() == QEvent::Resize;
    if (watched == &m_dialog && changes && m_dialog.layout()) {
        QLayout &layout = *m_dialog.layout();
        const int width = std::max(m_dialog.width(), m_dialog.minimumWidth());
        const int needed = layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalMinimumSize().height();
        if (needed != m_dialog.minimumHeight())
            m_dialog.setMinimumHeight(needed);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace smartqueue::pages
