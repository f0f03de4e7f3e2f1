#include "visitors.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include <smartqueue/foundation/random_source.h>

#include "durations.h"
#include "stream_seed.h"

namespace smartqueue::simulation {

namespace {

enum class Purpose : std::uint64_t { arrivals, fates, more, moreFates, present };

constexpr double millisecondsPerHour = 3'600'000;

std::uint64_t seedOf(std::uint64_t seed, int replication, std::int64_t of, Purpose purpose)
{
    return streamSeed(seed, {std::uint64_t(replication), std::uint64_t(of), std::uint64_t(purpose)});
}

/// A Poisson stream whose rate changes by the hour: the next arrival is where the expected number has grown by an exponential step.
class ArrivalStream {
public:
    ArrivalStream(const ArrivalOutlook &outlook, double level, Instant from, RandomSource random)
        : m_outlook(outlook), m_level(level), m_at(double((from - outlook.start).count())), m_random(random)
    {
    }

    /// None: nobody comes any more.
    std::optional<Instant> next()
    {
        double left = standardExponential(m_random);
        while (true) {
            const auto hour = std::size_t(std::max(0.0, m_at) / millisecondsPerHour);
            if (hour >= m_outlook.perHour.size())
                return std::nullopt;
            const double perMillisecond = m_level * m_outlook.perHour[hour] / millisecondsPerHour;
            const double hourEnds = double(hour + 1) * millisecondsPerHour;
            if (const double expected = perMillisecond * (hourEnds - m_at); expected < left) {
                left -= expected;
                m_at = hourEnds;
                continue;
            }
            m_at += left / perMillisecond;
            return m_outlook.start + Duration(std::int64_t(m_at));
        }
    }

private:
    const ArrivalOutlook &m_outlook;
    double m_level;
    double m_at;
    RandomSource m_random;
};

int drawPriority(const std::vector<PriorityShare> &priorities, double share)
{
    for (const PriorityShare &each : priorities) {
        if (share < each.share)
            return each.priority;
        share -= each.share;
    }
    return priorities.back().priority;
}

/// Always the same number of draws, so that one customer's luck does not move the next one's.
void drawFate(RandomSource &random, const QueueHabits &habits, Visitor &visitor)
{
    visitor.service = random.uniform();
    visitor.walk = random.uniform();
    visitor.shows = random.uniform();
    const double patience = random.uniform();
    const double priority = random.uniform();
    if (habits.meanPatience)
        visitor.patience = Duration(std::max<std::int64_t>(1, std::llround(-*habits.meanPatience * std::log1p(-patience))));
    visitor.priority = drawPriority(habits.priorities, priority);
}

/// How busy this day is beside others: gamma, so that counts are negative binomial.
double drawLevel(RandomSource &random, double dispersion)
{
    return dispersion > 0 ? dispersion * standardGamma(random, 1 / dispersion) : 1;
}

} // namespace

VisitorSource::VisitorSource(const queueing::BranchState &state, const BranchModel &model, const RolloutPlan &plan,
                             const std::map<QueueId, double> &mostFactors)
    : m_from(plan.now), m_end(plan.doorsClose ? plan.until : plan.until + outlookTail), m_seed(plan.seed)
{
    static const QueueHabits nobody;
    for (const auto &[id, queue] : state.queues) {
        const auto habits = model.queues.find(id);
        const auto factor = mostFactors.find(id);
        m_queues.push_back({id, habits == model.queues.end() ? &nobody : &habits->second, factor == mostFactors.end() ? 1 : factor->second});
    }
}

std::vector<Visitor> VisitorSource::drawArrivals(int replication) const
{
    std::vector<Visitor> visitors;
    for (std::size_t queue = 0; queue < m_queues.size(); ++queue) {
        const auto &[id, habits, mostFactor] = m_queues[queue];
        RandomSource first(seedOf(m_seed, replication, id.value, Purpose::arrivals));
        const double level = drawLevel(first, habits->arrivals.dispersion);
        const auto draw = [&](double times, double keepFrom, double keepTo, RandomSource arrivals, Purpose fate) {
            ArrivalStream stream(habits->arrivals, level * times, m_from, arrivals);
            RandomSource fates(seedOf(m_seed, replication, id.value, fate));
            for (auto at = stream.next(); at && *at < m_end; at = stream.next()) {
                Visitor visitor;
                visitor.arrivesAt = *at;
                visitor.queue = int(queue);
                visitor.keep = keepFrom + (keepTo - keepFrom) * fates.uniform();
                drawFate(fates, *habits, visitor);
                visitors.push_back(visitor);
            }
        };
        draw(1, 0, 1, first, Purpose::fates);
        // Whoever comes on top has a stream of their own: those who come anyway stay the same.
        if (mostFactor > 1)
            draw(mostFactor - 1, 1, mostFactor, RandomSource(seedOf(m_seed, replication, id.value, Purpose::more)), Purpose::moreFates);
    }
    std::sort(visitors.begin(), visitors.end(), [](const Visitor &a, const Visitor &b) {
        return std::tie(a.arrivesAt, a.queue, a.keep) < std::tie(b.arrivesAt, b.queue, b.keep);
    });
    return visitors;
}

Visitor VisitorSource::drawPresent(int replication, TicketId ticket, int queue) const
{
    RandomSource random(seedOf(m_seed, replication, ticket.value, Purpose::present));
    Visitor visitor;
    visitor.arrivesAt = m_from;
    visitor.queue = queue;
    drawFate(random, *m_queues[std::size_t(queue)].habits, visitor);
    return visitor;
}

} // namespace smartqueue::simulation
