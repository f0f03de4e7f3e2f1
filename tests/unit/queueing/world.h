#pragma once

#include <chrono>
#include <string>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

/// A branch under the two functions, with the log that a store would hold.
namespace smartqueue::queueing {

struct World {
    BranchState state;
    TimeZone zone;
    Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 19) + std::chrono::hours(9)};
    std::vector<EventBatch> log;

    Done tell(CommandBody body, AgentId actor = {})
    {
        const Command command{{}, std::move(body), actor, {}};
        auto events = decide(state, command, {now, zone});
        if (!events)
            return tl::unexpected(events.error());
        if (events->empty())
            return {};
        log.push_back({state.sequence + 1, now, {}, actor, std::string(nameOf(command.body)), std::move(*events)});
        apply(state, log.back());
        return {};
    }

    std::string refusal(CommandBody body, AgentId actor = {})
    {
        const Done told = tell(std::move(body), actor);
        return told ? std::string() : std::string(told.error().code.name());
    }

    ServiceId service(const std::string &name, std::chrono::seconds sla = std::chrono::minutes(10), std::vector<std::string> skills = {})
    {
        return must(DefineService{{{}, name, sla, std::move(skills)}}), ServiceId{state.lastId};
    }

    QueueId queue(const std::string &name, Discipline discipline = Discipline::fifo, ServiceId served = {}, std::string prefix = {})
    {
        Queue queue;
        queue.name = name;
        queue.service = served ? served : service(name);
        queue.discipline = discipline;
        queue.prefix = std::move(prefix);
        must(DefineQueue{queue});
        return {state.lastId};
    }

    AgentId agent(const std::string &name, const std::vector<Assignment> &assignments, std::vector<std::string> skills = {})
    {
        Agent agent;
        agent.name = name;
        agent.assignments = assignments;
        agent.skills = std::move(skills);
        must(DefineAgent{agent});
        const AgentId id{state.lastId};
        must(SignIn{id, "counter of " + name});
        return id;
    }

    TicketId issue(QueueId queue, int priority = 0)
    {
        IssueTicket issue;
        issue.queue = queue;
        issue.priority = priority;
        must(issue);
        return {state.lastId};
    }

    const Ticket &ticket(TicketId id) const { return state.tickets.at(id); }
    const Agent &agentOf(AgentId id) const { return state.agents.at(id); }
    TicketId inHand(AgentId id) const { return state.agents.at(id).current; }
    void wait(Duration duration) { now += duration; }
    void must(CommandBody body, AgentId actor = {})
    {
        if (const Done told = tell(std::move(body), actor); !told)
            throw std::runtime_error(std::string(told.error().code.name()));
    }
};

} // namespace smartqueue::queueing
