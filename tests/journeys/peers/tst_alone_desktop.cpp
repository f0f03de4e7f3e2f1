#include <set>

#include <QDir>

#include "desktops.h"
#include "raw_database.h"

using namespace smartqueue::journeys;

/// A real program that loses its host and goes on alone.
class TestAloneDesktop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itGoesOnAndOffersWhatItDid();
    void whatNoLongerFitsIsSettled();
    void whoTakesOverTakesTheirOwnActsAlong();
    void whatNoHostTakesStopsNothingElse();
    void whoIsShutOutGivesNothing();
    void whoHasLedBeforeGoesOnToo();
    void aCopyGivesNoNumbers();
    void whoIsMovedGoesOn();

private:
    struct Branch {
        Json listening;
        std::unique_ptr<Home> first = host(listening);
        Home second;

        void join();
        /// The host is gone, and the other desktop goes on alone.
        void loseHost();
        void bringHostBack();
        bool hasNothingToOffer() { return peers(second).value("to_offer", -1) == 0; }
        /// The files of the second desktop at another place, as they are there.
        Home copyOfSecond();
        static QByteArray act(const char *verb, const char *agent) { return "{\"do\":\"" + QByteArray(verb) + "\",\"agent\":\"" + agent + "\"}\n"; }
        std::string numberOf(const Ran &ran) { return ran.lines().at(0).value("number", ""); }
    };
};

void TestAloneDesktop::Branch::join()
{
    QCOMPARE(pair(second, listening).code, 0);
    second.serving = std::make_unique<Serving>(second.program, second.database);
    QCOMPARE(second.serving->hear("listening").value("role", ""), std::string("replica"));
    // Its numbers have come.
    QVERIFY(becomes([&] {
        const Json here = peers(*first);
        const Json there = peers(second);
        return hasLiveFollower(*first) && there.value("last_hash", "") == here.value("last_hash", "-") && tell(*first, "{\"do\":\"start_business_day\"}\n").code == 0
            && run(*first, {QStringLiteral("audit")}).out.contains("grant_numbers");
    }));
    QVERIFY(becomes([&] { return peers(second).value("last_hash", "") == peers(*first).value("last_hash", "-"); }));
}

void TestAloneDesktop::Branch::loseHost()
{
    first->serving->kill();
    QVERIFY(becomes([&] { return !peers(second).value("in_step", true); }));
}

void TestAloneDesktop::Branch::bringHostBack()
{
    first->serving = std::make_unique<Serving>(first->program, first->database,
                                               QStringList{QStringLiteral("--listen"), QString::fromStdString(listening.value("address", std::string()))});
    QCOMPARE(first->serving->hear("listening").value("role", ""), std::string("host"));
    QVERIFY(becomes([&] { return peers(second).value("in_step", false); }));
    QVERIFY(becomes([&] { return hasNothingToOffer(); }));
}

void TestAloneDesktop::whoIsShutOutGivesNothing()
{
    Branch branch;
    branch.join();
    const std::string device = peers(branch.second).value("device", std::string());
    QVERIFY(!device.empty());
    branch.second.serving->kill();
    QCOMPARE(tell(*branch.first, "{\"do\":\"revoke_device\",\"device\":\"" + QByteArray::fromStdString(device) + "\"}\n").code, 0);

    branch.second.serving = std::make_unique<Serving>(branch.second.program, branch.second.database);
    QVERIFY(becomes([&] {
        const Json now = peers(branch.second);
        return now.contains("trouble") && now["trouble"] == "unknown_device";
    }));
    QCOMPARE(tell(branch.second, issue("alone")).lines().at(0).value("code", ""), std::string("unknown_device"));
    QCOMPARE(run(branch.second, {QStringLiteral("take-over")}).complaint().at("code").get<std::string>(), std::string("unknown_device"));
}

