#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <smartqueue/storage/sqlite_store.h>

#include "fault_vfs.h"
#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;

namespace {

/// Commits of two batches with their answers and tickets, an import and checkpoints between them.
constexpr Sequence groups = 10;
/// Among them WAL checkpoints, which write the database file itself.
constexpr int closings = 1;

CommitGroup groupOf(Sequence group)
{
    CommitGroup both = issueGroup(2 * group - 1);
    const CommitGroup second = issueGroup(2 * group);
    both.batches.push_back(second.batches[0]);
    both.tickets.push_back(second.tickets[0]);
    both.answers.push_back(second.answers[0]);
    both.personal.push_back({"note-" + std::to_string(2 * group), "note"});
    return both;
}

ImportedTicket imported(Sequence group)
{
    return {"I" + std::to_string(group), QueueId{1}, 0, "desk", AgentId{}, opening + std::chrono::minutes(group), {}, {}, {},
            TicketState::abandoned};
}

/// What the callers were told.
struct Told {
    Sequence acknowledgedGroups = 0;
    /// Set while a group was refused and it is not known to be there.
    bool refused = false;
    std::int64_t importedRows = 0;
    bool importRefused = false;
    Sequence checkpoint = 0;
};

class Fixture {
public:
    Fixture() : path(folder.filePath(QStringLiteral("branch.db")).toStdString()) {}

    QTemporaryDir folder;
    std::string path;

    Result<std::unique_ptr<Store>> open(const std::string &vfs) const
    {
        storage::Options options{path, vfs};
        options.reserveBytes = 0;
        options.busyTimeout = std::chrono::milliseconds(0);
        return storage::SqliteStore::open(options);
    }
};

bool isDiskFailure(const Failure &failure)
{
    // A page that cannot be written while the file is made leaves a file that is no database yet.
    return failure.code == storage_failures::ioError || failure.code == storage_failures::diskFull
        || failure.code == storage_failures::cannotOpen;
}

/// Works on until the end or until a failure that the disk repeats; every failure must be one of the disk.
bool work(const Fixture &fixture, const FaultVfs &disk, Told &told)
{
    for (int closing = 0; closing <= closings; ++closing) {
        auto store = fixture.open(FaultVfs::name);
        if (!store && !isDiskFailure(store.error()))
            return false;
        if (!store && !disk.isDead())
            store = fixture.open(FaultVfs::name);
        if (!store)
            return disk.isDead();
        const Sequence last = groups * (closing + 1) / (closings + 1);
        while (told.acknowledgedGroups < last) {
            const Sequence group = told.acknowledgedGroups + 1;
            const Done done = (*store)->log().append(groupOf(group));
            told.refused = !done;
            if (done)
                told.acknowledgedGroups = group;
            else if (!isDiskFailure(done.error()))
                return false;
            else if (disk.isDead())
                return true;
            if (!done)
                continue;
            if (group % 4 == 0) {
                const auto counts = (*store)->importTickets({imported(group)});
                told.importRefused = !counts;
                if (counts)
                    told.importedRows += counts->imported;
            }
            if (group % 5 == 0 && (*store)->log().saveCheckpoint({2 * group, opening, "state"}))
                told.checkpoint = 2 * group;
        }
    }
    return true;
}

/// Everything acknowledged is there, and nothing half.
QString wrongAfter(const Fixture &fixture, const Told &told)
{
    auto opened = fixture.open({});
    if (!opened)
        return QStringLiteral("does not open: ") + QString::fromStdString(opened.error().detail["reason"]);
    Store &store = **opened;
    const auto findings = store.check();
    if (!findings)
        return QStringLiteral("check: ") + QString::fromStdString(findings.error().detail.at("reason"));
    if (!findings->empty())
        return QString::fromStdString(findings->front());
    const auto batches = batchesOf(store.log());
    const auto there = Sequence(batches.size());
    if (there % 2 != 0)
        return QStringLiteral("half a group");
    if (there / 2 < told.acknowledgedGroups)
        return QStringLiteral("acknowledged group lost: %1 of %2").arg(there / 2).arg(told.acknowledgedGroups);
    if (there / 2 > told.acknowledgedGroups + (told.refused ? 1 : 0))
        return QStringLiteral("a group nobody sent");
    auto reader = store.openReader(firstSite);
    for (Sequence sequence = 1; sequence <= there; ++sequence) {
        const auto answer = store.log().answerOf(firstSite, "issue-" + std::to_string(sequence));
        if (!answer || !*answer || !**answer || (***answer).ticket.value != sequence)
            return QStringLiteral("answer %1").arg(sequence);
        if (const auto ticket = (*reader)->ticket(TicketId{sequence}); !ticket || !*ticket)
            return QStringLiteral("ticket %1").arg(sequence);
        if (sequence % 2 == 0 && *(*reader)->note(TicketId{sequence}) != "note")
            return QStringLiteral("note %1").arg(sequence);
    }
    if (*store.log().answerOf(firstSite, "issue-" + std::to_string(there + 1)))
        return QStringLiteral("an answer without its batch");
    const std::int64_t imports = *(*reader)->ticketCount({}) - there;
    if (imports < told.importedRows || imports > told.importedRows + (told.importRefused ? 1 : 0))
        return QStringLiteral("imports %1 of %2").arg(imports).arg(told.importedRows);
    const auto checkpoint = store.log().checkpoint();
    if (!checkpoint || (told.checkpoint > 0 && (!*checkpoint || (*checkpoint)->sequence < told.checkpoint)))
        return QStringLiteral("checkpoint lost");
    // And the branch goes on.
    if (!store.log().append(groupOf(there / 2 + 1)))
        return QStringLiteral("does not go on");
    return {};
}

} // namespace

class TestDiskFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostAtAnyWrite_data();
    void nothingAcknowledgedIsLostAtAnyWrite();
    void aFailedCommitDoesNotComeBackAfterARestart();
    void aProbeNeedsTheDisk();
    void anUntouchedReserveIsNeeded();
};

void TestDiskFaults::nothingAcknowledgedIsLostAtAnyWrite_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("strike");
    QTest::newRow("one write fails") << SQLITE_IOERR << int(FaultVfs::Strike::once);
    QTest::newRow("one write finds the disk full") << SQLITE_FULL << int(FaultVfs::Strike::once);
    QTest::newRow("the disk fails for good") << SQLITE_IOERR << int(FaultVfs::Strike::always);
    QTest::newRow("the disk is full for good") << SQLITE_FULL << int(FaultVfs::Strike::always);
    QTest::newRow("power cut") << SQLITE_IOERR << int(FaultVfs::Strike::powerCut);
    QTest::newRow("another power cut") << SQLITE_IOERR << int(FaultVfs::Strike::powerCut);
}

void TestDiskFaults::nothingAcknowledgedIsLostAtAnyWrite()
{
    QFETCH(const int, code);
    QFETCH(const int, strike);
    FaultVfs disk;
    const std::uint64_t run = QTest::currentDataTag()[0] == 'a' ? 2 : 1;
    int operation = 0;
    do {
        const Fixture fixture;
        Told told;
        disk.arm(++operation, code, FaultVfs::Strike(strike));
        QVERIFY2(work(fixture, disk, told), qPrintable(QStringLiteral("operation %1").arg(operation)));
        if (FaultVfs::Strike(strike) == FaultVfs::Strike::powerCut)
            disk.cutPower(run * 1'000'000 + std::uint64_t(operation));
        const QString wrong = wrongAfter(fixture, told);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("operation %1: %2").arg(operation).arg(wrong)));
    } while (disk.struck());
    QVERIFY(operation > 100);
}

void TestDiskFaults::aFailedCommitDoesNotComeBackAfterARestart()
{
    // The sync is the last operation of a commit: its frames stand whole in the file, only nobody promised for them.
    FaultVfs disk;
    const Fixture fixture;
    auto store = fixture.open(FaultVfs::name);
    QVERIFY(store);
    QVERIFY((*store)->log().append(groupOf(1)));
    disk.disarm();
    QVERIFY((*store)->log().append(groupOf(2)));
    const int operationsOfACommit = disk.operations();
    disk.arm(operationsOfACommit, SQLITE_IOERR, FaultVfs::Strike::once);
    QVERIFY((*store)->log().append(groupOf(3)).error().code == storage_failures::ioError);
    QVERIFY(disk.struck());
    disk.arm(1, SQLITE_IOERR, FaultVfs::Strike::powerCut);
    store->reset();
    disk.cutPower(1);

    auto reopened = fixture.open({});
    QVERIFY(reopened);
    QCOMPARE(batchesOf((*reopened)->log()).size(), 4u);
}

void TestDiskFaults::aProbeNeedsTheDisk()
{
    FaultVfs disk;
    const Fixture fixture;
    auto store = fixture.open(FaultVfs::name);
    QVERIFY(store);
    disk.arm(1, SQLITE_FULL, FaultVfs::Strike::always);
    QVERIFY((*store)->log().append({}).error().code == storage_failures::diskFull);
    QVERIFY((*store)->log().read(0, [](const EventBatch &) { return true; }));
    disk.disarm();
    QVERIFY((*store)->log().append({}));
    QVERIFY((*store)->log().append(groupOf(1)));
}

void TestDiskFaults::anUntouchedReserveIsNeeded()
{
    const Fixture fixture;
    storage::Options options{fixture.path};
    options.reserveBytes = 1ull << 62;
    auto store = storage::SqliteStore::open(options);
    QVERIFY(store);
    const Done done = (*store)->log().append(groupOf(1));
    QVERIFY(!done);
    QVERIFY(done.error().code == storage_failures::diskFull);
    QVERIFY(done.error().detail.contains("free"));
    QVERIFY((*store)->importTickets({imported(1)}).error().code == storage_failures::diskFull);
    QVERIFY((*store)->cleanUp(firstSite, opening).error().code == storage_failures::diskFull);
    QVERIFY(batchesOf((*store)->log()).empty());
}

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_disk_faults.moc"
