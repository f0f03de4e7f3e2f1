#include <QFileInfo>
#include <QLockFile>

#include "desktops.h"

using namespace smartqueue::journeys;

namespace {

/// `do -` whose lines come one after the other.
class Script {
public:
    explicit Script(const Home &home)
    {
        home.program.prepare(m_process, {QStringLiteral("do"), QStringLiteral("-"), QStringLiteral("--db"), home.database, QStringLiteral("--json")});
        m_process.start();
    }
    ~Script()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    void write(const QByteArray &text) { m_process.write(text); }
    /// The next answer; discarded when none comes.
    Json answer()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patienceMs))
                return Json(Json::value_t::discarded);
        }
        return Json::parse(m_process.readLine().toStdString(), nullptr, false);
    }
    Json tell(const QByteArray &line)
    {
        write(line);
        return answer();
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Its exit code, and what it said last.
    std::pair<int, Json> end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(patienceMs);
        return {m_process.exitCode(), Json::parse(m_process.readAllStandardError().toStdString(), nullptr, false)};
    }

private:
    QProcess m_process;
};

} // namespace

/// A script beside a desktop that is started, or starts again, meanwhile.
class TestSharedScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itLeavesTheDatabaseToWhoComesToServe();
    void aReplicaIsLeftItsDatabaseToo();
    void aLongScriptLetsGoBetweenTwoLines();
    void aConsoleIsLeftTheDatabaseToo();
    void whoIsAboutToServeIsWaitedFor();
    void aDeadProgramIsNotWaitedFor();
    void whoServedAndGoesSaysThatLinesAreLeft();

private:
    static std::unique_ptr<Serving> serve(const Home &home)
    {
        return std::make_unique<Serving>(home.program, home.database, QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    }
    static std::string number(const Json &answer) { return answer.is_object() ? answer.value("number", "") : std::string(); }
};

void TestSharedScript::itLeavesTheDatabaseToWhoComesToServe()
{
    Json listening;
    const auto home = host(listening);
    QCOMPARE(home->serving->stop(), 0);

    Script script(*home);
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    QVERIFY(!script.tell("{\"do\":\"nonsense\"}\n").value("ok", true));
    // A blank line counts, and half a line is not carried out.
    script.write("\n" + issue("two").left(20));
    home->serving = serve(*home);
    QCOMPARE(home->serving->hear("listening").value("role", ""), std::string("host"));
    QVERIFY(script.isRunning());
    const Json second = script.tell(issue("two").mid(20));
    QCOMPARE(number(second), std::string("P002"));
    QCOMPARE(second.value("line", 0), 4);
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    const auto [code, said] = script.end();
    QCOMPARE(code, 1);
    QCOMPARE(said.at("detail").value("count", 0), 1);
    QCOMPARE(said.at("detail").value("lines", 0), 4);
    QCOMPARE(number(tell(*home, issue()).lines().at(0)), std::string("P003"));
}

void TestSharedScript::whoServedAndGoesSaysThatLinesAreLeft()
{
    Json listening;
    const auto home = host(listening);
    Script script(*home);
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    QCOMPARE(home->serving->stop(), 0);
    // Nobody serves any more: the end of the script must not look like its success.
    script.write(issue("two"));
    const auto [code, said] = script.end();
    QCOMPARE(code, 1);
    QCOMPARE(said.value("code", ""), std::string("console_gone"));
}

void TestSharedScript::aReplicaIsLeftItsDatabaseToo()
{
    Json listening;
    const auto first = host(listening);
    Home second;
    QCOMPARE(pair(second, listening).code, 0);

    Script script(second);
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    second.serving = serve(second);
    QCOMPARE(second.serving->hear("listening").value("role", ""), std::string("replica"));
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    QCOMPARE(number(script.tell(issue("two"))), std::string("P002"));
    QCOMPARE(script.end().first, 0);
}

