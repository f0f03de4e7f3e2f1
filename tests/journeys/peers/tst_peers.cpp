#include <set>

#include "desktops.h"

using namespace smartqueue::journeys;

/// Real programs that find each other by real sockets.
class TestPeers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplicaForwardsAndFollows();
    void nobodyIsCalledTwiceFromTwoDesktops();
    void theNextDesktopTakesOverAndNothingIsLost();
    void aWrongCodeLetsNobodyIn();
};

void TestPeers::aReplicaForwardsAndFollows()
{
    Json listening;
    const auto first = host(listening);
    QCOMPARE(listening.value("role", ""), std::string("host"));
    Home second;
    const Ran paired = pair(second, listening);
    QVERIFY2(paired.code == 0, paired.err.constData());
    QCOMPARE(QString::fromStdString(first->serving->hear("joining").value("digits", "")),
             QString::fromStdString(paired.json().value("digits", "-")));

    second.serving = std::make_unique<Serving>(second.program, second.database);
    QCOMPARE(second.serving->hear("listening").value("role", ""), std::string("replica"));
    const Ran issued = tell(second, issue("one"));
    QVERIFY2(issued.code == 0, issued.out.constData());
    // A script that says the same line twice gets the answer of once, twice.
    const Ran twice = tell(second, issue("two") + issue("two"));
    QVERIFY2(twice.code == 0 && twice.lines().size() == 2, (twice.out + twice.err).constData());
    QVERIFY(twice.lines().at(0).at("number") == twice.lines().at(1).at("number"));
    QVERIFY(tell(second, issue("one")).lines().at(0).at("number") == issued.lines().at(0).at("number"));

    QCOMPARE(peers(second).at("role").get<std::string>(), std::string("replica"));
    // The host gives each desktop numbers of its own beside all this.
    QVERIFY(becomes([&] {
        const Json here = peers(*first);
        const Json there = peers(second);
        return there.at("last_seq") == here.at("last_seq") && there.at("last_hash") == here.at("last_hash");
    }));
    QVERIFY(becomes([&] { return hasLiveFollower(*first); }));
    QCOMPARE(run(second, {QStringLiteral("check")}).code, 0);
    QCOMPARE(second.serving->stop(), 0);
}

void TestPeers::nobodyIsCalledTwiceFromTwoDesktops()
{
    Json listening;
    const auto first = host(listening);
    Home second;
    QCOMPARE(pair(second, listening).code, 0);
    second.serving = std::make_unique<Serving>(second.program, second.database);
    (void)second.serving->hear("listening");
    QByteArray many;
    for (int i = 0; i < 60; ++i)
        many += issue();
    QCOMPARE(tell(*first, many).code, 0);

    const auto work = [](const QByteArray &agent) {
        QByteArray lines;
        for (int i = 0; i < 30; ++i) {
            for (const char *act : {"call_next", "start", "complete"})
                lines += "{\"do\":\"" + QByteArray(act) + "\",\"agent\":\"" + agent + "\"}\n";
        }
        return lines;
    };
    const auto begin = [&](QProcess &process, const Home &home, const QByteArray &lines) {
        home.program.prepare(process, {QStringLiteral("do"), QStringLiteral("-"), QStringLiteral("--db"), home.database, QStringLiteral("--json")});
        process.start();
        process.write(lines);
        process.closeWriteChannel();
    };
    QProcess ann;
    QProcess ben;
    begin(ann, *first, work("Ann"));
    begin(ben, second, work("Ben"));
    std::multiset<std::string> called;
    for (QProcess *process : {&ann, &ben}) {
        QVERIFY(process->waitForFinished(patienceMs));
        for (const QByteArray &line : process->readAllStandardOutput().split('\n')) {
            const Json answer = Json::parse(line.toStdString(), nullptr, false);
            if (answer.is_object() && answer.value("ok", false) && answer.value("line", 0) % 3 == 1)
                called.insert(answer.at("number").get<std::string>());
        }
    }
    QCOMPARE(called.size(), std::size_t(60));
    QCOMPARE(std::set<std::string>(called.begin(), called.end()).size(), std::size_t(60));
}

void TestPeers::theNextDesktopTakesOverAndNothingIsLost()
{
    Json listening;
    auto first = host(listening);
    Home second;
    QCOMPARE(pair(second, listening).code, 0);
    second.serving = std::make_unique<Serving>(second.program, second.database);
    (void)second.serving->hear("listening");
    QVERIFY(becomes([&] { return hasLiveFollower(*first); }));
    QCOMPARE(run(second, {QStringLiteral("take-over")}).complaint().at("code").get<std::string>(), std::string("host_is_alive"));
    QCOMPARE(tell(*first, issue("last")).code, 0);
    first->serving->kill();

    Ran taken;
    QVERIFY(becomes([&] {
        taken = run(second, {QStringLiteral("take-over")});
        return taken.code == 0;
    }));
    QCOMPARE(peers(second).at("role").get<std::string>(), std::string("host"));
    QCOMPARE(peers(second).at("epoch").get<int>(), 2);
    // What was acknowledged before is there, and is not done again.
    const Ran again = tell(second, issue("last"));
    QCOMPARE(again.lines().at(0).at("number").get<std::string>(), std::string("P001"));
    QCOMPARE(tell(second, issue()).lines().at(0).at("number").get<std::string>(), std::string("P002"));

    // The old host comes back, learns who leads, and follows. It is asked only once it listens: a single `peers` beside it would
    // hold the database that it is about to open.
    first->serving = std::make_unique<Serving>(first->program, first->database, QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(first->serving->hear("listening").value("role", ""), std::string("host"));
    QCOMPARE(first->serving->hear("listening").value("role", ""), std::string("replica"));
    QVERIFY(becomes([&] { return peers(*first).value("last_hash", "") == peers(second).value("last_hash", "-"); }));
    QCOMPARE(tell(*first, issue()).lines().at(0).at("number").get<std::string>(), std::string("P003"));
    QCOMPARE(run(*first, {QStringLiteral("check")}).code, 0);
}

void TestPeers::aWrongCodeLetsNobodyIn()
{
    Json listening;
    const auto first = host(listening);
    Home second;
    listening["pairing_code"] = "0000-0000";
    const Ran refused = pair(second, listening);
    QCOMPARE(refused.complaint().at("code").get<std::string>(), std::string("wrong_code"));
    QVERIFY(!QFile::exists(second.database));
    QVERIFY(peers(*first).at("peers").empty());
}

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
