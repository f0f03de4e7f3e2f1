#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "events.h"
#include "pairing_house.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::transport;
using namespace std::chrono_literals;

class TestPairing final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_house.open(); }
    void cleanup() { m_house.close(); }

    void codesAreReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        QTest::newRow("as shown") << QStringLiteral("7K2M-9QXZ") << QStringLiteral("7K2M9QXZ");
        QTest::newRow("small, with blanks") << QStringLiteral(" 7k2m 9qxz ") << QStringLiteral("7K2M9QXZ");
        QTest::newRow("letters for digits") << QStringLiteral("oil0-OIL0") << QStringLiteral("01100110");
        QTest::newRow("too short") << QStringLiteral("7K2M-9QX") << QString();
        QTest::newRow("too long") << QStringLiteral("7K2M-9QXZ1") << QString();
        QTest::newRow("no such letter") << QStringLiteral("7K2M-9QXU") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void codesAreReadAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        QCOMPARE(QString::fromStdString(readPairingCode(typed.toStdString()).value_or(std::string())), read);
    }

    void aCodeIsLongAndAnotherEachTime()
    {
        const std::string code = m_house.desk->open().value();
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"))
                    .match(QString::fromStdString(code))
                    .hasMatch());
        QCOMPARE(m_house.desk->code(), code);
        QVERIFY(m_house.desk->open().value() != code);
        QCOMPARE(m_house.desk->triesLeft(), 5);
        QVERIFY(m_house.desk->remaining() > 4min && m_house.desk->remaining() <= 5min);
        QVERIFY(PairingLimits().rounds >= 200'000);
    }

    void aNewDesktopJoins()
    {
        QSignalSpy paired(m_house.desk.get(), &PairingDesk::paired), closed(m_house.desk.get(), &PairingDesk::closed);
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(attempt.isOver(), patience);
        QCOMPARE(attempt.code(), std::string());
        QCOMPARE(attempt.host, std::string("desk 0"));
        QCOMPARE(attempt.digits.size(), std::size_t(1));
        QCOMPARE(attempt.digits.front().size(), std::size_t(6));
        QCOMPARE(m_house.requests.size(), std::size_t(1));
        QCOMPARE(m_house.requests.front().digits, attempt.digits.front());
        QCOMPARE(m_house.requests.front().device.id, m_house.desktops.device(1).id);
        QCOMPARE(m_house.requests.front().device.name, std::string("desk 1"));
        const PairingHandover &given = attempt.handovers.front();
        QCOMPARE(given.cluster, std::string("cluster of the test"));
        QCOMPARE(given.host.id, m_house.desktops.device(0).id);
        QCOMPARE(given.addresses, std::vector<std::string>{m_house.address});
        QCOMPARE(given.roster.size(), std::size_t(2));
        QCOMPARE(given.roster.back().certificate, m_house.desktops.device(1).certificate);
        QTRY_COMPARE_WITH_TIMEOUT(paired.size(), 1, patience);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed.front().front().value<PairingDesk::End>(), PairingDesk::End::paired);
        QVERIFY(!m_house.desk->isOpen());

        WebSocketNetwork joined(m_house.desktops.identity(1));
        Events events(joined);
        joined.setRoster(given.roster);
        m_house.network->setRoster(m_house.roster);
        const PeerLink link = joined.dial(given.addresses.front());
        QTRY_COMPARE_WITH_TIMEOUT(events.link(), link, patience);
    }

    void aLargeRosterIsHandedOverWhole()
    {
        for (int i = 2; i < 40; ++i)
            m_house.roster.push_back(m_house.desktops.device(i));
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(attempt.isOver(), patience);
        QCOMPARE(attempt.handovers.size(), std::size_t(1));
        QCOMPARE(attempt.handovers.front().roster.size(), std::size_t(40));
    }

    void theRealNumberOfRoundsWorksToo()
    {
        m_house.open({});
        Attempt attempt(m_house.desktops.identity(1), {});
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(attempt.isOver(), patience);
        QCOMPARE(attempt.handovers.size(), std::size_t(1));
    }

    void aHostWithoutAScreenBelievesTheCode()
    {
        m_house.open(quick(), true);
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(attempt.isOver(), patience);
        QCOMPARE(attempt.handovers.size(), std::size_t(1));
        QVERIFY(m_house.requests.empty());
    }

    void theDigitsAreTheSameWhenTheSameTwoTryAgain()
    {
        const std::string code = m_house.desk->open().value();
        std::vector<std::string> shown;
        for (int i = 0; i < 3; ++i) {
            Attempt attempt(m_house.desktops.identity(1));
            attempt.answers = std::nullopt;
            attempt.guest.join(m_house.address, code);
            QTRY_VERIFY_WITH_TIMEOUT(!attempt.digits.empty(), patience);
            shown.push_back(attempt.digits.front());
            QCOMPARE(m_house.requests.back().digits, shown.back());
            attempt.guest.cancel();
        }
        QCOMPARE(shown, std::vector<std::string>(3, shown.front()));
        Attempt other(m_house.desktops.identity(2));
        other.answers = std::nullopt;
        other.guest.join(m_house.address, code);
        QTRY_VERIFY_WITH_TIMEOUT(!other.digits.empty(), patience);
        QVERIFY(other.digits.front() != shown.front());
        Attempt later(m_house.desktops.identity(1));
        later.answers = std::nullopt;
        later.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(!later.digits.empty(), patience);
        QVERIFY(later.digits.front() != shown.front());
    }

    void withoutAWindowItIsClosed()
    {
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, "7K2M-9QXZ");
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_closed"), patience);
    }

    void aCodeThatIsNoneIsWrongAndCostsNothing()
    {
        QVERIFY(m_house.desk->open().has_value());
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, "7K2M");
        QVERIFY(!attempt.isOver());
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("wrong_code"), patience);
        QCOMPARE(m_house.desk->triesLeft(), 5);
    }

    void aMistypedCodeIsTypedAnew()
    {
        const std::string code = m_house.desk->open().value();
        Attempt attempt(m_house.desktops.identity(1));
        for (int wrongly = 1; wrongly <= 3; ++wrongly) {
            // The same mistake twice, and another one.
            attempt.guest.join(m_house.address, wrongly < 3 ? wrong(code) : "0000-0000");
            QTRY_COMPARE_WITH_TIMEOUT(attempt.failures.size(), std::size_t(wrongly), patience);
            QCOMPARE(attempt.code(), std::string("wrong_code"));
            QCOMPARE(m_house.desk->triesLeft(), 5 - wrongly);
        }
        attempt.guest.join(m_house.address, code);
        QTRY_COMPARE_WITH_TIMEOUT(attempt.handovers.size(), std::size_t(1), patience);
        QCOMPARE(attempt.digits.front(), m_house.requests.back().digits);
        QCOMPARE(attempt.failures.size(), std::size_t(3));
    }

    void theHostMaySeeOtherDigits()
    {
        m_house.answer = false;
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("digits_differ"), patience);
        QVERIFY(m_house.admitted.empty());
        // Whoever was in between knows the code.
        QVERIFY(!m_house.desk->isOpen());
    }

    void whatTheInstallationSaysIsToldToTheGuest()
    {
        m_house.refusal = Failure{FailureCode("limit_reached"), {{"maximum", "200"}}};
        QSignalSpy failed(m_house.desk.get(), &PairingDesk::failed);
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_refused"), patience);
        QCOMPARE(attempt.failures.back().detail.at("reason"), std::string("limit_reached"));
        QCOMPARE(attempt.failures.back().detail.at("maximum"), std::string("200"));
        QCOMPARE(failed.size(), 1);
    }

    void nobodyThereIsUnreachable()
    {
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join("127.0.0.1:1", "7K2M-9QXZ");
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("peer_unreachable"), patience);
        Attempt nowhere(m_house.desktops.identity(1));
        nowhere.guest.join("somewhere", "7K2M-9QXZ");
        QTRY_COMPARE_WITH_TIMEOUT(nowhere.code(), std::string("peer_unreachable"), patience);
    }

    void theWindowClosesInTime()
    {
        PairingLimits limits = quick();
        limits.window = 50ms;
        m_house.open(limits);
        QSignalSpy closed(m_house.desk.get(), &PairingDesk::closed);
        m_house.answer = std::nullopt;
        const std::string code = m_house.desk->open().value();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        QCOMPARE(closed.front().front().value<PairingDesk::End>(), PairingDesk::End::expired);
        QCOMPARE(m_house.desk->remaining(), 0ms);
        Attempt late(m_house.desktops.identity(1));
        late.guest.join(m_house.address, code);
        QTRY_COMPARE_WITH_TIMEOUT(late.code(), std::string("pairing_closed"), patience);
    }

    void closingSendsAwayWhoIsStillComparing()
    {
        m_house.answer = std::nullopt;
        Attempt attempt(m_house.desktops.identity(1));
        attempt.answers = std::nullopt;
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(!attempt.digits.empty(), patience);
        m_house.desk->close();
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_closed"), patience);
    }

private:
    PairingHouse m_house;
};

QTEST_GUILESS_MAIN(TestPairing)
#include "tst_pairing.moc"
