#include "recorder_cards.h"

#include <QEvent>
#include <QLocale>
#include <QMouseEvent>

#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/paint.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::CounterWords;
using presentation::HappeningWords;

namespace {

/// Between two cards of a grid.
constexpr int gap = space::s;

int lineHeight(TextSize size)
{
    return textHeight(textFont(size));
}

Icon iconOf(CounterWords::Doing doing)
{
    switch (doing) {
    case CounterWords::Doing::calling:
        return Icon::megaphone;
    case CounterWords::Doing::serving:
        return Icon::person;
    case CounterWords::Doing::free:
        return Icon::checkCircle;
    case CounterWords::Doing::paused:
        return Icon::coffee;
    case CounterWords::Doing::closed:
        return Icon::pauseCircle;
    }
    return Icon::none;
}

Icon iconOf(HappeningWords::Kind kind)
{
    switch (kind) {
    case HappeningWords::Kind::arrival:
        return Icon::ticket;
    case HappeningWords::Kind::call:
        return Icon::megaphone;
    case HappeningWords::Kind::service:
        return Icon::person;
    case HappeningWords::Kind::done:
        return Icon::check;
    case HappeningWords::Kind::hold:
        return Icon::hourglass;
    case HappeningWords::Kind::leave:
        return Icon::personX;
    case HappeningWords::Kind::agent:
        return Icon::headset;
    case HappeningWords::Kind::alert:
        return Icon::bell;
    case HappeningWords::Kind::suggestion:
        return Icon::lightbulb;
    case HappeningWords::Kind::undo:
        return Icon::undo;
    case HappeningWords::Kind::setup:
        return Icon::sliders;
    }
    return Icon::none;
}

} // namespace

RecorderQueueCard::RecorderQueueCard(QWidget *parent) : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecorderQueueCard::setFacts(const RecorderQueueFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setAccessibleName(QStringList{facts.name, facts.status, QLocale().toString(facts.waiting) + QLatin1Char(' ') + facts.waitingWord,
                                  facts.wait, facts.onTime}.join(QStringLiteral(", ")));
    update();
}

QSize RecorderQueueCard::sizeHint() const
{
    const int pill = pillSize({Icon::check, QStringLiteral("X"), Tone::good, PillStyle::filled}).height();
    return {scaled(332), std::max(scaled(84), 8 + pill + lineHeight(TextSize::body) + lineHeight(TextSize::small) + 16)};
}

QSize RecorderQueueCard::minimumSizeHint() const
{
    return {scaled(240), sizeHint().height()};
}

void RecorderQueueCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    paintCard(painter, frame, t, m_facts.tone, direction);

    const PillLook pill{m_facts.tone == Tone::critical ? Icon::xCircle
                            : m_facts.tone == Tone::warning ? Icon::warningTriangle
                            : m_facts.tone == Tone::good    ? Icon::checkCircle
                                                            : Icon::pauseCircle,
                        m_facts.status, m_facts.tone, PillStyle::filled};
    const QSize pillBox = pillSize(pill);
    const qreal right = frame.width() - 12;
    const QRectF head(20, 8, right - 20, pillBox.height());
    paintPill(painter, place(QRectF(right - pillBox.width(), head.top(), pillBox.width(), pillBox.height())), pill, t, direction);
    paintText(painter, place(head.adjusted(0, 0, -pillBox.width() - 8, 0)), m_facts.name, textFont(TextSize::body, QFont::DemiBold), t.text);

    const QRectF body(20, head.bottom() + 1, right - 20, frame.height() - head.bottom() - 7);
    const QFont big = textFont(TextSize::display, QFont::Bold);
    const QString count = QLocale().toString(m_facts.waiting);
    const qreal countWidth = textWidth(big, count) + 1;
    paintText(painter, place(QRectF(body.left(), body.top(), countWidth, body.height())), count, big, t.text);
    const QFont small = textFont(TextSize::small);
    const qreal wordLeft = body.left() + countWidth + 8;
    const qreal sideWidth = std::max(textWidth(textFont(TextSize::body, QFont::Bold), m_facts.wait), textWidth(small, m_facts.onTime)) + 2;
    const qreal half = body.height() / 2;
    paintText(painter, place(QRectF(wordLeft, body.top() + 3, std::max<qreal>(0, right - sideWidth - 8 - wordLeft), body.height())), m_facts.waitingWord,
              small, t.muted);
    const QRectF side(right - sideWidth, body.top(), sideWidth, half);
    paintText(painter, place(side), m_facts.wait, textFont(TextSize::body, QFont::Bold), t.text, Qt::AlignTrailing | Qt::AlignVCenter);
    paintText(painter, place(side.translated(0, half - 1)), m_facts.onTime, small, t.muted, Qt::AlignTrailing | Qt::AlignVCenter);
}

