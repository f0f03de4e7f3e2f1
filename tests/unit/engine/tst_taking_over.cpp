#include <QTest>

#include <smartqueue/engine/installation.h>
#include <smartqueue/engine/memory_peer_network.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/peers.h>

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

constexpr int patienceMs = 20'000;

Device device(char letter)
{
    return {std::string(64, letter), std::string(1, letter), "a certificate", false, {}};
}

CommandBody aService()
{
    Service service;
    service.name = "Passports";
    return DefineService{service};
}

} // namespace

/// A desktop whose host is gone becomes the host.
class TestTakingOver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoAsksAtTheMomentOfTheTakeOverIsAnswered()
    {
        const Device self = device('a');
        SystemClock clock;
        EngineOptions quiet;
        quiet.regularWork = false;
        const auto installation = Installation::start(std::make_unique<MemoryStore>(), clock, quiet).value();
        const auto submit = [&](CommandBody body) {
            Command command{{}, std::move(body), {}, {}};
            command.user = theProgram;
            return installation->submit(std::move(command));
        };
        auto admitting = submit(AdmitDevice{self, device('b')});
        admitting.waitForFinished();
        QVERIFY(admitting.result());
        installation->settledSnapshot(firstSite).waitForFinished();

        MemoryPeerHub hub;
        const auto peers = Peers::start(*installation, [&] { return std::make_unique<MemoryPeerNetwork>(hub, self); }, {}).value();
        QVERIFY(installation->follows());
        // In the engine's thread, before anybody has heard of the take-over: the engine comes to it first, and waits for the new host.
        QFuture<Answer> asked;
        connect(installation.get(), &Installation::eventsCommitted, this, [&] {
            if (!asked.isValid())
                asked = submit(aService());
        }, Qt::DirectConnection);
        const auto taking = peers->takeOver(theProgram, {});
        QTRY_VERIFY_WITH_TIMEOUT(taking.isFinished(), patienceMs);
        QVERIFY2(taking.result(), taking.result() ? "" : taking.result().error().code.name().data());
        QTRY_VERIFY_WITH_TIMEOUT(asked.isValid() && asked.isFinished(), patienceMs);
        QVERIFY(asked.result());
        QCOMPARE(peers->status().role, PeersStatus::Role::host);
    }
};

QTEST_GUILESS_MAIN(TestTakingOver)
#include "tst_taking_over.moc"
