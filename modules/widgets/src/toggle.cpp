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
    return toggleSize({on_, off_});
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
    paintToggle(painter, rect(), isChecked(), isEnabled(), isChecked() ? on_ : off_, tokens(this), layoutDirection());
}

QSize toggleSize(const QStringList &words)
{
    const QFont font = textFont(TextSize::small, QFont::Bold);
    int widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, textWidth(font, word));
    return {scaled(36) + space::s + widest + 2, std::max({metric::minimumTarget, scaled(20) + 4, textHeight(font) + 6})};
}

void paintToggle(QPainter &painter, const QRectF &frame, bool on, bool enabled, const QString &word, const Tokens &t,
                 Qt::LayoutDirection direction)
{
    const qreal height = scaled(20);
    const QRectF track(frame.left(), frame.center().y() - height / 2, scaled(36), height);
    const QColor active = enabled ? t.accent : t.border;
    paintBox(painter, mirrored(track, frame, direction), height / 2, on ? active : t.alternate, on ? QColor() : t.border, 1.5);
    const qreal knob = height - 6;
    const QRectF thumb(on ? track.right() - knob - 3 : track.left() + 3, track.top() + 3, knob, knob);
    paintBox(painter, mirrored(thumb, frame, direction), knob / 2, on ? t.onAccent : t.border, QColor());
    painter.setLayoutDirection(direction);
    const QRectF words(track.right() + space::s, frame.top(), frame.right() - track.right() - space::s + 1, frame.height());
    paintText(painter, mirrored(words, frame, direction), word, textFont(TextSize::small, QFont::Bold), on && enabled ? t.text : t.muted);
}

} // namespace smartqueue::widgets
