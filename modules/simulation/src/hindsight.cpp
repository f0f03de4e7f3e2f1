#include "smartqueue/simulation/hindsight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <smartqueue/domain/checks.h>
#include <smartqueue/foundation/random_source.h>

#include "branch_rollout.h"
#include "stream_seed.h"

namespace smartqueue::simulation {

namespace {

constexpr std::array<std::string_view, 4> verdictNames{"came_true", "may_be_chance", "came_out_worse", "too_early"};
constexpr int fewestReplications = 20;

std::optional<RecordedFate> fateOf(const RecordedVisit &visit)
{
    if (!visit.walk || (visit.comes && !visit.service))
        return std::nullopt;
    return RecordedFate{double(visit.service.value_or(Duration(0)).count()), double(visit.walk->count()), visit.comes};
}

/// The share at which the law leaves so much after what is spent, by halving: what is left grows with the share.
double shareFor(const DurationLaw &law, double spent, double left)
{
    double low = 0;
    double high = 1;
    constexpr int halvings = 40;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (law.remaining(spent, middle) < left ? low : high) = middle;
    }
    return low;
}

/// Who comes and who is there already, in one replication.
struct Cast {
    std::map<TicketId, Visitor> present;
    std::vector<Visitor> arrivals;
};

class CastSource {
public:
    CastSource(const BranchArm &arm, const HindsightPlan &plan) : m_arm(arm), m_plan(plan)
    {
        for (const RecordedVisit &visit : plan.visits) {
            const auto queue = std::find_if(arm.queues.begin(), arm.queues.end(), [&](const ArmQueue &each) { return each.id == visit.queue; });
            if (!visit.ticket && visit.arrivedAt >= plan.at && visit.arrivedAt < plan.until && queue != arm.queues.end())
                m_visits.push_back({visit, int(queue - arm.queues.begin()), fateOf(visit)});
        }
        for (const PresentTicket &ticket : arm.present)
            addPresent(ticket);
        std::stable_sort(m_visits.begin(), m_visits.end(), [](const Known &a, const Known &b) { return a.visit.arrivedAt < b.visit.arrivedAt; });
    }

    Cast draw(int replication) const
    {
        const std::vector<std::optional<RecordedFate>> fates = shuffledFates(replication);
        RandomSource random(streamSeed(m_plan.seed, {std::uint64_t(replication), 0}));
        Cast cast;
        for (std::size_t i = 0; i < m_visits.size(); ++i) {
            const Known &known = m_visits[i];
            Visitor visitor = drawn(known, random);
            visitor.recorded = fates[i];
            if (!known.visit.ticket) {
                cast.arrivals.push_back(visitor);
                continue;
            }
            if (const PresentTicket &ticket = *presentOf(known.visit.ticket); ticket.agent >= 0)
                settle(visitor, ticket);
            cast.present.emplace(known.visit.ticket, visitor);
        }
        return cast;
    }

private:
    struct Known {
        RecordedVisit visit;
        int queue = 0;
        std::optional<RecordedFate> fate;
    };

    void addPresent(const PresentTicket &ticket)
    {
        const auto known = std::find_if(m_plan.visits.begin(), m_plan.visits.end(), [&](const RecordedVisit &each) { return each.ticket == ticket.id; });
        RecordedVisit visit = known == m_plan.visits.end() ? RecordedVisit() : *known;
        visit.ticket = ticket.id;
        visit.arrivedAt = ticket.waitingSince;
        m_visits.push_back({visit, ticket.queue, fateOf(visit)});
    }

    const PresentTicket *presentOf(TicketId id) const
    {
        const auto found = std::find_if(m_arm.present.begin(), m_arm.present.end(), [id](const PresentTicket &each) { return each.id == id; });
        return found == m_arm.present.end() ? nullptr : &*found;
    }

    bool isInHand(const Known &known) const { return known.visit.ticket && presentOf(known.visit.ticket)->agent >= 0; }

