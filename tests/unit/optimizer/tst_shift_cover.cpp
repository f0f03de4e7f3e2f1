#include <limits>
#include <numeric>

#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/optimizer/shift_cover.h>

using namespace smartqueue;
using namespace smartqueue::optimizer;

class TestShiftCover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLengthThatFitsCoversExactly();
    void aPeakIsCoveredByAShortShift();
    void noHourIsShort();
    void theAnswerIsTheLeast();
    void theSameQuestionHasTheSameAnswer();
    void nobodyNeededMeansNoShift();
    void aShiftMayEndAfterTheLastHour();
    void senselessQuestionsAreRefused();
};

namespace {

/// Agent-hours of the best cover, tried out: hour by hour, so many shifts of each length begin here.
int leastByTrying(std::vector<int> needed, const std::vector<int> &lengths, std::size_t hour = 0)
{
    while (hour < needed.size() && needed[hour] <= 0)
        ++hour;
    if (hour == needed.size())
        return 0;
    // The first uncovered hour is best covered by shifts that begin in it.
    int least = std::numeric_limits<int>::max();
    for (const int length : lengths) {
        std::vector<int> rest = needed;
        for (std::size_t h = hour; h < std::min(needed.size(), hour + std::size_t(length)); ++h)
            --rest[h];
        least = std::min(least, length + leastByTrying(rest, lengths, hour));
    }
    return least;
}

int sum(const std::vector<int> &values)
{
    return std::accumulate(values.begin(), values.end(), 0);
}

} // namespace

void TestShiftCover::oneLengthThatFitsCoversExactly()
{
    const std::vector<int> needed{2, 2, 2, 2, 3, 3, 3, 3};
    const auto plan = coverByShifts(needed, std::vector<int>{4});
    QVERIFY(plan);
    QCOMPARE(plan->agentHours, 20);
    QCOMPARE(plan->shifts, (std::vector<Shift>{{0, 4, 2}, {4, 4, 3}}));
    QCOMPARE(plan->onDuty, needed);
    QVERIFY(plan->isOptimal);
}

void TestShiftCover::aPeakIsCoveredByAShortShift()
{
    const std::vector<int> needed{1, 1, 3, 3, 1, 1, 1, 1};
    const auto plan = coverByShifts(needed, std::vector<int>{8, 2});
    QVERIFY(plan);
    QCOMPARE(plan->agentHours, 12);
    QCOMPARE(plan->shifts, (std::vector<Shift>{{0, 8, 1}, {2, 2, 2}}));
}

void TestShiftCover::noHourIsShort()
{
    RandomSource random(4);
    for (int round = 0; round < 10; ++round) {
        std::vector<int> needed;
        for (int hour = 0; hour < 7 * 24; ++hour)
            needed.push_back(hour % 24 < 7 || hour % 24 > 20 ? 0 : int(random.between(1, 30)));
        const auto plan = coverByShifts(needed, std::vector<int>{8, 4});
        QVERIFY(plan && plan->isOptimal);
        int hours = 0;
        std::vector<int> onDuty(needed.size(), 0);
        for (const Shift &shift : plan->shifts) {
            hours += shift.hours * shift.agents;
            for (int hour = shift.start; hour < std::min(shift.start + shift.hours, int(needed.size())); ++hour)
                onDuty[std::size_t(hour)] += shift.agents;
        }
        QCOMPARE(hours, plan->agentHours);
        QCOMPARE(onDuty, plan->onDuty);
        for (std::size_t hour = 0; hour < needed.size(); ++hour)
            QVERIFY(onDuty[hour] >= needed[hour]);
        QVERIFY(plan->agentHours >= sum(needed));
    }
}

void TestShiftCover::theAnswerIsTheLeast()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        RandomSource random(seed);
        std::vector<int> needed;
        for (int hour = 0; hour < 7; ++hour)
            needed.push_back(int(random.between(0, 2)));
        const std::vector<int> lengths{4, 2};
        const auto plan = coverByShifts(needed, lengths);
        QVERIFY(plan);
        QVERIFY2(plan->agentHours == leastByTrying(needed, lengths), qPrintable(QString::number(seed)));
    }
}

void TestShiftCover::theSameQuestionHasTheSameAnswer()
{
    std::vector<int> needed;
    for (int hour = 0; hour < 24; ++hour)
        needed.push_back((hour * 7) % 5);
    const auto once = coverByShifts(needed, std::vector<int>{8, 4, 6});
    const auto again = coverByShifts(needed, std::vector<int>{4, 6, 8, 8});
    QVERIFY(once && again);
    QCOMPARE(once->shifts, again->shifts);
}

void TestShiftCover::nobodyNeededMeansNoShift()
{
    const auto plan = coverByShifts(std::vector<int>(24, 0), std::vector<int>{8});
    QVERIFY(plan && plan->shifts.empty());
    QCOMPARE(plan->agentHours, 0);
}

void TestShiftCover::aShiftMayEndAfterTheLastHour()
{
    const auto plan = coverByShifts(std::vector<int>{0, 1, 1}, std::vector<int>{8});
    QVERIFY(plan);
    QCOMPARE(plan->agentHours, 8);
    QVERIFY(plan->onDuty[1] == 1 && plan->onDuty[2] == 1);
}

void TestShiftCover::senselessQuestionsAreRefused()
{
    const std::vector<int> needed{1, 2};
    QVERIFY(coverByShifts({}, std::vector<int>{8}).error().code == shift_failures::badHorizon);
    QVERIFY(coverByShifts(std::vector<int>(longestHorizon + 1, 1), std::vector<int>{8}).error().code == shift_failures::badHorizon);
    QVERIFY(coverByShifts(needed, {}).error().code == shift_failures::badShiftLength);
    QVERIFY(coverByShifts(needed, std::vector<int>{0}).error().code == shift_failures::badShiftLength);
    QVERIFY(coverByShifts(needed, std::vector<int>{25}).error().code == shift_failures::badShiftLength);
}

QTEST_APPLESS_MAIN(TestShiftCover)
#include "tst_shift_cover.moc"
