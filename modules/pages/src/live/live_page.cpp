#include "smartqueue/pages/live_page.h"

#include <algorithm>

#include <QEvent>
#include <QVBoxLayout>

#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/kpi_strip.h>
#include <smartqueue/widgets/load_balance_bar.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/suggestion_row.h>
#include <smartqueue/widgets/text_label.h>

#include "live_alerts.h"
#include "live_history.h"
#include "page_scroll.h"
#include "shown_keys.h"
#include "tone_of.h"

namespace smartqueue::pages {

namespace {

using namespace presentation;
using widgets::SuggestionRowData;
using widgets::SuggestionState;

/// Open suggestions shown at once: a supervisor decides on one or two, not on a list.
constexpr int shownSuggestions = 2;

} // namespace

LivePage::LivePage(Console &console, QWidget *parent) : Page(parent), m_console(console)
{
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(widgets::space::xl, widgets::space::l, widgets::space::xl, widgets::space::xl);
    m_skeleton = new widgets::Skeleton(8);
    m_column->addWidget(m_skeleton);
    m_column->addWidget(makeContent());
    m_column->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new PageScroll(inside));

    makeActions();
    retranslate();
    m_content->hide();
    m_skeleton->begin();
    connect(&console.monitor(), &engine::Monitor::insightsChanged, this, &LivePage::take);
    if (const auto insights = console.monitor().insights())
        take(insights);
    readTrend();
}

QWidget *LivePage::makeContent()
{
    m_content = new QWidget;
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(widgets::space::l);
    m_figures = new widgets::KpiStrip;
    m_cards = new widgets::CardFlow;
    m_alerts = new LiveAlerts(m_console.may(Permission::writeQueue));
    m_suggestionTitle = new widgets::TextLabel({}, widgets::TextSize::heading, QFont::Bold);
    m_more = new widgets::LinkButton;
    m_noSuggestions = new widgets::TextLabel({}, widgets::TextSize::body, QFont::Normal, widgets::Ink::muted);
    m_noSuggestions->setWordWrap(true);
    m_suggestionColumn = new QVBoxLayout;
    m_suggestionColumn->setSpacing(widgets::space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_suggestionTitle);
    head->addStretch();
    head->addWidget(m_more);
    auto *suggestions = new QVBoxLayout;
    suggestions->setSpacing(widgets::space::s);
    suggestions->addLayout(head);
    suggestions->addWidget(m_noSuggestions);
    suggestions->addLayout(m_suggestionColumn);
    m_history = new LiveHistory;
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(widgets::space::l);
    m_foot->addWidget(m_history, 1);
    rows->addWidget(m_figures);
    rows->addWidget(m_cards);
    rows->addWidget(m_alerts);
    rows->addLayout(suggestions);
    rows->addLayout(m_foot);

    connect(m_cards, &widgets::CardFlow::cardActivated, this,
            [this](qint64 queue) { Q_EMIT navigateRequested(PageId::tickets, qlonglong(queue)); });
    connect(m_alerts, &LiveAlerts::allRequested, this, [this] { Q_EMIT navigateRequested(PageId::alerts, {}); });
    connect(m_alerts, &LiveAlerts::acknowledgeRequested, this, &LivePage::acknowledge);
    connect(m_history, &LiveHistory::undoRequested, this, [this](const QString &id) { undo(id.toStdString()); });
    return m_content;
}

void LivePage::makeActions()
{
    m_apply = new QAction(this);
    m_apply->setObjectName(QStringLiteral("live.apply"));
    m_apply->setShortcut(Qt::CTRL | Qt::Key_Return);
    // Wherever the focus is, as long as the page is in front: the key stands on the button.
    m_apply->setShortcutContext(Qt::WindowShortcut);
    addAction(m_apply);
    connect(m_apply, &QAction::triggered, this, &LivePage::applyFocused);
    m_all = new QAction(this);
    m_all->setObjectName(QStringLiteral("live.all"));
    connect(m_all, &QAction::triggered, this, [this] {
        m_showAll = !m_showAll;
        showInsights();
    });
    connect(m_more, &QPushButton::clicked, m_all, &QAction::trigger);
}

