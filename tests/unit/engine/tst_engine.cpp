#include <set>
#include <thread>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/storage/sqlite_store.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

class TestEngine : public QObject {
    Q_OBJECT

    struct OnTheWallClock {
        SystemClock clock;
    };
    /// In memory, by the clock on the wall; commands may carry an id.
    struct Branch : OnTheWallClock, TestBranch {
        explicit Branch(std::unique_ptr<Store> store = std::make_unique<MemoryStore>()) : TestBranch(std::move(store), clock, quietEngine()) {}

        Answer tellAs(CommandId id, CommandBody body)
        {
            auto future = engine->submit(Command{std::move(id), std::move(body), {}, {}});
            future.waitForFinished();
            return future.result();
        }
        Answer issue() { return tell(issuing()); }
        Answer issueAs(CommandId id) { return tellAs(std::move(id), issuing()); }
    };

private Q_SLOTS:
    void theSameIdGivesTheFirstAnswerAndNoSecondEffect()
    {
        Branch branch;
        const Answer first = branch.issueAs("cmd-1");
        const Answer again = branch.issueAs("cmd-1");
        QCOMPARE(again->number, first->number);
        QCOMPARE(again->sequence, first->sequence);
        QCOMPARE(branch.settled()->state.queue(branch.queue)->waitingCount(), 1);
        const Answer refused = branch.tellAs("cmd-2", CallNext{{999}});
        QVERIFY(!refused);
        QCOMPARE(branch.tellAs("cmd-2", CallNext{branch.agent}).error().code.name(), refused.error().code.name());
    }

    void sixtyFourSubmittersGetDistinctNumbersAndOneTicketEach()
    {
        QTemporaryDir folder;
        storage::Options options;
        options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
        Branch branch(storage::SqliteStore::open(options).value());
        constexpr int submitters = 64;
        constexpr int each = 10;
        std::vector<std::vector<std::string>> numbers(submitters);
        std::vector<std::thread> threads;
        for (int t = 0; t < submitters; ++t) {
            threads.emplace_back([&branch, &mine = numbers[std::size_t(t)]] {
                for (int i = 0; i < each; ++i)
                    mine.push_back(branch.issue()->number);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        std::set<std::string> distinct;
        for (const auto &mine : numbers)
            distinct.insert(mine.begin(), mine.end());
        QCOMPARE(distinct.size(), std::size_t(submitters * each));
        QCOMPARE(branch.settled()->state.queue(branch.queue)->waitingCount(), submitters * each);
    }

    void nobodyIsCalledTwiceWhenEveryoneCallsAtOnce()
    {
        Branch branch;
        std::vector<AgentId> agents;
        for (int i = 0; i < 32; ++i) {
            branch.issue();
            Agent profile;
            profile.name = "Agent " + std::to_string(i);
            profile.assignments = {{branch.queue, 1}};
            agents.push_back({branch.tell(DefineAgent{profile})->entity});
            (void)branch.tell(SignIn{agents.back(), {}});
        }
        std::vector<std::int64_t> called(agents.size());
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < agents.size(); ++i)
            threads.emplace_back([&, i] { called[i] = branch.tell(CallNext{agents[i]})->ticket.value; });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(std::set<std::int64_t>(called.begin(), called.end()).size(), agents.size());
    }

    void aFailedCommitIsRefusedAndLeavesNothingBehind()
    {
        auto store = std::make_unique<MemoryStore>();
        MemoryStore *memory = store.get();
        Branch branch(std::move(store));
        branch.issue();
        QSignalSpy degraded(branch.engine.get(), &Engine::degraded);
        memory->failAppends(1, {storage_failures::diskFull, {{"path", "x"}}});
        const Answer refused = branch.issueAs("cmd-1");
        QVERIFY(!refused);
        QCOMPARE(std::string(refused.error().code.name()), std::string("disk_full"));
        QCOMPARE(branch.settled()->state.queue(branch.queue)->waitingCount(), 1);
        const Answer again = branch.issueAs("cmd-1");
        QVERIFY(again);
        QCOMPARE(again->number, std::string("A002"));
        QTRY_COMPARE(degraded.size(), 1);
    }

    void onlyASuggestionThatStandsIsDismissed()
    {
        Branch branch;
        const Answer refused = branch.tell(DismissSuggestion{"transfer:1:2", "why not"});
        QVERIFY(!refused);
        QCOMPARE(std::string(refused.error().code.name()), std::string("suggestion_outdated"));
        QVERIFY(branch.settled()->state.decided.empty());
    }

    void whatWasAnsweredIsThereAfterARestart()
    {
        QTemporaryDir folder;
        storage::Options options;
        options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
        std::string before;
        {
            Branch branch(storage::SqliteStore::open(options).value());
            for (int i = 0; i < 30; ++i)
                branch.issue();
            (void)branch.tell(CallNext{branch.agent});
            before = queueing::encodeState(branch.settled()->state);
        }
        SystemClock clock;
        EngineOptions quiet;
        quiet.regularWork = false;
        auto engine = Engine::start(storage::SqliteStore::open(options).value(), clock, quiet).value();
        QCOMPARE(queueing::encodeState(engine->snapshot()->state), before);
    }

    void eventsArePublishedAfterTheCommitAndInOrder()
    {
        Branch branch;
        branch.settled();
        std::vector<Sequence> seen;
        connect(branch.engine.get(), &Engine::eventsCommitted, branch.engine.get(), [&seen](const SharedBatches &batches) {
            for (const EventBatch &batch : *batches)
                seen.push_back(batch.sequence);
        }, Qt::DirectConnection);
        std::vector<QFuture<Answer>> futures;
        for (int i = 0; i < 100; ++i) {
            IssueTicket issue;
            issue.queue = branch.queue;
            futures.push_back(branch.engine->submit(issue));
        }
        for (auto &future : futures)
            future.waitForFinished();
        branch.settled();
        QCOMPARE(seen.size(), std::size_t(100));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void personalDataStaysOutOfTheLog()
    {
        Branch branch;
        std::string text;
        connect(branch.engine.get(), &Engine::eventsCommitted, branch.engine.get(), [&text](const SharedBatches &batches) {
            for (const EventBatch &batch : *batches) {
                for (const Event &event : batch.events) {
                    if (const auto *issued = std::get_if<TicketIssued>(&event))
                        text += issued->customer;
                }
            }
        }, Qt::DirectConnection);
        IssueTicket issue;
        issue.queue = branch.queue;
        issue.customer = "José Martin";
        const Answer issued = branch.tell(issue);
        (void)branch.tell(SaveNote{issued->ticket, "diabetic"});
        branch.settled();
        QVERIFY(!text.empty());
        QVERIFY(text.find("Martin") == std::string::npos);
        QCOMPARE(branch.engine->openReader().value()->note(issued->ticket).value(), std::string("diabetic"));
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
