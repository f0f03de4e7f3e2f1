#pragma once

#include <string>
#include <vector>

#include <smartqueue/evaluation/arrival_forecasts.h>

namespace smartqueue::evaluation {

/// Why arrivals cannot be evaluated.
namespace arrival_failures {
/// Detail `days` before the test and `needed`.
inline constexpr FailureCode tooLittleHistory{"too_little_history"};
/// No recorded hour with arrivals lies in the test.
inline constexpr FailureCode nothingToTest{"nothing_to_test"};
} // namespace arrival_failures

/// How a method did over the open hours of the test, one hour ahead. An hour is open when somebody came, or came in the same
/// hour of the week in the eight weeks before.
struct ArrivalScore {
    std::string_view name;
    /// Σ|error| / Σ actual.
    double wape = 0;
    /// Mean absolute error over that of the seasonal naive forecast before the test (Hyndman & Koehler 2006).
    double mase = 0;
    /// Share of hours inside the 80 % range, ends included.
    double coverage80 = 0;
    /// Mean quantile loss of the levels .1, .5 and .9, in arrivals.
    double pinball = 0;
};

struct ArrivalEvaluation {
    std::vector<ArrivalScore> methods;
    /// By the absolute error of the eight weeks before the test: the ensemble, unless another was better by more than 3 %.
    std::string_view chosen;
    /// Open hours in the test, and who came in them.
    int hours = 0;
    double arrivals = 0;
};

/// Forecasts every hour from `testFrom` to the end and scores it; the ranges are those of analytics::CountRangeTracker, run
/// since the third week. Fails with arrival_failures, or as forecastArrivals does.
Result<ArrivalEvaluation> evaluateArrivals(const analytics::ArrivalSeries &series, analytics::LocalHour testFrom,
                                           const ForecastProgress &progress = {});

} // namespace smartqueue::evaluation
