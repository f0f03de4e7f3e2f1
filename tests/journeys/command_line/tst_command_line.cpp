#include "program.h"

using namespace smartqueue::journeys;

namespace {

QByteArray logHeader()
{
    return "ticket,queue,priority,channel,arrived_at,called_at,started_at,ended_at,agent,outcome\n";
}

} // namespace

/// The contract of the command line, against the program as it is installed.
class TestCommandLine final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whetherPromisesCameTrueIsSaid()
    {
        const Program program;
        // Nobody has been served yet: ten minutes are promised to the first, and he is called after four.
        QCOMPARE(program.carryOut(smallBranch()
                                  + "{'command':'issue','queue':'Payments','at':'2026-01-05T09:01:00Z'}\n"
                                    "{'command':'issue','queue':'Payments'}\n"
                                    "{'command':'call_next','agent':'Nadia','at':'2026-01-05T09:05:00Z'}\n").code, 0);
        const QStringList scoreboard{QStringLiteral("scoreboard"), QStringLiteral("--db"), program.database(), QStringLiteral("--json")};
        const Ran ran = program.run(scoreboard);
        QVERIFY2(ran.code == 0, ran.err.constData());
        const Json json = ran.json();
        QVERIFY(json["promises"] == 2 && json["still_waiting"] == 1 && json["all"]["n"] == 1);
        QVERIFY(json["queues"][0]["queue"] == "Payments" && json["queues"][0]["mae_seconds"] == json["all"]["mae_seconds"]);
        QCOMPARE(json["predictors"].size(), std::size_t(1));
        QVERIFY(json["predictors"][0]["predictor"] == "qls" && json["predictors"][0]["n"] == 1);
        QVERIFY(json["predictors"][0]["mae_seconds"] == json["all"]["mae_seconds"]);
        QCOMPARE(program.run(scoreboard + QStringList{QStringLiteral("--from"), QStringLiteral("yesterday")}).code, 2);
    }

    void aMorningFromTheFirstCommandToTheLastFigure()
    {
        const Program program;
        const Ran ran = program.carryOut(smallBranch()
                                         + "{'command':'issue','queue':'Payments','at':'2026-01-05T09:01:00Z'}\n"
                                           "{'command':'issue','queue':'Payments','priority':5,'channel':'web','customer':'c-7'}\n"
                                           "{'command':'call_next','agent':'Nadia','at':'2026-01-05T09:02:00Z'}\n"
                                           "{'command':'recall','agent':'Nadia'}\n"
                                           "{'command':'start','agent':'Nadia'}\n"
                                           "{'command':'hold','agent':'Nadia','reason':'papers'}\n"
                                           "{'command':'resume','agent':'Nadia','number':'P001'}\n"
                                           "{'command':'complete','agent':'Nadia','outcome':'done','at':'2026-01-05T09:07:00Z'}\n"
                                           "{'command':'call','agent':'Nadia','number':'P002','reason':'regular'}\n"
                                           "{'command':'return','number':'P002','place':'end'}\n");
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.err.isEmpty());
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 14u);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            QCOMPARE(lines[i]["line"].get<std::size_t>(), i + 1);
            QVERIFY2(lines[i]["ok"] == true, lines[i].dump().c_str());
        }
        QVERIFY(lines[4]["number"] == "P001");
        QVERIFY(lines[5]["at"] == "2026-01-05T09:01:00Z");
        // The state right after the line, not after the file.
        QVERIFY(lines[4]["state"] == "waiting");
        QVERIFY(lines[6]["number"] == "P001" && lines[6]["state"] == "called" && lines[6]["counter"] == "1");
        QVERIFY(lines[13]["state"] == "waiting");

        const QString at = QStringLiteral("2026-01-05T09:08:00Z");
        const Json overview = program.ask({QStringLiteral("overview"), QStringLiteral("--at"), at}).json();
        QCOMPARE(overview["total_queues"].get<int>(), 1);
        for (const char *field : {"id", "name", "algorithm", "status", "waiting_count", "late_tickets_count", "sla_breach_rate", "available_agents",
                                  "health_score", "health_status", "alerts", "eta_seconds", "load_ratio"})
            QVERIFY2(overview["queues"][0].contains(field), field);
        const Json tickets = program.ask({QStringLiteral("tickets"), QStringLiteral("--queue"), QStringLiteral("Payments"), QStringLiteral("--at"), at}).json();
        QVERIFY(tickets["tickets"][0]["position"] == 1);
        for (const char *field : {"eta_seconds", "eta_low_seconds", "eta_high_seconds"})
            QVERIFY2(tickets["tickets"][0].contains(field), field);
        const Json stats = program.ask({QStringLiteral("stats"), QStringLiteral("--queue"), QStringLiteral("payments"), QStringLiteral("--at"), at}).json();
        QVERIFY(stats["issued"] == 2 && stats["served"] == 1);
        for (const char *verb : {"load-balance", "optimization-report"})
            QCOMPARE(program.ask({QLatin1String(verb), QStringLiteral("--at"), at}).code, 0);
        for (const char *verb : {"health", "predictions", "algorithm-recommendation"})
            QCOMPARE(program.ask({QLatin1String(verb), QStringLiteral("--queue"), QStringLiteral("Payments")}).code, 0);
    }

    void eachLineOfAConversationHasItsOwnTime()
    {
        const Program program;
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
        QProcess talk;
        program.prepare(talk, {QStringLiteral("do"), QStringLiteral("-"), QStringLiteral("--db"), program.database(), QStringLiteral("--json")});
        talk.start();
        const auto issuedAt = [&]() -> std::string {
            talk.write("{\"do\":\"issue\",\"queue\":\"Payments\"}\n");
            if (!QTest::qWaitFor([&] { return talk.canReadLine(); }, 30'000))
                return {};
            return Json::parse(talk.readLine().toStdString()).value("at", std::string());
        };
        const std::string first = issuedAt();
        QVERIFY(!first.empty());
        QTRY_VERIFY(issuedAt() > first);
        talk.closeWriteChannel();
        QVERIFY(talk.waitForFinished());
    }

    void anIdHasOneAnswerForEver()
    {
        const Program program;
        const QByteArray lines = "{'command':'issue','queue':'Payments','id':'a','at':'2026-01-05T09:00:00Z'}\n"
                                 "{'command':'issue','queue':7,'id':'b'}\n"
                                 "{'command':'fly','id':'c'}\n";
        const auto first = program.carryOut(lines).lines();
        QVERIFY(first[0]["code"] == "unknown_queue");
        QVERIFY(first[1]["code"] == "invalid_value");
        QVERIFY(first[2]["code"] == "unknown_command");
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
        QCOMPARE(program.carryOut(lines).lines(), first);
        const QByteArray mended = "{'command':'issue','queue':'Payments','id':'b'}\n{'command':'undo','id':'c'}\n";
        const auto again = program.carryOut(mended).lines();
        QVERIFY(again[0]["code"] == "invalid_value");
        QVERIFY(again[1]["code"] == "unknown_command");
    }

    void aResendIsToldWhatTheFirstWasTold()
    {
        const Program program;
        const QByteArray lines = "{'command':'issue','queue':'Payments','id':'i1'}\n"
                                 "{'command':'issue','queue':'Payments','id':'i2'}\n"
                                 "{'command':'call_next','agent':'Nadia','id':'c'}\n"
                                 "{'command':'start','agent':'Nadia','id':'s'}\n"
                                 "{'command':'complete','agent':'Nadia','id':'d'}\n";
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
        const auto first = program.carryOut(lines).lines();
        QCOMPARE(program.carryOut(lines).lines(), first);
        const Json stats = program.ask({QStringLiteral("stats"), QStringLiteral("--queue"), QStringLiteral("Payments")}).json();
        QVERIFY(stats["waiting_count"] == 1);
    }

    void aMalformedLineLeavesItsIdFree()
    {
        const Program program;
        const auto lines = program.carryOut(smallBranch() + "{'command':'issue','queue':'Payments','id':'k'\n{'command':'issue','queue':'Payments','id':'k'}\n").lines();
        QVERIFY(lines[4]["code"] == "malformed");
        QVERIFY(lines[5]["ok"] == true);
    }

    void aBadLineStopsNothingElse()
    {
        const Program program;
        const Ran ran = program.carryOut(smallBranch() + "nonsense\n\n{'command':'issue','queue':'Payments','at':'2026-01-05T08:00:00Z'}\n{'command':'issue','queue':'Payments'}\n");
        QCOMPARE(ran.code, 1);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 7u);
        QVERIFY(lines[4]["line"] == 5 && lines[4]["code"] == "malformed");
        QVERIFY(lines[5]["line"] == 7 && lines[5]["code"] == "time_backwards");
        QVERIFY(lines[6]["ok"] == true && lines[6]["at"] == "2026-01-05T09:00:00Z");
        const Json complaint = ran.complaint();
        QVERIFY(complaint["code"] == "some_lines_refused");
        QVERIFY(complaint["detail"]["count"] == 2);
    }

    void manyLinesGoQuicklyAndInOrder()
    {
        const Program program;
        QByteArray script = smallBranch();
        constexpr int customers = 900;
        for (int i = 0; i < customers; ++i)
            script += "{'command':'issue','queue':'Payments'}\n{'command':'call_next','agent':'Nadia'}\n"
                      "{'command':'start','agent':'Nadia'}\n{'command':'complete','agent':'Nadia'}\n";
        const Ran ran = program.carryOut(script);
        QCOMPARE(ran.code, 0);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 4u + 4u * customers);
        QVERIFY(lines.back()["number"] == "P900" && lines.back()["state"] == "completed");
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *text) { QTest::newRow(text) << QString::fromLatin1(text).split(QLatin1Char(' ')); };
        row("overview --at yesterday");
        row("overview --at 2026-01-05T09:00:00");
        row("overview --db sqlite:///branch.db");
        row("overview --db postgres://host/x");
        row("overview --queue");
        row("stats");
        row("fly");
        row("do");
        row("replay log.csv --speed fast");
        row("replay log.csv --speed 0");
        row("replay log.csv --speed -1");
        row("replay log.csv --speed nan");
        row("--screenshot out --page nowhere");
        row("--screenshot out --lang de");
        row("--screenshot out --theme pink");
        row("--screenshot out --size big");
        row("--screenshot out --size 10x10");
        row("--screenshot out --at noon");
        row("--lang de");
        row("--theme pink");
        row("--page live");
    }
    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        const Program program;
        const Ran ran = program.run(arguments);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY(!ran.err.isEmpty());
        const Ran machine = program.run(arguments << QStringLiteral("--json"));
        QCOMPARE(machine.code, 2);
        QVERIFY(machine.complaint()["code"] == "wrong_usage");
    }

    void aPathIsTakenFromWhereOneIs()
    {
        const Program program;
        QProcess process;
        program.prepare(process, {QStringLiteral("do"), QStringLiteral("-"), QStringLiteral("--db"), QStringLiteral("./branch.db"), QStringLiteral("--json")});
        process.setWorkingDirectory(program.path({}));
        process.start();
        process.write(smallBranch().replace('\'', '"'));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(QFile::exists(program.database()));
        QCOMPARE(program.ask({QStringLiteral("overview")}).json()["total_queues"].get<int>(), 1);
        // What stands in the environment is there wherever the program is started.
        Program elsewhere;
        elsewhere.environment().insert(QStringLiteral("DATABASE_URL"), QStringLiteral("branch.db"));
        const Ran refused = elsewhere.run({QStringLiteral("overview"), QStringLiteral("--json")});
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.complaint()["code"] == "relative_path");
    }

    void helpAndVersionAreDone()
    {
        const Program program;
        QVERIFY(program.run({QStringLiteral("--version")}).out.startsWith("SmartQueue Console "));
        QCOMPARE(program.run({QStringLiteral("--help")}).code, 0);
        QCOMPARE(program.run({QStringLiteral("do"), QStringLiteral("--help")}).code, 0);
    }

    void aMissingDatabaseIsRefusedAndNotMade()
    {
        const Program program;
        const Ran ran = program.ask({QStringLiteral("overview")});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.complaint()["code"] == "no_database");
        QVERIFY(!QFile::exists(program.database()));
    }

    void theDatabaseComesFromTheEnvironmentToo()
    {
        Program program;
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
        program.environment().insert(QStringLiteral("DATABASE_URL"), QStringLiteral("sqlite:///") + program.database());
        QCOMPARE(program.run({QStringLiteral("overview"), QStringLiteral("--json")}).json()["total_queues"].get<int>(), 1);
        program.environment().insert(QStringLiteral("DATABASE_URL"), QStringLiteral("branch.db"));
        QCOMPARE(program.run({QStringLiteral("overview")}).code, 2);
    }

    void anotherDayBeginsAtZero()
    {
        const Program program;
        QCOMPARE(program.carryOut(smallBranch() + "{'command':'issue','queue':'Payments'}\n").code, 0);
        const auto issued = [&](const char *at) {
            return program.ask({QStringLiteral("stats"), QStringLiteral("--queue"), QStringLiteral("Payments"), QStringLiteral("--at"), QLatin1String(at)}).json()["issued"].get<int>();
        };
        QCOMPARE(issued("2026-01-05T10:00:00Z"), 1);
        QCOMPARE(issued("2026-01-08T10:00:00Z"), 0);
    }

    void thePastKnowsNothingOfTheFuture()
    {
        const Program program;
        QByteArray script = smallBranch();
        // Arrived on time, started an hour later: at half past nine nobody has started late.
        for (int i = 0; i < 40; ++i)
            script += "{'command':'issue','queue':'Payments','at':'2026-01-05T09:10:00Z'}\n";
        script += "{'command':'call_next','agent':'Nadia','at':'2026-01-05T10:10:00Z'}\n";
        for (int i = 0; i < 39; ++i)
            script += "{'command':'start','agent':'Nadia'}\n{'command':'complete','agent':'Nadia'}\n{'command':'call_next','agent':'Nadia'}\n";
        QCOMPARE(program.carryOut(script).code, 0);
        const auto at = [&](const char *verb, const char *time) {
            return program.ask({QLatin1String(verb), QStringLiteral("--queue"), QStringLiteral("Payments"), QStringLiteral("--at"), QLatin1String(time)}).json();
        };
        const Json before = at("algorithm-recommendation", "2026-01-05T09:30:00Z");
        const Json after = at("algorithm-recommendation", "2026-01-05T10:30:00Z");
        QVERIFY2(before != after, before.dump().c_str());
        QVERIFY2(before["recommended_algorithm"] == "fifo", before.dump().c_str());
        QCOMPARE(at("tickets", "2026-01-05T09:30:00Z")["tickets"].size(), 40u);
        QCOMPARE(at("tickets", "2026-01-05T09:05:00Z")["tickets"].size(), 0u);
        QCOMPARE(program.ask({QStringLiteral("tickets"), QStringLiteral("--queue"), QStringLiteral("Payments"), QStringLiteral("--at"), QStringLiteral("2025-01-01T00:00:00Z")}).code, 1);
    }

    void importingTwiceAddsNothing()
    {
        const Program program;
        const QByteArray rows = "A1,Payments,0,kiosk,2026-01-05T09:00:00,2026-01-05T09:04:00,2026-01-05T09:04:30,2026-01-05T09:09:00,Nadia,served\n"
                                "A2,Payments,0,kiosk,2026-01-05T09:01:00,,,2026-01-05T09:12:00,,abandoned\n";
        const QString log = program.file(QStringLiteral("log.csv"), logHeader() + rows);
        const Json first = program.ask({QStringLiteral("import"), log}).json();
        QVERIFY(first["rows"] == 2 && first["imported"] == 2 && first["duplicates"] == 0 && first["refused"].empty());
        // New rows before, between and after the known ones.
        const QByteArray more = "A0,Payments,0,kiosk,2026-01-05T08:50:00,,,2026-01-05T08:52:00,,abandoned\n" + rows
            + "A3,Payments,0,kiosk,2026-01-05T09:30:00,,,2026-01-05T09:32:00,,abandoned\nA4,Payments,0,kiosk,,,,2026-01-05T09:32:00,,abandoned\n";
        const Json second = program.ask({QStringLiteral("import"), program.file(QStringLiteral("more.csv"), logHeader() + more)}).json();
        QVERIFY2(second["rows"] == 5 && second["imported"] == 2 && second["duplicates"] == 2 && second["refused"].size() == 1, second.dump().c_str());
        QVERIFY(second["refused"][0]["line"] == 6 && second["refused"][0]["reason"] == "missing_arrival");
        const Ran strict = program.ask({QStringLiteral("import"), program.path(QStringLiteral("more.csv")), QStringLiteral("--strict")});
        QCOMPARE(strict.code, 1);
        QVERIFY(strict.complaint()["code"] == "refused_lines");
        const Ran none = program.ask({QStringLiteral("import"), program.file(QStringLiteral("none.csv"), logHeader() + "A4,Payments,0,kiosk,,,,2026-01-05T09:32:00,,abandoned\n")});
        QCOMPARE(none.code, 1);
        QVERIFY(none.json()["refused"].size() == 1);
        QVERIFY(none.complaint()["code"] == "no_line_fit");
    }

    void aLineRefusedForItsTimeDoesNotMoveTheNext()
    {
        const Program program;
        const QString script = program.file(QStringLiteral("s.jsonl"),
            "{\"command\":\"create_service\",\"name\":\"S\",\"sla_seconds\":600,\"at\":\"2026-03-02T07:00:00Z\"}\n"
            "{\"command\":\"create_queue\",\"name\":\"Q\",\"service\":\"S\",\"algorithm\":\"fifo\",\"prefix\":\"A\"}\n"
            "{\"command\":\"issue\",\"queue\":\"Q\",\"at\":\"9999-01-01T00:00:00Z\"}\n"
            "{\"command\":\"issue\",\"queue\":\"Q\"}\n");
        const Ran ran = program.ask({QStringLiteral("do"), script});
        QCOMPARE(ran.code, 1);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 4u);
        QVERIFY2(lines[2]["ok"] == false, ran.out.constData());
        QVERIFY2(lines[3]["at"] == "2026-03-02T07:00:00Z", ran.out.constData());
    }

    void answersThatReachNobodyAreAFailure()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("This system has no full device.");
        const Program program;
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        program.prepare(process, {QStringLiteral("do"), program.file(QStringLiteral("s.jsonl"), "{\"command\":\"create_service\",\"name\":\"S\",\"sla_seconds\":600}\n"),
                                                   QStringLiteral("--db"), program.path(QStringLiteral("full.db")), QStringLiteral("--json")});
        process.start();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("cannot_write"));
    }

    void aReplaySaysWhetherItWasFaithful()
    {
        const Program program;
        const QString log = program.file(QStringLiteral("log.csv"), logHeader()
            + "A1,Payments,0,kiosk,2026-01-05T09:00:00,2026-01-05T09:04:00,2026-01-05T09:04:30,2026-01-05T09:09:00,Nadia,served\n"
              "A2,Payments,0,kiosk,2026-01-05T09:01:00,,,2026-01-05T09:12:00,,abandoned\n"
              "A3,Payments,0,kiosk,2026-01-05T09:02:00,2026-01-05T09:10:00,,2026-01-05T09:11:00,Nadia,no_show\n");
        const Ran good = program.ask({QStringLiteral("replay"), log});
        QCOMPARE(good.code, 0);
        const Json report = good.json();
        QVERIFY2(report["tickets"] == 3 && report["served"] == 1 && report["abandoned"] == 1 && report["called_twice"] == 0 && report["lost"] == 0,
                 report.dump().c_str());
        QVERIFY(report["mean_wait_seconds"] == 240.0);

        const Ran late = program.ask({QStringLiteral("replay"), log});
        QCOMPARE(late.code, 1);
        QVERIFY(late.out.isEmpty());
        QVERIFY(late.complaint()["code"] == "log_before_branch");

        const Program full;
        QCOMPARE(full.carryOut("{'command':'create_service','name':'Payments','at':'2026-01-01T09:00:00Z'}\n"
                               "{'command':'create_queue','name':'Payments','service':'Payments','max_capacity':1}\n").code, 0);
        const Ran lossy = full.ask({QStringLiteral("replay"), log});
        QCOMPARE(lossy.code, 1);
        QVERIFY(lossy.json()["lost"].get<int>() > 0);
        QVERIFY(lossy.complaint()["code"] == "replay_unfaithful");
    }

    void aBackupComesBack()
    {
        const Program program;
        const QString copy = program.path(QStringLiteral("copy.db"));
        QCOMPARE(program.carryOut(smallBranch() + "{'command':'issue','queue':'Payments'}\n").code, 0);
        QCOMPARE(program.ask({QStringLiteral("backup"), copy}).code, 0);
        QCOMPARE(program.carryOut("{'command':'issue','queue':'Payments'}\n").code, 0);
        QCOMPARE(program.ask({QStringLiteral("restore"), copy}).code, 0);
        const QStringList stats{QStringLiteral("stats"), QStringLiteral("--queue"), QStringLiteral("Payments"), QStringLiteral("--at"), QStringLiteral("2026-01-05T10:00:00Z")};
        QVERIFY(program.ask(stats).json()["issued"] == 1);
        QVERIFY(program.ask({QStringLiteral("check")}).json()["ok"] == true);
        const Ran none = program.ask({QStringLiteral("restore"), program.path(QStringLiteral("nothing.db"))});
        QCOMPARE(none.code, 1);
        QVERIFY(none.complaint().contains("message"));
        QVERIFY(program.ask(stats).json()["issued"] == 1);
    }

    void aPictureThatCannotBeWrittenIsAFailure()
    {
        const Program program;
        const QString folder = program.path(QStringLiteral("out"));
        QDir().mkpath(folder + QStringLiteral("/administration-fr-dark.png"));
        const QStringList arguments{QStringLiteral("--screenshot"), folder, QStringLiteral("--page"), QStringLiteral("administration"), QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--lang")};
        const Ran ran = program.run(arguments + QStringList{QStringLiteral("fr")});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.err.contains("administration-fr-dark.png"));
        const Ran drawn = program.run(arguments + QStringList{QStringLiteral("en")});
        QCOMPARE(drawn.code, 0);
        QCOMPARE(drawn.err, QByteArray());
        QVERIFY(QFile::exists(folder + QStringLiteral("/administration-en-dark.png")));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
