#include "outcome_figures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "confidence.h"

namespace smartqueue::simulation {

namespace {

using DayRatios = std::vector<DayRatio>;
using Measure = DayRatio (*)(const RolloutCounts &);

DayRatio meanWait(const RolloutCounts &day)
{
    return {day.waited, double(day.customers)};
}

DayRatio p90Wait(const RolloutCounts &day)
{
    return {day.p90Wait, day.customers > 0 ? 1.0 : 0.0};
}

DayRatio slaShare(const RolloutCounts &day)
{
    return {double(day.onTime), double(day.served)};
}

DayRatio abandoned(const RolloutCounts &day)
{
    return {double(day.abandoned), 1};
}

struct NamedMeasure {
    Measure measure;
    Estimate OutcomeFigures::*figure;
};

constexpr std::array<NamedMeasure, 4> measures{{{meanWait, &OutcomeFigures::meanWait},
                                                {p90Wait, &OutcomeFigures::p90Wait},
                                                {slaShare, &OutcomeFigures::slaShare},
                                                {abandoned, &OutcomeFigures::abandoned}}};

DayRatios ratiosOf(const std::vector<RolloutResult> &days, std::size_t queue, Measure measure)
{
    DayRatios ratios;
    for (const RolloutResult &day : days)
        ratios.push_back(measure(day.queues[queue]));
    return ratios;
}

double ratioOf(const DayRatios &days)
{
    double part = 0;
    double whole = 0;
    for (const DayRatio &day : days) {
        part += day.part;
        whole += day.whole;
    }
    return whole > 0 ? part / whole : 0;
}

/// What each day moves the ratio of means by.
std::vector<double> residuals(const DayRatios &days)
{
    const double ratio = ratioOf(days);
    double whole = 0;
    for (const DayRatio &day : days)
        whole += day.whole;
    std::vector<double> moved;
    for (const DayRatio &day : days)
        moved.push_back(whole > 0 ? (day.part - ratio * day.whole) * double(days.size()) / whole : 0);
    return moved;
}

/// Half the width of the 99 % interval of a mean whose deviations these are.
double halfWidth(const std::vector<double> &moved)
{
    if (moved.size() < 2)
        return 0;
    double squares = 0;
    for (const double each : moved)
        squares += each * each;
    const auto count = double(moved.size());
    return studentPoint995(int(moved.size()) - 1) * std::sqrt(squares / (count - 1) / count);
}

double quantileOf(std::vector<double> &values, double share)
{
    const auto place = values.begin() + std::ptrdiff_t(share * double(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

constexpr double lowDay = 0.1;
constexpr double highDay = 0.9;

void addDays(Estimate &estimate, std::vector<double> values)
{
    if (values.empty())
        return;
    estimate.dayLow = quantileOf(values, lowDay);
    estimate.dayHigh = quantileOf(values, highDay);
}

Estimate meanOf(const std::vector<double> &values)
{
    DayRatios days;
    for (const double value : values)
        days.push_back({value, 1});
    return estimateOf(days);
}

std::vector<FanStep> fanOf(const std::vector<RolloutResult> &days, std::size_t queue, std::size_t queues)
{
    std::vector<FanStep> fan;
    const std::size_t steps = days.front().waiting.size() / std::max<std::size_t>(1, queues);
    std::vector<double> values(days.size());
    for (std::size_t step = 0; step < steps; ++step) {
        for (std::size_t day = 0; day < days.size(); ++day) {
            const auto first = days[day].waiting.begin() + std::ptrdiff_t(step * queues);
            double sum = 0;
            // The whole branch stands behind its queues.
            std::for_each(queue < queues ? first + std::ptrdiff_t(queue) : first, first + std::ptrdiff_t(std::min(queue + 1, queues)),
                          [&](std::uint16_t count) { sum += count; });
            values[day] = sum;
        }
        fan.push_back({quantileOf(values, lowDay), quantileOf(values, 0.25), quantileOf(values, 0.5), quantileOf(values, 0.75),
                       quantileOf(values, highDay)});
    }
    return fan;
}

QueueOutcome queueOutcome(const std::vector<RolloutResult> &days, std::size_t queue, std::size_t queues)
{
    QueueOutcome outcome;
    outcome.figures = figuresOf(days, queue);
    for (const RolloutResult &day : days) {
        const RolloutCounts &counts = day.queues[queue];
        outcome.customers += counts.customers / double(days.size());
        outcome.noShows += counts.noShows / double(days.size());
        outcome.turnedAway += counts.turnedAway / double(days.size());
        outcome.unserved += counts.unserved / double(days.size());
    }
    outcome.waiting = fanOf(days, queue, queues);
    return outcome;
}

} // namespace

Estimate estimateOf(const DayRatios &days)
{
    Estimate estimate;
    estimate.mean = ratioOf(days);
    const double half = halfWidth(residuals(days));
    estimate.low = std::max(0.0, estimate.mean - half);
    estimate.high = estimate.mean + half;
    std::vector<double> own;
    for (const DayRatio &day : days) {
        if (day.whole > 0)
            own.push_back(day.part / day.whole);
    }
    addDays(estimate, std::move(own));
    return estimate;
}

Estimate differenceOf(const DayRatios &before, const DayRatios &after)
{
    Estimate estimate;
    estimate.mean = ratioOf(after) - ratioOf(before);
    std::vector<double> moved = residuals(after);
    const std::vector<double> movedBefore = residuals(before);
    std::vector<double> own;
    for (std::size_t day = 0; day < moved.size(); ++day) {
        moved[day] -= movedBefore[day];
        if (before[day].whole > 0 && after[day].whole > 0)
            own.push_back(after[day].part / after[day].whole - before[day].part / before[day].whole);
    }
    const double half = halfWidth(moved);
    estimate.low = estimate.mean - half;
    estimate.high = estimate.mean + half;
    addDays(estimate, std::move(own));
    return estimate;
}

OutcomeFigures figuresOf(const std::vector<RolloutResult> &days, std::size_t queue)
{
    OutcomeFigures figures;
    for (const auto &[measure, figure] : measures)
        figures.*figure = estimateOf(ratiosOf(days, queue, measure));
    // Of a share.
    figures.slaShare.high = std::min(1.0, figures.slaShare.high);
    return figures;
}

OutcomeFigures differencesOf(const std::vector<RolloutResult> &before, const std::vector<RolloutResult> &after, std::size_t queue)
{
    OutcomeFigures figures;
    for (const auto &[measure, figure] : measures)
        figures.*figure = differenceOf(ratiosOf(before, queue, measure), ratiosOf(after, queue, measure));
    return figures;
}

BranchOutcome outcomeOf(const std::vector<RolloutResult> &days, const std::vector<QueueId> &ids)
{
    BranchOutcome outcome;
    for (std::size_t queue = 0; queue < ids.size(); ++queue) {
        outcome.queues.push_back(queueOutcome(days, queue, ids.size()));
        outcome.queues.back().queue = ids[queue];
    }
    outcome.whole = queueOutcome(days, ids.size(), ids.size());
    std::vector<double> lastOuts;
    for (const RolloutResult &day : days) {
        if (day.lastOut)
            lastOuts.push_back(*day.lastOut);
    }
    if (!lastOuts.empty())
        outcome.lastOut = meanOf(lastOuts);
    return outcome;
}

} // namespace smartqueue::simulation