void LivePage::readTrend()
{
    auto study = m_console.engine().study([now = m_console.now()](engine::HistoryReader &reader) { return waitingBefore(reader, now); });
    engine::whenDone(std::move(study), this, [this](const Result<WaitingTrend> &trend) {
        // Without it the line begins with what is seen from here on.
        if (!trend)
            return;
        m_before = *trend;
        showInsights();
    });
}

QString LivePage::title() const
{
    return tr("Live");
}

QString LivePage::subtitle() const
{
    return QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
}

QList<QAction *> LivePage::paletteActions() const
{
    return {m_apply, m_all};
}

void LivePage::setStale(bool stale)
{
    m_stale = stale;
    showInsights();
}

void LivePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void LivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showInsights();
}

void LivePage::retranslate()
{
    delete m_empty;
    m_empty = new widgets::EmptyState(widgets::Icon::building, tr("This branch has no queue yet."), tr("Set up the branch"));
    m_column->insertWidget(0, m_empty, 3);
    m_empty->hide();
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] { Q_EMIT navigateRequested(PageId::administration, {}); });
    m_suggestionTitle->setText(tr("What would help now"));
    m_apply->setText(tr("Apply the chosen suggestion, or the first"));
    m_all->setText(tr("Show all suggestions, or the first two"));
    m_alerts->retranslate();
    m_history->retranslate();
    delete m_load;
    m_load = new widgets::LoadBalanceBar(tr("Load balance"));
    m_foot->insertWidget(0, m_load, 1);
    for (const auto &[id, known] : m_rows)
        known.row->deleteLater();
    m_rows.clear();
    m_order.clear();
    showInsights();
    Q_EMIT headerChanged();
}

void LivePage::take(const engine::SharedInsights &insights)
{
    m_insights = insights;
    const QString name = QString::fromStdString(insights->snapshot->state.branch.name);
    if (name != m_branchName) {
        m_branchName = name;
        Q_EMIT headerChanged();
    }
    Q_EMIT suggestionCountChanged(int(openSuggestions(*insights).size()));
    if (isVisible())
        showInsights();
}

void LivePage::showInsights()
{
    if (!m_insights)
        return;
    m_skeleton->end();
    const bool anyQueue = !m_insights->overview.queues.empty();
    m_empty->setVisible(!anyQueue);
    m_content->setVisible(anyQueue);
    if (!anyQueue)
        return;
    QList<widgets::Kpi> figures;
    for (const Figure &figure : branchFigures(*m_insights))
        figures.append({figure.label, figure.value, figure.beside, m_stale ? widgets::Tone::neutral : toneOf(figure.urgency)});
    m_figures->setKpis(figures);
    showCards();
    m_alerts->show(*m_insights->snapshot);
    showSuggestions();
    showLoad();
    m_history->show(*m_insights->snapshot);
    orderFocus();
}

void LivePage::orderFocus()
{
    QList<QWidget *> stops;
    for (widgets::HealthCard *card : m_cards->cards())
        stops.append(card);
    stops += m_alerts->stops();
    stops.append(m_more);
    for (const SuggestionId &id : m_order)
        stops += m_rows.at(id).row->stops();
    stops += m_history->stops();
    if (stops == m_stops)
        return;
    m_stops = stops;
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
}

void LivePage::showCards()
{
    QList<widgets::HealthCardData> cards;
    for (const QueueCard &card : queueCards(*m_insights)) {
        widgets::HealthCardData data;
        data.id = card.id.value;
        data.name = card.name;
        data.statusTone = toneOf(card.urgency);
        data.statusWord = card.statusWord;
        data.waiting = card.waiting;
        data.waitingLabel = tr("waiting");
        data.etaLabel = tr("Est. wait");
        data.etaText = card.eta;
        const auto before = m_before.find(card.id);
        const auto since = m_insights->waitingTrend.find(card.id);
        const std::vector<int> none;
        const auto trend = joinedTrend(before == m_before.end() ? none : before->second,
                                       since == m_insights->waitingTrend.end() ? none : since->second);
        data.sparkline = QList<double>(trend.begin(), trend.end());
        data.target = card.target;
        data.slaText = card.onTime;
        data.countersText = card.counters;
        data.cause = card.cause;
        data.causeTone = toneOf(card.causeUrgency);
        data.stale = m_stale;
        cards.append(data);
    }
    m_cards->setCards(cards);
}

