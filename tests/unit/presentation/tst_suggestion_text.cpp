#include <QTest>

#include <smartqueue/presentation/suggestion_text.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::ProvenStudy;
using presentation::SuggestionText;
using simulation::Objective;
using simulation::Proposal;
using simulation::ProposalKind;
using testing::SmallBranch;

namespace {

SuggestedAction moveOf(AgentId agent, QueueId from, QueueId to)
{
    return {SuggestionKind::reallocation, {}, agent, from, to, Discipline::fifo};
}

SuggestedAction transferOf(TicketId ticket, QueueId from, QueueId to)
{
    return {SuggestionKind::transfer, ticket, {}, from, to, Discipline::fifo};
}

Proposal proposalOf(std::vector<SuggestedAction> actions)
{
    Proposal proposal;
    proposal.id = "bundle-1";
    proposal.actions = std::move(actions);
    proposal.gain = {126, 84, 168};
    proposal.asIs = 500;
    return proposal;
}

/// Both serve; nine wait for payments.
struct Said {
    Said()
    {
        branch.must(SignIn{branch.omar, "1"});
        branch.must(SignIn{branch.leila, "2"});
        branch.must(UnassignAgent{branch.leila, branch.payments});
        for (int i = 0; i < 9; ++i)
            last = branch.issue(branch.payments);
    }

    SuggestionText of(const Proposal &proposal, Objective objective = Objective::meanWait)
    {
        ProvenStudy study;
        study.twin.snapshot = branch.now();
        study.wish.objective = objective;
        return presentation::textOf(proposal, study);
    }

    QString whyNot(const Proposal &proposal) { return presentation::whyNotAnyMore(proposal, *branch.now(), branch.clock.now()); }

    SmallBranch branch;
    engine::Receipt last;
};

} // namespace

