#include "smartqueue/analytics/promise_score.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "smartqueue/analytics/prediction_score.h"

namespace smartqueue::analytics {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t levelCount = 9;
/// Index of the level whose ends were said.
constexpr std::size_t toldLevel = 7;
constexpr std::size_t enoughHours = 8;
constexpr double fiveMinutes = 300;
/// Normal points that hold the middle 10 %, 20 % … 90 %, as multiples of the one for 80 %.
constexpr std::array<double, levelCount> pointOfLevel{0.1256613 / 1.2815516, 0.2533471 / 1.2815516, 0.3853205 / 1.2815516,
                                                      0.5244005 / 1.2815516, 0.6744898 / 1.2815516, 0.8416212 / 1.2815516,
                                                      1.0364334 / 1.2815516, 1.0, 1.6448536 / 1.2815516};

double secondsOf(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// Promises of one stretch of the day.
struct Stretch {
    PredictionScore all;
    PredictionScore ranged;
    std::size_t near = 0;
    std::array<std::size_t, levelCount> inside{};

    void add(const AnsweredPromise &promise)
    {
        const WaitPrediction said{secondsOf(promise.told.likely), secondsOf(promise.told.low), secondsOf(promise.told.high)};
        const double waited = secondsOf(promise.waited);
        all.add(said, waited);
        near += std::abs(said.seconds - waited) <= fiveMinutes;
        if (said.low >= said.high)
            return;
        ranged.add(said, waited);
        const double lowRoot = std::cbrt(said.low);
        const double highRoot = std::cbrt(said.high);
        const double off = std::abs(std::cbrt(waited) - (lowRoot + highRoot) / 2) / ((highRoot - lowRoot) / 2);
        for (std::size_t level = 0; level < levelCount; ++level)
            inside[level] += level == toldLevel ? said.low <= waited && waited <= said.high : off <= pointOfLevel[level];
    }
};

using Stretches = std::map<std::int64_t, Stretch>;

/// The point that 97.5 % of Student's distribution lie below.
double studentPoint975(std::size_t degrees)
{
    static constexpr std::array few{12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139};
    if (degrees <= few.size())
        return few[std::max<std::size_t>(degrees, 1) - 1];
    // Abramowitz & Stegun 26.7.5, from the normal point.
    constexpr double z = 1.959963984540054;
    constexpr double z2 = z * z;
    const double n = double(degrees);
    return z + z * (z2 + 1) / 4 / n + z * ((5 * z2 + 16) * z2 + 3) / 96 / (n * n) + z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384 / (n * n * n);
}

/// Of a mean over the promises of all stretches.
struct Spread {
    double mean = 0;
    double count = 0;
    /// Of the mean, each stretch one observation; 0 with fewer than two.
    double variance = 0;
    std::size_t stretches = 0;
};

template <class SumOf, class CountOf>
Spread spreadOf(const Stretches &stretches, SumOf sumOf, CountOf countOf)
{
    Spread spread;
    double sum = 0;
    for (const auto &[when, stretch] : stretches) {
        sum += sumOf(stretch);
        spread.count += double(countOf(stretch));
        spread.stretches += countOf(stretch) > 0;
    }
    if (spread.count == 0)
        return spread;
    spread.mean = sum / spread.count;
    if (spread.stretches < 2)
        return spread;
    double squares = 0;
    for (const auto &[when, stretch] : stretches) {
        const double off = sumOf(stretch) - double(countOf(stretch)) * spread.mean;
        squares += off * off;
    }
    const auto many = double(spread.stretches);
    spread.variance = many / (many - 1) * squares / (spread.count * spread.count);
    return spread;
}

/// `variance`: of a single error, for a single stretch.
Measured measuredMean(const Spread &spread, double variance)
{
    if (spread.count < 2)
        return {spread.mean, spread.mean, spread.mean};
    const bool single = spread.stretches < 2;
    const double point = studentPoint975(single ? std::size_t(spread.count) - 1 : spread.stretches - 1);
    const double half = point * std::sqrt(single ? variance / (spread.count - 1) : spread.variance);
    return {spread.mean, spread.mean - half, spread.mean + half};
}

Measured measuredShare(const Spread &spread)
{
    if (spread.count == 0)
        return {};
    const double p = spread.mean;
    const double alone = p * (1 - p) / spread.count;
    const double effect = alone > 0 ? std::max(1.0, spread.variance / alone) : 1;
    const double n = spread.count / effect;
    const double t = studentPoint975(spread.stretches > 1 ? spread.stretches - 1 : std::size_t(std::max(1.0, spread.count - 1)));
    const double centre = (p + t * t / (2 * n)) / (1 + t * t / n);
    const double half = t / (1 + t * t / n) * std::sqrt(p * (1 - p) / n + t * t / (4 * n * n));
    return {p, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

std::size_t countAll(const Stretch &stretch)
{
    return stretch.all.count();
}

std::size_t countRanged(const Stretch &stretch)
{
    return stretch.ranged.count();
}

Measured levelOf(const Stretches &stretches, std::size_t level)
{
    return measuredShare(spreadOf(stretches, [level](const Stretch &s) { return double(s.inside[level]); }, countRanged));
}

PromiseFigures figuresOf(const Stretches &stretches)
{
    PromiseFigures figures;
    double squares = 0;
    double widths = 0;
    for (const auto &[when, stretch] : stretches) {
        figures.promises += stretch.all.count();
        figures.withRange += stretch.ranged.count();
        squares += stretch.all.rootMeanSquaredError() * stretch.all.rootMeanSquaredError() * double(stretch.all.count());
        widths += stretch.ranged.meanWidth() * double(stretch.ranged.count());
    }
    if (figures.promises == 0)
        return figures;
    const double meanSquare = squares / double(figures.promises);
    const auto misses = spreadOf(stretches, [](const Stretch &s) { return s.all.meanAbsoluteError() * double(s.all.count()); }, countAll);
    const auto errors = spreadOf(stretches, [](const Stretch &s) { return s.all.bias() * double(s.all.count()); }, countAll);
    figures.miss = measuredMean(misses, std::max(0.0, meanSquare - misses.mean * misses.mean));
    figures.miss.low = std::max(0.0, figures.miss.low);
    figures.bias = measuredMean(errors, std::max(0.0, meanSquare - errors.mean * errors.mean));
    figures.withinFive = measuredShare(spreadOf(stretches, [](const Stretch &s) { return double(s.near); }, countAll));
    figures.inRange = levelOf(stretches, toldLevel);
    figures.meanWidth = figures.withRange > 0 ? widths / double(figures.withRange) : 0;
    return figures;
}

/// Hours while there are enough of them, else their quarters.
Duration stretchLength(std::span<const AnsweredPromise> promises)
{
    std::vector<std::int64_t> hours;
    hours.reserve(promises.size());
    for (const AnsweredPromise &promise : promises)
        hours.push_back(std::chrono::floor<std::chrono::hours>(promise.toldAt).time_since_epoch().count());
    std::sort(hours.begin(), hours.end());
    const auto different = std::size_t(std::unique(hours.begin(), hours.end()) - hours.begin());
    return different >= enoughHours ? Duration(1h) : Duration(15min);
}

} // namespace

PromiseFinding findingOf(const PromiseFigures &figures)
{
    const double bias = std::chrono::duration<double>(promise_targets::bias).count();
    if (figures.promises == 0)
        return PromiseFinding::nothing;
    if (figures.lowConfidence())
        return PromiseFinding::tooFew;
    if (figures.bias.value < -bias)
        return PromiseFinding::toldTooShort;
    if (figures.bias.value > bias)
        return PromiseFinding::toldTooLong;
    if (figures.miss.value > std::chrono::duration<double>(promise_targets::miss).count())
        return PromiseFinding::farOff;
    if (figures.withRange > 0 && figures.inRange.value < promise_targets::inRangeZone.first)
        return PromiseFinding::tooNarrow;
    if (figures.withRange > 0 && figures.inRange.value > promise_targets::inRangeZone.second)
        return PromiseFinding::tooWide;
    return PromiseFinding::kept;
}

std::optional<int> PromiseScoreboard::worstHour() const
{
    std::optional<int> worst;
    for (int hour = 0; hour < int(hours.size()); ++hour) {
        const PromiseFigures &figures = hours[std::size_t(hour)];
        if (!figures.lowConfidence() && (!worst || figures.miss.value > hours[std::size_t(*worst)].miss.value))
            worst = hour;
    }
    return worst;
}

PromiseScoreboard scoreboardOf(std::span<const AnsweredPromise> promises)
{
    const Duration length = stretchLength(promises);
    Stretches all;
    std::map<QueueId, Stretches> queues;
    std::map<PromiseMethod, Stretches> methods;
    std::array<Stretches, 24> hours;
    for (const AnsweredPromise &promise : promises) {
        const Duration since = promise.toldAt.time_since_epoch();
        const std::int64_t when = since.count() / length.count();
        const auto hour = std::size_t(std::chrono::floor<std::chrono::hours>(promise.toldAt - std::chrono::floor<std::chrono::days>(promise.toldAt)).count());
        all[when].add(promise);
        queues[promise.queue][when].add(promise);
        methods[promise.told.method][when].add(promise);
        hours[hour][when].add(promise);
    }
    PromiseScoreboard board;
    board.all = figuresOf(all);
    for (const auto &[queue, stretches] : queues)
        board.queues.push_back({queue, figuresOf(stretches)});
    for (const auto &[method, stretches] : methods)
        board.methods.push_back({method, figuresOf(stretches)});
    for (std::size_t hour = 0; hour < hours.size(); ++hour)
        board.hours[hour] = figuresOf(hours[hour]);
    for (std::size_t level = 0; level < levelCount; ++level)
        board.levels[level] = {double(level + 1) / 10, levelOf(all, level)};
    return board;
}

} // namespace smartqueue::analytics
