#include "smartqueue/widgets/toggle.h"

#include "smartqueue/widgets/paint.h"

#include <QEvent>
#include <algorithm>

namespace smartqueue::widgets {

Toggle::Toggle(const QString &name, const QString &onWord, const QString &offWord, QWidget *parent)
    : QAbstractButton(parent)
    , on_(onWord)
    , off_(offWord)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(name);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Toggle::sizeHint() const
{
    const QFont font = textFont(TextSize::small, QFont::Bold);
    return {scaled(36) + space::s + std::max(textWidth(font, on_), textWidth(font, off_)) + 2,
            std::max({metric::minimumTarget, scaled(20) + 4, textHeight(font) + 6})};
}

void Toggle::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void Toggle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const qreal height = scaled(20);
    const bool on = isChecked();
    const QRectF track(0, frame.center().y() - height / 2, scaled(36), height);
    const QRectF place = mirrored(track, frame, layoutDirection());
    const QColor active = isEnabled() ? t.accent : t.border;
    paintBox(painter, place, height / 2, on ? active : t.alternate, on ? QColor() : t.border, 1.5);
    const qreal knob = height - 6;
    const QRectF thumb(on ? track.right() - knob - 3 : track.left() + 3, track.top() + 3, knob, knob);
    paintBox(painter, mirrored(thumb, frame, layoutDirection()), knob / 2, on ? t.onAccent : t.border, QColor());
    painter.setLayoutDirection(layoutDirection());
    const QRectF words(track.right() + space::s, 0, frame.width() - track.right() - space::s + 1, frame.height());
    paintText(painter, mirrored(words, frame, layoutDirection()), on ? on_ : off_,
              textFont(TextSize::small, QFont::Bold), on && isEnabled() ? t.text : t.muted);
}

} // namespace smartqueue::widgets
