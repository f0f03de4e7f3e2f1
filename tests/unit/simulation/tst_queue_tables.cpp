#include <cmath>
#include <vector>

#include <QTest>

#include <smartqueue/simulation/study.h>

using namespace smartqueue;
using namespace smartqueue::simulation;

/// Against exact results; mean service 1 throughout.
class TestQueueTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKnownMeanWaitLiesInTheInterval_data();
    void theKnownMeanWaitLiesInTheInterval();
    void sharesAreThoseOfErlang();
    void eachClassWaitsAsCobhamSays();
    void eachClassWaitsAsItMustBeforeSeveralServers();
    void ninetyPercentWaitAtMostTheKnownTime();
    void unitsAreThoseOfTheRates();
    void theIntervalOfReplicationsHolds();
};

namespace {

constexpr std::uint64_t seed = 4;

QueueModel markovian(double arrivalRate, int servers)
{
    QueueModel model;
    model.classes = {{1, arrivalRate}};
    model.servers = servers;
    return model;
}

QueueModel general(ServiceLaw law, double scv)
{
    QueueModel model = markovian(0.9, 1);
    model.service.law = law;
    model.service.scv = scv;
    return model;
}

QueueModel prioritised(std::vector<CustomerClass> classes, int servers)
{
    QueueModel model;
    model.classes = std::move(classes);
    model.servers = servers;
    model.discipline = Discipline::priority;
    return model;
}

StudyFigures figuresOf(const QueueModel &model, std::int64_t customers = 60'000, int replications = 1)
{
    const auto figures = simulate(model, {customers, seed, replications, 0});
    if (!figures)
        qFatal("%s", std::string(figures.error().code.name()).c_str());
    return *figures;
}

bool isNear(double value, double expected, double share)
{
    if (std::abs(value - expected) <= share * expected)
        return true;
    qWarning("%g instead of %g", value, expected);
    return false;
}

} // namespace

Q_DECLARE_METATYPE(smartqueue::simulation::QueueModel)

void TestQueueTables::theKnownMeanWaitLiesInTheInterval_data()
{
    QTest::addColumn<QueueModel>("model");
    QTest::addColumn<double>("known");
    // An interval as wide as everything holds everything.
    QTest::addColumn<double>("widest");

    QTest::newRow("M/M/1") << markovian(0.9, 1) << 9.0 << 0.45;
    QTest::newRow("M/M/5") << markovian(4.5, 5) << 1.524986 << 0.45;
    QTest::newRow("M/M/10") << markovian(9, 10) << 0.668732 << 0.45;
    QueueModel full = markovian(1.8, 2);
    full.capacity = 10;
    // Little: Lq over who came in.
    QTest::newRow("M/M/2/10") << full << 2.580064 / (1.8 * (1 - 0.054807)) << 0.15;
    QTest::newRow("M/D/1") << general(ServiceLaw::deterministic, 1) << 4.5 << 0.45;
    QTest::newRow("M/G/1 gamma scv 2") << general(ServiceLaw::gamma, 2) << 13.5 << 0.6;
    QTest::newRow("M/G/1 gamma scv .5") << general(ServiceLaw::gamma, 0.5) << 6.75 << 0.45;
    QTest::newRow("M/G/1 lognormal scv .5") << general(ServiceLaw::lognormal, 0.5) << 6.75 << 0.6;
    QueueModel impatient = markovian(12, 10);
    impatient.meanPatience = 2;
    QTest::newRow("Erlang A") << impatient << 0.391312 << 0.15;
    QTest::newRow("Cobham") << prioritised({{1, 0.3}, {2, 0.5}}, 1) << (0.3 * 1.142857 + 0.5 * 5.714286) / 0.8 << 0.4;
    QTest::newRow("M/M/5 priority") << prioritised({{1, 1}, {2, 2}, {3, 1.5}}, 5) << 1.524986 << 0.6;
}

void TestQueueTables::theKnownMeanWaitLiesInTheInterval()
{
    QFETCH(QueueModel, model);
    QFETCH(double, known);
    QFETCH(double, widest);
    const StudyFigures figures = figuresOf(model);
    const Interval &interval = figures.meanWait99;
    QVERIFY2(interval.low <= known && known <= interval.high,
             qPrintable(QStringLiteral("%1 is not in %2 to %3, seed %4").arg(known).arg(interval.low).arg(interval.high).arg(seed)));
    QVERIFY(interval.low < figures.meanWait && figures.meanWait < interval.high);
    QVERIFY2((interval.high - interval.low) / 2 < widest * known, qPrintable(QStringLiteral("%1 to %2").arg(interval.low).arg(interval.high)));
}

void TestQueueTables::sharesAreThoseOfErlang()
{
    QueueModel loss = markovian(8, 10);
    loss.capacity = 10;
    const StudyFigures erlangB = figuresOf(loss, 100'000);
    QVERIFY(isNear(erlangB.blocked, 0.121661, 0.04));
    QCOMPARE(erlangB.meanWait, 0.0);
    QCOMPARE(erlangB.waitProbability, 0.0);
    QVERIFY(isNear(erlangB.utilisation, 0.8 * (1 - 0.121661), 0.02));

    QueueModel full = markovian(1.8, 2);
    full.capacity = 10;
    const StudyFigures bounded = figuresOf(full, 100'000);
    QVERIFY(isNear(bounded.blocked, 0.054807, 0.08));
    QVERIFY(isNear(bounded.meanQueue, 2.580064, 0.05));

    QVERIFY(isNear(figuresOf(markovian(4.5, 5), 100'000).waitProbability, 0.762493, 0.03));

    QueueModel impatient = markovian(12, 10);
    impatient.meanPatience = 2;
    const StudyFigures erlangA = figuresOf(impatient, 100'000);
    QVERIFY(isNear(erlangA.waitProbability, 0.850385, 0.02));
    QVERIFY(isNear(erlangA.abandoned, 0.195656, 0.04));
    // Little, over everybody who came in.
    QVERIFY(isNear(erlangA.meanQueue, 12 * erlangA.meanWait, 0.03));
}

void TestQueueTables::eachClassWaitsAsCobhamSays()
{
    // The worse class stands first: what counts is its rank.
    const StudyFigures figures = figuresOf(prioritised({{2, 0.5}, {1, 0.3}}, 1), 120'000);
    QCOMPARE(figures.classes[0].rank, 2);
    QVERIFY(isNear(figures.classes[0].meanWait, 5.714286, 0.1));
    QVERIFY(isNear(figures.classes[1].meanWait, 1.142857, 0.04));
}

void TestQueueTables::eachClassWaitsAsItMustBeforeSeveralServers()
{
    const StudyFigures figures = figuresOf(prioritised({{1, 1}, {2, 2}, {3, 1.5}}, 5), 150'000);
    QVERIFY(isNear(figures.classes[0].meanWait, 0.190623, 0.05));
    QVERIFY(isNear(figures.classes[1].meanWait, 0.476558, 0.05));
    QVERIFY(isNear(figures.classes[2].meanWait, 3.812466, 0.15));
}

void TestQueueTables::ninetyPercentWaitAtMostTheKnownTime()
{
    // M/M/1: P(W > t) = ρ exp(−(1 − ρ) t).
    constexpr double load = 0.6;
    const StudyFigures figures = figuresOf(markovian(load, 1), 100'000);
    QVERIFY(isNear(figures.p90Wait, std::log(load / 0.1) / (1 - load), 0.05));
}

void TestQueueTables::unitsAreThoseOfTheRates()
{
    QueueModel minutes = markovian(0.9, 1);
    QueueModel seconds = markovian(0.9 / 60, 1);
    seconds.service.mean = 60;
    const StudyFigures inMinutes = figuresOf(minutes, 5'000);
    const StudyFigures inSeconds = figuresOf(seconds, 5'000);
    QVERIFY(isNear(inSeconds.meanWait, 60 * inMinutes.meanWait, 1e-5));
    QVERIFY(isNear(inSeconds.p90Wait, 60 * inMinutes.p90Wait, 1e-3));
    QVERIFY(isNear(inSeconds.utilisation, inMinutes.utilisation, 1e-5));
}

void TestQueueTables::theIntervalOfReplicationsHolds()
{
    const StudyFigures figures = figuresOf(markovian(4, 5), 8'000, 10);
    constexpr double known = 0.554113;
    QVERIFY(figures.meanWait99.low <= known && known <= figures.meanWait99.high);
    QVERIFY(figures.meanWait99.high - figures.meanWait99.low < known);
}

QTEST_GUILESS_MAIN(TestQueueTables)
#include "tst_queue_tables.moc"
