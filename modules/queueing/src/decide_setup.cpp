#include <algorithm>
#include <set>

#include <smartqueue/foundation/text.h>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

template <class Map, class Id, class NameOf>
Done freeName(const Map &map, Id own, const std::string &name, NameOf nameOfItem)
{
    for (const auto &[id, item] : map) {
        if (id != own && sameName(nameOfItem(item), name))
            return fail(failures::nameTaken, {{"name", name}});
    }
    return {};
}

template <class Map, class Id>
Result<Id> ownOrNewId(const Context &context, const Map &map, Id id, FailureCode unknown, std::size_t limit)
{
    if (id)
        return map.contains(id) ? Result<Id>(id) : Result<Id>(fail(unknown, {{"id", std::to_string(id.value)}}));
    if (map.size() >= limit)
        return fail(failures::limitReached, {{"maximum", std::to_string(limit)}});
    return Id{context.state.lastId + 1};
}

Result<std::vector<std::string>> checkedNames(std::string_view field, const std::vector<std::string> &names)
{
    if (names.size() > 200)
        return fail(failures::limitReached, {{"field", std::string(field)}, {"maximum", "200"}});
    std::vector<std::string> checked;
    for (const std::string &name : names) {
        auto text = checkedText(field, name, limits::nameCodePoints, false);
        SQ_CHECK(text);
        if (std::find(checked.begin(), checked.end(), *text) == checked.end())
            checked.push_back(std::move(*text));
    }
    return checked;
}

bool prefixInUse(const BranchState &state, const std::string &prefix)
{
    return std::any_of(state.queues.begin(), state.queues.end(),
                       [&](const auto &item) { return sameName(item.second.config.prefix, prefix); });
}

/// Two queues may share a prefix; one that differs only in case would be read as the same on the display.
Done distinctPrefix(const BranchState &state, QueueId own, const std::string &prefix)
{
    for (const auto &[id, queue] : state.queues) {
        const std::string &other = queue.config.prefix;
        if (id != own && other != prefix && sameName(other, prefix))
            return fail(failures::prefixTaken, {{"prefix", prefix}, {"value", prefix}, {"by", queue.config.name}});
    }
    return {};
}

/// A, B … Z, AA, AB …
std::string freePrefix(const BranchState &state)
{
    for (std::size_t i = 0;; ++i) {
        std::string prefix;
        for (std::size_t n = i + 1; n > 0; n = (n - 1) / 26)
            prefix.insert(prefix.begin(), char('A' + (n - 1) % 26));
        if (!prefixInUse(state, prefix))
            return prefix;
    }
}

Result<std::vector<BreakReason>> checkedReasons(const std::vector<BreakReason> &asked)
{
    SQ_CHECK(checkedRange("break_reasons", std::int64_t(asked.size()), 0, std::int64_t(limits::breakReasons)));
    std::vector<BreakReason> reasons;
    for (const BreakReason &each : asked) {
        auto name = checkedText("break_reasons", each.name, limits::nameCodePoints, false);
        SQ_CHECK(name);
        if (each.limit)
            SQ_CHECK(checkedRange("limit_minutes", each.limit->count(), 1, std::chrono::minutes(limits::breakMaximum).count()));
        if (std::any_of(reasons.begin(), reasons.end(), [&](const BreakReason &other) { return sameName(other.name, *name); }))
            return fail(failures::nameTaken, {{"name", *name}});
        reasons.push_back({std::move(*name), each.limit});
    }
    return reasons;
}

std::vector<Assignment> byRank(std::vector<Assignment> assignments)
{
    std::stable_sort(assignments.begin(), assignments.end(), [](const Assignment &a, const Assignment &b) { return a.rank < b.rank; });
    return assignments;
}

} // namespace

