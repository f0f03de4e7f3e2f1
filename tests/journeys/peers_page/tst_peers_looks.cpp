#include <QFile>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/memory_outbox.h>
#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/join_dialog.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/peers_tab.h>
#include <smartqueue/pages/wizard.h>
#include <smartqueue/presentation/console_settings.h>
#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/widgets/number_plate.h>

#include "gallery.h"
#include "languages.h"
#include "small_branch.h"
#include "told_importer.h"
#include "two_desks.h"
#include "walk.h"

using namespace smartqueue;
using namespace smartqueue::testing;

namespace {

DeviceId deviceOf(int number)
{
    return std::string(63, 'a') + char('0' + number);
}

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// Desktops that are told rather than there.
class ToldPeers : public presentation::BranchPeers {
public:
    std::optional<engine::PeersStatus> status() const override { return told; }
    QFuture<Result<presentation::PeerInvitation>> invite() override
    {
        return ready(Result<presentation::PeerInvitation>(presentation::PeerInvitation{QStringLiteral("7KQ2-M4XD"), QStringLiteral("192.168.1.20:52100"), std::chrono::minutes(5)}));
    }
    void closeInvitation() override { ++closed; }
    QFuture<replication::TakeOverAdvice> lookAround() override { return ready(advice); }
    QFuture<engine::Answer> takeOver(UserId, std::set<DeviceId>) override { return ready(engine::Answer(fail(engine::peers_failures::hostIsAlive))); }
    QFuture<std::vector<presentation::AsideLog>> setAside() override { return ready(logs); }
    QFuture<Done> settle(const QString &) override
    {
        logs.clear();
        return ready(Done());
    }

