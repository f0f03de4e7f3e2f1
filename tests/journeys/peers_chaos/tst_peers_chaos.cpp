#include <algorithm>
#include <set>
#include <vector>

#include <QDeadlineTimer>
#include <QRandomGenerator>

#include "desk.h"

using namespace smartqueue::journeys;

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

/// Of `answer` what the log says of something that was answered as `first`: what was done alone had no place in it then.
QString inTheLog(Json answer, const Json &first)
{
    if (first.contains("alone")) {
        answer.erase("alone");
        answer.erase("sequence");
    }
    return QString::fromStdString(answer.dump());
}

/// What desktops did alone and the branch did not take: the desktop's, the act and the ticket's number.
class Conflicts {
public:
    explicit Conflicts(const Json &status)
    {
        for (const Json &conflict : status["conflicts"]) {
            if (conflict.value("kind", "") == "done_alone")
                m_all.push_back({conflict.value("device", ""), conflict.value("do", ""), conflict.value("number", "")});
        }
    }

    std::size_t count() const { return m_all.size(); }
    bool concerns(const std::string &device) const
    {
        return std::any_of(m_all.begin(), m_all.end(), [&](const Act &each) { return each.device == device; });
    }
    /// Each excuses one act, and no more.
    bool takeOneFor(const std::string &device, const Json &command, const Json &answer)
    {
        const std::string number = answer.value("number", "");
        const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Act &each) {
            return each.device == device && each.what == command.value("do", "") && (number.empty() || each.number == number);
        });
        if (found == m_all.end())
            return false;
        m_all.erase(found);
        return true;
    }

private:
    struct Act { std::string device, what, number; };
    std::vector<Act> m_all;
};

} // namespace

/// Real desktops at work while their programs are killed and frozen. Nothing acknowledged is lost or done twice, what a desktop did
/// alone is in the log or a conflict, and in the end all hold the same log. SQ_PEER_DESKS: how many desktops; SQ_PEER_ROUNDS: how
/// often something happens; SQ_PEER_FREEZE: for how many seconds a host is frozen (the full proof: 5, 1000 and 60); SQ_PEER_SEED:
/// the misfortunes of a run of before.
class TestPeersChaos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingAcknowledgedIsLostOrDoneTwice();

private:
    void open();
    void join(Desk &desk);
    Desk &host() { return *m_desks[m_host]; }
    Desk &replica() { return *m_desks[anotherThanTheHost()]; }
    std::size_t anotherThanTheHost() { return (m_host + 1 + std::size_t(m_random.bounded(int(m_desks.size()) - 1))) % m_desks.size(); }
    bool allWork();
    /// The status of a host that is followed.
    static bool leads(const Json &status);
    /// At one of the replicas, the freshest in the end.
    bool takeOver();
    /// Two that gave way to one another leave it to the admin to take over again.
    bool somebodyLeads();
    bool standsStillAtAll();

    void killAReplica();
    void killTheHost();
    void loseTheHost();
    void freezeTheHost();
    void takeOverFromAFrozenHost();

    QRandomGenerator m_random;
    std::vector<std::unique_ptr<Desk>> m_desks;
    std::size_t m_host = 0;
};

void TestPeersChaos::initTestCase()
{
    const auto seed = quint32(fromEnvironment("SQ_PEER_SEED", int(QRandomGenerator::global()->bounded(1'000'000))));
    qInfo("seed %u", seed);
    m_random.seed(seed);
}

