#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <smartqueue/storage/database_url.h>
#include <smartqueue/storage/sqlite_store.h>

#include "raw_database.h"
#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;
using namespace smartqueue::storage;

namespace {

/// With this argument the program opens the database named behind it, says so, and waits for its input to end.
constexpr const char *holdArgument = "--hold";

int holdOpen(const std::string &path)
{
    const auto store = SqliteStore::open({path});
    std::puts(store ? "open" : "refused");
    std::fflush(stdout);
    return std::getchar() == 'q' ? 0 : 1;
}

} // namespace

class TestOpening final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void databaseUrlsGiveAbsolutePaths_data();
    void databaseUrlsGiveAbsolutePaths();
    void aRelativePathIsRefused();
    void aMissingFileIsMadeOnlyWhenAsked();
    void missingFoldersAreMade();
    void aSecondStoreIsRefused();
    void aSecondProcessIsRefusedAndADeadOneIsForgotten();
    void aLockedDatabaseSaysSo();
    void aReadOnlyFolderSaysSo();
    void aFileInPlaceOfTheFolderSaysSo();
    void aNewerSchemaIsLeftAlone();
    void aTextFileIsNoDatabase();
    void anotherProgramsDatabaseIsLeftAlone();
    void aDamagedFileSaysSo();
    void aTableThatSomebodyDroppedIsDamage();
    void whatWasCommittedIsThereAgain();
    void aFileThatWentAwayIsNotWrittenTo();
    void theFileStandsInWriteAheadMode();

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("branch.db")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOpening::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOpening::databaseUrlsGiveAbsolutePaths_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("url") << QStringLiteral("sqlite:////srv/branch.db") << QStringLiteral("/srv/branch.db");
    QTest::newRow("escaped") << QStringLiteral("sqlite:////srv/a%20b.db") << QStringLiteral("/srv/a b.db");
    QTest::newRow("path") << QStringLiteral("/srv/branch.db") << QStringLiteral("/srv/branch.db");
    QTest::newRow("relative url") << QStringLiteral("sqlite:///branch.db") << QStringLiteral("!relative_path");
    QTest::newRow("relative path") << QStringLiteral("branch.db") << QStringLiteral("!relative_path");
    QTest::newRow("empty") << QString() << QStringLiteral("!relative_path");
    QTest::newRow("host") << QStringLiteral("sqlite://host/x") << QStringLiteral("!unknown_database_url");
    QTest::newRow("other") << QStringLiteral("postgresql://u:p@h/x") << QStringLiteral("!unknown_database_url");
}

void TestOpening::databaseUrlsGiveAbsolutePaths()
{
    QFETCH(const QString, url);
    QFETCH(const QString, expected);
    const auto parsed = parseDatabaseUrl(url.toStdString());
    QCOMPARE(QString::fromStdString(parsed ? *parsed : "!" + std::string(parsed.error().code.name())), expected);
}

void TestOpening::aRelativePathIsRefused()
{
    const auto store = SqliteStore::open({"branch.db"});
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::relativePath);
    QCOMPARE(store.error().detail.at("path"), std::string("branch.db"));
    QVERIFY((*SqliteStore::open({path()}))->backup("copy.db").error().code == storage_failures::relativePath);
}

void TestOpening::aMissingFileIsMadeOnlyWhenAsked()
{
    Options options{path()};
    options.createIfMissing = false;
    const auto store = SqliteStore::open(options);
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::noDatabase);
    QVERIFY(!QFile::exists(QString::fromStdString(path())));
    QVERIFY(SqliteStore::open({path()}));
    QVERIFY(SqliteStore::open(options));
}

void TestOpening::missingFoldersAreMade()
{
    QVERIFY(SqliteStore::open({m_folder->filePath(QStringLiteral("a/b/branch.db")).toStdString()}));
}

void TestOpening::aSecondStoreIsRefused()
{
    const auto first = SqliteStore::open({path()});
    QVERIFY(first);
    const auto second = SqliteStore::open({path()});
    QVERIFY(!second);
    QVERIFY(second.error().code == storage_failures::inUse);
    QCOMPARE(second.error().detail.at("process"), std::to_string(QCoreApplication::applicationPid()));
}

void TestOpening::aSecondProcessIsRefusedAndADeadOneIsForgotten()
{
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(holdArgument), QString::fromStdString(path())});
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(holder.readLine().trimmed(), QByteArray("open"));
    const auto refused = SqliteStore::open({path()});
    QVERIFY(!refused);
    QVERIFY(refused.error().code == storage_failures::inUse);
    QCOMPARE(refused.error().detail.at("process"), std::to_string(holder.processId()));

    holder.kill();
    QVERIFY(holder.waitForFinished());
    QVERIFY(QFile::exists(QString::fromStdString(path() + ".lock")));
    QVERIFY(SqliteStore::open({path()}));
}

void TestOpening::aLockedDatabaseSaysSo()
{
    Options options{path()};
    options.busyTimeout = std::chrono::milliseconds(10);
    auto store = SqliteStore::open(options);
    QVERIFY(store);
    RawDatabase other(path());
    QVERIFY(other.run("BEGIN IMMEDIATE"));
    const Done done = (*store)->log().append(issueGroup(1));
    QVERIFY(!done);
    QVERIFY(done.error().code == storage_failures::locked);
    QCOMPARE(done.error().detail.at("path"), path());
    QVERIFY(other.run("ROLLBACK"));
    QVERIFY((*store)->log().append(issueGroup(1)));
}

