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

/// A second queue with an agent of its own, a third without; people before each, one of them in service.
QByteArray crowdedBranch()
{
    QByteArray script = smallBranch()
        + "{'command':'create_queue','name':'Loans and cards','service':'Payments','algorithm':'priority','prefix':'L'}\n"
          "{'command':'create_service','name':'Notary','required_skills':['law']}\n"
          "{'command':'create_queue','name':'Deeds','service':'Notary','prefix':'D'}\n"
          "{'command':'create_agent','name':'Paul van Pont','queues':['Loans and cards']}\n"
          "{'command':'create_agent','name':'Ada','queues':['Payments']}\n"
          "{'command':'sign_in','agent':'Paul van Pont','counter':'2'}\n";
    for (int i = 0; i < 6; ++i)
        script += "{'command':'issue','queue':'Payments'}\n{'command':'issue','queue':'Loans and cards'}\n";
    return script + "{'command':'call_next','agent':'Nadia','at':'2026-01-05T09:05:00Z'}\n{'command':'start','agent':'Nadia'}\n";
}

} // namespace

/// The rest of a branch's day from the command line.
class TestSimulate final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRestOfTheDayOfEachQueue()
    {
        const Program program;
        QCOMPARE(program.carryOut(crowdedBranch()).code, 0);
        const Ran ran = simulate(program, {});
        QCOMPARE(ran.code, 0);
        const Json json = ran.json();
        QVERIFY(json["at"] == "2026-01-05T09:10:00Z" && json["until"] == "2026-01-05T18:00:00Z");
        QVERIFY(json["replications"] == 40 && json["seed"] == 1 && json["low_confidence"] == true);
        QCOMPARE(json["queues"].size(), std::size_t(3));
        const Json &payments = json["queues"][0];
        QVERIFY(payments["queue"] == "Payments" && payments["waiting_now"] == 5);
        QVERIFY(payments["customers"].get<double>() > 5);
        for (const char *figure : {"mean_wait", "p90_wait", "sla_share", "abandoned"}) {
            const Json &estimate = payments[figure];
            QVERIFY2(estimate["low"].get<double>() <= estimate["mean"].get<double>() && estimate["mean"].get<double>() <= estimate["high"].get<double>(), figure);
        }
        QVERIFY(payments["arrivals_from_days"] == 0 && payments["services_from"] == 0 && payments["service_law"] == "none");
        QVERIFY(payments["low_confidence"] == true && payments["low_confidence_reasons"].size() == 2);
        QVERIFY(!payments.contains("difference"));
        QVERIFY(json["last_out"].contains("mean") && json["branch"].contains("mean_wait"));
    }

    void theSameSeedGivesTheSameAnswer()
    {
        const Program program;
        QCOMPARE(program.carryOut(crowdedBranch()).code, 0);
        QCOMPARE(simulate(program, {}).out, simulate(program, {}).out);
        QVERIFY(simulate(program, words({"--seed", "2"})).json()["queues"] != simulate(program, {}).json()["queues"]);
    }

    void aPastMomentIsAnsweredAsItWasThen()
    {
        const Program program;
        QCOMPARE(program.carryOut(crowdedBranch()).code, 0);
        const QByteArray then = simulate(program, {}).out;
        QCOMPARE(program.carryOut("{'command':'complete','agent':'Nadia','at':'2026-01-05T09:15:00Z'}\n{'command':'issue','queue':'Payments'}\n"
                                  "{'command':'sign_out','agent':'Paul van Pont'}\n").code, 0);
        QCOMPARE(simulate(program, {}).out, then);
    }

    void aChangeIsComparedOnTheSameCustomers()
    {
        const Program program;
        QCOMPARE(program.carryOut(crowdedBranch()).code, 0);
        const Json json = simulate(program, words({"--change", "open-counter payments", "--change", "arrivals Loans and cards +50%"})).json();
        QCOMPARE(json["changes"].size(), std::size_t(2));
        const Json &payments = json["queues"][0];
        QVERIFY(payments["difference"]["mean_wait"]["high"].get<double>() < 0);
        QVERIFY(payments["changed"]["customers"] == payments["customers"]);
        const Json &loans = json["queues"][1];
        QVERIFY(loans["changed"]["customers"].get<double>() > loans["customers"].get<double>());
        QVERIFY(json["queues"][2]["difference"]["mean_wait"]["mean"] == 0.0);
        QVERIFY(json["branch"].contains("difference") && json.contains("last_out_changed"));
        for (const char *change : {"move-agent Paul van Pont Payments", "move-agent Nadia Loans and cards", "algorithm Loans and cards fifo"})
            QVERIFY2(simulate(program, words({"--change", change})).json()["queues"][1].contains("difference"), change);
    }

    void untilATimeTheDoorsStayOpen()
    {
        const Program program;
        QCOMPARE(program.carryOut(crowdedBranch()).code, 0);
        const Json json = program.ask(words({"simulate", "--at", "2026-01-05T09:10:00Z", "--until", "2026-01-05T10:10:00Z", "--replications", "40"})).json();
        QVERIFY(json["until"] == "2026-01-05T10:10:00Z");
        QVERIFY(!json.contains("last_out"));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("failure");
        const auto change = [](const char *text) { return words({"--change", text}); };
        QTest::newRow("agent") << change("move-agent Zoe Payments") << 1 << QStringLiteral("unknown_agent");
        QTest::newRow("queue of an agent") << change("move-agent Nadia Loans") << 1 << QStringLiteral("unknown_queue");
        QTest::newRow("signed out") << change("move-agent Ada Loans and cards") << 1 << QStringLiteral("agent_offline");
        QTest::newRow("skill") << change("move-agent Nadia Deeds") << 1 << QStringLiteral("missing_skill");
        QTest::newRow("queue") << change("open-counter Lost") << 1 << QStringLiteral("unknown_queue");
        QTest::newRow("algorithm") << change("algorithm Payments lifo") << 2 << QStringLiteral("invalid_value");
        QTest::newRow("arrivals") << change("arrivals Payments 20%") << 2 << QStringLiteral("invalid_value");
        QTest::newRow("less than none") << change("arrivals Payments -120%") << 2 << QStringLiteral("invalid_value");
        QTest::newRow("grammar") << change("close Payments") << 2 << QStringLiteral("invalid_value");
        QTest::newRow("half a sentence") << change("move-agent") << 2 << QStringLiteral("invalid_value");
        QTest::newRow("no replications") << words({"--replications", "1"}) << 2 << QStringLiteral("out_of_range");
        QTest::newRow("past") << words({"--until", "2026-01-05T09:00:00Z"}) << 2 << QStringLiteral("invalid_value");
        QTest::newRow("far") << words({"--until", "2026-03-05T09:00:00Z"}) << 2 << QStringLiteral("invalid_value");
        QTest::newRow("no time") << words({"--until", "soon"}) << 2 << QStringLiteral("wrong_usage");
        QTest::newRow("of one queue") << words({"--servers", "3"}) << 2 << QStringLiteral("wrong_usage");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, failure);
        static const Program program;
        static const int made = program.carryOut(crowdedBranch()).code;
        QCOMPARE(made, 0);
        QStringList asked = words({"simulate", "--at", "2026-01-05T09:10:00Z"});
        if (!arguments.contains(QStringLiteral("--until")))
            asked << QStringLiteral("--until") << QStringLiteral("close");
        const Ran ran = program.ask(asked + arguments);
        QCOMPARE(ran.code, code);
        QCOMPARE(QString::fromStdString(ran.complaint().value("code", std::string())), failure);
    }

    void withoutABranchOneQueueIsMeant()
    {
        const Program program;
        const Ran ran = program.run(words({"simulate", "--arrival-rate", "0.9", "--service-mean", "1", "--servers", "2", "--customers", "1000", "--seed", "1", "--json"}));
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.json().contains("mean_wait_ci99"));
        for (const char *needed : {"--service-mean", "--servers", "--customers", "--seed"}) {
            QStringList arguments = words({"simulate", "--arrival-rate", "0.9", "--service-mean", "1", "--servers", "2", "--customers", "1000", "--seed", "1", "--json"});
            const auto place = arguments.indexOf(QLatin1String(needed));
            arguments.erase(arguments.begin() + place, arguments.begin() + place + 2);
            QCOMPARE(program.run(arguments).code, 2);
        }
        QCOMPARE(program.run(words({"simulate", "--change", "open-counter Payments", "--json"})).code, 2);
    }

private:
    static Ran simulate(const Program &program, const QStringList &more)
    {
        return program.ask(words({"simulate", "--at", "2026-01-05T09:10:00Z", "--until", "close", "--replications", "40"}) + more);
    }
};

QTEST_GUILESS_MAIN(TestSimulate)
#include "tst_simulate.moc"
