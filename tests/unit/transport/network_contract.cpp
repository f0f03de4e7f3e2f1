#include "network_contract.h"

#include <QTest>

#include "events.h"

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

const std::string anyPort = "127.0.0.1:0";
constexpr int patience = 20'000;

/// Two networks whose rosters have them both, one of which listens.
struct Pair {
    Pair(std::unique_ptr<PeerNetwork> hostNetwork, std::unique_ptr<PeerNetwork> guestNetwork, const std::vector<Device> &roster)
        : host(std::move(hostNetwork)), guest(std::move(guestNetwork)), atHost(*host), atGuest(*guest)
    {
        host->setRoster(roster);
        guest->setRoster(roster);
        address = host->listen(anyPort).value();
    }

    std::unique_ptr<PeerNetwork> host;
    std::unique_ptr<PeerNetwork> guest;
    Events atHost;
    Events atGuest;
    std::string address;
};

bool isLinked(Pair &pair)
{
    const PeerLink link = pair.guest->dial(pair.address);
    return QTest::qWaitFor([&] { return pair.atHost.linked.size() == 1 && pair.atGuest.link() == link; }, patience);
}

} // namespace

#define SQ_PAIR Pair pair(network(0), network(1), {device(0), device(1)})
#define SQ_LINKED_PAIR SQ_PAIR; QVERIFY(isLinked(pair))

void NetworkContract::twoOfTheRosterAreLinked()
{
    SQ_LINKED_PAIR;
    QVERIFY(pair.address != anyPort);
    QCOMPARE(pair.host->self(), device(0).id);
    QCOMPARE(pair.atHost.linked.back().second, device(1).id);
    QCOMPARE(pair.atGuest.linked.back().second, device(0).id);
    QVERIFY(pair.atHost.ended.empty() && pair.atGuest.ended.empty());
}

void NetworkContract::framesComeInOrderAndWhole_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("a byte") << 1;
    QTest::newRow("a command") << 300;
    QTest::newRow("a piece of a copy") << 256 * 1024;
    QTest::newRow("the largest") << 1024 * 1024;
}

void NetworkContract::framesComeInOrderAndWhole()
{
    QFETCH(int, size);
    SQ_LINKED_PAIR;
    constexpr int frames = 7;
    const auto frame = [size](char who, int number) {
        std::string bytes(std::size_t(size), char('0' + number));
        bytes.front() = who;
        bytes.back() = char(size == 1 ? who : '\0');
        return bytes;
    };
    for (int i = 0; i < frames; ++i) {
        pair.host->send(pair.atHost.link(), frame('h', i));
        pair.guest->send(pair.atGuest.link(), frame('g', i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(int(pair.atGuest.received[pair.atGuest.link()].size()), frames, patience);
    QTRY_COMPARE_WITH_TIMEOUT(int(pair.atHost.received[pair.atHost.link()].size()), frames, patience);
    for (int i = 0; i < frames; ++i) {
        QVERIFY(pair.atGuest.received[pair.atGuest.link()][std::size_t(i)].toStdString() == frame('h', i));
        QVERIFY(pair.atHost.received[pair.atHost.link()][std::size_t(i)].toStdString() == frame('g', i));
    }
}

void NetworkContract::severalLinksAreKeptApart()
{
    const std::vector<Device> roster{device(0), device(1), device(2)};
    const auto host = network(0), one = network(1), two = network(2);
    Events atHost(*host), atOne(*one), atTwo(*two);
    for (const auto *each : {&host, &one, &two})
        (*each)->setRoster(roster);
    const std::string address = host->listen(anyPort).value();
    one->dial(address);
    two->dial(address);
    one->dial(address);
    QTRY_COMPARE_WITH_TIMEOUT(atHost.linked.size(), std::size_t(3), patience);
    QTRY_COMPARE_WITH_TIMEOUT(atOne.linked.size(), std::size_t(2), patience);
    for (const auto &[link, who] : atHost.linked)
        host->send(link, who);
    QTRY_COMPARE_WITH_TIMEOUT(atOne.receivedBytes, qsizetype(2 * device(1).id.size()), patience);
    QTRY_COMPARE_WITH_TIMEOUT(atTwo.receivedBytes, qsizetype(device(2).id.size()), patience);
    for (const auto &[link, frames] : atOne.received)
        QCOMPARE(frames, std::vector<QByteArray>{QByteArray::fromStdString(device(1).id)});
}

void NetworkContract::linkNumbersAreNeverGivenTwice()
{
    SQ_LINKED_PAIR;
    const PeerLink first = pair.atGuest.link();
    pair.guest->close(first);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.end(pair.atHost.link()), std::string("peer_left"), patience);
    const PeerLink second = pair.guest->dial(pair.address);
    QVERIFY(second != first);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.linked.size(), std::size_t(2), patience);
    QVERIFY(pair.atHost.linked[0].first != pair.atHost.linked[1].first);
}

void NetworkContract::nobodyThereIsUnreachable_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("nobody listens") << QStringLiteral("127.0.0.1:1");
    QTest::newRow("no port") << QStringLiteral("127.0.0.1");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no address") << QStringLiteral("http://127.0.0.1:80/x");
}

