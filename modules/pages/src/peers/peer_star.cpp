#include "peer_star.h"

#include <algorithm>
#include <array>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/paint.h>

#include "peer_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PeerFacts;
using presentation::PeerStanding;

namespace {

constexpr int nodeWidth = 168;
constexpr int leastNodeWidth = 132;
constexpr int padding = 12;

/// Column and row of each place, both −1, 0 or 1; the sides are taken last, so that the legend keeps its room for long.
constexpr std::array<std::pair<int, int>, PeerStar::mostAround> places{
    {{0, -1}, {0, 1}, {-1, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, 0}, {1, 0}}};
constexpr int withoutSides = 6;

QPen lineOf(PeerStanding standing, const Tokens &t)
{
    QPen pen(toneColours(t, toneOf(standing)).fill, 2);
    if (standing == PeerStanding::offline)
        pen.setDashPattern({2, 2});
    else if (standing == PeerStanding::unknown)
        pen.setDashPattern({1, 3});
    else if (standing != PeerStanding::inStep)
        pen.setDashPattern({5, 3});
    return pen;
}

/// What stands on the line.
PillLook pillOf(const PeerFacts &peer)
{
    const bool hasFigure = peer.standing == PeerStanding::inStep || peer.standing == PeerStanding::behind;
    const QString figure = presentation::behindWords(peer);
    const QString word = hasFigure && peer.lag ? figure : presentation::standingWord(peer.standing);
    return {iconOf(peer.standing), word, toneOf(peer.standing), peer.standing == PeerStanding::inStep ? PillStyle::outlined : PillStyle::filled};
}

QString entryWords(const PeerFacts &peer)
{
    QStringList parts;
    if (peer.last > 0)
        parts << PeerStar::tr("#%1", "entry of the log").arg(QLocale().toString(qlonglong(peer.last)));
    if (!peer.version.isEmpty())
        parts << PeerStar::tr("v%1", "version").arg(peer.version);
    return parts.isEmpty() ? presentation::standingWord(peer.standing) : parts.join(QStringLiteral(" · "));
}

} // namespace

PeerStar::PeerStar(QWidget *parent) : PaintedWidget(QAccessible::Graphic, parent)
{
    setObjectName(QStringLiteral("peerStar"));
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::card);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PeerStar::show(std::vector<PeerFacts> peers)
{
    m_host.reset();
    m_others.clear();
    for (PeerFacts &peer : peers) {
        if (peer.standing == PeerStanding::revoked)
            continue;
        if (peer.isHost)
            m_host = std::move(peer);
        else
            m_others.push_back(std::move(peer));
    }
    if (around() > mostAround)
        m_others.resize(mostAround);
    describe();
    updateGeometry();
    update();
}

void PeerStar::setCurrent(const DeviceId &device)
{
    if (m_current == device)
        return;
    m_current = device;
    announceValue();
    update();
}

void PeerStar::retranslate()
{
    describe();
    update();
}

void PeerStar::describe()
{
    QStringList parts{tr("Picture of the branch")};
    if (m_host)
        parts << words(*m_host);
    for (const PeerFacts &peer : m_others)
        parts << words(peer);
    setAccessibleName(parts.join(QStringLiteral("; ")));
}

QString PeerStar::words(const PeerFacts &peer) const
{
    return tr("%1: %2, %3", "desktop, role, state").arg(peer.name, presentation::roleWord(peer), presentation::standingWord(peer.standing));
}

QString PeerStar::accessibleValue() const
{
    if (m_host && m_host->device == m_current)
        return words(*m_host);
    const auto found = std::find_if(m_others.begin(), m_others.end(), [this](const PeerFacts &peer) { return peer.device == m_current; });
    return found == m_others.end() ? QString() : words(*found);
}

QSize PeerStar::minimumSizeHint() const
{
    return {scaled(3 * leastNodeWidth + 48), scaled(276)};
}

QSize PeerStar::sizeHint() const
{
    return {scaled(624), minimumSizeHint().height()};
}

