#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include "events.h"
#include "pairing_house.h"
#include "raw_client.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::transport;
using namespace std::chrono_literals;

namespace {

/// A guest that says what it likes, when it likes.
class LooseGuest {
public:
    LooseGuest(const std::string &address, const DeviceIdentity &identity) : m_device(identity.id())
    {
        QSslConfiguration tls;
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setLocalCertificate(identity.certificate());
        tls.setPrivateKey(identity.key());
        m_socket.setSslConfiguration(tls);
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &bytes) { heard << QCborValue::fromCbor(bytes).toMap(); });
        m_socket.open(QUrl(QStringLiteral("wss://%1/pair").arg(QString::fromStdString(address))));
    }

    bool isThere() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void say(const QString &kind, QCborMap more)
    {
        more.insert(QStringLiteral("kind"), kind);
        m_socket.sendBinaryMessage(QCborValue(more).toCbor());
    }
    void commitTo(const QByteArray &nonce)
    {
        const QByteArray said = "smartqueue pairing commitment 1 " + nonce + QByteArray::fromStdString(m_device);
        say(QStringLiteral("hello"), {{QStringLiteral("version"), 1},
                                      {QStringLiteral("commitment"), QCryptographicHash::hash(said, QCryptographicHash::Sha256)},
                                      {QStringLiteral("name"), QStringLiteral("loose")}});
    }
    void reveal(const QByteArray &nonce) { say(QStringLiteral("nonce"), {{QStringLiteral("nonce"), nonce}}); }
    QString last(const char *key) const { return heard.isEmpty() ? QString() : heard.last().value(QLatin1String(key)).toString(); }

    QList<QCborMap> heard;

private:
    const DeviceId m_device;
    QWebSocket m_socket;
};

} // namespace

