#include "smartqueue/transport/web_socket_network.h"

#include <algorithm>

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include "smartqueue/transport/pairing_desk.h"

#include "smartqueue/transport/address.h"
#include "certificates.h"
#include "doorway.h"
#include "farewell.h"

namespace smartqueue::transport {

using engine::PeerLink;
namespace codes = engine::network_failures;

WebSocketNetwork::WebSocketNetwork(DeviceIdentity identity, NetworkLimits limits, QObject *parent)
    : PeerNetwork(parent), m_identity(std::move(identity)), m_limits(limits), m_roster(std::make_unique<Roster>())
    , m_doorway(std::make_unique<Doorway>(limits))
{
    connect(m_doorway.get(), &Doorway::arrived, this, &WebSocketNetwork::adopt);
    connect(m_doorway.get(), &Doorway::turnedAway, this, &WebSocketNetwork::turnedAway);
    configureDoorway();
}

WebSocketNetwork::~WebSocketNetwork()
{
    for (const auto &[link, mine] : m_links) {
        mine.socket->disconnect(this);
        delete mine.socket;
    }
}

void WebSocketNetwork::setRoster(const std::vector<Device> &devices)
{
    m_roster = std::make_unique<Roster>(devices);
    configureDoorway();
    std::vector<PeerLink> over;
    for (const auto &[link, mine] : m_links) {
        if (mine.stage == Stage::linked && m_roster->deviceWith(mine.tls->peerCertificate()) != mine.device)
            over.push_back(link);
    }
    for (const PeerLink link : over)
        end(link, Failure{codes::unknown});
}

Result<std::string> WebSocketNetwork::listen(const std::string &address)
{
    return m_doorway->listen(address);
}

void WebSocketNetwork::setPairingDesk(PairingDesk *desk)
{
    if (m_desk)
        m_desk->disconnect(this);
    m_desk = desk;
    if (m_desk) {
        connect(m_desk, &PairingDesk::opened, this, &WebSocketNetwork::configureDoorway);
        connect(m_desk, &PairingDesk::closed, this, &WebSocketNetwork::configureDoorway);
    }
    configureDoorway();
}

void WebSocketNetwork::configureDoorway()
{
    // While somebody may be received whose certificate nobody knows yet, TLS lets every certificate pass, and adopt() alone
    // sees who may link.
    const bool isReceiving = m_desk && m_desk->isOpen();
    m_doorway->setConfiguration(tlsFor(m_identity, *m_roster, isReceiving ? QSslSocket::QueryPeer : QSslSocket::VerifyPeer));
}

void WebSocketNetwork::limit(QWebSocket &socket, std::size_t frame) const
{
    socket.setMaxAllowedIncomingFrameSize(frame);
    socket.setMaxAllowedIncomingMessageSize(frame);
    socket.setOutgoingFrameSize(frame);
}

void WebSocketNetwork::adopt(QWebSocket *socket, QSslSocket *tls)
{
    socket->setParent(this);
    const QString path = socket->requestUrl().path();
    const QSslCertificate certificate = tls->peerCertificate();
    const auto device = m_roster->deviceWith(certificate);
    if (path == QLatin1String("/pair") && m_desk && m_desk->isOpen()) {
        if (m_desk->receive(socket, certificate))
            return;
    } else if (path == QLatin1String("/peer") && device && *device != self() && linksOf(*device) < m_limits.linksOfOneDevice) {
        limit(*socket, m_limits.frame);
        const PeerLink link = ++m_lastLink;
        m_links[link] = {socket, tls, *device, Stage::linked};
        hear(link, socket, tls);
        Q_EMIT linked(link, *device);
        return;
    }
    m_doorway->noteFailure(placeOf(socket->peerAddress()));
    const std::string address = textOf(socket->peerAddress(), socket->peerPort());
    socket->abort();
    socket->deleteLater();
    Q_EMIT turnedAway(address, Failure{device ? codes::refused : codes::unknown});
}

int WebSocketNetwork::linksOf(const DeviceId &device) const
{
    return int(std::count_if(m_links.begin(), m_links.end(), [&](const auto &each) { return each.second.device == device; }));
}

PeerLink WebSocketNetwork::dial(const std::string &address)
{
    const PeerLink link = ++m_lastLink;
    m_links[link].socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    QTimer::singleShot(m_limits.handshake, m_links[link].socket, [this, link] {
        const auto mine = m_links.find(link);
        if (mine != m_links.end() && mine->second.stage != Stage::linked)
            end(link, Failure{codes::unreachable, {{"reason", mine->second.stage == Stage::connecting ? "timed_out" : "silent"}}});
    });
    // Never from within this call, which has not yet told the caller the link's number.
    QMetaObject::invokeMethod(m_links[link].socket, [this, link, address] { open(link, address); }, Qt::QueuedConnection);
    return link;
}

void WebSocketNetwork::open(PeerLink link, const std::string &address)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    const auto target = parsedAddress(address);
    if (!target || target->host.isEmpty() || target->port == 0)
        return end(link, Failure{codes::unreachable, {{"reason", "address"}}});
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(target->host);
    url.setPort(target->port);
    url.setPath(QStringLiteral("/peer"));
    QWebSocket *socket = mine->second.socket;
    limit(*socket, m_limits.frame);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSslConfiguration(tlsFor(m_identity, *m_roster, QSslSocket::VerifyPeer));
    connect(socket, &QWebSocket::sslErrors, this, [this, link](const QList<QSslError> &errors) { judge(link, errors); });
    connect(socket, &QWebSocket::connected, this, [this, link] { compare(link); });
    mine->second.stage = Stage::connecting;
    socket->open(url);
    // Qt keeps it to itself, but tells as a parent tells of its children.
    auto *tls = socket->findChild<QSslSocket *>();
    if (!tls || m_links.count(link) == 0)
        return end(link, Failure{codes::unreachable, {{"reason", "address"}}});
    mine->second.tls = tls;
    const auto proceed = [this, link](Stage stage) {
        const auto under = m_links.find(link);
        if (under != m_links.end())
            under->second.stage = stage;
    };
    connect(tls, &QAbstractSocket::connected, this, [proceed] { proceed(Stage::proving); });
    connect(tls, &QSslSocket::encrypted, this, [proceed] { proceed(Stage::upgrading); });
    hear(link, socket, tls);
}

