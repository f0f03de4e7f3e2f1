#include <cmath>
#include <random>
#include <set>

#include <QTest>

#include <smartqueue/analytics/promise_score.h>

using namespace smartqueue;
using namespace smartqueue::analytics;
using namespace std::chrono_literals;

namespace {

constexpr QueueId passports{1};
constexpr QueueId payments{2};

LocalInstant at(int hour, int minute, int day = 0)
{
    return LocalInstant(std::chrono::local_days(std::chrono::days(20'000 + day))) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

AnsweredPromise promise(QueueId queue, LocalInstant told, std::chrono::seconds likely, std::chrono::seconds low, std::chrono::seconds high, Duration waited)
{
    return {queue, told, Promise{likely, low, high}, waited};
}

bool near(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) <= within * std::max(1.0, std::abs(b));
}

/// As many promises as make a judgement possible, all alike.
std::vector<AnsweredPromise> alike(std::chrono::seconds likely, std::chrono::seconds low, std::chrono::seconds high, Duration waited)
{
    std::vector<AnsweredPromise> promises;
    for (std::size_t i = 0; i < fewestPromises; ++i)
        promises.push_back(promise(passports, at(8 + int(i % 10), 0), likely, low, high, waited));
    return promises;
}

PromiseFinding findingIn(const std::vector<AnsweredPromise> &promises)
{
    return findingOf(scoreboardOf(promises).all);
}

} // namespace

class TestPromiseScore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutPromisesEverythingIsZero();
    void theFiguresAreThoseWorkedOutByHand();
    void eachMethodHasItsOwn();
    void whoCouldComeAtOnceWasToldNoRange();
    void theEndsBelongToTheRange();
    void aStretchIsOneObservation();
    void aShareOfAllIsNotCertain();
    void theLevelsAreThoseOfTheToldDistribution();
    void aSecondComputationAgrees();
    void theOrderDoesNotMatter();
    void whatStandsOutIsNamed();
    void theWorstHourHasEnoughBehindIt();
};

void TestPromiseScore::withoutPromisesEverythingIsZero()
{
    const PromiseScoreboard board = scoreboardOf({});
    QCOMPARE(board.all.promises, std::size_t(0));
    QCOMPARE(board.all.miss.value, 0.0);
    QCOMPARE(board.all.inRange.high, 0.0);
    QVERIFY(board.queues.empty());
    QVERIFY(!board.worstHour());
    QCOMPARE(findingOf(board.all), PromiseFinding::nothing);
}

void TestPromiseScore::theFiguresAreThoseWorkedOutByHand()
{
    // Off by +60, −400, 0 and +310 seconds.
    const std::vector promises{
        promise(passports, at(9, 0), 360s, 200s, 600s, 300s), promise(passports, at(9, 5), 600s, 300s, 900s, 1000s),
        promise(payments, at(10, 0), 120s, 60s, 240s, 120s), promise(payments, at(10, 55), 400s, 100s, 700s, 90s)};
    const PromiseScoreboard board = scoreboardOf(promises);
    QCOMPARE(board.all.promises, std::size_t(4));
    QCOMPARE(board.all.withRange, std::size_t(4));
    QCOMPARE(board.all.miss.value, (60 + 400 + 0 + 310) / 4.0);
    QCOMPARE(board.all.bias.value, (60 - 400 + 0 + 310) / 4.0);
    QCOMPARE(board.all.inRange.value, 0.5);
    QCOMPARE(board.all.withinFive.value, 0.5);
    QCOMPARE(board.all.meanWidth, (400 + 600 + 180 + 600) / 4.0);
    QVERIFY(board.all.lowConfidence());
    QCOMPARE(board.queues.size(), std::size_t(2));
    QCOMPARE(board.queues[0].queue.value, passports.value);
    QCOMPARE(board.queues[0].figures.miss.value, 230.0);
    QCOMPARE(board.queues[1].figures.bias.value, 155.0);
    QCOMPARE(board.hours[9].promises, std::size_t(2));
    QCOMPARE(board.hours[10].miss.value, 155.0);
    QCOMPARE(board.hours[11].promises, std::size_t(0));
}

void TestPromiseScore::eachMethodHasItsOwn()
{
    std::vector<AnsweredPromise> promises{promise(passports, at(9, 0), 300s, 200s, 400s, 400s), promise(passports, at(9, 5), 300s, 200s, 400s, 500s)};
    QCOMPARE(scoreboardOf(promises).methods.size(), std::size_t(1));
    promises.push_back(promise(payments, at(9, 10), 300s, 200s, 400s, 310s));
    promises.back().told.method = PromiseMethod::qlr;
    const PromiseScoreboard board = scoreboardOf(promises);
    QCOMPARE(board.methods.size(), std::size_t(2));
    QVERIFY(board.methods[0].method == PromiseMethod::qls && board.methods[1].method == PromiseMethod::qlr);
    QCOMPARE(board.methods[0].figures.miss.value, 150.0);
    QCOMPARE(board.methods[1].figures.promises, std::size_t(1));
    QCOMPARE(board.methods[1].figures.miss.value, 10.0);
}

void TestPromiseScore::whoCouldComeAtOnceWasToldNoRange()
{
    const std::vector promises{promise(passports, at(9, 0), 0s, 0s, 0s, 20s), promise(passports, at(9, 1), 300s, 100s, 500s, 200s)};
    const PromiseFigures all = scoreboardOf(promises).all;
    QCOMPARE(all.promises, std::size_t(2));
    QCOMPARE(all.withRange, std::size_t(1));
    QCOMPARE(all.inRange.value, 1.0);
    QCOMPARE(all.meanWidth, 400.0);
    QCOMPARE(all.miss.value, (20 + 100) / 2.0);
    QCOMPARE(all.withinFive.value, 1.0);
}

void TestPromiseScore::theEndsBelongToTheRange()
{
    const std::vector promises{promise(passports, at(9, 0), 300s, 100s, 500s, 100s), promise(passports, at(9, 1), 300s, 100s, 500s, 500s),
                               promise(passports, at(9, 2), 300s, 100s, 500s, 500s + 1ms)};
    QVERIFY(near(scoreboardOf(promises).all.inRange.value, 2.0 / 3));
}

void TestPromiseScore::aStretchIsOneObservation()
{
    // Two quarters of an hour with misses 0, 0 and 100, 100: each quarter one observation of 0 and 100. Their mean is 50, its
    // variance 2/1 × (100² + 100²) / 4² = 2500, and Student's point with one degree of freedom 12.706205.
    const std::vector promises{
        promise(passports, at(9, 0), 0s, 0s, 0s, 0s), promise(passports, at(9, 1), 0s, 0s, 0s, 0s),
        promise(passports, at(9, 20), 0s, 0s, 0s, 100s), promise(passports, at(9, 21), 0s, 0s, 0s, 100s)};
    const PromiseFigures all = scoreboardOf(promises).all;
    QCOMPARE(all.miss.value, 50.0);
    QVERIFY(near(all.miss.high, 50 + 12.706205 * 50, 1e-6));
    // No miss is below zero.
    QCOMPARE(all.miss.low, 0.0);
    QVERIFY(near(all.bias.low, -50 - 12.706205 * 50, 1e-6));

    // One quarter alone: each wait an observation. Misses 0 and 100, standard error 50, one degree of freedom.
    const std::vector single{promise(passports, at(9, 0), 0s, 0s, 0s, 0s), promise(passports, at(9, 1), 0s, 0s, 0s, 100s)};
    QVERIFY(near(scoreboardOf(single).all.miss.high, 50 + 12.706205 * 50, 1e-6));
}

void TestPromiseScore::aShareOfAllIsNotCertain()
{
    // Ten of ten within five minutes, in ten hours: Wilson's lower end n / (n + t²), with t of nine degrees of freedom.
    std::vector<AnsweredPromise> promises;
    for (int hour = 0; hour < 10; ++hour)
        promises.push_back(promise(passports, at(8 + hour, 0), 60s, 10s, 120s, 70s));
    const Measured share = scoreboardOf(promises).all.withinFive;
    QCOMPARE(share.value, 1.0);
    QCOMPARE(share.high, 1.0);
    QVERIFY(near(share.low, 10 / (10 + 2.262157 * 2.262157), 1e-6));
}

void TestPromiseScore::theLevelsAreThoseOfTheToldDistribution()
{
    // Cube roots 2 and 6 around 4, so a standard deviation of 2 / 1.2815516. The middle half reaches 0.6744898 deviations from
    // 4: from (4 − 1.05261)³ = 25.6 s to (4 + 1.05261)³ = 129.0 s.
    const auto inHalf = [](Duration waited) {
        return scoreboardOf(std::vector{promise(passports, at(9, 0), 70s, 8s, 216s, waited)}).levels[4].share.value;
    };
    QCOMPARE(inHalf(25s), 0.0);
    QCOMPARE(inHalf(26s), 1.0);
    QCOMPARE(inHalf(128s), 1.0);
    QCOMPARE(inHalf(130s), 0.0);

    // Waits drawn from the promised distribution itself come true at every level.
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    std::normal_distribution<double> root(4, 2 / 1.2815516);
    std::vector<AnsweredPromise> promises;
    for (int i = 0; i < 20'000; ++i)
        promises.push_back(promise(passports, at(i % 24, 0, i / 24), 70s, 8s, 216s, Duration(std::int64_t(std::pow(std::max(0.0, root(random)), 3) * 1000))));
    for (const PromisedLevel &level : scoreboardOf(promises).levels) {
        // Five standard errors.
        QVERIFY2(std::abs(level.share.value - level.level) < 0.018, qPrintable(QStringLiteral("%1 %2").arg(level.level).arg(level.share.value)));
        QVERIFY(level.share.low <= level.share.value && level.share.value <= level.share.high);
    }
}

void TestPromiseScore::aSecondComputationAgrees()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 50; ++round) {
        std::vector<AnsweredPromise> promises;
        const int count = std::uniform_int_distribution(1, 400)(random);
        for (int i = 0; i < count; ++i) {
            std::uniform_int_distribution<int> seconds(0, 1800);
            const int low = seconds(random);
            const int high = low + (random() % 4 == 0 ? 0 : seconds(random));
            promises.push_back(promise(QueueId{std::int64_t(random() % 4 + 1)}, at(int(random() % 10) + 8, int(random() % 60), int(random() % 5)),
                                       std::chrono::seconds((low + high) / 2), std::chrono::seconds(low), std::chrono::seconds(high),
                                       Duration(seconds(random) * 1000 + int(random() % 1000))));
        }
        const PromiseScoreboard board = scoreboardOf(promises);
        const auto check = [&](const PromiseFigures &figures, auto belongs) {
            double miss = 0;
            double bias = 0;
            double width = 0;
            int n = 0;
            int ranged = 0;
            int inside = 0;
            int close = 0;
            for (const AnsweredPromise &each : promises) {
                if (!belongs(each))
                    continue;
                const double off = double(each.told.likely.count()) - double(each.waited.count()) / 1000;
                ++n;
                miss += std::abs(off);
                bias += off;
                close += std::abs(off) <= 300;
                if (each.told.low == each.told.high)
                    continue;
                ++ranged;
                inside += each.waited >= each.told.low && each.waited <= each.told.high;
                width += double((each.told.high - each.told.low).count());
            }
            QCOMPARE(figures.promises, std::size_t(n));
            QCOMPARE(figures.withRange, std::size_t(ranged));
            QVERIFY(near(figures.miss.value, n ? miss / n : 0, 1e-9));
            QVERIFY(std::abs(figures.bias.value - (n ? bias / n : 0)) < 1e-6);
            QVERIFY(near(figures.withinFive.value, n ? double(close) / n : 0, 1e-9));
            QVERIFY(near(figures.inRange.value, ranged ? double(inside) / ranged : 0, 1e-9));
            QVERIFY(near(figures.meanWidth, ranged ? width / ranged : 0, 1e-9));
            for (const Measured &each : {figures.miss, figures.bias, figures.inRange, figures.withinFive})
                QVERIFY(each.low <= each.value + 1e-9 && each.value <= each.high + 1e-9);
        };
        check(board.all, [](const auto &) { return true; });
        for (const QueuePromises &queue : board.queues)
            check(queue.figures, [&](const AnsweredPromise &each) { return each.queue == queue.queue; });
        for (int hour = 0; hour < 24; ++hour) {
            check(board.hours[std::size_t(hour)],
                  [&](const AnsweredPromise &each) { return int(each.toldAt.time_since_epoch() / 1h % 24) == hour; });
        }
        QVERIFY(near(board.levels[7].share.value, board.all.inRange.value, 1e-12));
        for (std::size_t level = 1; level < board.levels.size(); ++level)
            QVERIFY(board.levels[level].share.value >= board.levels[level - 1].share.value);
    }
}

void TestPromiseScore::theOrderDoesNotMatter()
{
    std::vector<AnsweredPromise> promises;
    for (int i = 0; i < 100; ++i)
        promises.push_back(promise(QueueId{i % 3 + 1}, at(8 + i % 9, i % 60), std::chrono::seconds(i * 7 % 600), 0s, std::chrono::seconds(i * 11 % 900), std::chrono::seconds(i * 13 % 700)));
    const PromiseScoreboard forwards = scoreboardOf(promises);
    std::reverse(promises.begin(), promises.end());
    const PromiseScoreboard backwards = scoreboardOf(promises);
    QVERIFY(near(forwards.all.miss.high, backwards.all.miss.high, 1e-12));
    QVERIFY(near(forwards.all.inRange.low, backwards.all.inRange.low, 1e-12));
}

void TestPromiseScore::whatStandsOutIsNamed()
{
    QCOMPARE(findingIn({promise(passports, at(9, 0), 60s, 0s, 120s, 60s)}), PromiseFinding::tooFew);
    QCOMPARE(findingIn(alike(600s, 300s, 900s, 800s)), PromiseFinding::toldTooShort);
    QCOMPARE(findingIn(alike(600s, 300s, 900s, 400s)), PromiseFinding::toldTooLong);
    QCOMPARE(findingIn(alike(600s, 590s, 595s, 600s)), PromiseFinding::tooNarrow);
    QCOMPARE(findingIn(alike(600s, 300s, 900s, 600s)), PromiseFinding::tooWide);

    std::vector<AnsweredPromise> either = alike(600s, 100s, 1100s, 600s);
    for (std::size_t i = 0; i < either.size(); ++i)
        either[i].waited = i % 2 == 0 ? 1000s : 200s;
    QCOMPARE(findingIn(either), PromiseFinding::farOff);

    std::vector<AnsweredPromise> kept = alike(600s, 300s, 900s, 600s);
    for (std::size_t i = 0; i < kept.size(); ++i)
        kept[i].waited = i % 10 == 0 ? 200s : i % 10 == 1 ? 1000s : 600s;
    QCOMPARE(findingIn(kept), PromiseFinding::kept);
}

void TestPromiseScore::theWorstHourHasEnoughBehindIt()
{
    std::vector<AnsweredPromise> promises;
    for (std::size_t i = 0; i < fewestPromises; ++i) {
        promises.push_back(promise(passports, at(9, int(i)), 60s, 0s, 120s, 100s));
        promises.push_back(promise(passports, at(10, int(i)), 60s, 0s, 120s, 200s));
    }
    promises.push_back(promise(passports, at(11, 0), 60s, 0s, 120s, 9000s));
    QCOMPARE(scoreboardOf(promises).worstHour(), std::optional(10));
}

QTEST_GUILESS_MAIN(TestPromiseScore)
#include "tst_promise_score.moc"
