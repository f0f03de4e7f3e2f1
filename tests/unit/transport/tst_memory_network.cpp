#include <QTest>

#include <smartqueue/engine/memory_peer_network.h>

#include "events.h"
#include "network_contract.h"

using namespace smartqueue;
using namespace smartqueue::engine;

class TestMemoryNetwork final : public NetworkContract {
    Q_OBJECT
private Q_SLOTS:
    void aCutCableIsNoticedByNobodyAndHealed()
    {
        const std::vector<Device> roster{device(0), device(1)};
        const auto host = network(0), guest = network(1);
        Events atHost(*host), atGuest(*guest);
        host->setRoster(roster);
        guest->setRoster(roster);
        const std::string address = host->listen("127.0.0.1:0").value();
        guest->dial(address);
        QTRY_COMPARE(atHost.linked.size(), std::size_t(1));
        m_hub.cut(device(0).id, device(1).id);
        host->send(atHost.link(), "one");
        host->send(atHost.link(), "two");
        const PeerLink second = guest->dial(address);
        QTRY_COMPARE(atGuest.end(second), std::string("peer_unreachable"));
        QVERIFY(atGuest.received.empty());
        m_hub.heal(device(0).id, device(1).id);
        QTRY_COMPARE(atGuest.received[atGuest.link()], (std::vector<QByteArray>{"one", "two"}));
        m_hub.cut(device(0).id, device(1).id);
        host->send(atHost.link(), "three");
        host->close(atHost.link());
        const PeerLink third = guest->dial(address);
        QTRY_COMPARE(atGuest.end(third), std::string("peer_unreachable"));
        QVERIFY(atGuest.end(atGuest.link()).empty());
        m_hub.heal(device(0).id, device(1).id);
        QTRY_COMPARE(atGuest.end(atGuest.link()), std::string("peer_left"));
        QCOMPARE(atGuest.receivedBytes, qsizetype(11));
    }

    void aDroppedLinkEndsAtBothEnds()
    {
        const std::vector<Device> roster{device(0), device(1)};
        const auto host = network(0), guest = network(1);
        Events atHost(*host), atGuest(*guest);
        host->setRoster(roster);
        guest->setRoster(roster);
        guest->dial(host->listen("127.0.0.1:0").value());
        QTRY_COMPARE(atHost.linked.size(), std::size_t(1));
        host->send(atHost.link(), "lost");
        m_hub.drop(device(1).id, device(0).id);
        QTRY_COMPARE(atHost.end(atHost.link()), std::string("peer_left"));
        QTRY_COMPARE(atGuest.end(atGuest.link()), std::string("peer_left"));
        QVERIFY(atGuest.received.empty());
    }

private:
    Device device(int number) override
    {
        const std::string name(64, char('a' + number));
        return {name, "desk " + std::to_string(number), "certificate of " + name, false, {}};
    }
    std::unique_ptr<PeerNetwork> network(int number) override { return std::make_unique<MemoryPeerNetwork>(m_hub, device(number)); }

    MemoryPeerHub m_hub;
};

QTEST_GUILESS_MAIN(TestMemoryNetwork)
#include "tst_memory_network.moc"
