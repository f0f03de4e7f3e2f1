#include <QTest>

#include <smartqueue/transport/web_socket_network.h>

#include "desktops.h"
#include "network_contract.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::transport;

class TestWebSocketNetwork final : public NetworkContract {
    Q_OBJECT
private:
    Device device(int number) override { return m_desktops.device(number); }
    std::unique_ptr<PeerNetwork> network(int number) override
    {
        return std::make_unique<WebSocketNetwork>(m_desktops.identity(number));
    }

    Desktops m_desktops;
};

QTEST_GUILESS_MAIN(TestWebSocketNetwork)
#include "tst_web_socket_network.moc"