void TestAloneDesktop::whoHasLedBeforeGoesOnToo()
{
    Branch branch;
    branch.join();
    branch.first->serving->kill();
    QVERIFY(becomes([&] { return run(branch.second, {QStringLiteral("take-over")}).code == 0; }));
    const auto serveFirst = [&] { branch.first->serving = std::make_unique<Serving>(branch.first->program, branch.first->database); };
    const auto goesOn = [&](const char *id) {
        const Ran issued = tell(*branch.first, issue(id));
        return issued.code == 0 && issued.lines().at(0).value("alone", false);
    };
    serveFirst();
    QVERIFY(becomes([&] { return hasLiveFollower(branch.second) && peers(*branch.first).value("in_step", false); }));
    QCOMPARE(tell(branch.second, issue()).code, 0);
    // Its numbers have come.
    QVERIFY(becomes([&] {
        const Ran audit = run(branch.second, {QStringLiteral("audit")});
        return audit.out.indexOf("grant_numbers") >= 0 && peers(branch.second).value("last_hash", "") == peers(*branch.first).value("last_hash", "-");
    }));
    branch.second.serving->kill();
    QVERIFY(becomes([&] { return goesOn("one"); }));
    // Begun anew as well.
    QCOMPARE(branch.first->serving->stop(), 0);
    serveFirst();
    QVERIFY(becomes([&] { return goesOn(""); }));
}

Home TestAloneDesktop::Branch::copyOfSecond()
{
    Home copy;
    copy.database = copy.program.database();
    QDir().mkpath(copy.database + QStringLiteral(".peer"));
    for (const char *suffix : {"", ".outbox"})
        (void)QFile::copy(second.database + QLatin1String(suffix), copy.database + QLatin1String(suffix));
    for (const QFileInfo &file : QDir(second.database + QStringLiteral(".peer")).entryInfoList(QDir::Files))
        (void)QFile::copy(file.filePath(), copy.database + QStringLiteral(".peer/") + file.fileName());
    return copy;
}

void TestAloneDesktop::aCopyGivesNoNumbers()
{
    Branch branch;
    branch.join();
    QCOMPARE(branch.second.serving->stop(), 0);
    Home copy = branch.copyOfSecond();
    Home another = branch.copyOfSecond();
    const auto serve = [](Home &home) {
        home.serving = std::make_unique<Serving>(home.program, home.database);
        QCOMPARE(home.serving->hear("listening").value("role", ""), std::string("replica"));
    };
    const auto isCopied = [](const Home &home) {
        const Json now = peers(home);
        return now.contains("trouble") && now["trouble"] == "desktop_copied";
    };
    serve(branch.second);
    QVERIFY(becomes([&] { return hasLiveFollower(*branch.first); }));
    // Both under one key while the host is heard: the one that came second is told, also where it cannot know by itself.
    QFile::remove(copy.database + QStringLiteral(".peer/place"));
    serve(copy);
    QVERIFY(becomes([&] { return isCopied(copy); }));
    QVERIFY(peers(branch.second)["trouble"].is_null());
    QCOMPARE(copy.serving->stop(), 0);

    branch.loseHost();
    serve(another);
    QVERIFY(becomes([&] { return tell(branch.second, issue()).code == 0; }));
    QVERIFY(isCopied(another));
    QCOMPARE(tell(another, issue()).lines().at(0).value("code", ""), std::string("host_unreachable"));
}

void TestAloneDesktop::whoIsMovedGoesOn()
{
    Branch branch;
    branch.join();
    QCOMPARE(branch.second.serving->stop(), 0);
    branch.second.serving.reset();
    Home moved = branch.copyOfSecond();
    QVERIFY(QDir(branch.second.database + QStringLiteral(".peer")).removeRecursively());
    branch.first->serving->kill();
    moved.serving = std::make_unique<Serving>(moved.program, moved.database);
    QVERIFY(becomes([&] { return tell(moved, issue()).code == 0; }));
    QVERIFY(peers(moved)["trouble"].is_null());
}