bool LivePage::isHeld() const
{
    const QWidget *focused = focusWidget();
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &known) {
        const widgets::SuggestionRow *row = known.second.row;
        return row->underMouse() || (focused && focused->hasFocus() && row->isAncestorOf(focused));
    });
}

LivePage::Suggested &LivePage::rowOf(const SuggestionId &id)
{
    Suggested &known = m_rows[id];
    if (known.row)
        return known;
    known.row = new widgets::SuggestionRow;
    known.row->setDismissReasons({tr("Already arranged otherwise"), tr("The agent is needed here"), tr("Promised to a customer"), tr("Another reason")});
    connect(known.row, &widgets::SuggestionRow::applyRequested, this, [this, id] { apply(id); });
    connect(known.row, &widgets::SuggestionRow::undoRequested, this, [this, id] { undo(id); });
    connect(known.row, &widgets::SuggestionRow::dismissRequested, this, [this, id](qint64, const QString &reason) { dismiss(id, reason); });
    return known;
}

std::vector<std::pair<SuggestionId, SuggestionRowData>> LivePage::wantedRows()
{
    const engine::BranchSnapshot &snapshot = *m_insights->snapshot;
    std::vector<std::pair<SuggestionId, SuggestionRowData>> wanted;
    const bool mayDecide = m_console.may(Permission::manageQueue);
    // What was just applied keeps its row while it can be taken back; after that it is history.
    for (const auto &decided : snapshot.state.decided) {
        if (decided.dismissed || decided.undone || !undoOfSuggestion(snapshot, decided.id, snapshot.at))
            continue;
        SuggestionRowData data;
        data.what = decidedText(decided, snapshot.state);
        data.why = tr("Applied at %1").arg(words::timeOfDay(decided.at, snapshot.zone));
        data.state = SuggestionState::applied;
        data.quiet = decided.action && decided.action->kind == SuggestionKind::discipline;
        data.stateWord = tr("Applied");
        data.canUndo = mayDecide;
        wanted.emplace_back(decided.id, data);
    }
    const auto open = openSuggestions(*m_insights);
    const auto placeOf = [&](const SuggestionId &id) { return std::find(m_order.begin(), m_order.end(), id) - m_order.begin(); };
    const auto stands = [&](const SuggestionId &id) { return std::find(m_order.begin(), m_order.end(), id) != m_order.end(); };
    const bool held = isHeld();
    auto offered = open;
    if (held)
        std::stable_partition(offered.begin(), offered.end(), [&](const SuggestionText &text) { return stands(text.id); });
    if (!m_showAll)
        offered = offered.mid(0, shownSuggestions);
    const auto isThere = [&](const SuggestionId &id) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const auto &item) { return item.first == id; });
    };
    for (const SuggestionText &text : std::as_const(offered)) {
        if (isThere(text.id))
            continue;
        SuggestionRowData data;
        data.what = text.what;
        data.why = text.why;
        data.effect = text.effect;
        data.quiet = text.isAdvice;
        data.toldOnly = !mayDecide;
        data.state = m_stale ? SuggestionState::expired : SuggestionState::open;
        data.stateWord = m_stale ? tr("Not live") : QString();
        wanted.emplace_back(text.id, data);
    }
    // What stands keeps its place, yet advice makes room for what presses, unless someone is about to press a button.
    std::stable_sort(wanted.begin(), wanted.end(), [&](const auto &a, const auto &b) {
        if (!held && a.second.quiet != b.second.quiet)
            return b.second.quiet;
        return placeOf(a.first) < placeOf(b.first);
    });
    m_noSuggestions->setText(tr("Nothing needs to change: the work lies evenly enough."));
    m_noSuggestions->setVisible(wanted.empty());
    m_more->setText(m_showAll ? tr("Show the first two") : tr("Show all %n", nullptr, int(open.size())));
    m_more->setVisible(open.size() > shownSuggestions);
    return wanted;
}

