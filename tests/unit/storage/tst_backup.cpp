#include <atomic>
#include <filesystem>
#include <thread>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <smartqueue/storage/restore.h>
#include <smartqueue/storage/sqlite_store.h>

#include "raw_database.h"
#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;
using namespace smartqueue::storage;

class TestBackup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aBackupDuringWritesIsOneMoment();
    void aBackupReplacesAnOlderOne();
    void aBackupThatFailsLeavesTheOlderOne();
    void aBackupOntoItselfIsRefused();
    void aBackupReplacesNothingElse();
    void aSecondRestoreKeepsTheFirstOnesDatabase();
    void aFileWithTwoNamesIsRefused();
    void restoreKeepsWhatWasThere();
    void restoreKeepsCommitsThatStoodInTheWal();
    void restoreOverADamagedDatabaseKeepsItsPieces();
    void aSymbolicLinkKeepsLeadingToTheDatabase();
    void restoreIntoNothingWorks();
    void restoreRefusesADatabaseInUse();
    void restoreRefusesADamagedSource();
    void restoreRefusesATextFile();
    void nobodyButTheOwnerReadsAnyOfIt();

private:
    std::string file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)).toStdString(); }
    /// A database of `batches` issued tickets.
    void make(const char *name, Sequence batches);
    std::size_t batchesIn(const char *name);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBackup::make(const char *name, Sequence batches)
{
    auto store = SqliteStore::open({file(name)});
    QVERIFY(store);
    for (Sequence i = 1; i <= batches; ++i)
        QVERIFY((*store)->log().append(issueGroup(i)));
}

std::size_t TestBackup::batchesIn(const char *name)
{
    auto store = SqliteStore::open({file(name)});
    if (!store || !(*store)->check() || !(*store)->check()->empty())
        return 0;
    return batchesOf((*store)->log()).size();
}

void TestBackup::aBackupDuringWritesIsOneMoment()
{
    auto store = SqliteStore::open({file("a.db")});
    QVERIFY(store);
    Sequence written = 0;
    for (; written < 50; ++written)
        QVERIFY((*store)->log().append(issueGroup(written + 1)));
    std::atomic<bool> saved = false;
    std::atomic<bool> good = true;
    std::thread saver([&] {
        for (int i = 0; i < 3; ++i)
            good = good && (*store)->backup(file("copy.db"));
        saved = true;
    });
    bool appended = true;
    while (appended && (!saved || written < 60)) {
        appended = bool((*store)->log().append(issueGroup(written + 1)));
        ++written;
    }
    saver.join();
    QVERIFY(appended);
    QVERIFY(good);
    const std::size_t copied = batchesIn("copy.db");
    QVERIFY(copied >= 50);
    QVERIFY(copied <= std::size_t(written));
    QVERIFY(!QFile::exists(QString::fromStdString(file("copy.db.part"))));
}

void TestBackup::aBackupReplacesAnOlderOne()
{
    make("a.db", 3);
    make("copy.db", 1);
    QVERIFY((*SqliteStore::open({file("a.db")}))->backup(file("copy.db")));
    QCOMPARE(batchesIn("copy.db"), 3u);
}

void TestBackup::aBackupThatFailsLeavesTheOlderOne()
{
    make("a.db", 3);
    auto store = SqliteStore::open({file("a.db")});
    const Done nowhere = (*store)->backup(file("missing/copy.db"));
    QVERIFY(!nowhere);
    QVERIFY(nowhere.error().code == storage_failures::cannotOpen);
}

void TestBackup::aBackupOntoItselfIsRefused()
{
    make("a.db", 3);
    {
        auto store = SqliteStore::open({file("a.db")});
        QVERIFY(!(*store)->backup(file("a.db")));
    }
    QCOMPARE(batchesIn("a.db"), 3u);
}