    /// Whoever was in hand keeps what was theirs.
    std::vector<std::optional<RecordedFate>> shuffledFates(int replication) const
    {
        std::vector<std::optional<RecordedFate>> fates;
        std::map<int, std::vector<std::size_t>> places;
        for (std::size_t i = 0; i < m_visits.size(); ++i) {
            fates.push_back(m_visits[i].fate);
            if (m_visits[i].fate && !isInHand(m_visits[i]))
                places[m_visits[i].queue].push_back(i);
        }
        for (const auto &[queue, of] : places) {
            RandomSource random(streamSeed(m_plan.seed, {std::uint64_t(replication), 1, std::uint64_t(queue)}));
            // Fisher and Yates.
            for (std::size_t left = of.size(); left > 1; --left)
                std::swap(fates[of[left - 1]], fates[of[std::size_t(random.between(0, std::int64_t(left) - 1))]]);
        }
        return fates;
    }

    /// The same draws for everybody, whatever is on record.
    Visitor drawn(const Known &known, RandomSource &random) const
    {
        const QueueHabits &habits = m_arm.queues[std::size_t(known.queue)].habits;
        Visitor visitor;
        visitor.arrivesAt = known.visit.arrivedAt;
        visitor.queue = known.queue;
        visitor.priority = known.visit.priority;
        visitor.service = random.uniform();
        visitor.walk = random.uniform();
        visitor.shows = random.uniform();
        const double longer = random.uniform();
        const Instant from = std::max(known.visit.arrivedAt, m_plan.at);
        if (known.visit.leftAt)
            visitor.patience = std::max(Duration(1), *known.visit.leftAt - from);
        else if (habits.meanPatience)
            visitor.patience = std::max(Duration(0), known.visit.calledAt.value_or(m_plan.until) - from)
                + Duration(1 + std::llround(-*habits.meanPatience * std::log1p(-longer)));
        if (visitor.patience >= m_plan.until - from)
            visitor.patience = Duration::max();
        return visitor;
    }

    /// What is left of a service or a way that goes on is drawn by the law: the draw that gives what is on record.
    void settle(Visitor &visitor, const PresentTicket &ticket) const
    {
        if (!visitor.recorded)
            return;
        const QueueHabits &habits = m_arm.queues[std::size_t(ticket.queue)].habits;
        const double pace = m_arm.agents[std::size_t(ticket.agent)].pace;
        const auto spent = double(std::max(Duration(0), ticket.spent).count());
        if (ticket.isServing) {
            visitor.service = shareFor(habits.service, spent / pace, (visitor.recorded->service - spent) / pace);
            return;
        }
        visitor.shows = visitor.recorded->comes ? 1 : 0;
        visitor.walk = shareFor(visitor.recorded->comes ? habits.walk : habits.noShowWait, spent, visitor.recorded->walk - spent);
    }

    const BranchArm &m_arm;
    const HindsightPlan &m_plan;
    std::vector<Known> m_visits;
};

/// Whoever has nobody in hand signs in anew when they were there.
std::vector<CommandBody> leavings(const queueing::BranchState &before)
{
    std::vector<CommandBody> commands;
    for (const auto &[id, agent] : before.agents) {
        if (agent.status != AgentStatus::offline && !agent.current)
            commands.push_back(SignOut{id});
    }
    return commands;
}

void setShifts(BranchArm &arm, const HindsightPlan &plan)
{
    for (const auto &[id, presences] : plan.presences) {
        const auto index = arm.agentIndex(id);
        if (!index)
            continue;
        for (const RecordedPresence &presence : presences) {
            if (presence.begins < plan.until)
                arm.agents[std::size_t(*index)].shifts.push_back({std::max(plan.at, presence.begins), std::min(plan.until, presence.ends.value_or(plan.until))});
        }
        // The break that they asked for is in the record.
        arm.start.agents.at(id).breakArmed = false;
    }
}

class BothWays {
public:
    BothWays(const BranchArm &without, const BranchArm &with, const HindsightPlan &plan) : m_without(without), m_with(with), m_plan(plan)
    {
        m_rolloutPlan.now = plan.at;
        m_rolloutPlan.until = plan.until;
    }

