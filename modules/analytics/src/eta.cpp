#include "smartqueue/analytics/eta.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <smartqueue/analytics/departures.h>
#include <smartqueue/analytics/places.h>

namespace smartqueue::analytics {

namespace {

/// Standard normal quantile of 0.9: the range from 10 % to 90 % holds 80 %.
constexpr double normal90 = 1.2815515655446004;

std::chrono::seconds rounded(double seconds)
{
    return std::chrono::seconds(std::llround(seconds));
}

/// Quantile of a gamma distribution by Wilson & Hilferty (1931): the cube root is nearly normal. Off by less than 2 % of the
/// mean for the shapes of at least 1 that sums of exponentials have.
double gammaQuantile(double mean, double shape, double normalQuantile)
{
    const double c = 1.0 / (9.0 * shape);
    const double root = std::max(0.0, 1.0 - c + normalQuantile * std::sqrt(c));
    return mean * root * root * root;
}

class Estimator {
public:
    Estimator(const queueing::BranchState &state, const queueing::QueueState &queue, const Staffing &staffing)
    {
        m_meanService = meanServiceSeconds(state, queue);
        m_patience = patienceRate(queue);
        m_onDuty = staffing.onDuty;
        m_free = staffing.free > 0;
        m_nobodyServes = staffing.onDuty == 0 || queue.config.status == QueueStatus::paused;
        m_lowConfidence = m_nobodyServes || queue.services.size() < trustedServices;
        m_agents = std::max(1, staffing.onDuty);
        m_rate = m_agents / m_meanService;
    }

    Moments step(int i) const { return departure(i, m_rate, m_patience); }
    Moments upTo(int ahead) const { return departures(ahead, m_rate, m_patience); }

    Eta eta(int ahead, const Moments &moments) const
    {
        Eta eta;
        eta.ahead = ahead;
        eta.onDuty = m_onDuty;
        eta.nobodyServes = m_nobodyServes;
        eta.lowConfidence = m_lowConfidence;
        eta.method = m_patience > 0 ? PromiseMethod::qlr : PromiseMethod::qls;
        // Without agents the reference's "0 ahead, 0 s" would make an unserved queue the fastest of all.
        eta.baseline = rounded((m_nobodyServes ? ahead + 1 : ahead) * m_meanService / m_agents);
        if (ahead == 0 && m_free && !m_nobodyServes)
            return eta;
        const double shape = moments.mean * moments.mean / moments.variance;
        eta.likely = rounded(moments.mean);
        eta.low = rounded(gammaQuantile(moments.mean, shape, -normal90));
        eta.high = rounded(gammaQuantile(moments.mean, shape, normal90));
        return eta;
    }

private:
    double m_meanService = 0;
    double m_patience = 0;
    /// Departures into service a second, sμ.
    double m_rate = 0;
    int m_agents = 1;
    int m_onDuty = 0;
    bool m_free = false;
    bool m_nobodyServes = false;
    bool m_lowConfidence = false;
};

} // namespace

double patienceRate(const queueing::QueueState &queue)
{
    if (queue.abandonments < trustedAbandonments || queue.waited <= Duration(0))
        return 0;
    return double(queue.abandonments) / std::chrono::duration<double>(queue.waited).count();
}

int agentsOnDuty(const queueing::BranchState &state, const Queue &queue)
{
    return staffingOf(state, queue).onDuty;
}

Promise promiseOf(const Eta &eta)
{
    return {eta.likely, eta.low, eta.high, eta.method};
}

Eta etaOfNewArrival(const queueing::BranchState &state, QueueId queue, int priority, Instant now)
{
    return etaOfNewArrival(state, queue, priority, now, staffingOf(state, state.queues.at(queue).config));
}

Eta etaOfNewArrival(const queueing::BranchState &state, QueueId id, int priority, Instant now, const Staffing &staffing)
{
    const queueing::QueueState &queue = state.queues.at(id);
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    const queueing::WaitingLine::Entry newcomer{Place{priority, now, last}, TicketId{last}};
    const int ahead = int(queue.reserved.size()) + aheadOf(queue, newcomer, now, state.slaOf(queue.config));
    const Estimator estimator(state, queue, staffing);
    return estimator.eta(ahead, estimator.upTo(ahead));
}

std::vector<TicketEta> etasOf(const queueing::BranchState &state, QueueId id, Instant now)
{
    const queueing::QueueState &queue = state.queues.at(id);
    const Estimator estimator(state, queue, staffingOf(state, queue.config));
    const std::vector<TicketId> order = state.waitingInOrder(id, now);
    std::vector<TicketEta> etas;
    etas.reserve(order.size());
    Moments sum;
    for (int ahead = 0; ahead < int(order.size()); ++ahead) {
        sum += estimator.step(ahead);
        etas.push_back({order[std::size_t(ahead)], ahead + 1, estimator.eta(ahead, sum)});
    }
    return etas;
}

} // namespace smartqueue::analytics
