#include "smartqueue/presentation/proven_suggestions_model.h"

#include <algorithm>
#include <chrono>

#include <QCoreApplication>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/when_done.h>

#include "smartqueue/presentation/day_outlook.h"

namespace smartqueue::presentation {

using simulation::Proposal;

namespace {

struct Says {
    Q_DECLARE_TR_FUNCTIONS(ProvenSuggestions)
};

constexpr auto afterMove = std::chrono::milliseconds(300);
/// A few customers more or less hardly change what helps.
constexpr auto usualPace = std::chrono::seconds(12);

ProvenSuggestionsModel::Study inPoolOf(engine::Engine &engine)
{
    return [&engine](const ProvenSuggestionsModel::Question &question) {
        return engine.study([question](engine::HistoryReader &reader) -> Result<ProvenStudy> {
            auto twin = readTwin(reader, question.snapshot, question.past, question.now);
            SQ_CHECK(twin);
            return provenStudyOf(reader, std::move(*twin), question.wish, *question.cancelled);
        });
    };
}

} // namespace

ProvenSuggestionsModel::ProvenSuggestionsModel(engine::Engine &engine, QObject *parent) : ProvenSuggestionsModel(engine, inPoolOf(engine), parent) {}

ProvenSuggestionsModel::ProvenSuggestionsModel(engine::Engine &engine, Study study, QObject *parent)
    : QObject(parent), m_engine(engine), m_prove(std::move(study)), m_standing(standingOf(engine.snapshot()->state))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(afterMove);
    m_soon.setSingleShot(true);
    m_soon.setInterval(usualPace);
    connect(&m_idle, &QTimer::timeout, this, &ProvenSuggestionsModel::look);
    connect(&m_soon, &QTimer::timeout, this, &ProvenSuggestionsModel::look);
    connect(&engine, &engine::Engine::snapshotChanged, this, &ProvenSuggestionsModel::follow);
    connect(&engine, &engine::Engine::heartbeat, this, &ProvenSuggestionsModel::runOut);
}

ProvenSuggestionsModel::~ProvenSuggestionsModel()
{
    overtake();
}

void ProvenSuggestionsModel::setWatching(bool watching)
{
    m_watching = watching;
    if (!watching) {
        m_idle.stop();
        m_soon.stop();
        overtake();
    } else if (!m_cancelled && (!m_study || m_missed || m_isOutdated)) {
        look();
    }
}

void ProvenSuggestionsModel::setWish(const SuggestionWish &wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    overtake();
    m_study.reset();
    m_phase = Phase::idle;
    if (m_watching)
        look();
    else
        Q_EMIT changed();
}

void ProvenSuggestionsModel::look()
{
    if (!m_watching)
        return;
    m_idle.stop();
    m_soon.stop();
    overtake();
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Instant at = std::max(now(), snapshot->state.at);
    m_missed = false;
    m_standing = standingOf(snapshot->state);
    if (simulation::closingTime(snapshot->state.branch, snapshot->zone, at) <= at) {
        m_study.reset();
        m_phase = Phase::closed;
        return Q_EMIT changed();
    }
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    engine::whenDone(m_prove({snapshot, m_past, at, m_wish, m_cancelled}), this, [this, cancelled = m_cancelled](Result<ProvenStudy> study) {
        if (!*cancelled)
            take(std::move(study));
    });
    if (!m_study && m_phase != Phase::trying) {
        m_phase = Phase::trying;
        Q_EMIT changed();
    }
}

void ProvenSuggestionsModel::overtake()
{
    if (!m_cancelled)
        return;
    *m_cancelled = true;
    m_cancelled.reset();
    m_missed = true;
}

void ProvenSuggestionsModel::take(Result<ProvenStudy> study)
{
    m_cancelled.reset();
    if (study) {
        m_past = study->twin.past;
        m_study = std::move(*study);
        m_isOutdated = false;
        m_offered = standing(now()).size();
        m_phase = Phase::ready;
    } else {
        m_failure = study.error();
        m_study.reset();
        m_phase = Phase::failed;
    }
    if (m_watching && m_missed)
        m_soon.start();
    Q_EMIT changed();
}

void ProvenSuggestionsModel::follow()
{
    m_missed = true;
    const Standing standing = standingOf(m_engine.snapshot()->state);
    if (standing != m_standing) {
        m_standing = standing;
        m_isOutdated = true;
        overtake();
        if (m_watching)
            m_idle.start();
    } else if (m_watching && !m_cancelled && !m_soon.isActive() && !m_idle.isActive()) {
        m_soon.start();
    }
    if (m_study)
        Q_EMIT changed();
}

void ProvenSuggestionsModel::runOut(Instant at)
{
    const std::size_t left = standing(std::max(at, now())).size();
    if (left >= m_offered)
        return;
    m_offered = left;
    m_missed = true;
    if (m_watching && !m_cancelled && !m_idle.isActive())
        look();
    Q_EMIT changed();
}

Instant ProvenSuggestionsModel::now() const
{
    return m_engine.clock().now();
}

std::vector<const Proposal *> ProvenSuggestionsModel::standing(Instant now) const
{
    std::vector<const Proposal *> left;
    if (!m_study)
        return left;
    for (const auto *proposals : {&m_study->study.suggestions, &m_study->study.measures}) {
        for (const Proposal &proposal : *proposals) {
            if (now < proposal.goodUntil)
                left.push_back(&proposal);
        }
    }
    return left;
}

QList<SuggestionOffer> ProvenSuggestionsModel::offers() const
{
    QList<SuggestionOffer> offers;
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const auto &decided = snapshot->state.decided;
    std::vector<const Proposal *> better;
    for (const Proposal *proposal : standing(now())) {
        const bool isDone = std::any_of(decided.begin(), decided.end(), [&](const auto &each) {
            return each.id == proposal->id && !each.dismissed && !each.undone && each.at >= m_study->twin.now;
        });
        // More to do for less is no choice.
        const bool isVain = std::any_of(better.begin(), better.end(), [&](const Proposal *each) { return doesMoreThan(*proposal, *each); });
        if (isDone || isVain || isDismissed(*proposal, snapshot->state))
            continue;
        better.push_back(proposal);
        QString whyNot = whyNotAnyMore(*proposal, *snapshot, now());
        if (whyNot.isEmpty() && m_isOutdated)
            whyNot = Says::tr("The branch has changed: this is being tried again.");
        offers.append({textOf(*proposal, *m_study), proposal->actions, proposal->gain, whyNot});
    }
    return offers;
}

QString ProvenSuggestionsModel::effort() const
{
    return m_study ? effortWords(*m_study) : QString();
}

QString ProvenSuggestionsModel::caution() const
{
    return m_study ? cautionOf(m_study->twin) : QString();
}

ProvenSuggestionsModel::Standing ProvenSuggestionsModel::standingOf(const queueing::BranchState &state)
{
    Standing standing{lineupOf(state), {}};
    for (const auto &decided : state.decided) {
        if (!decided.dismissed)
            standing.applied.emplace_back(decided.command, decided.undone);
    }
    return standing;
}

} // namespace smartqueue::presentation
