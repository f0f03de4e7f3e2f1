#include <cmath>

#include <QTest>

#include <smartqueue/analytics/arrival_profile.h>
#include <smartqueue/analytics/forecast_blend.h>
#include <smartqueue/analytics/holt_winters.h>
#include <smartqueue/analytics/level_filter.h>
#include <smartqueue/analytics/poisson_regression.h>
#include <smartqueue/analytics/shrunken_ratio.h>
#include <smartqueue/analytics/simplex_search.h>
#include <smartqueue/foundation/random_source.h>

using namespace smartqueue;
using namespace smartqueue::analytics;

class TestArrivalMethods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeriesKnowsItsCalendar();
    void aSeriesMayBeginInTheMiddleOfADay();
    void unknownHoursAreLeftOutOfTheError();
    void theWeekBeforeIsRepeated();
    void theMeanPassesOverHoursNobodyRecorded();
    void aHolidayHardlyMovesTheRobustMean();
    void aWeekdayBorrowsTheShapeOfItsLikes();
    void aDayOfAnotherShapeKeepsItsOwn();
    void theRatioIsShrunkByHand();
    void theFadingRatioByHand();
    void theSearchFindsTheLeastOfAValley();
    void theLevelFilterFollowsABusyDay();
    void anOutageIsNotTakenForAQuietDay();
    void holtWintersLearnsTheWeek();
    void noForecastKnowsItsHourOrALaterOne();
    void aPoissonModelIsFoundAgain();
    void aMissingColumnIsItsMean();
    void theBlendFollowsTheBetterMember();
    void theBlendPassesOverAMemberWithoutForecast();
};

namespace {

// moc 6.4 cannot read <numbers>.
const double pi = std::acos(-1.0);
/// 2026-01-05, a Monday.
const LocalHour monday{std::chrono::local_days(std::chrono::year(2026) / 1 / 5)};

/// A clear day with a peak at noon, closed at night; Saturday has half of it and Sunday nobody.
double usual(const ArrivalSeries &series, int hour)
{
    const int ofDay = series.hourOfDay(hour);
    if (ofDay < 8 || ofDay >= 18 || series.weekday(hour) == 0)
        return 0;
    const double peak = 60 + 40 * std::cos((ofDay - 12) * pi / 12);
    return series.weekday(hour) == 6 ? peak / 2 : peak;
}

ArrivalSeries exactWeeks(int weeks)
{
    ArrivalSeries series{monday, HourlyValues(std::size_t(weeks * hoursPerWeek), 0.0)};
    for (int hour = 0; hour < series.size(); ++hour)
        series.counts[std::size_t(hour)] = usual(series, hour);
    return series;
}

/// With noise and with days that are busier or quieter as a whole.
ArrivalSeries noisyWeeks(int weeks, std::uint64_t seed)
{
    ArrivalSeries series = exactWeeks(weeks);
    RandomSource random(seed);
    double ofDay = 1;
    for (int hour = 0; hour < series.size(); ++hour) {
        if (series.hourOfDay(hour) == 0)
            ofDay = std::exp(0.25 * random.normal());
        double &count = series.counts[std::size_t(hour)];
        count = std::max(0.0, std::round(count * ofDay + std::sqrt(count) * random.normal()));
    }
    return series;
}

int at(int week, int day, int hour)
{
    return week * hoursPerWeek + day * hoursPerDay + hour;
}

} // namespace

void TestArrivalMethods::aSeriesKnowsItsCalendar()
{
    const ArrivalSeries series = exactWeeks(5);
    QCOMPARE(series.weekday(0), 1);
    QCOMPARE(series.weekday(at(0, 6, 23)), 0);
    QCOMPARE(series.hourOfDay(at(2, 3, 17)), 17);
    QCOMPARE(series.dayOfMonth(at(3, 6, 0)), 1);
    QCOMPARE(series.days(), 35);
    QCOMPARE(series.indexOf(monday + std::chrono::hours(30)), 30);
}

