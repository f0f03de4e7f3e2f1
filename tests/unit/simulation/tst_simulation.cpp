#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/simulation/study.h>

using namespace smartqueue;
using namespace smartqueue::simulation;

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsLost();
    void theSameSeedGivesTheSameFigures();
    void anotherSeedGivesOthers();
    void threadsDoNotChangeTheFigures();
    void theFiguresOfASeedAreKnown();
    void servicesDoNotDependOnTheSystem();
    void comparedSystemsMeetTheSameCustomers();
    void ranksDoNotMatterFirstComeFirstServed();
    void theSlaLetsTheLateGoFirst();
    void badModelsAreRefused_data();
    void badModelsAreRefused();
    void badPlansAreRefused();
    void aQueueThatGrowsForEverIsRefused();
};

namespace {

QueueModel busyModel()
{
    QueueModel model;
    model.classes = {{1, 2}, {2, 4}};
    model.servers = 5;
    model.discipline = Discipline::priority;
    model.meanPatience = 1.5;
    model.capacity = 12;
    return model;
}

StudyFigures figuresOf(const QueueModel &model, const StudyPlan &plan)
{
    const auto figures = simulate(model, plan);
    if (!figures)
        qFatal("%s", std::string(figures.error().code.name()).c_str());
    return *figures;
}

double varianceOf(const std::vector<double> &values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    return std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double value) { return sum + (value - mean) * (value - mean); })
        / double(values.size() - 1);
}

bool areSame(const StudyFigures &a, const StudyFigures &b)
{
    return a.meanWait == b.meanWait && a.meanWait99.low == b.meanWait99.low && a.meanWait99.high == b.meanWait99.high && a.p90Wait == b.p90Wait
        && a.meanQueue == b.meanQueue && a.blocked == b.blocked && a.abandoned == b.abandoned && a.utilisation == b.utilisation && a.events == b.events;
}

} // namespace

Q_DECLARE_METATYPE(smartqueue::simulation::QueueModel)