void LivePage::showSuggestions()
{
    const auto wanted = wantedRows();
    for (auto known = m_rows.begin(); known != m_rows.end();) {
        if (std::any_of(wanted.begin(), wanted.end(), [&](const auto &item) { return item.first == known->first; })) {
            ++known;
            continue;
        }
        m_suggestionColumn->removeWidget(known->second.row);
        known->second.row->hide();
        known->second.row->deleteLater();
        known = m_rows.erase(known);
        m_stops.clear();
    }
    m_order.clear();
    bool firstOpen = true;
    for (const auto &[id, data] : wanted) {
        Suggested &suggested = rowOf(id);
        const int place = int(m_order.size());
        if (m_suggestionColumn->indexOf(suggested.row) != place) {
            m_suggestionColumn->removeWidget(suggested.row);
            m_suggestionColumn->insertWidget(place, suggested.row);
        }
        suggested.open = data.state == SuggestionState::open && !data.toldOnly;
        if (suggested.row->data() != data)
            suggested.row->setData(data);
        suggested.row->setApplyKeys(suggested.open && firstOpen ? shownKeys(m_apply) : QString());
        firstOpen = firstOpen && !suggested.open;
        suggested.row->show();
        m_order.push_back(id);
    }
    m_apply->setEnabled(!firstOpen);
}

void LivePage::showLoad()
{
    using Status = analytics::LoadBalance::Status;
    using State = analytics::QueueLoad::State;
    widgets::LoadBalanceData data;
    data.scoreText = tr("%1 of 100").arg(qRound(m_insights->loadBalance.score));
    switch (m_insights->loadBalance.status) {
    case Status::optimal: data.sentence = tr("The work lies evenly."); break;
    case Status::needsBalancing: data.sentence = tr("Some queues carry more than others."); break;
    case Status::critical: data.sentence = tr("One queue carries far more than another."); break;
    }
    data.attentionMark = analytics::underloadedBelow;
    data.crisisMark = analytics::overloadedAbove;
    for (const auto &queue : m_insights->loadBalance.queues) {
        widgets::LoadBar bar;
        bar.name = QString::fromStdString(queue.name);
        bar.ratio = queue.ratio;
        bar.valueText = tr("%1 per agent").arg(words::number(queue.ratio, 1));
        // Balanced is as it should be: only too much calls for someone.
        bar.tone = queue.state == State::overloaded && !m_stale ? widgets::Tone::critical : widgets::Tone::neutral;
        data.bars.append(bar);
    }
    m_load->setData(data);
}

void LivePage::applyFocused()
{
    const auto isOpen = [this](const SuggestionId &id) { return m_rows.at(id).open; };
    const QWidget *focused = focusWidget();
    auto chosen = std::find_if(m_order.begin(), m_order.end(), [&](const SuggestionId &id) {
        return isOpen(id) && focused && m_rows.at(id).row->isAncestorOf(focused);
    });
    if (chosen == m_order.end())
        chosen = std::find_if(m_order.begin(), m_order.end(), isOpen);
    if (chosen != m_order.end())
        apply(*chosen);
}

void LivePage::apply(const SuggestionId &id)
{
    const auto open = openSuggestions(*m_insights);
    const auto text = std::find_if(open.begin(), open.end(), [&](const SuggestionText &item) { return item.id == id; });
    submitFor(ApplySuggestion{id, {}}, text == open.end() ? tr("Applied.") : tr("Applied: %1", "what").arg(text->what), Undoable::yes);
}

void LivePage::dismiss(const SuggestionId &id, const QString &reason)
{
    submitFor(DismissSuggestion{id, reason.toStdString()}, tr("Dismissed for today."), Undoable::no);
}

void LivePage::undo(const SuggestionId &id)
{
    const auto command = undoOfSuggestion(*m_console.engine().snapshot(), id, m_console.now());
    if (command)
        submitFor(*command, tr("Taken back."), Undoable::no);
    else
        Q_EMIT failed(command.error());
}

void LivePage::acknowledge(AlertId alert)
{
    submitFor(AcknowledgeAlert{alert}, tr("Acknowledged."), Undoable::no);
}

void LivePage::submitFor(CommandBody body, const QString &done, Undoable undoable)
{
    submit(m_console.engine(), std::move(body), AgentId{}, this, [this, done, undoable](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(done, undoable == Undoable::yes ? answer->sequence : 0);
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace smartqueue::pages
