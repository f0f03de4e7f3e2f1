#include "wait_cases.h"

#include <algorithm>

#include <smartqueue/learning/queue_watch.h>

namespace smartqueue::evaluation {

namespace {

/// In the order in which they happen within one moment; whoever comes then is called, and may have finished, after that.
enum class Kind { finish, call, leave, arrive, callAtOnce, leaveAtOnce, finishAtOnce };

struct Act {
    Instant at;
    Kind kind;
    std::size_t ticket;
};

std::vector<Act> actsOf(std::span<const TicketRecord> tickets)
{
    std::vector<Act> acts;
    acts.reserve(3 * tickets.size());
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const TicketRecord &ticket = tickets[i];
        acts.push_back({ticket.arrivedAt, Kind::arrive, i});
        if (!ticket.calledAt) {
            acts.push_back({ticket.endedAt, ticket.endedAt == ticket.arrivedAt ? Kind::leaveAtOnce : Kind::leave, i});
            continue;
        }
        const bool atOnce = *ticket.calledAt == ticket.arrivedAt;
        acts.push_back({*ticket.calledAt, atOnce ? Kind::callAtOnce : Kind::call, i});
        // A service without length ends behind its own call.
        acts.push_back({ticket.endedAt, ticket.endedAt == *ticket.calledAt ? Kind::finishAtOnce : Kind::finish, i});
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Act &a, const Act &b) { return a.at != b.at ? a.at < b.at : a.kind < b.kind; });
    return acts;
}

void carryOut(const Act &act, const TicketRecord &ticket, learning::QueueWatch &watch)
{
    switch (act.kind) {
    case Kind::arrive: watch.arrive(act.ticket, ticket.queue, ticket.priority, act.at); break;
    case Kind::call:
    case Kind::callAtOnce: watch.call(act.ticket, ticket.agent, act.at); break;
    case Kind::leave:
    case Kind::leaveAtOnce: watch.leave(act.ticket, act.at); break;
    case Kind::finish:
    case Kind::finishAtOnce: watch.finish(act.ticket, act.at); break;
    }
}

} // namespace

std::vector<WaitCase> casesOf(std::size_t queues, std::span<const TicketRecord> tickets, Duration headStart, const TimeZone &zone,
                              const CaseFilter &filter)
{
    learning::QueueWatch watch(queues, headStart);
    std::vector<WaitCase> cases;
    for (const Act &act : actsOf(tickets)) {
        const TicketRecord &ticket = tickets[act.ticket];
        const bool isCase = act.kind == Kind::arrive && ticket.served && act.at >= filter.from
            && (!filter.delayedOnly || *ticket.calledAt > ticket.arrivedAt);
        if (isCase) {
            const double wait = std::chrono::duration<double>(*ticket.calledAt - ticket.arrivedAt).count();
            cases.push_back(
                {watch.situation({ticket.queue, ticket.priority, act.at, zone.toLocal(act.at)}), wait, *ticket.calledAt});
        }
        carryOut(act, ticket, watch);
    }
    return cases;
}

} // namespace smartqueue::evaluation
