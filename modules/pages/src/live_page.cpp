#include "smartqueue/pages/live_page.h"

#include <algorithm>

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/suggestion_text.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/kpi_strip.h>
#include <smartqueue/widgets/load_balance_bar.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/suggestion_row.h>
#include <smartqueue/widgets/text_label.h>

#include "tone_of.h"

namespace smartqueue::pages {

namespace {

using namespace presentation;

/// Open suggestions shown at once: a supervisor decides on one or two, not on a list.
constexpr int shownSuggestions = 2;
/// Decided ones that stay in sight, the newest first.
constexpr int shownDecided = 3;

} // namespace

LivePage::LivePage(Console &console, QWidget *parent) : Page(parent), m_console(console)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    m_content = new QWidget;
    scroll->setWidget(m_content);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(24, 16, 24, 24);
    m_column->setSpacing(16);
    m_skeleton = new widgets::Skeleton(5);
    m_empty = new widgets::EmptyState(widgets::Icon::building, tr("This branch has no queue yet."), tr("Set up the branch"));
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] { Q_EMIT navigateRequested(PageId::setup, {}); });
    m_figures = new widgets::KpiStrip;
    m_cards = new widgets::CardFlow;
    connect(m_cards, &widgets::CardFlow::cardActivated, this, [this](qint64 id) {
        const auto *queue = m_insights ? m_insights->snapshot->state.queue({id}) : nullptr;
        if (queue)
            Q_EMIT navigateRequested(PageId::tickets, QString::fromStdString(queue->config.name));
    });
    m_suggestionTitle = new widgets::TextLabel({}, widgets::TextSize::heading, QFont::Bold);
    m_noSuggestions = new widgets::TextLabel({}, widgets::TextSize::body, QFont::Normal, widgets::Ink::muted);
    m_noSuggestions->setWordWrap(true);
    m_suggestionColumn = new QVBoxLayout;
    m_suggestionColumn->setSpacing(12);
    m_column->addWidget(m_skeleton);
    m_column->addWidget(m_empty);
    m_column->addWidget(m_figures);
    m_column->addWidget(m_cards);
    m_column->addWidget(m_suggestionTitle);
    m_column->addWidget(m_noSuggestions);
    m_column->addLayout(m_suggestionColumn);
    m_column->addStretch(1);

    m_applyFirst = new QAction(this);
    m_applyFirst->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_applyFirst->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_applyFirst);
    connect(m_applyFirst, &QAction::triggered, this, [this] {
        if (!m_first.empty())
            apply(m_first);
    });

    retranslate();
    m_empty->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_figures), static_cast<QWidget *>(m_cards), static_cast<QWidget *>(m_suggestionTitle), static_cast<QWidget *>(m_noSuggestions)})
        part->hide();
    m_skeleton->begin();
    connect(&console.monitor(), &engine::Monitor::insightsChanged, this, &LivePage::show);
    if (const auto insights = console.monitor().insights())
        show(insights);
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
    return {m_applyFirst};
}

void LivePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_insights)
            show(m_insights);
    }
    Page::changeEvent(event);
}

void LivePage::retranslate()
{
    m_suggestionTitle->setText(tr("What would help now"));
    m_noSuggestions->setText(tr("Nothing needs to change: the work lies evenly enough."));
    m_applyFirst->setText(tr("Apply the first suggestion"));
    m_empty->setSentence(tr("This branch has no queue yet."));
    const int at = m_load ? m_column->indexOf(m_load) : m_column->count() - 1;
    delete m_load;
    m_load = new widgets::LoadBalanceBar(tr("Load balance"));
    m_column->insertWidget(at, m_load);
    m_load->setVisible(false);
}

void LivePage::show(const engine::SharedInsights &insights)
{
    const bool nameChanged = !m_insights || m_insights->snapshot->state.branch.name != insights->snapshot->state.branch.name;
    m_insights = insights;
    m_skeleton->end();
    m_skeleton->hide();
    const bool anyQueue = !insights->overview.queues.empty();
    m_empty->setVisible(!anyQueue);
    m_figures->setVisible(anyQueue);
    m_cards->setVisible(anyQueue);
    m_suggestionTitle->setVisible(anyQueue);
    m_load->setVisible(anyQueue);

    QList<widgets::Kpi> figures;
    for (const Figure &figure : branchFigures(*insights))
        figures.append({figure.label, figure.value, figure.beside, toneOf(figure.urgency)});
    m_figures->setKpis(figures);

    QList<widgets::HealthCardData> cards;
    for (const QueueCard &card : queueCards(*insights)) {
        widgets::HealthCardData data;
        data.id = card.id.value;
        data.name = card.name;
        data.statusTone = toneOf(card.urgency);
        data.statusWord = card.statusWord;
        data.waiting = card.waiting;
        data.waitingLabel = tr("waiting");
        data.etaLabel = tr("Est. wait");
        data.etaText = card.eta;
        data.sparkline = card.trend;
        data.target = card.target;
        data.slaText = card.onTime;
        data.countersText = card.counters;
        data.cause = card.cause;
        data.causeTone = toneOf(card.causeUrgency);
        cards.append(data);
    }
    m_cards->setCards(cards);
    showSuggestions(*insights);
    showLoad(*insights);
    if (nameChanged)
        Q_EMIT headerChanged();
}

