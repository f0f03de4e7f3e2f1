#include <cmath>

#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/learning/conformal_band.h>

using namespace smartqueue;
using namespace smartqueue::learning;

class TestConformalBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingIsKnownTheWaitIsExponential();
    void itHoldsEightOfTen_data();
    void itHoldsEightOfTen();
    void aRareGroupIsMeasuredByAll();
    void groupsHaveWidthsOfTheirOwn();
};

namespace {

/// Share of the cases within their ranges; `actual` gives what comes of a prediction as the i-th case.
template <class Actual>
double coverage(int cases, Actual actual)
{
    ConformalBand band(1);
    RandomSource random(17);
    int held = 0;
    for (int i = 0; i < cases; ++i) {
        const double predicted = random.exponential(150) + 5;
        const double wait = actual(random, i, predicted);
        const auto range = band.range(0, predicted);
        held += range.low <= wait && wait <= range.high;
        band.learn(0, predicted, wait, range);
    }
    return double(held) / cases;
}

} // namespace

void TestConformalBand::beforeAnythingIsKnownTheWaitIsExponential()
{
    const ConformalBand band(1);
    const auto range = band.range(0, 100);
    QVERIFY(std::abs(range.low - 10.536) < 0.01);
    QVERIFY(std::abs(range.high - 230.26) < 0.01);
}

void TestConformalBand::itHoldsEightOfTen_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("as predicted on average") << 0;
    QTest::newRow("far too short") << 1;
    QTest::newRow("twice as long from the middle on") << 2;
    QTest::newRow("slower from day to day") << 3;
    QTest::newRow("mostly nothing") << 4;
}

void TestConformalBand::itHoldsEightOfTen()
{
    QFETCH(int, kind);
    constexpr int cases = 4000;
    const double share = coverage(cases, [&](RandomSource &random, int i, double predicted) {
        switch (kind) {
        case 0: return random.exponential(predicted);
        case 1: return random.exponential(6 * predicted);
        case 2: return random.exponential(i < cases / 2 ? predicted : 2 * predicted);
        case 3: return random.exponential(predicted * (1 + 3.0 * i / cases));
        default: return random.chance(0.3) ? random.exponential(predicted) : 0;
        }
    });
    // Of waits of nothing the range cannot leave out a tenth.
    const double most = kind == 4 ? 0.92 : 0.83;
    QVERIFY2(share >= 0.77 && share <= most, qPrintable(QString::number(share)));
}

void TestConformalBand::aRareGroupIsMeasuredByAll()
{
    ConformalBand band(2);
    for (int i = 0; i < 500; ++i)
        band.learn(0, 100, 80 + i % 41, band.range(0, 100));
    const auto range = band.range(1, 100);
    QVERIFY(range.low > 80 && range.low < 90);
    QVERIFY(range.high > 110 && range.high < 121);
}

void TestConformalBand::groupsHaveWidthsOfTheirOwn()
{
    ConformalBand band(2);
    for (int i = 0; i < 500; ++i) {
        band.learn(0, 100, 95 + i % 11, band.range(0, 100));
        band.learn(1, 100, 50 + i % 101, band.range(1, 100));
    }
    const auto narrow = band.range(0, 100);
    const auto wide = band.range(1, 100);
    QVERIFY(wide.high - wide.low > 5 * (narrow.high - narrow.low));
}

QTEST_GUILESS_MAIN(TestConformalBand)
#include "tst_conformal_band.moc"
