#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/past_state.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

constexpr Instant opening = TestBranch::opening;

class SlowBackup final : public StoreAround {
public:
    SlowBackup(std::unique_ptr<Store> store, QSemaphore &gate) : StoreAround(std::move(store)), m_gate(gate) {}
    Done backup(const std::string &) override
    {
        m_gate.acquire();
        return {};
    }

private:
    QSemaphore &m_gate;
};

ImportedTicket importedRow(int number, QueueId queue, Instant at)
{
    ImportedTicket row;
    row.number = std::to_string(number);
    row.queue = queue;
    row.arrivedAt = at;
    row.endedAt = at + 5min;
    return row;
}

} // namespace

/// What the single writer promises beyond one command: groups, times, the disk, the long work beside it.
class TestWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ticketsKeepTheirFinalStateHoweverLongAGroupSpans()
    {
        QTemporaryDir folder;
        ManualClock clock(opening);
        TestBranch branch(databaseIn(folder), clock, quietEngine());
        std::vector<QFuture<Answer>> answers;
        for (int hour = 1; hour <= 20; ++hour) {
            const Instant at = opening + std::chrono::hours(hour);
            answers.push_back(branch.send(branch.issuing(), at));
            answers.push_back(branch.send(CallNext{branch.agent}, at));
            answers.push_back(branch.send(StartService{branch.agent}, at));
            answers.push_back(branch.send(CompleteService{branch.agent, "done"}, at + 1min));
        }
        for (auto &answer : answers)
            QVERIFY(answer.result());
        const auto counts = branch.engine->openReader().value()->ticketCountsByState({}).value();
        QCOMPARE(counts[std::size_t(TicketState::completed)], 20);
        auto checked = branch.engine->installation().check();
        checked.waitForFinished();
        QCOMPARE(checked.result().value(), std::vector<std::string>());
    }

    void aTicketTouchedAsItIsForgottenIsStoredAsItStood()
    {
        ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        const TicketId ticket = branch.serve(opening);
        QVERIFY(branch.tell(SaveNote{ticket, "came back for the receipt"}, opening + 2h));
        // Forgotten with the next batch, not with the one that touches it.
        QVERIFY(branch.settled()->state.ticket(ticket));
        QVERIFY(branch.tell(branch.issuing(), opening + 2h));
        QVERIFY(!branch.settled()->state.ticket(ticket));
        const auto stored = branch.engine->openReader().value()->ticket(ticket).value();
        QVERIFY(stored && stored->noted);
        QVERIFY(stored->state == TicketState::completed);
    }

    void aHoldBeforeTheServiceIsSound()
    {
        ManualClock clock(opening);
        const QTemporaryDir folder;
        TestBranch branch(databaseIn(folder), clock, quietEngine());
        const TicketId ticket = branch.tell(branch.issuing())->ticket;
        QVERIFY(branch.tell(CallNext{branch.agent}));
        QVERIFY(branch.tell(HoldTicket{branch.agent, "the file is upstairs"}));
        QVERIFY(branch.tell(ResumeTicket{branch.agent, ticket}));
        QVERIFY(branch.settled()->state.ticket(ticket)->state == TicketState::called);
        auto checked = branch.engine->installation().check();
        checked.waitForFinished();
        QCOMPARE(checked.result().value(), std::vector<std::string>());
        QVERIFY(branch.tell(StartService{branch.agent}));
        QVERIFY(branch.tell(HoldTicket{branch.agent, "again"}));
        QVERIFY(branch.tell(ResumeTicket{branch.agent, ticket}));
        checked = branch.engine->installation().check();
        checked.waitForFinished();
        QCOMPARE(checked.result().value(), std::vector<std::string>());
    }

    void theMeanServiceComesBackWithAnUndo()
    {
        ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        Instant at = opening;
        const auto serveFor = [&](std::chrono::seconds length) {
            QVERIFY(branch.tell(branch.issuing(), at));
            QVERIFY(branch.tell(CallNext{branch.agent}, at));
            QVERIFY(branch.tell(StartService{branch.agent}, at));
            QVERIFY(branch.tell(CompleteService{branch.agent, {}}, at += length));
        };
        const auto mean = [&] {
            const auto snapshot = branch.settled();
            return queueing::meanServiceSeconds(snapshot->state, *snapshot->state.queue(branch.queue));
        };
        serveFor(1000s);
        for (int i = 1; i < 50; ++i)
            serveFor(10s);
        QCOMPARE(mean(), (1000.0 + 49 * 10) / 50);
        serveFor(10s);
        QCOMPARE(mean(), 10.0);
        QVERIFY(branch.tell(Undo{}, at));
        QCOMPARE(mean(), (1000.0 + 49 * 10) / 50);
    }

    void aChangedResetHourOrZoneBeginsNoNewDay()
    {
        ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        Branch settings;
        settings.timeZone = "Europe/Paris";
        settings.numberReset.hour = 23;
        QVERIFY(branch.tell(DefineBranch{settings}, opening));
        const auto numberAt = [&](Instant at) {
            const TicketId ticket = branch.serve(at);
            return branch.settled()->state.ticket(ticket)->number;
        };
        QCOMPARE(numberAt(opening), std::string("A001"));
        settings.numberReset.hour = 4;
        QVERIFY(branch.tell(DefineBranch{settings}, opening + 30min));
        QCOMPARE(numberAt(opening + 31min), std::string("A002"));
        settings.timeZone = "Pacific/Auckland";
        QVERIFY(branch.tell(DefineBranch{settings}, opening + 10h));
        QCOMPARE(numberAt(opening + 10h), std::string("A003"));
        QCOMPARE(numberAt(opening + 30h), std::string("A001"));
    }

    void aCommandWithoutATimeHappensNotBeforeItsBound()
    {
        ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        const auto at = [&](std::optional<Instant> notBefore) {
            auto future = branch.engine->submit(Command{{}, branch.issuing(), {}, {}, notBefore});
            future.waitForFinished();
            return future.result()->at;
        };
        QVERIFY(at(opening + 5min) == opening + 5min);
        // Somebody else was later meanwhile: it happens then.
        QVERIFY(branch.tell(branch.issuing(), opening + 6min));
        QVERIFY(at(opening + 5min) == opening + 6min);
        clock.set(opening + 10min);
        QVERIFY(at({}) == opening + 10min);
    }

    void onlyAWriteEndsTheDegradedTime()
    {
        ManualClock clock(opening);
        auto store = std::make_unique<MemoryStore>();
        MemoryStore &memory = *store;
        TestBranch branch(std::move(store), clock, {});
        QSignalSpy degraded(branch.engine.get(), &Engine::degraded);
        QSignalSpy recovered(branch.engine.get(), &Engine::recovered);
        QSignalSpy heartbeat(branch.engine.get(), &Engine::heartbeat);
        memory.failAppends(3, {storage_failures::diskFull, {{"path", "x"}}});
        QVERIFY(!branch.tell(branch.issuing()));
        // Two looks at the full disk find it full; the third writes.
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 10'000);
        QCOMPARE(degraded.size(), 1);
        QVERIFY(branch.tell(branch.issuing()));
        QTRY_VERIFY(!heartbeat.isEmpty());
        QCOMPARE(recovered.size(), 1);
        QCOMPARE(degraded.size(), 1);
    }

    void commandsBeyondTheLimitAreRefusedAsBusy()
    {
        ManualClock clock(opening);
        EngineOptions options = quietEngine();
        options.pendingLimit = 3;
        TestBranch branch(std::make_unique<MemoryStore>(), clock, options);
        branch.settled();
        QSemaphore inside;
        QSemaphore gate;
        bool first = true;
        connect(branch.engine.get(), &Engine::eventsCommitted, branch.engine.get(), [&] {
            if (std::exchange(first, false)) {
                inside.release();
                gate.acquire();
            }
        }, Qt::DirectConnection);
        std::vector<QFuture<Answer>> answers{branch.send(branch.issuing())};
        inside.acquire();
        for (int i = 0; i < 5; ++i)
            answers.push_back(branch.send(branch.issuing()));
        QVERIFY(answers[4].isFinished());
        QVERIFY(answers[4].result().error().code == failures::busy);
        QVERIFY(answers[5].result().error().code == failures::busy);
        gate.release();
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(answers[i].result());
        QCOMPARE(branch.settled()->state.queue(branch.queue)->waitingCount(), 4);
    }

    void commandsDoNotWaitForABackup()
    {
        ManualClock clock(opening);
        QSemaphore gate;
        TestBranch branch(std::make_unique<SlowBackup>(std::make_unique<MemoryStore>(), gate), clock, quietEngine());
        auto backup = branch.engine->installation().backup("/nowhere");
        QVERIFY(branch.tell(branch.issuing()));
        QVERIFY(!backup.isFinished());
        gate.release();
        backup.waitForFinished();
        QVERIFY(backup.result());
    }

    void commandsComeBetweenTheRowsOfAnImport()
    {
        QTemporaryDir folder;
        ManualClock clock(opening);
        TestBranch branch(databaseIn(folder), clock, quietEngine());
        std::vector<ImportedTicket> rows;
        for (int i = 0; i < 20'000; ++i)
            rows.push_back(importedRow(i, branch.queue, opening - 24h));
        auto import = branch.engine->importTickets(rows);
        QVERIFY(branch.tell(branch.issuing()));
        QVERIFY(!import.isFinished());
        import.waitForFinished();
        QCOMPARE(import.result()->imported, 20'000);
        auto again = branch.engine->importTickets({rows.begin(), rows.begin() + 1200});
        again.waitForFinished();
        QCOMPARE(again.result()->duplicates, 1200);
    }

    void anImportedArrivalFallsOnTheSitesBusinessDay()
    {
        ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        Branch auckland;
        auckland.name = "Auckland";
        auckland.timeZone = "Pacific/Auckland";
        QVERIFY(branch.tell(DefineBranch{auckland}));
        // 20:30 UTC is the next morning there.
        const Instant evening = *fromIso8601("2026-07-01T20:30:00Z");
        branch.engine->importTickets({importedRow(1, branch.queue, evening)}).waitForFinished();
        const auto reader = branch.engine->openReader().value();
        const auto ticket = reader->ticket(reader->tickets({}).value().front().id).value();
        QCOMPARE(ticket->businessDay, std::int32_t((std::chrono::floor<std::chrono::days>(evening) + std::chrono::days(1)).time_since_epoch().count()));
    }

    void checkpointsComeWhileTheEngineIsBusy()
    {
        ManualClock clock(opening);
        EngineOptions options = quietEngine();
        options.checkpointEvery = 50;
        TestBranch branch(std::make_unique<MemoryStore>(), clock, options);
        const auto reader = branch.engine->openReader().value();
        const auto newest = [&] {
            const auto found = reader->checkpointBefore(Instant::max()).value();
            return found ? found->sequence : 0;
        };
        QTRY_VERIFY2([&] {
            for (int i = 0; i < 60; ++i)
                (void)branch.tell(branch.issuing());
            return newest() > 100;
        }(), "no checkpoint between commands");
        const Instant now = clock.now();
        QCOMPARE(queueing::encodeState(stateAt(*reader, now).value()), queueing::encodeState(branch.settled()->state));
    }

    void anUnreadableCheckpointIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("older");
        QTest::newRow("an older one is there") << QByteArray("good");
        QTest::newRow("none can be read") << QByteArray("bad");
    }

    void anUnreadableCheckpointIsPassedOver()
    {
        QFETCH(const QByteArray, older);
        QTemporaryDir folder;
        ManualClock clock(opening);
        std::string before;
        {
            TestBranch branch(databaseIn(folder), clock, quietEngine());
            for (int i = 0; i < 20; ++i)
                (void)branch.tell(branch.issuing(), opening + std::chrono::minutes(i));
            before = queueing::encodeState(branch.settled()->state);
        }
        {
            const auto store = databaseIn(folder);
            const auto good = store->log().checkpoint().value();
            QVERIFY(good);
            QVERIFY(store->log().saveCheckpoint({good->sequence, good->at, "rubbish"}));
            QVERIFY(store->log().saveCheckpoint({good->sequence - 3, good->at - 3min, "{}"}));
            if (older == "good") {
                const auto reader = store->openReader(firstSite).value();
                const auto past = stateAt(*reader, good->at - 5min);
                QVERIFY(past);
            }
        }
        const TestBranch branch(databaseIn(folder), clock, quietEngine());
        QCOMPARE(queueing::encodeState(branch.engine->snapshot()->state), before);
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