void TestArrivalMethods::aSeriesMayBeginInTheMiddleOfADay()
{
    const ArrivalSeries series{monday + std::chrono::hours(20), HourlyValues(30, 1.0)};
    QCOMPARE(series.day(3), 0);
    QCOMPARE(series.day(4), 1);
    QCOMPARE(series.firstHourOf(0), -20);
    QCOMPARE(series.firstHourOf(2), 28);
    QCOMPARE(series.days(), 3);
}

void TestArrivalMethods::unknownHoursAreLeftOutOfTheError()
{
    const double none = std::nan("");
    const ArrivalSeries series{monday, {10, none, 20, 30}};
    QCOMPARE(weightedAbsoluteError(series, {12, 50, none, 27}, 0, 4), 5.0 / 40);
    QVERIFY(std::isnan(weightedAbsoluteError(series, {12, 50, none, 27}, 1, 2)));
}

void TestArrivalMethods::theWeekBeforeIsRepeated()
{
    const ArrivalSeries series = noisyWeeks(3, 1);
    const HourlyValues values = lastWeek(series);
    QVERIFY(std::isnan(values[at(0, 6, 23)]));
    QCOMPARE(values[at(2, 3, 12)], series.counts[at(1, 3, 12)]);
}

void TestArrivalMethods::theMeanPassesOverHoursNobodyRecorded()
{
    ArrivalSeries series = exactWeeks(6);
    const double counts[] = {10, 20, 30, 40};
    for (int week = 0; week < 4; ++week)
        series.counts[at(week, 2, 10)] = counts[week];
    series.counts[at(4, 2, 10)] = std::nan("");
    QCOMPARE(meanOfWeeks(series, 4)[at(5, 2, 10)], 25.0);
    QCOMPARE(meanOfWeeks(series, 2)[at(5, 2, 10)], 35.0);
}

void TestArrivalMethods::aHolidayHardlyMovesTheRobustMean()
{
    ArrivalSeries series = exactWeeks(8);
    for (int hour = 0; hour < hoursPerDay; ++hour)
        series.counts[at(6, 1, hour)] /= 10;
    const double normal = usual(series, at(7, 1, 12));
    QVERIFY(meanOfWeeks(series, 4)[at(7, 1, 12)] < 0.8 * normal);
    QVERIFY(seasonalProfile(series)[at(7, 1, 12)] > 0.98 * normal);
}

void TestArrivalMethods::aWeekdayBorrowsTheShapeOfItsLikes()
{
    // Thursdays had a chance peak in one week; the other weekdays of the same shape speak against it, and the day's sum stays.
    ArrivalSeries series = exactWeeks(8);
    series.counts[at(6, 3, 12)] += 20;
    series.counts[at(6, 3, 13)] -= 20;
    const HourlyValues own = robustMean(series, meanOfWeeks(series, 4), 0.95, 12);
    const HourlyValues pooled = seasonalProfile(series);
    const double normal = usual(series, at(7, 3, 12));
    QVERIFY(own[at(7, 3, 12)] > normal + 2);
    QVERIFY(pooled[at(7, 3, 12)] < normal + 0.6 * (own[at(7, 3, 12)] - normal));
    double ownSum = 0;
    double pooledSum = 0;
    for (int hour = 0; hour < hoursPerDay; ++hour) {
        ownSum += own[at(7, 3, hour)];
        pooledSum += pooled[at(7, 3, hour)];
    }
    QVERIFY(std::abs(ownSum - pooledSum) < 1e-6);
}

void TestArrivalMethods::aDayOfAnotherShapeKeepsItsOwn()
{
    // Wednesdays are open in the evening only.
    ArrivalSeries series = exactWeeks(8);
    for (int week = 0; week < 8; ++week) {
        for (int hour = 0; hour < hoursPerDay; ++hour)
            series.counts[at(week, 2, hour)] = hour >= 19 ? 40 : 0;
    }
    const HourlyValues profile = seasonalProfile(series);
    QVERIFY(std::abs(profile[at(7, 2, 20)] - 40) < 0.01);
    QVERIFY(profile[at(7, 2, 12)] < 0.01);
}

