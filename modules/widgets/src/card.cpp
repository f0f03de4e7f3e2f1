#include "smartqueue/widgets/card.h"

#include "smartqueue/widgets/paint.h"

#include <QPainterPath>
#include <QVBoxLayout>

namespace smartqueue::widgets {

void paintCard(QPainter &painter, const QRectF &box, const Tokens &table, std::optional<Tone> edge,
               Qt::LayoutDirection direction)
{
    paintBox(painter, box, metric::cardRadius, table.surface, QColor());
    if (edge) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath outline;
        outline.addRoundedRect(box, metric::cardRadius, metric::cardRadius);
        QPainterPath strip;
        strip.addRect(mirrored(QRectF(box.left(), box.top(), 4, box.height()), box, direction));
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColours(table, *edge).fill);
        painter.drawPath(outline.intersected(strip));
        painter.restore();
    }
    paintBox(painter, box, metric::cardRadius, QColor(), table.line);
    if (edge) {
        // The coloured edge lies over the border on its own side.
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath outline;
        outline.addRoundedRect(box, metric::cardRadius, metric::cardRadius);
        painter.setClipRect(mirrored(QRectF(box.left(), box.top(), 4, box.height()), box, direction));
        painter.fillPath(outline, toneColours(table, *edge).fill);
        painter.restore();
    }
}

Card::Card(QWidget *parent)
    : QWidget(parent)
    , column_(new QVBoxLayout(this))
{
    column_->setSpacing(space::s);
    setPadding(space::l);
}

void Card::setEdge(std::optional<Tone> tone)
{
    if (edge_ == tone)
        return;
    edge_ = tone;
    update();
}

void Card::setPadding(int pixels)
{
    column_->setContentsMargins(pixels, pixels, pixels, pixels);
}

void Card::setInset(bool inset)
{
    inset_ = inset;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    if (inset_)
        paintBox(painter, rect(), metric::cardRadius - 2, t.alternate, QColor());
    else
        paintCard(painter, rect(), t, edge_, layoutDirection());
}

} // namespace smartqueue::widgets
