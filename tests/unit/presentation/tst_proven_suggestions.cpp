#include <deque>
#include <set>

#include <QPromise>
#include <QRandomGenerator>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/proven_suggestions_model.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::ProvenStudy;
using presentation::ProvenSuggestionsModel;
using presentation::SuggestionWish;
using simulation::Objective;
using simulation::Proposal;
using simulation::ProposalKind;
using testing::SmallBranch;
using Phase = ProvenSuggestionsModel::Phase;

namespace {

/// A study that ends when the test says so.
struct Asked {
    ProvenSuggestionsModel::Question question;
    std::shared_ptr<QPromise<Result<ProvenStudy>>> promise;
    bool isAnswered = false;
};

/// A branch in which both agents serve, with a model whose studies the test answers.
struct Watched {
    Watched()
    {
        branch.must(SignIn{branch.leila, "1"});
        branch.must(SignIn{branch.omar, "2"});
        branch.now();
        model = std::make_unique<ProvenSuggestionsModel>(*branch.engine, [this](const ProvenSuggestionsModel::Question &question) {
            asked.push_back({question, std::make_shared<QPromise<Result<ProvenStudy>>>()});
            asked.back().promise->start();
            return asked.back().promise->future();
        });
        // No look of its own accord: the test asks.
        model->setPace(1h);
        QObject::connect(branch.engine.get(), &engine::Engine::snapshotChanged, &ear, [this](const engine::SharedSnapshot &snapshot) { heard = snapshot->state.sequence; });
        tell(IssueTicket{branch.payments});
        model->setWatching(true);
    }

    /// The model has heard of it when this returns.
    void tell(CommandBody body)
    {
        branch.must(std::move(body));
        const Sequence last = branch.now()->state.sequence;
        if (!QTest::qWaitFor([&] { return heard >= last; }, 10'000))
            qFatal("the engine does not tell of its news");
    }

    Proposal move(const SuggestionId &id, AgentId agent, QueueId from, QueueId to, Duration lasts = 10min)
    {
        Proposal proposal;
        proposal.id = id;
        proposal.actions = {SuggestedAction{SuggestionKind::reallocation, {}, agent, from, to, Discipline::fifo}};
        proposal.changes.commands = {ApplySuggestion{id, proposal.actions}};
        proposal.gain = {60, 30, 90};
        proposal.asIs = 600;
        proposal.goodUntil = branch.clock.now() + lasts;
        return proposal;
    }

    void answer(std::size_t index, std::vector<Proposal> proposals)
    {
        Asked &each = asked.at(index);
        each.isAnswered = true;
        ProvenStudy study;
        study.twin.snapshot = each.question.snapshot;
        study.twin.now = each.question.now;
        study.wish = each.question.wish;
        study.study.suggestions = std::move(proposals);
        each.promise->addResult(std::move(study));
        each.promise->finish();
        QCoreApplication::processEvents();
    }

    void fail(std::size_t index)
    {
        asked.at(index).promise->addResult(tl::unexpected(Failure{failures::outOfRange, {}}));
        asked.at(index).promise->finish();
        QCoreApplication::processEvents();
    }

    void pass(Duration time)
    {
        branch.clock.advance(time);
        Q_EMIT branch.engine->heartbeat(branch.clock.now());
    }

    std::set<SuggestionId> offered() const
    {
        std::set<SuggestionId> ids;
        for (const auto &offer : model->offers())
            ids.insert(offer.text.id);
        return ids;
    }

    SmallBranch branch;
    QObject ear;
    Sequence heard = 0;
    std::deque<Asked> asked;
    std::unique_ptr<ProvenSuggestionsModel> model;
};

using Ids = std::set<SuggestionId>;

} // namespace

class TestProvenSuggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstStudyIsAwaitedAndThenOffered()
    {
        Watched w;
        QCOMPARE(w.model->phase(), Phase::trying);
        QCOMPARE(w.asked.size(), std::size_t(1));
        w.answer(0, {w.move("move-a", w.branch.leila, w.branch.passports, w.branch.information)});
        QCOMPARE(w.model->phase(), Phase::ready);
        QCOMPARE(w.offered(), Ids{"move-a"});
        QVERIFY(w.model->offers().first().whyNot.isEmpty());
    }

    void aFailureIsSaidAndTriedAgainOnDemand()
    {
        Watched w;
        w.fail(0);
        QCOMPARE(w.model->phase(), Phase::failed);
        w.model->look();
        QCOMPARE(w.asked.size(), std::size_t(2));
        w.answer(1, {});
        QCOMPARE(w.model->phase(), Phase::ready);
        QVERIFY(w.model->offers().isEmpty());
    }

