#include <sys/stat.h>

#include <QDir>
#include <QElapsedTimer>

#include "program.h"

using namespace smartqueue::journeys;

namespace {

/// A console with the database open, as long as this lives.
class OpenConsole {
public:
    explicit OpenConsole(const Program &program, const QString &socketFolder)
    {
        program.prepare(m_process, {QStringLiteral("--db"), program.database()});
        m_process.start();
        QElapsedTimer waited;
        waited.start();
        while (QDir(socketFolder).entryList(QDir::System | QDir::Files).isEmpty() && waited.elapsed() < 60'000)
            m_process.waitForReadyRead(50);
    }
    ~OpenConsole()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

QString ownFolder(const Program &program)
{
    return program.path(QStringLiteral("RUNTIME_DIR/smartqueue"));
}

/// One line to a `do -` that stays open, and its answer.
Json tell(QProcess &script, QByteArray line)
{
    script.write(line.replace('\'', '"') + "\n");
    QElapsedTimer waited;
    waited.start();
    while (!script.canReadLine() && waited.elapsed() < 30'000 && script.state() == QProcess::Running)
        script.waitForReadyRead(100);
    return Json::parse(script.readLine().toStdString(), nullptr, false);
}

} // namespace

/// The same answers while a console has the database open.
class TestOpenConsole final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatComesThroughAPipeReachesTheConsole()
    {
        const QString pipe = QStringLiteral("/dev/stdin");
        if (!QFile::exists(pipe))
            QSKIP("This system has no file for the standard input.");
        const Program program;
        const OpenConsole console(program, ownFolder(program));
        const QByteArray lines = "{\"command\":\"create_service\",\"name\":\"S\",\"sla_seconds\":600}\n"
                                 "{\"command\":\"create_queue\",\"name\":\"Q\",\"service\":\"S\",\"algorithm\":\"fifo\"}\n";
        const Ran ran = program.run({QStringLiteral("do"), pipe, QStringLiteral("--db"), program.database(), QStringLiteral("--json")}, lines);
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(ran.lines().size(), 2u);
        QVERIFY(console.isRunning());
    }

    void theConsoleAnswersInAFolderOfItsUser()
    {
        const Program program;
        OpenConsole console(program, ownFolder(program));
        QVERIFY(console.isRunning());
        struct stat entry{};
        QCOMPARE(stat(QFile::encodeName(ownFolder(program)).constData(), &entry), 0);
        QCOMPARE(int(entry.st_mode & 0777), 0700);
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
        QVERIFY(program.ask({QStringLiteral("overview")}).json()["total_queues"] == 1);
        QCOMPARE(program.ask({QStringLiteral("stats"), QStringLiteral("--queue"), QStringLiteral("Nowhere")}).code, 1);
        QVERIFY(program.ask({QStringLiteral("check")}).json()["ok"] == true);
        // Nothing else holds the database: without the socket the writer's lock refuses.
        const Ran beside = program.ask({QStringLiteral("restore"), program.database()});
        QCOMPARE(beside.code, 1);
    }

    void aSecondStartOnlyShowsTheFirst()
    {
        const Program program;
        OpenConsole console(program, ownFolder(program));
        QCOMPARE(program.run({QStringLiteral("--db"), program.database()}).code, 0);
        QVERIFY(console.isRunning());
    }

    void aFolderThatOthersCanWriteIsNotUsed()
    {
        const Program program;
        QDir().mkpath(ownFolder(program));
        QCOMPARE(chmod(QFile::encodeName(ownFolder(program)).constData(), 0777), 0);
        OpenConsole console(program, program.path(QStringLiteral("CACHE_HOME/smartqueue-sockets")));
        QVERIFY(console.isRunning());
        QVERIFY(QDir(ownFolder(program)).isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot));
        QCOMPARE(program.carryOut(smallBranch()).code, 0);
    }

    void linesWithoutATimeFollowTheBranch()
    {
        const Program program;
        OpenConsole console(program, ownFolder(program));
        QProcess script;
        program.prepare(script, {QStringLiteral("do"), QStringLiteral("-"), QStringLiteral("--db"), program.database()});
        script.start();
        QVERIFY(script.waitForStarted());
        // Ahead of the clock on the wall, by which the console begins a day. Each is answered before the next is sent, and somebody else goes on with the branch in between.
        QVERIFY(tell(script, "{'command':'create_service','name':'Payments','at':'2126-01-05T09:00:00Z'}")["ok"] == true);
        QVERIFY(tell(script, "{'command':'create_queue','name':'Payments','service':'Payments'}")["ok"] == true);
        QCOMPARE(program.carryOut("{'command':'issue','queue':'Payments','at':'2126-01-05T10:00:00Z'}\n").code, 0);
        const Json after = tell(script, "{'command':'issue','queue':'Payments'}");
        QVERIFY2(after["ok"] == true, after.dump().c_str());
        QVERIFY(after["at"] == "2126-01-05T10:00:00Z");
        script.closeWriteChannel();
        QVERIFY(script.waitForFinished());
        QCOMPARE(script.exitCode(), 0);
    }

    void aLongScriptComesThroughInPieces()
    {
        const Program program;
        OpenConsole console(program, ownFolder(program));
        QByteArray script = smallBranch();
        const QByteArray padding(2'000, ' ');
        constexpr int lines = 2'000;
        for (int i = 0; i < lines; ++i)
            script += "{'command':'issue'," + padding + "'queue':'Payments'}\n";
        const Ran ran = program.carryOut(script);
        QCOMPARE(ran.code, 0);
        QCOMPARE(int(ran.lines().size()), 4 + lines);
        QVERIFY(console.isRunning());
    }

    void aVerbEndsWithItsClient()
    {
        const Program program;
        const QString log = program.file(QStringLiteral("log.csv"),
            "ticket,queue,priority,channel,arrived_at,called_at,started_at,ended_at,agent,outcome\n"
            "A1,Payments,0,kiosk,2026-01-05T09:00:00,,,2026-01-05T19:00:00,,abandoned\n");
        OpenConsole console(program, ownFolder(program));
        const QStringList replay{QStringLiteral("replay"), log, QStringLiteral("--speed"), QStringLiteral("1")};
        QProcess client;
        program.prepare(client, replay + QStringList{QStringLiteral("--db"), program.database()});
        client.start();
        const auto waiting = [&] { return program.ask({QStringLiteral("overview")}).json().value("total_queues", 0); };
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, 30'000);
        QCOMPARE(program.ask(replay).complaint().value("code", std::string()), std::string("in_use"));
        client.kill();
        client.waitForFinished();
        const auto code = [&] { return program.ask(replay).complaint().value("code", std::string()); };
        QTRY_COMPARE_WITH_TIMEOUT(code(), std::string("log_before_branch"), 30'000);
    }
};

QTEST_GUILESS_MAIN(TestOpenConsole)
#include "tst_open_console.moc"