void TestBackup::aBackupReplacesNothingElse()
{
    make("a.db", 3);
    auto store = SqliteStore::open({file("a.db")});
    QFile note(QString::fromStdString(file("note.txt")));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.write("precious");
    note.close();
    QVERIFY(!(*store)->backup(file("note.txt")));
    QVERIFY(note.open(QIODevice::ReadOnly));
    QCOMPARE(note.readAll(), QByteArray("precious"));

    {
        auto other = SqliteStore::open({file("other.db")});
        CommitGroup group = issueGroup(1);
        group.batches[0].at += std::chrono::hours(1);
        QVERIFY((*other)->log().append(group));
    }
    const Done foreign = (*store)->backup(file("other.db"));
    QVERIFY(!foreign);
    QCOMPARE(batchesOf((*SqliteStore::open({file("other.db")}))->log()).size(), 1u);

    QVERIFY((*store)->backup(file("copy.db")));
    {
        auto running = SqliteStore::open({file("copy.db")});
        QVERIFY(running);
        const Done inUse = (*store)->backup(file("copy.db"));
        QVERIFY(!inUse);
        QVERIFY(inUse.error().code == storage_failures::inUse);
    }
    QVERIFY((*store)->backup(file("copy.db")));
}

void TestBackup::aSecondRestoreKeepsTheFirstOnesDatabase()
{
    make("a.db", 5);
    make("wrong.db", 2);
    make("right.db", 3);
    QVERIFY(restoreDatabase(file("wrong.db"), file("a.db")));
    QVERIFY(restoreDatabase(file("right.db"), file("a.db")));
    QCOMPARE(batchesIn("a.db"), 3u);
    QCOMPARE(batchesIn("a.db.replaced"), 5u);
    QCOMPARE(batchesIn("a.db.replaced.2"), 2u);
}

void TestBackup::aFileWithTwoNamesIsRefused()
{
    make("a.db", 1);
    std::error_code error;
    std::filesystem::create_hard_link(file("a.db"), file("b.db"), error);
    if (error)
        QSKIP("no hard links here");
    const auto store = SqliteStore::open({file("b.db")});
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::cannotOpen);
    std::filesystem::remove(file("b.db"));
    QCOMPARE(batchesIn("a.db"), 1u);
}

void TestBackup::restoreKeepsWhatWasThere()
{
    make("a.db", 3);
    QVERIFY((*SqliteStore::open({file("a.db")}))->backup(file("copy.db")));
    {
        auto store = SqliteStore::open({file("a.db")});
        QVERIFY((*store)->log().append(issueGroup(4)));
    }
    QVERIFY(restoreDatabase(file("copy.db"), file("a.db")));
    QCOMPARE(batchesIn("a.db"), 3u);
    QCOMPARE(batchesIn("a.db.replaced"), 4u);
    // A restored branch goes on.
    auto store = SqliteStore::open({file("a.db")});
    QVERIFY((*store)->log().append(issueGroup(4)));
}

void TestBackup::restoreKeepsCommitsThatStoodInTheWal()
{
    make("copy.db", 2);
    {
        // What a killed process leaves: the newest commits are in the WAL alone.
        auto store = SqliteStore::open({file("a.db")});
        for (Sequence i = 1; i <= 4; ++i)
            QVERIFY((*store)->log().append(issueGroup(i)));
        for (const char *side : {"", "-wal"})
            QVERIFY(QFile::copy(QString::fromStdString(file("a.db") + side), QString::fromStdString(file("b.db") + side)));
    }
    QVERIFY(restoreDatabase(file("copy.db"), file("b.db")));
    QVERIFY(!QFile::exists(QString::fromStdString(file("b.db.replaced-wal"))));
    QCOMPARE(batchesIn("b.db.replaced"), 4u);
    QCOMPARE(batchesIn("b.db"), 2u);
    const QStringList left = QDir(m_folder->path()).entryList({QStringLiteral("*.sync"), QStringLiteral("*.part"), QStringLiteral("*.restored")});
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
}

void TestBackup::restoreOverADamagedDatabaseKeepsItsPieces()
{
    make("copy.db", 2);
    for (const char *side : {"", "-wal"}) {
        QFile piece(QString::fromStdString(file("b.db") + side));
        QVERIFY(piece.open(QIODevice::WriteOnly));
        piece.write(QByteArray("torn ").repeated(1000));
    }
    QVERIFY(restoreDatabase(file("copy.db"), file("b.db")));
    QCOMPARE(batchesIn("b.db"), 2u);
    QVERIFY(QFile::exists(QString::fromStdString(file("b.db.replaced"))));
    QVERIFY(QFile::exists(QString::fromStdString(file("b.db.replaced-wal"))));
}

