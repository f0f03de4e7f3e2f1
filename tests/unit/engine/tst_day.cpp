#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/analytics/health.h>
#include <smartqueue/domain/codec.h>
#include <smartqueue/engine/day_recording.h>
#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/replay.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/storage/sqlite_store.h>

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

/// A demo's morning as its log tells it, one line a batch. Commands' ids are drawn anew each time and left out.
std::vector<std::string> morningOf(std::uint64_t seed, Duration publishInterval)
{
    PacedClock clock(demoDayStart());
    EngineOptions options;
    options.regularWork = false;
    options.publishInterval = publishInterval;
    auto engine = Engine::start(std::make_unique<MemoryStore>(), clock, options).value();
    DemoBranch demo(*engine, clock, seed);
    if (!demo.furnish())
        qFatal("the demo cannot be furnished");
    demo.fastForward(demoHandOver() + 70min);
    std::vector<std::string> lines;
    const auto reader = engine->openReader().value();
    const Done read = reader->readLog(0, std::nullopt, [&lines](const EventBatch &batch) {
        lines.push_back(toIso8601(batch.at) + ' ' + batch.kind + ' ' + std::to_string(batch.actor.value) + ' ' + codec::encodeEvents(batch.events));
        return true;
    });
    if (!read)
        qFatal("the log cannot be read");
    return lines;
}

} // namespace

/// Days lived by the demo and followed by a replay, and what the recorder makes of them.
class TestDay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDemoIsBusyAtTheHandOverAndInTroubleAnHourLater()
    {
        PacedClock clock(demoDayStart());
        auto engine = Engine::start(std::make_unique<MemoryStore>(), clock).value();
        DemoBranch demo(*engine, clock, 1);
        QVERIFY(demo.furnish());
        demo.fastForward(demoHandOver());
        const auto calm = analytics::overviewOf(engine->snapshot()->state, clock.now());
        int waitingBefore = 0;
        for (const auto &queue : calm.queues)
            waitingBefore += queue.waiting;
        int minutesWithHelp = 0;
        int worst = 100;
        int waitingAfter = 0;
        for (auto minute = 60min; minute <= 80min; minute += 1min) {
            demo.fastForward(demoHandOver() + minute);
            waitingAfter = 0;
            const auto crowded = analytics::overviewOf(engine->snapshot()->state, clock.now());
            for (const auto &queue : crowded.queues) {
                worst = std::min(worst, queue.score);
                waitingAfter += queue.waiting;
            }
            minutesWithHelp += !optimizer::reportOf(engine->snapshot()->state, clock.now(), {}).reallocations.empty();
        }
        QVERIFY2(waitingAfter > waitingBefore + 10, qPrintable(QStringLiteral("%1 → %2").arg(waitingBefore).arg(waitingAfter)));
        QVERIFY2(worst < 60, qPrintable(QString::number(worst)));
        QVERIFY2(minutesWithHelp >= 5, qPrintable(QString::number(minutesWithHelp)));
    }

    void theSameSeedLivesTheSameDayHoweverLateItsPicturesCome()
    {
        const auto prompt = morningOf(7, Duration(0));
        // No snapshot is published before the day is over, as on a machine that had other work.
        const auto late = morningOf(7, 24h);
        for (std::size_t i = 0; i < std::min(prompt.size(), late.size()); ++i)
            QCOMPARE(QString::fromStdString(late[i]), QString::fromStdString(prompt[i]));
        QCOMPARE(late.size(), prompt.size());
        QVERIFY(prompt.size() > 500);
        QVERIFY(morningOf(8, Duration(0)) != prompt);
    }

    void theRecorderShowsAnyMomentAsItWas()
    {
        PacedClock clock(demoDayStart());
        auto engine = Engine::start(std::make_unique<MemoryStore>(), clock).value();
        DemoBranch demo(*engine, clock, 2);
        QVERIFY(demo.furnish());
        demo.fastForward(demoDayStart() + 40min);
        const std::string then = queueing::encodeState(engine->snapshot()->state);
        demo.fastForward(demoDayStart() + 90min);
        const auto reader = engine->openReader().value();
        const auto recording = DayRecording::load(*reader, demoDayStart() - 1h, demoDayStart() + 90min).value();
        QCOMPARE(queueing::encodeState(recording->stateAt(demoDayStart() + 40min)), then);
        QCOMPARE(queueing::encodeState(recording->stateAt(demoDayStart() + 90min)), queueing::encodeState(engine->snapshot()->state));
        for (const auto &[queue, counts] : recording->waiting(1min))
            QCOMPARE(counts.size(), std::size_t(151));
    }

    void aReplayAccountsForEveryTicket()
    {
        const auto seed = std::uint64_t(QDateTime::currentMSecsSinceEpoch());
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        RandomSource random(seed);
        QTemporaryDir folder;
        storage::Options options;
        options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
        PacedClock clock(demoDayStart());
        EngineOptions quiet;
        quiet.regularWork = false;
        auto engine = Engine::start(storage::SqliteStore::open(options).value(), clock, quiet).value();
        std::vector<RecordedTicket> tickets;
        std::int64_t abandoned = 0;
        for (int i = 0; i < 400; ++i) {
            RecordedTicket ticket;
            ticket.number = std::to_string(i);
            ticket.queue = "Queue " + std::to_string(random.between(0, 3));
            ticket.channel = "phone";
            ticket.agent = "Agent " + std::to_string(random.between(0, 4));
            ticket.arrivedAt = demoDayStart() + std::chrono::seconds(random.between(0, 8000));
            const auto wait = std::chrono::seconds(random.between(0, 60) * random.between(0, 10));
            if (random.chance(0.2)) {
                ticket.outcome = RecordedTicket::Outcome::abandoned;
                ticket.endedAt = ticket.arrivedAt + wait;
                ++abandoned;
            } else {
                ticket.calledAt = ticket.arrivedAt + wait;
                ticket.startedAt = ticket.calledAt;
                ticket.endedAt = *ticket.startedAt + std::chrono::seconds(random.between(0, 300));
            }
            tickets.push_back(ticket);
        }
        const auto report = replay(*engine, tickets, 0).value();
        QCOMPARE(report.tickets, std::int64_t(400));
        QCOMPARE(report.abandoned, abandoned);
        QCOMPARE(report.served, 400 - abandoned);
        QCOMPARE(report.calledTwice, std::int64_t(0));
        QCOMPARE(report.lost, std::int64_t(0));
        QCOMPARE(report.duplicateNumbers, std::int64_t(0));
        QCOMPARE(report.refused, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestDay)
#include "tst_day.moc"
