#include <cmath>

#include <QTest>

#include <smartqueue/analytics/count_range.h>
#include <smartqueue/foundation/random_source.h>

using namespace smartqueue;
using namespace smartqueue::analytics;

class TestCountRange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantilesOfThePoissonDistribution();
    void quantilesOfTheNegativeBinomial();
    void theApproximationJoinsTheExactOne();
    void nobodyExpectedIsNobody();
    void rangesOfLargeCountsHoldEightOfTen();
    void rangesOfSmallCountsHoldAtLeastEightOfTen();
    void theRangeWidensWhenTheErrorsGrow();
};

namespace {

/// Gamma with the given mean and squared coefficient of variation, by Marsaglia & Tsang (2000); the shape is at least 1.
double gammaOf(RandomSource &random, double mean, double scv)
{
    const double shape = 1 / scv;
    const double d = shape - 1.0 / 3;
    for (;;) {
        const double x = random.normal();
        const double v = std::pow(1 + x / std::sqrt(9 * d), 3);
        if (v > 0 && std::log(1 - random.uniform()) < x * x / 2 + d - d * v + d * std::log(v))
            return mean * d * v / shape;
    }
}

int poissonOf(RandomSource &random, double mean)
{
    int count = -1;
    for (double time = 0; time < mean; ++count)
        time += random.exponential(1);
    return std::max(count, 0);
}

double cumulative(int count, double mean, double dispersion)
{
    const double size = 1 / dispersion;
    double sum = 0;
    for (int k = 0; k <= count; ++k) {
        sum += std::exp(std::lgamma(k + size) - std::lgamma(size) - std::lgamma(k + 1.0) + size * std::log(size / (size + mean))
                        + k * std::log(mean / (size + mean)));
    }
    return sum;
}

/// Share inside over the second half of the hours.
double coverage(double mean, double dispersion, std::uint64_t seed)
{
    RandomSource random(seed);
    CountRangeTracker tracker;
    int inside = 0;
    constexpr int hours = 6000;
    for (int hour = 0; hour < hours; ++hour) {
        const double count = poissonOf(random, gammaOf(random, mean, dispersion));
        inside += hour >= hours / 2 && tracker.rangeOf(mean).holds(count);
        tracker.observe(mean, count);
    }
    return inside / (hours / 2.0);
}

} // namespace

void TestCountRange::quantilesOfThePoissonDistribution()
{
    // From tables of the Poisson distribution.
    QCOMPARE(countQuantile(0.1, 10, 0), 6.0);
    QCOMPARE(countQuantile(0.5, 10, 0), 10.0);
    QCOMPARE(countQuantile(0.9, 10, 0), 14.0);
    QCOMPARE(countQuantile(0.5, 0.5, 0), 0.0);
    QCOMPARE(countQuantile(0.95, 0.5, 0), 2.0);
}

void TestCountRange::quantilesOfTheNegativeBinomial()
{
    for (const double mean : {2.0, 25.0, 180.0}) {
        for (const double dispersion : {0.01, 0.2, 0.9}) {
            for (const double level : {0.1, 0.5, 0.9}) {
                const int count = int(countQuantile(level, mean, dispersion));
                QVERIFY(cumulative(count, mean, dispersion) >= level - 1e-9);
                QVERIFY(count == 0 || cumulative(count - 1, mean, dispersion) < level + 1e-9);
            }
        }
    }
}

void TestCountRange::theApproximationJoinsTheExactOne()
{
    for (const double dispersion : {0.0, 0.01, 0.1}) {
        for (const double level : {0.1, 0.5, 0.9}) {
            const double exact = countQuantile(level, 200, dispersion);
            const double close = countQuantile(level, 200.01, dispersion);
            QVERIFY2(std::abs(exact - close) <= 2, qPrintable(QStringLiteral("%1 %2").arg(exact).arg(close)));
        }
    }
}

void TestCountRange::nobodyExpectedIsNobody()
{
    QCOMPARE(countQuantile(0.9, 0, 0.1), 0.0);
}

void TestCountRange::rangesOfLargeCountsHoldEightOfTen()
{
    for (const double dispersion : {0.002, 0.02, 0.2}) {
        const double share = coverage(120, dispersion, 7);
        QVERIFY2(share > 0.77 && share < 0.83, qPrintable(QString::number(share)));
    }
}

void TestCountRange::rangesOfSmallCountsHoldAtLeastEightOfTen()
{
    // Of counts of 0, 1 and 2 no range holds exactly so many.
    const double share = coverage(1.2, 0.1, 8);
    QVERIFY2(share > 0.77 && share < 0.95, qPrintable(QString::number(share)));
}

void TestCountRange::theRangeWidensWhenTheErrorsGrow()
{
    CountRangeTracker tracker;
    for (int hour = 0; hour < 500; ++hour)
        tracker.observe(100, hour % 2 ? 102 : 98);
    const CountRange calm = tracker.rangeOf(100);
    for (int hour = 0; hour < 500; ++hour)
        tracker.observe(100, hour % 2 ? 150 : 50);
    const CountRange wild = tracker.rangeOf(100);
    QVERIFY(wild.high - wild.low > 2 * (calm.high - calm.low));
    QVERIFY(calm.low < 100 && calm.high > 100);
}

QTEST_APPLESS_MAIN(TestCountRange)
#include "tst_count_range.moc"
