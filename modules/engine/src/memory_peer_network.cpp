#include "smartqueue/engine/memory_peer_network.h"

namespace smartqueue::engine {

namespace {

std::pair<DeviceId, DeviceId> pairOf(const DeviceId &a, const DeviceId &b)
{
    return a < b ? std::pair(a, b) : std::pair(b, a);
}

} // namespace

void MemoryPeerHub::cut(const DeviceId &a, const DeviceId &b)
{
    m_cuts.insert(pairOf(a, b));
}

void MemoryPeerHub::heal(const DeviceId &a, const DeviceId &b)
{
    m_cuts.erase(pairOf(a, b));
    for (MemoryPeerNetwork *network : m_networks) {
        if (network->self() == a)
            network->pumpFrom(b);
        if (network->self() == b)
            network->pumpFrom(a);
    }
}

void MemoryPeerHub::drop(const DeviceId &a, const DeviceId &b)
{
    for (MemoryPeerNetwork *network : m_networks) {
        if (network->self() == a)
            network->dropFrom(b);
    }
}

bool MemoryPeerHub::isCut(const DeviceId &a, const DeviceId &b) const
{
    return m_cuts.count(pairOf(a, b)) > 0;
}

MemoryPeerNetwork::MemoryPeerNetwork(MemoryPeerHub &hub, Device self, QObject *parent)
    : PeerNetwork(parent), m_hub(hub), m_self(std::move(self))
{
    m_hub.m_networks.insert(this);
}

MemoryPeerNetwork::~MemoryPeerNetwork()
{
    m_hub.m_networks.erase(this);
    for (auto at = m_hub.m_listeners.begin(); at != m_hub.m_listeners.end();)
        at = at->second == this ? m_hub.m_listeners.erase(at) : std::next(at);
    for (const auto &[link, mine] : m_links)
        leave(mine);
}

void MemoryPeerNetwork::setRoster(const std::vector<Device> &devices)
{
    m_roster.clear();
    for (const Device &device : devices)
        m_roster[device.id] = device;
    std::vector<PeerLink> over;
    for (const auto &[link, mine] : m_links) {
        if (!mine.device.id.empty() && !permits(mine.device))
            over.push_back(link);
    }
    for (const PeerLink link : over)
        end(link, network_failures::unknown);
}

Result<std::string> MemoryPeerNetwork::listen(const std::string &address)
{
    const auto colon = address.rfind(':');
    const std::string port = colon == std::string::npos ? std::string() : address.substr(colon + 1);
    const bool isNumber = !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string::npos;
    if (!isNumber || std::stoi(port) > 65535)
        return fail(network_failures::cannotListen, {{"reason", "address"}});
    const std::string taken = port == "0" ? address.substr(0, colon + 1) + std::to_string(m_hub.m_nextPort++) : address;
    if (!m_hub.m_listeners.emplace(taken, this).second)
        return fail(network_failures::cannotListen, {{"reason", "in_use"}});
    return taken;
}

PeerLink MemoryPeerNetwork::dial(const std::string &address)
{
    const PeerLink link = ++m_lastLink;
    m_links[link];
    QMetaObject::invokeMethod(this, [this, link, address] { connectTo(link, address); }, Qt::QueuedConnection);
    return link;
}

void MemoryPeerNetwork::connectTo(PeerLink link, const std::string &address)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    const auto found = m_hub.m_listeners.find(address);
    MemoryPeerNetwork *other = found == m_hub.m_listeners.end() ? nullptr : found->second;
    if (!other || m_hub.isCut(m_self.id, other->m_self.id))
        return endSoon(link, network_failures::unreachable);
    if (other == this)
        return endSoon(link, network_failures::refused, "itself");
    if (!permits(other->m_self))
        return endSoon(link, network_failures::unknown);
    if (!other->permits(m_self))
        return endSoon(link, network_failures::refused, "not_let_in");
    const PeerLink there = ++other->m_lastLink;
    Link &theirs = other->m_links[there];
    theirs.other = this;
    theirs.there = link;
    theirs.device = m_self;
    mine->second.other = other;
    mine->second.there = there;
    mine->second.device = other->m_self;
    QMetaObject::invokeMethod(other, [other, there, id = m_self.id] { Q_EMIT other->linked(there, id); }, Qt::QueuedConnection);
    Q_EMIT linked(link, other->m_self.id);
}

void MemoryPeerNetwork::send(PeerLink link, const std::string &bytes)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end() || !mine->second.other)
        return;
    MemoryPeerNetwork *other = mine->second.other;
    Link &theirs = other->m_links.at(mine->second.there);
    if (bytes.size() > largestFrame || theirs.comingBytes + bytes.size() > mostUnsent)
        return end(link, network_failures::flooded);
    theirs.coming.push_back(QByteArray::fromStdString(bytes));
    theirs.comingBytes += bytes.size();
    other->handSoon(mine->second.there);
}

void MemoryPeerNetwork::close(PeerLink link)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    leave(mine->second);
    m_links.erase(mine);
}

/// The other end learns of it behind what was sent, and not while the cable is cut.
void MemoryPeerNetwork::leave(const Link &mine)
{
    if (!mine.other)
        return;
    Link &theirs = mine.other->m_links.at(mine.there);
    theirs.other = nullptr;
    theirs.isLeft = true;
    mine.other->handSoon(mine.there);
}

void MemoryPeerNetwork::handSoon(PeerLink link)
{
    QMetaObject::invokeMethod(this, [this, link] { hand(link); }, Qt::QueuedConnection);
}

/// Each frame comes with a call of its own, so one that finds nothing has nothing to do.
void MemoryPeerNetwork::hand(PeerLink link)
{
    const auto mine = m_links.find(link);
    if (mine == m_links.end())
        return;
    Link &here = mine->second;
    if (m_hub.isCut(m_self.id, here.device.id))
        return;
    if (!here.coming.empty()) {
        const QByteArray bytes = here.coming.front();
        here.coming.pop_front();
        here.comingBytes -= std::size_t(bytes.size());
        Q_EMIT received(link, bytes);
    } else if (here.isLeft) {
        endSoon(link, network_failures::left);
    }
}

void MemoryPeerNetwork::end(PeerLink link, FailureCode why)
{
    leave(m_links.at(link));
    endSoon(link, why);
}

void MemoryPeerNetwork::endSoon(PeerLink link, FailureCode code, const std::string &reason)
{
    Failure why{code};
    if (!reason.empty())
        why.detail["reason"] = reason;
    if (m_links.erase(link) > 0)
        QMetaObject::invokeMethod(this, [this, link, why] { Q_EMIT ended(link, why); }, Qt::QueuedConnection);
}

void MemoryPeerNetwork::pumpFrom(const DeviceId &device)
{
    for (const auto &[link, mine] : m_links) {
        if (mine.device.id != device)
            continue;
        // One more for the end of the link.
        for (std::size_t i = 0; i <= mine.coming.size(); ++i)
            handSoon(link);
    }
}

void MemoryPeerNetwork::dropFrom(const DeviceId &device)
{
    std::vector<PeerLink> over;
    for (const auto &[link, mine] : m_links) {
        if (mine.device.id == device)
            over.push_back(link);
    }
    for (const PeerLink link : over) {
        const Link mine = m_links.at(link);
        if (mine.other)
            mine.other->endSoon(mine.there, network_failures::left);
        endSoon(link, network_failures::left);
    }
}

bool MemoryPeerNetwork::permits(const Device &device) const
{
    const auto known = m_roster.find(device.id);
    return known != m_roster.end() && !known->second.revoked && known->second.certificate == device.certificate;
}

} // namespace smartqueue::engine
