#pragma once

#include <map>
#include <memory>

#include <smartqueue/engine/peer_network.h>
#include <smartqueue/foundation/clock.h>
#include <smartqueue/transport/device_identity.h>

class QSslError;
class QSslSocket;
class QWebSocket;

namespace smartqueue::transport {

class Doorway;
class PairingDesk;
class Roster;

/// What one desktop spends on the others; tests take less.
struct NetworkLimits {
    /// Bytes of a frame.
    std::size_t frame = 1024 * 1024;
    /// Bytes that were sent and are not yet on their way.
    std::size_t unsent = 8 * 1024 * 1024;
    /// From the first byte to the link; the longest farewell as well.
    Duration handshake = std::chrono::seconds(5);
    /// Incoming ones, of every kind.
    int connections = 256;
    /// A desktop needs one to its host, and one each time that it asks who leads.
    int linksOfOneDevice = 16;
    /// Handshakes under way at once, in all and from one place; further ones wait their turn.
    int handshakes = 16;
    int handshakesOfOnePlace = 8;
    int waitingOfOnePlace = 64;
    /// So many in vain from one place, and nobody from there is let in until `failuresCount` is over.
    int failuresOfOnePlace = 20;
    Duration failuresCount = std::chrono::seconds(10);
};

/// WebSockets over TLS, with certificates both ways. Everything happens in the thread that this lives in.
class WebSocketNetwork final : public engine::PeerNetwork {
    Q_OBJECT
public:
    explicit WebSocketNetwork(DeviceIdentity identity, NetworkLimits limits = {}, QObject *parent = nullptr);
    ~WebSocketNetwork() override;

    DeviceId self() const override { return m_identity.id(); }
    void setRoster(const std::vector<Device> &devices) override;
    /// Listens at one address at a time: at the last one that could be taken.
    Result<std::string> listen(const std::string &address) override;
    engine::PeerLink dial(const std::string &address) override;
    void send(engine::PeerLink link, const std::string &bytes) override;
    void close(engine::PeerLink link) override;

    /// New desktops are received there, at the address of listen() and while its window is open. The desk outlives this.
    void setPairingDesk(PairingDesk *desk);

Q_SIGNALS:
    /// Somebody came and was not let in: `peer_unknown`, `peer_refused`, `peer_unreachable` for one who said nothing.
    void turnedAway(const std::string &address, const smartqueue::Failure &why);

private:
    enum class Stage { waiting, connecting, proving, upgrading, linked };
    struct Link {
        QWebSocket *socket = nullptr;
        QSslSocket *tls = nullptr;
        DeviceId device;
        Stage stage = Stage::waiting;
        /// The certificate of whoever answered is nobody's.
        bool isStranger = false;
        /// Closed before it was linked.
        bool isUnwanted = false;
    };

    void adopt(QWebSocket *socket, QSslSocket *tls);
    void open(engine::PeerLink link, const std::string &address);
    void judge(engine::PeerLink link, const QList<QSslError> &errors);
    void compare(engine::PeerLink link);
    void lose(engine::PeerLink link);
    void hear(engine::PeerLink link, QWebSocket *socket, QSslSocket *tls);
    /// ended() is told from the event loop.
    void end(engine::PeerLink link, const Failure &why);
    void configureDoorway();
    void limit(QWebSocket &socket, std::size_t frame) const;
    int linksOf(const DeviceId &device) const;

    const DeviceIdentity m_identity;
    const NetworkLimits m_limits;
    std::unique_ptr<Roster> m_roster;
    std::unique_ptr<Doorway> m_doorway;
    PairingDesk *m_desk = nullptr;
    std::map<engine::PeerLink, Link> m_links;
    engine::PeerLink m_lastLink = 0;
};

} // namespace smartqueue::transport
