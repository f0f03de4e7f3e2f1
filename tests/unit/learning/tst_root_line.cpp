#include <cmath>

#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/learning/root_line.h>

using namespace smartqueue;
using namespace smartqueue::learning;

class TestRootLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itBeginsWithThePredictionAsItIs();
    void aRatioIsLearned();
    void theMeanLiesAboveTheMedian();
    void groupsAreSetRightApart();
    void aGroupWithoutCasesIsLikeTheOthers();
    void itFollowsADrift();
    void nothingComesOutBelowZero();
};

namespace {

bool isNear(double value, double expected, double share)
{
    return std::abs(value - expected) <= share * expected;
}

} // namespace

void TestRootLine::itBeginsWithThePredictionAsItIs()
{
    const RootLine line(3, 1000);
    for (const double seconds : {0.0, 10.0, 90.0, 2000.0}) {
        QVERIFY(std::abs(line.estimate(2, seconds).median - seconds) < 1e-6);
        QVERIFY(std::abs(line.estimate(2, seconds).mean - seconds) < 1e-6);
    }
}

void TestRootLine::aRatioIsLearned()
{
    RootLine line(1, 1000);
    for (int i = 0; i < 5000; ++i)
        line.learn(0, 30 + i % 300, 2 * (30 + i % 300));
    QVERIFY(isNear(line.estimate(0, 100).median, 200, 0.1));
    QVERIFY(isNear(line.estimate(0, 300).median, 600, 0.1));
}

void TestRootLine::theMeanLiesAboveTheMedian()
{
    RootLine line(1, 10'000);
    RandomSource random(5);
    double sum = 0;
    constexpr int cases = 10'000;
    for (int i = 0; i < cases; ++i) {
        const double wait = random.exponential(100);
        sum += wait;
        line.learn(0, 100, wait);
    }
    const auto estimate = line.estimate(0, 100);
    // (E √W)² = π/4 of the mean for an exponential wait, between its median and its mean.
    QVERIFY2(isNear(estimate.median, 100 * std::acos(-1) / 4, 0.05), qPrintable(QString::number(estimate.median)));
    QVERIFY2(isNear(estimate.mean, sum / cases, 0.05), qPrintable(QString::number(estimate.mean)));
}

void TestRootLine::groupsAreSetRightApart()
{
    RootLine line(2, 2000);
    for (int i = 0; i < 4000; ++i)
        line.learn(std::size_t(i % 2), 60 + i % 200, (i % 2 == 0 ? 1.5 : 0.5) * (60 + i % 200));
    QVERIFY(isNear(line.estimate(0, 150).median, 225, 0.1));
    QVERIFY(isNear(line.estimate(1, 150).median, 75, 0.1));
}

void TestRootLine::aGroupWithoutCasesIsLikeTheOthers()
{
    RootLine line(2, 2000);
    for (int i = 0; i < 4000; ++i)
        line.learn(0, 60 + i % 200, 2 * (60 + i % 200));
    const double median = line.estimate(1, 150).median;
    QVERIFY2(median > 220 && median < 300, qPrintable(QString::number(median)));
}

void TestRootLine::itFollowsADrift()
{
    RootLine line(1, 200);
    for (int i = 0; i < 2000; ++i)
        line.learn(0, 60 + i % 200, 60 + i % 200);
    for (int i = 0; i < 1000; ++i)
        line.learn(0, 60 + i % 200, 1.8 * (60 + i % 200));
    QVERIFY(line.estimate(0, 150).median > 1.5 * 150);
}

void TestRootLine::nothingComesOutBelowZero()
{
    RootLine line(1, 100);
    for (int i = 0; i < 1000; ++i)
        line.learn(0, 400 + i % 100, i % 100);
    QVERIFY(line.estimate(0, 0).median >= 0);
}

QTEST_GUILESS_MAIN(TestRootLine)
#include "tst_root_line.moc"