void TestAloneDesktop::itGoesOnAndOffersWhatItDid()
{
    Branch branch;
    branch.join();
    QCOMPARE(tell(*branch.first, issue("before")).code, 0);
    const Ran inHand = tell(branch.second, Branch::act("call_next", "Ben") + Branch::act("start", "Ben"));
    QCOMPARE(inHand.code, 0);
    QCOMPARE(tell(*branch.first, issue("waits")).code, 0);
    QVERIFY(becomes([&] { return peers(branch.second).value("last_hash", "") == peers(*branch.first).value("last_hash", "-"); }));
    branch.loseHost();

    Ran done;
    QVERIFY(becomes([&] {
        done = tell(branch.second, Branch::act("complete", "Ben"));
        return done.code == 0;
    }));
    QVERIFY2(done.lines().at(0).value("alone", false), done.out.constData());
    // The one that waits is everybody's.
    QCOMPARE(tell(branch.second, Branch::act("call_next", "Ben")).lines().at(0).value("code", ""), std::string("host_unreachable"));
    const Ran issued = tell(branch.second, issue("alone"));
    QCOMPARE(issued.code, 0);
    const std::string number = branch.numberOf(issued);
    QVERIFY(!number.empty() && number != "P003");
    QCOMPARE(branch.numberOf(tell(branch.second, issue("alone"))), number);
    const Ran called = tell(branch.second, Branch::act("call_next", "Ben"));
    QCOMPARE(branch.numberOf(called), number);
    QCOMPARE(tell(branch.second, Branch::act("start", "Ben") + Branch::act("complete", "Ben")).code, 0);

    // What is done is there after a crash.
    branch.second.serving->kill();
    branch.second.serving = std::make_unique<Serving>(branch.second.program, branch.second.database);
    QCOMPARE(branch.second.serving->hear("listening").value("role", ""), std::string("replica"));
    QCOMPARE(peers(branch.second).value("to_offer", 0), 5);

    branch.bringHostBack();
    const Ran again = tell(*branch.first, issue("alone"));
    QCOMPARE(branch.numberOf(again), number);
    QCOMPARE(again.lines().at(0).value("state", ""), std::string("waiting"));
    QVERIFY(peers(*branch.first).at("conflicts").empty());
    // Nobody is called who was served.
    const Ran next = tell(*branch.first, Branch::act("call_next", "Ann"));
    QCOMPARE(branch.numberOf(next), std::string("P002"));
    QCOMPARE(run(*branch.first, {QStringLiteral("check")}).code, 0);
    QVERIFY(becomes([&] { return peers(branch.second).value("last_hash", "") == peers(*branch.first).value("last_hash", "-"); }));
    QCOMPARE(run(branch.second, {QStringLiteral("check")}).code, 0);
}

void TestAloneDesktop::whatNoLongerFitsIsSettled()
{
    Branch branch;
    branch.join();
    branch.loseHost();
    Ran issued;
    QVERIFY(becomes([&] {
        issued = tell(branch.second, issue());
        return issued.code == 0;
    }));
    // Meanwhile the queue is closed, at the host.
    branch.second.serving->kill();
    branch.first->serving = std::make_unique<Serving>(branch.first->program, branch.first->database,
                                                      QStringList{QStringLiteral("--listen"), QString::fromStdString(branch.listening.value("address", std::string()))});
    (void)branch.first->serving->hear("listening");
    QCOMPARE(tell(*branch.first, "{\"do\":\"set_queue_status\",\"queue\":\"Passports\",\"status\":\"closed\"}\n").code, 0);
    branch.second.serving = std::make_unique<Serving>(branch.second.program, branch.second.database);
    (void)branch.second.serving->hear("listening");
    QVERIFY(becomes([&] { return branch.hasNothingToOffer() && peers(branch.second).at("conflicts").size() == 1; }));
    const Json conflict = peers(*branch.first).at("conflicts").at(0);
    QCOMPARE(conflict.value("kind", ""), std::string("done_alone"));
    QCOMPARE(conflict.value("do", ""), std::string("issue"));
    QCOMPARE(conflict.value("number", ""), branch.numberOf(issued));
    QCOMPARE(conflict.value("code", ""), std::string("queue_closed"));
    QCOMPARE(conflict.value("device", ""), peers(branch.second).value("device", "-"));
    const QByteArray id = QByteArray::number(conflict.value("conflict", 0));
    QCOMPARE(tell(branch.second, "{\"do\":\"set_queue_status\",\"queue\":\"Passports\",\"status\":\"active\"}\n").code, 0);
    QCOMPARE(tell(branch.second, "{\"do\":\"settle_conflict\",\"conflict\":" + id + ",\"again\":true}\n").code, 0);
    QVERIFY(peers(*branch.first).at("conflicts").empty());
    QCOMPARE(branch.numberOf(tell(*branch.first, Branch::act("call_next", "Ann"))), branch.numberOf(issued));
}

