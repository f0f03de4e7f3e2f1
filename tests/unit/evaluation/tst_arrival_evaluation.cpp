#include <algorithm>
#include <cmath>


#include <QTest>

#include <smartqueue/evaluation/arrival_evaluation.h>
#include <smartqueue/foundation/random_source.h>

using namespace smartqueue;
using namespace smartqueue::analytics;
using namespace smartqueue::evaluation;

class TestArrivalEvaluation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresByHand();
    void exactWeeksLeaveNoError();
    void noMethodKnowsItsHourOrALaterOne();
    void theTestDoesNotChooseTheMethod();
    void aSmoothSeriesComesNearItsNoise();
    void rowsOfOpenHoursAloneAreEnough();
    void twoWeeksAreEnoughForAForecast();
    void aNewOpeningHourIsForecastFromTheDaysBefore();
    void tooLittleHistoryIsRefused();
    void aTestWithoutArrivalsIsRefused();
    void aStudyCanBeCancelled();
};

namespace {

// moc 6.4 cannot read <numbers>.
const double pi = std::acos(-1.0);
const LocalHour monday{std::chrono::local_days(std::chrono::year(2026) / 1 / 5)};

struct Generated {
    ArrivalSeries series;
    /// What was expected knowing everything but the last noise.
    HourlyValues known;
};

/// A bank's hours from 8 to 18, from Monday to Friday: a level that wanders, busier and quieter days and hours, counts of the
/// given size, and now and then a holiday. Closed hours are 0.
Generated bank(int weeks, double size, std::uint64_t seed)
{
    RandomSource random(seed);
    Generated generated{{monday, {}}, {}};
    double level = 0;
    double ofHour = 0;
    for (int day = 0; day < 7 * weeks; ++day) {
        level = 0.99 * level + 0.01 * random.normal();
        const double ofDay = 0.06 * random.normal();
        const double holiday = random.chance(0.02) ? 0.15 : 1.0;
        for (int hour = 0; hour < hoursPerDay; ++hour) {
            ofHour = 0.7 * ofHour;
            const bool isOpen = day % 7 < 5 && hour >= 8 && hour < 18;
            const double shape = 1 + 0.6 * std::cos((hour - 11) * pi / 9) + (day % 7 == 0 ? 0.3 : 0.0);
            const double known = isOpen ? size * shape * holiday * std::exp(level + ofDay + ofHour) : 0.0;
            const double step = 0.02 * random.normal();
            ofHour += step;
            const double mean = known * std::exp(step);
            generated.known.push_back(known);
            generated.series.counts.push_back(std::max(0.0, std::round(mean + std::sqrt(mean) * random.normal())));
        }
    }
    return generated;
}

const ArrivalScore &scoreOf(const ArrivalEvaluation &evaluation, std::string_view method)
{
    for (const ArrivalScore &score : evaluation.methods) {
        if (score.name == method)
            return score;
    }
    qFatal("no such method");
}

LocalHour week(int number)
{
    return monday + std::chrono::weeks(number);
}

} // namespace

void TestArrivalEvaluation::scoresByHand()
{
    // One open hour a day, by weeks 10, 20, 10, 20 …: the naive forecast is off by 10 always, the mean of an even number of
    // weeks by 5.
    ArrivalSeries series{monday, HourlyValues(std::size_t(8 * hoursPerWeek), 0.0)};
    for (int day = 0; day < 8 * 7; ++day)
        series.counts[std::size_t(day * hoursPerDay + 10)] = (day / 7) % 2 == 0 ? 10 : 20;
    const auto evaluation = evaluateArrivals(series, week(6));
    QVERIFY(evaluation);
    QCOMPARE(evaluation->hours, 14);
    QCOMPARE(evaluation->arrivals, 7 * 10.0 + 7 * 20.0);
    const ArrivalScore &naive = scoreOf(*evaluation, arrival_methods::seasonalNaive);
    QCOMPARE(naive.wape, 10.0 / 15);
    QCOMPARE(naive.mase, 1.0);
    const ArrivalScore &mean = scoreOf(*evaluation, arrival_methods::fourWeekMean);
    QCOMPARE(mean.wape, 5.0 / 15);
    QCOMPARE(mean.mase, 0.5);
    QCOMPARE(mean.coverage80, 1.0);
}

