#include <QAbstractItemModelTester>
#include <QTest>

#include <smartqueue/presentation/peer_table_model.h>

using namespace smartqueue;
using namespace smartqueue::presentation;
using namespace std::chrono_literals;

namespace {

using Status = engine::PeersStatus;

/// "a" hosts, "b" and "c" follow.
struct Three {
    Three()
    {
        int minute = 0;
        for (const char *id : {"a", "b", "c"})
            directory.devices[id] = Device{id, std::string("DESK-") + id, {}, false, Instant{} + std::chrono::minutes(++minute)};
        directory.host = "a";
        status.host = "a";
        status.end.sequence = 100;
        status.program = "1.0";
    }

    void asHost()
    {
        status.role = Status::Role::host;
        status.self = "a";
        for (const char *id : {"b", "c"}) {
            engine::PeerStatus peer;
            peer.device = directory.devices[id];
            peer.connected = peer.live = true;
            peer.lastSequence = 100;
            peer.program = "1.0";
            status.peers.push_back(peer);
        }
    }

    void asReplica()
    {
        asHost();
        status.role = Status::Role::replica;
        status.self = "b";
        status.peers.erase(status.peers.begin());
        engine::PeerStatus host;
        host.device = directory.devices["a"];
        status.peers.push_back(host);
    }

    PeerFacts facts(const DeviceId &device) const
    {
        for (const PeerFacts &peer : peerFacts(status, directory)) {
            if (peer.device == device)
                return peer;
        }
        return {};
    }

    accounts::Directory directory;
    Status status;
};

} // namespace

/// What is said of the desktops of a branch.
class TestPeerFacts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHostSeesWhoIsInStepBehindAndAway()
    {
        Three three;
        three.asHost();
        QCOMPARE(three.facts("a").standing, PeerStanding::inStep);
        QVERIFY(three.facts("a").isHost && three.facts("a").isHere);
        QCOMPARE(three.facts("b").standing, PeerStanding::inStep);
        three.status.peer("b")->lag = 4800ms;
        QCOMPARE(three.facts("b").standing, PeerStanding::behind);
        QCOMPARE(behindWords(three.facts("b")), QStringLiteral("4.8 s"));
        three.status.peer("c")->connected = false;
        three.status.peer("c")->lastSequence = 97;
        QCOMPARE(three.facts("c").standing, PeerStanding::offline);
        QCOMPARE(three.facts("c").missing, Sequence(3));
        three.directory.devices["c"].revoked = true;
        QCOMPARE(three.facts("c").standing, PeerStanding::revoked);
    }

    void aReplicaWithoutItsHostKnowsNothingOfTheOthers()
    {
        Three three;
        three.asReplica();
        QCOMPARE(three.facts("a").standing, PeerStanding::inStep);
        QCOMPARE(three.facts("a").last, Sequence(100));
        QCOMPARE(three.facts("c").standing, PeerStanding::inStep);
        three.status.inStep = false;
        QCOMPARE(three.facts("a").standing, PeerStanding::offline);
        QCOMPARE(three.facts("b").standing, PeerStanding::cutOff);
        QCOMPARE(three.facts("c").standing, PeerStanding::unknown);
        QCOMPARE(verdict(peerFacts(three.status, three.directory)), QStringLiteral("This desktop does not hear the host."));
    }

    void whyTheLineIsDownIsSaidInPlainWords()
    {
        Three three;
        three.asHost();
        three.status.peer("b")->connected = false;
        QVERIFY(diagnose(three.facts("b"), three.status).what.contains(QLatin1String("has not been heard")));
        three.status.peer("b")->lastEnd = Failure{engine::network_failures::unknown, {}};
        QVERIFY(diagnose(three.facts("b"), three.status).what.contains(QLatin1String("certificate changed")));
        three.status.peer("b")->lastEnd = Failure{replication::peer_failures::silent, {}};
        QVERIFY(diagnose(three.facts("b"), three.status).what.contains(QLatin1String("nothing comes over it")));
    }

    void theWorstStandsFirstAndASelectionSurvives()
    {
        Three three;
        three.asHost();
        PeerTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(peerFacts(three.status, three.directory));
        QCOMPARE(model.at(0)->device, DeviceId("a"));
        const QPersistentModelIndex chosen(model.index(model.rowOf("c"), 0));
        three.status.peer("c")->connected = false;
        model.show(peerFacts(three.status, three.directory));
        QCOMPARE(model.at(0)->device, DeviceId("c"));
        QCOMPARE(chosen.row(), 0);
        three.directory.devices.erase("b");
        model.show(peerFacts(three.status, three.directory));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.of("b"));
    }
};

QTEST_GUILESS_MAIN(TestPeerFacts)
#include "tst_peer_facts.moc"
