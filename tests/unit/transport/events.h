#pragma once

#include <map>
#include <vector>

#include <QObject>

#include <smartqueue/engine/peer_network.h>

/// What a network has told, in order for each link.
class Events : public QObject {
public:
    using Link = smartqueue::engine::PeerLink;

    explicit Events(smartqueue::engine::PeerNetwork &network)
    {
        using Network = smartqueue::engine::PeerNetwork;
        connect(&network, &Network::linked, this, [this](Link link, const smartqueue::DeviceId &device) {
            linked.emplace_back(link, device);
        });
        connect(&network, &Network::received, this, [this](Link link, const QByteArray &bytes) {
            receivedBytes += bytes.size();
            received[link].push_back(bytes);
        });
        connect(&network, &Network::ended, this, [this](Link link, const smartqueue::Failure &why) { ended[link].push_back(why); });
    }

    /// Of the latest link.
    Link link() const { return linked.empty() ? 0 : linked.back().first; }
    /// Empty until the link has ended, and "twice" if it was told twice.
    std::string end(Link link) const
    {
        const auto found = ended.find(link);
        if (found == ended.end())
            return {};
        return found->second.size() == 1 ? std::string(found->second.front().code.name()) : std::string("twice");
    }

    /// Of the end of a link; empty where none was said.
    std::string reason(Link link) const
    {
        const auto found = ended.find(link);
        return found == ended.end() || !found->second.front().detail.contains("reason") ? std::string() : found->second.front().detail.at("reason");
    }

    std::vector<std::pair<Link, smartqueue::DeviceId>> linked;
    std::map<Link, std::vector<QByteArray>> received;
    qsizetype receivedBytes = 0;
    std::map<Link, std::vector<smartqueue::Failure>> ended;
};
