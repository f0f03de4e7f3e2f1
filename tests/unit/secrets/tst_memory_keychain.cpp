#include <QTest>

#include <smartqueue/engine/memory_keychain.h>

#include "keychain_contract.h"

using namespace smartqueue;
using namespace smartqueue::engine;

class TestMemoryKeychain final : public KeychainContract {
    Q_OBJECT
private Q_SLOTS:
    void aFailureIsToldByEveryCallAndChangesNothing()
    {
        QVERIFY(m_keychain.write("name", "before").has_value());
        m_keychain.failWith(Failure{secret_failures::keychainLocked});
        QVERIFY(m_keychain.read("name").error().code == secret_failures::keychainLocked);
        QVERIFY(m_keychain.write("name", "after").error().code == secret_failures::keychainLocked);
        QVERIFY(m_keychain.remove("name").error().code == secret_failures::keychainLocked);
        m_keychain.failWith(std::nullopt);
        QVERIFY(kept(m_keychain, "name") == std::optional<std::string>("before"));
    }

private:
    Keychain &keychain() override { return m_keychain; }

    MemoryKeychain m_keychain;
};

QTEST_GUILESS_MAIN(TestMemoryKeychain)
#include "tst_memory_keychain.moc"
