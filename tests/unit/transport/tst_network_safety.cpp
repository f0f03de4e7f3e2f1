#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocket>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/transport/web_socket_network.h>

#include "desktops.h"
#include "events.h"
#include "raw_client.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::transport;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;
constexpr char binaryFrame = char(0x82);
constexpr char textFrame = char(0x81);

} // namespace

class TestNetworkSafety final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { start({}); }

    void cleanup()
    {
        m_guest.reset();
        m_host.reset();
        m_turnedAway.clear();
    }

    void whoShowsNoCertificateIsTurnedAway()
    {
        RawClient client(m_address);
        client.connectEncrypted();
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway, QStringList{QStringLiteral("peer_unknown")}, patience);
        QTRY_VERIFY(client.isGone());
    }

    void whoShowsAnUnknownCertificateIsTurnedAway()
    {
        RawClient client(m_address, &m_desktops.identity(7));
        client.connectEncrypted();
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway, QStringList{QStringLiteral("peer_unknown")}, patience);
        QTRY_VERIFY(client.isGone());
    }

    void whoSpeaksNoTlsIsTurnedAway()
    {
        RawClient client(m_address);
        client.connectPlain();
        client.socket.write("GET /peer HTTP/1.1\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway.size(), 1, patience);
        QTRY_VERIFY(client.isGone());
    }

    void aPageOfABrowserIsTurnedAway()
    {
        QWebSocket browser(QStringLiteral("https://example.org"));
        browser.setProxy(QNetworkProxy::NoProxy);
        RawClient like(m_address, &m_desktops.identity(1));
        browser.setSslConfiguration(like.socket.sslConfiguration());
        browser.open(QUrl(QStringLiteral("wss://%1/peer").arg(QString::fromStdString(m_address))));
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway.size(), 1, patience);
        QVERIFY(m_events->linked.empty());
    }

    void anotherPathIsTurnedAway_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("the root") << QByteArray("/");
        QTest::newRow("further down") << QByteArray("/peer/more");
        QTest::newRow("pairing without a window") << QByteArray("/pair");
    }

    void anotherPathIsTurnedAway()
    {
        QFETCH(QByteArray, path);
        RawClient client(m_address, &m_desktops.identity(1));
        client.upgrade(path);
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway, QStringList{QStringLiteral("peer_refused")}, patience);
        QTRY_VERIFY(client.isGone());
    }

    void anEndlessRequestIsTurnedAway()
    {
        RawClient client(m_address, &m_desktops.identity(1));
        client.connectEncrypted();
        QTRY_VERIFY_WITH_TIMEOUT(client.socket.isEncrypted(), patience);
        client.socket.write("GET /peer HTTP/1.1\r\nX: " + QByteArray(64 * 1024, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway, QStringList{QStringLiteral("peer_flooded")}, patience);
    }

    void whoSaysNothingIsTurnedAwayInTime()
    {
        NetworkLimits limits;
        limits.handshake = 100ms;
        start(limits);
        RawClient plain(m_address), encrypted(m_address, &m_desktops.identity(1));
        plain.connectPlain();
        encrypted.connectEncrypted();
        QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway, (QStringList{QStringLiteral("peer_unreachable"), QStringLiteral("peer_unreachable")}), patience);
        QTRY_VERIFY(plain.isGone() && encrypted.isGone());
    }

    void aTextFrameEndsTheLink()
    {
        RawClient client(m_address, &m_desktops.identity(1));
        QVERIFY(client.upgrade("/peer"));
        client.socket.write(RawClient::frame(textFrame, 5, "hello"));
        QTRY_COMPARE_WITH_TIMEOUT(m_events->end(m_events->link()), std::string("peer_refused"), patience);
        QVERIFY(m_events->received.empty());
        QTRY_VERIFY(client.isGone());
    }

    void aFrameThatAnnouncesTooMuchEndsTheLink_data()
    {
        QTest::addColumn<quint64>("announced");
        QTest::newRow("a byte more") << quint64(1024 * 1024 + 1);
        QTest::newRow("gigabytes") << quint64(3) * 1024 * 1024 * 1024;
        QTest::newRow("more than there is") << quint64(0x7fffffffffffffff);
    }

    void aFrameThatAnnouncesTooMuchEndsTheLink()
    {
        QFETCH(quint64, announced);
        RawClient client(m_address, &m_desktops.identity(1));
        QVERIFY(client.upgrade("/peer"));
        client.socket.write(RawClient::frame(binaryFrame, announced, "x"));
        QTRY_COMPARE_WITH_TIMEOUT(m_events->end(m_events->link()), std::string("peer_flooded"), patience);
        QVERIFY(m_events->received.empty());
    }

    void aMessageInEndlessPiecesEndsTheLink()
    {
        RawClient client(m_address, &m_desktops.identity(1));
        QVERIFY(client.upgrade("/peer"));
        const QByteArray piece(128 * 1024, 'x');
        client.socket.write(RawClient::frame(char(0x02), quint64(piece.size()), piece));
        for (int i = 0; i < 8; ++i)
            client.socket.write(RawClient::frame(char(0x00), quint64(piece.size()), piece));
        QTRY_COMPARE_WITH_TIMEOUT(m_events->end(m_events->link()), std::string("peer_flooded"), patience);
        QVERIFY(m_events->received.empty());
    }

    void noiseHarmsNobodyElse()
    {
        link();
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            RandomSource random(seed);
            RawClient client(m_address, &m_desktops.identity(2));
            QVERIFY(client.upgrade("/peer"));
            QByteArray noise;
            for (int i = 0; i < 4'000; ++i)
                noise.append(char(random.between(0, 255)));
            // Reserved bits are set, whatever follows.
            noise[0] = char(0xf2);
            client.socket.write(noise);
            const PeerLink theirs = m_events->link();
            QTRY_VERIFY_WITH_TIMEOUT(!m_events->end(theirs).empty(), patience);
        }
        QVERIFY(isAlive());
    }

    void aFloodOfStrangersLeavesALinkWorking()
    {
        NetworkLimits limits;
        limits.handshake = 500ms;
        start(limits);
        link();
        std::vector<std::unique_ptr<RawClient>> flood;
        for (int i = 0; i < 300; ++i) {
            flood.push_back(std::make_unique<RawClient>(m_address, &m_desktops.identity(7)));
            if (i % 2 == 0)
                flood.back()->connectPlain();
            else
                flood.back()->connectEncrypted();
        }
        for (int i = 0; i < 10; ++i)
            QVERIFY(isAlive());
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(flood.begin(), flood.end(), [](const auto &each) { return each->isGone(); }), patience);
        QVERIFY(isAlive());
        QCOMPARE(m_events->linked.size(), std::size_t(1));
    }

    void waitingTheirTurnAllAreLinked()
    {
        // All ends of all links share this one thread.
        NetworkLimits limits;
        limits.handshake = 60s;
        start(limits);
        constexpr int desks = 40;
        const std::vector<Device> roster = rosterOf(desks);
        m_host->setRoster(roster);
        std::vector<std::unique_ptr<WebSocketNetwork>> guests;
        for (int i = 1; i < desks; ++i) {
            guests.push_back(std::make_unique<WebSocketNetwork>(m_desktops.identity(i), limits));
            guests.back()->setRoster(roster);
            guests.back()->dial(m_address);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_events->linked.size(), std::size_t(desks - 1), patience);
        QVERIFY(m_turnedAway.isEmpty());
    }

    void whoFailsTooOftenWaits()
    {
        NetworkLimits limits;
        limits.failuresOfOnePlace = 3;
        limits.failuresCount = 1s;
        start(limits);
        link();
        for (int i = 1; i <= 3; ++i) {
            RawClient client(m_address);
            client.connectEncrypted();
            QTRY_COMPARE_WITH_TIMEOUT(m_turnedAway.size(), i, patience);
        }
        const PeerLink early = m_guest->dial(m_address);
        QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->end(early), std::string("peer_refused"), patience);
        // It is only cut: who the other is was never said.
        QCOMPARE(m_guestEvents->reason(early), std::string());
        QVERIFY(isAlive());
        // The place is forgotten in time.
        PeerLink later = early;
        QTRY_VERIFY_WITH_TIMEOUT((m_guestEvents->end(later).empty() || (later = m_guest->dial(m_address), false))
                                     && m_guestEvents->link() == later,
                                 patience);
    }

    void oneDesktopDoesNotTakeThePlaceOfAll()
    {
        NetworkLimits limits;
        limits.linksOfOneDevice = 2;
        start(limits);
        link();
        const PeerLink second = m_guest->dial(m_address);
        QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->link(), second, patience);
        const PeerLink third = m_guest->dial(m_address);
        QTRY_VERIFY_WITH_TIMEOUT(!m_guestEvents->end(third).empty(), patience);
        QCOMPARE(m_events->linked.size(), std::size_t(2));
        // Another one still comes in.
        WebSocketNetwork other(m_desktops.identity(2));
        other.setRoster(rosterOf(3));
        other.dial(m_address);
        QTRY_COMPARE_WITH_TIMEOUT(m_events->linked.size(), std::size_t(3), patience);
        QVERIFY(isAlive());
    }

    void whoChangesItsMindIsNotOneWhoFails()
    {
        NetworkLimits limits;
        limits.failuresOfOnePlace = 3;
        start(limits);
        // Each is under way when it is closed.
        std::vector<PeerLink> given;
        for (int i = 0; i < 6; ++i)
            given.push_back(m_guest->dial(m_address));
        QTimer::singleShot(0, this, [&] {
            for (const PeerLink each : given)
                m_guest->close(each);
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_events->linked.size(), given.size(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_events->ended.size(), given.size(), patience);
        QVERIFY(m_turnedAway.isEmpty() && m_guestEvents->linked.empty() && m_guestEvents->ended.empty());
    }

    void whoTakesTheCallAndSaysNothingIsThere()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        NetworkLimits limits;
        limits.handshake = 300ms;
        start(limits);
        const PeerLink there = m_guest->dial("127.0.0.1:" + std::to_string(silent.serverPort()));
        QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->end(there), std::string("peer_unreachable"), patience);
        QCOMPARE(m_guestEvents->reason(there), std::string("silent"));
    }

    void thereAreNoMoreConnectionsThanAllowed()
    {
        NetworkLimits limits;
        limits.connections = 2;
        start(limits);
        link();
        const PeerLink second = m_guest->dial(m_address);
        QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->link(), second, patience);
        const PeerLink third = m_guest->dial(m_address);
        QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->end(third), std::string("peer_refused"), patience);
        m_guest->close(second);
        PeerLink fourth = third;
        QTRY_VERIFY_WITH_TIMEOUT((m_guestEvents->end(fourth).empty() || (fourth = m_guest->dial(m_address), false))
                                     && m_guestEvents->link() == fourth,
                                 patience);
    }

    void aSlowReaderIsLetGoAndNobodyElse()
    {
        link();
        const PeerLink good = m_events->link();
        RawClient slow(m_address, &m_desktops.identity(2));
        QVERIFY(slow.upgrade("/peer"));
        QTRY_COMPARE_WITH_TIMEOUT(m_events->linked.size(), std::size_t(2), patience);
        const PeerLink bad = m_events->link();
        const std::string frame(512 * 1024, 'x');
        int sent = 0;
        qsizetype heard = 0;
        // The system takes some megabytes before anything has to wait here.
        while (m_events->end(bad).empty() && sent < 200) {
            ++sent;
            m_host->send(bad, frame);
            m_host->send(good, frame);
            heard += qsizetype(frame.size());
            QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->receivedBytes, heard, patience);
        }
        QCOMPARE(m_events->end(bad), std::string("peer_flooded"));
        QVERIFY2(sent > 16, "less than 8 MiB");
        QVERIFY(m_events->end(good).empty());
    }

