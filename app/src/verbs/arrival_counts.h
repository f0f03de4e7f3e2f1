#pragma once

#include <cstdint>
#include <string>

#include <smartqueue/analytics/arrival_series.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// Arrivals per hour out of a file.
struct ReadArrivals {
    analytics::ArrivalSeries series;
    /// Counts were given; otherwise it was a ticket log, in which an hour without a ticket is an hour in which nobody came.
    bool isCounts = false;
    /// Of a ticket log.
    std::int64_t refusedRows = 0;
};

/// Why a file gives no arrivals, besides exchange::refusals.
namespace arrival_refusals {
/// A row of counts. Detail `line`, `field` and `value`.
inline constexpr FailureCode badCount{"bad_count"};
/// From the first to the last hour of a file. Detail `days` and `most`.
inline constexpr FailureCode spanTooLong{"span_too_long"};
} // namespace arrival_refusals

/// Longest span of a file: ten years.
inline constexpr int mostArrivalHours = 3653 * 24;

/// Reads counts (`start,count`; local times in ISO 8601; rows of less than an hour are added up) or a ticket log, by its
/// header. `map` names the columns of a log that has others; empty: guessed. Times are taken as they stand on the wall.
Result<ReadArrivals> readArrivals(const std::string &path, const std::string &map);

} // namespace smartqueue::app
