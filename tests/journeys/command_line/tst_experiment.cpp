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

/// Three days on which two agents serve a line that grows all morning.
QByteArray crowdedLog()
{
    QByteArray log = "ticket,queue,priority,channel,arrived_at,called_at,started_at,ended_at,agent,outcome\n";
    const auto time = [](int day, int minute) { return QStringLiteral("2026-01-%1T%2:%3:00").arg(5 + day, 2, 10, QLatin1Char('0')).arg(9 + minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0')).toLatin1(); };
    for (int day = 0; day < 3; ++day) {
        for (int i = 0; i < 40; ++i) {
            // Each agent takes eight minutes, somebody comes every three.
            const int called = i / 2 * 8 + (i % 2) * 3;
            const QByteArray at = time(day, std::max(called, i * 3));
            log += QByteArray::number(day * 100 + i) + ",Payments," + (i % 8 == 7 ? "5" : "0") + ",kiosk," + time(day, i * 3) + ',' + at + ',' + at + ','
                + time(day, std::max(called, i * 3) + 8) + (i % 2 ? ",Nadia" : ",Paul") + ",served\n";
        }
    }
    return log;
}

} // namespace

/// Recorded days over again from the command line.
class TestExperiment final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothWaysAndWhatLiesBetween()
    {
        const Program program;
        const QString log = program.file(QStringLiteral("log.csv"), crowdedLog());
        const Ran ran = experiment(program, log, words({"--b", "fifo", "--agents-b", "+1"}));
        QCOMPARE(ran.code, 0);
        const Json json = ran.json();
        QVERIFY(json["days"] == 3 && json["tickets"] == 120 && json["replications_are"] == "days");
        QVERIFY(json["verdict"].get<std::string>().find("shorter") != std::string::npos);
        QVERIFY(json["b"]["extra_agents"] == 1 && json["a"]["discipline"] == "fifo");
        const Json &payments = json["queues"][0];
        QVERIFY(payments["queue"] == "Payments");
        QVERIFY(payments["recorded_mean_wait"].get<double>() > 60);
        for (const char *figure : {"mean_wait", "p90_wait", "sla_share", "abandoned"}) {
            for (const char *part : {"a", "b", "difference"})
                QVERIFY2(payments[part][figure].contains("low") && payments[part][figure].contains("high"), figure);
        }
        QVERIFY(payments["difference"]["mean_wait"]["high"].get<double>() < 0);
        QCOMPARE(experiment(program, log, words({"--b", "fifo", "--agents-b", "+1"})).out, ran.out);
    }

    void equalWaysShowNoDifference()
    {
        const Program program;
        const QString log = program.file(QStringLiteral("log.csv"), crowdedLog());
        const Json json = experiment(program, log, words({"--b", "fifo", "--routing-b", "pooled"})).json();
        QVERIFY(json["all"]["difference"]["mean_wait"]["mean"] == 0.0);
        QVERIFY(json["verdict"].get<std::string>().find("no difference") != std::string::npos);
        for (const char *discipline : {"priority", "sla"})
            QCOMPARE(experiment(program, log, words({"--b", discipline})).code, 0);
    }

    void whatIsWrongIsSaid()
    {
        const Program program;
        const QString log = program.file(QStringLiteral("log.csv"), crowdedLog());
        const auto complaint = [&](const QString &file, std::initializer_list<const char *> arguments) {
            const Ran ran = experiment(program, file, words(arguments));
            return std::to_string(ran.code) + ' ' + ran.complaint().value("code", std::string());
        };
        QCOMPARE(complaint(log, {"--b", "lifo"}), std::string("2 invalid_value"));
        QCOMPARE(complaint(log, {"--b", "fifo", "--routing-b", "chance"}), std::string("2 invalid_value"));
        QCOMPARE(complaint(log, {"--b", "fifo", "--agents-b", "3"}), std::string("2 invalid_value"));
        QCOMPARE(complaint(log, {"--b", "fifo", "--agents-b", "+1000"}), std::string("2 out_of_range"));
        QCOMPARE(complaint(log, {}), std::string("2 wrong_usage"));
        QCOMPARE(complaint(program.path(QStringLiteral("nowhere.csv")), {"--b", "sla"}), std::string("1 cannot_read"));
        const QByteArray lines = crowdedLog();
        const QString day = program.file(QStringLiteral("day.csv"), lines.left(lines.indexOf("100,Payments")));
        QCOMPARE(complaint(day, {"--b", "sla"}), std::string("1 too_little_history"));
    }

private:
    static Ran experiment(const Program &program, const QString &log, const QStringList &more)
    {
        return program.run(QStringList{QStringLiteral("experiment"), log, QStringLiteral("--a"), QStringLiteral("fifo"), QStringLiteral("--json")} + more);
    }
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