void TestPeersChaos::open()
{
    const int count = fromEnvironment("SQ_PEER_DESKS", 3);
    for (int i = 0; i < count; ++i)
        m_desks.push_back(std::make_unique<Desk>(QStringLiteral("desk%1").arg(i + 1)));
    host().serve();
    QVERIFY(comesTrue([&] { return host().isServing(); }));
    QByteArray branch = "{\"do\":\"create_service\",\"name\":\"Passports\"}\n"
                        "{\"do\":\"create_queue\",\"name\":\"Passports\",\"service\":\"Passports\",\"prefix\":\"P\",\"last_number\":999999}\n";
    for (const auto &desk : m_desks) {
        branch += "{\"do\":\"create_agent\",\"name\":\"" + desk->name().toUtf8() + "\",\"queues\":[\"Passports\"]}\n"
                  "{\"do\":\"sign_in\",\"agent\":\"" + desk->name().toUtf8() + "\",\"counter\":\"" + desk->name().toUtf8() + "\"}\n";
    }
    const Ran told = host().run({QStringLiteral("do"), QStringLiteral("-")}, branch);
    QVERIFY2(told.code == 0, (told.out + told.err).constData());
    for (const auto &desk : m_desks) {
        if (desk.get() != &host())
            join(*desk);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestPeersChaos::join(Desk &desk)
{
    const std::string code = host().pairingCode();
    const Ran paired = desk.run({QStringLiteral("pair"), QStringLiteral("--host"), host().address(), QStringLiteral("--code"), QString::fromStdString(code)}, "y\n");
    QVERIFY2(paired.code == 0, paired.err.constData());
    desk.serve();
    QVERIFY(comesTrue([&] { return desk.isServing() && host().pairingCode() != code; }));
    QCOMPARE(desk.role(), std::string("replica"));
}

bool TestPeersChaos::allWork()
{
    constexpr std::size_t some = 8;
    std::vector<std::size_t> before;
    for (const auto &desk : m_desks)
        before.push_back(desk->agent().answeredByHost());
    const auto allDo = [&] {
        for (std::size_t i = 0; i < m_desks.size(); ++i) {
            if (!m_desks[i]->agent().isThrough() || m_desks[i]->agent().answeredByHost() < before[i] + some)
                return false;
        }
        return true;
    };
    const bool work = comesTrue(allDo, 60'000);
    for (std::size_t i = 0; i < m_desks.size() && !work; ++i) {
        const Desk &desk = *m_desks[i];
        qWarning("%s: %s, %s, %zu more; %s %s", qPrintable(desk.name()), desk.isServing() ? "serves" : desk.isUp() ? "is up" : "is down",
                 m_desks[i]->agent().isRunning() ? "at work" : "no agent", m_desks[i]->agent().answeredByHost() - before[i],
                 desk.lastWords().constData(), desk.isServing() ? desk.peers().dump().c_str() : "");
    }
    return work;
}

bool TestPeersChaos::leads(const Json &status)
{
    if (!status.is_object() || status.value("role", "") != "host" || !status.value("in_step", false))
        return false;
    return std::any_of(status["peers"].begin(), status["peers"].end(), [](const Json &peer) { return peer.value("live", false); });
}

bool TestPeersChaos::takeOver()
{
    const std::size_t lost = m_host;
    std::map<std::string, std::size_t> byDevice;
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        if (i != lost)
            byDevice[m_desks[i]->peers().value("device", "")] = i;
    }
    std::size_t chosen = anotherThanTheHost();
    QByteArray why;
    const bool taken = comesTrue([&] {
        const Ran ran = m_desks[chosen]->run({QStringLiteral("take-over")});
        why = ran.out + ran.err;
        const Json complaint = ran.complaint();
        if (complaint.is_object() && complaint.value("code", "") == "fresher_replica")
            chosen = byDevice[complaint["detail"].value("device", "")];
        m_host = chosen;
        return ran.code == 0;
    });
    if (!taken)
        qWarning("nobody could take over: %s", why.constData());
    return taken;
}

bool TestPeersChaos::somebodyLeads()
{
    return comesTrue([&] {
        for (std::size_t i = 0; i < m_desks.size(); ++i) {
            if (m_desks[i]->isServing() && leads(m_desks[i]->peers())) {
                m_host = i;
                return true;
            }
        }
        const std::size_t chosen = anotherThanTheHost();
        if (m_desks[chosen]->isServing())
            (void)m_desks[chosen]->run({QStringLiteral("take-over")});
        return false;
    }, 60'000);
}

void TestPeersChaos::killAReplica()
{
    Desk &desk = replica();
    desk.kill();
    desk.serve();
}

void TestPeersChaos::killTheHost()
{
    host().kill();
    host().serve();
}

void TestPeersChaos::loseTheHost()
{
    // A host that works alone takes what it confirms with it: then nobody may take over.
    QVERIFY(comesTrue([&] { return leads(host().peers()); }));
    Desk &lost = host();
    lost.kill();
    QVERIFY(takeOver());
    lost.serve();
    QVERIFY(comesTrue([&] { return lost.isServing() && lost.role() == "replica"; }));
    QVERIFY(somebodyLeads());
}

void TestPeersChaos::freezeTheHost()
{
    Desk &other = replica();
    host().freeze(true);
    const QDeadlineTimer until(fromEnvironment("SQ_PEER_FREEZE", 3) * 1000);
    const bool noticed = comesTrue([&] { return until.hasExpired() && !other.peers().value("in_step", true); }, 120'000);
    host().freeze(false);
    QVERIFY(noticed);
}

void TestPeersChaos::takeOverFromAFrozenHost()
{
    QVERIFY(comesTrue([&] { return leads(host().peers()); }));
    Desk &lost = host();
    const QString address = lost.address();
    lost.freeze(true);
    const QDeadlineTimer until(fromEnvironment("SQ_PEER_FREEZE", 3) * 1000);
    const bool taken = takeOver() && comesTrue([&] { return until.hasExpired(); }, 120'000);
    lost.freeze(false);
    QVERIFY(taken);
    QVERIFY(comesTrue([&] { return lost.isServing() && lost.role() == "replica"; }));
    // Any port would have done; the others know the one of before.
    QCOMPARE(lost.address(), address);
    QVERIFY(somebodyLeads());
}

bool TestPeersChaos::standsStillAtAll()
{
    std::vector<Json> all;
    const bool still = comesTrue([&] {
        all.clear();
        for (const auto &desk : m_desks)
            all.push_back(desk->peers());
        return std::all_of(all.begin(), all.end(), [&](const Json &one) {
            return one.is_object() && one.value("in_step", false) && one.value("to_offer", 0) == 0 && one["last_hash"] == all.front()["last_hash"];
        });
    }, 60'000);
    for (const Json &one : all) {
        if (!still)
            qWarning("%s", one.dump().c_str());
        for (const Json &conflict : one.is_object() ? one["conflicts"] : Json::array())
            qInfo("set aside: %s", conflict.dump().c_str());
    }
    return still;
}

void TestPeersChaos::nothingAcknowledgedIsLostOrDoneTwice()
{
    open();
    if (QTest::currentTestFailed())
        return;
    for (const auto &desk : m_desks)
        desk->employ();
    using Misfortune = void (TestPeersChaos::*)();
    const std::vector<std::pair<const char *, Misfortune>> misfortunes{{"a replica is killed", &TestPeersChaos::killAReplica},
                                                                       {"the host is killed", &TestPeersChaos::killTheHost},
                                                                       {"the host is lost", &TestPeersChaos::loseTheHost},
                                                                       {"the host is frozen", &TestPeersChaos::freezeTheHost},
                                                                       {"a frozen host is lost", &TestPeersChaos::takeOverFromAFrozenHost}};
    const int rounds = fromEnvironment("SQ_PEER_ROUNDS", int(misfortunes.size()));
    for (int round = 0; round < rounds; ++round) {
        // Each in turn first, so that the short form has them all.
        const auto which = std::size_t(round) < misfortunes.size() ? std::size_t(round) : std::size_t(m_random.bounded(int(misfortunes.size())));
        QVERIFY2(allWork(), misfortunes[which].first);
        qInfo("%d: %s, %s", round, misfortunes[which].first, qPrintable(host().name()));
        (this->*misfortunes[which].second)();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(allWork());
    for (const auto &desk : m_desks)
        desk->dismiss();
    QVERIFY(comesTrue([&] { return std::all_of(m_desks.begin(), m_desks.end(), [](const auto &desk) { return desk->agent().isStopped(); }); }));
    QVERIFY(standsStillAtAll());

    struct Done { std::string device; Agent::Acknowledged what; };
    std::vector<Done> all;
    std::multiset<std::string> issued;
    std::multiset<std::string> called;
    Conflicts conflicts(host().peers());
    for (const auto &desk : m_desks) {
        const std::string device = desk->peers().value("device", "");
        QVERIFY2(desk->agent().complaints().isEmpty() || conflicts.concerns(device), qPrintable(desk->agent().complaints().join(QLatin1Char('\n'))));
        for (const auto &[id, acknowledged] : desk->agent().acknowledged()) {
            all.push_back({device, acknowledged});
            if (acknowledged.command.contains("\"issue\""))
                issued.insert(acknowledged.answer.value("number", ""));
            else if (acknowledged.command.contains("\"call_next\""))
                called.insert(acknowledged.answer.value("number", ""));
        }
    }
    const auto alone = std::count_if(all.begin(), all.end(), [](const Done &each) { return each.what.answer.contains("alone"); });
    qInfo("%zu acknowledged, %zu of them done alone; %zu did not fit", all.size(), std::size_t(alone), conflicts.count());
    QCOMPARE(std::set<std::string>(issued.begin(), issued.end()).size(), issued.size());
    QCOMPARE(std::set<std::string>(called.begin(), called.end()).size(), called.size());

    // What is there answers as it did, and is not done again. In the order of the log, in which old answers are found fast.
    std::sort(all.begin(), all.end(), [](const auto &x, const auto &y) { return x.what.answer.value("sequence", 0) < y.what.answer.value("sequence", 0); });
    constexpr std::size_t atOnce = 500;
    const Json before = host().peers();
    for (std::size_t from = 0; from < all.size(); from += atOnce) {
        const std::size_t to = std::min(all.size(), from + atOnce);
        QByteArray again;
        for (std::size_t i = from; i < to; ++i)
            again += all[i].what.command;
        const std::vector<Json> lines = replica().run({QStringLiteral("do"), QStringLiteral("-")}, again).lines();
        QCOMPARE(lines.size(), to - from);
        for (std::size_t i = from; i < to; ++i) {
            const Json now = answerAlone(lines[i - from]);
            const Agent::Acknowledged &first = all[i].what;
            const QString then = inTheLog(first.answer, first.answer);
            // What did not fit is kept where a supervisor sees it.
            if (inTheLog(now, first.answer) != then)
                QVERIFY2(first.answer.contains("alone") && conflicts.takeOneFor(all[i].device, Json::parse(first.command.toStdString()), first.answer),
                         qPrintable(then + QStringLiteral(" is now ") + inTheLog(now, first.answer)));
        }
    }
    QCOMPARE(host().peers().value("last_seq", 0), before.value("last_seq", -1));
    for (const auto &desk : m_desks) {
        const Ran checked = desk->run({QStringLiteral("check")});
        QVERIFY2(checked.code == 0, (checked.out + checked.err).constData());
        QVERIFY(desk->stop());
    }
}

QTEST_GUILESS_MAIN(TestPeersChaos)
#include "tst_peers_chaos.moc"
