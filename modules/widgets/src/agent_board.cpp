#include "smartqueue/widgets/agent_board.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace smartqueue::widgets {

AgentBoard::AgentBoard(QWidget *parent) : PaintedWidget(QAccessible::List, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    // The chip in front shows the focus.
    setRingShape(this, RingShape::none);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleDescription(tr("Space picks up, Up and Down choose, Enter drops, Esc returns"));
}

void AgentBoard::changeEvent(QEvent *event)
{
    PaintedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleDescription(tr("Space picks up, Up and Down choose, Enter drops, Esc returns"));
}

void AgentBoard::setZones(const QList<BoardZone> &zones)
{
    if (zones_ == zones)
        return;
    const qint64 target = target_ >= 0 ? zones_.at(target_).id : 0;
    zones_ = zones;
    target_ = target ? indexOf(target) : -1;
    if (carried_ && (find(carried_).zone < 0 || target_ < 0))
        putBack();
    if (find(current_).zone < 0)
        current_ = 0;
    updateGeometry();
    update();
}

AgentBoard::At AgentBoard::find(qint64 agent) const
{
    for (int zone = 0; agent && zone < zones_.size(); ++zone) {
        const QList<BoardAgent> &agents = zones_.at(zone).agents;
        for (int i = 0; i < agents.size(); ++i) {
            if (agents.at(i).id == agent)
                return {zone, i};
        }
    }
    return {};
}

int AgentBoard::indexOf(qint64 zone) const
{
    const auto found = std::find_if(zones_.begin(), zones_.end(), [zone](const BoardZone &each) { return each.id == zone; });
    return found == zones_.end() ? -1 : int(found - zones_.begin());
}

QString AgentBoard::refusal() const
{
    const At at = find(carried_);
    if (at.zone < 0 || target_ < 0 || target_ == at.zone)
        return {};
    const BoardAgent &agent = zones_.at(at.zone).agents.at(at.agent);
    if (zones_.at(target_).closed)
        return tr("nobody can be put here");
    return agent.refusals.value(zones_.at(target_).id);
}

QString AgentBoard::accessibleValue() const
{
    const At at = find(carried_ ? carried_ : current_);
    if (at.zone < 0)
        return {};
    const BoardAgent &agent = zones_.at(at.zone).agents.at(at.agent);
    if (carried_)
        return tr("%1, carried to %2").arg(agent.name, nameOf(target_));
    const QString place = tr("%1, %2", "agent, queue").arg(agent.name, nameOf(at.zone));
    return agent.note.isEmpty() ? place : QStringLiteral("%1, %2").arg(place, agent.note);
}

void AgentBoard::say(const QString &text)
{
    announce(this, text);
    Q_EMIT announced(text);
}

void AgentBoard::handle(const QString &announcement)
{
    say(announcement);
    announceValue();
    updateGeometry();
    update();
}

void AgentBoard::setCurrent(qint64 agent)
{
    current_ = agent;
    announceValue();
    update();
}

void AgentBoard::step(int by)
{
    QList<qint64> all;
    for (const BoardZone &zone : std::as_const(zones_)) {
        for (const BoardAgent &agent : zone.agents)
            all.append(agent.id);
    }
    if (all.isEmpty())
        return;
    const int now = int(all.indexOf(current_));
    setCurrent(all.at(std::clamp(now < 0 ? 0 : now + by, 0, int(all.size()) - 1)));
}

void AgentBoard::pickUp()
{
    const At at = find(current_);
    if (at.zone < 0)
        return step(1);
    carried_ = current_;
    target_ = at.zone;
    handle(tr("%1 picked up. Up and Down choose the queue, Enter drops, Esc returns.").arg(zones_.at(at.zone).agents.at(at.agent).name));
}

void AgentBoard::aim(int zone)
{
    if (zone < 0 || zone >= zones_.size() || zone == target_)
        return;
    target_ = zone;
    const QString reason = refusal();
    handle(reason.isEmpty() ? tr("Over %1").arg(nameOf(zone)) : tr("Over %1: %2", "queue, why not").arg(nameOf(zone), reason));
}

