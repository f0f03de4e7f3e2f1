#include "doorway.h"

#include <algorithm>
#include <functional>

#include <QSslError>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

#include "smartqueue/transport/address.h"

namespace smartqueue::transport {

namespace {

/// Bytes that a stranger may say before the link.
constexpr qint64 largestRequest = 16 * 1024;

/// Hands each connection on at once, so that none waits unseen in a queue of Qt's.
class Reception final : public QTcpServer {
public:
    explicit Reception(std::function<void(qintptr)> receive) : m_receive(std::move(receive)) {}

protected:
    void incomingConnection(qintptr descriptor) override { m_receive(descriptor); }

private:
    const std::function<void(qintptr)> m_receive;
};

} // namespace

Doorway::Doorway(const NetworkLimits &limits, QObject *parent)
    : QObject(parent), m_limits(limits), m_barred(limits.failuresOfOnePlace, limits.failuresCount)
    , m_upgrader(std::make_unique<QWebSocketServer>(QStringLiteral("SmartQueue"), QWebSocketServer::NonSecureMode))
{
    connect(m_upgrader.get(), &QWebSocketServer::newConnection, this, &Doorway::handOver);
    // Only browsers send an origin, and no page has any business here.
    connect(m_upgrader.get(), &QWebSocketServer::originAuthenticationRequired, this,
            [](QWebSocketCorsAuthenticator *request) { request->setAllowed(request->origin().isEmpty()); });
}

Doorway::~Doorway()
{
    for (const auto &guest : m_guests) {
        guest->socket->disconnect(this);
        guest->socket->abort();
    }
}

Result<std::string> Doorway::listen(const std::string &address)
{
    const auto parsed = parsedAddress(address);
    const auto place = parsed ? listeningPlace(parsed->host) : std::nullopt;
    if (!place)
        return fail(engine::network_failures::cannotListen, {{"reason", "address"}});
    auto server = std::make_unique<Reception>([this](qintptr descriptor) { receive(descriptor); });
    server->setListenBacklogSize(m_limits.connections);
    server->setProxy(QNetworkProxy::NoProxy);
    if (!server->listen(*place, parsed->port))
        return fail(engine::network_failures::cannotListen, {{"address", address}, {"reason", server->errorString().toStdString()}});
    m_server = std::move(server);
    const bool isEverywhere = *place == QHostAddress(QHostAddress::Any) || *place == QHostAddress(QHostAddress::AnyIPv4);
    return textOf(isEverywhere ? reachableAddress() : *place, m_server->serverPort());
}

void Doorway::receive(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    ++m_connections;
    connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const QString place = placeOf(socket->peerAddress());
    if (m_connections > m_limits.connections || m_barred.contains(place) || count(place, false) >= m_limits.waitingOfOnePlace) {
        socket->abort();
        delete socket;
        return;
    }
    socket->setReadBufferSize(largestRequest);
    auto guest = std::make_unique<Guest>();
    guest->socket = socket;
    guest->place = place;
    guest->address = textOf(socket->peerAddress(), socket->peerPort());
    // Who waited as long as this has given up.
    guest->patience = new QTimer(socket);
    connect(guest->patience, &QTimer::timeout, this, [this, socket] {
        turnAway(socket, Failure{engine::network_failures::unreachable, {{"reason", "timed_out"}}});
    });
    guest->patience->start(m_limits.handshake);
    m_guests.push_back(std::move(guest));
    connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
        const Guest *gone = guestOf(socket);
        turnAway(socket, Failure{gone && gone->isUnknown ? engine::network_failures::unknown : engine::network_failures::refused});
    });
    advance();
}

void Doorway::advance()
{
    const auto shaking = std::count_if(m_guests.begin(), m_guests.end(), [](const auto &each) { return each->isShaking; });
    auto free = m_limits.handshakes - shaking;
    std::vector<QSslSocket *> next;
    std::map<QString, int> begun;
    for (const auto &guest : m_guests) {
        if (free <= 0)
            break;
        if (guest->isShaking || count(guest->place, true) + begun[guest->place] >= m_limits.handshakesOfOnePlace)
            continue;
        --free;
        ++begun[guest->place];
        next.push_back(guest->socket);
    }
    for (QSslSocket *socket : next) {
        if (Guest *guest = guestOf(socket))
            begin(*guest);
    }
}

void Doorway::begin(Guest &guest)
{
    guest.isShaking = true;
    QSslSocket *socket = guest.socket;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    socket->setReadBufferSize(0);
    socket->setSslConfiguration(m_tls);
    connect(socket, &QSslSocket::sslErrors, this, [this, socket] {
        if (Guest *unknown = guestOf(socket))
            unknown->isUnknown = true;
    });
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        if (Guest *proved = guestOf(socket))
            upgrade(*proved);
    });
    socket->startServerEncryption();
}

void Doorway::upgrade(Guest &guest)
{
    QSslSocket *socket = guest.socket;
    const auto look = [this, socket] {
        if (!guestOf(socket))
            return;
        if (socket->peek(largestRequest).contains("\r\n\r\n")) {
            disconnect(socket, &QIODevice::readyRead, this, nullptr);
            m_upgrader->handleConnection(socket);
        } else if (socket->bytesAvailable() >= largestRequest) {
            turnAway(socket, Failure{engine::network_failures::flooded});
        }
    };
    connect(socket, &QIODevice::readyRead, this, look);
    look();
}

void Doorway::handOver()
{
    while (QWebSocket *socket = m_upgrader->nextPendingConnection()) {
        const auto found = std::find_if(m_guests.begin(), m_guests.end(), [&](const auto &each) {
            return each->isShaking && each->socket->peerPort() == socket->peerPort() && each->socket->peerAddress() == socket->peerAddress();
        });
        if (found == m_guests.end()) {
            socket->deleteLater();
            continue;
        }
        QSslSocket *tls = (*found)->socket;
        delete (*found)->patience;
        m_guests.erase(found);
        tls->disconnect(this);
        tls->setParent(socket);
        // The end of the other is told to nobody: Qt cuts its signals off before.
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        socket->setParent(nullptr);
        Q_EMIT arrived(socket, tls);
    }
    advance();
}

void Doorway::turnAway(const QSslSocket *socket, const Failure &why)
{
    const auto found = std::find_if(m_guests.begin(), m_guests.end(), [&](const auto &each) { return each->socket == socket; });
    if (found == m_guests.end())
        return;
    const std::unique_ptr<Guest> guest = std::move(*found);
    m_guests.erase(found);
    m_barred.noteFailure(guest->place);
    guest->patience->stop();
    guest->socket->disconnect(this);
    connect(guest->socket, &QObject::destroyed, this, [this] { --m_connections; });
    guest->socket->abort();
    guest->socket->deleteLater();
    Q_EMIT turnedAway(guest->address, why);
    advance();
}

Doorway::Guest *Doorway::guestOf(const QSslSocket *socket) const
{
    const auto found = std::find_if(m_guests.begin(), m_guests.end(), [&](const auto &each) { return each->socket == socket; });
    return found == m_guests.end() ? nullptr : found->get();
}

int Doorway::count(const QString &place, bool isShaking) const
{
    return int(std::count_if(m_guests.begin(), m_guests.end(),
                             [&](const auto &each) { return each->isShaking == isShaking && each->place == place; }));
}

} // namespace smartqueue::transport