QSizeF PeerStar::nodeSize() const
{
    const qreal width = std::clamp((this->width() - scaled(96)) / 3.0, qreal(scaled(leastNodeWidth)), qreal(scaled(nodeWidth)));
    const qreal lines = textHeight(textFont(TextSize::body, QFont::Bold)) + 2 * textHeight(textFont(TextSize::small));
    return {width, lines + 2 * 6};
}

QRectF PeerStar::hostBox() const
{
    QSizeF size = nodeSize();
    size.setHeight(size.height() - textHeight(textFont(TextSize::small)) + 8);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QRectF PeerStar::boxOf(int index) const
{
    const auto [column, row] = places[std::size_t(index)];
    const QSizeF size = nodeSize();
    // The mark of the chosen one stands outside of its box.
    const qreal across = std::min((width() - size.width()) / 2 - 5, qreal(scaled(300)));
    const qreal down = (height() - size.height()) / 2 - 5;
    const QPointF centre(width() / 2.0 + column * across, height() / 2.0 + row * down);
    return mirrored(QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size), rect(), layoutDirection());
}

void PeerStar::paintLine(QPainter &painter, const PeerFacts &peer, const QRectF &box) const
{
    const Tokens &t = tokens(this);
    const QLineF line(hostBox().center(), box.center());
    painter.setPen(lineOf(peer.standing, t));
    painter.drawLine(line);
    // Half way between the two edges, where nothing else stands.
    const qreal hostHalf = hostBox().height() / 2;
    const qreal nodeHalf = box.height() / 2;
    const qreal down = std::abs(line.dy());
    const bool isBeside = down < 1;
    const qreal from = isBeside ? hostBox().width() / 2 / line.length() : hostHalf / down;
    const qreal to = isBeside ? 1 - box.width() / 2 / line.length() : 1 - nodeHalf / down;
    const QPointF middle = line.pointAt((from + to) / 2);
    const PillLook look = pillOf(peer);
    const QSizeF size = pillSize(look);
    const QRectF place(middle - QPointF(size.width() / 2, size.height() / 2), size);
    paintBox(painter, place, size.height() / 2, t.surface, QColor());
    paintPill(painter, place, look, t, layoutDirection());
}

void PeerStar::paintNode(QPainter &painter, const PeerFacts &peer, const QRectF &box) const
{
    const Tokens &t = tokens(this);
    const ToneColours tone = toneColours(t, toneOf(peer.standing));
    const bool isWell = peer.standing == PeerStanding::inStep;
    painter.setBrush(t.surface);
    QPen edge(isWell ? t.border : tone.fill, isWell ? 1 : 2);
    if (peer.standing == PeerStanding::offline)
        edge.setDashPattern({4, 3});
    painter.setPen(edge);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8);
    if (peer.device == m_current)
        paintBox(painter, box.adjusted(-3, -3, 3, 3), 10, QColor(), t.accent, 2);

    const qreal tile = scaled(28);
    const QRectF picture = mirrored(QRectF(box.left() + padding - 2, box.center().y() - tile / 2, tile, tile), box, layoutDirection());
    paintBox(painter, picture, metric::controlRadius, isWell ? t.alternate : tone.soft, QColor());
    paintIcon(painter, QRectF(picture.center() - QPointF(scaled(8), scaled(8)), QSizeF(scaled(16), scaled(16))), Icon::monitor, isWell ? t.text : tone.text);

    const QFont bold = textFont(TextSize::body, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    const qreal left = box.left() + padding - 2 + tile + 8;
    qreal top = box.top() + 6;
    const auto line = [&](const QString &text, const QFont &font, const QColor &ink) {
        const qreal height = textHeight(font);
        paintText(painter, mirrored(QRectF(left, top, box.right() - left - 6, height), box, layoutDirection()), text, font, ink);
        top += height;
    };
    line(peer.name, bold, t.text);
    line(peer.isHere ? tr("This desktop") : presentation::roleWord(peer), small, t.muted);
    line(entryWords(peer), small, t.muted);
}