void TestArrivalMethods::theRatioIsShrunkByHand()
{
    const ArrivalSeries series{monday, {100, 140, 0}};
    const HourlyValues profile{100, 100, 80};
    // (50 + 240) / (50 + 200) × 80
    QCOMPARE(shrunkenRatio(series, profile, 50, 2)[2], 92.8);
    QCOMPARE(shrunkenRatio(series, profile, 50, 2)[0], 100.0);
}

void TestArrivalMethods::theFadingRatioByHand()
{
    const ArrivalSeries series{monday, {100, 140, 0}};
    const HourlyValues profile{100, 100, 80};
    // (30 + 0.5 × 100 + 140) / (30 + 0.5 × 100 + 100) × 80
    QCOMPARE(fadingRatio(series, profile, 30, 0.5)[2], 80 * 220.0 / 180);
}

void TestArrivalMethods::theSearchFindsTheLeastOfAValley()
{
    // Rosenbrock's, with its least value at (1, 1).
    const auto valley = [](const std::vector<double> &p) { return std::pow(1 - p[0], 2) + 100 * std::pow(p[1] - p[0] * p[0], 2); };
    const std::vector<double> found = simplexSearch(valley, {-1.2, 1}, 0.5, 300);
    QVERIFY(std::abs(found[0] - 1) < 1e-4 && std::abs(found[1] - 1) < 1e-4);
}

void TestArrivalMethods::theLevelFilterFollowsABusyDay()
{
    ArrivalSeries series = exactWeeks(6);
    for (int hour = 0; hour < hoursPerDay; ++hour)
        series.counts[at(5, 2, hour)] *= 1.4;
    const HourlyValues profile = seasonalProfile(series);
    const FittedForecaster filter = levelFilter(series, profile);
    const HourlyValues forecast = filter.forecast(filter.parameters, series.size());
    const double normal = usual(series, at(5, 2, 16));
    QVERIFY(forecast[at(5, 2, 16)] > 1.25 * normal);
    QVERIFY(std::abs(forecast[at(5, 2, 8)] - profile[at(5, 2, 8)]) < 0.02 * normal);
}

void TestArrivalMethods::anOutageIsNotTakenForAQuietDay()
{
    ArrivalSeries series = exactWeeks(6);
    series.counts[at(5, 2, 12)] = 0;
    const HourlyValues profile = seasonalProfile(series);
    const FittedForecaster filter = levelFilter(series, profile);
    const HourlyValues forecast = filter.forecast(filter.parameters, series.size());
    QVERIFY(forecast[at(5, 2, 14)] > 0.75 * usual(series, at(5, 2, 14)));
}

void TestArrivalMethods::holtWintersLearnsTheWeek()
{
    const ArrivalSeries series = exactWeeks(8);
    const FittedForecaster smoothing = holtWinters(series);
    const HourlyValues forecast = smoothing.forecast(smoothing.parameters, series.size());
    QVERIFY(std::isnan(forecast[at(1, 6, 23)]));
    QVERIFY(weightedAbsoluteError(series, forecast, at(7, 0, 0), series.size()) < 0.01);
}

