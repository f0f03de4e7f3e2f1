#include "smartqueue/simulation/branch_model.h"

#include <algorithm>
#include <cmath>

#include <smartqueue/analytics/eta.h>

#include "arrival_outlook.h"

namespace smartqueue::simulation {

namespace {

double millisecondsBetween(Instant from, Instant to)
{
    return double((to - from).count());
}

/// Sum, squares and number of what was observed.
struct Sums {
    double count = 0;
    double sum = 0;
    double squares = 0;

    void add(double value)
    {
        ++count;
        sum += value;
        squares += value * value;
    }
    double mean() const { return count > 0 ? sum / count : 0; }
    /// Squared coefficient of variation; 1, an exponential one's, where nothing says more.
    double scv() const { return count > 1 && sum > 0 ? std::max(0.0, squares / count / (mean() * mean()) - 1) : 1; }
};

/// One service, as it took and as it would have taken an agent of the usual pace.
struct ObservedService {
    AgentId agent;
    double milliseconds = 0;
};

/// What the tickets of one queue, or of all, show.
struct Observations {
    std::vector<Instant> arrivals;
    std::vector<ObservedService> services;
    std::vector<double> walks;
    std::vector<double> noShowWaits;
    int called = 0;
    int abandonments = 0;
    double waited = 0;
    std::map<int, int> priorities;

    void add(const PastTicket &ticket, Instant now);
    double noShowShare() const { return called > 0 ? double(noShowWaits.size()) / called : 0; }
};

/// What had happened by then.
std::optional<Instant> known(const std::optional<Instant> &time, Instant now)
{
    return time && *time <= now ? time : std::nullopt;
}

void Observations::add(const PastTicket &ticket, Instant now)
{
    arrivals.push_back(ticket.arrivedAt);
    ++priorities[ticket.priority];
    const auto calledAt = known(ticket.calledAt ? ticket.calledAt : ticket.startedAt, now);
    const auto startedAt = known(ticket.startedAt, now);
    const auto endedAt = known(ticket.endedAt, now);
    if (!calledAt) {
        abandonments += endedAt && ticket.end == TicketState::abandoned;
        waited += millisecondsBetween(ticket.arrivedAt, endedAt.value_or(now));
        return;
    }
    waited += millisecondsBetween(ticket.arrivedAt, *calledAt);
    if (ticket.end == TicketState::noShow && endedAt) {
        ++called;
        noShowWaits.push_back(millisecondsBetween(*calledAt, *endedAt));
    } else if (startedAt) {
        ++called;
        walks.push_back(millisecondsBetween(*calledAt, *startedAt));
        if (endedAt && ticket.end == TicketState::completed)
            services.push_back({ticket.agent, millisecondsBetween(*startedAt, *endedAt)});
    }
}

/// The factor of each agent who was seen often: observed over expected, drawn towards 1 by so many services of doubt.
std::map<AgentId, double> pacesOf(const std::map<QueueId, Observations> &queues)
{
    constexpr double doubt = 50;
    struct Seen {
        double count = 0;
        double relative = 0;
    };
    std::map<AgentId, Seen> seen;
    for (const auto &[id, queue] : queues) {
        Sums all;
        for (const ObservedService &service : queue.services)
            all.add(service.milliseconds);
        if (all.count < enoughServices || all.sum <= 0)
            continue;
        for (const ObservedService &service : queue.services) {
            if (!service.agent)
                continue;
            ++seen[service.agent].count;
            seen[service.agent].relative += service.milliseconds / all.mean();
        }
    }
    std::map<AgentId, double> paces;
    for (const auto &[agent, each] : seen) {
        if (each.count >= enoughServices)
            paces[agent] = (each.relative + doubt) / (each.count + doubt);
    }
    return paces;
}

std::vector<double> atUsualPace(const std::vector<ObservedService> &services, const std::map<AgentId, double> &paces)
{
    std::vector<double> values;
    for (const ObservedService &service : services) {
        const auto pace = paces.find(service.agent);
        values.push_back(service.milliseconds / (pace == paces.end() ? 1 : pace->second));
    }
    return values;
}

/// The services of one queue: as they were observed where they are many, a lognormal law where they are enough for mean and spread.
class ServiceLearner {
public:
    ServiceLearner(const queueing::BranchState &state, const std::map<QueueId, Observations> &queues, const std::map<AgentId, double> &paces)
        : m_state(state), m_paces(paces)
    {
        double services = 0;
        double spread = 0;
        for (const auto &[id, queue] : queues) {
            Sums sums;
            for (const double value : atUsualPace(queue.services, paces))
                sums.add(value);
            if (sums.count < 2 || sums.sum <= 0)
                continue;
            services += sums.count;
            spread += sums.count * sums.scv();
        }
        if (services > 0)
            m_scv = spread / services;
    }

