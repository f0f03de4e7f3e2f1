#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <smartqueue/engine/peer_network.h>

namespace smartqueue::engine {

class MemoryPeerNetwork;

/// Where the memory networks of one thread meet. A cable between two of them can be cut, which neither notices, and healed.
class MemoryPeerHub final {
public:
    /// Nothing passes between the two until heal(): what is sent waits, who dials is told that nobody is there.
    void cut(const DeviceId &a, const DeviceId &b);
    void heal(const DeviceId &a, const DeviceId &b);
    /// Ends the links between the two at both ends; what was on its way is lost.
    void drop(const DeviceId &a, const DeviceId &b);

private:
    friend class MemoryPeerNetwork;
    bool isCut(const DeviceId &a, const DeviceId &b) const;

    std::set<MemoryPeerNetwork *> m_networks;
    std::map<std::string, MemoryPeerNetwork *> m_listeners;
    std::set<std::pair<DeviceId, DeviceId>> m_cuts;
    int m_nextPort = 20'000;
};

/// Implementation of the port without sockets. Signals come from the event loop of the thread, as those of a real network do.
class MemoryPeerNetwork final : public PeerNetwork {
    Q_OBJECT
public:
    /// Bytes.
    static constexpr std::size_t largestFrame = 1024 * 1024;
    static constexpr std::size_t mostUnsent = 8 * 1024 * 1024;

    /// `self` with the certificate that the others' rosters know it by. `hub` outlives this.
    MemoryPeerNetwork(MemoryPeerHub &hub, Device self, QObject *parent = nullptr);
    ~MemoryPeerNetwork() override;

    DeviceId self() const override { return m_self.id; }
    void setRoster(const std::vector<Device> &devices) override;
    Result<std::string> listen(const std::string &address) override;
    PeerLink dial(const std::string &address) override;
    void send(PeerLink link, const std::string &bytes) override;
    void close(PeerLink link) override;

private:
    friend class MemoryPeerHub;

    struct Link {
        /// Null until linked, and after the other end has closed it.
        MemoryPeerNetwork *other = nullptr;
        PeerLink there = 0;
        Device device;
        /// On its way to this end.
        std::deque<QByteArray> coming;
        std::size_t comingBytes = 0;
        /// The other end is gone; known here once what is coming has come.
        bool isLeft = false;
    };

    bool permits(const Device &device) const;
    void connectTo(PeerLink link, const std::string &address);
    void hand(PeerLink link);
    void handSoon(PeerLink link);
    void end(PeerLink link, FailureCode why);
    void endSoon(PeerLink link, FailureCode code, const std::string &reason = {});
    void leave(const Link &mine);
    void pumpFrom(const DeviceId &device);
    void dropFrom(const DeviceId &device);

    MemoryPeerHub &m_hub;
    const Device m_self;
    std::map<DeviceId, Device> m_roster;
    std::map<PeerLink, Link> m_links;
    PeerLink m_lastLink = 0;
};

} // namespace smartqueue::engine
