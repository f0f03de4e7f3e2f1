#include <QTest>

#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/presentation/live_trend.h>
#include <smartqueue/presentation/suggestion_text.h>

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
    insights.report = optimizer::reportOf(snapshot->state, snapshot->at, {});
    return insights;
}

/// So many customers for payments, where Omar serves the first of them and Leïla is free for nothing.
void leaveToOmar(SmallBranch &branch, int customers)
{
    branch.must(SignIn{branch.omar, "1"});
    branch.must(SignIn{branch.leila, "2"});
    for (int i = 0; i < customers; ++i)
        branch.issue(branch.payments);
    branch.must(CallNext{branch.omar});
    branch.must(UnassignAgent{branch.leila, branch.payments});
    branch.must(UnassignAgent{branch.leila, branch.passports});
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

    void aSuggestionSaysWhatAndWhyWithFigures()
    {
        SmallBranch branch;
        leaveToOmar(branch, 9);
        const auto insights = insightsOf(branch);
        const auto open = presentation::openSuggestions(insights);
        QVERIFY(!open.isEmpty());
        QVERIFY2(open.first().what.contains(QStringLiteral("Leïla")), qPrintable(open.first().what));
        QVERIFY(open.first().what.contains(QStringLiteral("Payments")));
        QVERIFY2(open.first().why.contains(QStringLiteral("8")), qPrintable(open.first().why));
        QVERIFY(!open.first().effect.isEmpty());

        branch.must(DismissSuggestion{open.first().id, "Needed there"});
        const auto rest = presentation::openSuggestions(insightsOf(branch));
        QVERIFY(std::none_of(rest.begin(), rest.end(), [&](const auto &text) { return text.id == open.first().id; }));
    }

    void aSecondAgentForAQueueStartsWhereTheFirstEnds()
    {
        SmallBranch branch;
        Agent third;
        third.name = "Rosa";
        third.id = AgentId{branch.must(DefineAgent{third}).entity};
        branch.must(SignIn{third.id, "3"});
        leaveToOmar(branch, 30);
        const auto open = presentation::openSuggestions(insightsOf(branch));
        QVERIFY(open.size() >= 2);
        QVERIFY2(open[0].effect.contains(QStringLiteral(" → ")) && open[1].effect.contains(QStringLiteral(" → ")), qPrintable(open[1].effect));
        QVERIFY2(open[1].effect.section(QStringLiteral(" → "), 0, 0).endsWith(open[0].effect.section(QStringLiteral(" → "), 1)), qPrintable(open[0].effect + QLatin1Char('\n') + open[1].effect));
        QVERIFY(open[1].effect.contains(QStringLiteral("after the help above")));
        QVERIFY2(open[0].why.contains(QStringLiteral("29")) && open[0].why.contains(QStringLiteral("29.0")), qPrintable(open[0].why));
        QVERIFY2(open[1].why.contains(QStringLiteral("14.5")), qPrintable(open[1].why));

        // Whoever is not wanted helps nobody: the other one starts from now.
        branch.must(DismissSuggestion{open[0].id, "Needed there"});
        const auto rest = presentation::openSuggestions(insightsOf(branch));
        QCOMPARE(rest[0].id, open[1].id);
        QCOMPARE(rest[0].effect, open[0].effect);
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
