#include "smartqueue/exchange/report_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/names.h>

namespace smartqueue::exchange {

namespace {

using Json = nlohmann::ordered_json;

template <class Enum>
std::string word(Enum value)
{
    return std::string(nameOf(value));
}

std::string print(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double rounded(double value, double steps = 10'000)
{
    return std::round(value * steps) / steps;
}

/// Whole percents of a share.
std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

Json optionalSeconds(const std::optional<std::chrono::seconds> &value)
{
    return value ? Json(value->count()) : Json(nullptr);
}

Json queueJson(const analytics::QueueHealth &health)
{
    Json json{{"id", health.id.value},
              {"name", health.name},
              {"algorithm", word(health.discipline)},
              {"status", word(health.status)},
              {"waiting_count", health.waiting},
              {"late_tickets_count", health.late},
              {"sla_breach_rate", rounded(health.breachRate)},
              {"available_agents", health.availableAgents},
              {"health_score", health.score},
              {"health_status", word(health.healthStatus)}};
    json["alerts"] = Json::array();
    for (const analytics::AlertFinding &alert : health.alerts)
        json["alerts"].push_back({{"type", word(alert.type)}, {"severity", word(alert.severity)}, {"value", rounded(alert.value)}});
    json["eta_seconds"] = optionalSeconds(health.eta);
    json["load_ratio"] = rounded(health.loadRatio);
    return json;
}

Json balanceJson(const analytics::LoadBalance &balance)
{
    Json json{{"balance_score", rounded(balance.score)}, {"status", word(balance.status)}};
    json["queues_data"] = Json::array();
    for (const analytics::QueueLoad &load : balance.queues) {
        json["queues_data"].push_back({{"id", load.id.value},
                                       {"name", load.name},
                                       {"waiting_count", load.waiting},
                                       {"available_agents", load.availableAgents},
                                       {"load_ratio", rounded(load.ratio)},
                                       {"state", word(load.state)}});
    }
    return json;
}

std::string reasonFor(const optimizer::TransferSuggestion &transfer)
{
    return std::to_string(transfer.fromWaiting) + " wait in " + transfer.fromName + ", " + std::to_string(transfer.toWaiting)
        + " in " + transfer.toName + "; about " + std::to_string(transfer.timeSaved.count()) + " s sooner";
}

std::string reasonFor(const optimizer::ReallocationSuggestion &move)
{
    return std::to_string(move.toWaiting) + " wait in " + move.toName + " and " + move.agentName + " has time"
        + (move.from ? ", coming from " + move.fromName : std::string());
}

std::string reasonFor(const optimizer::DisciplineAdvice &advice)
{
    using Reason = optimizer::DisciplineAdvice::Reason;
    switch (advice.reason) {
    case Reason::lateTickets:
        return percent(advice.lateShare) + " were called too late";
    case Reason::priorityShare:
        return percent(advice.priorityShare) + " have a high priority";
    case Reason::simple:
        return "few late tickets and few of high priority: the order of arrival is enough";
    case Reason::tooLittleHistory:
        break;
    }
    return "only " + std::to_string(advice.tickets) + " tickets in the last seven days";
}

Json adviceJson(const optimizer::DisciplineAdvice &advice)
{
    return {{"id", advice.id},
            {"queue_id", advice.queue.value},
            {"queue_name", advice.queueName},
            {"recommended_algorithm", word(advice.recommended)},
            {"current_algorithm", word(advice.current)},
            {"reason", reasonFor(advice)},
            {"reason_code", word(advice.reason)},
            {"confidence", word(advice.confidence)},
            {"late_share", rounded(advice.lateShare)},
            {"priority_share", rounded(advice.priorityShare)},
            {"tickets", advice.tickets}};
}

Json meanSeconds(Duration sum, int count)
{
    return count > 0 ? Json(rounded(std::chrono::duration<double>(sum).count() / count, 10)) : Json(nullptr);
}

Json share(int part, int whole)
{
    return whole > 0 ? Json(rounded(double(part) / whole)) : Json(nullptr);
}

} // namespace

std::string overviewJson(const analytics::Overview &overview)
{
    Json json;
    json["queues"] = Json::array();
    for (const analytics::QueueHealth &health : overview.queues)
        json["queues"].push_back(queueJson(health));
    json["total_queues"] = overview.totalQueues;
    json["queues_with_alerts"] = overview.queuesWithAlerts;
    json["at"] = toIso8601(overview.at);
    return print(json);
}

std::string healthJson(const analytics::QueueHealth &health)
{
    Json json = queueJson(health);
    json["free_agents"] = health.freeAgents;
    json["assigned_agents"] = health.assignedAgents;
    json["max_capacity"] = health.maxCapacity ? Json(*health.maxCapacity) : Json(nullptr);
    json["sla_seconds"] = health.sla.count();
    json["on_time_share"] = health.onTimeShare ? Json(rounded(*health.onTimeShare)) : Json(nullptr);
    json["cause"] = word(health.cause);
    return print(json);
}

std::string loadBalanceJson(const analytics::LoadBalance &balance)
{
    return print(balanceJson(balance));
}

std::string optimizationReportJson(const optimizer::Report &report)
{
    Json json{{"load_balance", balanceJson(report.loadBalance)}};
    Json &transfers = json["transfer_suggestions"] = Json::array();
    for (const optimizer::TransferSuggestion &transfer : report.transfers) {
        transfers.push_back({{"id", transfer.id},
                             {"ticket_id", transfer.ticket.value},
                             {"ticket_number", transfer.ticketNumber},
                             {"from_queue", transfer.fromName},
                             {"from_queue_id", transfer.from.value},
                             {"to_queue", transfer.toName},
                             {"to_queue_id", transfer.to.value},
                             {"reason", reasonFor(transfer)},
                             {"priority", word(transfer.priority)},
                             {"estimated_time_saved", transfer.timeSaved.count()}});
    }
    Json &moves = json["agent_reallocation_suggestions"] = Json::array();
    for (const optimizer::ReallocationSuggestion &move : report.reallocations) {
        moves.push_back({{"id", move.id},
                         {"agent_id", move.agent.value},
                         {"agent_name", move.agentName},
                         {"from_queue", move.from ? Json(move.fromName) : Json(nullptr)},
                         {"from_queue_id", move.from ? Json(move.from->value) : Json(nullptr)},
                         {"to_queue", move.toName},
                         {"to_queue_id", move.to.value},
                         {"reason", reasonFor(move)},
                         {"impact_score", move.impactScore}});
    }
    Json &advices = json["algorithm_recommendations"] = Json::array();
    for (const optimizer::DisciplineAdvice &advice : report.disciplines)
        advices.push_back(adviceJson(advice));
    json["summary"] = {{"transfer_count", report.transfers.size()},
                       {"reallocation_count", report.reallocations.size()},
                       {"algorithm_recommendation_count", report.disciplines.size()},
                       {"total", report.transfers.size() + report.reallocations.size() + report.disciplines.size()},
                       {"balance_score", rounded(report.loadBalance.score)},
                       {"priority", word(report.priority)}};
    json["at"] = toIso8601(report.at);
    return print(json);
}

std::string algorithmRecommendationJson(const optimizer::DisciplineAdvice &advice)
{
    return print(adviceJson(advice));
}

std::string predictionsJson(const std::string &queueName, const analytics::NextHour &nextHour)
{
    return print({{"queue", queueName},
                  {"predicted_tickets_next_hour", rounded(nextHour.predictedTicketsNextHour)},
                  {"current_waiting", nextHour.currentWaiting},
                  {"confidence", word(nextHour.confidence)},
                  {"reinforcement_needed", nextHour.reinforcementNeeded},
                  {"recommended_agents", nextHour.recommendedAgents},
                  {"agents_with_margin", nextHour.agentsWithMargin}});
}

std::string statsJson(const queueing::BranchState &state, QueueId id)
{
    const queueing::QueueState &queue = *state.queue(id);
    const queueing::DayCounters &today = queue.today;
    return print({{"id", id.value},
                  {"name", queue.config.name},
                  {"waiting_count", queue.waitingCount()},
                  {"issued", today.issued},
                  {"served", today.served},
                  {"abandoned", today.abandoned},
                  {"no_show", today.noShow},
                  {"cancelled", today.cancelled},
                  {"abandonment_rate", share(today.abandoned + today.noShow, today.issued)},
                  {"sla_seconds", std::chrono::floor<std::chrono::seconds>(state.slaOf(queue.config)).count()},
                  {"sla_compliance", share(today.onTime, today.served)},
                  {"mean_wait_seconds", meanSeconds(today.waited, today.served)},
                  {"mean_walk_seconds", meanSeconds(today.walked, today.served)},
                  {"mean_service_seconds", meanSeconds(today.inService, today.served)},
                  {"mean_service_last_50_seconds", rounded(queueing::meanServiceSeconds(state, queue), 10)}});
}

std::string waitingTicketsJson(const queueing::BranchState &state, QueueId id, const std::vector<analytics::TicketEta> &etas, Instant now)
{
    Json json{{"queue", state.queue(id)->config.name}};
    Json &list = json["tickets"] = Json::array();
    for (const analytics::TicketEta &item : etas) {
        const Ticket *ticket = state.ticket(item.ticket);
        if (ticket == nullptr)
            continue;
        const analytics::Eta &eta = item.eta;
        const auto seconds = [&](std::chrono::seconds value) { return eta.nobodyServes ? Json(nullptr) : Json(value.count()); };
        const Agent *reserved = state.agent(ticket->reservedFor);
        list.push_back({{"position", item.position},
                        {"number", ticket->number},
                        {"ticket", ticket->id.value},
                        {"priority", ticket->priority},
                        {"channel", ticket->channel},
                        {"arrived_at", toIso8601(ticket->arrivedAt)},
                        {"waited_seconds", std::chrono::floor<std::chrono::seconds>(now - ticket->leg().waitingSince).count()},
                        {"eta_seconds", seconds(eta.likely)},
                        {"eta_low_seconds", seconds(eta.low)},
                        {"eta_high_seconds", seconds(eta.high)},
                        {"eta_baseline_seconds", seconds(eta.baseline)},
                        {"low_confidence", eta.lowConfidence},
                        {"reserved_for", reserved != nullptr ? Json(reserved->name) : Json(nullptr)}});
    }
    return print(json);
}

} // namespace smartqueue::exchange
