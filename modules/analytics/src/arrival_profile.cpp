#include "smartqueue/analytics/arrival_profile.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace smartqueue::analytics {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
/// Weight of an unusual day; not 0, so that an hour known from such days alone has a value.
constexpr double unusualWeight = 0.05;
/// Expected arrivals below which a day says nothing about being unusual.
constexpr double leastExpected = 20;

/// Hours to the end of the last day.
std::size_t coveredHours(const ArrivalSeries &series)
{
    return std::size_t(std::max(0, series.firstHourOf(series.days())));
}

/// Weight of each day by how far its arrivals were from what was expected of it.
std::vector<double> dayWeights(const ArrivalSeries &series, const HourlyValues &reference)
{
    std::vector<double> counted(std::size_t(series.days()), 0.0);
    std::vector<double> expected(counted.size(), 0.0);
    for (int hour = 0; hour < series.size(); ++hour) {
        if (!series.isKnown(hour) || std::isnan(reference[std::size_t(hour)]))
            continue;
        counted[std::size_t(series.day(hour))] += series.counts[std::size_t(hour)];
        expected[std::size_t(series.day(hour))] += reference[std::size_t(hour)];
    }
    for (std::size_t day = 0; day < counted.size(); ++day) {
        const double ratio = expected[day] > leastExpected ? counted[day] / expected[day] : 1.0;
        counted[day] = ratio < usualDayFrom || ratio > usualDayTo ? unusualWeight : 1.0;
    }
    return counted;
}

/// How the arrivals of a day spread over its hours, and their sum.
struct DayShape {
    std::array<double, hoursPerDay> shares{};
    double total = 0;
};

DayShape shapeOf(const ArrivalSeries &series, const HourlyValues &profile, int day)
{
    DayShape shape;
    for (int hour = 0; hour < hoursPerDay; ++hour) {
        const int index = series.firstHourOf(day) + hour;
        if (index >= 0 && std::size_t(index) < profile.size() && !std::isnan(profile[std::size_t(index)]))
            shape.shares[std::size_t(hour)] = profile[std::size_t(index)];
        shape.total += shape.shares[std::size_t(hour)];
    }
    if (shape.total > 0) {
        for (double &share : shape.shares)
            share /= shape.total;
    }
    return shape;
}

/// The shape of `own` with the six before it mixed in.
DayShape pooled(const DayShape &own, std::span<const DayShape> others)
{
    // Half a vote for a day of the very same shape, next to none where 12 % of the arrivals and more lie at other hours.
    constexpr double vote = 0.5;
    constexpr double tolerance = 0.12;
    DayShape sum = own;
    double votes = 1;
    for (const DayShape &other : others) {
        if (other.total <= 0)
            continue;
        double distance = 0;
        for (std::size_t hour = 0; hour < hoursPerDay; ++hour)
            distance += std::abs(other.shares[hour] - own.shares[hour]);
        const double weight = vote * std::exp(-(distance / tolerance) * (distance / tolerance));
        votes += weight;
        for (std::size_t hour = 0; hour < hoursPerDay; ++hour)
            sum.shares[hour] += weight * other.shares[hour];
    }
    for (double &share : sum.shares)
        share /= votes;
    return sum;
}

} // namespace

HourlyValues lastWeek(const ArrivalSeries &series)
{
    HourlyValues values(coveredHours(series), unknown);
    for (int hour = hoursPerWeek; hour < int(values.size()); ++hour) {
        if (series.isKnown(hour - hoursPerWeek))
            values[std::size_t(hour)] = series.counts[std::size_t(hour - hoursPerWeek)];
    }
    return values;
}

HourlyValues meanOfWeeks(const ArrivalSeries &series, int weeks)
{
    HourlyValues values(coveredHours(series), unknown);
    for (int hour = hoursPerWeek; hour < int(values.size()); ++hour) {
        double sum = 0;
        int found = 0;
        for (int week = 1; week <= 2 * weeks && found < weeks; ++week) {
            const int past = hour - week * hoursPerWeek;
            found += series.isKnown(past);
            sum += series.knownCount(past);
        }
        if (found > 0)
            values[std::size_t(hour)] = sum / found;
    }
    return values;
}

HourlyValues robustMean(const ArrivalSeries &series, const HourlyValues &reference, double decay, int weeks)
{
    const std::vector<double> ofDay = dayWeights(series, reference);
    HourlyValues values(coveredHours(series), unknown);
    for (int hour = hoursPerWeek; hour < int(values.size()); ++hour) {
        double sum = 0;
        double weights = 0;
        double ofWeek = 1;
        for (int week = 1; week <= weeks && hour >= week * hoursPerWeek; ++week, ofWeek *= decay) {
            const int past = hour - week * hoursPerWeek;
            if (!series.isKnown(past))
                continue;
            const double weight = ofWeek * ofDay[std::size_t(series.day(past))];
            sum += weight * series.counts[std::size_t(past)];
            weights += weight;
        }
        if (weights > 0)
            values[std::size_t(hour)] = sum / weights;
    }
    return values;
}

HourlyValues seasonalProfile(const ArrivalSeries &series)
{
    // The first mean knows no unusual days, the second is judged by it, and the third is longer and judged by the second.
    const HourlyValues rough = robustMean(series, meanOfWeeks(series, 4), 0.8, 8);
    HourlyValues profile = robustMean(series, rough, 0.95, 12);
    std::vector<DayShape> shapes;
    for (int day = 0; day < series.days(); ++day)
        shapes.push_back(shapeOf(series, profile, day));
    for (int day = 6; day < series.days(); ++day) {
        if (shapes[std::size_t(day)].total <= 0)
            continue;
        const DayShape shape = pooled(shapes[std::size_t(day)], std::span(shapes).subspan(std::size_t(day - 6), 6));
        for (int hour = 0; hour < hoursPerDay; ++hour) {
            const int index = series.firstHourOf(day) + hour;
            if (index >= 0 && !std::isnan(profile[std::size_t(index)]))
                profile[std::size_t(index)] = shape.shares[std::size_t(hour)] * shape.total;
        }
    }
    return profile;
}

} // namespace smartqueue::analytics