    int closed = 0;
    std::optional<engine::PeersStatus> told;
    replication::TakeOverAdvice advice;
    std::vector<presentation::AsideLog> logs;
};

/// Tells what somebody who joins is told.
class ToldJoiner : public presentation::BranchJoiner {
public:
    void look() override {}
    QList<presentation::FoundBranch> found() const override { return {{QStringLiteral("DESK-01"), QStringLiteral("192.168.1.20:52100")}}; }
    QString rememberedAddress() const override { return {}; }
    void join(const QString &, const QString &) override { Q_EMIT digitsShown(QStringLiteral("482913"), QStringLiteral("DESK-01")); }
    void answer(bool same) override
    {
        if (same)
            Q_EMIT admitted(QStringLiteral("DESK-01"));
        else
            Q_EMIT failed(Failure{FailureCode{"digits_differ"}, {}});
    }
    void cancel() override {}
    void open() override {}
};

/// A branch of seven desktops: DESK-01 hosts, DESK-04 cannot be reached, KIOSK-01 lags behind, one copies, one is revoked.
struct House {
    House()
    {
        const char *names[]{"DESK-01", "DESK-02", "DESK-03", "DESK-04", "DESK-05", "KIOSK-01", "DISPLAY-01"};
        engine::PeersStatus status;
        for (int i = 0; i < 7; ++i) {
            Device device{deviceOf(i), names[i], "a certificate", false, {}};
            if (i == 0)
                continue;
            branch.must(AdmitDevice{device, Device{deviceOf(0), names[0], "a certificate", false, {}}});
            engine::PeerStatus peer;
            peer.device = device;
            peer.connected = peer.live = true;
            peer.lastSequence = 18'204;
            peer.lag = std::chrono::milliseconds(200 + 30 * i);
            peer.program = "0.3.1";
            peer.address = "192.168.1." + std::to_string(20 + i) + ":52100";
            peer.bytesIn = 480'000 * i;
            peer.bytesOut = 2'100'000 * i;
            status.peers.push_back(peer);
        }
        status.self = status.host = deviceOf(0);
        status.program = "0.3.1";
        status.end = {3, 18'204, "hash"};
        status.address = "192.168.1.20:52100";
        status.peer(deviceOf(3))->connected = false;
        status.peer(deviceOf(3))->lastSequence = 18'121;
        status.peer(deviceOf(3))->program = "0.3.0";
        status.peer(deviceOf(3))->lastEnd = Failure{engine::network_failures::unknown, {}};
        status.peer(deviceOf(5))->lag = std::chrono::milliseconds(4800);
        status.peer(deviceOf(5))->lastSequence = 18'198;
        status.peer(deviceOf(6))->copying = true;
        peers.told = status;
        branch.engine->settledSnapshot().waitForFinished();
        console = std::make_unique<presentation::Console>(*branch.engine, monitor, false);
        console->setPeers(peers);
        tab = new pages::PeersTab(*console);
        page = new pages::AdministrationPage(*console, {tab});
        window = std::make_unique<pages::MainWindow>(*console, settings, QList<pages::Page *>{page}, QStringLiteral("0.3.1"));
        window->setStaleAfter(std::chrono::hours(1));
        window->resize(1280, 800);
        window->show();
        tell();
    }

    void tell()
    {
        Q_EMIT peers.changed();
        settle();
        tab->activated();
        settle();
    }

    void becomeReplica()
    {
        engine::PeersStatus &status = *peers.told;
        status.role = engine::PeersStatus::Role::replica;
        status.self = deviceOf(1);
        status.inStep = false;
        status.silence = std::chrono::seconds(12);
        engine::PeerStatus host;
        host.device = {deviceOf(0), "DESK-01", {}, false, {}};
        host.address = "192.168.1.20:52100";
        host.lastEnd = Failure{replication::peer_failures::silent, {}};
        std::erase_if(status.peers, [](const engine::PeerStatus &peer) { return peer.device.id == deviceOf(1); });
        status.peers.push_back(host);
    }

    QTemporaryDir folder;
    presentation::ConsoleSettings settings{folder.filePath(QStringLiteral("console.ini"))};
    SmallBranch branch;
    engine::Monitor monitor{*branch.engine};
    ToldPeers peers;
    std::unique_ptr<presentation::Console> console;
    pages::PeersTab *tab = nullptr;
    pages::AdministrationPage *page = nullptr;
    std::unique_ptr<pages::MainWindow> window;
};

void portraits(QWidget &window, const QString &name)
{
    {
        const Language english(QStringLiteral("en"));
        settle();
        portrait(window, name + QStringLiteral("-en"));
    }
    const Language french(QStringLiteral("fr"));
    settle();
    portrait(window, name + QStringLiteral("-fr"));
}

} // namespace

/// How many desktops look, whatever state each of them is in.
class TestPeersLooks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareConsole(); }

    void theWorstStandsFirstAndIsDiagnosed()
    {
        House house;
        auto *table = part<QTableView>(*house.window, "peerTable");
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("DESK-04"));
        QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("KIOSK-01"));
        QVERIFY(said(*house.window, "peerWhat").contains(QLatin1String("its certificate changed")));
        QCOMPARE(said(*house.window, "peerVerdict"), QStringLiteral("1 desktop(s) cannot be reached."));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("seven"));
    }

    void arrowKeysGoFromDesktopToDesktop()
    {
        House house;
        auto *star = part(*house.window, "peerStar");
        star->setFocus();
        auto *table = part<QTableView>(*house.window, "peerTable");
        const QString before = table->currentIndex().siblingAtColumn(0).data().toString();
        QTest::keyClick(star, Qt::Key_Right);
        QVERIFY(table->currentIndex().siblingAtColumn(0).data().toString() != before);
    }

    void aRevokedDesktopIsAskedAboutFirst()
    {
        House house;
        press(*house.window, "peerRevoke");
        QVERIFY(said(*house.window, "peerRevokeQuestion").contains(QLatin1String("DESK-04")));
        portraits(*house.window, QStringLiteral("revoke"));
        press(*house.window, "peerRevokeNo");
        QVERIFY(!house.branch.engine->installation().directory()->device(deviceOf(3))->revoked);
        press(*house.window, "peerRevoke");
        press(*house.window, "peerRevokeYes");
        QTRY_VERIFY(house.branch.engine->installation().directory()->device(deviceOf(3))->revoked);
        QTRY_VERIFY(!part(*house.window, "peerRevoke")->isVisible());
    }

    void whatWasDecidedAloneIsShownUntilItIsSettled()
    {
        House house;
        presentation::AsideLog log;
        log.path = house.folder.filePath(QStringLiteral("branch.db.conflict-1"));
        log.entries = 3;
        log.first = *fromIso8601("2026-11-22T10:37:00Z");
        log.last = *fromIso8601("2026-11-22T10:41:00Z");
        log.tickets = {{house.branch.issue(house.branch.passports).ticket.value}};
        house.peers.logs = {log};
        house.tell();
        QVERIFY(part(*house.window, "asideCard"));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("conflict"));
        // The cards of the other language go.
        settle();
        press(*house.window, "asideSettle");
        press(*house.window, "asideYes");
        QTRY_VERIFY(!part(*house.window, "asideCard"));
    }

    void whatNoHostTakesIsSaidWhereItWasDone()
    {
        House house;
        engine::MemoryOutbox outbox;
        for (int i = 0; i < 7; ++i) {
            Command act{"act " + std::to_string(i), IssueTicket{}, {}, {}};
            std::get<IssueTicket>(act.body).granted = GrantedNumber{deviceOf(0), 990 + i, {77 + i}, "A99" + std::to_string(i)};
            act.alone = DoneAlone{deviceOf(0), *fromIso8601("2026-11-22T10:37:00Z"), {}};
            QVERIFY(outbox.setAside(*outbox.keep(act), {failures::notAlone, {{"reason", "unreadable"}}}));
        }
        QVERIFY(house.branch.engine->installation().workAlone(&outbox));
        house.tell();
        QVERIFY(part(*house.window, "asideActsCard"));
        const QString told = visibleTexts(*house.window).join(QLatin1Char('\n'));
        for (const char *piece : {"cannot be taken on by any host", "A996"})
            QVERIFY2(told.contains(QLatin1String(piece)), qPrintable(told));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("aside-acts"));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("peers.json")));
        house.tab->exportTo(file.fileName());
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("acts_set_aside"));
        QVERIFY(house.branch.engine->installation().workAlone(nullptr));
    }

    void aSilentHostIsSaidOnEveryPageWithWhatStillWorks()
    {
        House house;
        house.becomeReplica();
        house.peers.advice.unreached = {deviceOf(0), deviceOf(4)};
        house.tell();
        QVERIFY(part(*house.window, "takeOver")->isEnabled());
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("silent"));
        // Of the two that do not answer the host counted one.
        house.peers.advice.unreached = {deviceOf(0), deviceOf(4), deviceOf(5)};
        house.peers.advice.missed = {deviceOf(4)};
        press(*house.window, "takeOver");
        QTRY_VERIFY(said(*house.window, "takeOverAdvice").contains(QLatin1String("DESK-05 alone")));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("missed"));
        press(*house.window, "takeOverBack");
        house.peers.advice.missed.clear();
        press(*house.window, "takeOver");
        QTRY_VERIFY(said(*house.window, "takeOverAdvice").startsWith(QLatin1String("No desktop that answers has more")));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portrait(*house.window, QStringLiteral("advice"));
        QTest::keyClick(part(*house.window, "takeOver"), Qt::Key_Space);
        QTRY_VERIFY(said(*house.window, "takeOverProblem").contains(QLatin1String("Nothing was changed")));
    }

    void whoTakesOverIsSetAndPutBack()
    {
        House house;
        const auto authority = [&] { return house.branch.engine->installation().directory()->authority; };
        QVERIFY(said(*house.window, "authorityWhat").startsWith(QLatin1String("By hand")));
        QVERIFY(!part(*house.window, "authorityUndo")->isVisible());
        part(*house.window, "authorityAct")->setFocus();
        QTest::keyClick(part(*house.window, "authorityAct"), Qt::Key_Space);
        auto *edit = part<QPlainTextEdit>(*house.window, "authorityEndpoints");
        QCOMPARE(house.window->focusWidget(), edit);
        QTest::keyClicks(edit, QStringLiteral("10.0.0.5:2379"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(visibleTexts(*house.window).join(QLatin1Char('\n')).contains(QLatin1String("is no address such as")));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("authority-wrong"));
        // Somebody thinks again.
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(authority().empty());
        press(*house.window, "authorityAct");
        edit->setPlainText(QStringLiteral("http://10.0.0.5:2379, http://10.0.0.6:2379\nhttp://10.0.0.7:2379"));
        portraits(*house.window, QStringLiteral("authority-edit"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(authority().size(), std::size_t(3));
        QTRY_VERIFY(said(*house.window, "authorityWhat").startsWith(QLatin1String("By themselves")));
        QTRY_VERIFY(part(*house.window, "authorityUndo")->isVisible());
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("authority-set"));
        press(*house.window, "authorityUndo");
        QTRY_VERIFY(authority().empty());
        QTRY_VERIFY(said(*house.window, "authorityWhat").startsWith(QLatin1String("By hand")));
        QVERIFY(!part(*house.window, "authorityUndo")->isVisible());
    }

    void withoutItsHostADesktopSetsNoAuthority()
    {
        House house;
        house.becomeReplica();
        house.tell();
        QVERIFY(!part(*house.window, "authorityAct")->isEnabled());
        QVERIFY(!said(*house.window, "authorityLocked").isEmpty());
    }

    void aHostThatHearsNobodySaysSoOnEveryPage()
    {
        House house;
        for (engine::PeerStatus &peer : house.peers.told->peers) {
            peer.connected = peer.live = peer.copying = false;
            peer.lastEnd = Failure{replication::peer_failures::silent, {}};
        }
        house.tell();
        QVERIFY(visibleTexts(*house.window).join(QLatin1Char('\n')).contains(QLatin1String("hears none of the others")));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("hears-nobody"));
    }

    void whatIsDoneAloneIsCountedInTheRibbon()
    {
        House house;
        house.becomeReplica();
        house.peers.told->toOffer = 3;
        house.tell();
        QVERIFY(visibleTexts(*house.window).join(QLatin1Char('\n')).contains(QLatin1String("3 act")));
        portraits(*house.window, QStringLiteral("alone-acts"));
    }

    void aCopyUnderWayShowsHowFarItIs()
    {
        House house;
        house.becomeReplica();
        house.peers.told->copying = {34, 100};
        house.tell();
        portraits(*house.window, QStringLiteral("copying"));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
    }

    void anInvitationShowsTheCodeAndItsTime()
    {
        House house;
        press(*house.window, "peerAdd");
        QTRY_VERIFY(part(*house.window, "peerCode")->isVisible());
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("invitation"));
        QTest::keyClick(part(*house.window, "peerStop"), Qt::Key_Escape);
        QVERIFY(!part(*house.window, "peerInvitation")->isVisible());
        QCOMPARE(house.peers.closed, 1);
    }

    void anInvitationCanBeStopped()
    {
        House house;
        press(*house.window, "peerAdd");
        QTRY_VERIFY(part(*house.window, "peerCode")->isVisible());
        QCOMPARE(house.window->focusWidget(), part(*house.window, "peerStop"));
        QTest::keyClick(part(*house.window, "peerStop"), Qt::Key_Space);
        QCOMPARE(house.peers.closed, 1);
        QVERIFY(!part(*house.window, "peerCode")->isVisible());
        QVERIFY(said(*house.window, "peerTold").startsWith(QLatin1String("The invitation is closed.")));
        QCOMPARE(house.window->focusWidget(), part(*house.window, "peerInvitationClose"));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("invitation-stopped"));
        press(*house.window, "peerAgain");
        QTRY_VERIFY(part(*house.window, "peerCode")->isVisible());
        // Whoever is let in meanwhile is said all the same.
        press(*house.window, "peerStop");
        Q_EMIT house.peers.joined(Device{deviceOf(9), "DESK-09", {}, false, {}});
        QVERIFY(said(*house.window, "peerTold").startsWith(QLatin1String("DESK-09 is in.")));
    }

    void theHostIsToldWhyNobodyCameIn_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("differ") << QStringLiteral("digits_differ") << QStringLiteral("the digits differ");
        QTest::newRow("gone") << QStringLiteral("peer_unreachable") << QStringLiteral("went away");
        QTest::newRow("late") << QStringLiteral("pairing_timed_out") << QStringLiteral("said in time");
        QTest::newRow("refused") << QStringLiteral("pairing_refused") << QStringLiteral("DESK-09 was not let in.");
    }

    void theHostIsToldWhyNobodyCameIn()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        static const std::map<QString, FailureCode> codes{{QStringLiteral("digits_differ"), FailureCode{"digits_differ"}},
                                                          {QStringLiteral("peer_unreachable"), FailureCode{"peer_unreachable"}},
                                                          {QStringLiteral("pairing_timed_out"), FailureCode{"pairing_timed_out"}},
                                                          {QStringLiteral("pairing_refused"), FailureCode{"pairing_refused"}}};
        House house;
        press(*house.window, "peerAdd");
        QTRY_VERIFY(part(*house.window, "peerCode")->isVisible());
        const Device guest{deviceOf(9), "DESK-09", {}, false, {}};
        Q_EMIT house.peers.joining(guest, QStringLiteral("482913"));
        QVERIFY(said(*house.window, "peerTold").contains(QLatin1String("DESK-09")));
        if (code == QLatin1String("digits_differ"))
            portraits(*house.window, QStringLiteral("invitation-digits"));
        // What becomes of somebody else is not to take these digits away.
        Q_EMIT house.peers.joiningFailed(Device{deviceOf(8), "DESK-08", {}, false, {}}, Failure{FailureCode{"peer_unreachable"}, {}});
        QVERIFY(said(*house.window, "peerFailed").isEmpty());
        Q_EMIT house.peers.joiningFailed(guest, Failure{codes.at(code), {{"reason", "version"}}});
        QVERIFY2(said(*house.window, "peerFailed").contains(words), qPrintable(said(*house.window, "peerFailed")));
        QCOMPARE(part<widgets::NumberPlate>(*house.window, "peerCode")->accessibleName(), QStringLiteral("7KQ2-M4XD"));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("invitation-failed-") + QString::fromLatin1(QTest::currentDataTag()));
        // The next attempt begins without the words of the last.
        Q_EMIT house.peers.joining(guest, QStringLiteral("482913"));
        QVERIFY(said(*house.window, "peerFailed").isEmpty());
    }

    void aWrongCodeAndItsEndAreSaidAtTheHost()
    {
        House house;
        press(*house.window, "peerAdd");
        QTRY_VERIFY(part(*house.window, "peerCode")->isVisible());
        Q_EMIT house.peers.wrongCodeTried(2);
        QVERIFY(said(*house.window, "peerFailed").startsWith(QLatin1String("Somebody typed a wrong code. 2 more")));
        portraits(*house.window, QStringLiteral("invitation-wrong-code"));
        Q_EMIT house.peers.wrongCodeTried(0);
        Q_EMIT house.peers.invitationClosed(presentation::BranchPeers::InvitationEnd::tooManyTries);
        QVERIFY(said(*house.window, "peerTold").contains(QLatin1String("wrong too often")));
        QVERIFY(said(*house.window, "peerFailed").isEmpty());
        portraits(*house.window, QStringLiteral("invitation-too-often"));
        press(*house.window, "peerAgain");
        QTRY_VERIFY(part(*house.window, "peerCode")->isVisible());
        Q_EMIT house.peers.invitationClosed(presentation::BranchPeers::InvitationEnd::expired);
        QVERIFY(said(*house.window, "peerTold").contains(QLatin1String("its time is over")));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
    }

    void whoMaySeeThemIsJudgedOnce()
    {
        SmallBranch branch;
        engine::Installation &installation = branch.engine->installation();
        const auto directory = [&] { return installation.directory(); };
        QVERIFY(presentation::maySeePeers(*directory(), UserId{}) && presentation::mayRunPeers(*directory(), UserId{}));
        const auto submit = [&](UserId by, CommandBody body) {
            auto answer = installation.door(firstSite, by).submit(std::move(body));
            answer.waitForFinished();
            if (!answer.result())
                throw std::runtime_error(std::string(answer.result().error().code.name()));
            return *answer.result();
        };
        const auto add = [&](UserId by, const char *address, PlatformRole platform) {
            CreateUser create;
            create.profile = {address, "First", "Last", {}};
            create.platform = platform;
            create.password.plain = password;
            return UserId{submit(by, std::move(create)).entity};
        };
        const UserId chief = add({}, "chief@ville.example", PlatformRole::superadmin);
        const UserId staff = add(chief, "staff@ville.example", PlatformRole::staff);
        const UserId admin = add(chief, "admin@ville.example", PlatformRole::none);
        const UserId manager = add(chief, "manager@ville.example", PlatformRole::none);
        Tenant ville;
        ville.slug = "ville";
        ville.name = "Ville de Lac";
        ville.timeZone = "Europe/Paris";
        const TenantId tenant{submit(chief, CreateTenant{ville}).entity};
        Branch second;
        second.name = "Harbour";
        second.timeZone = "Europe/Paris";
        submit(chief, CreateSite{tenant, second});
        submit(chief, GrantRole{admin, tenant, Role::admin});
        submit(chief, GrantRole{manager, tenant, Role::manager});
        branch.engine->settledSnapshot().waitForFinished();
        const auto judged = [&](UserId user) { return std::pair(presentation::maySeePeers(*directory(), user).has_value(), presentation::mayRunPeers(*directory(), user).has_value()); };
        QCOMPARE(judged(chief), std::pair(true, true));
        QCOMPARE(judged(staff), std::pair(true, false));
        QCOMPARE(judged(admin), std::pair(true, false));
        QCOMPARE(judged(manager), std::pair(false, false));
        // In a database with users nobody is nobody.
        QCOMPARE(judged(UserId{}), std::pair(false, false));
    }

    void oneFiveAndNoneOtherLookAsTheyShould()
    {
        House house;
        std::erase_if(house.peers.told->peers, [](const engine::PeerStatus &peer) { return peer.device.id > deviceOf(4); });
        for (engine::PeerStatus &peer : house.peers.told->peers) {
            peer.connected = peer.live = true;
            peer.copying = false;
            peer.program = "0.3.1";
            peer.lastSequence = 18'204;
        }
        for (int i = 5; i < 7; ++i)
            house.branch.must(RevokeDevice{deviceOf(i)});
        house.branch.engine->settledSnapshot().waitForFinished();
        house.tell();
        QVERIFY2(said(*house.window, "peerVerdict").contains(QLatin1String("one piece: 5")), qPrintable(said(*house.window, "peerVerdict")));
        QVERIFY2(faultsOf(*house.window).isEmpty(), qPrintable(faultsOf(*house.window)));
        portraits(*house.window, QStringLiteral("five"));
        house.peers.told.reset();
        house.tell();
        QVERIFY(part(*house.window, "peerNobody")->isVisible());
        portraits(*house.window, QStringLiteral("none-other"));
    }

    void joiningSaysAtEachStepWhatToDo()
    {
        ToldJoiner joiner;
        std::unique_ptr<pages::JoinDialog> dialog;
        const auto shown = [&](int steps) {
            return [&, steps]() -> QWidget * {
                dialog = std::make_unique<pages::JoinDialog>(joiner);
                dialog->show();
                if (steps > 0) {
                    type(*dialog, "joinCode", QStringLiteral("7KQ2-M4XD"));
                    press(*dialog, "joinAct");
                }
                if (steps > 1)
                    press(*dialog, "joinAct");
                if (steps > 2)
                    Q_EMIT joiner.arrived();
                return dialog.get();
            };
        };
        for (int steps = 0; steps < 4; ++steps) {
            QVERIFY2(faultsOf(shown(steps)).isEmpty(), qPrintable(faultsOf(shown(steps))));
            const Language french(QStringLiteral("fr"));
            portrait(*shown(steps)(), QStringLiteral("join-%1").arg(steps));
        }
        press(*shown(1)(), "joinDiffer");
        QVERIFY(said(*dialog, "joinProblem").contains(QLatin1String("differ")));
        dialog.reset();
    }

    void theFirstStartLeadsIntoABranchThatRunsAlready()
    {
        SmallBranch branch;
        ToldImporter importer;
        pages::WizardSettings settings;
        settings.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("fr"), QStringLiteral("Français")}};
        settings.language = QStringLiteral("en");
        settings.canJoin = true;
        pages::Wizard wizard(*branch.engine, importer, settings);
        wizard.resize(1280, 800);
        wizard.show();
        wizard.showStep(pages::Wizard::Step::branch);
        portraits(wizard, QStringLiteral("first-start"));
        int wanted = 0;
        connect(&wizard, &pages::Wizard::joinRequested, this, [&wanted] { ++wanted; });
        press(wizard, "wizardJoin");
        QCOMPARE(wanted, 1);
    }

    void diagnosticsHoldNoSecrets()
    {
        House house;
        const QString path = house.folder.filePath(QStringLiteral("peers.json"));
        house.tab->exportTo(path);
        // It is there whole or not at all.
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("\"DESK-04\"") && text.contains("peer_unknown"));
        QVERIFY(!text.contains("certificate\""));
        QVERIFY(!text.contains("a certificate"));
    }
};

QTEST_MAIN(TestPeersLooks)
#include "tst_peers_looks.moc"
