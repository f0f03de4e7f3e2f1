#include "smartqueue/transport/beacon.h"

#include <set>

#include <QCborArray>
#include <QCborValue>
#include <QNetworkInterface>

#include <smartqueue/engine/peer_network.h>

#include "smartqueue/transport/address.h"
#include "certificates.h"
#include "pairing_device.h"

namespace smartqueue::transport {

namespace {

constexpr qint64 largestDatagram = 1024;
const QString announcementKind = QStringLiteral("smartqueue here 1");
const QString invitationKind = QStringLiteral("smartqueue join 1");

QByteArray bytesOf(const QString &kind, const std::string &first, const std::string &second, const std::string &third)
{
    return QCborValue(QCborArray{kind, QString::fromStdString(first), QString::fromStdString(second), QString::fromStdString(third)}).toCbor();
}

/// Every network of this machine, at present.
std::vector<QHostAddress> everywhere(const QHostAddress &group)
{
    std::vector<QHostAddress> targets{group, QHostAddress(QHostAddress::Broadcast)};
    std::set<quint32> known;
    for (const QNetworkInterface &each : QNetworkInterface::allInterfaces()) {
        if (!each.flags().testFlag(QNetworkInterface::IsRunning) || !each.flags().testFlag(QNetworkInterface::CanBroadcast))
            continue;
        for (const QNetworkAddressEntry &entry : each.addressEntries()) {
            if (!entry.broadcast().isNull() && known.insert(entry.broadcast().toIPv4Address()).second)
                targets.push_back(entry.broadcast());
        }
    }
    return targets;
}

} // namespace

Beacon::Beacon(DeviceIdentity identity, BeaconSettings settings, QObject *parent)
    : QObject(parent), m_identity(std::move(identity)), m_settings(std::move(settings))
{
    connect(&m_timer, &QTimer::timeout, this, &Beacon::say);
}

void Beacon::announce(const std::string &cluster, const std::string &address)
{
    const QByteArray said = bytesOf(announcementKind, cluster, m_identity.id(), address);
    const std::string signature = m_identity.sign(said.toStdString());
    m_announcement = QCborValue(QCborArray{said, QByteArray::fromStdString(signature)}).toCbor();
    m_timer.start(m_settings.interval);
    say();
}

void Beacon::invite(const std::string &address)
{
    m_invitation = bytesOf(invitationKind, m_identity.device().name, m_identity.id(), address);
    m_timer.start(m_settings.interval);
    say();
}

void Beacon::stopInviting()
{
    m_invitation.clear();
    if (m_announcement.isEmpty())
        m_timer.stop();
}

void Beacon::say()
{
    // Made anew each time: networks come and go. Where none is, the others need an address.
    if (m_socket.state() != QAbstractSocket::BoundState && !m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), 0))
        m_socket.abort();
    for (const QByteArray &datagram : {m_announcement, m_invitation}) {
        if (!datagram.isEmpty())
            send(datagram);
    }
}

void Beacon::send(const QByteArray &datagram)
{
    for (const QHostAddress &target : m_settings.targets.empty() ? everywhere(m_settings.group) : m_settings.targets)
        m_socket.writeDatagram(datagram, target, m_settings.port);
}

BeaconListener::BeaconListener(BeaconSettings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings))
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &BeaconListener::read);
}

Done BeaconListener::listen()
{
    m_socket.abort();
    if (!m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), m_settings.port, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint))
        return fail(engine::network_failures::cannotListen, {{"reason", m_socket.errorString().toStdString()}});
    // Without a network there is nothing to join; broadcasts come all the same.
    m_socket.joinMulticastGroup(m_settings.group);
    for (const QNetworkInterface &each : QNetworkInterface::allInterfaces()) {
        if (each.flags().testFlag(QNetworkInterface::CanMulticast) && each.flags().testFlag(QNetworkInterface::IsRunning))
            m_socket.joinMulticastGroup(m_settings.group, each);
    }
    return {};
}

void BeaconListener::setRoster(const std::string &cluster, const std::vector<Device> &devices)
{
    m_cluster = cluster;
    m_roster.clear();
    for (const Device &device : devices) {
        if (!device.revoked)
            m_roster[device.id] = device;
    }
}

void BeaconListener::read()
{
    if (m_second.hasExpired()) {
        m_second = QDeadlineTimer(std::chrono::seconds(1));
        m_heard = 0;
    }
    while (m_socket.hasPendingDatagrams()) {
        QByteArray datagram(largestDatagram + 1, '\0');
        QHostAddress sender;
        const qint64 size = m_socket.readDatagram(datagram.data(), datagram.size(), &sender);
        if (size <= 0 || size > largestDatagram || ++m_heard > m_settings.most)
            continue;
        datagram.truncate(qsizetype(size));
        understand(datagram, sender);
    }
}

void BeaconListener::understand(const QByteArray &datagram, const QHostAddress &sender)
{
    QCborArray words = QCborValue::fromCbor(datagram).toArray();
    std::string signature;
    std::string said;
    if (words.size() == 2) {
        said = words.at(0).toByteArray().toStdString();
        signature = words.at(1).toByteArray().toStdString();
        words = QCborValue::fromCbor(words.at(0).toByteArray()).toArray();
    }
    const std::string first = words.at(1).toString().toStdString();
    const std::string device = words.at(2).toString().toStdString();
    const std::string address = words.at(3).toString().toStdString();
    const auto target = parsedAddress(address);
    if (words.size() != 4 || !target || target->host.isEmpty() || target->port == 0)
        return;
    if (signature.empty()) {
        const auto name = readDeviceName(words.at(1).toString());
        if (words.at(0).toString() == invitationKind && name)
            Q_EMIT invited(*name, address);
        return;
    }
    const auto known = m_roster.find(device);
    if (words.at(0).toString() == announcementKind && first == m_cluster && known != m_roster.end()
        && isSignedBy(known->second, said, signature))
        Q_EMIT found(device, textOf(sender, target->port));
}

} // namespace smartqueue::transport
