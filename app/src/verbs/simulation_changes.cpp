#include "verbs/simulation_changes.h"

#include <charconv>
#include <optional>
#include <string_view>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/foundation/text.h>

namespace smartqueue::app {

using queueing::BranchState;
using simulation::Changes;

namespace {

constexpr const char *grammar = "move-agent NAME QUEUE, open-counter QUEUE, algorithm QUEUE fifo|priority|sla, routing ranks|longest_queue|costed_delay|deadline, or arrivals QUEUE +20%";

tl::unexpected<Failure> unreadable(const std::string &sentence)
{
    return fail(failures::invalidValue, {{"field", "change"}, {"value", sentence}, {"expected", grammar}});
}

const queueing::QueueState *queueNamed(const BranchState &state, std::string_view name)
{
    for (const auto &[id, queue] : state.queues) {
        if (sameName(queue.config.name, name))
            return &queue;
    }
    return nullptr;
}

const Agent *agentNamed(const BranchState &state, std::string_view name)
{
    for (const auto &[id, agent] : state.agents) {
        if (sameName(agent.name, name))
            return &agent;
    }
    return nullptr;
}

Result<const queueing::QueueState *> findQueue(const BranchState &state, std::string_view name)
{
    if (const auto *queue = queueNamed(state, name))
        return queue;
    return fail(failures::unknownQueue, {{"queue", std::string(trimmed(name))}});
}

/// At the last space: a word and what comes before it.
struct LastWord {
    std::string_view before;
    std::string_view word;
};

std::optional<LastWord> lastWordOf(std::string_view text)
{
    const auto space = text.rfind(' ');
    if (space == std::string_view::npos || trimmed(text.substr(0, space)).empty())
        return std::nullopt;
    return LastWord{trimmed(text.substr(0, space)), text.substr(space + 1)};
}

/// "+20%" as 1.2.
std::optional<double> factorIn(std::string_view text)
{
    if (text.size() < 3 || text.back() != '%' || (text.front() != '+' && text.front() != '-'))
        return std::nullopt;
    const std::string_view digits = text.substr(1, text.size() - 2);
    double percent = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), percent, std::chars_format::fixed);
    const bool isNumber = error == std::errc() && end == digits.data() + digits.size() && digits.front() != '-';
    const double factor = 1 + (text.front() == '-' ? -percent : percent) / 100;
    return isNumber && factor >= 0 && factor <= simulation::mostArrivalFactor ? std::optional(factor) : std::nullopt;
}

struct Move {
    const Agent *agent = nullptr;
    const queueing::QueueState *queue = nullptr;
};

/// Names have spaces: the agent's ends where both parts are known.
Result<Move> moveIn(const std::string &sentence, std::string_view text, const BranchState &state)
{
    std::optional<std::string> knownAgent;
    for (auto space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
        const Move move{agentNamed(state, text.substr(0, space)), queueNamed(state, text.substr(space + 1))};
        if (move.agent && move.queue)
            return move;
        if (move.queue)
            return fail(failures::unknownAgent, {{"agent", std::string(trimmed(text.substr(0, space)))}});
        if (move.agent)
            knownAgent = std::string(trimmed(text.substr(space + 1)));
    }
    if (knownAgent)
        return fail(failures::unknownQueue, {{"queue", *knownAgent}});
    const auto words = lastWordOf(text);
    if (!words)
        return unreadable(sentence);
    return fail(failures::unknownAgent, {{"agent", std::string(words->before)}});
}

Done addMove(const std::string &sentence, std::string_view text, const BranchState &state, Changes &changes)
{
    const auto move = moveIn(sentence, text, state);
    SQ_CHECK(move);
    if (move->agent->status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", move->agent->name}});
    if (!queueing::hasSkillsFor(state, *move->agent, move->queue->config))
        return fail(failures::missingSkill, {{"agent", move->agent->name}, {"queue", move->queue->config.name}});
    for (CommandBody &command : simulation::moveAgent(state, move->agent->id, move->queue->config.id))
        changes.commands.push_back(std::move(command));
    return {};
}

Done addDiscipline(const std::string &sentence, std::string_view text, const BranchState &state, Changes &changes)
{
    const auto words = lastWordOf(text);
    if (!words)
        return unreadable(sentence);
    const auto queue = findQueue(state, words->before);
    SQ_CHECK(queue);
    const auto discipline = fromName<Discipline>(words->word);
    if (!discipline)
        return fail(failures::invalidValue, {{"field", "algorithm"}, {"value", std::string(words->word)}, {"expected", "fifo, priority or sla"}});
    changes.commands.push_back(SetDiscipline{(*queue)->config.id, *discipline});
    return {};
}

Done addRouting(std::string_view word, const BranchState &state, Changes &changes)
{
    const auto routing = fromName<CallRouting>(word);
    if (!routing)
        return fail(failures::invalidValue, {{"field", "routing"}, {"value", std::string(word)}, {"expected", "ranks, longest_queue, costed_delay or deadline"}});
    Branch branch = state.branch;
    branch.routing = *routing;
    changes.commands.push_back(DefineBranch{std::move(branch)});
    return {};
}

Done addArrivals(const std::string &sentence, std::string_view text, const BranchState &state, Changes &changes)
{
    const auto words = lastWordOf(text);
    if (!words)
        return unreadable(sentence);
    const auto queue = findQueue(state, words->before);
    SQ_CHECK(queue);
    const auto factor = factorIn(words->word);
    if (!factor)
        return fail(failures::invalidValue, {{"field", "arrivals"}, {"value", std::string(words->word)}, {"expected", "a change such as +20% or -10%"}});
    changes.arrivalFactors.try_emplace((*queue)->config.id, 1.0).first->second *= *factor;
    return {};
}

Done addCounter(std::string_view text, const BranchState &state, Changes &changes)
{
    const auto queue = findQueue(state, text);
    SQ_CHECK(queue);
    changes.openedCounters.push_back((*queue)->config.id);
    return {};
}

Done add(const std::string &sentence, const BranchState &state, Changes &changes)
{
    const std::string_view whole = trimmed(sentence);
    const auto space = whole.find(' ');
    if (space == std::string_view::npos)
        return unreadable(sentence);
    const std::string_view verb = whole.substr(0, space);
    const std::string_view rest = trimmed(whole.substr(space));
    if (verb == "move-agent")
        return addMove(sentence, rest, state, changes);
    if (verb == "open-counter")
        return addCounter(rest, state, changes);
    if (verb == "algorithm")
        return addDiscipline(sentence, rest, state, changes);
    if (verb == "routing")
        return addRouting(rest, state, changes);
    if (verb == "arrivals")
        return addArrivals(sentence, rest, state, changes);
    return unreadable(sentence);
}

} // namespace

Result<Changes> changesIn(const std::vector<std::string> &sentences, const BranchState &state)
{
    Changes changes;
    for (const std::string &sentence : sentences)
        SQ_CHECK(add(sentence, state, changes));
    return changes;
}

} // namespace smartqueue::app
