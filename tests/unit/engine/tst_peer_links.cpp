#include <algorithm>
#include <atomic>
#include <functional>

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <smartqueue/engine/address_book.h>
#include <smartqueue/engine/installation.h>
#include <smartqueue/engine/memory_peer_network.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/peers.h>
#include <smartqueue/replication/wire.h>

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

constexpr int patienceMs = 20'000;
const std::string whereBenIs = "ben:1";

Device device(char letter)
{
    return {std::string(64, letter), std::string(1, letter), "a certificate", false, {}};
}

const Device ann = device('a'), ben = device('b'), carl = device('c');

std::vector<AdmitDevice> hostAdmits(const Device &host)
{
    std::vector<AdmitDevice> all;
    for (const Device &each : {ann, ben, carl}) {
        if (each.id != host.id)
            all.push_back({each, host});
    }
    return all;
}

/// Ann's desktop, which follows Ben's unless she hosts; what Ben's is like is up to each test. Everything of the network is in the peers' thread.
struct AnnsDesktop {
    using Ben = std::function<void(MemoryPeerNetwork &his, MemoryPeerHub &hub)>;

    explicit AnnsDesktop(const Ben &isLike, const std::string &noted = whereBenIs, const Device &host = ben, PeersOptions::Origin origin = PeersOptions::Origin::own)
    {
        EngineOptions quiet;
        quiet.regularWork = false;
        installation = Installation::start(std::make_unique<MemoryStore>(), clock, quiet).value();
        for (const AdmitDevice &admitted : hostAdmits(host))
            done = done && submit(admitted).has_value();
        installation->settledSnapshot(firstSite).waitForFinished();
        PeersOptions options;
        options.origin = origin;
        options.addressBook = folder.filePath(QStringLiteral("addresses.json")).toStdString();
        AddressBook(options.addressBook).note(ben.id, noted);
        const auto network = [&] {
            auto mine = std::make_unique<MemoryPeerNetwork>(hub, ann);
            auto *his = new MemoryPeerNetwork(hub, ben, mine.get());
            his->setRoster({ann, ben, carl});
            (void)his->listen(whereBenIs);
            isLike(*his, hub);
            return mine;
        };
        peers = Peers::start(*installation, network, std::move(options)).value();
    }

    Answer submit(CommandBody body)
    {
        auto answer = asked(std::move(body), theProgram);
        answer.waitForFinished();
        return answer.result();
    }
    /// Of the owner, who needs no sign-in in a database without users.
    QFuture<Answer> asked(CommandBody body, UserId user = {})
    {
        Command command{{}, std::move(body), {}, {}};
        command.user = user;
        return installation->submit(std::move(command));
    }
    std::optional<Failure> lastEndOfBen() const
    {
        PeersStatus status = peers->status();
        const PeerStatus *his = status.peer(ben.id);
        return his ? his->lastEnd : std::nullopt;
    }

    QTemporaryDir folder;
    SystemClock clock;
    MemoryPeerHub hub;
    std::unique_ptr<Installation> installation;
    std::unique_ptr<Peers> peers;
    bool done = true;
};

CommandBody aService()
{
    Service service;
    service.name = "Passports";
    return DefineService{service};
}

bool isUnreachable(const QFuture<Answer> &answer)
{
    return answer.isFinished() && answer.resultCount() == 1 && !answer.result() && answer.result().error().code == replication::peer_failures::hostUnreachable;
}

} // namespace

