#pragma once

#include <string>
#include <vector>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/analytics/forecast.h>
#include <smartqueue/analytics/health.h>
#include <smartqueue/analytics/load_balance.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/branch_state.h>

/// The figures as the command line prints them, one JSON object each, without a line feed. Field names are those of the
/// web product's interface. Times are seconds, shares 0 to 1, and an estimate that nobody stands behind is null.
namespace smartqueue::exchange {

/// `queues[]`, `total_queues`, `queues_with_alerts`, `at`.
std::string overviewJson(const analytics::Overview &overview);
/// One queue, with the fields of the overview and the ones behind the score.
std::string healthJson(const analytics::QueueHealth &health);
/// `balance_score`, `status`, `queues_data[]`.
std::string loadBalanceJson(const analytics::LoadBalance &balance);
/// `load_balance`, `transfer_suggestions[]`, `agent_reallocation_suggestions[]`, `algorithm_recommendations[]`, `summary`.
std::string optimizationReportJson(const optimizer::Report &report);
std::string algorithmRecommendationJson(const optimizer::DisciplineAdvice &advice);
/// `predicted_tickets_next_hour`, `current_waiting`, `confidence`, `reinforcement_needed`, `recommended_agents`.
std::string predictionsJson(const std::string &queueName, const analytics::NextHour &nextHour);
/// The queue's day so far. The queue must exist.
std::string statsJson(const queueing::BranchState &state, QueueId queue);
/// `tickets[]` in calling order, with `position`, `eta_seconds`, `eta_low_seconds`, `eta_high_seconds`. The queue must exist.
std::string waitingTicketsJson(const queueing::BranchState &state, QueueId queue, const std::vector<analytics::TicketEta> &etas,
                               Instant now);

} // namespace smartqueue::exchange
