#include "two_desks.h"

using namespace smartqueue;
using namespace smartqueue::testing;

namespace {

constexpr int patienceMs = 30'000;

template <class T>
T waited(QFuture<T> future)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, patienceMs);
    if (future.resultCount() == 0)
        throw std::runtime_error("no answer came");
    return future.result();
}

Result<accounts::Session> entered(Desk &desk)
{
    return waited(desk.desktop().installation().signIn(email, password, {}, "DESK"));
}

engine::Answer issued(Desk &desk, UserId user)
{
    IssueTicket issue;
    issue.queue = desk.desktop().installation().snapshot(firstSite)->state.queues.begin()->first;
    return waited(desk.desktop().installation().door(firstSite, user).submit(std::move(issue)));
}

bool followsInStep(Desk &desk)
{
    return QTest::qWaitFor([&] { return desk.desktop().peers() && desk.desktop().peers()->isInStep(); }, patienceMs);
}

} // namespace

/// Who sits at a desktop that follows: the host's word, which every later host keeps. And what the host does not take on a desktop's word.
class TestLastingSession final : public QObject {
    Q_OBJECT

    static bool join(Desk &host, Desk &guest)
    {
        if (!host.desktop().beginToListen())
            return false;
        const auto code = host.desktop().invite();
        app::Joining joining(guest.path());
        bool isThere = false;
        connect(&joining, &app::Joining::digitsShown, &joining, [&] { joining.answer(true); });
        connect(&joining, &app::Joining::arrived, &joining, [&] { isThere = true; });
        joining.join(QString::fromStdString(host.desktop().peers()->status().address), QString::fromStdString(code.value()));
        return QTest::qWaitFor([&] { return isThere; }, patienceMs) && app::takeArrivedCopy(guest.path(), app::Former::anotherBranch);
    }

private Q_SLOTS:
    void initTestCase() { prepareConsole(); }

    void nobodySignsInAgainBecauseTheHostBeganAgain()
    {
        Desk host;
        host.start(true);
        host.found();
        Desk guest;
        QVERIFY(join(host, guest));
        guest.start();
        QVERIFY(followsInStep(guest));
        const auto session = entered(guest);
        QVERIFY(session);
        QVERIFY(issued(guest, session->user));

        host.stop();
        host.start(true);
        QVERIFY(QTest::qWaitFor([&] { return followsInStep(guest) && issued(guest, session->user).has_value(); }, patienceMs));

        // The desktop that begins again shows its token; one that has none is nobody.
        guest.stop();
        guest.start();
        QVERIFY(followsInStep(guest));
        const auto refused = issued(guest, session->user);
        QVERIFY(!refused);
        QCOMPARE(std::string(refused.error().code.name()), std::string("sign_in_needed"));
        accounts::Session stranger = *session;
        stranger.token.clear();
        QVERIFY(!waited(guest.desktop().installation().resume(stranger, "DESK")));
        QVERIFY(waited(guest.desktop().installation().resume(*session, "DESK")));
        QVERIFY(issued(guest, session->user));
        // It is this desktop's alone.
        QVERIFY(!waited(host.desktop().installation().resume(*session, "DESK")));
    }

    void aDesktopsClockIsNotTheBranchs()
    {
        Desk host;
        host.start();
        host.found();
        Desk guest;
        QVERIFY(join(host, guest));
        guest.start();
        QVERIFY(followsInStep(guest));
        const auto session = entered(guest);
        QVERIFY(session);
        IssueTicket issue;
        issue.queue = guest.desktop().installation().snapshot(firstSite)->state.queues.begin()->first;
        Command ahead{"ahead", issue, {}, {}};
        ahead.user = session->user;
        const Instant now = host.desktop().clock().now();
        ahead.notBefore = now + std::chrono::hours(1);
        QVERIFY(waited(guest.desktop().installation().submit(std::move(ahead))));
        host.desktop().installation().settledSnapshot(firstSite).waitForFinished();
        QVERIFY(host.desktop().installation().snapshot(firstSite)->state.at < now + std::chrono::minutes(5));
    }

    void aPlainCommandIsNoActDoneAlone()
    {
        Desk host;
        host.start();
        host.found();
        Desk guest;
        QVERIFY(join(host, guest));
        guest.start();
        QVERIFY(followsInStep(guest));
        const auto session = entered(guest);
        QVERIFY(session);
        const auto refusal = [&](Command command) {
            command.user = session->user;
            const engine::Answer answer = waited(guest.desktop().installation().submit(std::move(command)));
            return answer ? std::string() : std::string(answer.error().code.name());
        };
        IssueTicket issue;
        issue.queue = guest.desktop().installation().snapshot(firstSite)->state.queues.begin()->first;
        Command past{"past", issue, {}, {}};
        past.alone = DoneAlone{guest.desktop().peers()->status().self, guest.desktop().clock().now() - std::chrono::hours(1), {}};
        QCOMPARE(refusal(past), std::string("not_alone"));
        issue.granted = GrantedNumber{host.desktop().peers()->status().self, 7, TicketId{7}, "P007"};
        QCOMPARE(refusal({"granted", issue, {}, {}}), std::string("not_alone"));
        issue.granted.reset();
        QCOMPARE(refusal({"plain", issue, {}, {}}), std::string());
    }

    void aTokenCountsForTheNextHostToo()
    {
        Desk host;
        host.start();
        host.found();
        Desk guest;
        QVERIFY(join(host, guest));
        guest.start();
        QVERIFY(followsInStep(guest));
        const auto session = entered(guest);
        QVERIFY(session);
        host.stop();
        QVERIFY(QTest::qWaitFor([&] { return !guest.desktop().peers()->isInStep(); }, patienceMs));
        QVERIFY(guest.desktop().takeOver(session->user));
        QVERIFY(waited(guest.desktop().installation().resume(*session, "DESK")));
    }
};

QTEST_MAIN(TestLastingSession)
#include "tst_lasting_session.moc"
