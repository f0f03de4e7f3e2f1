#include "drop_ground.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

namespace {

QString fileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

DropGround::DropGround(QWidget *parent) : QFrame(parent)
{
    setAcceptDrops(true);
}

void DropGround::dragEnterEvent(QDragEnterEvent *event)
{
    if (fileIn(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void DropGround::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void DropGround::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    if (const QString path = fileIn(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT dropped(path);
    }
}

void DropGround::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const widgets::Tokens &t = widgets::tokens(this);
    QPen pen(m_over ? t.accent : t.border, 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_over ? t.accentSoft : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), widgets::metric::cardRadius, widgets::metric::cardRadius);
}

} // namespace smartqueue::pages
