#include "people.h"

#include <algorithm>
#include <charconv>

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

#include "desktop.h"

namespace smartqueue::peer_simulation {

using namespace std::chrono_literals;

namespace {

constexpr Time patience = 4 * second;

void must(queueing::BranchState &state, CommandBody body, Instant now)
{
    const TimeZone zone;
    const auto events = queueing::decide(state, Command{{}, std::move(body), {}, {}}, {now, zone});
    queueing::apply(state, {0, now, {}, {}, {}, events.value()});
}

struct Branch {
    queueing::BranchState state;
    std::vector<QueueId> queues;
    std::vector<AgentId> agents;
};

/// Two queues, and agents who serve both.
Branch makeBranch(Instant now)
{
    Branch branch;
    for (const char *name : {"A", "B"}) {
        must(branch.state, DefineService{{{}, name, 10min, {}}}, now);
        Queue queue;
        queue.name = name;
        queue.prefix = name;
        queue.service = {branch.state.lastId};
        must(branch.state, DefineQueue{queue}, now);
        branch.queues.push_back({branch.state.lastId});
    }
    for (int i = 0; i < 2 * mostDesktops; ++i) {
        smartqueue::Agent agent;
        agent.name = "Agent " + std::to_string(i);
        agent.assignments = {{branch.queues[0], 1}, {branch.queues[1], 2}};
        must(branch.state, DefineAgent{agent}, now);
        branch.agents.push_back({branch.state.lastId});
        must(branch.state, SignIn{branch.agents.back(), std::to_string(i)}, now);
    }
    return branch;
}

const Branch &branchOpenedAt(bool late)
{
    static const Instant day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 19);
    static const Branch morning = makeBranch(day + 7h);
    static const Branch night = makeBranch(day + 21h);
    return late ? night : morning;
}

} // namespace

People::People(World &world) : m_world(world), m_guardedUntil(std::size_t(world.count()), 0)
{
    // A business day may end meanwhile: numbers begin anew.
    const bool late = world.random.chance(0.15);
    const Instant day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 19);
    m_opening = late ? day + 23h + 59min + 30s : day + 9h;
    m_thinking = world.random.between(150, 1500) * millisecond;
    m_queues = branchOpenedAt(late).queues;
    for (int desktop = 0; desktop < world.count(); ++desktop) {
        const int seats = int(world.random.between(desktop == 0 ? 1 : 0, 2));
        for (int seat = 0; seat < seats; ++seat) {
            Agent agent;
            agent.id = branchOpenedAt(late).agents[m_agents.size()];
            agent.desktop = desktop;
            m_agents.push_back(agent);
        }
    }
}

queueing::BranchState People::openedBranch() const
{
    queueing::BranchState state = branchOpenedAt(m_opening.time_since_epoch() % 24h > 12h).state;
    state.undoable.clear();
    return state;
}

void People::begin()
{
    for (std::size_t agent = 0; agent < m_agents.size(); ++agent)
        m_world.plan(m_world.random.between(0, 3 * second), What::agentActs, -1, 0, int(agent));
    m_world.plan(second, What::adminLooks);
}

bool People::isAnyoneWaiting() const
{
    return std::any_of(m_agents.begin(), m_agents.end(), [](const Agent &agent) { return !agent.outstanding.empty(); });
}

void People::agentActs(int index)
{
    Agent &agent = m_agents[std::size_t(index)];
    Time next = Time(m_world.random.exponential(double(m_thinking))) + millisecond;
    if (agent.outstanding.empty() && !m_stopped) {
        agent.outstanding = "c" + std::to_string(index) + "." + std::to_string(++agent.asked);
        m_commands[agent.outstanding] = nextCommand(agent);
        agent.askedAt = -patience;
    }
    if (!agent.outstanding.empty() && m_world.now - agent.askedAt >= patience)
        ask(index);
    if (m_stopped)
        next = std::min(next, 500 * millisecond);
    m_world.plan(next, What::agentActs, -1, 0, index);
}

void People::ask(int index)
{
    Agent &agent = m_agents[std::size_t(index)];
    Desktop &desktop = m_world.desktop(agent.desktop);
    if (!desktop.isRunning())
        return;
    agent.askedAt = m_world.now;
    desktop.press(index, agent.outstanding);
}

Command People::nextCommand(const Agent &agent)
{
    RandomSource &random = m_world.random;
    Command command;
    command.id = agent.outstanding;
    command.actor = agent.id;
    const int dice = int(random.between(0, 99));
    if (!agent.hand) {
        if (dice < 60) {
            command.body = CallNext{agent.id};
        } else if (dice < 95) {
            IssueTicket issue;
            issue.queue = m_queues[std::size_t(random.between(0, 1))];
            command.body = issue;
        } else {
            command.body = Undo{agent.id, {}};
        }
    } else if (dice < 35) {
        command.body = StartService{agent.id};
    } else if (dice < 70) {
        command.body = CompleteService{agent.id, "done"};
    } else if (dice < 80) {
        command.body = ReturnTicket{agent.hand, {random.chance(0.5) ? ReturnPlace::Kind::own : ReturnPlace::Kind::end, 0}};
    } else if (dice < 85) {
        command.body = TransferTicket{agent.hand, m_queues[std::size_t(random.between(0, 1))], {}};
    } else if (dice < 90) {
        command.body = Undo{agent.id, {}};
    } else {
        IssueTicket issue;
        issue.queue = m_queues[std::size_t(random.between(0, 1))];
        command.body = issue;
    }
    return command;
}

void People::answered(int, const std::string &id, const std::string &bytes)
{
    const auto found = std::find_if(m_agents.begin(), m_agents.end(), [&](const Agent &agent) { return agent.outstanding == id; });
    if (found == m_agents.end())
        return;
    Agent &agent = *found;
    const Command &command = m_commands.at(id);
    agent.outstanding.clear();
    int index = -1;
    if (bytes.size() > 1 && bytes.front() == 'r')
        std::from_chars(bytes.data() + 1, bytes.data() + bytes.size(), index);
    if (index < 0) {
        // It is not as this agent thought: a ticket in hand, or none.
        agent.hand = agent.hand ? TicketId{} : std::holds_alternative<CallNext>(command.body) && m_world.random.chance(0.5) ? TicketId{-1} : TicketId{};
        return;
    }
    Record &record = m_world.records[index];
    if (!record.acknowledged)
        ++m_world.findings.acknowledged;
    record.acknowledged = true;
    m_world.say("agent ", agent.id.value, " is told that ", id, " (", record.batch.kind, ") is done as ", record.end.sequence, " of epoch ", record.end.epoch);
    for (const Event &event : record.batch.events) {
        if (const auto *called = std::get_if<TicketCalled>(&event))
            agent.hand = called->ticket;
    }
    const bool putsDown = std::holds_alternative<CompleteService>(command.body) || std::holds_alternative<ReturnTicket>(command.body)
        || std::holds_alternative<TransferTicket>(command.body) || std::holds_alternative<Undo>(command.body);
    if (putsDown)
        agent.hand = {};
}

void People::notAnswered(const std::string &id)
{
    for (Agent &agent : m_agents) {
        if (agent.outstanding == id)
            agent.askedAt = m_world.now - m_world.random.between(0, patience);
    }
}

} // namespace smartqueue::peer_simulation
