#include <cmath>

#include <QTest>

#include <smartqueue/analytics/erlang_a.h>

using namespace smartqueue::analytics;
using namespace std::chrono_literals;

class TestErlangA : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedFiguresWithAbandonment();
    void publishedFiguresOfErlangC();
    void theServiceLevelOfErlangCIsItsClosedForm();
    void withinNothingIsNotHavingToWait();
    void patienceLikeTheServiceMakesAnInfiniteServerQueue();
    void aLoadWithoutEndHasNoFigures();
    void largeSystemsNeitherOverflowNorTakeLong();
    void theStaffingIsTheFewestThatReachTheTarget();
    void nobodyIsNeededForNobody();
    void aTargetMayBeOutOfReach();
};

namespace {

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) < tolerance;
}

} // namespace

void TestErlangA::publishedFiguresWithAbandonment()
{
    const ErlangAFigures figures = erlangA({12, 1, 0.5}, 10);
    QVERIFY(near(figures.waitProbability, 0.850385));
    QVERIFY(near(figures.abandonment, 0.195656));
    QVERIFY(near(figures.meanWaitSeconds, 0.391312));
}

void TestErlangA::publishedFiguresOfErlangC()
{
    const ErlangAFigures five = erlangA({4.5, 1, 0}, 5);
    QVERIFY(near(five.waitProbability, 0.762493));
    QVERIFY(near(five.meanWaitSeconds, 1.524986));
    QVERIFY(near(five.utilisation, 0.9));
    QVERIFY(near(erlangA({9, 1, 0}, 10).waitProbability, 0.668732));
    QVERIFY(near(erlangA({0.9, 1, 0}, 1).meanWaitSeconds, 9));
}

void TestErlangA::theServiceLevelOfErlangCIsItsClosedForm()
{
    for (const double limit : {0.25, 1.0, 4.0}) {
        const ErlangAFigures figures = erlangA({4.5, 1, 0}, 5, std::chrono::duration<double>(limit));
        QVERIFY(near(figures.within, 1 - figures.waitProbability * std::exp(-0.5 * limit)));
    }
}

void TestErlangA::withinNothingIsNotHavingToWait()
{
    const ErlangAFigures now = erlangA({12, 1, 0.5}, 10);
    QVERIFY(near(now.within, 1 - now.waitProbability));
    // In the end everybody is served who does not leave.
    const ErlangAFigures ever = erlangA({12, 1, 0.5}, 10, 100s);
    QVERIFY(near(ever.within, 1 - ever.abandonment));
}

void TestErlangA::patienceLikeTheServiceMakesAnInfiniteServerQueue()
{
    // With θ = μ everybody in the system leaves at the same rate, so their number is Poisson.
    const ErlangAFigures figures = erlangA({3, 1, 1}, 2);
    const double below = std::exp(-3.0) * (1 + 3);
    QVERIFY(near(figures.waitProbability, 1 - below));
    QVERIFY(near(figures.abandonment, 1 - figures.utilisation * 2 / 3));
}

void TestErlangA::aLoadWithoutEndHasNoFigures()
{
    const ErlangAFigures figures = erlangA({5, 1, 0}, 5, 60s);
    QCOMPARE(figures.waitProbability, 1.0);
    QCOMPARE(figures.within, 0.0);
    QVERIFY(std::isinf(figures.meanWaitSeconds));
}

void TestErlangA::largeSystemsNeitherOverflowNorTakeLong()
{
    QVERIFY(near(erlangA({2000, 1, 0.5}, 4000).within, 1));
    const ErlangAFigures tight = erlangA({2000, 1, 0.5}, 2000);
    QVERIFY(tight.waitProbability > 0.3 && tight.waitProbability < 0.8);
    QVERIFY(tight.abandonment < 0.02);
    QVERIFY(near(erlangA({1e-6, 1, 0.5}, 3).waitProbability, 0));
}

void TestErlangA::theStaffingIsTheFewestThatReachTheTarget()
{
    StaffingTarget few;
    few.abandonmentAtMost = 0.05;
    StaffingTarget quick;
    quick.withinAtLeast = 0.8;
    quick.limit = 60s;
    for (const double hourly : {0.5, 3.0, 20.0, 90.0, 400.0, 3000.0}) {
        const ErlangA system{hourly / 3600, 1.0 / 180, 1.0 / 326};
        const int patient = agentsFor(system, few).value();
        QVERIFY(erlangA(system, patient).abandonment <= 0.05);
        QVERIFY(patient == 1 || erlangA(system, patient - 1).abandonment > 0.05);
        const int prompt = agentsFor(system, quick).value();
        QVERIFY(erlangA(system, prompt, 60s).within >= 0.8);
        QVERIFY(prompt == 1 || erlangA(system, prompt - 1, 60s).within < 0.8);
    }
}

void TestErlangA::nobodyIsNeededForNobody()
{
    StaffingTarget target;
    target.abandonmentAtMost = 0.05;
    QCOMPARE(agentsFor({0, 1, 1}, target).value(), 0);
}

void TestErlangA::aTargetMayBeOutOfReach()
{
    StaffingTarget target;
    target.abandonmentAtMost = 0.001;
    QVERIFY(!agentsFor({10, 1, 0.5}, target, 8));
}

QTEST_APPLESS_MAIN(TestErlangA)
#include "tst_erlang_a.moc"
