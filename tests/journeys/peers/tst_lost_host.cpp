#include <array>

#include <QDir>
#include <QFile>

#include "desktops.h"

using namespace smartqueue::journeys;

/// The host is gone: who may lead in its place, and what is not believed when somebody comes back.
class TestLostHost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsSilentIsNamedAndCanBeLeftOut();
    void aHostThatWasPutBackGivesNoNumberTwice();
    void whoseDatabaseIsGoneBeginsNoOther();
    void withoutItsOutboxADesktopFollowsAndTakesOver();

private:
    static std::string number(const Ran &ran) { return ran.lines().at(0).value("number", ""); }
    static bool sameLog(const Home &one, const Home &other) { return peers(one).value("last_hash", "") == peers(other).value("last_hash", "-"); }
    static std::unique_ptr<Serving> serve(const Home &home, const Json &listening)
    {
        return std::make_unique<Serving>(home.program, home.database,
                                         QStringList{QStringLiteral("--listen"), QString::fromStdString(listening.value("address", std::string()))});
    }
    /// With the log of the host, and known to it.
    static void follow(Home &home, Home &host, Json &listening)
    {
        const Ran paired = pair(home, listening);
        QVERIFY2(paired.code == 0, paired.err.constData());
        listening["pairing_code"] = host.serving->hear("joined").value("pairing_code", "");
        home.serving = std::make_unique<Serving>(home.program, home.database);
        QCOMPARE(home.serving->hear("listening").value("role", ""), std::string("replica"));
    }
};

void TestLostHost::whoIsSilentIsNamedAndCanBeLeftOut()
{
    Json listening;
    const auto first = host(listening);
    std::array<Home, 2> others;
    for (Home &other : others)
        follow(other, *first, listening);
    const auto &[second, third] = others;
    const std::string silent = peers(third).value("device", "-");
    QVERIFY(becomes([&] {
        const Json now = peers(second);
        return std::any_of(now["peers"].begin(), now["peers"].end(), [&](const Json &peer) { return peer.value("device", "") == silent && peer.value("live", false); });
    }));
    QCOMPARE(tell(second, issue("last")).code, 0);
    first->serving->kill();
    third.serving->kill();

    Ran refused;
    QVERIFY(becomes([&] {
        refused = run(second, {QStringLiteral("take-over")});
        return refused.complaint().value("code", "") != "host_is_alive";
    }));
    QCOMPARE(refused.complaint().value("code", ""), std::string("silent_desktop"));
    QCOMPARE(refused.complaint().at("detail").value("device", ""), silent);
    QCOMPARE(peers(second).value("role", ""), std::string("replica"));

    const Ran taken = run(second, {QStringLiteral("take-over"), QStringLiteral("--without-silent")});
    QVERIFY2(taken.code == 0, taken.err.constData());
    QCOMPARE(taken.json().value("epoch", 0), 2);
    QCOMPARE(number(tell(second, issue("last"))), std::string("P001"));
    QCOMPARE(number(tell(second, issue())), std::string("P002"));
}

void TestLostHost::aHostThatWasPutBackGivesNoNumberTwice()
{
    Json listening;
    const auto first = host(listening);
    Home second;
    follow(second, *first, listening);
    QCOMPARE(number(tell(*first, issue())), std::string("P001"));
    QCOMPARE(first->serving->stop(), 0);
    const QString before = first->program.path(QStringLiteral("before.db"));
    QVERIFY(QFile::copy(first->database, before));

    first->serving = serve(*first, listening);
    QCOMPARE(first->serving->hear("listening").value("role", ""), std::string("host"));
    QVERIFY(becomes([&] { return tell(second, issue("acknowledged")).code == 0; }));
    QVERIFY(becomes([&] { return sameLog(*first, second); }));
    QCOMPARE(first->serving->stop(), 0);

    // As from a backup, with the program's own folder as it is.
    for (const char *side : {"", "-wal", "-shm"})
        (void)QFile::remove(first->database + QString::fromLatin1(side));
    QVERIFY(QFile::copy(before, first->database));
    first->serving = serve(*first, listening);
    QCOMPARE(first->serving->hear("listening").value("role", ""), std::string("replica"));
    QCOMPARE(tell(*first, issue()).lines().at(0).value("code", ""), std::string("host_unreachable"));

    // Whoever has everything leads, and the other has it from there.
    QVERIFY(becomes([&] { return run(second, {QStringLiteral("take-over")}).code == 0; }));
    QCOMPARE(number(tell(second, issue("acknowledged"))), std::string("P002"));
    QVERIFY(becomes([&] { return sameLog(*first, second); }));
    QVERIFY(becomes([&] { return tell(*first, issue("next")).code == 0; }));
    QCOMPARE(number(tell(*first, issue("next"))), std::string("P003"));
    QCOMPARE(run(*first, {QStringLiteral("check")}).code, 0);
}

void TestLostHost::whoseDatabaseIsGoneBeginsNoOther()
{
    Json listening;
    const auto first = host(listening);
    Home second;
    follow(second, *first, listening);
    QCOMPARE(second.serving->stop(), 0);
    for (const char *side : {"", "-wal", "-shm"})
        (void)QFile::remove(second.database + QString::fromLatin1(side));
    const Ran refused = run(second, {QStringLiteral("serve")});
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.complaint().value("code", ""), std::string("no_database"));
    QVERIFY(!QFile::exists(second.database));
}

void TestLostHost::withoutItsOutboxADesktopFollowsAndTakesOver()
{
    Json listening;
    const auto first = host(listening);
    Home second;
    QCOMPARE(pair(second, listening).code, 0);
    QVERIFY(QDir().mkpath(second.database + QStringLiteral(".outbox")));
    second.serving = std::make_unique<Serving>(second.program, second.database);
    QCOMPARE(second.serving->hear("listening").value("role", ""), std::string("replica"));
    QVERIFY(becomes([&] { return hasLiveFollower(*first); }));
    QCOMPARE(number(tell(second, issue())), std::string("P001"));
    first->serving->kill();

    QVERIFY(becomes([&] { return !peers(second).value("in_step", true); }));
    // Nothing is given that could be forgotten.
    QCOMPARE(tell(second, issue()).lines().at(0).value("code", ""), std::string("host_unreachable"));
    QVERIFY(becomes([&] { return run(second, {QStringLiteral("take-over")}).code == 0; }));
    QCOMPARE(number(tell(second, issue())), std::string("P002"));
}

QTEST_GUILESS_MAIN(TestLostHost)
#include "tst_lost_host.moc"