class TestSuggestionText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMoveSaysWhoWhereAndTheFigures()
    {
        Said said;
        const auto text = said.of(proposalOf({moveOf(said.branch.leila, said.branch.passports, said.branch.payments)}));
        QCOMPARE(text.what, QStringLiteral("Lend Leïla Haddad to Payments"));
        QCOMPARE(text.why, QStringLiteral("Payments: 9 waiting, 9.0 per agent · Passports: nobody waits"));
        QVERIFY(text.goodUntil.startsWith(QStringLiteral("good until ")));
        QVERIFY(!text.isMeasure);
    }

    void whatIsDoneTogetherIsSaidInOneLine()
    {
        Said said;
        SuggestedAction rule;
        rule.kind = SuggestionKind::discipline;
        rule.toQueue = said.branch.payments;
        rule.discipline = Discipline::sla;
        Proposal bundle = proposalOf({moveOf(said.branch.leila, said.branch.passports, said.branch.payments),
                                      moveOf(said.branch.omar, said.branch.payments, said.branch.information), rule});
        const QString what = said.of(bundle).what;
        QVERIFY2(what.startsWith(QStringLiteral("Lend Leïla Haddad to Payments; Omar Said to Information · Call Payments by “")), qPrintable(what));
        const auto ticket = said.last.ticket;
        QCOMPARE(said.of(proposalOf({transferOf(ticket, said.branch.payments, said.branch.information)})).what, QStringLiteral("Move ticket B009 to Information"));
    }

    void whatTakesAPersonMoreIsAMeasure()
    {
        Said said;
        Proposal counter = proposalOf({});
        counter.changes.openedCounters = {said.branch.payments};
        QCOMPARE(said.of(counter).what, QStringLiteral("Open one more counter for Payments"));
        QVERIFY(said.of(counter).isMeasure);
        Proposal pause = proposalOf({});
        pause.changes.commands = {SetQueueStatus{said.branch.payments, QueueStatus::closed}};
        pause.turnedAway = 4.2;
        QCOMPARE(said.of(pause).what, QStringLiteral("Stop giving out tickets for Payments"));
        QVERIFY2(said.of(pause).pays.contains(QStringLiteral("4 find(s) the door shut")), qPrintable(said.of(pause).pays));
    }

    void theGainHasItsIntervalInTheUnitOfTheObjective()
    {
        Said said;
        Proposal proposal = proposalOf({moveOf(said.branch.leila, said.branch.passports, said.branch.payments)});
        QCOMPARE(said.of(proposal).gain, QStringLiteral("Mean wait 2.1 min shorter (1.4 to 2.8), of 8.3 min"));
        QVERIFY(said.of(proposal, Objective::p90Wait).gain.contains(QStringLiteral("2.1 min shorter (1.4 to 2.8)")));
        proposal.gain = {30, 12, 48};
        QVERIFY2(said.of(proposal).gain.contains(QStringLiteral("30 s shorter (12 to 48)")), qPrintable(said.of(proposal).gain));
        proposal.gain = {0.06, 0.03, 0.09};
        proposal.asIs = 0.71;
        QCOMPARE(said.of(proposal, Objective::slaShare).gain, QStringLiteral("Called on time +6.0 points (3.0 to 9.0), now 71%"));
        QCOMPARE(said.of(proposal, Objective::costedDelay).gain, QStringLiteral("Weighed wait 0.06 targets shorter (0.03 to 0.09), of 0.71"));
    }

    void whoPaysIsNamedWithTheFigures()
    {
        Said said;
        Proposal proposal = proposalOf({moveOf(said.branch.leila, said.branch.passports, said.branch.payments)});
        QCOMPARE(said.of(proposal).pays, QStringLiteral("nobody waits longer"));
        proposal.payers = {{said.branch.passports, false, 14.3, {40, 20, 59}}};
        QCOMPARE(said.of(proposal).pays, QStringLiteral("14 of Passports wait(s) 40 s longer (20 to 59)"));
        proposal.payers.push_back({said.branch.payments, true, 2.8, {90, 30, 150}});
        proposal.payers.push_back({said.branch.information, false, 5, {3, 1, 5}});
        const QString pays = said.of(proposal).pays;
        QVERIFY2(pays.contains(QStringLiteral("3 moved from Payments wait(s) 1.5 min longer (0.5 to 2.5)")), qPrintable(pays));
        QVERIFY2(pays.contains(QStringLiteral("1 more group")), qPrintable(pays));
    }

    void whyItNoLongerFitsIsSaid()
    {
        Said said;
        const Proposal move = proposalOf({moveOf(said.branch.leila, said.branch.passports, said.branch.payments)});
        const Proposal transfer = proposalOf({transferOf(said.last.ticket, said.branch.payments, said.branch.information)});
        QCOMPARE(said.whyNot(move), QString());
        QCOMPARE(said.whyNot(transfer), QString());
        said.branch.must(CancelTicket{said.last.ticket});
        QCOMPARE(said.whyNot(transfer), QStringLiteral("B009 no longer waits in Payments."));
        said.branch.must(SetQueueStatus{said.branch.payments, QueueStatus::paused});
        QCOMPARE(said.whyNot(move), QStringLiteral("Payments is paused."));
        said.branch.must(SetQueueStatus{said.branch.payments, QueueStatus::active});
        said.branch.must(AssignAgent{said.branch.leila, said.branch.payments, 1});
        QCOMPARE(said.whyNot(move), QStringLiteral("Leïla Haddad serves other queues by now."));
        said.branch.must(SignOut{said.branch.leila});
        QCOMPARE(said.whyNot(move), QStringLiteral("Leïla Haddad has signed out."));
    }

    void aBatchIsOneDecision()
    {
        Said said;
        const auto &b = said.branch;
        said.branch.must(ApplySuggestion{"bundle-1", {moveOf(b.leila, b.passports, b.payments), moveOf(b.omar, b.payments, b.information)}});
        said.branch.must(DismissSuggestion{"bundle-2", "The agent is needed here"});
        const auto decisions = presentation::decisionsOf(said.branch.now()->state);
        QCOMPARE(decisions.size(), qsizetype(2));
        QCOMPARE(decisions[0].what, QStringLiteral("Leïla Haddad helps in Payments, Omar Said helps in Information"));
        QVERIFY(!decisions[0].isDismissed && !decisions[0].isUndone);
        QVERIFY(decisions[1].isDismissed && decisions[1].what.contains(QStringLiteral("The agent is needed here")));
    }
};

QTEST_GUILESS_MAIN(TestSuggestionText)
#include "tst_suggestion_text.moc"
