#include "verbs/experiment.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/simulation/replay_study.h>

#include "verbs/ticket_log_input.h"

namespace smartqueue::app {

using Json = nlohmann::ordered_json;

namespace {

struct ReadLog {
    std::vector<simulation::PastTicket> tickets;
    std::vector<std::string> queues;
    std::int64_t refusedRows = 0;
};

simulation::PastTicket pastTicketOf(const exchange::LogTicket &ticket, Numbering &queues, Numbering &agents)
{
    using Outcome = exchange::LogTicket::Outcome;
    simulation::PastTicket past;
    past.queue = QueueId{std::int64_t(queues(ticket.queue)) + 1};
    past.priority = ticket.priority;
    past.arrivedAt = ticket.arrivedAt;
    past.endedAt = ticket.endedAt;
    past.end = TicketState::abandoned;
    if (ticket.outcome == Outcome::abandoned)
        return past;
    past.end = ticket.outcome == Outcome::served ? TicketState::completed : TicketState::noShow;
    past.calledAt = ticket.calledAt ? ticket.calledAt : ticket.startedAt;
    if (ticket.outcome == Outcome::served)
        past.startedAt = ticket.startedAt ? ticket.startedAt : ticket.calledAt;
    if (!ticket.agent.empty())
        past.agent = AgentId{std::int64_t(agents(ticket.agent)) + 1};
    return past;
}

Result<ReadLog> readLog(const Experiment &asked)
{
    ReadLog read;
    Numbering queues;
    Numbering agents;
    const auto refused = readTicketLog(asked.file, asked.map, simulation::mostReplayedTickets,
                                       [&](const exchange::LogTicket &ticket) { read.tickets.push_back(pastTicketOf(ticket, queues, agents)); });
    SQ_CHECK(refused);
    read.refusedRows = *refused;
    read.queues = queues.names();
    return read;
}

/// "+2" or "-1".
std::optional<int> extraAgentsIn(const std::string &text)
{
    if (text.empty())
        return 0;
    int value = 0;
    const char *end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data() + 1, end, value);
    const bool isChange = (text.front() == '+' || text.front() == '-') && error == std::errc() && read == end && value >= 0;
    return isChange ? std::optional(text.front() == '-' ? -value : value) : std::nullopt;
}

Result<simulation::ReplayWay> wayOf(const Experiment::Way &asked, const std::string &suffix)
{
    const auto discipline = fromName<Discipline>(asked.discipline);
    if (!discipline)
        return fail(failures::invalidValue, {{"field", suffix}, {"value", asked.discipline}, {"expected", "fifo, priority or sla"}});
    const auto routing = simulation::routingNamed(asked.routing);
    if (!routing)
        return fail(failures::invalidValue, {{"field", "routing-" + suffix}, {"value", asked.routing}, {"expected", "skills, primary, dedicated, pooled, longest_queue, costed_delay or deadline"}});
    const auto agents = extraAgentsIn(asked.agents);
    if (!agents)
        return fail(failures::invalidValue, {{"field", "agents-" + suffix}, {"value", asked.agents}, {"expected", "agents more or fewer, such as +1 or -2"}});
    return simulation::ReplayWay{*discipline, *routing, *agents};
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Json jsonOf(const simulation::Estimate &estimate)
{
    return {{"mean", rounded(estimate.mean)}, {"low", rounded(estimate.low)}, {"high", rounded(estimate.high)}};
}

Json jsonOf(const simulation::OutcomeFigures &figures)
{
    return {{"mean_wait", jsonOf(figures.meanWait)},
            {"p90_wait", jsonOf(figures.p90Wait)},
            {"sla_share", jsonOf(figures.slaShare)},
            {"abandoned", jsonOf(figures.abandoned)}};
}

Json jsonOf(const simulation::QueueOutcome &outcome)
{
    Json json = jsonOf(outcome.figures);
    json["customers"] = rounded(outcome.customers);
    json["unserved"] = rounded(outcome.unserved);
    return json;
}

Json jsonOf(const simulation::ReplayWay &way)
{
    return {{"discipline", nameOf(way.discipline)}, {"routing", nameOf(way.routing)}, {"extra_agents", way.extraAgents}};
}

/// As it was on record: what the first way has to be near to be believed. Seconds, of everybody; the last one is all queues together.
std::vector<double> recordedWaits(const ReadLog &log)
{
    std::vector<double> sums(log.queues.size() + 1);
    std::vector<double> counts(sums.size());
    for (const simulation::PastTicket &ticket : log.tickets) {
        const Instant until = ticket.calledAt.value_or(ticket.endedAt.value_or(ticket.arrivedAt));
        for (const std::size_t queue : {std::size_t(ticket.queue.value - 1), log.queues.size()}) {
            sums[queue] += std::chrono::duration<double>(until - ticket.arrivedAt).count();
            ++counts[queue];
        }
    }
    for (std::size_t queue = 0; queue < sums.size(); ++queue)
        sums[queue] = counts[queue] > 0 ? sums[queue] / counts[queue] : 0;
    return sums;
}

std::string verdictOf(const simulation::ReplayStudy &study)
{
    const simulation::Estimate &wait = study.wholeDifference.meanWait;
    const simulation::Estimate &left = study.wholeDifference.abandoned;
    const bool isSure = wait.low > 0 || wait.high < 0;
    char text[320];
    if (isSure)
        std::snprintf(text, sizeof text, "Over %d days b makes the mean wait %.1f s %s than a (99 %% interval of the difference: %.1f to %.1f s); %.1f %s leave a day.",
                      study.days, std::abs(wait.mean), wait.mean < 0 ? "shorter" : "longer", wait.low, wait.high, std::abs(left.mean), left.mean < 0 ? "fewer" : "more");
    else
        std::snprintf(text, sizeof text, "Over %d days no difference in the mean wait shows beyond chance: b adds %.1f s to a (99 %% interval: %.1f to %.1f s).", study.days,
                      wait.mean, wait.low, wait.high);
    return text;
}

Json studyJson(const ReadLog &log, const simulation::ReplayPlan &plan, const simulation::ReplayStudy &study)
{
    const std::vector<double> recorded = recordedWaits(log);
    auto queues = Json::array();
    for (std::size_t i = 0; i < log.queues.size(); ++i) {
        queues.push_back({{"queue", log.queues[i]},
                          {"recorded_mean_wait", rounded(recorded[i])},
                          {"a", jsonOf(study.a.queues[i])},
                          {"b", jsonOf(study.b.queues[i])},
                          {"difference", jsonOf(study.differences[i])}});
    }
    constexpr double confidenceLevel = 0.99;
    return {{"verdict", verdictOf(study)},
            {"days", study.days},
            {"tickets", study.tickets},
            {"refused_rows", log.refusedRows},
            {"replications_are", "days"},
            {"confidence_level", confidenceLevel},
            {"seed", plan.seed},
            {"a", jsonOf(plan.a)},
            {"b", jsonOf(plan.b)},
            {"all", {{"recorded_mean_wait", rounded(recorded.back())}, {"a", jsonOf(study.a.whole)}, {"b", jsonOf(study.b.whole)}, {"difference", jsonOf(study.wholeDifference)}}},
            {"queues", queues}};
}

Result<simulation::ReplayPlan> planOf(const Experiment &asked)
{
    simulation::ReplayPlan plan;
    const auto a = wayOf(asked.a, "a");
    SQ_CHECK(a);
    const auto b = wayOf(asked.b, "b");
    SQ_CHECK(b);
    plan.a = *a;
    plan.b = *b;
    plan.sla = std::chrono::seconds(asked.slaSeconds);
    plan.seed = asked.seed;
    return plan;
}

} // namespace

int runExperiment(const Experiment &asked, const Output &output)
{
    const auto plan = planOf(asked);
    if (!plan)
        return output.misuse(plan.error());
    const auto log = readLog(asked);
    if (!log)
        return output.failure(log.error());
    const auto study = simulation::replayDays(log->tickets, int(log->queues.size()), TimeZone(), *plan);
    if (!study)
        return study.error().code == failures::outOfRange ? output.misuse(study.error()) : output.failure(study.error());
    output.answer(studyJson(*log, *plan, *study));
    return done;
}

} // namespace smartqueue::app
