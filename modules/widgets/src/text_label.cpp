#include "smartqueue/widgets/text_label.h"

#include <QEvent>

namespace smartqueue::widgets {

TextLabel::TextLabel(const QString &text, TextSize size, QFont::Weight weight, Ink ink, QWidget *parent)
    : QLabel(text, parent)
    , size_(size)
    , weight_(weight)
    , ink_(ink)
{
    setTextFormat(Qt::PlainText);
    refresh();
}

void TextLabel::setInk(Ink ink)
{
    ink_ = ink;
    refresh();
}

void TextLabel::setStep(TextSize size, QFont::Weight weight)
{
    size_ = size;
    weight_ = weight;
    refresh();
}

void TextLabel::refresh()
{
    const QFont wanted = textFont(size_, weight_);
    if (font() != wanted)
        setFont(wanted);
    const Tokens &t = tokens(this);
    QColor colour = t.text;
    switch (ink_) {
    case Ink::text:
        break;
    case Ink::muted:
        colour = t.muted;
        break;
    case Ink::accent:
        colour = t.accent;
        break;
    case Ink::good:
        colour = t.good.text;
        break;
    case Ink::warning:
        colour = t.warning.text;
        break;
    case Ink::critical:
        colour = t.critical.text;
        break;
    }
    if (palette().color(QPalette::WindowText) != colour) {
        QPalette own;
        own.setColor(QPalette::WindowText, colour);
        setPalette(own);
    }
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        refresh();
}

Divider::Divider(Qt::Orientation orientation, QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(orientation == Qt::Horizontal ? QFrame::HLine : QFrame::VLine);
    setFrameShadow(QFrame::Plain);
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

} // namespace smartqueue::widgets
