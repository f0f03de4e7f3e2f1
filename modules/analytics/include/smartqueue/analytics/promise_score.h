#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <smartqueue/domain/values.h>
#include <smartqueue/foundation/time_zone.h>

/// Whether the waits that people were told came true.
namespace smartqueue::analytics {

/// What a branch holds itself to.
namespace promise_targets {
inline constexpr std::chrono::seconds miss{300};
inline constexpr std::chrono::seconds bias{60};
inline constexpr double inRange = 0.80;
/// A range that holds fewer is too narrow, one that holds more says less than it could.
inline constexpr std::pair<double, double> inRangeZone{0.77, 0.83};
inline constexpr double withinFive = 0.70;
} // namespace promise_targets

/// Below so many promises no figure is worth a judgement.
inline constexpr std::size_t fewestPromises = 30;

/// A promise whose truth is known: the wait until the first call.
struct AnsweredPromise {
    QueueId queue;
    /// By the clock on the site's wall.
    LocalInstant toldAt{};
    Promise told;
    Duration waited{0};
};

/// A figure and the range that holds the true one in 95 of 100 cases. Waits of one stretch of the day share its crowd, so a
/// stretch counts as one observation: variance of a clustered mean (Liang & Zeger 1986), Student's t on the number of
/// stretches less one; for a share Wilson's interval (1927) on the number divided by the design effect (Korn & Graubard 1998). A stretch is an hour, or a
/// quarter of one while there are fewer than eight hours. With a single stretch each wait is one observation.
struct Measured {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// The figures are 0 while there are no promises behind them.
struct PromiseFigures {
    std::size_t promises = 0;
    /// Those that gave a range: who is told to come at once is given none.
    std::size_t withRange = 0;
    /// Mean absolute error of the likely wait, seconds.
    Measured miss;
    /// Mean error, seconds; above 0: told longer than it was.
    Measured bias;
    /// Share of the waits inside the range of 80 %, both ends included, of those with a range.
    Measured inRange;
    /// Share of the likely waits that were off by five minutes at most.
    Measured withinFive;
    /// Of the ranges, seconds.
    double meanWidth = 0;

    bool lowConfidence() const { return promises < fewestPromises; }
};

/// What stands out first; people who waited longer than told come before everything else that can be wrong.
enum class PromiseFinding { nothing, tooFew, toldTooShort, toldTooLong, farOff, tooNarrow, tooWide, kept };
PromiseFinding findingOf(const PromiseFigures &figures);

struct QueuePromises {
    QueueId queue;
    PromiseFigures figures;
};

struct MethodPromises {
    PromiseMethod method = PromiseMethod::qls;
    PromiseFigures figures;
};

/// How many waits lay in the middle `level` of what was promised.
struct PromisedLevel {
    double level = 0;
    Measured share;
};

struct PromiseScoreboard {
    PromiseFigures all;
    /// In the order of their ids.
    std::vector<QueuePromises> queues;
    /// Those by which anything was told.
    std::vector<MethodPromises> methods;
    /// Index = hour of the day in which they were told.
    std::array<PromiseFigures, 24> hours;
    /// 10 % to 90 %, of those with a range. The promised distribution is read off the two ends of the range of 80 %: its cube root is normal (Wilson &
    /// Hilferty 1931), which gives back the gamma distribution that eta.h promises from.
    std::array<PromisedLevel, 9> levels;

    /// The hour with the largest miss among those with enough promises.
    std::optional<int> worstHour() const;
};

/// O(n log n). The order of the promises does not matter.
PromiseScoreboard scoreboardOf(std::span<const AnsweredPromise> promises);

} // namespace smartqueue::analytics
