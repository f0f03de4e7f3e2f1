#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <QByteArray>
#include <QObject>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// A connection to another desktop; never given twice in the life of a network.
using PeerLink = std::int64_t;

/// Port: links to the other desktops of the installation, each proved by its device's certificate, both ways. Lives in one
/// thread; calls return at once. Implementations: transport's WebSockets over TLS and MemoryPeerNetwork, under one contract suite.
class PeerNetwork : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whom this desktop is.
    virtual DeviceId self() const = 0;
    /// The only devices that may link; revoked ones among them may not. Links of those who may no longer end.
    virtual void setRoster(const std::vector<Device> &devices) = 0;
    /// "address:port", port 0 for any; returns the one that was taken, with the address others can reach. Fails with
    /// `cannot_listen` and `reason`.
    virtual Result<std::string> listen(const std::string &address) = 0;
    /// linked() or ended() follows. Any device of the roster may answer; whoever answers is said by linked().
    virtual PeerLink dial(const std::string &address) = 0;
    /// In order, or not at all once the link has ended. Nothing happens for a link that has.
    virtual void send(PeerLink link, const std::string &bytes) = 0;
    /// What was sent before still goes out. ended() does not follow.
    virtual void close(PeerLink link) = 0;

Q_SIGNALS:
    void linked(smartqueue::engine::PeerLink link, const smartqueue::DeviceId &device);
    void received(smartqueue::engine::PeerLink link, const QByteArray &bytes);
    /// `why`: `peer_unreachable`, `peer_refused`, `peer_unknown` (its certificate is not in the roster), `peer_flooded`,
    /// `peer_left`.
    void ended(smartqueue::engine::PeerLink link, const smartqueue::Failure &why);
};

/// Codes every implementation of the port may answer with.
namespace network_failures {
inline constexpr FailureCode cannotListen{"cannot_listen"};
/// Detail `reason` is `silent` where somebody took the call.
inline constexpr FailureCode unreachable{"peer_unreachable"};
/// Somebody took the call and cut it. Detail `reason`: `not_let_in` by a desktop that proved to be one of the roster; `itself`.
inline constexpr FailureCode refused{"peer_refused"};
/// Its certificate is not that of a device of the roster, or not any more.
inline constexpr FailureCode unknown{"peer_unknown"};
/// More lies unsent to it, or came from it at once, than is kept.
inline constexpr FailureCode flooded{"peer_flooded"};
inline constexpr FailureCode left{"peer_left"};
} // namespace network_failures

} // namespace smartqueue::engine