void TestBackup::aSymbolicLinkKeepsLeadingToTheDatabase()
{
    make("a.db", 3);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("elsewhere")));
    make("elsewhere/real.db", 5);
    const QString link = QString::fromStdString(file("link.db"));
    if (!QFile::link(QString::fromStdString(file("elsewhere/real.db")), link))
        QSKIP("no symbolic links here");
    QVERIFY(restoreDatabase(file("a.db"), file("link.db")));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(batchesIn("elsewhere/real.db"), 3u);
    QCOMPARE(batchesIn("elsewhere/real.db.replaced"), 5u);

    QVERIFY((*SqliteStore::open({file("elsewhere/real.db.replaced")}))->backup(file("link.db")));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(batchesIn("elsewhere/real.db"), 5u);
}

void TestBackup::restoreIntoNothingWorks()
{
    make("a.db", 3);
    QVERIFY(restoreDatabase(file("a.db"), file("b.db")));
    QCOMPARE(batchesIn("b.db"), 3u);
    QCOMPARE(batchesIn("a.db"), 3u);
}

void TestBackup::restoreRefusesADatabaseInUse()
{
    make("a.db", 3);
    QVERIFY((*SqliteStore::open({file("a.db")}))->backup(file("copy.db")));
    auto store = SqliteStore::open({file("a.db")});
    const auto done = restoreDatabase(file("copy.db"), file("a.db"));
    QVERIFY(!done);
    QVERIFY(done.error().code == storage_failures::inUse);
    QVERIFY((*store)->log().append(issueGroup(4)));
}

void TestBackup::restoreRefusesADamagedSource()
{
    make("a.db", 3);
    make("copy.db", 5);
    {
        RawDatabase raw(file("copy.db"));
        QVERIFY(raw.run("DROP TRIGGER oplog_is_never_changed"));
        QVERIFY(raw.run("UPDATE oplog SET actor = 1 WHERE seq = 2"));
    }
    const auto done = restoreDatabase(file("copy.db"), file("a.db"));
    QVERIFY(!done);
    QVERIFY(done.error().code == storage_failures::damaged);
    QCOMPARE(batchesIn("a.db"), 3u);
}

void TestBackup::nobodyButTheOwnerReadsAnyOfIt()
{
    const auto openToOthers = [this] {
        QStringList open;
        const QFileInfoList files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &each : files) {
            if (each.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
                open.append(each.fileName());
        }
        return open.join(QLatin1Char(' ')) + QStringLiteral(" of %1").arg(files.size());
    };
    {
        auto store = SqliteStore::open({file("a.db")});
        QVERIFY((*store)->log().append(issueGroup(1)));
        QVERIFY((*store)->backup(file("copy.db")));
        // The database, its journal and index, its lock and the copy.
        QCOMPARE(openToOthers(), QStringLiteral(" of 5"));
    }
    make("b.db", 2);
    // One from before rights were looked at.
    QVERIFY(QFile::setPermissions(QString::fromStdString(file("b.db")), QFile::Permissions(0x6644)));
    QVERIFY(restoreDatabase(file("copy.db"), file("b.db")));
    QCOMPARE(openToOthers(), QStringLiteral(" of 4"));
    QVERIFY(QFile::setPermissions(QString::fromStdString(file("b.db")), QFile::Permissions(0x6644)));
    const auto opened = SqliteStore::open({file("b.db")});
    QCOMPARE(openToOthers(), QStringLiteral(" of 7"));
}

void TestBackup::restoreRefusesATextFile()
{
    make("a.db", 3);
    QFile text(QString::fromStdString(file("copy.db")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray("no database at all ").repeated(100));
    text.close();
    const auto done = restoreDatabase(file("copy.db"), file("a.db"));
    QVERIFY(!done);
    QVERIFY(done.error().code == storage_failures::notADatabase);
    QVERIFY(restoreDatabase(file("nothing.db"), file("a.db")).error().code == storage_failures::cannotOpen);
    QCOMPARE(batchesIn("a.db"), 3u);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