void TestSharedScript::aLongScriptLetsGoBetweenTwoLines()
{
    constexpr int many = 20'000;
    Json listening;
    const auto home = host(listening);
    QCOMPARE(home->serving->stop(), 0);
    QByteArray lines;
    for (int i = 1; i <= many; ++i)
        lines += "{\"do\":\"set_queue_status\",\"queue\":\"Passports\",\"status\":\"" + QByteArray(i % 2 ? "paused" : "active") + "\",\"id\":\"" + QByteArray::number(i) + "\"}\n";
    const QString file = home->program.file(QStringLiteral("long.jsonl"), lines);

    QProcess script;
    home->program.prepare(script, {QStringLiteral("do"), file, QStringLiteral("--db"), home->database, QStringLiteral("--json")});
    // Nobody reads a pipe while the other program is listened to.
    const QString told = home->program.path(QStringLiteral("told.jsonl"));
    script.setStandardOutputFile(told);
    script.start();
    QVERIFY(becomes([&] { return QFileInfo(told).size() > 0; }));
    home->serving = serve(*home);
    QCOMPARE(home->serving->hear("listening").value("role", ""), std::string("host"));
    const bool wentOn = !script.waitForFinished(0);
    QVERIFY(script.waitForFinished(4 * patienceMs));
    QCOMPARE(script.exitCode(), 0);
    QFile tellings(told);
    QVERIFY(tellings.open(QIODevice::ReadOnly));
    const QList<QByteArray> answers = tellings.readAll().trimmed().split('\n');
    QCOMPARE(answers.size(), qsizetype(many));
    for (int i = 0; i < many; ++i) {
        const Json answer = Json::parse(answers[i].toStdString(), nullptr, false);
        QVERIFY2(answer.is_object() && answer.value("ok", false) && answer.value("line", 0) == i + 1 && answer.value("id", "") == std::to_string(i + 1), answers[i].constData());
    }
    QVERIFY2(wentOn, "the script was over before it could let go");
    QCOMPARE(run(*home, {QStringLiteral("check")}).code, 0);
}

void TestSharedScript::aConsoleIsLeftTheDatabaseToo()
{
    Json listening;
    const auto home = host(listening);
    Home second;
    QCOMPARE(pair(second, listening).code, 0);
    QCOMPARE(home->serving->stop(), 0);

    Script script(*home);
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    QProcess console;
    home->program.prepare(console, {QStringLiteral("--db"), home->database});
    console.start();
    QVERIFY(console.waitForStarted(patienceMs));
    // The script lets go, and the console comes to it.
    QVERIFY(becomes([&] { return QFileInfo::exists(home->database + QStringLiteral(".peer/serving")); }));
    QCOMPARE(number(script.tell(issue("two"))), std::string("P002"));
    QCOMPARE(script.end().first, 0);
    // A program of its own for each of these would listen somewhere else.
    const std::string address = peers(*home).value("address", "");
    QVERIFY(!address.empty());
    QCOMPARE(peers(*home).value("address", ""), address);
    QVERIFY(!console.waitForFinished(0));
    console.kill();
    QVERIFY(console.waitForFinished(patienceMs));
}

void TestSharedScript::whoIsAboutToServeIsWaitedFor()
{
    Json listening;
    const auto home = host(listening);
    QCOMPARE(home->serving->stop(), 0);
    // As a program that is between two lives of the database.
    QLockFile mark(home->database + QStringLiteral(".peer/serving"));
    mark.setStaleLockTime(0);
    QVERIFY(mark.tryLock());

    Script script(*home);
    script.write(issue("one"));
    home->serving = serve(*home);
    QCOMPARE(home->serving->hear("listening").value("role", ""), std::string("host"));
    QCOMPARE(number(script.answer()), std::string("P001"));
    QCOMPARE(script.end().first, 0);
}

void TestSharedScript::aDeadProgramIsNotWaitedFor()
{
    Json listening;
    const auto home = host(listening);
    // From its second start on, the mark is there from the beginning.
    QCOMPARE(home->serving->stop(), 0);
    home->serving = serve(*home);
    QVERIFY(home->serving->hear("listening").is_object());
    const QString mark = home->database + QStringLiteral(".peer/serving");
    QVERIFY(QFileInfo::exists(mark));
    home->serving->kill();
    QVERIFY(QFileInfo::exists(mark));

    Script script(*home);
    QCOMPARE(number(script.tell(issue("one"))), std::string("P001"));
    QVERIFY(!QFileInfo::exists(mark));
    QCOMPARE(script.end().first, 0);
}

QTEST_GUILESS_MAIN(TestSharedScript)
#include "tst_shared_script.moc"
