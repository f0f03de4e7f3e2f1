#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include <smartqueue/analytics/prediction_score.h>
#include <smartqueue/evaluation/ticket_record.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::evaluation {

struct EtaEvaluationOptions {
    /// Learning from what was known before it, scoring those who came from then on.
    Instant trainUntil{};
    /// Only tickets that waited.
    bool delayedOnly = false;
    /// The zone of the branch, for hours and weekdays.
    TimeZone zone;
    /// Told every scored promise, predictor by predictor, in order of arrival.
    std::function<void(std::string_view predictor, Instant arrivedAt, const analytics::WaitPrediction &promise, double actual)> told;
};

struct ScoredPredictor {
    std::string_view name;
    analytics::PredictionScore score;
};

/// Why nobody should rely on the estimates.
enum class LowConfidence { none, fewTickets, noBetterThanHourMeans };
/// "few_tickets", "no_better_than_hour_means"; empty for none.
std::string_view nameOf(LowConfidence reason);

struct EtaEvaluation {
    std::vector<ScoredPredictor> predictors;
    /// The one that would have been used: best on the last part of the training side, where a formula stays unless something
    /// learned beats it clearly.
    std::string_view chosen;
    /// Judged on the training side as well.
    LowConfidence lowConfidence = LowConfidence::none;
    std::size_t learnedFrom = 0;
    /// How much earlier tickets of high priority turned out to be called; see QueueWatch.
    Duration headStart{0};
};

/// Tickets of one log at most.
inline constexpr std::size_t mostTickets = 2'000'000;
/// The latest of the training side that anything learns from.
inline constexpr std::size_t mostLearnedFrom = 60'000;

/// Walks the log in the order of time and asks every predictor at each arrival how long it will be, from what was known then
/// only. The same log gives the same figures. Fails with `out_of_range` when one side of `trainUntil` has no ticket to use
/// (details `field`, `minimum`, `maximum`), with `too_few_rows` when neither has, with `limit_reached` beyond mostTickets, or
/// with what training fails with. Minutes for the largest logs: not for the GUI thread.
Result<EtaEvaluation> evaluateEta(TicketLog log, const EtaEvaluationOptions &options);

} // namespace smartqueue::evaluation