void TestAloneDesktop::whoTakesOverTakesTheirOwnActsAlong()
{
    Branch branch;
    branch.join();
    branch.loseHost();
    Ran issued;
    QVERIFY(becomes([&] {
        issued = tell(branch.second, issue("mine"));
        return issued.code == 0;
    }));
    QVERIFY(becomes([&] { return run(branch.second, {QStringLiteral("take-over")}).code == 0; }));
    QVERIFY(becomes([&] { return branch.hasNothingToOffer(); }));
    const Ran again = tell(branch.second, issue("mine"));
    QCOMPARE(branch.numberOf(again), branch.numberOf(issued));
    QVERIFY(!again.lines().at(0).value("alone", false));
    QCOMPARE(branch.numberOf(tell(branch.second, Branch::act("call_next", "Ben"))), branch.numberOf(issued));
    QCOMPARE(run(branch.second, {QStringLiteral("check")}).code, 0);
}

void TestAloneDesktop::whatNoHostTakesStopsNothingElse()
{
    Branch branch;
    branch.join();
    const std::string self = peers(branch.second).value("device", "");
    branch.loseHost();
    Ran first;
    QVERIFY(becomes([&] {
        first = tell(branch.second, issue("first"));
        return first.code == 0;
    }));
    const std::string second = branch.numberOf(tell(branch.second, issue("second")));
    const std::string third = branch.numberOf(tell(branch.second, issue("third")));
    // As if it had been paired anew since the first, and as if another version had written the second.
    branch.second.serving->kill();
    {
        smartqueue::RawDatabase outbox((branch.second.database + QStringLiteral(".outbox")).toStdString());
        QVERIFY(outbox.run("UPDATE outbox SET command = replace(command, '" + self + "', '" + std::string(64, '0') + "') WHERE number = 1"));
        QVERIFY(outbox.run("UPDATE outbox SET command = replace(command, '\"issue\"', '\"juggle\"') WHERE number = 2"));
    }
    branch.second.serving = std::make_unique<Serving>(branch.second.program, branch.second.database);
    QCOMPARE(branch.second.serving->hear("listening").value("role", ""), std::string("replica"));
    const Json aside = peers(branch.second).at("acts_set_aside");
    QCOMPARE(aside.size(), std::size_t(1));
    QCOMPARE(aside.at(0).value("code", ""), std::string("unreadable"));
    // It goes on without having heard a host, and no number is given twice.
    Ran fourth;
    QVERIFY(becomes([&] {
        fourth = tell(branch.second, issue());
        return fourth.code == 0;
    }));
    QVERIFY2(fourth.lines().at(0).value("alone", false), fourth.out.constData());
    QCOMPARE(std::set<std::string>({branch.numberOf(first), second, third, branch.numberOf(fourth)}).size(), std::size_t(4));

    branch.bringHostBack();
    const Json conflicts = peers(*branch.first).at("conflicts");
    QCOMPARE(conflicts.size(), std::size_t(1));
    QCOMPARE(conflicts.at(0).value("code", ""), std::string("not_alone"));
    QCOMPARE(conflicts.at(0).value("number", ""), branch.numberOf(first));
    QCOMPARE(branch.numberOf(tell(*branch.first, issue("third"))), third);
    QCOMPARE(tell(branch.second, issue()).code, 0);
    QCOMPARE(run(*branch.first, {QStringLiteral("check")}).code, 0);
}

QTEST_GUILESS_MAIN(TestAloneDesktop)
#include "tst_alone_desktop.moc"