Decision rule(const Context &context, const DefineBranch &command)
{
    Branch branch = command.branch;
    auto name = checkedText("name", branch.name, limits::nameCodePoints, true);
    SQ_CHECK(name);
    branch.name = *name;
    SQ_CHECK(checkedText("timezone", branch.timeZone, limits::nameCodePoints, false));
    SQ_CHECK(checkedRange("reset_hour", branch.numberReset.hour, 0, 23));
    SQ_CHECK(checkedRange("retention_days", branch.retentionDays, 1, 36'500));
    SQ_CHECK(checkedRange("undo_seconds", branch.undoWindow.count(), 0, std::chrono::seconds(limits::undoWindowMaximum).count()));
    SQ_CHECK(checkedRange("opens_at", branch.opensAt, 0, 24 * 60));
    SQ_CHECK(checkedRange("closes_at", branch.closesAt, 0, 24 * 60));
    if (!(branch.onTimeTarget >= 0.0 && branch.onTimeTarget <= 1.0))
        return fail(failures::outOfRange, {{"field", "on_time_target"}, {"minimum", "0"}, {"maximum", "1"}});
    auto counters = checkedNames("counters", branch.counters);
    SQ_CHECK(counters);
    branch.counters = *counters;
    auto reasons = checkedReasons(branch.breakReasons);
    SQ_CHECK(reasons);
    branch.breakReasons = std::move(*reasons);
    BranchDefined defined{std::move(branch), {}};
    // The day goes on under its new name: numbers begin anew when it is over, not because of a setting.
    if (command.businessDay && context.businessDay != 0 && *command.businessDay > context.businessDay)
        defined.businessDay = command.businessDay;
    return just(std::move(defined));
}

Decision rule(const Context &context, const DefineService &command)
{
    Service service = command.service;
    const auto id = ownOrNewId(context, context.state.services, service.id, failures::unknownService, limits::services);
    SQ_CHECK(id);
    service.id = *id;
    auto name = checkedText("name", service.name, limits::nameCodePoints, false);
    SQ_CHECK(name);
    service.name = *name;
    SQ_CHECK(freeName(context.state.services, service.id, service.name, [](const Service &s) { return s.name; }));
    SQ_CHECK(checkedRange("sla_seconds", service.sla.count(), std::chrono::seconds(limits::slaMinimum).count(),
                          std::chrono::seconds(limits::slaMaximum).count()));
    auto skills = checkedNames("required_skills", service.requiredSkills);
    SQ_CHECK(skills);
    service.requiredSkills = *skills;
    return just(ServiceDefined{std::move(service)});
}

Decision rule(const Context &context, const DefineQueue &command)
{
    Queue queue = command.queue;
    const auto id = ownOrNewId(context, context.state.queues, queue.id, failures::unknownQueue, limits::queues);
    SQ_CHECK(id);
    queue.id = *id;
    auto name = checkedText("name", queue.name, limits::nameCodePoints, false);
    SQ_CHECK(name);
    queue.name = *name;
    SQ_CHECK(freeName(context.state.queues, queue.id, queue.name, [](const QueueState &q) { return q.config.name; }));
    if (!context.state.service(queue.service))
        return fail(failures::unknownService, {{"service", std::to_string(queue.service.value)}});
    auto prefix = checkedText("prefix", queue.prefix, limits::prefixCodePoints, true);
    SQ_CHECK(prefix);
    if (!isVisibleThroughout(*prefix))
        return fail(failures::invalidValue, {{"field", "prefix"}, {"value", *prefix}});
    queue.prefix = prefix->empty() ? freePrefix(context.state) : *prefix;
    // "A1" + "001" and "A" + "1001" would be one number on the display.
    if (queue.prefix.back() >= '0' && queue.prefix.back() <= '9')
        return fail(failures::invalidValue, {{"field", "prefix"}, {"value", queue.prefix}});
    SQ_CHECK(distinctPrefix(context.state, queue.id, queue.prefix));
    SQ_CHECK(checkedRange("first_number", queue.firstNumber, 1, limits::number));
    SQ_CHECK(checkedRange("last_number", queue.lastNumber, queue.firstNumber, limits::number));
    if (queue.maxCapacity)
        SQ_CHECK(checkedRange("max_capacity", *queue.maxCapacity, 1, limits::capacity));
    return just(QueueDefined{std::move(queue)});
}

Decision rule(const Context &context, const DefineAgent &command)
{
    Agent agent;
    const auto id = ownOrNewId(context, context.state.agents, command.agent.id, failures::unknownAgent, limits::agents);
    SQ_CHECK(id);
    agent.id = *id;
    const Agent *known = context.state.agent(agent.id);
    agent.user = known ? known->user : command.agent.user;
    auto name = checkedText("name", command.agent.name, limits::nameCodePoints, false);
    SQ_CHECK(name);
    agent.name = *name;
    SQ_CHECK(freeName(context.state.agents, agent.id, agent.name, [](const Agent &a) { return a.name; }));
    auto skills = checkedNames("skills", command.agent.skills);
    SQ_CHECK(skills);
    agent.skills = *skills;
    agent.hourlyCost = command.agent.hourlyCost;
    if (agent.hourlyCost)
        SQ_CHECK(checkedRange("hourly_cost", *agent.hourlyCost, 0, limits::hourlyCost));
    std::set<QueueId> seen;
    for (const Assignment &assignment : command.agent.assignments) {
        SQ_CHECK(findQueue(context, assignment.queue));
        SQ_CHECK(checkedRange("rank", assignment.rank, 1, limits::rank));
        if (!seen.insert(assignment.queue).second)
            return fail(failures::invalidValue, {{"field", "queues"}});
    }
    agent.assignments = byRank(command.agent.assignments);
    return just(AgentDefined{std::move(agent)});
}

Decision rule(const Context &context, const RemoveService &command)
{
    const Service *service = context.state.service(command.service);
    if (!service)
        return fail(failures::unknownService, {{"service", std::to_string(command.service.value)}});
    for (const auto &[id, queue] : context.state.queues) {
        if (queue.config.service == command.service)
            return fail(failures::inUse, {{"name", service->name}, {"by", queue.config.name}});
    }
    return just(ServiceRemoved{command.service});
}

Decision rule(const Context &context, const RemoveQueue &command)
{
    const auto queue = findQueue(context, command.queue);
    SQ_CHECK(queue);
    for (const auto &[id, ticket] : context.state.tickets) {
        if (ticket.queue == command.queue && isOpen(ticket.state))
            return fail(failures::inUse, {{"name", (*queue)->config.name}, {"by", ticket.number}});
    }
    return just(QueueRemoved{command.queue});
}

Decision rule(const Context &context, const RemoveAgent &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    if ((*agent)->status != AgentStatus::offline)
        return fail(failures::agentSignedIn, {{"agent", (*agent)->name}});
    for (const auto &[id, ticket] : context.state.tickets) {
        if (isOpen(ticket.state) && ticket.agent == command.agent)
            return fail(failures::inUse, {{"name", (*agent)->name}, {"by", ticket.number}});
    }
    return just(AgentRemoved{command.agent, keptFor(context.state, command.agent)});
}

Decision rule(const Context &context, const SetDiscipline &command)
{
    const auto queue = findQueue(context, command.queue);
    SQ_CHECK(queue);
    if ((*queue)->config.discipline == command.discipline)
        return Events{};
    return just(DisciplineChanged{command.queue, command.discipline});
}

Decision rule(const Context &context, const SetQueueStatus &command)
{
    const auto queue = findQueue(context, command.queue);
    SQ_CHECK(queue);
    if ((*queue)->config.status == command.status)
        return Events{};
    return just(QueueStatusChanged{command.queue, command.status});
}

Decision rule(const Context &context, const AssignAgent &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    SQ_CHECK(findQueue(context, command.queue));
    int rank = 1;
    for (const Assignment &assignment : (*agent)->assignments)
        rank = std::max(rank, std::min(assignment.rank + 1, limits::rank));
    if (command.rank) {
        SQ_CHECK(checkedRange("rank", *command.rank, 1, limits::rank));
        rank = *command.rank;
    }
    return just(AgentAssigned{command.agent, command.queue, rank});
}

Decision rule(const Context &context, const UnassignAgent &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    const auto queue = findQueue(context, command.queue);
    SQ_CHECK(queue);
    const auto &assignments = (*agent)->assignments;
    if (std::none_of(assignments.begin(), assignments.end(), [&](const Assignment &a) { return a.queue == command.queue; }))
        return fail(failures::notAssigned, {{"agent", (*agent)->name}, {"queue", (*queue)->config.name}});
    return just(AgentUnassigned{command.agent, command.queue});
}

Decision rule(const Context &context, const SignIn &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    auto counter = checkedText("counter", command.counter, limits::nameCodePoints, true);
    SQ_CHECK(counter);
    if ((*agent)->status != AgentStatus::offline)
        return fail(failures::agentSignedIn, {{"agent", (*agent)->name}, {"counter", (*agent)->counter}});
    for (const auto &[id, other] : context.state.agents) {
        if (id != command.agent && !counter->empty() && other.status != AgentStatus::offline && sameName(other.counter, *counter))
            return fail(failures::counterTaken, {{"counter", *counter}, {"by", other.name}});
    }
    return just(AgentSignedIn{command.agent, *counter});
}

Decision rule(const Context &context, const SignOut &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    if ((*agent)->status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", (*agent)->name}});
    if ((*agent)->current)
        return fail(failures::agentBusy, {{"agent", (*agent)->name}, {"number", numberOf(context.state, (*agent)->current)}});
    return just(AgentSignedOut{command.agent, keptFor(context.state, command.agent)});
}

Decision rule(const Context &context, const SetAgentStatus &command)
{
    const auto found = findAgent(context, command.agent);
    SQ_CHECK(found);
    const Agent &agent = **found;
    auto reason = checkedText("reason", command.reason, limits::reasonCodePoints, true);
    SQ_CHECK(reason);
    if (command.status == AgentStatus::offline)
        return rule(context, SignOut{command.agent});
    if (agent.status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", agent.name}});
    if (agent.current) {
        const bool wantsBreak = command.status == AgentStatus::paused;
        if (wantsBreak == agent.breakArmed && (!wantsBreak || *reason == agent.armedReason))
            return Events{};
        return just(BreakArmed{agent.id, wantsBreak, wantsBreak ? *reason : std::string()});
    }
    if (agent.status == command.status && agent.statusReason == *reason)
        return Events{};
    return just(AgentStatusChanged{agent.id, command.status, *reason});
}

} // namespace smartqueue::queueing
