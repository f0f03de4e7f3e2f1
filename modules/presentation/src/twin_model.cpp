#include "smartqueue/presentation/twin_model.h"

#include <algorithm>
#include <chrono>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/when_done.h>

namespace smartqueue::presentation {

namespace {

constexpr auto afterChange = std::chrono::milliseconds(150);
/// A minute is a step of the fans: newer figures would hardly move them.
constexpr auto pace = std::chrono::seconds(15);
/// Of the branch's time: so much later the twin is another one, even where nothing has happened.
constexpr auto twinLasts = std::chrono::minutes(1);
/// What the first days may take, so that the fans follow the hand.
constexpr double firstLook = 100;
constexpr int fewestRuns = 50;

} // namespace

TwinModel::TwinModel(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine), m_lineup(lineupOf(engine.snapshot()->state))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(afterChange);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pace);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (m_watching)
            play(firstRuns());
    });
    connect(&m_soon, &QTimer::timeout, this, [this] {
        // Whoever is trying something is not to be disturbed.
        if (m_idle.isActive() || m_cancelled || !isToBeRenewed())
            return m_soon.start();
        play(0);
    });
    connect(&engine, &engine::Engine::snapshotChanged, this, &TwinModel::follow);
}

TwinModel::~TwinModel()
{
    overtake();
}

void TwinModel::setWatching(bool watching)
{
    m_watching = watching;
    if (!watching) {
        m_soon.stop();
        m_idle.stop();
        overtake();
    } else if (!isWhole() || isToBeRenewed()) {
        look();
    } else {
        m_soon.start();
    }
}

void TwinModel::setChanges(const TwinChanges &changes)
{
    const TwinChanges possible = possibleOf(changes, m_engine.snapshot()->state);
    if (possible == m_changes)
        return;
    m_changes = possible;
    overtake();
    if (m_watching)
        m_idle.start();
    Q_EMIT changesChanged();
    Q_EMIT studyChanged();
}

TwinWords TwinModel::words() const
{
    return m_study ? wordsOf(*m_study, *m_engine.snapshot()) : TwinWords();
}

void TwinModel::look()
{
    m_isOutdated = true;
    play(firstRuns());
}

void TwinModel::follow()
{
    m_missed = true;
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const TwinLineup lineup = lineupOf(snapshot->state);
    if (lineup != m_lineup) {
        m_lineup = lineup;
        m_isOutdated = true;
        const TwinChanges possible = possibleOf(m_changes, snapshot->state);
        const bool isLess = possible != m_changes;
        m_changes = possible;
        overtake();
        if (m_watching)
            m_idle.start();
        if (isLess)
            Q_EMIT changesChanged();
        Q_EMIT lineupChanged();
        Q_EMIT studyChanged();
    }
}

bool TwinModel::isToBeRenewed() const
{
    return m_missed || !m_twin || m_engine.clock().now() - m_twin->now >= twinLasts;
}

int TwinModel::firstRuns() const
{
    if (!m_study || m_study->took.count() <= 0)
        return fewestRuns;
    const double perRun = double(m_study->took.count()) / m_study->replications;
    const int runs = int(firstLook / perRun);
    return runs * 2 >= wholeRuns ? wholeRuns : std::max(fewestRuns, runs);
}

void TwinModel::overtake()
{
    if (!m_cancelled)
        return;
    *m_cancelled = true;
    m_cancelled.reset();
    m_isOutdated = m_isOutdated || m_isReading;
}

void TwinModel::play(int replications)
{
    overtake();
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Instant now = std::max(m_engine.clock().now(), snapshot->state.at);
    if (simulation::closingTime(snapshot->state.branch, snapshot->zone, now) <= now) {
        m_study.reset();
        m_twin.reset();
        // The doors open again without anybody's doing.
        if (m_watching)
            m_soon.start();
        return setPhase(Phase::closed);
    }
    if (!m_study)
        setPhase(Phase::loading);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    // A change that the branch allows by now may be one that the twin does not know of.
    const bool isKnown = m_twin && possibleOf(m_changes, m_twin->snapshot->state) == m_changes;
    m_isReading = !isKnown || m_isOutdated || replications == 0;
    if (m_isReading)
        m_missed = false;
    const int runs = replications == 0 ? wholeRuns : replications;
    const auto question = [snapshot, now, runs, changes = m_changes, twin = m_twin, isReading = m_isReading,
                           cancelled = m_cancelled](engine::HistoryReader &reader) -> Result<TwinStudy> {
        if (!isReading)
            return studyOf(twin, changes, runs, *cancelled);
        auto fresh = readTwin(reader, snapshot, twin ? twin->past : nullptr, now);
        SQ_CHECK(fresh);
        return studyOf(std::make_shared<const BranchTwin>(std::move(*fresh)), changes, runs, *cancelled);
    };
    engine::whenDone(m_engine.study(question), this, [this, cancelled = m_cancelled](Result<TwinStudy> study) {
        if (!*cancelled)
            take(std::move(study));
    });
}

void TwinModel::take(Result<TwinStudy> study)
{
    m_cancelled.reset();
    if (!study) {
        m_failure = study.error();
        m_study.reset();
        m_twin.reset();
        m_isOutdated = true;
        m_soon.stop();
        return setPhase(Phase::failed);
    }
    m_twin = study->twin;
    m_study = std::move(*study);
    m_isOutdated = false;
    setPhase(Phase::ready);
    Q_EMIT studyChanged();
    if (m_study->replications < wholeRuns)
        play(wholeRuns);
    else if (m_watching && !m_soon.isActive())
        m_soon.start();
}

void TwinModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace smartqueue::presentation