    void anOvertakenStudyIsDropped()
    {
        Watched w;
        w.model->setWish({Objective::p90Wait, 2});
        QCOMPARE(w.asked.size(), std::size_t(2));
        QVERIFY(*w.asked[0].question.cancelled && !*w.asked[1].question.cancelled);
        QCOMPARE(w.asked[1].question.wish, (SuggestionWish{Objective::p90Wait, 2}));
        w.answer(0, {w.move("move-old", w.branch.leila, w.branch.passports, w.branch.information)});
        QCOMPARE(w.model->phase(), Phase::trying);
        QVERIFY(w.model->offers().isEmpty());
        w.answer(1, {w.move("move-new", w.branch.leila, w.branch.passports, w.branch.information)});
        QCOMPARE(w.offered(), Ids{"move-new"});
        w.model->setWish({Objective::slaShare, 2});
        QCOMPARE(w.model->phase(), Phase::trying);
        QVERIFY(w.model->offers().isEmpty());
    }

    void othersAtWorkOvertakeAStudy()
    {
        Watched w;
        w.tell(IssueTicket{w.branch.payments});
        QVERIFY(!*w.asked[0].question.cancelled);
        w.tell(SetAgentStatus{w.branch.omar, AgentStatus::paused, {}});
        QVERIFY(*w.asked[0].question.cancelled);
        w.answer(0, {w.move("move-old", w.branch.leila, w.branch.passports, w.branch.information)});
        QVERIFY(w.model->offers().isEmpty());
        QTRY_COMPARE(w.asked.size(), std::size_t(2));
    }

    void nobodyWatchingEndsTheStudy()
    {
        Watched w;
        w.model->setWatching(false);
        QVERIFY(*w.asked[0].question.cancelled);
        w.model->setWatching(true);
        QCOMPARE(w.asked.size(), std::size_t(2));
    }

    void whatIsDismissedStaysAwayAlsoAsAPart()
    {
        Watched w;
        const AgentId leila = w.branch.leila;
        const std::string id = "move-" + std::to_string(leila.value) + "-" + std::to_string(w.branch.information.value);
        Proposal bundle = w.move("bundle-1", leila, w.branch.passports, w.branch.information);
        bundle.actions.push_back(w.move({}, w.branch.omar, w.branch.payments, w.branch.passports).actions.front());
        const Proposal other = w.move("move-other", w.branch.omar, w.branch.payments, w.branch.passports);
        const std::vector<Proposal> all{bundle, w.move(id, leila, w.branch.passports, w.branch.information), other};
        w.answer(0, all);
        QCOMPARE(w.offered().size(), std::size_t(3));
        // A study's own id, which no rule of the optimizer knows.
        w.tell(DismissSuggestion{id, "The agent is needed here"});
        QCOMPARE(w.offered(), Ids{"move-other"});
        w.model->look();
        w.answer(1, all);
        QCOMPARE(w.offered(), Ids{"move-other"});
    }

    void moreToDoForLessIsNotOffered()
    {
        Watched w;
        const Proposal simple = w.move("move-a", w.branch.leila, w.branch.passports, w.branch.information);
        Proposal more = w.move("bundle-b", w.branch.leila, w.branch.passports, w.branch.information);
        more.actions.push_back(w.move({}, w.branch.omar, w.branch.payments, w.branch.passports).actions.front());
        w.answer(0, {simple, more});
        QCOMPARE(w.offered(), Ids{"move-a"});
        w.model->look();
        // It brings more: whoever wants less to do can have less.
        w.answer(1, {more, simple});
        QCOMPARE(w.offered(), (Ids{"bundle-b", "move-a"}));
    }

    void whatRunsOutGoesAndIsTriedAgain()
    {
        Watched w;
        w.answer(0, {w.move("move-short", w.branch.leila, w.branch.passports, w.branch.information, 3min),
                     w.move("move-long", w.branch.omar, w.branch.payments, w.branch.passports, 9min)});
        w.pass(2min);
        QCOMPARE(w.offered().size(), std::size_t(2));
        QCOMPARE(w.asked.size(), std::size_t(1));
        w.pass(1min);
        QCOMPARE(w.offered(), Ids{"move-long"});
        QCOMPARE(w.asked.size(), std::size_t(2));
    }

    void newsOfCustomersWaitForTheNextLook()
    {
        Watched w;
        w.answer(0, {w.move("move-a", w.branch.leila, w.branch.passports, w.branch.information)});
        w.tell(IssueTicket{w.branch.payments});
        QCOMPARE(w.asked.size(), std::size_t(1));
        QVERIFY(w.model->offers().first().whyNot.isEmpty());
        w.model->setPace(0ms);
        w.tell(IssueTicket{w.branch.payments});
        QTRY_COMPARE(w.asked.size(), std::size_t(2));
    }

    void whatNoLongerFitsSaysWhy()
    {
        Watched w;
        w.answer(0, {w.move("move-a", w.branch.leila, w.branch.passports, w.branch.information),
                     w.move("move-b", w.branch.omar, w.branch.payments, w.branch.passports)});
        w.tell(SignOut{w.branch.leila});
        const auto offers = w.model->offers();
        QCOMPARE(offers.size(), qsizetype(2));
        QVERIFY2(offers[0].whyNot.contains(QStringLiteral("Leïla Haddad has signed out")), qPrintable(offers[0].whyNot));
        // The other still could be, but its figures are those of a branch with Leïla.
        QVERIFY2(offers[1].whyNot.contains(QStringLiteral("tried again")), qPrintable(offers[1].whyNot));
        QTRY_COMPARE(w.asked.size(), std::size_t(2));
        w.answer(1, {w.move("move-b", w.branch.omar, w.branch.payments, w.branch.passports)});
        QVERIFY(w.model->offers().first().whyNot.isEmpty());
    }

