#include <deque>

#include <QPromise>
#include <QTest>

#include <smartqueue/engine/past_tickets.h>
#include <smartqueue/presentation/applied_outcomes_model.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::AppliedOutcome;
using presentation::AppliedOutcomesModel;
using simulation::HindsightVerdict;
using testing::SmallBranch;

namespace {

constexpr Duration service = 4min;

/// Both agents serve; people wait for Information, which Leïla alone serves, after the queues that nobody comes to.
struct LongLine {
    explicit LongLine(int waiting)
    {
        branch.must(SignIn{branch.leila, "1"});
        branch.must(SignIn{branch.omar, "2"});
        for (int i = 0; i < waiting; ++i)
            tickets.push_back(branch.issue(branch.information).ticket);
    }

    SuggestedAction lendOmar() const { return {SuggestionKind::reallocation, {}, branch.omar, branch.payments, branch.information, Discipline::fifo}; }

    /// Both serve for four minutes each, until nobody waits for them, and an hour goes by.
    void serveAll()
    {
        for (bool isAnybodyServed = true; isAnybodyServed; branch.advance(isAnybodyServed ? service : 0ms)) {
            isAnybodyServed = false;
            for (const AgentId agent : {branch.leila, branch.omar}) {
                if (branch.now()->state.agent(agent)->current)
                    branch.must(CompleteService{agent, {}});
                if (!branch.act(CallNext{agent}))
                    continue;
                branch.must(StartService{agent});
                isAnybodyServed = true;
            }
        }
        branch.advance(1h);
    }

    std::vector<AppliedOutcome> outcomes()
    {
        const auto snapshot = branch.now();
        const auto reader = branch.engine->openReader();
        if (!reader)
            qFatal("no reader");
        const auto past = engine::pastTickets(**reader, branch.clock.now());
        if (!past)
            qFatal("no past");
        presentation::OutcomeQuestion question{snapshot->state, snapshot->zone, branch.clock.now(), *past};
        question.replications = 20;
        auto found = presentation::outcomesOf(**reader, question);
        if (!found)
            qFatal("no outcomes: %s", std::string(found.error().code.name()).c_str());
        return std::move(*found);
    }

    SmallBranch branch;
    std::vector<TicketId> tickets;
};

} // namespace

