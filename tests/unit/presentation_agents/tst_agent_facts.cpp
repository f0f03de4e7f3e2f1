#include <QLocale>
#include <QTest>

#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/presentation/desk_model.h>
#include <smartqueue/presentation/setup_checks.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace smartqueue::presentation;
using namespace std::chrono_literals;
using testing::SmallBranch;

class TestAgentFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aBreakIsSaidBesideItsLimit()
    {
        QCOMPARE(breakStanding(12min, {}).words, QStringLiteral("12 min"));
        QVERIFY(!breakStanding(12h, {}).beyond);
        QCOMPARE(breakStanding(12min, 30min).words, QStringLiteral("12 of 30 min"));
        QVERIFY(!breakStanding(30min, 30min).beyond);
        const BreakStanding late = breakStanding(34min, 30min);
        QVERIFY(late.beyond);
        QCOMPARE(late.words, QStringLiteral("34 min, 4 min over"));
        QCOMPARE(breakReasonWords({"lunch", 30min}), QStringLiteral("lunch, 30 min"));
        QCOMPARE(breakReasonWords({"meeting", {}}), QStringLiteral("meeting"));
    }

    void amountsComeInTheFormOfAnyLocale_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("hundredths");
        QTest::newRow("point") << QStringLiteral("23.50") << 2350;
        QTest::newRow("comma") << QStringLiteral("23,5") << 2350;
        QTest::newRow("whole") << QStringLiteral(" 23 ") << 2300;
        QTest::newRow("nothing") << QStringLiteral("0") << 0;
        QTest::newRow("narrow space") << QStringLiteral("1\u202f200,05") << 120005;
        QTest::newRow("most") << QStringLiteral("100000") << limits::hourlyCost;
        QTest::newRow("more than most") << QStringLiteral("100000.01") << -1;
        QTest::newRow("three decimals") << QStringLiteral("1.234") << -1;
        QTest::newRow("negative") << QStringLiteral("-1") << -1;
        QTest::newRow("words") << QStringLiteral("ten") << -1;
        QTest::newRow("empty") << QString() << -1;
    }

    void amountsComeInTheFormOfAnyLocale()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, hundredths);
        QCOMPARE(parsedAmount(typed).value_or(-1), hundredths);
    }

    void anAmountHasTwoDecimals()
    {
        QCOMPARE(amount(2350), QStringLiteral("23.50"));
        QCOMPARE(amount(420.4), QStringLiteral("4.20"));
        QCOMPARE(parsedAmount(amount(limits::hourlyCost)).value_or(-1), limits::hourlyCost);
    }

    void aTicketIsForgottenByWhatIsUsual()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        const auto inHand = [&] { return *branch.now()->state.ticket(branch.now()->state.agent(branch.leila)->current); };
        for (int i = 0; i < 6; ++i) {
            branch.issue(branch.passports);
            branch.must(CallNext{branch.leila}, branch.leila);
            branch.must(StartService{branch.leila}, branch.leila);
            branch.advance(10min);
            branch.must(CompleteService{branch.leila, "done"}, branch.leila);
        }
        branch.issue(branch.passports);
        branch.must(CallNext{branch.leila}, branch.leila);
        QVERIFY(forgottenAfter(*branch.now(), inHand()) == 5min);
        branch.must(StartService{branch.leila}, branch.leila);
        QVERIFY(forgottenAfter(*branch.now(), inHand()) == 30min);
        const TicketId held = inHand().id;
        branch.advance(4min);
        branch.must(HoldTicket{branch.leila, "photo"}, branch.leila);
        branch.advance(20min);
        branch.must(ResumeTicket{branch.leila, held}, branch.leila);
        branch.advance(1min);
        QVERIFY(timeInHand(inHand(), branch.clock.now()) == 5min);
    }

    void theDeskKnowsTheReasonsAndTheLimitOfABreak()
    {
        SmallBranch branch;
        Branch settings = branch.now()->state.branch;
        QVERIFY(deskFacts(*branch.now(), branch.leila, branch.clock.now()).breakReasons.empty());
        settings.breakReasons = {{"Prayer", 10min}, {"Meeting", {}}};
        branch.must(DefineBranch{settings});
        branch.must(SignIn{branch.leila, "3"});
        branch.must(SetAgentStatus{branch.leila, AgentStatus::paused, "Prayer"}, branch.leila);
        const DeskFacts facts = deskFacts(*branch.now(), branch.leila, branch.clock.now());
        QCOMPARE(facts.breakReasons.size(), 2u);
        QVERIFY(facts.breakLimit == 10min);
        branch.must(SetAgentStatus{branch.leila, AgentStatus::paused, "Meeting"}, branch.leila);
        QVERIFY(!deskFacts(*branch.now(), branch.leila, branch.clock.now()).breakLimit);
    }

    void reasonsAreCheckedBeforeTheyAreSent()
    {
        SmallBranch branch;
        const auto snapshot = branch.now();
        const SetupChecks checks(snapshot->state);
        QVERIFY(checks.breakReasons({{"lunch", 30min}, {"meeting", {}}}).isEmpty());
        for (const std::vector<BreakReason> &wrong : {std::vector<BreakReason>{{" ", {}}}, {{"lunch", {}}, {"Lunch", 5min}}, {{std::string(121, 'x'), {}}}}) {
            const auto problems = checks.breakReasons(wrong);
            QCOMPARE(problems.size(), 1);
            QCOMPARE(problems.first().field, SetupField::breakReasons);
            // The engine says the same.
            Branch settings = snapshot->state.branch;
            settings.breakReasons = wrong;
            QVERIFY(!branch.act(DefineBranch{settings}));
        }
        QVERIFY(checks.hourlyCost(QString()).isEmpty());
        QCOMPARE(checks.hourlyCost(QStringLiteral("much")).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAgentFacts)
#include "tst_agent_facts.moc"
