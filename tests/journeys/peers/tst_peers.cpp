#include <QDeadlineTimer>

#include <functional>
#include <memory>
#include <set>

#include "program.h"

using namespace smartqueue::journeys;

namespace {

constexpr int patienceMs = 30'000;

/// One `smartqueue serve`, and what it has said.
class Serving {
public:
    Serving(const Program &home, const QString &database, const QStringList &more = {})
    {
        home.prepare(m_process, QStringList{QStringLiteral("serve"), QStringLiteral("--db"), database} + more);
        m_process.start();
    }
    ~Serving()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(patienceMs))
            kill();
    }

    /// The next line with that event; discarded when none comes.
    Json hear(const std::string &event)
    {
        while (m_process.canReadLine() || m_process.waitForReadyRead(patienceMs)) {
            while (m_process.canReadLine()) {
                Json line = Json::parse(m_process.readLine().toStdString(), nullptr, false);
                if (line.is_object() && line.value("event", "") == event)
                    return line;
            }
        }
        return Json(Json::value_t::discarded);
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    /// Its exit code.
    int stop()
    {
        m_process.terminate();
        m_process.waitForFinished(patienceMs);
        return m_process.exitCode();
    }

private:
    QProcess m_process;
};

const QByteArray oneQueue = "{\"do\":\"create_service\",\"name\":\"Passports\"}\n"
                            "{\"do\":\"create_queue\",\"name\":\"Passports\",\"service\":\"Passports\",\"prefix\":\"P\"}\n"
                            "{\"do\":\"create_agent\",\"name\":\"Ann\",\"queues\":[\"Passports\"]}\n"
                            "{\"do\":\"create_agent\",\"name\":\"Ben\",\"queues\":[\"Passports\"]}\n"
                            "{\"do\":\"sign_in\",\"agent\":\"Ann\",\"counter\":\"1\"}\n"
                            "{\"do\":\"sign_in\",\"agent\":\"Ben\",\"counter\":\"2\"}\n";

/// One command as the script has it.
QByteArray issue(const char *id = "")
{
    return QByteArray("{\"do\":\"issue\",\"queue\":\"Passports\"") + (*id ? ",\"id\":\"" + QByteArray(id) + '"' : QByteArray()) + "}\n";
}

struct Home {
    Program program;
    QString database;
    std::unique_ptr<Serving> serving;
};

} // namespace

/// Real programs that find each other by real sockets.
class TestPeers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplicaForwardsAndFollows();
    void nobodyIsCalledTwiceFromTwoDesktops();
    void theNextDesktopTakesOverAndNothingIsLost();
    void aWrongCodeLetsNobodyIn();

private:
    static Ran run(const Home &home, const QStringList &verb, const QByteArray &input = {})
    {
        return home.program.run(verb + QStringList{QStringLiteral("--db"), home.database, QStringLiteral("--json")}, input);
    }
    static Ran tell(const Home &home, const QByteArray &lines) { return run(home, {QStringLiteral("do"), QStringLiteral("-")}, lines); }
    static Json peers(const Home &home) { return run(home, {QStringLiteral("peers")}).json(); }

    /// A host with one queue, at a port of its own.
    static std::unique_ptr<Home> host(Json &listening)
    {
        auto home = std::make_unique<Home>();
        home->database = home->program.database();
        home->serving = std::make_unique<Serving>(home->program, home->database, QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        listening = home->serving->hear("listening");
        if (tell(*home, oneQueue).code != 0)
            qWarning("the branch could not be set up");
        return home;
    }

    static Ran pair(Home &home, const Json &listening)
    {
        home.database = home.program.database();
        const auto text = [&](const char *name) { return QString::fromStdString(listening.value(name, std::string())); };
        return home.program.run({QStringLiteral("pair"), QStringLiteral("--db"), home.database, QStringLiteral("--host"), text("address"), QStringLiteral("--code"),
                                 text("pairing_code"), QStringLiteral("--json")}, "y\n");
    }

    static bool hasLiveFollower(const Home &home)
    {
        const Json now = peers(home);
        return now.is_object() && !now["peers"].empty() && now["peers"][0].value("live", false);
    }

    static bool becomes(const std::function<bool()> &condition)
    {
        const QDeadlineTimer until(patienceMs);
        while (!until.hasExpired()) {
            if (condition())
                return true;
        }
        return false;
    }
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
    QVERIFY(tell(second, issue("one")).lines().at(0).at("number") == issued.lines().at(0).at("number"));

    const Json here = peers(*first);
    const Json there = peers(second);
    QCOMPARE(there.at("role").get<std::string>(), std::string("replica"));
    QCOMPARE(there.at("last_seq").get<int>(), here.at("last_seq").get<int>());
    QCOMPARE(there.at("last_hash").get<std::string>(), here.at("last_hash").get<std::string>());
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
