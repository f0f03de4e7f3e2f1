#include <QTest>

#include "routing_days.h"

using namespace smartqueue;
using namespace smartqueue::testing;
using namespace std::chrono_literals;

/// Suggestions accepted a minute later, beside agents who call from one queue each and agents who call from both their skills allow: whole days on the
/// same customers.
class TestRoutingStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBranchIsSoldToNineTenths();
    void suggestionsGainHalfOfWhatSkillsGain();
};

namespace {

/// Three, or as many as SQ_DAYS says; beyond fifty or so QTEST_FUNCTION_TIMEOUT has to be longer.
std::uint64_t days()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("SQ_DAYS", &given);
    return given ? std::uint64_t(wanted) : 3;
}

} // namespace

void TestRoutingStudy::theBranchIsSoldToNineTenths()
{
    const RoutingBranch branch(RoutingBranch::Skills::primary);
    QCOMPARE(branch.house.state.agents.size(), std::size_t(13));
    double sold = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        for (const RoutingCustomer &customer : branch.day(seed))
            sold += std::chrono::duration<double, std::ratio<3600>>(customer.service).count();
    }
    const double utilisation = sold / 40 / 13 / routingHours;
    QVERIFY2(std::abs(utilisation - 0.9) < 0.02, qPrintable(QString::number(utilisation)));
}

void TestRoutingStudy::suggestionsGainHalfOfWhatSkillsGain()
{
    const RoutingBranch dedicated(RoutingBranch::Skills::primary);
    const RoutingBranch skilled(RoutingBranch::Skills::both);
    RoutingPlan plan;
    plan.askEvery = 20min;
    plan.outlook = 1h;
    plan.replications = 40;
    plan.options.screenReplications = 10;
    plan.options.proven = 4;
    plan.options.provenMeasures = 0;
    plan.options.bundled = 2;
    RoutingResult alone;
    RoutingResult both;
    RoutingResult suggested;
    for (std::uint64_t seed = 1; seed <= days(); ++seed) {
        const std::vector<RoutingCustomer> customers = dedicated.day(seed);
        const RoutingResult before = RoutingDay(dedicated, customers, {}).run();
        const RoutingResult after = RoutingDay(dedicated, customers, plan).run();
        QVERIFY2(after.meanWait() <= before.meanWait(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        QVERIFY(after.accepted > 0);
        alone += before;
        suggested += after;
        both += RoutingDay(skilled, customers, {}).run();
    }
    QVERIFY(alone.meanWait() - both.meanWait() > 60);
    const double share = (alone.meanWait() - suggested.meanWait()) / (alone.meanWait() - both.meanWait());
    qInfo("%.1f s, %.1f s with both skills, %.1f s by suggestions: %.3f of the gain", alone.meanWait(), both.meanWait(), suggested.meanWait(), share);
    QVERIFY(share >= 0.5);
}

QTEST_GUILESS_MAIN(TestRoutingStudy)
#include "tst_routing_study.moc"