void TestArrivalMethods::noForecastKnowsItsHourOrALaterOne()
{
    const ArrivalSeries before = noisyWeeks(12, 3);
    for (const int changed : {at(7, 2, 0), at(8, 4, 13), at(10, 0, 0)}) {
        ArrivalSeries after = before;
        for (int hour = changed; hour < after.size(); ++hour)
            after.counts[std::size_t(hour)] = 7 * after.counts[std::size_t(hour)] + 3;
        const auto forecasts = [](const ArrivalSeries &series) {
            const HourlyValues profile = seasonalProfile(series);
            return std::vector<HourlyValues>{lastWeek(series),
                                             meanOfWeeks(series, 4),
                                             profile,
                                             shrunkenRatio(series, profile, 50, 2),
                                             fadingRatio(series, profile, 30, 0.75),
                                             rollingForecast(series, levelFilter(series, profile), at(5, 0, 0)),
                                             rollingForecast(series, holtWinters(series), at(5, 0, 0))};
        };
        const auto known = forecasts(before);
        const auto other = forecasts(after);
        for (std::size_t method = 0; method < known.size(); ++method) {
            for (int hour = at(3, 0, 0); hour <= changed; ++hour)
                QVERIFY2(known[method][std::size_t(hour)] == other[method][std::size_t(hour)], qPrintable(QString::number(method)));
        }
    }
}

void TestArrivalMethods::aPoissonModelIsFoundAgain()
{
    RandomSource random(11);
    RegressionRows rows{2, {}};
    std::vector<double> counts, expected, weights;
    for (int i = 0; i < 4000; ++i) {
        const double x = random.normal();
        const double z = 5 + 2 * random.normal();
        rows.values.insert(rows.values.end(), {x, z});
        expected.push_back(50);
        const double mean = 50 * 1.1 * std::exp(0.2 * x - 0.05 * z);
        counts.push_back(std::max(0.0, std::round(mean + std::sqrt(mean) * random.normal())));
        weights.push_back(1);
    }
    const auto regression = PoissonRegression::fit(rows, counts, expected, weights, 1);
    QVERIFY(std::abs(regression.slope(0) - 0.2) < 0.01);
    QVERIFY(std::abs(regression.slope(1) + 0.05) < 0.005);
    QVERIFY(std::abs(regression.intercept() - 1.1) < 0.03);
    const double row[] = {1, 5};
    QVERIFY(std::abs(regression.predict(row, 100) - 110 * std::exp(0.2 - 0.25)) < 2);
}

void TestArrivalMethods::aMissingColumnIsItsMean()
{
    const double none = std::nan("");
    const RegressionRows rows{1, {1, 2, 3, none}};
    const std::vector<double> counts{10, 20, 30, 20}, ones(4, 1.0);
    const auto regression = PoissonRegression::fit(rows, counts, std::vector<double>(4, 20.0), ones, 0.1);
    const double missing[] = {none};
    const double mean[] = {2};
    QCOMPARE(regression.predict(missing, 20), regression.predict(mean, 20));
}

void TestArrivalMethods::theBlendFollowsTheBetterMember()
{
    const ArrivalSeries series = noisyWeeks(10, 5);
    HourlyValues good, poor, noisy;
    RandomSource random(6);
    for (const double count : series.counts) {
        good.push_back(count * (1 + 0.05 * random.normal()));
        poor.push_back(count * 1.5);
        noisy.push_back(count * (1 + 0.3 * random.normal()));
    }
    const std::vector<HourlyValues> members{poor, good, noisy};
    const std::vector<double> weights = blendWeights(series, members, 0, series.size());
    QVERIFY(weights[1] > 0.8);
    QVERIFY(std::abs(weights[0] + weights[1] + weights[2] - 1) < 1e-9);
    QVERIFY(weights[0] >= 0 && weights[2] >= 0);
    const std::vector<double> unknown = blendWeights(series, members, 5, 5);
    QCOMPARE(unknown[0], 1.0 / 3);
}

void TestArrivalMethods::theBlendPassesOverAMemberWithoutForecast()
{
    const std::vector<HourlyValues> members{{10, std::nan("")}, {20, 30}};
    const std::vector<double> weights{0.25, 0.75};
    QCOMPARE(blended(members, weights, 0), 17.5);
    QCOMPARE(blended(members, weights, 1), 30.0);
}

QTEST_APPLESS_MAIN(TestArrivalMethods)
#include "tst_arrival_methods.moc"