void TestOpening::aReadOnlyFolderSaysSo()
{
    QVERIFY(SqliteStore::open({path()}));
    QFile folder(m_folder->path());
    QVERIFY(folder.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    QFile probe(m_folder->filePath(QStringLiteral("probe")));
    const bool mayWriteAnyway = probe.open(QIODevice::WriteOnly);
    const auto store = SqliteStore::open({path()});
    folder.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (mayWriteAnyway)
        QSKIP("this user may write everywhere");
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::readOnly);
}

void TestOpening::aFileInPlaceOfTheFolderSaysSo()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::string below = m_folder->filePath(QStringLiteral("file/branch.db")).toStdString();
    const auto store = SqliteStore::open({below});
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::cannotOpen || store.error().code == storage_failures::readOnly);
    QCOMPARE(store.error().detail.at("path"), below);
}

void TestOpening::aNewerSchemaIsLeftAlone()
{
    QVERIFY(SqliteStore::open({path()}));
    {
        RawDatabase raw(path());
        QVERIFY(raw.run("PRAGMA user_version = 999"));
    }
    const auto store = SqliteStore::open({path()});
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::newerSchema);
    QCOMPARE(store.error().detail.at("schema"), std::string("999"));
}

void TestOpening::aTextFileIsNoDatabase()
{
    QFile file(QString::fromStdString(path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text = QByteArray("number;queue\n").repeated(500);
    file.write(text);
    file.close();
    const auto store = SqliteStore::open({path()});
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::notADatabase);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestOpening::anotherProgramsDatabaseIsLeftAlone()
{
    RawDatabase raw(path());
    QVERIFY(raw.run("CREATE TABLE theirs (x)"));
    const auto store = SqliteStore::open({path()});
    QVERIFY(!store);
    QVERIFY(store.error().code == storage_failures::notADatabase);
    QCOMPARE(raw.value("PRAGMA journal_mode"), std::string("delete"));
}

void TestOpening::aDamagedFileSaysSo()
{
    {
        auto store = SqliteStore::open({path()});
        for (Sequence i = 1; i <= 300; ++i)
            QVERIFY((*store)->log().append(issueGroup(i)));
    }
    {
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = 4096; at < file.size(); at += 4096) {
            file.seek(at);
            file.write(QByteArray(200, '\xff'));
        }
    }
    auto store = SqliteStore::open({path()});
    if (store) {
        const Done done = (*store)->log().read(0, [](const EventBatch &) { return true; });
        QVERIFY(!done);
        QVERIFY(done.error().code == storage_failures::damaged);
        const auto findings = (*store)->check();
        QVERIFY(findings && !findings->empty());
    } else {
        QVERIFY(store.error().code == storage_failures::damaged);
    }
}

void TestOpening::aTableThatSomebodyDroppedIsDamage()
{
    {
        auto store = SqliteStore::open({path()});
        QVERIFY((*store)->log().append(issueGroup(1)));
    }
    QVERIFY(RawDatabase(path()).run("DROP TABLE legs"));
    auto store = SqliteStore::open({path()});
    const Done done = store ? (*store)->log().append(issueGroup(2)) : Done(tl::unexpected(store.error()));
    QVERIFY(!done);
    QCOMPARE(done.error().code.name(), storage_failures::damaged.name());
}

void TestOpening::whatWasCommittedIsThereAgain()
{
    {
        auto store = SqliteStore::open({path()});
        for (Sequence i = 1; i <= 3; ++i)
            QVERIFY((*store)->log().append(issueGroup(i)));
    }
    auto store = SqliteStore::open({path()});
    QVERIFY(store);
    QCOMPARE(batchesOf((*store)->log()).size(), 3u);
    QVERIFY((*store)->log().append(issueGroup(4)));
    QVERIFY((*store)->check()->empty());
}

void TestOpening::aFileThatWentAwayIsNotWrittenTo()
{
#ifdef Q_OS_WIN
    QSKIP("An open file cannot be moved there.");
#endif
    auto store = SqliteStore::open({path()});
    QVERIFY(store);
    QVERIFY((*store)->log().append(issueGroup(1)));
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere.db"));
    QVERIFY(QFile::rename(QString::fromStdString(path()), elsewhere));
    const Done refused = (*store)->log().append(issueGroup(2));
    QVERIFY(!refused);
    QVERIFY(refused.error().code == storage_failures::noDatabase);
    QCOMPARE(refused.error().detail.at("reason"), std::string("moved"));
    QVERIFY(QFile::rename(elsewhere, QString::fromStdString(path())));
    QVERIFY((*store)->log().append(issueGroup(2)));
    store->reset();
    QCOMPARE(batchesOf((*SqliteStore::open({path()}))->log()).size(), std::size_t(2));
}

void TestOpening::theFileStandsInWriteAheadMode()
{
    QVERIFY(SqliteStore::open({path()}));
    RawDatabase raw(path());
    QCOMPARE(raw.value("PRAGMA journal_mode"), std::string("wal"));
    QCOMPARE(raw.value("PRAGMA application_id"), std::to_string(0x534D5131));
}

int main(int argc, char *argv[])
{
    if (argc == 3 && std::string_view(argv[1]) == holdArgument)
        return holdOpen(argv[2]);
    QCoreApplication app(argc, argv);
    TestOpening test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_opening.moc"