void TestArrivalEvaluation::exactWeeksLeaveNoError()
{
    ArrivalSeries series{monday, {}};
    for (int hour = 0; hour < 12 * hoursPerWeek; ++hour)
        series.counts.push_back(hour % hoursPerDay < 8 ? 0 : 50 + 10 * (hour % hoursPerDay % 5));
    const auto evaluation = evaluateArrivals(series, week(10));
    QVERIFY(evaluation);
    QCOMPARE(evaluation->methods.size(), std::size_t(10));
    QCOMPARE(scoreOf(*evaluation, arrival_methods::seasonalNaive).wape, 0.0);
    for (const ArrivalScore &score : evaluation->methods)
        QVERIFY2(score.wape < 0.02, score.name.data());
    QCOMPARE(scoreOf(*evaluation, arrival_methods::fourWeekMean).coverage80, 1.0);
}

void TestArrivalEvaluation::noMethodKnowsItsHourOrALaterOne()
{
    // Every learned method has been taught by then, and a few hours before everything was fitted anew.
    const ArrivalSeries before = bank(12, 60, 1).series;
    const int changed = 11 * hoursPerWeek + 11;
    ArrivalSeries after = before;
    for (int hour = changed; hour < after.size(); ++hour)
        after.counts[std::size_t(hour)] = 5 * after.counts[std::size_t(hour)] + 7;
    const int from = 10 * hoursPerWeek;
    const auto known = forecastArrivals(before, from);
    const auto other = forecastArrivals(after, from);
    QVERIFY(known && other);
    for (std::size_t method = 0; method < known->size(); ++method) {
        for (int hour = 0; hour <= changed; ++hour)
            QVERIFY2((*known)[method].means[std::size_t(hour)] == (*other)[method].means[std::size_t(hour)], (*known)[method].name.data());
        QVERIFY2((*known)[method].means.back() != (*other)[method].means.back() || before.counts.back() == 0, (*known)[method].name.data());
    }
}

void TestArrivalEvaluation::theTestDoesNotChooseTheMethod()
{
    const ArrivalSeries before = bank(12, 60, 2).series;
    ArrivalSeries after = before;
    // In the test every week is like the last: the naive forecast is perfect there and was not before.
    for (int hour = 10 * hoursPerWeek; hour < after.size(); ++hour)
        after.counts[std::size_t(hour)] = after.counts[std::size_t(hour - hoursPerWeek)];
    const auto known = evaluateArrivals(before, week(10));
    const auto other = evaluateArrivals(after, week(10));
    QVERIFY(known && other);
    QCOMPARE(scoreOf(*other, arrival_methods::seasonalNaive).wape, 0.0);
    QVERIFY(known->chosen == other->chosen);
}

void TestArrivalEvaluation::aSmoothSeriesComesNearItsNoise()
{
    const Generated generated = bank(17, 1500, 3);
    const auto evaluation = evaluateArrivals(generated.series, week(13));
    QVERIFY(evaluation);
    // Nobody can know the last noise; the day's and the hours' levels have to be learned from the hours before.
    const double floor = weightedAbsoluteError(generated.series, generated.known, 13 * hoursPerWeek, generated.series.size());
    const ArrivalScore &chosen = scoreOf(*evaluation, evaluation->chosen);
    QVERIFY2(chosen.wape < 1.6 * floor, qPrintable(QStringLiteral("%1 against %2").arg(chosen.wape).arg(floor)));
    QVERIFY2(chosen.wape < 0.6 * scoreOf(*evaluation, arrival_methods::fourWeekMean).wape, qPrintable(QString::number(chosen.wape)));
    QVERIFY2(chosen.coverage80 > 0.75 && chosen.coverage80 < 0.86, qPrintable(QString::number(chosen.coverage80)));
}

