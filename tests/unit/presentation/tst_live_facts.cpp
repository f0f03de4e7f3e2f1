#include <QTest>

#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/presentation/live_trend.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::Urgency;
using testing::SmallBranch;

namespace {

engine::Insights insightsOf(SmallBranch &branch)
{
    engine::Insights insights;
    auto snapshot = std::make_shared<engine::BranchSnapshot>(*branch.now());
    snapshot->at = branch.clock.now();
    insights.snapshot = snapshot;
    insights.overview = analytics::overviewOf(snapshot->state, snapshot->at);
    insights.loadBalance = analytics::loadBalanceOf(snapshot->state, snapshot->at);
    return insights;
}

} // namespace

class TestLiveFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fourToSixFiguresStandBesideTheirTargets()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        branch.issue(branch.payments);
        branch.advance(12min);
        branch.issue(branch.payments);
        const auto figures = presentation::branchFigures(insightsOf(branch));
        QVERIFY(figures.size() >= 4 && figures.size() <= 6);
        QCOMPARE(figures[0].value, QStringLiteral("2"));
        QCOMPARE(figures[1].value, QStringLiteral("12 min"));
        for (const auto &figure : figures)
            QVERIFY2(!figure.label.isEmpty() && !figure.value.isEmpty() && !figure.beside.isEmpty(), qPrintable(figure.label));
    }

    void theWorstQueueStandsFirst()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        for (int i = 0; i < 3; ++i)
            branch.issue(branch.information);
        branch.advance(10min);
        const auto cards = presentation::queueCards(insightsOf(branch));
        QCOMPARE(cards.size(), qsizetype(3));
        QCOMPARE(cards.first().id, branch.information);
        QVERIFY(cards.first().urgency == Urgency::critical || cards.first().urgency == Urgency::warning);
        // Nobody serves it: no estimate is made up.
        QCOMPARE(cards.first().eta, QStringLiteral("–"));
        QVERIFY(!cards.first().cause.isEmpty());
    }

    void aQueueThatNobodyServesYetIsCalmWhileNobodyWaits()
    {
        SmallBranch branch;
        auto cards = presentation::queueCards(insightsOf(branch));
        QCOMPARE(cards.size(), qsizetype(3));
        for (const auto &card : cards) {
            QVERIFY(card.urgency == Urgency::rest && card.causeUrgency == Urgency::rest);
            QCOMPARE(card.statusWord, QStringLiteral("No agent"));
            QCOMPARE(card.cause, QStringLiteral("Nobody serves this queue yet"));
        }
        branch.issue(branch.information);
        cards = presentation::queueCards(insightsOf(branch));
        QCOMPARE(cards.first().id, branch.information);
        QVERIFY(cards.first().urgency == Urgency::warning || cards.first().urgency == Urgency::critical);
        QVERIFY(cards.last().urgency == Urgency::rest);
    }

    void theTrendOfBeforeAndSinceIsOneHour()
    {
        const std::vector<int> before(60, 1);
        const auto joined = presentation::joinedTrend(before, {7, 8});
        QCOMPARE(joined.size(), presentation::trendMinutes);
        QCOMPARE(joined.front(), 1);
        QCOMPARE(joined.back(), 8);
        QCOMPARE(presentation::joinedTrend({}, {3}), std::vector<int>{3});
        QCOMPARE(presentation::joinedTrend({4}, std::vector<int>(70, 2)), std::vector<int>(60, 2));
    }

    void theHourBeforeTheConsoleOpenedIsRead()
    {
        SmallBranch branch;
        branch.issue(branch.payments);
        branch.advance(30min);
        branch.issue(branch.payments);
        branch.advance(10min);
        branch.now();
        auto reader = branch.engine->openReader();
        const auto trend = presentation::waitingBefore(**reader, branch.clock.now());
        QVERIFY(trend);
        const auto &payments = trend->at(branch.payments);
        QVERIFY(payments.size() >= 59);
        QCOMPARE(payments.front(), 0);
        QCOMPARE(payments.back(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLiveFacts)
#include "tst_live_facts.moc"
