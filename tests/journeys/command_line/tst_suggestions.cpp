#include "program.h"

using namespace smartqueue::journeys;

namespace {

QStringList words(std::initializer_list<const char *> list)
{
    QStringList words;
    for (const char *word : list)
        words << QString::fromUtf8(word);
    return words;
}

/// Many wait for Nadia, and Paul at the other queue of the same service has nobody.
QByteArray lopsidedBranch()
{
    QByteArray script = smallBranch()
        + "{'command':'create_queue','name':'Loans and cards','service':'Payments','prefix':'L'}\n"
          "{'command':'create_agent','name':'Paul van Pont','queues':['Loans and cards']}\n"
          "{'command':'sign_in','agent':'Paul van Pont','counter':'2'}\n";
    for (int i = 0; i < 10; ++i)
        script += "{'command':'issue','queue':'Payments'}\n";
    return script + "{'command':'call_next','agent':'Nadia','at':'2026-01-05T09:05:00Z'}\n{'command':'start','agent':'Nadia'}\n";
}

/// The time of the morning of the small branch.
QByteArray clock(int minute)
{
    return "'at':'2026-01-05T" + QByteArray::number(9 + minute / 60).rightJustified(2, '0') + ':' + QByteArray::number(minute % 60).rightJustified(2, '0') + ":00Z'";
}

/// Ten more come at once, and at 9:06 Paul is lent to them; both serve four minutes each, and somebody comes every five, until 9:50.
QByteArray lentBranch(const QByteArray &suggestion)
{
    QByteArray script = lopsidedBranch();
    for (int i = 0; i < 10; ++i)
        script += "{'command':'issue','queue':'Payments'}\n";
    script += "{'command':'apply','suggestion':'" + suggestion + "'," + clock(6) + "}\n";
    for (int minute = 6; minute <= 50; ++minute) {
        for (const auto &[agent, since] : {std::pair("Nadia", 5), std::pair("Paul van Pont", 6)}) {
            const QByteArray who = "'agent':'" + QByteArray(agent) + "'";
            if ((minute - since) % 4 != 0)
                continue;
            if (minute > 6)
                script += "{'command':'complete'," + who + ',' + clock(minute) + "}\n";
            script += "{'command':'call_next'," + who + ',' + clock(minute) + "}\n{'command':'start'," + who + "}\n";
        }
        if (minute % 5 == 0)
            script += "{'command':'issue','queue':'Payments'," + clock(minute) + "}\n";
    }
    return script;
}

} // namespace