/// What a desktop makes of those that it reaches, and of those that it does not.
class TestPeerLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoAsksWhileEverythingClosesIsAnswered()
    {
        AnnsDesktop it([](MemoryPeerNetwork &, MemoryPeerHub &) {});
        QVERIFY(it.done && it.installation->follows());
        std::vector<QFuture<Answer>> answers;
        for (int i = 0; i < 20; ++i)
            answers.push_back(it.asked(aService()));
        it.peers.reset();
        for (const QFuture<Answer> &answer : answers)
            QVERIFY(isUnreachable(answer));
        // The installation ends later than its peers, and nobody decides in its place.
        QVERIFY(it.installation->follows());
        QVERIFY(isUnreachable(it.asked(aService())));
        const auto session = it.installation->signInWithPin(UserId{1}, "1234", "desk");
        QVERIFY(session.isFinished() && session.resultCount() == 1 && !session.result());
    }

    void whyADesktopCannotBeReachedIsKnown()
    {
        // Where Ben was somebody sits whom nobody has let in.
        AnnsDesktop stranger([](MemoryPeerNetwork &his, MemoryPeerHub &hub) {
            auto *other = new MemoryPeerNetwork(hub, device('x'), &his);
            other->setRoster({ann});
            (void)other->listen("ben:2");
        }, "ben:2");
        QTRY_VERIFY_WITH_TIMEOUT(stranger.lastEndOfBen() && stranger.lastEndOfBen()->code == network_failures::unknown, patienceMs);
        // He does not let her in: he has not heard of her.
        AnnsDesktop refused([](MemoryPeerNetwork &his, MemoryPeerHub &) { his.setRoster({ben}); });
        QTRY_VERIFY_WITH_TIMEOUT(refused.lastEndOfBen() && refused.lastEndOfBen()->code == network_failures::refused, patienceMs);
    }

    void aHostThatBeganWaitsForThoseWhoAreSlow()
    {
        // Ben leads by now, and is too busy to say so for longer than a look around takes.
        AnnsDesktop it([](MemoryPeerNetwork &his, MemoryPeerHub &) {
            connect(&his, &PeerNetwork::received, &his, [&his](PeerLink link, const QByteArray &bytes) {
                const auto frame = replication::decode({bytes.constData(), std::size_t(bytes.size())});
                if (!frame || !std::holds_alternative<replication::WhoLeads>(frame->message))
                    return;
                replication::Leads leads;
                leads.host = ben.id;
                leads.isAlive = true;
                leads.epoch = frame->envelope.epoch + 1;
                leads.last = {leads.epoch, 1'000, "further"};
                const std::string said = replication::encode({{frame->envelope.cluster, ben.id, leads.epoch, 1}, leads});
                QTimer::singleShot(2 * replication::lookAroundLimit, &his, [&his, link, said] { his.send(link, said); });
            });
        }, whereBenIs, ann);
        QVERIFY(it.done && !it.installation->follows());
        const auto asked = it.asked(aService());
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), patienceMs);
        QVERIFY(!asked.result());
        QCOMPARE(std::string(asked.result().error().code.name()), std::string("not_host"));
    }

    void aHostThatIsNotLetInDoesNotLead()
    {
        // Ben's desktop has shut Ann's out while hers was off.
        std::atomic<MemoryPeerNetwork *> bens = nullptr;
        AnnsDesktop it([&bens](MemoryPeerNetwork &his, MemoryPeerHub &) {
            his.setRoster({ben});
            bens = &his;
        }, whereBenIs, ann);
        QVERIFY(it.done && !it.installation->follows());
        const auto asked = it.asked(aService());
        QTRY_VERIFY_WITH_TIMEOUT(it.peers->status().trouble.has_value(), patienceMs);
        QCOMPARE(std::string(it.peers->status().trouble->code.name()), std::string("unknown_device"));
        QVERIFY(!asked.isFinished() && !it.peers->status().inStep);
        // He lets her in again, and says that nobody leads by now.
        MemoryPeerNetwork *his = bens;
        QMetaObject::invokeMethod(his, [his] {
            connect(his, &PeerNetwork::received, his, [his](PeerLink link, const QByteArray &bytes) {
                const auto frame = replication::decode({bytes.constData(), std::size_t(bytes.size())});
                if (frame && std::holds_alternative<replication::WhoLeads>(frame->message))
                    his->send(link, replication::encode({{frame->envelope.cluster, ben.id, frame->envelope.epoch, 1}, replication::Leads{{}, {}, false, frame->envelope.epoch, {}}}));
            });
            his->setRoster({ann, ben, carl});
        });
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), 2 * patienceMs);
        QVERIFY(asked.result().has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!it.peers->status().trouble, patienceMs);
    }

    void whoWasDeposedIsNotBelievedWhileItsLogIsTheOldOne()
    {
        // Ben leads by now. He welcomes her, and the copy of his log does not come.
        const auto welcomes = [](MemoryPeerNetwork &his, MemoryPeerHub &) {
            connect(&his, &PeerNetwork::received, &his, [&his](PeerLink link, const QByteArray &bytes) {
                const auto frame = replication::decode({bytes.constData(), std::size_t(bytes.size())});
                const auto *hello = frame ? std::get_if<replication::Hello>(&frame->message) : nullptr;
                if (!hello)
                    return;
                const replication::Welcome welcome{hello->newest, {2, 1'000, "another log"}};
                his.send(link, replication::encode({{frame->envelope.cluster, ben.id, 2, 1}, welcome}));
            });
        };
        AnnsDesktop deposed(welcomes, whereBenIs, ann, PeersOptions::Origin::disowned);
        QVERIFY(deposed.done && deposed.installation->follows());
        QTRY_VERIFY_WITH_TIMEOUT(deposed.peers->isInStep(), patienceMs);
        // Whom her log names herself is not who she follows: she goes on doubting it.
        QVERIFY(!deposed.peers->hasFollowed());
        AnnsDesktop follower(welcomes);
        QTRY_VERIFY_WITH_TIMEOUT(follower.peers->hasFollowed(), patienceMs);
    }

    void oneDesktopDoesNotSpeakForAnother()
    {
        AnnsDesktop it([as = carl.id](MemoryPeerNetwork &his, MemoryPeerHub &) {
            connect(&his, &PeerNetwork::received, &his, [&his, as](PeerLink link, const QByteArray &bytes) {
                const auto frame = replication::decode({bytes.constData(), std::size_t(bytes.size())});
                if (!frame || !std::holds_alternative<replication::WhoLeads>(frame->message))
                    return;
                replication::Leads leads;
                leads.epoch = frame->envelope.epoch;
                leads.last = {frame->envelope.epoch, 1'000, "far ahead"};
                his.send(link, replication::encode({{frame->envelope.cluster, as, frame->envelope.epoch, 1}, leads}));
            });
        });
        const auto looking = it.peers->lookAround();
        QTRY_VERIFY_WITH_TIMEOUT(looking.isFinished(), patienceMs);
        const replication::TakeOverAdvice advice = looking.result();
        QCOMPARE(advice.verdict, replication::TakeOverAdvice::Verdict::mayTakeOver);
        QVERIFY(std::find(advice.unreached.begin(), advice.unreached.end(), carl.id) != advice.unreached.end());
    }
};

QTEST_GUILESS_MAIN(TestPeerLinks)
#include "tst_peer_links.moc"
