#include <csignal>
#include <thread>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QTest>

#include <smartqueue/secrets/platform_keychain.h>

#include "keychain_contract.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

using Text = std::optional<std::string>;

void lock()
{
    auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                                               QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    const QList<QDBusObjectPath> collections{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
    call << QVariant::fromValue(collections);
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call);
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
}

/// The keyring's process stands still as long as this lives.
class Stopped {
public:
    Stopped() { QCOMPARE(::kill(m_process, SIGSTOP), 0); }
    ~Stopped() { ::kill(m_process, SIGCONT); }

private:
    const pid_t m_process = qEnvironmentVariableIntValue("SQ_KEYRING_PID");
};

} // namespace

class TestPlatformKeychain final : public KeychainContract {
    Q_OBJECT
private Q_SLOTS:
    void anotherObjectInAnotherThreadReadsIt()
    {
        QVERIFY(m_keychain.write("shared", "secret").has_value());
        Text read;
        std::thread([&read] {
            secrets::PlatformKeychain another;
            read = kept(another, "shared");
        }).join();
        QVERIFY(read == Text("secret"));
    }

    void nothingIsLeftOfTheProof()
    {
        QVERIFY(m_keychain.remove("never there").has_value());
        QVERIFY(kept(m_keychain, "open?") == Text());
    }

    void aKeychainThatDoesNotAnswerIsLockedAndComesBack()
    {
        QVERIFY(m_keychain.write("answer", "one").has_value());
        secrets::PlatformKeychain impatient(300ms);
        {
            const Stopped stopped;
            QElapsedTimer watch;
            watch.start();
            const auto first = impatient.read("answer");
            QVERIFY(watch.elapsed() >= 300);
            QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
            // Nobody queues behind a prompt that stands open.
            watch.start();
            const auto second = m_keychain.write("answer", "two");
            QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
            QCOMPARE(first.error().code.name(), secret_failures::keychainLocked.name());
            QCOMPARE(second.error().code.name(), secret_failures::keychainLocked.name());
        }
        QTRY_VERIFY_WITH_TIMEOUT(kept(m_keychain, "answer") == Text("one"), 20000);
    }

    // The last one: without a person to ask nobody unlocks it again.
    void whatIsLockedIsNeitherReadNorMissingNorChanged()
    {
        QVERIFY(m_keychain.write("locked away", "before").has_value());
        lock();
        const Done unproven[]{m_keychain.write("locked away", "after"), m_keychain.remove("locked away"), m_keychain.remove("never there")};
        for (const Done &done : unproven)
            QCOMPARE(done.error().code.name(), secret_failures::keychainLocked.name());
        for (const char *name : {"locked away", "never there"})
            QCOMPARE(m_keychain.read(name).error().code.name(), secret_failures::keychainLocked.name());
    }

private:
    Keychain &keychain() override { return m_keychain; }

    secrets::PlatformKeychain m_keychain;
};

QTEST_GUILESS_MAIN(TestPlatformKeychain)
#include "tst_platform_keychain.moc"
