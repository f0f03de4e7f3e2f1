#include "smartqueue/widgets/agent_board.h"

#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

constexpr int padding = space::m;

int headHeight()
{
    return std::max(textHeight(textFont(TextSize::body, QFont::DemiBold)), textHeight(textFont(TextSize::small))) + space::xs;
}

int chipHeight()
{
    return std::max(metric::compactRow, textHeight(textFont(TextSize::body)) + space::s);
}

int avatar()
{
    return chipHeight() - space::s;
}

int chipWidth(const QString &name)
{
    return space::xs + avatar() + space::s + textWidth(textFont(TextSize::body), name) + 1 + space::m;
}

QPen dashed(const QColor &colour, qreal width)
{
    QPen pen(colour, width);
    pen.setDashPattern({4, 3});
    return pen;
}

} // namespace

QList<AgentBoard::Piece> AgentBoard::piecesOf(int zone) const
{
    QList<Piece> pieces;
    const qint64 id = zones_.at(zone).id;
    for (const BoardAgent &agent : zones_.at(zone).agents)
        pieces.append({{}, agent, agent.id == carried_ && target_ != zone ? Look::ghost : Look::chip});
    for (int other = 0; other < zones_.size(); ++other) {
        for (const BoardAgent &agent : zones_.at(other).agents) {
            if (agent.id == carried_ && target_ == zone && other != zone && refusal().isEmpty())
                pieces.append({{}, agent, Look::slot});
            else if (other != zone && agent.home == id)
                pieces.append({{}, agent, Look::ghost});
        }
    }
    return pieces;
}

AgentBoard::Place AgentBoard::arrangedZone(int zone, int width, qreal top) const
{
    Place place;
    place.head = QRectF(padding, top + space::s, width - 2 * padding, headHeight());
    place.pieces = piecesOf(zone);
    qreal x = padding;
    qreal y = place.head.bottom() + space::xs;
    for (Piece &piece : place.pieces) {
        const qreal wide = std::min<qreal>(chipWidth(piece.agent.name), width - 2 * padding);
        if (x > padding && x + wide > width - padding) {
            x = padding;
            y += chipHeight() + space::s;
        }
        piece.box = QRectF(x, y, wide, chipHeight());
        x += wide + space::s;
    }
    QStringList notes;
    for (const BoardAgent &agent : zones_.at(zone).agents) {
        if (!agent.note.isEmpty())
            notes.append(tr("%1 %2", "agent, on a break").arg(agent.name, agent.note));
    }
    if (carried_ && target_ == zone && !refusal().isEmpty())
        notes = {refusal()};
    place.note = notes.join(QStringLiteral(" · "));
    y += chipHeight();
    if (!place.note.isEmpty()) {
        place.noteAt = QPointF(padding, y + space::xs);
        y += space::xs + textHeight(textFont(TextSize::small));
    }
    place.box = QRectF(0.5, top + 0.5, width - 1, y + space::s - top - 1);
    return place;
}

QList<AgentBoard::Place> AgentBoard::arranged(int width) const
{
    QList<Place> places;
    qreal top = 0;
    for (int zone = 0; zone < zones_.size(); ++zone) {
        places.append(arrangedZone(zone, width, top));
        top = places.last().box.bottom() + space::s;
    }
    for (Place &place : places) {
        const QRectF frame(0, 0, width, top);
        place.head = mirrored(place.head, frame, layoutDirection());
        for (Piece &piece : place.pieces)
            piece.box = mirrored(piece.box, frame, layoutDirection());
    }
    return places;
}

int AgentBoard::heightForWidth(int width) const
{
    const QList<Place> places = arranged(width);
    return places.isEmpty() ? 0 : int(std::ceil(places.last().box.bottom() + 1));
}

QSize AgentBoard::minimumSizeHint() const
{
    int wide = scaled(160);
    for (const BoardZone &zone : zones_)
        wide = std::max(wide, textWidth(textFont(TextSize::small), zone.note) + textWidth(textFont(TextSize::body), QStringLiteral("mmmm")) + 3 * padding);
    return {wide, 0};
}

QSize AgentBoard::sizeHint() const
{
    const int wide = std::max(scaled(268), minimumSizeHint().width());
    return {wide, heightForWidth(wide)};
}

QRectF AgentBoard::chipRect(qint64 agent) const
{
    for (const Place &place : arranged(width())) {
        for (const Piece &piece : place.pieces) {
            if (piece.agent.id == agent && piece.look == Look::chip)
                return piece.box;
        }
    }
    return {};
}

