#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/engine/replay.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

constexpr Instant opening = TestBranch::opening;

/// Says when the engine has asked for a clean-up.
class Watched final : public StoreAround {
public:
    Watched(std::unique_ptr<Store> store, QSemaphore &asked) : StoreAround(std::move(store)), m_asked(asked) {}
    Result<std::int64_t> cleanUp(SiteId site, Instant before) override
    {
        auto cleaned = StoreAround::cleanUp(site, before);
        m_asked.release();
        return cleaned;
    }

private:
    QSemaphore &m_asked;
};

} // namespace

/// What the nightly clean-up takes away, and what it leaves.
class TestRetention : public QObject {
    Q_OBJECT

    /// A console that runs until its first clean-up is over.
    static void liveThroughACleanUp(const QTemporaryDir &folder, Instant now)
    {
        QSemaphore asked;
        const ManualClock clock(now);
        const TestBranch branch(std::make_unique<Watched>(databaseIn(folder), asked), clock, {});
        QVERIFY(asked.tryAcquire(1, 10'000));
    }

    /// Served on the opening day with a note, imported from a year before, and a customer forty days later.
    static TicketId furnish(const QTemporaryDir &folder)
    {
        const ManualClock clock(opening);
        TestBranch branch(databaseIn(folder), clock, quietEngine());
        Branch config;
        config.name = "Branch";
        config.retentionDays = 30;
        (void)branch.tell(DefineBranch{config});
        const TicketId old = branch.serve(opening);
        (void)branch.tell(SaveNote{old, "private"});
        ImportedTicket row;
        row.number = "1";
        row.queue = branch.queue;
        row.arrivedAt = opening - 24h * 365;
        row.endedAt = row.arrivedAt + 5min;
        branch.engine->importTickets({row}).waitForFinished();
        branch.serve(opening + 24h * 40);
        return old;
    }

private Q_SLOTS:
    void startingTwiceADayTakesNothingMore()
    {
        QTemporaryDir folder;
        const TicketId old = furnish(folder);
        liveThroughACleanUp(folder, opening + 24h * 40);
        const auto store = [&] { return databaseIn(folder); };
        QVERIFY(!store()->openReader(firstSite).value()->ticket(old).value());
        liveThroughACleanUp(folder, opening + 24h * 40 + 1h);
        QCOMPARE(store()->openReader(firstSite).value()->note(old).value(), std::string("private"));
    }

    void theNextNightForgetsWhatTheLastOneArchived()
    {
        QTemporaryDir folder;
        const TicketId old = furnish(folder);
        liveThroughACleanUp(folder, opening + 24h * 40);
        {
            const ManualClock clock(opening + 24h * 41);
            TestBranch branch(databaseIn(folder), clock, quietEngine());
            branch.serve(opening + 24h * 41);
        }
        liveThroughACleanUp(folder, opening + 24h * 41);
        QCOMPARE(databaseIn(folder)->openReader(firstSite).value()->note(old).value(), std::string());
    }

    void importedHistoryStays()
    {
        QTemporaryDir folder;
        furnish(folder);
        liveThroughACleanUp(folder, opening + 24h * 40);
        liveThroughACleanUp(folder, opening + 24h * 50);
        TicketQuery query;
        query.until = opening - 24h;
        QCOMPARE(databaseIn(folder)->openReader(firstSite).value()->ticketCount(query).value(), 1);
    }

    void anOldRecordingStaysInABranchThatHoldsNothingNewer()
    {
        QTemporaryDir folder;
        {
            const ManualClock clock(opening);
            auto engine = Engine::start(databaseIn(folder), clock, quietEngine()).value();
            RecordedTicket ticket;
            ticket.queue = "Bank";
            ticket.agent = "Zohar";
            ticket.arrivedAt = *fromIso8601("1999-01-04T09:00:00Z");
            ticket.calledAt = ticket.arrivedAt + 3min;
            ticket.startedAt = ticket.calledAt;
            ticket.endedAt = ticket.arrivedAt + 8min;
            QCOMPARE(replay(*engine, {ticket}, 0)->served, 1);
        }
        {
            QSemaphore asked;
            const ManualClock clock(opening);
            auto engine = Engine::start(std::make_unique<Watched>(databaseIn(folder), asked), clock).value();
            QVERIFY(asked.tryAcquire(1, 10'000));
        }
        QCOMPARE(databaseIn(folder)->openReader(firstSite).value()->ticketCount({}).value(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
