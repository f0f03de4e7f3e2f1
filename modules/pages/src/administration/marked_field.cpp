#include "marked_field.h"

#include <QEvent>
#include <QPainter>

#include <smartqueue/widgets/paint.h>

namespace smartqueue::pages {

using namespace widgets;

namespace {

constexpr int inset = 10;

} // namespace

MarkedField::MarkedField(Icon glyph, QWidget *parent) : QLineEdit(parent), m_glyph(glyph)
{
    arrange();
}

void MarkedField::setMark(Icon mark, Tone tone)
{
    m_mark = mark;
    m_tone = tone;
    update();
}

void MarkedField::arrange()
{
    const int room = scaled(16) + inset + 2;
    setTextMargins(room, 0, room, 0);
}

void MarkedField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void MarkedField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const qreal side = scaled(16);
    const qreal top = (height() - side) / 2;
    paintIcon(painter, mirrored(QRectF(inset, top, side, side), rect(), layoutDirection()), m_glyph, t.muted);
    if (m_mark != Icon::none) {
        paintIcon(painter, mirrored(QRectF(width() - inset - side, top, side, side), rect(), layoutDirection()), m_mark,
                  m_tone == Tone::neutral ? t.muted : toneColours(t, m_tone).text);
    }
}

} // namespace smartqueue::pages
