#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::secrets;
using namespace std::chrono_literals;

namespace {

constexpr Argon2Cost cheap{1, 8192};

/// A hasher with all that belongs to it.
struct Hasher {
    explicit Hasher(Argon2Cost cost = cheap)
        : argon2(Argon2::start(cost).value())
    {
    }

    std::unique_ptr<Argon2> argon2;
    SodiumHasher passwords{*argon2};
};

/// The first two who come wait for each other.
class Meeting {
public:
    void join(int underWay)
    {
        std::unique_lock lock(m_mutex);
        m_most = std::max(m_most, underWay);
        ++m_came;
        m_met.notify_all();
        m_haveMet = m_met.wait_for(lock, 30s, [&] { return m_came >= 2; }) && m_haveMet;
    }
    int most() const { return m_most; }
    bool haveMet() const { return m_haveMet; }

private:
    std::mutex m_mutex;
    std::condition_variable m_met;
    int m_came = 0;
    int m_most = 0;
    bool m_haveMet = true;
};

qint64 medianTime(SodiumHasher &hasher, const std::string &hash)
{
    std::vector<qint64> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer watch;
        watch.start();
        hasher.verify(hash, "wrong");
        times.push_back(watch.nsecsElapsed());
    }
    std::nth_element(times.begin(), times.begin() + 4, times.end());
    return times[4];
}

} // namespace

class TestHasher final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theUsualHashNamesItsCost()
    {
        Hasher hasher{Argon2Cost{}};
        const std::string hash = hasher.passwords.hash("correct horse").value();
        QCOMPARE(hash.substr(0, 31), std::string("$argon2id$v=19$m=65536,t=3,p=1$"));
        QVERIFY(hasher.passwords.verify(hash, "correct horse"));
        QVERIFY(!hasher.passwords.verify(hash, "correct horsf"));
    }

    void aPublishedHashIsUnderstood()
    {
        // From the tests of the reference implementation of Argon2, with a cost of its own.
        const std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        Hasher hasher;
        QVERIFY(hasher.passwords.verify(hash, "password"));
        QVERIFY(!hasher.passwords.verify(hash, "Password"));
    }

    void everyByteOfTheSecretCounts()
    {
        Hasher hasher;
        const std::string zero("before\0after", 12);
        const std::string hash = hasher.passwords.hash(zero).value();
        QVERIFY(hasher.passwords.verify(hash, zero));
        QVERIFY(!hasher.passwords.verify(hash, "before"));
        const std::string longest(PasswordHasher::longestSecret, 'x');
        const std::string ofLongest = hasher.passwords.hash(longest).value();
        QVERIFY(hasher.passwords.verify(ofLongest, longest));
        QVERIFY(!hasher.passwords.verify(ofLongest, longest.substr(1)));
        QVERIFY(hasher.passwords.verify(hasher.passwords.hash("").value(), ""));
    }

    void noTwoHashesAreTheSame()
    {
        Hasher hasher;
        QVERIFY(hasher.passwords.hash("same").value() != hasher.passwords.hash("same").value());
    }

    void nobodysPasswordIsNeverRight()
    {
        Hasher hasher;
        for (const std::string &secret : {std::string(), std::string("password"), std::string(32, '\0')})
            QVERIFY(!hasher.passwords.verify("", secret));
    }

    void nobodysPasswordTakesAsLongAsAWrongOne()
    {
        Hasher hasher{{2, 16 * 1024 * 1024}};
        const std::string hash = hasher.passwords.hash("right").value();
        const double nobodys = double(medianTime(hasher.passwords, {}));
        const double wrong = double(medianTime(hasher.passwords, hash));
        QVERIFY2(nobodys > wrong / 2 && nobodys < wrong * 2, qPrintable(QStringLiteral("%1 : %2").arg(nobodys).arg(wrong)));
    }

    void whatIsNoHashIsNeverRight()
    {
        Hasher hasher;
        for (const char *hash : {"$", "plain", "$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"})
            QVERIFY2(!hasher.passwords.verify(hash, "plain"), hash);
    }

    void tooLittleMemoryIsAFailure()
    {
        // More than the algorithm can name: refused before a byte of it is asked for.
        Hasher hasher{{1, std::size_t(1) << 43}};
        QCOMPARE(hasher.passwords.hash("secret").error().code.name(), secret_failures::noMemory.name());
        SodiumSealer sealer(*hasher.argon2);
        QCOMPARE(sealer.keyFrom("secret", "salt").error().code.name(), secret_failures::noMemory.name());
    }

    void twoComputeAtOnceAndNoMore()
    {
        Meeting meeting;
        const auto argon2 = Argon2::start({2, 16 * 1024 * 1024}, [&](int underWay) { meeting.join(underWay); }).value();
        SodiumHasher passwords(*argon2);
        SodiumSealer sealer(*argon2);
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] { passwords.hash("secret"); });
            threads.emplace_back([&] { passwords.verify("", "secret"); });
            threads.emplace_back([&] { sealer.keyFrom("secret", "salt"); });
        }
        for (auto &thread : threads)
            thread.join();
        QVERIFY(meeting.haveMet());
        QCOMPARE(meeting.most(), 2);
    }

    void commonPasswordsAreToldFromOthers_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("isCommon");
        for (const char *common : {"", "password", "12345678", "qwertyuiop", "football1", "Password1", "P@ssw0rd", "aaaaaaaaaaaa", "iloveyou",
                                   "abcdefgh", "azertyuiop", "MotDePasse1", "87654321", "drowssap", "Smartqueue", "пароль12", "Пароль123", "йцукенгшщз",
                                   "Passwort1", "example.org"})
            QTest::newRow(*common ? common : "nothing") << QByteArray(common) << true;
        for (const char *other : {"kx8Gq2vTzz", "correct horse battery staple", "Wm4%rj8Lq", "пароль-очень-длинный"})
            QTest::newRow(other) << QByteArray(other) << false;
    }

    void commonPasswordsAreToldFromOthers()
    {
        QFETCH(QByteArray, password);
        QFETCH(bool, isCommon);
        Hasher hasher;
        QCOMPARE(hasher.passwords.isCommon(password.toStdString()), isCommon);
    }

    void aHugePasswordIsJudgedSoon()
    {
        Hasher hasher;
        QElapsedTimer watch;
        watch.start();
        // A row of one letter is common however long it is.
        QVERIFY(hasher.passwords.isCommon(std::string(200, 'a')));
        QVERIFY(hasher.passwords.isCommon(std::string(1'000'000, '@')));
        std::string changing;
        for (int i = 0; i < 1'000'000; ++i)
            changing += char('!' + i * 7 % 90);
        QVERIFY(!hasher.passwords.isCommon(changing));
        QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestHasher)
#include "tst_hasher.moc"
