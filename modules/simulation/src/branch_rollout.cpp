#include "branch_rollout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

namespace smartqueue::simulation {

namespace {

/// Whoever is not called so long after the end of the plan is not called.
constexpr auto patienceWithTheBranch = std::chrono::hours(12);

} // namespace

BranchRollout::BranchRollout(const BranchArm &arm, const RolloutPlan &plan) : m_arm(arm), m_plan(plan), m_tally(plan, arm.queues.size()) {}

template <class Body>
Done BranchRollout::carryOut(Body command)
{
    m_command.body = std::move(command);
    m_batch.at = m_now;
    auto events = queueing::decide(m_state, m_command, {m_now, m_arm.zone});
    if (!events)
        return tl::unexpected(std::move(events.error()));
    m_batch.events = std::move(*events);
    m_batch.sequence = m_state.sequence + 1;
    // The batch does not name its command: so the kernel keeps no image for an undo, which nobody here asks for.
    queueing::apply(m_state, m_batch);
    return {};
}

Result<RolloutResult> BranchRollout::run(const std::vector<Visitor> &present, const std::vector<Visitor> &arrivals)
{
    reset();
    SQ_CHECK(begin(present));
    SQ_CHECK(follow(arrivals));
    countUnserved();
    return m_tally.finish();
}

void BranchRollout::reset()
{
    m_state = m_arm.start;
    m_now = m_plan.now;
    m_pending = {};
    m_scheduled = 0;
    m_people.clear();
    m_seats.assign(m_arm.agents.size(), {});
    m_waiting.assign(m_arm.queues.size(), 0);
    m_reserved = 0;
    m_inside = 0;
    m_tally.begin();
}

Done BranchRollout::begin(const std::vector<Visitor> &present)
{
    for (std::size_t i = 0; i < present.size(); ++i)
        addPresent(m_arm.present[i], present[i]);
    takeSeats();
    std::vector<int> free;
    for (std::size_t agent = 0; agent < m_seats.size(); ++agent) {
        if (m_seats[agent].isFree)
            free.push_back(int(agent));
    }
    std::stable_sort(free.begin(), free.end(), [this](int a, int b) { return m_seats[std::size_t(a)].freeSince < m_seats[std::size_t(b)].freeSince; });
    for (const int agent : free) {
        if (isAnybodyWaitingFor(m_arm.agents[std::size_t(agent)]))
            SQ_CHECK(call(agent));
    }
    return {};
}

void BranchRollout::takeSeats()
{
    for (std::size_t i = 0; i < m_arm.agents.size(); ++i) {
        const Agent &agent = m_state.agents.at(m_arm.agents[i].id);
        for (const Shift &shift : m_arm.agents[i].shifts) {
            schedule(double((shift.begins - m_now).count()), Happening::shiftBegins, int(i));
            if (shift.ends)
                schedule(double((*shift.ends - m_now).count()), Happening::shiftEnds, int(i));
        }
        if (agent.status == AgentStatus::available && !agent.current) {
            m_seats[i].isFree = true;
            m_seats[i].freeSince = agent.statusSince;
        } else if (agent.status == AgentStatus::paused) {
            if (const auto ends = breakEnds(m_state.branch, agent))
                schedule(double((*ends - m_now).count()), Happening::breakEnds, int(i));
        }
    }
}

void BranchRollout::addPresent(const PresentTicket &ticket, const Visitor &visitor)
{
    const int person = int(m_people.size());
    const bool waits = ticket.agent < 0;
    m_people.push_back({visitor, ticket.id, ticket.waitingSince, waits, waits, true});
    ++m_inside;
    if (waits) {
        ++m_waiting[std::size_t(ticket.queue)];
        ++m_tally.at(ticket.queue).customers;
        m_reserved += bool(m_state.tickets.at(ticket.id).reservedFor);
        if (visitor.patience != Duration::max())
            schedule(double(visitor.patience.count()), Happening::patienceEnds, person);
        return;
    }
    m_seats[std::size_t(ticket.agent)].person = person;
    const QueueHabits &habits = m_arm.queues[std::size_t(ticket.queue)].habits;
    const auto spent = double(std::max(Duration(0), ticket.spent).count());
    const double pace = m_arm.agents[std::size_t(ticket.agent)].pace;
    if (ticket.isServing)
        schedule(pace * habits.service.remaining(spent / pace, visitor.service), Happening::serviceEnds, ticket.agent);
    else if (visitor.shows < habits.noShowShare)
        schedule(habits.noShowWait.remaining(spent, visitor.walk), Happening::noShow, ticket.agent);
    else
        schedule(habits.walk.remaining(spent, visitor.walk), Happening::serviceStarts, ticket.agent);
}

Done BranchRollout::follow(const std::vector<Visitor> &arrivals)
{
    const Instant last = m_plan.until + patienceWithTheBranch;
    auto next = arrivals.begin();
    while (true) {
        const bool anybodyCounts = m_inside > 0 || (next != arrivals.end() && next->arrivesAt < m_plan.until);
        const bool arrives = next != arrivals.end() && (m_pending.empty() || next->arrivesAt < m_pending.top().at);
        if (!anybodyCounts || (!arrives && m_pending.empty()))
            break;
        const Instant at = arrives ? next->arrivesAt : m_pending.top().at;
        if (at > last)
            break;
        advance(at);
        if (arrives) {
            SQ_CHECK(arrive(*next++));
        } else {
            const Pending pending = m_pending.top();
            m_pending.pop();
            SQ_CHECK(happen(pending));
        }
    }
    m_tally.follow(m_plan.until + std::chrono::minutes(1), m_waiting);
    return {};
}

void BranchRollout::advance(Instant to)
{
    m_now = std::max(m_now, to);
    m_tally.follow(to, m_waiting);
}

Done BranchRollout::arrive(const Visitor &visitor)
{
    const ArmQueue &queue = m_arm.queues[std::size_t(visitor.queue)];
    if (visitor.keep >= queue.arrivalFactor)
        return {};
    const bool isCounted = visitor.arrivesAt < m_plan.until;
    IssueTicket command;
    command.queue = queue.id;
    command.priority = visitor.priority;
    RolloutCounts &counts = m_tally.at(visitor.queue);
    // A queue that is full, closed or paused turns people away.
    if (!carryOut(std::move(command))) {
        counts.turnedAway += isCounted;
        return {};
    }
    const int person = int(m_people.size());
    m_people.push_back({visitor, std::get<TicketIssued>(m_batch.events.back()).ticket, m_now, true, isCounted, isCounted});
    ++m_waiting[std::size_t(visitor.queue)];
    counts.customers += isCounted;
    m_inside += isCounted;
    if (const int agent = freeServer(visitor.queue); agent >= 0)
        return call(agent);
    if (visitor.patience != Duration::max())
        schedule(double(visitor.patience.count()), Happening::patienceEnds, person);
    return {};
}

template <class Body>
Done BranchRollout::finish(int agent, Body command)
{
    SQ_CHECK(carryOut(std::move(command)));
    Seat &seat = m_seats[std::size_t(agent)];
    isOut(m_people[std::size_t(seat.person)]);
    seat.person = -1;
    return goOn(agent);
}

Done BranchRollout::happen(const Pending &pending)
{
    switch (pending.what) {
    case Happening::serviceStarts: {
        const Visitor &visitor = m_people[std::size_t(m_seats[std::size_t(pending.who)].person)].visitor;
        if (visitor.recorded)
            return start(pending.who, visitor.recorded->service);
        const double service = m_arm.queues[std::size_t(visitor.queue)].habits.service.quantile(visitor.service);
        return start(pending.who, service * m_arm.agents[std::size_t(pending.who)].pace);
    }
    case Happening::serviceEnds: return finish(pending.who, CompleteService{m_arm.agents[std::size_t(pending.who)].id, {}});
    case Happening::noShow: return finish(pending.who, MarkNoShow{m_arm.agents[std::size_t(pending.who)].id});
    case Happening::patienceEnds: return leave(pending.who);
    case Happening::breakEnds:
        SQ_CHECK(carryOut(SetAgentStatus{m_arm.agents[std::size_t(pending.who)].id, AgentStatus::available, {}}));
        return callOrRest(pending.who);
    case Happening::shiftBegins: return signIn(pending.who);
    case Happening::shiftEnds:
        m_seats[std::size_t(pending.who)].goes = true;
        return m_seats[std::size_t(pending.who)].person < 0 ? signOut(pending.who) : Done();
    }
    return {};
}

Done BranchRollout::signIn(int agent)
{
    Seat &seat = m_seats[std::size_t(agent)];
    seat.goes = false;
    // The last one of the shift before was so long in service that it goes on.
    if (seat.person >= 0)
        return {};
    SQ_CHECK(carryOut(SignIn{m_arm.agents[std::size_t(agent)].id, {}}));
    return callOrRest(agent);
}

Done BranchRollout::signOut(int agent)
{
    m_seats[std::size_t(agent)].isFree = false;
    return carryOut(SignOut{m_arm.agents[std::size_t(agent)].id});
}

Done BranchRollout::callOrRest(int agent)
{
    if (isAnybodyWaitingFor(m_arm.agents[std::size_t(agent)]))
        return call(agent);
    m_seats[std::size_t(agent)].isFree = true;
    m_seats[std::size_t(agent)].freeSince = m_now;
    return {};
}

Done BranchRollout::call(int agent)
{
    Seat &seat = m_seats[std::size_t(agent)];
    if (const Done called = carryOut(CallNext{m_arm.agents[std::size_t(agent)].id}); !called) {
        if (called.error().code != failures::nobodyWaiting)
            return called;
        // Whoever waits is kept for somebody else.
        if (!seat.isFree)
            seat.freeSince = m_now;
        seat.isFree = true;
        return {};
    }
    const TicketId ticket = std::get<TicketCalled>(m_batch.events.back()).ticket;
    // Tickets are numbered on as they are issued.
    const auto present = std::lower_bound(m_arm.present.begin(), m_arm.present.end(), ticket, [](const PresentTicket &each, TicketId id) { return each.id < id; });
    const bool wasPresent = present != m_arm.present.end() && present->id == ticket;
    seat.person = wasPresent ? int(present - m_arm.present.begin()) : int(m_arm.present.size()) + int(ticket.value - m_arm.lastId) - 1;
    seat.isFree = false;
    Person &person = m_people[std::size_t(seat.person)];
    person.isWaiting = false;
    --m_waiting[std::size_t(person.visitor.queue)];
    if (std::get<TicketCalled>(m_batch.events.back()).basis.reserved)
        --m_reserved;
    const QueueHabits &habits = m_arm.queues[std::size_t(person.visitor.queue)].habits;
    const auto &recorded = person.visitor.recorded;
    const bool comes = recorded ? recorded->comes : person.visitor.shows >= habits.noShowShare;
    const double walk = recorded ? recorded->walk : (comes ? habits.walk : habits.noShowWait).quantile(person.visitor.walk);
    countCall(person, comes);
    if (comes)
        return startOrWalk(agent, walk);
    schedule(walk, Happening::noShow, agent);
    return {};
}

Done BranchRollout::startOrWalk(int agent, double walk)
{
    if (walk >= 1) {
        schedule(walk, Happening::serviceStarts, agent);
        return {};
    }
    return happen({m_now, 0, Happening::serviceStarts, agent});
}

Done BranchRollout::start(int agent, double service)
{
    SQ_CHECK(carryOut(StartService{m_arm.agents[std::size_t(agent)].id}));
    schedule(service, Happening::serviceEnds, agent);
    return {};
}

Done BranchRollout::goOn(int index)
{
    if (m_seats[std::size_t(index)].goes)
        return signOut(index);
    const Agent &agent = m_state.agents.at(m_arm.agents[std::size_t(index)].id);
    if (agent.status == AgentStatus::available)
        return callOrRest(index);
    // The break that they asked for meanwhile has begun.
    if (const auto ends = agent.status == AgentStatus::paused ? breakEnds(m_state.branch, agent) : std::nullopt)
        schedule(double((*ends - m_now).count()), Happening::breakEnds, index);
    return {};
}

Done BranchRollout::leave(int index)
{
    Person &person = m_people[std::size_t(index)];
    if (!person.isWaiting)
        return {};
    SQ_CHECK(carryOut(AbandonTicket{person.ticket}));
    person.isWaiting = false;
    --m_waiting[std::size_t(person.visitor.queue)];
    if (person.isCounted) {
        ++m_tally.at(person.visitor.queue).abandoned;
        m_tally.addWait(person.visitor.queue, m_now - person.waitingSince);
    }
    isOut(person);
    return {};
}

int BranchRollout::freeServer(int queue) const
{
    int best = -1;
    int rank = std::numeric_limits<int>::max();
    for (const ArmQueue::Server &server : m_arm.queues[std::size_t(queue)].servers) {
        if (server.rank > rank)
            break;
        const Seat &seat = m_seats[std::size_t(server.agent)];
        if (seat.isFree && (best < 0 || seat.freeSince < m_seats[std::size_t(best)].freeSince)) {
            best = server.agent;
            rank = server.rank;
        }
    }
    return best;
}

bool BranchRollout::isAnybodyWaitingFor(const ArmAgent &agent) const
{
    return m_reserved > 0 || std::any_of(agent.queues.begin(), agent.queues.end(), [this](int queue) { return m_waiting[std::size_t(queue)] > 0; });
}

void BranchRollout::countCall(const Person &person, bool comes)
{
    if (!person.isCounted)
        return;
    const int queue = person.visitor.queue;
    const Duration wait = m_now - person.waitingSince;
    RolloutCounts &counts = m_tally.at(queue);
    m_tally.addWait(queue, wait);
    counts.noShows += !comes;
    counts.served += comes;
    counts.onTime += comes && wait <= m_arm.queues[std::size_t(queue)].sla;
}

void BranchRollout::isOut(const Person &person)
{
    if (!person.isFollowed)
        return;
    --m_inside;
    m_tally.lastOutAt(m_now);
}

void BranchRollout::countUnserved()
{
    for (const Person &person : m_people) {
        if (!person.isWaiting || !person.isCounted)
            continue;
        ++m_tally.at(person.visitor.queue).unserved;
        m_tally.addWait(person.visitor.queue, m_plan.until - person.waitingSince);
    }
}

void BranchRollout::schedule(double milliseconds, Happening what, int who)
{
    m_pending.push({m_now + Duration(std::llround(std::max(0.0, milliseconds))), m_scheduled++, what, who});
}

} // namespace smartqueue::simulation