void AgentBoard::drop()
{
    const At at = find(carried_);
    const QString reason = refusal();
    if (!reason.isEmpty())
        return say(reason);
    const qint64 agent = carried_;
    const int target = target_;
    carried_ = 0;
    target_ = -1;
    byMouse_ = false;
    const QString name = zones_.at(at.zone).agents.at(at.agent).name;
    handle(at.zone == target ? tr("%1 stays").arg(name) : tr("%1 dropped on %2").arg(name, nameOf(target)));
    if (at.zone != target)
        Q_EMIT moveRequested(agent, zones_.at(target).id);
}

void AgentBoard::putBack()
{
    carried_ = 0;
    target_ = -1;
    byMouse_ = false;
    unsetCursor();
    handle(tr("Put back"));
}

bool AgentBoard::event(QEvent *event)
{
    // Esc and Enter mean the chip in the hand, whatever the window does with them otherwise.
    if (event->type() == QEvent::ShortcutOverride && carried_) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return PaintedWidget::event(event);
}

void AgentBoard::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return PaintedWidget::keyPressEvent(event);
    const bool back = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    switch (event->key()) {
    case Qt::Key_Up:
        return carried_ ? aim(target_ - 1) : step(-1);
    case Qt::Key_Down:
        return carried_ ? aim(target_ + 1) : step(1);
    case Qt::Key_Left:
    case Qt::Key_Right:
        return carried_ ? void() : step(back ? -1 : 1);
    case Qt::Key_Home:
        return carried_ ? aim(0) : step(-1'000'000);
    case Qt::Key_End:
        return carried_ ? aim(int(zones_.size()) - 1) : step(1'000'000);
    case Qt::Key_Space:
        return carried_ ? drop() : pickUp();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (carried_)
            return drop();
        break;
    case Qt::Key_Escape:
        if (carried_)
            return putBack();
        break;
    default: break;
    }
    PaintedWidget::keyPressEvent(event);
}

void AgentBoard::mousePressEvent(QMouseEvent *event)
{
    if (carried_)
        return;
    for (const BoardZone &zone : std::as_const(zones_)) {
        for (const BoardAgent &agent : zone.agents) {
            if (!chipRect(agent.id).contains(event->position()))
                continue;
            pressed_ = agent.id;
            pressedAt_ = event->position();
            return setCurrent(agent.id);
        }
    }
}

void AgentBoard::mouseMoveEvent(QMouseEvent *event)
{
    hand_ = event->position();
    const QList<Place> places = arranged(width());
    if (pressed_ && !carried_ && (hand_ - pressedAt_).manhattanLength() >= QApplication::startDragDistance()) {
        byMouse_ = true;
        setCursor(Qt::ClosedHandCursor);
        pickUp();
    }
    if (!byMouse_) {
        const bool overChip = std::any_of(places.begin(), places.end(), [&](const Place &place) {
            return std::any_of(place.pieces.begin(), place.pieces.end(),
                               [&](const Piece &piece) { return piece.look == Look::chip && piece.box.contains(hand_); });
        });
        overChip ? setCursor(Qt::OpenHandCursor) : unsetCursor();
        return;
    }
    for (int zone = 0; zone < places.size(); ++zone) {
        if (places.at(zone).box.contains(hand_))
            aim(zone);
    }
    update();
}

void AgentBoard::mouseReleaseEvent(QMouseEvent *)
{
    pressed_ = 0;
    if (!byMouse_)
        return;
    byMouse_ = false;
    unsetCursor();
    refusal().isEmpty() ? drop() : putBack();
}

void AgentBoard::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    if (!current_)
        step(1);
    update();
}

void AgentBoard::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    if (carried_)
        putBack();
    update();
}

} // namespace smartqueue::widgets
