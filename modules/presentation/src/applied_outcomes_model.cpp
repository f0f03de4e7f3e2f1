#include "smartqueue/presentation/applied_outcomes_model.h"

#include <algorithm>
#include <chrono>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/past_tickets.h>
#include <smartqueue/engine/when_done.h>

#include "suggestion_price.h"

namespace smartqueue::presentation {

namespace {

constexpr auto pace = std::chrono::minutes(1);
/// As many as a page lists.
constexpr std::size_t shownOutcomes = 5;

/// Those that are judged.
std::vector<AppliedSuggestion> standingOf(const queueing::BranchState &state)
{
    std::vector<AppliedSuggestion> applied = appliedSuggestions(state);
    std::erase_if(applied, [](const AppliedSuggestion &each) { return each.isUndone; });
    return applied;
}

Result<AppliedOutcomesModel::Outcomes> lookedBack(engine::HistoryReader &reader, const AppliedOutcomesModel::Question &question)
{
    const queueing::BranchState &state = question.snapshot->state;
    AppliedOutcomesModel::Outcomes found{question.past, {}};
    // Of each only what was known before it is read.
    if (const auto applied = standingOf(state); !found.past || (!applied.empty() && found.past->readAt < applied.back().at)) {
        auto tickets = engine::pastTickets(reader, question.now);
        SQ_CHECK(tickets);
        found.past = std::make_shared<const PastOfBranch>(PastOfBranch{std::move(*tickets), question.now});
    }
    OutcomeQuestion asked{state, question.snapshot->zone, question.now, found.past->tickets};
    asked.most = shownOutcomes;
    asked.progress = [cancelled = question.cancelled](double) { return !*cancelled; };
    auto outcomes = outcomesOf(reader, asked);
    SQ_CHECK(outcomes);
    found.outcomes = std::move(*outcomes);
    return found;
}

AppliedOutcomesModel::Study inPoolOf(engine::Engine &engine)
{
    return [&engine](const AppliedOutcomesModel::Question &question) {
        return engine.study([question](engine::HistoryReader &reader) { return lookedBack(reader, question); });
    };
}

} // namespace

AppliedOutcomesModel::AppliedOutcomesModel(engine::Engine &engine, QObject *parent) : AppliedOutcomesModel(engine, inPoolOf(engine), parent) {}

AppliedOutcomesModel::AppliedOutcomesModel(engine::Engine &engine, Study study, QObject *parent)
    : QObject(parent), m_engine(engine), m_study(std::move(study))
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &AppliedOutcomesModel::look);
    connect(&engine, &engine::Engine::snapshotChanged, this, &AppliedOutcomesModel::lookIfDue);
}

AppliedOutcomesModel::~AppliedOutcomesModel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void AppliedOutcomesModel::setWatching(bool watching)
{
    m_watching = watching;
    lookIfDue();
}

void AppliedOutcomesModel::lookIfDue()
{
    if (!m_pace.isActive())
        look();
}

void AppliedOutcomesModel::look()
{
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    if (!m_watching || standingOf(snapshot->state).empty())
        return;
    // It runs on while nobody watches: whoever comes and goes does not look more often.
    m_pace.start();
    if (m_cancelled)
        return;
    const Instant now = std::max(m_engine.clock().now(), snapshot->state.at);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    engine::whenDone(m_study({snapshot, m_past, now, m_cancelled}), this, [this](Result<Outcomes> found) {
        m_cancelled.reset();
        // Without an answer the one before stands.
        if (!found)
            return;
        m_past = found->past;
        m_outcomes = std::move(found->outcomes);
        Q_EMIT changed();
    });
}

QString AppliedOutcomesModel::wordsOf(const SuggestionId &id, Instant at) const
{
    const auto found = std::find_if(m_outcomes.begin(), m_outcomes.end(), [&](const AppliedOutcome &each) { return each.applied.id == id && each.applied.at == at; });
    return found == m_outcomes.end() || !found->hindsight ? QString() : outcomeWords(*found->hindsight);
}

} // namespace smartqueue::presentation
