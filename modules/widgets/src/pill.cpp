#include "smartqueue/widgets/freshness_chip.h"
#include "smartqueue/widgets/key_cap.h"
#include "smartqueue/widgets/pill.h"

#include "smartqueue/widgets/console_style.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace smartqueue::widgets {

Pill::Pill(QWidget *parent)
    : Pill(QAccessible::StaticText, parent)
{
}

Pill::Pill(QAccessible::Role role, QWidget *parent)
    : PaintedWidget(role, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Pill::Pill(const PillLook &look, QWidget *parent)
    : Pill(parent)
{
    setLook(look);
}

void Pill::setLook(const PillLook &look)
{
    if (look_.icon == look.icon && look_.text == look.text && look_.tone == look.tone && look_.style == look.style)
        return;
    look_ = look;
    setAccessibleName(look.text);
    updateGeometry();
    update();
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), look_, tokens(this), layoutDirection());
}

PillButton::PillButton(QWidget *parent)
    : Pill(QAccessible::Button, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setRingShape(this, RingShape::pill);
}

void PillButton::setLook(const PillLook &look, const QString &sentence)
{
    Pill::setLook(look);
    setAccessibleName(sentence);
    setToolTip(sentence);
}

void PillButton::press()
{
    Q_EMIT pressed();
}

void PillButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        press();
    else
        Pill::keyPressEvent(event);
}

void PillButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        press();
    Pill::mouseReleaseEvent(event);
}

KeyCap::KeyCap(const QString &keys, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
}

void KeyCap::setKeys(const QString &keys)
{
    keys_ = keys;
    setAccessibleName(keys);
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(keys_);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    paintKeyCap(painter, rect(), keys_, t.muted, t.border);
}

FreshnessChip::FreshnessChip(QWidget *parent)
    : Pill(parent)
{
}

void FreshnessChip::setFreshness(Freshness freshness, const QString &words)
{
    freshness_ = freshness;
    PillLook look;
    look.text = words;
    switch (freshness) {
    case Freshness::live:
        look.icon = Icon::broadcast;
        look.tone = Tone::good;
        break;
    case Freshness::stale:
        look.icon = Icon::clock;
        look.tone = Tone::paused;
        break;
    case Freshness::offline:
        look.icon = Icon::offline;
        look.tone = Tone::warning;
        break;
    case Freshness::replay:
        look.icon = Icon::history;
        look.tone = Tone::accent;
        break;
    }
    setLook(look);
}

} // namespace smartqueue::widgets