    void whatWasAppliedIsNoLongerOffered()
    {
        Watched w;
        const Proposal move = w.move("move-a", w.branch.leila, w.branch.passports, w.branch.information);
        w.answer(0, {move});
        w.tell(ApplySuggestion{move.id, move.actions});
        QVERIFY(w.model->offers().isEmpty());
        QTRY_COMPARE(w.asked.size(), std::size_t(2));
    }

    void aClosedBranchIsNotTried()
    {
        Watched w;
        w.model->setWatching(false);
        w.branch.clock.advance(14h);
        w.model->setWatching(true);
        QCOMPARE(w.model->phase(), Phase::closed);
        QCOMPARE(w.asked.size(), std::size_t(1));
    }

    void whateverHappensOnlyTheNewestStudyIsOffered_data()
    {
        QTest::addColumn<quint32>("seed");
        for (int i = 0; i < 12; ++i) {
            const quint32 seed = QRandomGenerator::global()->generate();
            QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
        }
    }

    void whateverHappensOnlyTheNewestStudyIsOffered()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Watched w;
        std::map<SuggestionId, Instant> lasts;
        Ids dismissed;
        const std::string none = "none";
        std::string newest = none;
        bool isMoved = false;
        const auto unanswered = [&] {
            std::vector<std::size_t> open;
            for (std::size_t i = 0; i < w.asked.size(); ++i) {
                if (!w.asked[i].isAnswered)
                    open.push_back(i);
            }
            return open;
        };
        for (int step = 0; step < 120; ++step) {
            switch (random.bounded(8)) {
            case 0:
            case 1: {
                const auto open = unanswered();
                if (open.empty())
                    break;
                const std::size_t which = open[std::size_t(random.bounded(int(open.size())))];
                std::vector<Proposal> proposals;
                for (int k = 0; k < 3; ++k) {
                    const SuggestionId id = "bundle-" + std::to_string(which) + "-" + std::to_string(k);
                    proposals.push_back(w.move(id, w.branch.leila, w.branch.passports, w.branch.information, std::chrono::seconds(random.bounded(1, 900))));
                    lasts[id] = proposals.back().goodUntil;
                }
                w.answer(which, proposals);
                if (!*w.asked[which].question.cancelled) {
                    newest = "bundle-" + std::to_string(which) + "-";
                    isMoved = false;
                }
                break;
            }
            case 2: w.pass(std::chrono::seconds(random.bounded(300))); break;
            case 3: w.model->look(); break;
            case 4:
                w.model->setWish({Objective(random.bounded(4)), random.bounded(3)});
                // Nothing of another wish is shown.
                if (w.model->phase() != Phase::ready)
                    newest = none;
                break;
            case 5: {
                const auto ids = w.offered();
                if (ids.empty())
                    break;
                const SuggestionId id = *std::next(ids.begin(), random.bounded(int(ids.size())));
                w.tell(DismissSuggestion{id, {}});
                dismissed.insert(id);
                break;
            }
            case 6:
                w.tell(breakOrBack(w));
                isMoved = true;
                break;
            case 7: w.tell(IssueTicket{w.branch.payments}); break;
            }
            for (const auto &offer : w.model->offers()) {
                const SuggestionId &id = offer.text.id;
                QVERIFY2(id.starts_with(newest), qPrintable(QStringLiteral("%1 of an overtaken study at step %2").arg(QString::fromStdString(id)).arg(step)));
                QVERIFY2(!dismissed.contains(id), qPrintable(QStringLiteral("dismissed, step %1").arg(step)));
                QVERIFY2(w.branch.clock.now() < lasts.at(id), qPrintable(QStringLiteral("its time is over, step %1").arg(step)));
                QVERIFY2(!isMoved || !offer.whyNot.isEmpty(), qPrintable(QStringLiteral("tried with other people, step %1").arg(step)));
            }
        }
    }

    void aWishIsKept()
    {
        for (const SuggestionWish wish : {SuggestionWish{}, SuggestionWish{Objective::slaShare, 0}, SuggestionWish{Objective::costedDelay, 20}})
            QCOMPARE(presentation::wishOf(presentation::encoded(wish)), wish);
        for (const char *rubbish : {"", "luck 5", "mean-wait", "mean-wait five", "mean-wait -1", "mean-wait 61", "mean-wait 5 5"})
            QCOMPARE(presentation::wishOf(rubbish), SuggestionWish());
    }

private:
    /// Omar goes on a break, or comes back from it.
    static CommandBody breakOrBack(Watched &w)
    {
        const auto snapshot = w.branch.now();
        const bool isAway = snapshot->state.agent(w.branch.omar)->status == AgentStatus::paused;
        return SetAgentStatus{w.branch.omar, isAway ? AgentStatus::available : AgentStatus::paused, {}};
    }
};

QTEST_GUILESS_MAIN(TestProvenSuggestions)
#include "tst_proven_suggestions.moc"