void NetworkContract::nobodyThereIsUnreachable()
{
    QFETCH(QString, address);
    const auto guest = network(1);
    guest->setRoster({device(0), device(1)});
    Events events(*guest);
    const PeerLink link = guest->dial(address.toStdString());
    QTRY_COMPARE_WITH_TIMEOUT(events.end(link), std::string("peer_unreachable"), patience);
    QVERIFY(events.linked.empty());
}

void NetworkContract::whoIsNotInTheDialersRosterIsUnknown()
{
    SQ_PAIR;
    pair.guest->setRoster({device(1), device(2)});
    const PeerLink link = pair.guest->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(link), std::string("peer_unknown"), patience);
    QVERIFY(pair.atHost.linked.empty());
    QVERIFY(pair.atGuest.linked.empty());
}

void NetworkContract::whoIsNotInTheHostsRosterIsRefused()
{
    SQ_PAIR;
    pair.host->setRoster({device(0), device(2)});
    const PeerLink link = pair.guest->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(link), std::string("peer_refused"), patience);
    // The host has proved who it is: its branch may have gone on without this desktop.
    QCOMPARE(pair.atGuest.reason(link), std::string("not_let_in"));
    QVERIFY(pair.atHost.linked.empty());
}

void NetworkContract::aRevokedDeviceIsNotLinked()
{
    SQ_PAIR;
    Device revoked = device(1);
    revoked.revoked = true;
    pair.host->setRoster({device(0), revoked});
    PeerLink link = pair.guest->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(link), std::string("peer_refused"), patience);
    revoked = device(0);
    revoked.revoked = true;
    pair.host->setRoster({device(0), device(1)});
    pair.guest->setRoster({revoked, device(1)});
    link = pair.guest->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(link), std::string("peer_unknown"), patience);
    QVERIFY(pair.atHost.linked.empty());
}

void NetworkContract::anotherCertificateOfTheSameNameIsNotBelieved()
{
    SQ_PAIR;
    Device mixed = device(1);
    mixed.certificate = device(2).certificate;
    pair.host->setRoster({device(0), mixed});
    const PeerLink link = pair.guest->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(link), std::string("peer_refused"), patience);
    QVERIFY(pair.atHost.linked.empty());
}

void NetworkContract::itselfIsNoPeer()
{
    SQ_PAIR;
    const PeerLink link = pair.host->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.end(link), std::string("peer_refused"), patience);
    QCOMPARE(pair.atHost.reason(link), std::string("itself"));
    QVERIFY(pair.atHost.linked.empty());
}

void NetworkContract::revokingEndsTheLinkAtOnce()
{
    SQ_LINKED_PAIR;
    pair.guest->send(pair.atGuest.link(), "too late");
    Device revoked = device(1);
    revoked.revoked = true;
    pair.host->setRoster({device(0), revoked});
    pair.host->send(pair.atHost.link(), "goes nowhere");
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.end(pair.atHost.link()), std::string("peer_unknown"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    QVERIFY(pair.atHost.received.empty());
    QVERIFY(pair.atGuest.received.empty());
}

void NetworkContract::theOthersStayWhenOneIsRevoked()
{
    SQ_LINKED_PAIR;
    Device revoked = device(2);
    revoked.revoked = true;
    pair.host->setRoster({device(0), device(1), revoked});
    pair.host->send(pair.atHost.link(), "still here");
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.receivedBytes, qsizetype(10), patience);
}

void NetworkContract::whatWasSentBeforeClosingStillComes()
{
    SQ_LINKED_PAIR;
    const std::string frame(256 * 1024, 'x');
    for (int i = 0; i < 16; ++i)
        pair.host->send(pair.atHost.link(), frame);
    pair.host->close(pair.atHost.link());
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    QCOMPARE(pair.atGuest.receivedBytes, qsizetype(16 * frame.size()));
}

