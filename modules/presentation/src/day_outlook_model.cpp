#include "smartqueue/presentation/day_outlook_model.h"

#include <chrono>
#include <thread>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/past_tickets.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/ticket_facts.h>

namespace smartqueue::presentation {

namespace {

/// A minute is a step of the fans: newer figures would hardly move them.
constexpr auto pace = std::chrono::seconds(15);
/// What comes to the past in an hour does not change what a branch is like.
constexpr auto pastLasts = std::chrono::hours(1);
constexpr int replications = 400;

Done renew(std::shared_ptr<const PastOfBranch> &past, engine::HistoryReader &reader, Instant now)
{
    if (past && past->readAt <= now && now - past->readAt < pastLasts)
        return {};
    auto read = engine::pastTickets(reader, now);
    SQ_CHECK(read);
    past = std::make_shared<const PastOfBranch>(PastOfBranch{std::move(*read), now});
    return {};
}

/// From the hour in which the first of today came.
Done observe(DayOutlook &outlook, engine::HistoryReader &reader, const engine::BranchSnapshot &snapshot)
{
    const auto today = engine::pastTickets(reader, dayStart(snapshot, outlook.now), outlook.now);
    SQ_CHECK(today);
    Instant first = outlook.now;
    for (const simulation::PastTicket &ticket : *today)
        first = std::min(first, ticket.arrivedAt);
    outlook.since = std::chrono::floor<std::chrono::hours>(first);
    for (const auto &[id, queue] : snapshot.state.queues)
        outlook.observed[id] = waitingByMinute(*today, id, outlook.since, outlook.now);
    return {};
}

Result<DayOutlook> outlookOf(engine::HistoryReader &reader, const engine::BranchSnapshot &snapshot, const PastOfBranch &past, Instant now,
                             const std::atomic<bool> &cancelled)
{
    const auto begun = std::chrono::steady_clock::now();
    DayOutlook outlook;
    outlook.now = now;
    outlook.closes = simulation::closingTime(snapshot.state.branch, snapshot.zone, now);
    outlook.replications = replications;
    SQ_CHECK(observe(outlook, reader, snapshot));
    outlook.model = simulation::learnBranch(snapshot.state, snapshot.zone, past.tickets, now, outlook.closes);
    simulation::RolloutPlan plan;
    plan.now = now;
    plan.until = outlook.closes;
    plan.replications = replications;
    plan.withFans = true;
    // The windows keep a core.
    plan.threads = std::max(2u, std::thread::hardware_concurrency()) - 1;
    plan.progress = [&](double) { return !cancelled; };
    auto study = simulation::simulateBranch(snapshot.state, snapshot.zone, outlook.model, plan);
    SQ_CHECK(study);
    outlook.study = std::move(*study);
    outlook.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begun);
    return outlook;
}

} // namespace

DayOutlookModel::DayOutlookModel(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pace);
    connect(&m_soon, &QTimer::timeout, this, &DayOutlookModel::look);
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
    if (watching && m_missed)
        look();
    else if (!watching)
        m_soon.stop();
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
        return setPhase(Phase::closed);
    }
    if (!m_outlook)
        setPhase(Phase::loading);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto question = [snapshot, now, past = m_past, cancelled = m_cancelled](engine::HistoryReader &reader) -> Result<Look> {
        Look look{past, {}};
        SQ_CHECK(renew(look.past, reader, now));
        auto outlook = outlookOf(reader, *snapshot, *look.past, now, *cancelled);
        SQ_CHECK(outlook);
        look.outlook = std::move(*outlook);
        return look;
    };
    engine::whenDone(m_engine.study(question), this, [this](Result<Look> look) { take(std::move(look)); });
}

void DayOutlookModel::take(Result<Look> look)
{
    m_cancelled.reset();
    if (!look) {
        m_failure = look.error();
        m_outlook.reset();
        m_missed = true;
        return setPhase(Phase::failed);
    }
    m_past = std::move(look->past);
    m_outlook = std::move(look->outlook);
    setPhase(Phase::ready);
    Q_EMIT outlookChanged();
    if (m_watching && m_missed)
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