widgets::SuggestionRow *LivePage::row(const SuggestionId &id)
{
    auto &known = m_rows[id];
    if (known)
        return known;
    known = new widgets::SuggestionRow;
    known->setDismissReasons({tr("Already arranged otherwise"), tr("The agent is needed here"), tr("Promised to a customer"), tr("Another reason")});
    known->setApplyKeys(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    connect(known, &widgets::SuggestionRow::applyRequested, this, [this, id] { apply(id); });
    connect(known, &widgets::SuggestionRow::undoRequested, this, &LivePage::undo);
    connect(known, &widgets::SuggestionRow::dismissRequested, this, [this, id](qint64, const QString &reason) { dismiss(id, reason); });
    return known;
}

void LivePage::showSuggestions(const engine::Insights &insights)
{
    const auto &state = insights.snapshot->state;
    std::vector<std::pair<SuggestionId, widgets::SuggestionRowData>> wanted;
    const auto open = openSuggestions(insights);
    Q_EMIT suggestionCountChanged(int(open.size()));
    m_first = open.isEmpty() ? SuggestionId() : open.first().id;
    m_noSuggestions->setVisible(open.isEmpty() && !insights.overview.queues.empty());
    for (const SuggestionText &text : open.mid(0, shownSuggestions)) {
        widgets::SuggestionRowData data;
        data.what = text.what;
        data.why = text.why;
        data.effect = text.effect;
        wanted.emplace_back(text.id, data);
    }
    int decidedShown = 0;
    for (auto decided = state.decided.rbegin(); decided != state.decided.rend() && decidedShown < shownDecided; ++decided) {
        const auto same = [&](const auto &item) { return item.first == decided->id; };
        if (decided->dismissed || std::any_of(wanted.begin(), wanted.end(), same))
            continue;
        ++decidedShown;
        widgets::SuggestionRowData data;
        data.what = decidedText(*decided, state);
        data.why = tr("Applied at %1").arg(words::timeOfDay(decided->at, insights.snapshot->zone));
        data.state = widgets::SuggestionState::applied;
        data.stateWord = decided->undone ? tr("Undone") : tr("Applied");
        data.canUndo = !decided->undone
            && std::any_of(state.undoable.begin(), state.undoable.end(), [&](const auto &record) {
                   return record.suggestion == decided->id && insights.snapshot->at - record.at <= limits::undoWindow;
               });
        wanted.emplace_back(decided->id, data);
    }

    for (auto known = m_rows.begin(); known != m_rows.end();) {
        const bool stays = std::any_of(wanted.begin(), wanted.end(), [&](const auto &item) { return item.first == known->first; });
        if (stays) {
            ++known;
        } else {
            known->second->deleteLater();
            m_suggestionColumn->removeWidget(known->second);
            known = m_rows.erase(known);
        }
    }
    int position = 0;
    for (const auto &[id, data] : wanted) {
        widgets::SuggestionRow *shown = row(id);
        if (m_suggestionColumn->indexOf(shown) != position) {
            m_suggestionColumn->removeWidget(shown);
            m_suggestionColumn->insertWidget(position, shown);
            shown->show();
        }
        shown->setData(data);
        ++position;
    }
}

void LivePage::showLoad(const engine::Insights &insights)
{
    using Status = analytics::LoadBalance::Status;
    using State = analytics::QueueLoad::State;
    widgets::LoadBalanceData data;
    data.scoreText = tr("%1 of 100").arg(qRound(insights.loadBalance.score));
    switch (insights.loadBalance.status) {
    case Status::optimal: data.sentence = tr("The work lies evenly."); break;
    case Status::needsBalancing: data.sentence = tr("Some queues carry more than others."); break;
    case Status::critical: data.sentence = tr("One queue carries far more than another."); break;
    }
    for (const auto &queue : insights.loadBalance.queues) {
        widgets::LoadBar bar;
        bar.name = QString::fromStdString(queue.name);
        bar.ratio = queue.ratio;
        bar.valueText = tr("%1 per agent").arg(words::number(queue.ratio, 1));
        bar.tone = queue.state == State::overloaded ? widgets::Tone::critical
            : queue.state == State::balanced        ? widgets::Tone::warning
                                                    : widgets::Tone::neutral;
        data.bars.append(bar);
    }
    m_load->setData(data);
}

void LivePage::apply(const SuggestionId &id)
{
    submit(m_console.engine(), ApplySuggestion{id, {}}, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(tr("Applied."), true);
        else
            Q_EMIT failed(answer.error());
    });
}

void LivePage::dismiss(const SuggestionId &id, const QString &reason)
{
    submit(m_console.engine(), DismissSuggestion{id, reason.toStdString()}, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(tr("Dismissed for today."), false);
        else
            Q_EMIT failed(answer.error());
    });
}

void LivePage::undo()
{
    submit(m_console.engine(), Undo{}, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(tr("Taken back."), false);
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace smartqueue::pages