void WebSocketNetwork::judge(PeerLink link, const QList<QSslError> &errors)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    // Devices are known by their keys, not by the names of the machines they happen to stand on.
    bool isOnlyTheName = true;
    for (const QSslError &error : errors)
        isOnlyTheName = isOnlyTheName && error.error() == QSslError::HostNameMismatch;
    if (isOnlyTheName && m_roster->deviceWith(mine->second.tls->peerCertificate()))
        mine->second.socket->ignoreSslErrors();
    else
        mine->second.isStranger = true;
}

void WebSocketNetwork::compare(PeerLink link)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    const auto device = m_roster->deviceWith(mine->second.tls->peerCertificate());
    if (!device)
        return end(link, Failure{codes::unknown});
    if (*device == self())
        return end(link, Failure{codes::refused, {{"reason", "itself"}}});
    mine->second.device = *device;
    mine->second.stage = Stage::linked;
    if (mine->second.isUnwanted)
        return close(link);
    Q_EMIT linked(link, *device);
}

void WebSocketNetwork::hear(PeerLink link, QWebSocket *socket, QSslSocket *tls)
{
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this, link](const QByteArray &bytes) {
        const auto mine = m_links.find(link);
        if (mine != m_links.end() && mine->second.stage == Stage::linked)
            Q_EMIT received(link, bytes);
    });
    connect(socket, &QWebSocket::textFrameReceived, this, [this, link] {
        end(link, Failure{codes::refused, {{"reason", "text_frame"}}});
    });
    connect(socket, &QWebSocket::disconnected, this, [this, link] { lose(link); });
    connect(tls, &QAbstractSocket::errorOccurred, this, [this, link] {
        // Before the link there may be no word of a disconnection.
        const auto mine = m_links.find(link);
        if (mine != m_links.end() && mine->second.stage != Stage::linked)
            QMetaObject::invokeMethod(mine->second.socket, [this, link] { lose(link); }, Qt::QueuedConnection);
    });
}

void WebSocketNetwork::lose(PeerLink link)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    const Link &lost = mine->second;
    if (lost.stage == Stage::linked) {
        const bool isTooMuch = lost.socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData;
        return end(link, Failure{isTooMuch ? codes::flooded : codes::left});
    }
    if (lost.isStranger)
        return end(link, Failure{codes::unknown});
    if (lost.stage == Stage::connecting)
        return end(link, Failure{codes::unreachable});
    if (lost.stage == Stage::proving)
        return end(link, Failure{codes::refused});
    // TLS tells a guest who the other is before that one has looked at the guest.
    const bool isItself = m_roster->deviceWith(lost.tls->peerCertificate()) == self();
    end(link, Failure{codes::refused, {{"reason", isItself ? "itself" : "not_let_in"}}});
}

void WebSocketNetwork::send(PeerLink link, const std::string &bytes)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end() || mine->second.stage != Stage::linked)
        return;
    const Link &open = mine->second;
    // TLS keeps what is still to be encrypted apart from what waits for the network.
    const std::size_t unsent = std::size_t(open.tls->bytesToWrite()) + std::size_t(open.tls->encryptedBytesToWrite());
    if (bytes.size() > m_limits.frame || unsent + bytes.size() > m_limits.unsent)
        return end(link, Failure{codes::flooded});
    open.socket->sendBinaryMessage(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
}

void WebSocketNetwork::close(PeerLink link)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    if (mine->second.stage != Stage::linked && mine->second.stage != Stage::waiting) {
        // Cut in the middle it would count at the other end as one of too many in vain.
        mine->second.isUnwanted = true;
        return;
    }
    QWebSocket *socket = mine->second.socket;
    const bool isLinked = mine->second.stage == Stage::linked;
    if (mine->second.tls)
        mine->second.tls->disconnect(this);
    socket->disconnect(this);
    m_links.erase(mine);
    if (isLinked)
        leaveBehindWhatWasSent(*socket, m_limits.handshake);
    else
        socket->deleteLater();
}

void WebSocketNetwork::end(PeerLink link, const Failure &why)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    QWebSocket *socket = mine->second.socket;
    if (mine->second.tls)
        mine->second.tls->disconnect(this);
    socket->disconnect(this);
    const bool isUnwanted = mine->second.isUnwanted;
    m_links.erase(mine);
    socket->abort();
    socket->deleteLater();
    if (!isUnwanted)
        QMetaObject::invokeMethod(this, [this, link, why] { Q_EMIT ended(link, why); }, Qt::QueuedConnection);
}

} // namespace smartqueue::transport