private:
    std::vector<Device> rosterOf(int desks)
    {
        std::vector<Device> roster;
        for (int i = 0; i < desks; ++i)
            roster.push_back(m_desktops.device(i));
        return roster;
    }

    void start(const NetworkLimits &limits)
    {
        m_turnedAway.clear();
        m_host = std::make_unique<WebSocketNetwork>(m_desktops.identity(0), limits);
        m_guest = std::make_unique<WebSocketNetwork>(m_desktops.identity(1));
        m_events = std::make_unique<Events>(*m_host);
        m_guestEvents = std::make_unique<Events>(*m_guest);
        connect(m_host.get(), &WebSocketNetwork::turnedAway, this, [this](const std::string &, const Failure &why) {
            m_turnedAway << QString::fromUtf8(why.code.name().data(), qsizetype(why.code.name().size()));
        });
        m_host->setRoster(rosterOf(3));
        m_guest->setRoster(rosterOf(3));
        m_address = m_host->listen("127.0.0.1:0").value();
    }

    void link()
    {
        const PeerLink mine = m_guest->dial(m_address);
        QTRY_COMPARE_WITH_TIMEOUT(m_guestEvents->link(), mine, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_events->linked.size(), std::size_t(1), patience);
    }

    /// Whether a word goes over the first link and another one comes back.
    bool isAlive()
    {
        const qsizetype before = m_events->receivedBytes, there = m_guestEvents->receivedBytes;
        m_guest->send(m_guestEvents->linked.front().first, "?");
        m_host->send(m_events->linked.front().first, "!");
        return QTest::qWaitFor([&] { return m_events->receivedBytes == before + 1 && m_guestEvents->receivedBytes == there + 1; },
                               patience);
    }

    Desktops m_desktops;
    std::unique_ptr<WebSocketNetwork> m_host;
    std::unique_ptr<WebSocketNetwork> m_guest;
    std::unique_ptr<Events> m_events;
    std::unique_ptr<Events> m_guestEvents;
    std::string m_address;
    QStringList m_turnedAway;
};

QTEST_GUILESS_MAIN(TestNetworkSafety)
#include "tst_network_safety.moc"
