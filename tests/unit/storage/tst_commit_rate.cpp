#include <algorithm>
#include <chrono>

#include <QTemporaryDir>
#include <QtTest>

#include <smartqueue/storage/bench_baseline.h>
#include <smartqueue/storage/sqlite_store.h>

#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;
using namespace smartqueue::storage;

/// Prints the figures of one run; no ratio is asserted, since a neighbour's load changes the disk from one second to the next.
class TestCommitRate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appendingComesNearTheRawRows();
    void aHundredThousandTicketsAreListedWithoutAPause();

private:
    double appended(const std::string &path, int commands, int perGroup);
};

double TestCommitRate::appended(const std::string &path, int commands, int perGroup)
{
    auto store = SqliteStore::open({path});
    if (!store)
        return 0;
    // Four commands a ticket, as the raw rows: the first issues it, the others change it.
    constexpr int commandsOfATicket = 4;
    std::vector<CommitGroup> groups;
    for (int i = 0; i < commands; ++i) {
        const Sequence sequence = i + 1;
        CommitGroup one = issueGroup(sequence);
        // Ids in no order, of the length that real ones have.
        char id[37];
        std::snprintf(id, sizeof id, "%08x-0000-4000-8000-%012x", unsigned(sequence) * 2654435761u, unsigned(sequence));
        one.batches[0].command = one.answers[0].command = one.answers[0].answer->command = id;
        one.tickets[0].id = TicketId{1 + i / commandsOfATicket};
        if (i % commandsOfATicket == 0)
            std::get<TicketIssued>(one.batches[0].events[0]).ticket = one.tickets[0].id;
        else
            one.batches[0].events = {TicketCalled{one.tickets[0].id, AgentId{1}, "Counter 1", {}}};
        if (i % perGroup == 0)
            groups.emplace_back();
        CommitGroup &group = groups.back();
        group.batches.push_back(std::move(one.batches[0]));
        if (!group.tickets.empty() && group.tickets.back().id == one.tickets[0].id)
            group.tickets.back() = std::move(one.tickets[0]);
        else
            group.tickets.push_back(std::move(one.tickets[0]));
        group.answers.push_back(std::move(one.answers[0]));
    }
    const auto begin = std::chrono::steady_clock::now();
    for (const CommitGroup &group : groups) {
        if (!(*store)->log().append(group))
            return 0;
    }
    return commands / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void TestCommitRate::appendingComesNearTheRawRows()
{
    const QTemporaryDir folder;
    const auto file = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
    const auto raw = rawCommandsPerSecond({file("raw.db"), 2000, 1});
    const auto rawBatched = rawCommandsPerSecond({file("raw64.db"), 12800, 64});
    QVERIFY(raw && rawBatched);
    const double single = appended(file("a.db"), 2000, 1);
    const double batched = appended(file("b.db"), 12800, 64);
    qInfo("raw %.0f/s, raw in 64s %.0f/s; append %.0f/s (ratio %.2f), in 64s %.0f/s (%.1f x raw)", *raw, *rawBatched, single,
          single / *raw, batched, batched / *raw);
    QVERIFY(single > 0);
    QVERIFY(batched > 0);
}

void TestCommitRate::aHundredThousandTicketsAreListedWithoutAPause()
{
    const QTemporaryDir folder;
    auto store = SqliteStore::open({folder.filePath(QStringLiteral("branch.db")).toStdString()});
    QVERIFY(store);
    std::vector<ImportedTicket> rows;
    for (int i = 0; i < 100'000; ++i)
        rows.push_back({"T" + std::to_string(i), QueueId{i % 20}, i % 7, "desk", AgentId{i % 30},
                        opening + std::chrono::seconds(30 * i), {}, {}, {}, TicketState(4 + i % 4)});
    QElapsedTimer timer;
    timer.start();
    QVERIFY((*store)->importTickets(rows));
    qInfo("import %lld ms", timer.elapsed());
    auto reader = (*store)->openReader(firstSite);
    QVERIFY(reader);
    TicketQuery query;
    const auto measured = [&](const char *what) {
        timer.restart();
        const auto found = (*reader)->tickets(query);
        qInfo("%s: %lld ms", what, timer.elapsed());
        return found && timer.elapsed() < 1000;
    };
    QVERIFY(measured("newest"));
    query.offset = 90'000;
    QVERIFY(measured("newest from 90,000"));
    for (const TicketSort sort : {TicketSort::number, TicketSort::waited, TicketSort::agent}) {
        query.sort = sort;
        query.offset = 0;
        QVERIFY(measured("sorted"));
    }
    query.text = "99";
    QVERIFY(measured("searched"));
    timer.restart();
    QVERIFY((*reader)->ticketCountsByState(query));
    QVERIFY((*reader)->figures(QueueId{3}, opening, opening + std::chrono::days(7), 10min));
    QVERIFY((*reader)->arrivals(QueueId{3}, {opening, opening + std::chrono::days(7)}));
    qInfo("counts, figures, arrivals: %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(TestCommitRate)
#include "tst_commit_rate.moc"
