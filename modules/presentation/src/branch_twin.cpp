#include "smartqueue/presentation/branch_twin.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/past_tickets.h>

#include "smartqueue/presentation/ticket_facts.h"

namespace smartqueue::presentation {

namespace {

/// What comes to the past in an hour does not change what a branch is like.
constexpr auto pastLasts = std::chrono::hours(1);

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
Done observe(BranchTwin &twin, engine::HistoryReader &reader)
{
    const auto today = engine::pastTickets(reader, dayStart(*twin.snapshot, twin.now), twin.now);
    SQ_CHECK(today);
    Instant first = twin.now;
    for (const simulation::PastTicket &ticket : *today)
        first = std::min(first, ticket.arrivedAt);
    twin.since = std::chrono::floor<std::chrono::hours>(first);
    for (const auto &[id, queue] : twin.snapshot->state.queues)
        twin.observed[id] = waitingByMinute(*today, id, twin.since, twin.now);
    return {};
}

} // namespace

Result<BranchTwin> readTwin(engine::HistoryReader &reader, const engine::SharedSnapshot &snapshot, std::shared_ptr<const PastOfBranch> past, Instant now)
{
    BranchTwin twin;
    twin.snapshot = snapshot;
    twin.past = std::move(past);
    twin.now = now;
    twin.closes = simulation::closingTime(snapshot->state.branch, snapshot->zone, now);
    SQ_CHECK(renew(twin.past, reader, now));
    SQ_CHECK(observe(twin, reader));
    twin.model = simulation::learnBranch(snapshot->state, snapshot->zone, twin.past->tickets, now, twin.closes);
    return twin;
}

simulation::RolloutPlan planOf(const BranchTwin &twin, int replications, const std::atomic<bool> &cancelled)
{
    simulation::RolloutPlan plan;
    plan.now = twin.now;
    plan.until = twin.closes;
    plan.replications = replications;
    plan.withFans = true;
    // The windows keep a core.
    plan.threads = std::max(2u, std::thread::hardware_concurrency()) - 1;
    plan.progress = [&cancelled](double) { return !cancelled; };
    return plan;
}

std::vector<double> waitingByMinute(const std::vector<simulation::PastTicket> &tickets, QueueId queue, Instant since, Instant now)
{
    const auto minutes = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(now - since).count()) + 1;
    const auto minuteOf = [&](Instant at) {
        return std::size_t(std::clamp<std::int64_t>(std::chrono::ceil<std::chrono::minutes>(at - since).count(), 0, minutes));
    };
    std::vector<double> waiting(std::size_t(minutes) + 1, 0);
    for (const simulation::PastTicket &ticket : tickets) {
        const Instant called = ticket.calledAt.value_or(ticket.endedAt.value_or(Instant::max()));
        if (ticket.queue != queue || called < since || ticket.arrivedAt > now)
            continue;
        ++waiting[minuteOf(ticket.arrivedAt)];
        --waiting[called > now ? std::size_t(minutes) : minuteOf(called)];
    }
    for (std::size_t i = 1; i < waiting.size(); ++i)
        waiting[i] += waiting[i - 1];
    waiting.pop_back();
    return waiting;
}

} // namespace smartqueue::presentation