    void learn(const queueing::QueueState &queue, const Observations &seen, QueueHabits &habits) const
    {
        constexpr int many = 200;
        const std::vector<double> values = atUsualPace(seen.services, m_paces);
        Sums sums;
        for (const double value : values)
            sums.add(value);
        ModelBasis &basis = habits.basis;
        basis.services = int(sums.count);
        if (basis.services >= many) {
            basis.service = ServiceBasis::empirical;
            habits.service = DurationLaw::empirical(values);
            return;
        }
        constexpr double leastSpread = 0.01;
        // A log without single services still has the mean of the last ones.
        const double mean = sums.sum > 0 ? sums.mean() : queueing::meanServiceSeconds(m_state, queue) * 1000;
        const bool isEnough = basis.services >= enoughServices;
        basis.service = isEnough ? ServiceBasis::lognormal : sums.sum > 0 || !queue.services.empty() ? ServiceBasis::branch : ServiceBasis::none;
        const double scv = isEnough ? sums.scv() : m_scv;
        habits.service = DurationLaw::lognormal(mean, std::max(leastSpread, scv));
    }

private:
    const queueing::BranchState &m_state;
    const std::map<AgentId, double> &m_paces;
    /// Within the queues; an exponential law's where nothing is known.
    double m_scv = 1;
};

void learnPatience(const Observations &queue, const Observations &branch, QueueHabits &habits)
{
    habits.basis.abandonments = queue.abandonments;
    const auto rateOf = [&](const Observations &seen, PatienceBasis basis) {
        if (habits.meanPatience || seen.abandonments < analytics::trustedAbandonments)
            return;
        // Maximum likelihood for an exponential patience, those who were called censored.
        habits.meanPatience = std::max(1.0, seen.waited / seen.abandonments);
        habits.basis.patience = basis;
    };
    rateOf(queue, PatienceBasis::queue);
    rateOf(branch, PatienceBasis::branch);
}

void learnCalls(const Observations &queue, const Observations &branch, QueueHabits &habits)
{
    const Observations &calls = queue.called >= enoughServices ? queue : branch;
    if (!calls.walks.empty())
        habits.walk = DurationLaw::empirical(calls.walks);
    if (!calls.noShowWaits.empty())
        habits.noShowWait = DurationLaw::empirical(calls.noShowWaits);
    habits.noShowShare = calls.noShowShare();
}

void learnPriorities(const Observations &queue, QueueHabits &habits)
{
    if (queue.priorities.empty())
        return;
    habits.priorities.clear();
    for (const auto &[priority, count] : queue.priorities)
        habits.priorities.push_back({priority, double(count) / double(queue.arrivals.size())});
}

} // namespace

std::string_view nameOf(ServiceBasis basis)
{
    switch (basis) {
    case ServiceBasis::empirical: return "empirical";
    case ServiceBasis::lognormal: return "lognormal";
    case ServiceBasis::branch: return "branch";
    case ServiceBasis::none: break;
    }
    return "none";
}

std::string_view nameOf(PatienceBasis basis)
{
    switch (basis) {
    case PatienceBasis::queue: return "queue";
    case PatienceBasis::branch: return "branch";
    case PatienceBasis::none: break;
    }
    return "none";
}

BranchModel learnBranch(const queueing::BranchState &state, const TimeZone &zone, const std::vector<PastTicket> &past, Instant now, Instant until)
{
    const Instant earliest = now - std::chrono::weeks(modelWeeks);
    const OutlookSpan span{now, until, state.branch.opensAt, state.branch.closesAt};
    BranchModel model;
    std::map<QueueId, Observations> queues;
    Observations branch;
    for (const PastTicket &ticket : past) {
        if (ticket.arrivedAt > now || ticket.arrivedAt < earliest)
            continue;
        queues[ticket.queue].add(ticket, now);
        branch.add(ticket, now);
    }
    model.tickets = std::int64_t(branch.arrivals.size());
    const RecordedDays days(past, zone, now);
    model.days = days.count();
    model.pace = pacesOf(queues);
    const ServiceLearner services(state, queues, model.pace);
    for (const auto &[id, queue] : state.queues) {
        const Observations &seen = queues[id];
        QueueHabits habits;
        habits.basis.arrivalsFromDays = days.count();
        habits.arrivals = outlookOf(seen.arrivals, days, zone, span);
        services.learn(queue, seen, habits);
        learnPatience(seen, branch, habits);
        learnCalls(seen, branch, habits);
        learnPriorities(seen, habits);
        model.queues[id] = std::move(habits);
    }
    return model;
}

} // namespace smartqueue::simulation
