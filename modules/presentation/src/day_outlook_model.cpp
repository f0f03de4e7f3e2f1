#include "smartqueue/presentation/day_outlook_model.h"

#include <chrono>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/when_done.h>

namespace smartqueue::presentation {

namespace {

/// A minute is a step of the fans: newer figures would hardly move them.
constexpr auto pace = std::chrono::seconds(15);
/// Of the branch's time: so much later the rest of the day is another one, even where nothing has happened.
constexpr auto outlookLasts = std::chrono::minutes(1);
constexpr int replications = 400;
/// A time on five minutes needs no more.
constexpr int closingReplications = 100;

Result<DayOutlook> dayOutlookOf(BranchTwin twin, const std::atomic<bool> &cancelled)
{
    const auto begun = std::chrono::steady_clock::now();
    DayOutlook outlook;
    outlook.twin = std::move(twin);
    outlook.replications = replications;
    auto study = simulation::simulateBranch(outlook.twin.snapshot->state, outlook.twin.snapshot->zone, outlook.twin.model,
                                            planOf(outlook.twin, replications, cancelled));
    SQ_CHECK(study);
    outlook.study = std::move(*study);
    const BranchTwin &branch = outlook.twin;
    auto closing = simulation::adviseClosing(branch.snapshot->state, branch.snapshot->zone, branch.model, planOf(branch, closingReplications, cancelled),
                                             branch.closes + simulation::clearingTime);
    SQ_CHECK(closing);
    outlook.closing = *closing;
    outlook.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begun);
    return outlook;
}

} // namespace

DayOutlookModel::DayOutlookModel(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pace);
    connect(&m_soon, &QTimer::timeout, this, [this] { isToBeRenewed() ? look() : m_soon.start(); });
    connect(&engine, &engine::Engine::snapshotChanged, this, [this] {
        m_missed = true;
        if (m_watching && !m_cancelled && !m_soon.isActive())
            m_soon.start();
    });
}

DayOutlookModel::~DayOutlookModel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void DayOutlookModel::setWatching(bool watching)
{
    m_watching = watching;
    if (!watching)
        m_soon.stop();
    else if (isToBeRenewed())
        look();
    else
        m_soon.start();
}

bool DayOutlookModel::isToBeRenewed() const
{
    return m_missed || !m_outlook || m_engine.clock().now() - m_outlook->twin.now >= outlookLasts;
}

DayOutlookWords DayOutlookModel::words() const
{
    return m_outlook ? wordsOf(*m_outlook, *m_engine.snapshot()) : DayOutlookWords();
}

void DayOutlookModel::look()
{
    if (m_cancelled)
        return;
    m_missed = false;
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Instant now = std::max(m_engine.clock().now(), snapshot->state.at);
    if (simulation::closingTime(snapshot->state.branch, snapshot->zone, now) <= now) {
        m_outlook.reset();
        // The doors open again without anybody's doing.
        if (m_watching)
            m_soon.start();
        return setPhase(Phase::closed);
    }
    if (!m_outlook)
        setPhase(Phase::loading);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    auto past = m_outlook ? m_outlook->twin.past : nullptr;
    const auto question = [snapshot, now, past, cancelled = m_cancelled](engine::HistoryReader &reader) -> Result<DayOutlook> {
        auto twin = readTwin(reader, snapshot, past, now);
        SQ_CHECK(twin);
        return dayOutlookOf(std::move(*twin), *cancelled);
    };
    engine::whenDone(m_engine.study(question), this, [this](Result<DayOutlook> outlook) { take(std::move(outlook)); });
}

void DayOutlookModel::take(Result<DayOutlook> outlook)
{
    m_cancelled.reset();
    if (!outlook) {
        m_failure = outlook.error();
        m_outlook.reset();
        m_missed = true;
        return setPhase(Phase::failed);
    }
    m_outlook = std::move(*outlook);
    setPhase(Phase::ready);
    Q_EMIT outlookChanged();
    if (m_watching)
        m_soon.start();
}

void DayOutlookModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace smartqueue::presentation
