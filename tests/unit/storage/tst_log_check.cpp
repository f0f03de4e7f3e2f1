#include <QTemporaryDir>
#include <QtTest>

#include <smartqueue/storage/sqlite_store.h>

#include "raw_database.h"
#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;
using namespace smartqueue::storage;

namespace {

constexpr Sequence batches = 12;

} // namespace

/// Whatever is changed behind the program's back is found.
class TestLogCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anUntouchedDatabaseIsSound();
    void theLogRefusesChanges();
    void aChangedColumnIsFound_data();
    void aChangedColumnIsFound();
    void everyFlippedByteOfThePayloadIsFound();
    void aRemovedRowIsFound_data();
    void aRemovedRowIsFound();
    void tablesThatContradictTheLogAreFound_data();
    void tablesThatContradictTheLogAreFound();
    void readingStopsBeforeAChangedRow();

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("branch.db")).toStdString(); }
    bool tamper(const std::string &sql);
    std::vector<std::string> findings();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogCheck::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = SqliteStore::open({path()});
    QVERIFY(store);
    for (Sequence i = 1; i <= batches; ++i)
        QVERIFY((*store)->log().append(issueGroup(i)));
    CommitGroup refused;
    refused.answers.push_back({"refused", opening, tl::unexpected(Failure{failures::queueFull, {}})});
    QVERIFY((*store)->log().append(refused));
    QVERIFY((*store)->log().saveCheckpoint({4, opening + 4min, "state"}));
}

bool TestLogCheck::tamper(const std::string &sql)
{
    RawDatabase raw(path());
    return raw.run("DROP TRIGGER oplog_is_never_changed") && raw.run("DROP TRIGGER oplog_is_never_shortened") && raw.run(sql);
}

std::vector<std::string> TestLogCheck::findings()
{
    auto store = SqliteStore::open({path()});
    if (!store)
        return {"does not open"};
    const auto found = (*store)->check();
    return found ? *found : std::vector<std::string>{"check failed"};
}

void TestLogCheck::anUntouchedDatabaseIsSound()
{
    QCOMPARE(findings(), std::vector<std::string>());
}

void TestLogCheck::theLogRefusesChanges()
{
    RawDatabase raw(path());
    QVERIFY(!raw.run("UPDATE oplog SET actor = 1 WHERE seq = 3"));
    QVERIFY(!raw.run("DELETE FROM oplog WHERE seq = 3"));
}

void TestLogCheck::aChangedColumnIsFound_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const char *change : {"seq = 100", "epoch = 2", "cmd_id = 'other'", "cmd_id = NULL", "device = 'x'", "actor = 9",
                               "kind = 'cancel'", "schema = 0", "at_ms = at_ms + 1", "payload = replace(payload, 'A0', 'B0')",
                               "payload = payload || ' '", "prev_hash = x'01'", "hash = zeroblob(32)", "hash = x''"})
        QTest::newRow(change) << QByteArray(change);
}

void TestLogCheck::aChangedColumnIsFound()
{
    QFETCH(const QByteArray, change);
    for (const Sequence row : {Sequence(1), Sequence(6), batches}) {
        init();
        QVERIFY(tamper("UPDATE oplog SET " + change.toStdString() + " WHERE seq = " + std::to_string(row)));
        QVERIFY2(!findings().empty(), qPrintable(QString::number(row)));
    }
}

void TestLogCheck::everyFlippedByteOfThePayloadIsFound()
{
    std::string payload;
    {
        RawDatabase raw(path());
        payload = raw.value("SELECT payload FROM oplog WHERE seq = 6");
    }
    QVERIFY(tamper("SELECT 1"));
    for (std::size_t i = 0; i < payload.size(); i += 7) {
        std::string changed = payload;
        changed[i] = changed[i] == 'x' ? 'y' : 'x';
        {
            RawDatabase raw(path());
            QVERIFY(raw.run("UPDATE oplog SET payload = '" + changed + "' WHERE seq = 6"));
        }
        QVERIFY(!findings().empty());
    }
}

void TestLogCheck::aRemovedRowIsFound_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("first") << 1;
    QTest::newRow("middle") << 6;
    QTest::newRow("last") << int(batches);
}

void TestLogCheck::aRemovedRowIsFound()
{
    QFETCH(const int, row);
    QVERIFY(tamper("DELETE FROM oplog WHERE seq = " + std::to_string(row)));
    QVERIFY(!findings().empty());
}

void TestLogCheck::tablesThatContradictTheLogAreFound_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const char *change :
         {"DELETE FROM tickets WHERE id = 3", "UPDATE tickets SET number = 'Z1' WHERE id = 3",
          "UPDATE tickets SET arrived_at = arrived_at - 1 WHERE id = 3", "UPDATE tickets SET queue = 7 WHERE id = 3",
          "UPDATE tickets SET id = 500 WHERE id = 3", "UPDATE tickets SET revision = 500 WHERE id = 3",
          "UPDATE tickets SET started_at = 1 WHERE id = 3", "UPDATE tickets SET state = 4 WHERE id = 3",
          "INSERT INTO archived_tickets SELECT * FROM tickets WHERE id = 3; DELETE FROM tickets WHERE id = 3;"
          "UPDATE archived_tickets SET state = 7", "DELETE FROM legs WHERE ticket = 3",
          "UPDATE legs SET ticket = 500 WHERE ticket = 3", "INSERT INTO ticket_batches VALUES (3, 500)",
          "UPDATE receipts SET seq = 500 WHERE seq = 3", "UPDATE results SET ok = 1", "UPDATE results SET code = NULL",
          "UPDATE checkpoints SET seq = 500"})
        QTest::newRow(change) << QByteArray(change);
}

void TestLogCheck::tablesThatContradictTheLogAreFound()
{
    QFETCH(const QByteArray, change);
    QVERIFY(tamper(change.toStdString()));
    QVERIFY(!findings().empty());
}

void TestLogCheck::readingStopsBeforeAChangedRow()
{
    QVERIFY(tamper("UPDATE oplog SET actor = 1 WHERE seq = 6"));
    auto store = SqliteStore::open({path()});
    QVERIFY(store);
    Sequence last = 0;
    const Done done = (*store)->log().read(0, [&](const EventBatch &batch) {
        last = batch.sequence;
        return true;
    });
    QVERIFY(!done);
    QVERIFY(done.error().code == storage_failures::damaged);
    QCOMPARE(last, 5);
    QVERIFY((*store)->log().read(6, [](const EventBatch &) { return true; }));
    auto reader = (*store)->openReader(firstSite);
    QVERIFY((*reader)->story(TicketId{6}).error().code == storage_failures::damaged);
}

QTEST_GUILESS_MAIN(TestLogCheck)
#include "tst_log_check.moc"