RecorderCounterCard::RecorderCounterCard(QWidget *parent) : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecorderCounterCard::setFacts(const CounterWords &facts)
{
    m_facts = facts;
    setAccessibleName(QStringList{facts.counter, facts.agent, facts.doing}.join(QStringLiteral(", ")));
    update();
}

QSize RecorderCounterCard::sizeHint() const
{
    return {scaled(160), std::max(scaled(50), lineHeight(TextSize::body) + lineHeight(TextSize::small) + 12)};
}

QSize RecorderCounterCard::minimumSizeHint() const
{
    return {scaled(130), sizeHint().height()};
}

void RecorderCounterCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    const bool closed = m_facts.state == CounterWords::Doing::closed;
    if (m_facts.current)
        paintBox(painter, frame, metric::controlRadius, t.accentSoft, t.accent, 2);
    else
        paintBox(painter, frame, metric::controlRadius, closed ? QColor() : t.surface, t.line);

    // "3" stands large; a name such as "Window B" is written like the rest.
    const bool isShort = m_facts.counter.size() <= 2;
    const QFont big = textFont(isShort ? TextSize::title : TextSize::small, QFont::Bold);
    const qreal numberWidth = std::min<qreal>(frame.width() / 3, std::max(scaled(16), textWidth(big, m_facts.counter) + 1));
    paintText(painter, place(QRectF(12, 0, numberWidth, frame.height())), m_facts.counter, big, m_facts.current ? t.accent : t.muted);
    const qreal left = 12 + numberWidth + 12;
    const qreal half = frame.height() / 2;
    const QString name = m_facts.agent.isEmpty() ? m_facts.doing : m_facts.agent;
    if (m_facts.agent.isEmpty()) {
        paintText(painter, place(QRectF(left, 0, frame.width() - left - 8, frame.height())), name, textFont(TextSize::body, QFont::DemiBold), t.muted);
        return;
    }
    paintText(painter, place(QRectF(left, 6, frame.width() - left - 8, half - 6)), name, textFont(TextSize::body, QFont::DemiBold), t.text);
    const QColor ink = m_facts.current ? t.accent : t.muted;
    const int glyph = scaled(14);
    const QRectF row(left, half, frame.width() - left - 8, half - 6);
    paintIcon(painter, place(QRectF(left, row.center().y() - glyph / 2.0, glyph, glyph)), iconOf(m_facts.state), ink);
    paintText(painter, place(row.adjusted(glyph + 6, 0, 0, 0)), m_facts.doing, textFont(TextSize::small), ink);
}