    Result<Hindsight> run()
    {
        const CastSource source(m_without, m_plan);
        BranchRollout without(m_without, m_rolloutPlan);
        BranchRollout with(m_with, m_rolloutPlan);
        for (int replication = 0; replication < m_plan.replications; ++replication) {
            if (m_plan.progress && !m_plan.progress(double(replication) / m_plan.replications))
                return fail(simulation_failures::cancelled);
            const Cast cast = source.draw(replication);
            SQ_CHECK(add(without, m_without, cast, m_waitsWithout));
            SQ_CHECK(add(with, m_with, cast, m_waitsWith));
        }
        return figures();
    }

private:
    Done add(BranchRollout &rollout, const BranchArm &arm, const Cast &cast, std::vector<double> &waits)
    {
        std::vector<Visitor> present;
        for (const PresentTicket &ticket : arm.present) {
            present.push_back(cast.present.at(ticket.id));
            // Where a transfer has sent them.
            present.back().queue = ticket.queue;
        }
        const auto lived = rollout.run(present, cast.arrivals);
        if (!lived)
            return tl::unexpected(lived.error());
        const RolloutCounts &whole = lived->queues.back();
        m_customers = whole.customers;
        waits.push_back(whole.customers > 0 ? whole.waited / whole.customers : 0);
        return {};
    }

    Hindsight figures() const
    {
        Hindsight found;
        found.customers = m_customers;
        std::vector<double> differences;
        for (std::size_t i = 0; i < m_waitsWith.size(); ++i) {
            const double share = 1.0 / double(m_waitsWith.size());
            found.without += share * m_waitsWithout[i];
            found.with += share * m_waitsWith[i];
            differences.push_back(m_waitsWith[i] - m_waitsWithout[i]);
        }
        std::sort(differences.begin(), differences.end());
        const auto outside = std::size_t((1 - hindsightLevel) / 2 * double(differences.size()));
        found.difference = {found.with - found.without, differences[outside], differences[differences.size() - 1 - outside]};
        found.verdict = verdictOf(found);
        return found;
    }

    HindsightVerdict verdictOf(const Hindsight &found) const
    {
        if (found.customers < enoughVisits || m_plan.until - m_plan.at < enoughTime)
            return HindsightVerdict::tooEarly;
        if (found.difference.high < 0)
            return HindsightVerdict::cameTrue;
        return found.difference.low > 0 ? HindsightVerdict::cameOutWorse : HindsightVerdict::mayBeChance;
    }

    const BranchArm &m_without;
    const BranchArm &m_with;
    const HindsightPlan &m_plan;
    RolloutPlan m_rolloutPlan;
    std::vector<double> m_waitsWithout;
    std::vector<double> m_waitsWith;
    int m_customers = 0;
};

} // namespace

std::string_view nameOf(HindsightVerdict verdict)
{
    return verdictNames[std::size_t(verdict)];
}

Result<Hindsight> lookBack(const queueing::BranchState &before, const TimeZone &zone, const BranchModel &model, const HindsightPlan &plan)
{
    SQ_CHECK(checkedRange("replications", plan.replications, fewestReplications, mostRollouts));
    SQ_CHECK(checkedRange("until", std::chrono::floor<std::chrono::minutes>(plan.until - plan.at).count(), 0, std::chrono::minutes(longestOutlook).count()));
    Changes changes;
    changes.commands = leavings(before);
    auto without = makeArm(before, zone, model, plan.at, changes);
    SQ_CHECK(without);
    changes.commands.insert(changes.commands.begin(), ApplySuggestion{plan.suggestion, plan.actions});
    auto with = makeArm(before, zone, model, plan.at, changes);
    SQ_CHECK(with);
    setShifts(*without, plan);
    setShifts(*with, plan);
    return BothWays(*without, *with, plan).run();
}

} // namespace smartqueue::simulation