void NetworkContract::bothMaySendWhileOneCloses()
{
    SQ_LINKED_PAIR;
    const std::string frame(256 * 1024, 'x');
    for (int i = 0; i < 16; ++i) {
        pair.host->send(pair.atHost.link(), frame);
        pair.guest->send(pair.atGuest.link(), frame);
    }
    pair.host->close(pair.atHost.link());
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    QCOMPARE(pair.atGuest.receivedBytes, qsizetype(16 * frame.size()));
}

void NetworkContract::closingIsNotToldToWhoCloses()
{
    SQ_LINKED_PAIR;
    pair.guest->send(pair.atGuest.link(), "not heard any more");
    pair.host->close(pair.atHost.link());
    pair.host->close(pair.atHost.link());
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    QVERIFY(pair.atHost.ended.empty());
    QVERIFY(pair.atHost.received.empty());
}

void NetworkContract::closingWhileDialingIsSilent()
{
    SQ_PAIR;
    const PeerLink given = pair.guest->dial(pair.address);
    pair.guest->close(given);
    QVERIFY(isLinked(pair));
    QCOMPARE(pair.atGuest.linked.size(), std::size_t(1));
    QVERIFY(pair.atGuest.ended.empty());
}

void NetworkContract::whatIsSentAfterTheEndGoesNowhere()
{
    SQ_LINKED_PAIR;
    pair.host->close(pair.atHost.link());
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    pair.guest->send(pair.atGuest.link(), "into the void");
    pair.guest->close(pair.atGuest.link());
    pair.host->send(pair.atHost.link(), "into the void");
    pair.host->send(4711, "no such link");
    pair.host->close(4711);
    QCOMPARE(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"));
}

void NetworkContract::aFrameThatIsTooLargeEndsTheLink()
{
    SQ_LINKED_PAIR;
    pair.host->send(pair.atHost.link(), std::string(1024 * 1024 + 1, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.end(pair.atHost.link()), std::string("peer_flooded"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    QVERIFY(pair.atGuest.received.empty());
}

void NetworkContract::tooMuchUnsentEndsTheLink()
{
    SQ_LINKED_PAIR;
    const std::string frame(1024 * 1024, 'x');
    for (int i = 0; i < 9; ++i)
        pair.host->send(pair.atHost.link(), frame);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.end(pair.atHost.link()), std::string("peer_flooded"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
}

void NetworkContract::theEndOfANetworkEndsItsLinks()
{
    SQ_LINKED_PAIR;
    pair.host.reset();
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(pair.atGuest.link()), std::string("peer_left"), patience);
    const PeerLink link = pair.guest->dial(pair.address);
    QTRY_COMPARE_WITH_TIMEOUT(pair.atGuest.end(link), std::string("peer_unreachable"), patience);
}

void NetworkContract::aPlaceThatIsTakenCannotBeListenedAt()
{
    SQ_PAIR;
    const auto second = pair.guest->listen(pair.address);
    QVERIFY(!second);
    QCOMPARE(std::string(second.error().code.name()), std::string("cannot_listen"));
    QVERIFY(!second.error().detail.at("reason").empty());
}

void NetworkContract::anAddressThatIsNoneCannotBeListenedAt()
{
    const auto host = network(0);
    for (const char *address : {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:x"}) {
        const auto taken = host->listen(address);
        QVERIFY2(!taken, address);
        QCOMPARE(std::string(taken.error().code.name()), std::string("cannot_listen"));
    }
}

void NetworkContract::callsOnlyCauseSignalsLater()
{
    SQ_LINKED_PAIR;
    bool isInCall = true;
    bool wasInCall = false;
    const auto note = [&] { wasInCall = wasInCall || isInCall; };
    for (PeerNetwork *each : {pair.host.get(), pair.guest.get()}) {
        connect(each, &PeerNetwork::linked, this, note);
        connect(each, &PeerNetwork::received, this, note);
        connect(each, &PeerNetwork::ended, this, note);
    }
    pair.guest->dial(pair.address);
    pair.guest->dial("no address");
    pair.guest->send(pair.atGuest.link(), "word");
    pair.host->send(pair.atHost.link(), std::string(1024 * 1024 + 1, 'x'));
    pair.host->setRoster({});
    isInCall = false;
    QTRY_COMPARE_WITH_TIMEOUT(pair.atHost.end(pair.atHost.link()), std::string("peer_flooded"), patience);
    QVERIFY(!wasInCall);
    // The networks outlive `note` no longer than this.
    pair.guest.reset();
    pair.host.reset();
}
