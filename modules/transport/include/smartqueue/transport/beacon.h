#pragma once

#include <map>
#include <string>
#include <vector>

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QTimer>
#include <QUdpSocket>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/transport/device_identity.h>

/// How desktops find each other in one network. Everything heard is no more than an address to try: who answers there proves
/// itself by its certificate, or by the code.
namespace smartqueue::transport {

struct BeaconSettings {
    quint16 port = 47'483;
    QHostAddress group = QHostAddress(QStringLiteral("239.255.81.83"));
    Duration interval = std::chrono::seconds(2);
    /// Where to send to; empty: to every network of this machine and to the group.
    std::vector<QHostAddress> targets;
    /// Heard in a second; further ones are dropped unread.
    int most = 200;
};

/// Says where this desktop is, every `interval`. In the thread that it lives in.
class Beacon final : public QObject {
    Q_OBJECT
public:
    explicit Beacon(DeviceIdentity identity, BeaconSettings settings = {}, QObject *parent = nullptr);

    /// To the desktops of this installation, signed.
    void announce(const std::string &cluster, const std::string &address);
    /// To desktops of none, while somebody can join here; nobody can prove it.
    void invite(const std::string &address);
    void stopInviting();

private:
    void say();
    void send(const QByteArray &datagram);

    const DeviceIdentity m_identity;
    const BeaconSettings m_settings;
    QUdpSocket m_socket;
    QTimer m_timer;
    QByteArray m_announcement;
    QByteArray m_invitation;
};

/// Hears beacons. In the thread that it lives in.
class BeaconListener final : public QObject {
    Q_OBJECT
public:
    explicit BeaconListener(BeaconSettings settings = {}, QObject *parent = nullptr);

    /// Fails with `cannot_listen`. Several programs of one machine may listen.
    Done listen();
    /// Whose beacons are believed; those of other installations and of revoked devices are not.
    void setRoster(const std::string &cluster, const std::vector<Device> &devices);

Q_SIGNALS:
    /// At the port that it named, on the machine that it was heard from: it may have come to another network since it began.
    void found(const smartqueue::DeviceId &device, const std::string &address);
    /// Somebody who calls itself `name` says that it can be joined there.
    void invited(const std::string &name, const std::string &address);

private:
    void read();
    void understand(const QByteArray &datagram, const QHostAddress &sender);

    const BeaconSettings m_settings;
    QUdpSocket m_socket;
    std::string m_cluster;
    std::map<DeviceId, Device> m_roster;
    QDeadlineTimer m_second;
    int m_heard = 0;
};

} // namespace smartqueue::transport
