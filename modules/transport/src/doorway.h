#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QObject>
#include <QSslConfiguration>

#include <smartqueue/foundation/result.h>
#include <smartqueue/transport/web_socket_network.h>

#include "barred.h"

class QTcpServer;
class QTimer;
class QWebSocketServer;

namespace smartqueue::transport {

/// Where the others come in: TLS and the WebSocket's handshake under the limits on strangers. Whoever comes through has proved
/// to hold the key of the certificate shown; whose that is, the receiver of arrived() sees.
class Doorway final : public QObject {
    Q_OBJECT
public:
    explicit Doorway(const NetworkLimits &limits, QObject *parent = nullptr);
    ~Doorway() override;

    /// For handshakes that begin from now on.
    void setConfiguration(const QSslConfiguration &tls) { m_tls = tls; }
    Result<std::string> listen(const std::string &address);
    /// Somebody who came through was not to be let in.
    void noteFailure(const QString &place) { m_barred.noteFailure(place); }

Q_SIGNALS:
    /// The receiver owns `socket`, which owns `tls`.
    void arrived(QWebSocket *socket, QSslSocket *tls);
    void turnedAway(const std::string &address, const smartqueue::Failure &why);

private:
    struct Guest {
        QSslSocket *socket = nullptr;
        /// A child of the socket.
        QTimer *patience = nullptr;
        QString place;
        std::string address;
        bool isShaking = false;
        bool isUnknown = false;
    };
    using Guests = std::vector<std::unique_ptr<Guest>>;

    void receive(qintptr descriptor);
    /// Of those who wait, the next begin.
    void advance();
    void begin(Guest &guest);
    void upgrade(Guest &guest);
    void handOver();
    void turnAway(const QSslSocket *socket, const Failure &why);
    Guest *guestOf(const QSslSocket *socket) const;
    int count(const QString &place, bool isShaking) const;

    const NetworkLimits m_limits;
    Barred m_barred;
    QSslConfiguration m_tls;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QWebSocketServer> m_upgrader;
    /// In the order in which they came.
    Guests m_guests;
    int m_connections = 0;
};

} // namespace smartqueue::transport