RecorderEvents::RecorderEvents(QWidget *parent) : PaintedWidget(QAccessible::List, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int RecorderEvents::rowHeight() const
{
    return std::max(scaled(24), lineHeight(TextSize::small) + 8);
}

void RecorderEvents::setEvents(const QList<HappeningWords> &events)
{
    m_events = events;
    QStringList words;
    for (const HappeningWords &event : events)
        words.append(event.time + QLatin1Char(' ') + event.sentence);
    setAccessibleName(words.join(QStringLiteral("; ")));
    update();
}

QSize RecorderEvents::sizeHint() const
{
    return {scaled(400), 3 * rowHeight() + 10};
}

QSize RecorderEvents::minimumSizeHint() const
{
    return {scaled(240), sizeHint().height()};
}

void RecorderEvents::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    paintCard(painter, frame, t, std::nullopt, direction);
    qreal top = 5;
    const qreal timeWidth = textWidth(textFont(TextSize::small, QFont::Bold), QStringLiteral("00:00:00")) + 4;
    for (const HappeningWords &event : std::as_const(m_events)) {
        const QRectF row(6, top, frame.width() - 12, rowHeight());
        if (event.current)
            paintBox(painter, place(row), metric::controlRadius, t.accentSoft, QColor());
        const QColor ink = event.current ? t.accent : t.text;
        const QFont font = textFont(TextSize::small, event.current ? QFont::Bold : QFont::Normal);
        paintText(painter, place(QRectF(16, row.top(), timeWidth, row.height())), event.time, font, event.current ? t.accent : t.muted);
        const int glyph = scaled(14);
        const qreal iconLeft = 16 + timeWidth + 20;
        paintIcon(painter, place(QRectF(iconLeft, row.center().y() - glyph / 2.0, glyph, glyph)), iconOf(event.kind), event.current ? t.accent : t.muted);
        const qreal left = iconLeft + glyph + 16;
        paintText(painter, place(QRectF(left, row.top(), row.right() - left - 6, row.height())), event.sentence, font, ink);
        top += rowHeight();
    }
}

void RecorderEvents::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = (int(event->position().y()) - 5) / rowHeight();
    if (row >= 0 && row < m_events.size())
        Q_EMIT momentRequested(m_events.at(row).at);
}

