#include <QTemporaryDir>
#include <QtTest>

#include <smartqueue/engine/memory_store.h>
#include <smartqueue/storage/sqlite_store.h>

#include "store_contract.h"

using namespace smartqueue;

class TestMemoryStore final : public StoreContract {
    Q_OBJECT

protected:
    std::unique_ptr<engine::Store> makeStore() override { return std::make_unique<engine::MemoryStore>(); }

private Q_SLOTS:
    void failedAppendsLeaveNothing();
};

void TestMemoryStore::failedAppendsLeaveNothing()
{
    engine::MemoryStore store;
    store.failAppends(1, Failure{engine::storage_failures::diskFull, {}});
    engine::CommitGroup group;
    group.personal = {{"note-1", "text"}};
    QVERIFY(store.log().append(group).error().code == engine::storage_failures::diskFull);
    QVERIFY((*store.openReader(firstSite))->note(TicketId{1})->empty());
    QVERIFY(store.log().append(group));
}

class TestSqliteStore final : public StoreContract {
    Q_OBJECT

protected:
    std::unique_ptr<engine::Store> makeStore() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto store = storage::SqliteStore::open({m_folder->filePath(QStringLiteral("branch.db")).toStdString()});
        return store ? std::move(*store) : nullptr;
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    TestMemoryStore memory;
    TestSqliteStore sqlite;
    return QTest::qExec(&memory, argc, argv) + QTest::qExec(&sqlite, argc, argv);
}

#include "tst_store_contract.moc"