/// What came of what was applied, out of the log.
class TestAppliedOutcomes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAgentWhoWasLentIsJudgedByWhoCame()
    {
        LongLine line(10);
        // In the very millisecond in which they came.
        line.branch.must(ApplySuggestion{"lend", {line.lendOmar()}});
        line.serveAll();
        const auto outcomes = line.outcomes();
        QCOMPARE(outcomes.size(), std::size_t(1));
        const AppliedOutcome &lent = outcomes.front();
        QVERIFY(lent.applied.id == "lend" && !lent.applied.isUndone && lent.applied.actions.size() == 1 && lent.hindsight);
        QCOMPARE(lent.before->queue(line.branch.information)->waitingCount(), 10);
        QCOMPARE(lent.before->agent(line.branch.omar)->assignments.size(), std::size_t(2));
        // One by one: 0, 4 … 36 minutes; two by two: 0, 0, 4, 4 … 16, 16.
        QCOMPARE(lent.hindsight->customers, 10);
        QCOMPARE(lent.hindsight->without, 18 * 60.0);
        QCOMPARE(lent.hindsight->with, 8 * 60.0);
        QCOMPARE(lent.hindsight->difference.high, -600.0);
        QVERIFY(lent.hindsight->verdict == HindsightVerdict::cameTrue);
    }

    void movedTicketsAreOneVisitAndHaveWaitedSinceTheyCame()
    {
        LongLine line(11);
        line.branch.advance(5min);
        std::vector<SuggestedAction> actions;
        for (std::size_t i = 6; i < line.tickets.size(); ++i)
            actions.push_back({SuggestionKind::transfer, line.tickets[i], {}, line.branch.information, line.branch.payments, Discipline::fifo});
        line.branch.must(ApplySuggestion{"move", actions});
        line.serveAll();
        const auto outcomes = line.outcomes();
        QCOMPARE(outcomes.front().applied.actions.size(), std::size_t(5));
        const auto &moved = *outcomes.front().hindsight;
        QCOMPARE(moved.customers, 11);
        QCOMPARE(moved.without, (5 + 20) * 60.0);
        // Leïla calls for Payments first: the five are called after 0, 0, 4, 4 and 8 minutes, the others one by one from 12 on.
        QCOMPARE(moved.with, 5 * 60 + (16 + 12 + 16 + 20 + 24 + 28 + 32) * 60 / 11.0);
    }

    void whoLeftAtOnceCouldNotHelp()
    {
        LongLine line(10);
        line.branch.must(ApplySuggestion{"lend", {line.lendOmar()}});
        line.branch.must(SetAgentStatus{line.branch.omar, AgentStatus::paused, {}});
        line.serveAll();
        const auto found = line.outcomes().front().hindsight;
        QVERIFY(found->without == 18 * 60.0 && found->with == found->without);
        QVERIFY(found->verdict == HindsightVerdict::mayBeChance);
    }

    void whatWasUndoneIsNotJudged()
    {
        LongLine line(10);
        line.branch.must(ApplySuggestion{"lend", {line.lendOmar()}});
        line.branch.must(Undo{});
        line.branch.advance(20min);
        const auto outcomes = line.outcomes();
        QCOMPARE(outcomes.size(), std::size_t(1));
        QVERIFY(outcomes.front().applied.isUndone && !outcomes.front().hindsight && outcomes.front().before);
    }

    void whoStillWaitsCounts()
    {
        LongLine line(10);
        line.branch.must(ApplySuggestion{"lend", {line.lendOmar()}});
        line.branch.advance(9min);
        QVERIFY(line.outcomes().front().hindsight->verdict == HindsightVerdict::tooEarly);
        line.branch.advance(2min);
        line.branch.issue(line.branch.information);
        line.branch.advance(1min);
        const auto found = line.outcomes().front().hindsight;
        QCOMPARE(found->customers, 11);
        QVERIFY(found->verdict == HindsightVerdict::cameTrue);
    }

    void thePageIsToldInWords()
    {
        LongLine line(10);
        line.branch.must(ApplySuggestion{"lend", {line.lendOmar()}});
        const Instant at = line.branch.now()->state.at;
        line.serveAll();
        line.branch.now();
        AppliedOutcomesModel model(*line.branch.engine);
        QCOMPARE(model.wordsOf("lend", at), QString());
        model.setWatching(true);
        QTRY_VERIFY_WITH_TIMEOUT(!model.wordsOf("lend", at).isEmpty(), 60'000);
        QVERIFY2(model.wordsOf("lend", at).startsWith(QStringLiteral("Came true: mean wait 10.0 min shorter (10.0 to 10.0), 10 ")), qPrintable(model.wordsOf("lend", at)));
        QCOMPARE(model.wordsOf("lend", at + 1ms), QString());
    }

    void itIsLookedAtOnceAMinuteAndOnlyWhileWatched()
    {
        LongLine line(1);
        std::deque<AppliedOutcomesModel::Question> asked;
        std::deque<QPromise<Result<AppliedOutcomesModel::Outcomes>>> promises;
        const auto study = [&](const AppliedOutcomesModel::Question &question) {
            asked.push_back(question);
            promises.emplace_back().start();
            return promises.back().future();
        };
        {
            AppliedOutcomesModel model(*line.branch.engine, study);
            line.branch.now();
            model.setWatching(true);
            QVERIFY2(asked.empty(), "nothing was applied");
            line.branch.must(ApplySuggestion{"lend", {line.lendOmar()}});
            QTRY_COMPARE(asked.size(), std::size_t(1));
            promises[0].addResult(AppliedOutcomesModel::Outcomes{});
            promises[0].finish();
            QCoreApplication::processEvents();
            model.setWatching(false);
            model.setWatching(true);
            line.branch.issue(line.branch.payments);
            line.branch.now();
            QCoreApplication::processEvents();
            QCOMPARE(asked.size(), std::size_t(1));
            QVERIFY(!*asked[0].cancelled);
        }
        {
            AppliedOutcomesModel model(*line.branch.engine, study);
            model.setWatching(true);
            QCOMPARE(asked.size(), std::size_t(2));
        }
        QVERIFY2(*asked[1].cancelled, "nobody is there any more");
    }
};

QTEST_GUILESS_MAIN(TestAppliedOutcomes)
#include "tst_applied_outcomes.moc"
