#include <QTest>

#include <smartqueue/presentation/email_check.h>

using namespace smartqueue;
using presentation::EmailCheck;
using State = EmailCheck::State;

namespace {

/// Claire runs the first tenant, Marek belongs to the second alone.
accounts::Directory twoTenants()
{
    accounts::Directory directory;
    directory.tenants[TenantId{1}].id = TenantId{1};
    directory.tenants[TenantId{2}].id = TenantId{2};
    const auto add = [&](std::int64_t id, const char *email, const char *name, TenantId tenant, Role role) {
        User user;
        user.id = UserId{id};
        user.memberships = {{tenant, role}};
        directory.users[user.id] = user;
        directory.profiles[user.id] = {email, name, "", ""};
    };
    add(1, "claire@ville.example", "Claire", TenantId{1}, Role::admin);
    add(2, "marek@port.example", "Marek", TenantId{2}, Role::agent);
    return directory;
}

} // namespace

class TestEmailCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsJudged_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<State>("state");
        QTest::newRow("nothing") << QStringLiteral("  ") << State::empty;
        QTest::newRow("no domain") << QStringLiteral("claire@") << State::malformed;
        QTest::newRow("two") << QStringLiteral("a@b@c.example") << State::malformed;
        QTest::newRow("own, in another spelling") << QStringLiteral(" CLAIRE@Ville.example ") << State::own;
        QTest::newRow("of somebody in another tenant") << QStringLiteral("marek@port.example") << State::taken;
        QTest::newRow("free") << QStringLiteral("ines@ville.example") << State::free;
        QTest::newRow("full width letters are the same") << QStringLiteral("ｍａｒｅｋ@port.example") << State::taken;
    }

    void whatIsTypedIsJudged()
    {
        QFETCH(QString, typed);
        QFETCH(State, state);
        const EmailCheck check(twoTenants(), UserId{1}, typed, UserId{1});
        QCOMPARE(check.state(), state);
        QCOMPARE(check.isGood(), state == State::own || state == State::free);
        QCOMPARE(check.words().isEmpty(), state == State::empty || state == State::own);
    }

    void aStrangerIsNotNamed()
    {
        auto directory = twoTenants();
        const EmailCheck stranger(directory, UserId{1}, QStringLiteral("marek@port.example"));
        QVERIFY(!stranger.user());
        QVERIFY(!stranger.words().contains(QLatin1String("Marek")));
        directory.users[UserId{2}].memberships.push_back({TenantId{1}, Role::agent});
        const EmailCheck colleague(directory, UserId{1}, QStringLiteral("marek@port.example"));
        QCOMPARE(colleague.state(), State::known);
        QCOMPARE(colleague.user(), UserId{2});
        QVERIFY(colleague.words().contains(QLatin1String("Marek")));
    }

    void somebodyWhoIsGoneLeavesTheAddressFree()
    {
        auto directory = twoTenants();
        directory.users[UserId{2}].removed = true;
        QCOMPARE(EmailCheck(directory, UserId{1}, QStringLiteral("marek@port.example")).state(), State::free);
    }
};

QTEST_APPLESS_MAIN(TestEmailCheck)
#include "tst_email_check.moc"