QRectF AgentBoard::zoneRect(qint64 zone) const
{
    return arranged(width()).value(indexOf(zone)).box;
}

void AgentBoard::paintPiece(QPainter &painter, const Piece &piece, const Tokens &t) const
{
    const qreal radius = piece.box.height() / 2;
    const QRectF edge = piece.box.adjusted(0.5, 0.5, -0.5, -0.5);
    const QRectF face = mirrored(QRectF(piece.box.left() + space::xs, piece.box.center().y() - avatar() / 2.0, avatar(), avatar()), piece.box, layoutDirection());
    const QRectF name = mirrored(piece.box.adjusted(space::xs + avatar() + space::s, 0, -space::s, 0), piece.box, layoutDirection());
    const QFont body = textFont(TextSize::body);
    if (piece.look == Look::ghost) {
        painter.setPen(dashed(t.border, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(edge, radius, radius);
        return paintText(painter, name, piece.agent.name, body, t.muted);
    }
    if (piece.look == Look::slot && byMouse_) {
        painter.setPen(dashed(t.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(edge, radius, radius);
        return;
    }
    const bool inHand = piece.look == Look::slot || piece.agent.id == carried_;
    paintBox(painter, piece.box, radius, inHand ? t.accentSoft : t.surface, inHand ? t.accent : t.border, inHand ? 2 : 1);
    paintBox(painter, face, face.height() / 2, inHand ? t.surface : t.accentSoft, QColor());
    paintText(painter, face, piece.agent.name.left(1).toUpper(), textFont(TextSize::small, QFont::Bold), t.accent, Qt::AlignCenter);
    paintText(painter, name, piece.agent.name, body, t.text);
    if (piece.agent.id == current_ && hasFocus() && !byMouse_)
        paintFocusRing(painter, piece.box, radius, t);
}

void AgentBoard::paintZone(QPainter &painter, const Place &place, int zone, const Tokens &t) const
{
    const BoardZone &facts = zones_.at(zone);
    const bool isTarget = carried_ && target_ == zone;
    const bool isRefused = isTarget && !refusal().isEmpty();
    painter.setPen(isTarget ? dashed(isRefused ? t.warning.text : t.accent, 2) : QPen(t.line, 1));
    painter.setBrush(isTarget ? (isRefused ? t.warning.soft : t.accentSoft) : t.background);
    const qreal inset = isTarget ? 0.5 : 0;
    painter.drawRoundedRect(place.box.adjusted(inset, inset, -inset, -inset), metric::controlRadius, metric::controlRadius);
    const QFont small = textFont(TextSize::small, facts.changed ? QFont::Bold : QFont::Normal);
    const qreal wide = textWidth(small, facts.note) + 1;
    const QRectF note = mirrored(QRectF(place.head.right() - wide, place.head.top(), wide, place.head.height()), place.head, layoutDirection());
    const QRectF name = mirrored(place.head.adjusted(0, 0, -wide - space::s, 0), place.head, layoutDirection());
    paintText(painter, name, facts.name, textFont(TextSize::body, QFont::DemiBold), isTarget && !isRefused ? t.accent : t.text);
    paintText(painter, note, facts.note, small, facts.changed ? t.accent : t.muted);
    for (const Piece &piece : place.pieces)
        paintPiece(painter, piece, t);
    if (!place.note.isEmpty()) {
        const QRectF line(padding, place.noteAt.y(), width() - 2 * padding, textHeight(textFont(TextSize::small)));
        paintText(painter, line, place.note, textFont(TextSize::small), isRefused ? t.warning.text : t.muted);
    }
}

void AgentBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const Tokens &t = tokens(this);
    const QList<Place> places = arranged(width());
    for (int zone = 0; zone < places.size(); ++zone)
        paintZone(painter, places.at(zone), zone, t);
    const At at = find(carried_);
    if (!byMouse_ || at.zone < 0)
        return;
    const BoardAgent &agent = zones_.at(at.zone).agents.at(at.agent);
    const qreal wide = chipWidth(agent.name);
    const QRectF box(std::clamp<qreal>(hand_.x() - wide / 2, 1, std::max<qreal>(1, width() - wide - 1)), hand_.y() - chipHeight() / 2.0, wide, chipHeight());
    paintPiece(painter, {box, agent, Look::chip}, t);
}

} // namespace smartqueue::widgets