class TestPairingSafety final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_house.open(); }
    void cleanup() { m_house.close(); }

    void fiveWrongCodesCloseTheWindow()
    {
        const std::string code = m_house.desk->open().value();
        QSignalSpy closed(m_house.desk.get(), &PairingDesk::closed);
        for (int left = 4; left >= 0; --left) {
            Attempt attempt(m_house.desktops.identity(1));
            attempt.guest.join(m_house.address, wrong(code));
            QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("wrong_code"), patience);
            QCOMPARE(attempt.failures.back().detail.at("tries_left"), std::to_string(left));
            QVERIFY(attempt.digits.empty());
        }
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed.front().front().value<PairingDesk::End>(), PairingDesk::End::tooManyTries);
        Attempt late(m_house.desktops.identity(1));
        late.guest.join(m_house.address, code);
        QTRY_COMPARE_WITH_TIMEOUT(late.code(), std::string("pairing_closed"), patience);
        QVERIFY(m_house.requests.empty());
    }

    void guessingAllAtOnceGivesNoMoreTries()
    {
        PairingLimits limits = quick();
        limits.conversations = 50;
        limits.rounds = 20'000;
        m_house.open(limits);
        const std::string code = m_house.desk->open().value();
        int tries = 0;
        connect(m_house.desk.get(), &PairingDesk::tried, this, [&] { ++tries; });
        std::vector<std::unique_ptr<Attempt>> attempts;
        for (int i = 1; i <= 10; ++i) {
            attempts.push_back(std::make_unique<Attempt>(m_house.desktops.identity(i), limits));
            attempts.back()->guest.join(m_house.address, wrong(code));
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(attempts.begin(), attempts.end(), [](const auto &each) { return each->isOver(); }), patience);
        QCOMPARE(tries, 5);
        QVERIFY(!m_house.desk->isOpen());
        m_house.desk->disconnect(this);
    }

    void whoHoldsManyConversationsKeepsOutNobodyElse()
    {
        const std::string code = m_house.desk->open().value();
        std::vector<std::unique_ptr<RawClient>> held;
        for (int i = 0; i < 4; ++i) {
            held.push_back(std::make_unique<RawClient>(m_house.address, &m_house.desktops.identity(2)));
            if (!held.back()->socket.bind(QHostAddress(QStringLiteral("127.0.0.2"))))
                QSKIP("This machine has one loopback address only.");
            QVERIFY(held.back()->upgrade("/pair"));
        }
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, code);
        QTRY_COMPARE_WITH_TIMEOUT(attempt.handovers.size(), std::size_t(1), patience);
    }

    void whoComesWhileTheSamePlaceHoldsThemAllIsToldToWait()
    {
        const std::string code = m_house.desk->open().value();
        std::vector<std::unique_ptr<RawClient>> held;
        for (int i = 0; i < 4; ++i) {
            held.push_back(std::make_unique<RawClient>(m_house.address, &m_house.desktops.identity(2)));
            QVERIFY(held.back()->upgrade("/pair"));
        }
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, code);
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_busy"), patience);
        QVERIFY(m_house.desk->isOpen());
    }

    void aWrongTryFreesNobodyInAnotherConversation()
    {
        QVERIFY(m_house.desk->open().has_value());
        const DeviceIdentity identity = m_house.desktops.identity(1);
        const QByteArray first(32, 'a');
        const QByteArray better(32, 'b');
        LooseGuest one(m_house.address, identity);
        LooseGuest other(m_house.address, identity);
        QTRY_VERIFY_WITH_TIMEOUT(one.isThere() && other.isThere(), patience);
        one.commitTo(first);
        QTRY_COMPARE_WITH_TIMEOUT(one.heard.size(), 1, patience);
        one.reveal(first);
        QTRY_COMPARE_WITH_TIMEOUT(one.last("kind"), QStringLiteral("nonce"), patience);
        // Now the host's part is known, and a nonce that fits it can be looked for.
        const QCborValue known = one.heard.last().value(QStringLiteral("nonce"));
        other.commitTo(better);
        QTRY_COMPARE_WITH_TIMEOUT(other.heard.size(), 1, patience);
        one.say(QStringLiteral("proof"), {{QStringLiteral("proof"), QByteArray(32, 'x')}});
        QTRY_COMPARE_WITH_TIMEOUT(one.last("code"), QStringLiteral("wrong_code"), patience);
        other.reveal(better);
        QTRY_COMPARE_WITH_TIMEOUT(other.last("kind"), QStringLiteral("refused"), patience);
        QCOMPARE(other.heard.last().value(QStringLiteral("detail")).toMap().value(QStringLiteral("reason")).toString(), QStringLiteral("changed_mind"));
        // A conversation of its own may say something else, and so does the host.
        LooseGuest anew(m_house.address, identity);
        QTRY_VERIFY_WITH_TIMEOUT(anew.isThere(), patience);
        anew.commitTo(better);
        QTRY_COMPARE_WITH_TIMEOUT(anew.heard.size(), 1, patience);
        anew.reveal(better);
        QTRY_COMPARE_WITH_TIMEOUT(anew.last("kind"), QStringLiteral("nonce"), patience);
        QVERIFY(anew.heard.last().value(QStringLiteral("nonce")) != known);
        QCOMPARE(m_house.desk->triesLeft(), 4);
    }

    void aRightCodeCostsNoTry()
    {
        const std::string code = m_house.desk->open().value();
        for (int i = 0; i < 7; ++i) {
            Attempt attempt(m_house.desktops.identity(1));
            attempt.answers = std::nullopt;
            attempt.guest.join(m_house.address, code);
            QTRY_VERIFY_WITH_TIMEOUT(!attempt.digits.empty(), patience);
            attempt.guest.cancel();
        }
        QCOMPARE(m_house.desk->triesLeft(), 5);
        QVERIFY(m_house.admitted.empty());
    }

    void digitsThatDifferEndTheInvitation()
    {
        QSignalSpy closed(m_house.desk.get(), &PairingDesk::closed);
        Attempt attempt(m_house.desktops.identity(1));
        attempt.answers = false;
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("digits_differ"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        QCOMPARE(closed.front().front().value<PairingDesk::End>(), PairingDesk::End::digitsDiffered);
        QVERIFY(!m_house.desk->isOpen());
    }

    void aHostThatSaysNothingTakesTooLong()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        PairingLimits limits = quick();
        limits.step = 50ms;
        Attempt attempt(m_house.desktops.identity(1), limits);
        attempt.guest.join("127.0.0.1:" + std::to_string(silent.serverPort()), "7K2M-9QXZ");
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_timed_out"), patience);
    }

    void peopleWhoDoNotAnswerTakeTooLong()
    {
        PairingLimits limits = quick();
        limits.people = 50ms;
        m_house.open(limits);
        m_house.answer = std::nullopt;
        Attempt attempt(m_house.desktops.identity(1));
        attempt.answers = std::nullopt;
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_timed_out"), patience);
        QVERIFY(m_house.desk->isOpen());
    }

    void aGuestThatSaysNothingTakesTooLong()
    {
        PairingLimits limits = quick();
        limits.step = 50ms;
        m_house.open(limits);
        QVERIFY(m_house.desk->open().has_value());
        RawClient silent(m_house.address, &m_house.desktops.identity(1));
        QVERIFY(silent.upgrade("/pair"));
        QTRY_VERIFY_WITH_TIMEOUT(silent.isGone(), patience);
        QVERIFY(m_house.desk->isOpen());
    }

    void theEndOfTheHostIsSeen()
    {
        m_house.answer = std::nullopt;
        Attempt attempt(m_house.desktops.identity(1));
        attempt.answers = std::nullopt;
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(!attempt.digits.empty(), patience);
        m_house.network.reset();
        m_house.desk.reset();
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("peer_unreachable"), patience);
    }

    void anAnswerAfterTheEndGoesNowhere()
    {
        std::function<void(bool)> late;
        m_house.answer = std::nullopt;
        m_house.keepAnswer = &late;
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join(m_house.address, m_house.desk->open().value());
        QTRY_VERIFY_WITH_TIMEOUT(late, patience);
        m_house.keepAnswer = nullptr;
        m_house.desk->close();
        QTRY_COMPARE_WITH_TIMEOUT(attempt.code(), std::string("pairing_closed"), patience);
        late(true);
        m_house.desk.reset();
        late(true);
        QVERIFY(m_house.admitted.empty());
    }

    void whoSitsBetweenThemWithoutTheCodeFails()
    {
        const std::string code = m_house.desk->open().value();
        QWebSocketServer server(QStringLiteral("between"), QWebSocketServer::SecureMode);
        RawClient like(m_house.address, &m_house.desktops.identity(9));
        QSslConfiguration tls = like.socket.sslConfiguration();
        tls.setPeerVerifyMode(QSslSocket::QueryPeer);
        server.setSslConfiguration(tls);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QWebSocket onwards;
        onwards.setSslConfiguration(tls);
        std::unique_ptr<QWebSocket> back;
        QList<QByteArray> early;
        connect(&server, &QWebSocketServer::newConnection, &server, [&] {
            back.reset(server.nextPendingConnection());
            connect(back.get(), &QWebSocket::binaryMessageReceived, &onwards, [&](const QByteArray &bytes) {
                if (onwards.state() == QAbstractSocket::ConnectedState)
                    onwards.sendBinaryMessage(bytes);
                else
                    early << bytes;
            });
            onwards.open(QUrl(QStringLiteral("wss://%1/pair").arg(QString::fromStdString(m_house.address))));
        });
        connect(&onwards, &QWebSocket::connected, &server, [&] {
            for (const QByteArray &bytes : early)
                onwards.sendBinaryMessage(bytes);
        });
        connect(&onwards, &QWebSocket::binaryMessageReceived, &server, [&](const QByteArray &bytes) { back->sendBinaryMessage(bytes); });
        Attempt attempt(m_house.desktops.identity(1));
        attempt.guest.join("127.0.0.1:" + std::to_string(server.serverPort()), code);
        QTRY_VERIFY_WITH_TIMEOUT(attempt.isOver(), patience);
        QVERIFY(attempt.handovers.empty());
        QVERIFY(attempt.digits.empty());
        QVERIFY(m_house.requests.empty());
        QVERIFY(m_house.admitted.empty());
        back.reset();
    }

    void framesThatMakeNoSenseEndTheConversation_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("text") << RawClient::frame(char(0x81), 2, "hi");
        QTest::newRow("no CBOR") << RawClient::frame(char(0x82), 3, "\xff\xff\xff");
        QTest::newRow("a number") << RawClient::frame(char(0x82), 1, QByteArray(1, '\x07'));
        QTest::newRow("out of turn") << RawClient::frame(char(0x82), 13, QByteArray("\xa1\x64kind\x66thanks", 13));
        QTest::newRow("too large") << RawClient::frame(char(0x82), 16 * 1024 + 1, QByteArray(16 * 1024 + 1, ' '));
        QTest::newRow("deep") << RawClient::frame(char(0x82), 16 * 1024, QByteArray(16 * 1024, '\x81'));
    }

    void framesThatMakeNoSenseEndTheConversation()
    {
        QFETCH(QByteArray, frame);
        const std::string code = m_house.desk->open().value();
        RawClient client(m_house.address, &m_house.desktops.identity(1));
        QVERIFY(client.upgrade("/pair"));
        client.socket.setReadBufferSize(0);
        connect(&client.socket, &QIODevice::readyRead, &client.socket, [&] { client.socket.readAll(); });
        client.socket.write(frame);
        // It answers no ping, so the farewell takes as long as a step.
        Attempt attempt(m_house.desktops.identity(2));
        attempt.guest.join(m_house.address, code);
        QTRY_COMPARE_WITH_TIMEOUT(attempt.handovers.size(), std::size_t(1), patience);
    }

    void whileTheWindowIsOpenOnlyTheKnownAreLinked()
    {
        m_house.network->setRoster({m_house.desktops.device(0), m_house.desktops.device(1)});
        QVERIFY(m_house.desk->open().has_value());
        Events atHost(*m_house.network);
        WebSocketNetwork known(m_house.desktops.identity(1)), stranger(m_house.desktops.identity(2));
        Events atKnown(known), atStranger(stranger);
        const std::vector<Device> all{m_house.desktops.device(0), m_house.desktops.device(1), m_house.desktops.device(2)};
        known.setRoster(all);
        stranger.setRoster(all);
        const PeerLink wrongly = stranger.dial(m_house.address), rightly = known.dial(m_house.address);
        QTRY_COMPARE_WITH_TIMEOUT(atKnown.link(), rightly, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!atStranger.end(wrongly).empty(), patience);
        QCOMPARE(atHost.linked.size(), std::size_t(1));
        QCOMPARE(atHost.linked.front().second, m_house.desktops.device(1).id);
    }

private:
    PairingHouse m_house;
};

QTEST_GUILESS_MAIN(TestPairingSafety)
#include "tst_pairing_safety.moc"