void TestArrivalEvaluation::rowsOfOpenHoursAloneAreEnough()
{
    Generated generated = bank(10, 200, 4);
    const auto withZeros = evaluateArrivals(generated.series, week(8));
    for (double &count : generated.series.counts) {
        if (count == 0)
            count = std::nan("");
    }
    const auto withGaps = evaluateArrivals(generated.series, week(8));
    QVERIFY(withZeros && withGaps);
    QCOMPARE(withGaps->hours, 100);
    QVERIFY(std::abs(scoreOf(*withZeros, arrival_methods::levelFilter).wape - scoreOf(*withGaps, arrival_methods::levelFilter).wape) < 0.02);
    QVERIFY(scoreOf(*withGaps, withGaps->chosen).wape < scoreOf(*withGaps, arrival_methods::seasonalNaive).wape);
}

void TestArrivalEvaluation::twoWeeksAreEnoughForAForecast()
{
    const auto evaluation = evaluateArrivals(bank(3, 80, 5).series, week(2));
    QVERIFY(evaluation);
    QVERIFY(evaluation->chosen == arrival_methods::ensemble);
    for (const ArrivalScore &score : evaluation->methods)
        QVERIFY2(std::isfinite(score.wape) && score.wape < 0.6, score.name.data());
}

void TestArrivalEvaluation::aNewOpeningHourIsForecastFromTheDaysBefore()
{
    Generated generated = bank(4, 80, 6);
    for (int hour = 0; hour < generated.series.size(); ++hour) {
        if (hour % hoursPerDay == 20)
            generated.series.counts[std::size_t(hour)] = hour >= 3 * hoursPerWeek ? 40.0 : std::nan("");
    }
    const auto forecasts = forecastArrivals(generated.series, 3 * hoursPerWeek);
    QVERIFY(forecasts);
    const std::size_t second = std::size_t(3 * hoursPerWeek + hoursPerDay + 20);
    for (const ArrivalForecast &forecast : *forecasts) {
        QVERIFY(std::none_of(forecast.means.begin(), forecast.means.end(), [](double mean) { return std::isnan(mean); }));
        if (forecast.name == arrival_methods::fourWeekMean)
            QCOMPARE(forecast.means[second], 40.0);
    }
}

void TestArrivalEvaluation::tooLittleHistoryIsRefused()
{
    const ArrivalSeries series = bank(4, 50, 7).series;
    const auto evaluation = evaluateArrivals(series, week(1));
    QVERIFY(!evaluation && evaluation.error().code == arrival_failures::tooLittleHistory);
    QCOMPARE(evaluation.error().detail.at("days"), std::string("7"));
    QVERIFY(evaluateArrivals(series, week(-5)).error().code == arrival_failures::tooLittleHistory);
}

void TestArrivalEvaluation::aTestWithoutArrivalsIsRefused()
{
    ArrivalSeries series = bank(4, 50, 8).series;
    QVERIFY(evaluateArrivals(series, week(9)).error().code == arrival_failures::nothingToTest);
    QVERIFY(evaluateArrivals({}, week(0)).error().code == arrival_failures::nothingToTest);
}

void TestArrivalEvaluation::aStudyCanBeCancelled()
{
    int asked = 0;
    const auto evaluation = evaluateArrivals(bank(12, 50, 9).series, week(10), [&](double) { return ++asked < 2; });
    QVERIFY(!evaluation);
    QCOMPARE(evaluation.error().code.name(), std::string_view("training_cancelled"));
}

QTEST_APPLESS_MAIN(TestArrivalEvaluation)
#include "tst_arrival_evaluation.moc"