RecorderRules::RecorderRules(QWidget *parent) : PaintedWidget(QAccessible::List, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int RecorderRules::rowHeight() const
{
    return std::max(scaled(48), lineHeight(TextSize::body) + lineHeight(TextSize::small) + 14);
}

int RecorderRules::headHeight() const
{
    return std::max(scaled(28), lineHeight(TextSize::body) + 8);
}

void RecorderRules::setRules(const presentation::WhyWords &words, const QString &heading)
{
    m_words = words;
    m_heading = heading;
    QStringList said;
    for (const auto &rule : words.rules)
        said.append(QStringLiteral("%1: %2. %3 %4 %5, %6 %7 %8").arg(rule.name, rule.verdict, words.firstNumber, rule.first, rule.firstNote,
                                                                     words.secondNumber, rule.second, rule.secondNote));
    setAccessibleName(heading + QStringLiteral(": ") + said.join(QStringLiteral("; ")));
    setVisible(!words.rules.isEmpty());
    updateGeometry();
    update();
}

QSize RecorderRules::sizeHint() const
{
    return {scaled(312), headHeight() + rowHeight() * int(m_words.rules.size())};
}

QSize RecorderRules::minimumSizeHint() const
{
    return {scaled(260), sizeHint().height()};
}

void RecorderRules::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    const QFont body = textFont(TextSize::body, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    qreal column = std::max(textWidth(body, m_words.firstNumber), textWidth(body, m_words.secondNumber));
    for (const auto &rule : std::as_const(m_words.rules)) {
        column = std::max<qreal>({column, qreal(textWidth(body, rule.first)), qreal(textWidth(body, rule.second)),
                                  qreal(textWidth(small, rule.firstNote)), qreal(textWidth(small, rule.secondNote))});
    }
    // The names of the rules keep at least a third.
    column = std::min(column + 12, frame.width() * 0.33);
    const qreal edge = 8;
    const QRectF second(frame.width() - column - edge, 0, column, headHeight());
    const QRectF first = second.translated(-column, 0);
    const auto trailing = Qt::AlignTrailing | Qt::AlignVCenter;
    paintText(painter, place(QRectF(edge, 0, first.left() - edge, headHeight())), m_heading, textFont(TextSize::small), t.muted);
    paintText(painter, place(first), m_words.firstNumber, textFont(TextSize::body, QFont::Bold), t.text, trailing);
    paintText(painter, place(second), m_words.secondNumber, textFont(TextSize::body, QFont::Bold), t.text, trailing);

    qreal top = headHeight();
    for (int i = 0; i < m_words.rules.size(); ++i) {
        const auto &rule = m_words.rules.at(i);
        const QRectF row(0, top, frame.width(), rowHeight() - 2);
        if (rule.decided)
            paintBox(painter, place(row), metric::controlRadius, t.accentSoft, QColor());
        else if (i + 1 < m_words.rules.size() && !m_words.rules.at(i + 1).decided)
            painter.fillRect(place(QRectF(edge, row.bottom() + 1, frame.width() - 2 * edge, 1)), t.line);
        const qreal upper = row.top() + 5;
        const qreal upperHeight = lineHeight(TextSize::body) + 2;
        const qreal lower = upper + upperHeight;
        const qreal lowerHeight = lineHeight(TextSize::small) + 2;
        const QColor strong = rule.decided ? t.accent : t.text;
        const auto weight = rule.decided ? QFont::Bold : QFont::Normal;
        const qreal nameWidth = frame.width() - 2 * edge - 2 * column - 4;
        paintText(painter, place(QRectF(edge, upper, nameWidth, upperHeight)), QLocale().toString(i + 1) + QStringLiteral("  ") + rule.name,
                  textFont(TextSize::body, weight), strong);
        qreal verdictLeft = edge;
        if (rule.decided) {
            const int glyph = scaled(13);
            paintIcon(painter, place(QRectF(edge, lower + (lowerHeight - glyph) / 2, glyph, glyph)), Icon::check, t.accent);
            verdictLeft += glyph + 5;
        }
        paintText(painter, place(QRectF(verdictLeft, lower, nameWidth - (verdictLeft - edge), lowerHeight)), rule.verdict,
                  textFont(TextSize::small, weight), rule.decided ? t.accent : t.muted);
        const auto value = [&](const QRectF &where, const QString &text, const QString &note, bool winner) {
            paintText(painter, place(QRectF(where.left(), upper, where.width(), upperHeight)), text, textFont(TextSize::body, winner ? QFont::Bold : QFont::Normal),
                      winner ? t.accent : t.text, trailing);
            paintText(painter, place(QRectF(where.left(), lower, where.width(), lowerHeight)), note, textFont(TextSize::small), t.muted, trailing);
        };
        value(first, rule.first, rule.firstNote, rule.decided);
        value(second, rule.second, rule.secondNote, false);
        top += rowHeight();
    }
}

RecorderGrid::RecorderGrid(int leastWidth, QWidget *parent) : QWidget(parent), m_leastWidth(leastWidth)
{
    // A fixed height would be that of the hint, however many rows the width makes of the cards.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RecorderGrid::setCards(const QList<QWidget *> &cards)
{
    m_cards = cards;
    for (QWidget *card : std::as_const(m_cards)) {
        card->setParent(this);
        card->show();
    }
    updateGeometry();
    arrange();
}

int RecorderGrid::columns(int width) const
{
    return std::clamp((width + gap) / (scaled(m_leastWidth) + gap), 1, std::max(1, int(m_cards.size())));
}

int RecorderGrid::cardHeight() const
{
    return m_cards.isEmpty() ? 0 : m_cards.first()->sizeHint().height();
}

int RecorderGrid::heightForWidth(int width) const
{
    const int across = columns(width);
    const int rows = (int(m_cards.size()) + across - 1) / across;
    return rows == 0 ? 0 : rows * cardHeight() + (rows - 1) * gap;
}

QSize RecorderGrid::sizeHint() const
{
    const int wide = std::max(width(), 2 * scaled(m_leastWidth) + gap);
    return {wide, heightForWidth(wide)};
}

QSize RecorderGrid::minimumSizeHint() const
{
    return {scaled(m_leastWidth), 0};
}

void RecorderGrid::arrange()
{
    const int across = columns(width());
    const double wide = double(width() - (across - 1) * gap) / across;
    for (int i = 0; i < m_cards.size(); ++i) {
        const int column = i % across;
        QRectF box(column * (wide + gap), (i / across) * (cardHeight() + gap), wide, cardHeight());
        m_cards.at(i)->setGeometry(mirrored(box, QRectF(rect()), layoutDirection()).toRect());
    }
}

void RecorderGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

void RecorderGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::ApplicationFontChange)
        arrange();
}

} // namespace smartqueue::pages