void TestSimulation::nobodyIsLost()
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        QueueModel model = busyModel();
        if (seed % 2 == 0)
            model.capacity.reset();
        const StudyFigures figures = figuresOf(model, {1'000, seed, 3, 1});
        const QByteArray context = "seed " + QByteArray::number(qulonglong(seed));
        QVERIFY2(figures.servedCustomers + figures.abandonedCustomers + figures.blockedCustomers == 3'000, context);
        QVERIFY2(figures.classes[0].entered + figures.classes[1].entered == 3'000 - figures.blockedCustomers, context);
        QVERIFY2(figures.abandonedCustomers > 0 && figures.servedCustomers > 0, context);
        QCOMPARE(figures.blockedCustomers > 0, model.capacity.has_value());
        QCOMPARE(figures.warmUp, std::int64_t(100));
    }
}

void TestSimulation::theSameSeedGivesTheSameFigures()
{
    QVERIFY(areSame(figuresOf(busyModel(), {2'000, 7, 1, 1}), figuresOf(busyModel(), {2'000, 7, 1, 1})));
}

void TestSimulation::anotherSeedGivesOthers()
{
    QVERIFY(figuresOf(busyModel(), {2'000, 7, 1, 1}).meanWait != figuresOf(busyModel(), {2'000, 8, 1, 1}).meanWait);
}

void TestSimulation::threadsDoNotChangeTheFigures()
{
    QVERIFY(areSame(figuresOf(busyModel(), {500, 7, 9, 1}), figuresOf(busyModel(), {500, 7, 9, 4})));
}

void TestSimulation::theFiguresOfASeedAreKnown()
{
    const StudyFigures figures = figuresOf(busyModel(), {2'000, 42, 1, 1});
    QCOMPARE(figures.servedCustomers, std::int64_t(1505));
    QCOMPARE(figures.abandonedCustomers, std::int64_t(444));
    QCOMPARE(figures.events, std::int64_t(4334));
    QVERIFY(std::abs(figures.meanWait - 0.356998974346) < 1e-9);
}

void TestSimulation::servicesDoNotDependOnTheSystem()
{
    // With servers for everybody nobody waits, and how busy they are tells the services.
    QueueModel model;
    model.servers = 200;
    model.classes = {{1, 2}};
    const StudyFigures alone = figuresOf(model, {1'000, 5, 1, 1});
    model.discipline = Discipline::sla;
    model.servers = 400;
    const StudyFigures again = figuresOf(model, {1'000, 5, 1, 1});
    QCOMPARE(alone.utilisation, 2 * again.utilisation);
    QCOMPARE(alone.events, again.events);
}

void TestSimulation::comparedSystemsMeetTheSameCustomers()
{
    // What a server more saves varies far less over seeds where both systems meet the same customers.
    QueueModel five;
    five.classes = {{1, 4.5}};
    five.servers = 5;
    QueueModel six = five;
    six.servers = 6;
    std::vector<double> common;
    std::vector<double> apart;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const double slower = figuresOf(five, {4'000, seed, 1, 1}).meanWait;
        common.push_back(slower - figuresOf(six, {4'000, seed, 1, 1}).meanWait);
        apart.push_back(slower - figuresOf(six, {4'000, seed + 100, 1, 1}).meanWait);
    }
    QVERIFY2(varianceOf(common) < varianceOf(apart), qPrintable(QStringLiteral("%1 and %2").arg(varianceOf(common)).arg(varianceOf(apart))));
}

void TestSimulation::ranksDoNotMatterFirstComeFirstServed()
{
    QueueModel model = busyModel();
    model.discipline = Discipline::fifo;
    model.meanPatience.reset();
    const StudyFigures figures = figuresOf(model, {30'000, 3, 1, 1});
    QVERIFY(std::abs(figures.classes[0].meanWait - figures.classes[1].meanWait) < 0.05 * figures.meanWait);
}

void TestSimulation::theSlaLetsTheLateGoFirst()
{
    QueueModel model;
    model.classes = {{1, 2}, {2, 2.5}};
    model.servers = 5;
    const auto waitOfTheSecond = [&](Discipline discipline, std::optional<double> sla) {
        model.discipline = discipline;
        model.sla = sla;
        return figuresOf(model, {20'000, 3, 1, 1}).classes[1].meanWait;
    };
    const double priority = waitOfTheSecond(Discipline::priority, {});
    QVERIFY(waitOfTheSecond(Discipline::sla, 4.0) < 0.95 * priority);
    // Among the late and among the others priority counts, so with all on one side it alone does.
    QCOMPARE(waitOfTheSecond(Discipline::sla, 86.0), priority);
}

void TestSimulation::badModelsAreRefused_data()
{
    QTest::addColumn<QueueModel>("model");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *code, const char *field, auto change) {
        QueueModel model = busyModel();
        change(model);
        QTest::newRow(name) << model << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    row("no class", "missing_field", "arrival-rate", [](QueueModel &m) { m.classes.clear(); });
    row("negative rate", "out_of_range", "arrival-rate", [](QueueModel &m) { m.classes = {{1, -1}}; });
    row("no rate", "out_of_range", "arrival-rate", [](QueueModel &m) { m.classes = {{1, 0}}; });
    row("no number", "out_of_range", "arrival-rate", [](QueueModel &m) { m.classes = {{1, nothing}}; });
    row("endless rate", "out_of_range", "arrival-rate", [](QueueModel &m) { m.classes = {{1, 1e300}}; });
    row("class twice", "invalid_value", "classes", [](QueueModel &m) { m.classes = {{1, 1}, {1, 1}}; });
    row("class 0", "invalid_value", "classes", [](QueueModel &m) { m.classes[0].rank = 0; });
    row("negative service", "out_of_range", "service-mean", [](QueueModel &m) { m.service.mean = -1; });
    row("no service", "out_of_range", "service-mean", [](QueueModel &m) { m.service.mean = nothing; });
    row("negative scv", "out_of_range", "service-scv", [](QueueModel &m) { m.service = {1, ServiceLaw::gamma, -1}; });
    row("no server", "out_of_range", "servers", [](QueueModel &m) { m.servers = 0; });
    row("no patience", "out_of_range", "patience-mean", [](QueueModel &m) { m.meanPatience = 0; });
    row("capacity below servers", "out_of_range", "capacity", [](QueueModel &m) { m.capacity = 4; });
    row("negative sla", "out_of_range", "sla", [](QueueModel &m) { m.sla = -1; });
}

void TestSimulation::badModelsAreRefused()
{
    QFETCH(QueueModel, model);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto figures = simulate(model, {1'000, 1, 1, 1});
    QVERIFY(!figures);
    QCOMPARE(QString::fromStdString(std::string(figures.error().code.name())), code);
    QCOMPARE(QString::fromStdString(figures.error().detail.at("field")), field);
}

void TestSimulation::badPlansAreRefused()
{
    const auto fieldOf = [](const StudyPlan &plan) {
        const auto figures = simulate(busyModel(), plan);
        return figures ? std::string() : figures.error().detail.at("field");
    };
    QCOMPARE(fieldOf({0, 1, 1, 1}), std::string("customers"));
    QCOMPARE(fieldOf({-5, 1, 1, 1}), std::string("customers"));
    QCOMPARE(fieldOf({mostCustomers, 1, 2, 1}), std::string("customers"));
    QCOMPARE(fieldOf({1'000, 1, 0, 1}), std::string("replications"));
}

void TestSimulation::aQueueThatGrowsForEverIsRefused()
{
    QueueModel model;
    model.classes = {{1, 5}};
    model.servers = 5;
    const auto figures = simulate(model, {1'000, 1, 1, 1});
    QVERIFY(!figures);
    QCOMPARE(figures.error(), (Failure{simulation_failures::unstable, {{"offered_load", "5"}, {"servers", "5"}}}));
    model.meanPatience = 10;
    QVERIFY(simulate(model, {1'000, 1, 1, 1}));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
