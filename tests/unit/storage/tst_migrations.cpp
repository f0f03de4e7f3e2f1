#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <smartqueue/storage/sqlite_store.h>

#include "migrations.h"
#include "raw_database.h"
#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;
using namespace smartqueue::storage;

namespace {

using namespace std::chrono_literals;

Failure failureOfMigration(const std::string &path, const std::vector<Migration> &migrations, std::uint64_t reserveBytes = 0)
{
    try {
        Connection writer(path, Access::create, {}, 10ms);
        migrate(writer, migrations, reserveBytes);
        return {};
    } catch (const DatabaseError &error) {
        return error.failure;
    }
}

/// The files up to and including `version`.
std::vector<Migration> upTo(int version)
{
    auto migrations = embeddedMigrations();
    std::erase_if(migrations, [version](const Migration &m) { return m.version > version; });
    return migrations;
}

} // namespace

class TestMigrations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesAreNumberedWithoutGaps();
    void everyFileAppliesToTheVersionBefore_data();
    void everyFileAppliesToTheVersionBefore();
    void aStepKeepsTheDataAndACopyFromBefore();
    void aFailedStepLeavesTheVersionBefore();
    void aStepLeavesTheReserveOnTheDisk();
    void aMigratedDatabaseIsNotMigratedAgain();

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("branch.db")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigrations::filesAreNumberedWithoutGaps()
{
    const auto migrations = embeddedMigrations();
    QVERIFY(!migrations.empty());
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        QCOMPARE(migrations[i].version, int(i) + 1);
        QVERIFY(!migrations[i].sql.empty());
    }
}

void TestMigrations::everyFileAppliesToTheVersionBefore_data()
{
    QTest::addColumn<int>("version");
    for (const Migration &migration : embeddedMigrations())
        QTest::newRow(migration.name.c_str()) << migration.version;
}

void TestMigrations::everyFileAppliesToTheVersionBefore()
{
    QFETCH(const int, version);
    QCOMPARE(failureOfMigration(path(), upTo(version - 1)), Failure{});
    if (version > 1) {
        RawDatabase raw(path());
        QVERIFY(raw.run("INSERT INTO personal VALUES ('note-1', 'kept')"));
    }
    QCOMPARE(failureOfMigration(path(), upTo(version)), Failure{});
    {
        RawDatabase raw(path());
        QCOMPARE(raw.value("PRAGMA user_version"), std::to_string(version));
        QCOMPARE(raw.value("PRAGMA integrity_check"), std::string("ok"));
        QCOMPARE(raw.value("SELECT count(*) FROM personal WHERE text = 'kept'"), std::string(version > 1 ? "1" : "0"));
    }
    // What was made step by step works as what was made at once.
    auto store = SqliteStore::open({path()});
    QVERIFY(store);
    QVERIFY((*store)->log().append(issueGroup(1)));
    QVERIFY((*store)->check()->empty());
}

void TestMigrations::aStepKeepsTheDataAndACopyFromBefore()
{
    {
        auto store = SqliteStore::open({path()});
        for (Sequence i = 1; i <= 20; ++i)
            QVERIFY((*store)->log().append(issueGroup(i)));
    }
    auto migrations = embeddedMigrations();
    const int next = migrations.back().version + 1;
    migrations.push_back({next, "next", "ALTER TABLE tickets ADD COLUMN language TEXT NOT NULL DEFAULT 'fr';"
                                        "CREATE INDEX tickets_by_language ON tickets (language);"});
    QCOMPARE(failureOfMigration(path(), migrations), Failure{});
    RawDatabase now(path());
    QCOMPARE(now.value("PRAGMA user_version"), std::to_string(next));
    QCOMPARE(now.value("SELECT count(*) FROM tickets WHERE language = 'fr'"), std::string("20"));
    RawDatabase before(path() + ".before-" + std::to_string(next));
    QCOMPARE(before.value("PRAGMA user_version"), std::to_string(next - 1));
    QCOMPARE(before.value("SELECT count(*) FROM oplog"), std::string("20"));
}

void TestMigrations::aFailedStepLeavesTheVersionBefore()
{
    {
        auto store = SqliteStore::open({path()});
        QVERIFY((*store)->log().append(issueGroup(1)));
    }
    auto migrations = embeddedMigrations();
    const int next = migrations.back().version + 1;
    migrations.push_back({next, "next", "CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);"});
    const Failure failure = failureOfMigration(path(), migrations);
    QVERIFY(!failure.detail.empty());
    auto store = SqliteStore::open({path()});
    QVERIFY(store);
    QCOMPARE(batchesOf((*store)->log()).size(), 1u);
    RawDatabase raw(path());
    QCOMPARE(raw.value("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), std::string("0"));
}

void TestMigrations::aStepLeavesTheReserveOnTheDisk()
{
    QVERIFY(SqliteStore::open({path()}));
    auto migrations = embeddedMigrations();
    const int next = migrations.back().version + 1;
    migrations.push_back({next, "next", "CREATE TABLE more (x);"});
    QVERIFY(failureOfMigration(path(), migrations, 1ull << 62).code == storage_failures::diskFull);
    QVERIFY(!QFile::exists(QString::fromStdString(path() + ".before-" + std::to_string(next))));
    QCOMPARE(failureOfMigration(path(), migrations), Failure{});
}

void TestMigrations::aMigratedDatabaseIsNotMigratedAgain()
{
    QCOMPARE(failureOfMigration(path(), embeddedMigrations()), Failure{});
    QCOMPARE(failureOfMigration(path(), embeddedMigrations()), Failure{});
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY2(files.filter(QStringLiteral("before")).isEmpty(), qPrintable(files.join(QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
