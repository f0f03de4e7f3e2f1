#include <QNetworkDatagram>
#include <QTest>
#include <QUdpSocket>

#include <smartqueue/transport/beacon.h>

#include "desktops.h"

using namespace smartqueue;
using namespace smartqueue::transport;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
const std::string cluster = "cluster of the test";
const std::string address = "192.0.2.7:7411";
/// The machine that says so is where it is looked for.
const std::string heardAt = "127.0.0.1:7411";

} // namespace

class TestBeacon final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QUdpSocket free;
        QVERIFY(free.bind(QHostAddress::LocalHost, 0));
        m_settings = {};
        m_settings.port = free.localPort();
        m_settings.interval = 20ms;
        m_settings.targets = {QHostAddress(QHostAddress::LocalHost)};
        free.close();
        m_found.clear();
        m_invited.clear();
        listen();
        m_listener->setRoster(cluster, {m_desktops.device(0), m_desktops.device(1)});
    }

    void cleanup() { m_listener.reset(); }

    void aDesktopOfTheRosterIsFoundAgainAndAgain()
    {
        Beacon beacon(m_desktops.identity(1), m_settings);
        beacon.announce(cluster, address);
        QTRY_VERIFY_WITH_TIMEOUT(m_found.size() >= 3, patience);
        QCOMPARE(m_found.front(), std::pair(m_desktops.device(1).id, heardAt));
        QVERIFY(m_invited.empty());
    }

    void strangersTheRevokedAndOtherInstallationsAreNotBelieved()
    {
        Device revoked = m_desktops.device(3);
        revoked.revoked = true;
        m_listener->setRoster(cluster, {m_desktops.device(0), m_desktops.device(1), revoked});
        Beacon stranger(m_desktops.identity(2), m_settings), gone(m_desktops.identity(3), m_settings);
        Beacon elsewhere(m_desktops.identity(1), m_settings), good(m_desktops.identity(0), m_settings);
        stranger.announce(cluster, address);
        gone.announce(cluster, address);
        elsewhere.announce("another cluster", address);
        // Datagrams of one machine come in order, so the others have been heard by then.
        good.announce(cluster, address);
        QTRY_VERIFY_WITH_TIMEOUT(m_found.size() >= 2, patience);
        for (const auto &[device, where] : m_found)
            QCOMPARE(device, m_desktops.device(0).id);
    }

    void aChangedBeaconIsNotBelieved()
    {
        const QByteArray datagram = heardFrom(1);
        QVERIFY(!datagram.isEmpty());
        QUdpSocket socket;
        for (qsizetype at = 0; at < datagram.size(); ++at) {
            QByteArray changed = datagram;
            changed[at] = char(changed[at] ^ 1);
            socket.writeDatagram(changed, QHostAddress(QHostAddress::LocalHost), m_settings.port);
            if (at % 50 == 0)
                QCoreApplication::processEvents();
        }
        Beacon good(m_desktops.identity(0), m_settings);
        good.announce(cluster, address);
        QTRY_VERIFY_WITH_TIMEOUT(!m_found.empty() && m_found.back().first == m_desktops.device(0).id, patience);
        for (const auto &[device, where] : m_found)
            QVERIFY(where == heardAt);
    }

    void whoKnowsNobodyHearsTheInvitation()
    {
        m_listener->setRoster({}, {});
        Beacon beacon(m_desktops.identity(1), m_settings);
        beacon.announce(cluster, address);
        beacon.invite(address);
        QTRY_VERIFY_WITH_TIMEOUT(m_invited.size() >= 2, patience);
        QCOMPARE(m_invited.front(), std::pair(std::string("desk 1"), address));
        QVERIFY(m_found.empty());
    }

    void whoStopsInvitingIsOnlyFound()
    {
        Beacon beacon(m_desktops.identity(1), m_settings);
        beacon.announce(cluster, address);
        beacon.invite(address);
        QTRY_VERIFY_WITH_TIMEOUT(!m_found.empty() && !m_invited.empty(), patience);
        beacon.stopInviting();
        // What was sent before it stopped has been heard when something sent later is.
        m_found.clear();
        QTRY_VERIFY_WITH_TIMEOUT(m_found.size() >= 2, patience);
        const auto invited = m_invited.size();
        QTRY_VERIFY_WITH_TIMEOUT(m_found.size() >= 6, patience);
        QCOMPARE(m_invited.size(), invited);
    }

    void noiseIsIgnoredAndTooMuchOfItDropped()
    {
        QUdpSocket socket;
        const QByteArray datagram = heardFrom(1);
        for (int i = 0; i < 100; ++i) {
            socket.writeDatagram(QByteArray(i * 13, char(i)), QHostAddress(QHostAddress::LocalHost), m_settings.port);
            socket.writeDatagram(datagram.left(i), QHostAddress(QHostAddress::LocalHost), m_settings.port);
        }
        m_settings.most = 10;
        m_listener.reset();
        listen();
        m_listener->setRoster(cluster, {m_desktops.device(1)});
        for (int i = 0; i < 40; ++i)
            socket.writeDatagram(datagram, QHostAddress(QHostAddress::LocalHost), m_settings.port);
        QTRY_VERIFY_WITH_TIMEOUT(!m_found.empty(), patience);
        QVERIFY(m_found.size() <= 20);
    }

    void everyNetworkOfTheMachineIsTriedWithoutHarm()
    {
        m_settings.targets.clear();
        Beacon beacon(m_desktops.identity(1), m_settings);
        beacon.announce(cluster, address);
        beacon.invite(address);
    }

private:
    void listen()
    {
        m_listener = std::make_unique<BeaconListener>(m_settings);
        connect(m_listener.get(), &BeaconListener::found, this, [this](const DeviceId &device, const std::string &where) {
            m_found.emplace_back(device, where);
        });
        connect(m_listener.get(), &BeaconListener::invited, this, [this](const std::string &name, const std::string &where) {
            m_invited.emplace_back(name, where);
        });
        QVERIFY(m_listener->listen().has_value());
    }

    /// What the desktop's beacon sends.
    QByteArray heardFrom(int number)
    {
        QUdpSocket ear;
        ear.bind(QHostAddress(QHostAddress::LocalHost), 0);
        BeaconSettings settings = m_settings;
        settings.port = ear.localPort();
        Beacon beacon(m_desktops.identity(number), settings);
        beacon.announce(cluster, address);
        return QTest::qWaitFor([&] { return ear.hasPendingDatagrams(); }, patience) ? ear.receiveDatagram().data() : QByteArray();
    }

    Desktops m_desktops;
    BeaconSettings m_settings;
    std::unique_ptr<BeaconListener> m_listener;
    std::vector<std::pair<DeviceId, std::string>> m_found;
    std::vector<std::pair<std::string, std::string>> m_invited;
};

QTEST_GUILESS_MAIN(TestBeacon)
#include "tst_beacon.moc"