void PeerStar::paintHost(QPainter &painter, const QRectF &box) const
{
    const Tokens &t = tokens(this);
    if (!m_host)
        return;
    const bool isWell = m_host->standing == PeerStanding::inStep;
    const ToneColours tone = toneColours(t, toneOf(m_host->standing));
    paintBox(painter, box, 8, isWell ? t.accent : t.surface, QColor());
    if (!isWell) {
        QPen edge(tone.fill, 2);
        edge.setDashPattern({4, 3});
        painter.setPen(edge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8);
    }
    if (m_host->device == m_current)
        paintBox(painter, box.adjusted(-3, -3, 3, 3), 10, QColor(), t.accent, 2);
    const QColor ink = isWell ? t.onAccent : t.text;
    const qreal side = scaled(20);
    paintIcon(painter, mirrored(QRectF(box.left() + padding, box.center().y() - side / 2, side, side), box, layoutDirection()), isWell ? Icon::star : Icon::xCircle,
              isWell ? ink : tone.text);
    const QFont bold = textFont(TextSize::heading, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    const qreal left = box.left() + padding + side + 10;
    const qreal heights = textHeight(bold) + textHeight(small);
    const qreal top = box.center().y() - heights / 2;
    const auto place = [&](qreal y, qreal height) { return mirrored(QRectF(left, y, box.right() - left - 6, height), box, layoutDirection()); };
    paintText(painter, place(top, textHeight(bold)), m_host->name, bold, ink);
    const QString entry = !isWell ? tr("Host · does not answer")
        : m_host->isHere     ? tr("Host, here · #%1").arg(QLocale().toString(qlonglong(m_host->last)))
                             : tr("Host · #%1").arg(QLocale().toString(qlonglong(m_host->last)));
    paintText(painter, place(top + textHeight(bold), textHeight(small)), entry, small, ink);
}

void PeerStar::paintLegend(QPainter &painter) const
{
    if (around() > withoutSides)
        return;
    const Tokens &t = tokens(this);
    const QFont small = textFont(TextSize::small);
    const qreal height = textHeight(small) + 4;
    const qreal room = hostBox().left() - scaled(70);
    const std::pair<PeerStanding, QString> lines[]{{PeerStanding::inStep, presentation::standingWord(PeerStanding::inStep)},
                                                   {PeerStanding::behind, presentation::standingWord(PeerStanding::behind)},
                                                   {PeerStanding::offline, presentation::standingWord(PeerStanding::offline)}};
    qreal top = hostBox().center().y() - height * 1.5;
    for (const auto &[standing, word] : lines) {
        const auto place = [&](const QRectF &box) { return mirrored(box, rect(), layoutDirection()); };
        const QRectF stroke = place(QRectF(4, top + height / 2, scaled(26), 0.1));
        painter.setPen(lineOf(standing, t));
        painter.drawLine(stroke.topLeft(), stroke.topRight());
        paintText(painter, place(QRectF(4 + scaled(34), top, std::max(room, 20.0), height)), word, small, t.muted);
        top += height;
    }
}

void PeerStar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    paintLegend(painter);
    for (int i = 0; i < around(); ++i)
        paintLine(painter, m_others[std::size_t(i)], boxOf(i));
    for (int i = 0; i < around(); ++i)
        paintNode(painter, m_others[std::size_t(i)], boxOf(i));
    paintHost(painter, hostBox());
}

void PeerStar::choose(const DeviceId &device)
{
    if (device.empty() || device == m_current)
        return;
    setCurrent(device);
    Q_EMIT chosen(device);
}

void PeerStar::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return PaintedWidget::keyPressEvent(event);
    std::vector<DeviceId> all;
    if (m_host)
        all.push_back(m_host->device);
    for (const PeerFacts &peer : m_others)
        all.push_back(peer.device);
    if (all.empty())
        return;
    const auto now = std::find(all.begin(), all.end(), m_current);
    const auto at = now == all.end() ? (step > 0 ? -1 : 0) : now - all.begin();
    const auto count = std::ptrdiff_t(all.size());
    choose(all[std::size_t((at + step + count) % count)]);
}

void PeerStar::mousePressEvent(QMouseEvent *event)
{
    PaintedWidget::mousePressEvent(event);
    const QPointF at = event->position();
    if (m_host && hostBox().contains(at))
        return choose(m_host->device);
    for (int i = 0; i < around(); ++i) {
        if (boxOf(i).contains(at))
            return choose(m_others[std::size_t(i)].device);
    }
}

} // namespace smartqueue::pages