/// What to do about a branch, from the command line.
class TestSuggestions final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatHelpsIsSaidWithItsPrice()
    {
        const Program program;
        QCOMPARE(program.carryOut(lopsidedBranch()).code, 0);
        const Ran ran = suggestions(program, {});
        QCOMPARE(ran.code, 0);
        const Json json = ran.json();
        QVERIFY(json["at"] == "2026-01-05T09:10:00Z" && json["until"] == "2026-01-05T18:00:00Z");
        QVERIFY(json["objective"] == "mean-wait" && json["fairness_seconds"] == 300.0 && json["confidence_level"] == 0.99);
        QVERIFY(json["replications"] == 40 && json["seed"] == 1 && json["low_confidence"] == true);
        QVERIFY(json["candidates"].get<int>() > 2 && json["proven"].get<int>() > 0);
        QVERIFY(!json["suggestions"].empty());
        bool paulMoves = false;
        double last = json["suggestions"][0]["gain"]["mean"];
        for (const Json &suggestion : json["suggestions"]) {
            QVERIFY(suggestion["gain"]["low"].get<double>() > 0 && suggestion["gain"]["mean"].get<double>() <= last);
            last = suggestion["gain"]["mean"];
            QVERIFY(suggestion["as_is"].get<double>() > 0 && suggestion["good_until"].get<std::string>() > "2026-01-05T09:10:00Z");
            for (const Json &payer : suggestion["pays"])
                QVERIFY(payer["longer"]["high"].get<double>() <= 300 && payer["customers"].get<double>() > 0);
            for (const Json &action : suggestion["actions"])
                paulMoves = paulMoves || (action["action"] == "reallocation" && action["agent"] == "Paul van Pont" && action["to_queue"] == "Payments");
        }
        QVERIFY(paulMoves);
        QVERIFY(json["measures"].is_array());
    }

    void theSameSeedGivesTheSameAnswer()
    {
        const Program program;
        QCOMPARE(program.carryOut(lopsidedBranch()).code, 0);
        QCOMPARE(suggestions(program, {}).out, suggestions(program, {}).out);
        QVERIFY(suggestions(program, words({"--seed", "2"})).json()["suggestions"] != suggestions(program, {}).json()["suggestions"]);
    }

    void aBranchWithoutCustomersGetsNone()
    {
        const Program program;
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
        const Json json = suggestions(program, {}).json();
        QVERIFY(json["suggestions"].empty() && json["measures"].empty());
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("failure");
        QTest::newRow("objective") << words({"--objective", "luck"}) << QStringLiteral("wrong_usage");
        QTest::newRow("fairness") << words({"--fairness", "-5"}) << QStringLiteral("wrong_usage");
        QTest::newRow("replications") << words({"--replications", "1"}) << QStringLiteral("out_of_range");
        QTest::newRow("past") << words({"--until", "2026-01-05T09:00:00Z"}) << QStringLiteral("invalid_value");
        QTest::newRow("no time") << words({"--until", "soon"}) << QStringLiteral("wrong_usage");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, failure);
        static const Program program;
        static const int made = program.carryOut(lopsidedBranch()).code;
        QCOMPARE(made, 0);
        const Ran ran = program.ask(words({"suggestions", "--at", "2026-01-05T09:10:00Z"}) + arguments);
        QCOMPARE(ran.code, 2);
        QCOMPARE(QString::fromStdString(ran.complaint().value("code", std::string())), failure);
    }

    void whatWasAppliedIsJudged()
    {
        const Program program;
        const QByteArray lending = idOfLending();
        QVERIFY(!lending.isEmpty());
        QCOMPARE(program.carryOut(lentBranch(lending)).code, 0);
        const Json early = applied(program, "2026-01-05T09:12:00Z").json();
        QVERIFY(early["applied"].size() == 1 && early["applied"][0]["verdict"] == "too_early");
        const Ran ran = applied(program, "2026-01-05T09:50:00Z");
        QCOMPARE(ran.code, 0);
        const Json json = ran.json();
        QVERIFY(json["at"] == "2026-01-05T09:50:00Z" && json["confidence_level"] == 0.95 && json["replications"] == 40 && json["seed"] == 1);
        QCOMPARE(json["applied"].size(), std::size_t(1));
        const Json &lent = json["applied"][0];
        QVERIFY(lent["id"] == lending.toStdString() && lent["at"] == "2026-01-05T09:06:00Z" && lent["undone"] == false);
        QVERIFY(lent["actions"][0]["action"] == "reallocation" && lent["actions"][0]["agent"] == "Paul van Pont");
        // Nineteen who waited and eight who came before 9:50.
        QCOMPARE(lent["customers"].get<int>(), 27);
        QVERIFY(lent["verdict"] == "came_true" && lent["difference"]["high"].get<double>() < -60);
        QVERIFY(lent["with"].get<double>() < lent["without"].get<double>());
        QCOMPARE(applied(program, "2026-01-05T09:50:00Z").out, ran.out);
    }

    void whatWasUndoneIsNotJudged()
    {
        const Program program;
        const QByteArray lending = idOfLending();
        QCOMPARE(program.carryOut(lopsidedBranch() + "{'command':'apply','suggestion':'" + lending + "'}\n{'command':'undo'}\n").code, 0);
        const Json json = applied(program, "2026-01-05T09:40:00Z").json();
        QCOMPARE(json["applied"].size(), std::size_t(1));
        const Json &undone = json["applied"][0];
        QVERIFY(undone["undone"] == true && undone["verdict"].is_null() && !undone.contains("difference"));
    }

    void aDayWithoutAnyHasNothingToJudge()
    {
        const Program program;
        QCOMPARE(program.carryOut(lopsidedBranch()).code, 0);
        QVERIFY(applied(program, "2026-01-05T09:40:00Z").json()["applied"] == Json::array());
        QCOMPARE(program.ask(words({"suggestions", "--applied", "--objective", "sla"})).code, 2);
    }

private:
    /// As the rules suggest it for the lopsided branch.
    static QByteArray idOfLending()
    {
        const Program program;
        if (program.carryOut(lopsidedBranch()).code != 0)
            return {};
        const Json lendings = program.ask(words({"optimization-report", "--at", "2026-01-05T09:06:00Z"})).json()["agent_reallocation_suggestions"];
        return lendings.empty() ? QByteArray() : QByteArray::fromStdString(lendings[0]["id"].get<std::string>());
    }

    static Ran applied(const Program &program, const char *at)
    {
        return program.ask(words({"suggestions", "--applied", "--replications", "40", "--at", at}));
    }

    static Ran suggestions(const Program &program, const QStringList &more)
    {
        return program.ask(words({"suggestions", "--at", "2026-01-05T09:10:00Z", "--replications", "40"}) + more);
    }
};

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
