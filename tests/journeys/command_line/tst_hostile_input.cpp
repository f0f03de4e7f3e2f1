#include "program.h"

using namespace smartqueue::journeys;

namespace {

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes = bigEndian ? QByteArray("\xfe\xff", 2) : QByteArray("\xff\xfe", 2);
    for (const QChar c : text) {
        const char low = char(c.unicode() & 0xff);
        const char high = char(c.unicode() >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

const QByteArray header = "ticket,queue,priority,channel,arrived_at,called_at,started_at,ended_at,agent,outcome\n";

QByteArray served(const QByteArray &number, const QByteArray &queue)
{
    return number + "," + queue + ",0,kiosk,2026-01-05T09:00:00,2026-01-05T09:04:00,2026-01-05T09:04:30,2026-01-05T09:09:00,Nadia,served\n";
}

} // namespace

/// Whatever is fed in: a clear refusal per line, no crash, JSON that can be read, the exit code right.
class TestHostileInput final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBadCommandIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const QByteArray &line, const char *code) { QTest::newRow(name) << line << QByteArray(code); };
        row("deep", "{'command':'issue','queue':" + QByteArray(20'000, '[') + "}", "malformed");
        row("not closed", "{'command':'issue'", "malformed");
        row("a list", "['issue']", "malformed");
        row("a number", "5", "malformed");
        row("nul", QByteArray("{'command':'undo\0'}", 19), "malformed");
        row("bad utf-8", "{'command':'issue','queue':'\xff\xfe'}", "malformed");
        row("half a pair", "{'command':'create_service','name':'\\ud800'}", "malformed");
        row("twice", "{'command':'undo','command':'issue'}", "malformed");
        row("too big a number", "{'command':'issue','queue':'Payments','priority':1e999}", "malformed");
        row("big number", "{'command':'issue','queue':'Payments','priority':1e308}", "invalid_value");
        row("huge integer", "{'command':'issue','queue':'Payments','priority':99999999999999999999}", "invalid_value");
        row("number as text", "{'command':'issue','queue':'Payments','priority':'5'}", "invalid_value");
        row("text as number", "{'command':'issue','queue':12}", "invalid_value");
        row("negative capacity", "{'command':'create_queue','name':'x','service':'Payments','max_capacity':-1}", "out_of_range");
        row("negative id", "{'command':'acknowledge_alert','alert':-1}", "out_of_range");
        row("negative sla", "{'command':'create_service','name':'x','sla_seconds':-5}", "out_of_range");
        row("long name", "{'command':'create_service','name':'" + QByteArray(10'000, 'n') + "'}", "too_long");
        row("long queue", "{'command':'issue','queue':'" + QByteArray(10'000, 'q') + "'}", "unknown_queue");
        row("long ticket", "{'command':'abandon','number':'" + QByteArray(60'000, 'q') + "'}", "unknown_ticket");
        row("long site", "{'command':'issue','queue':'Payments','site':'" + QByteArray(60'000, 'q') + "'}", "unknown_site");
        row("long tenant", "{'command':'issue','queue':'Payments','tenant':'" + QByteArray(60'000, 'q') + "'}", "unknown_tenant");
        row("long e-mail", "{'command':'delete_user','email':'" + QByteArray(60'000, 'q') + "'}", "unknown_user");
        row("long command", "{'command':'" + QByteArray(60'000, 'q') + "'}", "unknown_command");
        row("long field", "{'command':'undo','" + QByteArray(60'000, 'q') + "':1}", "unknown_field");
        row("turned round", "{'command':'create_service','name':'a\\u202eb'}", "invalid_value");
        row("long line", "{'command':'issue','queue':'" + QByteArray(70'000, 'q') + "'}", "too_long");
        row("empty name", "{'command':'create_service','name':''}", "invalid_value");
        row("control character", "{'command':'create_service','name':'a\\u0007b'}", "invalid_value");
        row("a year too far", "{'command':'undo','at':'99999-01-01T00:00:00Z'}", "invalid_value");
        row("no such day", "{'command':'undo','at':'2026-02-31T00:00:00Z'}", "invalid_value");
        row("utf-16", utf16(QStringLiteral("{}"), false), "malformed");
        row("sql", "{'command':'issue','queue':'x; DROP TABLE tickets'}", "unknown_queue");
    }
    void aBadCommandIsRefusedByName()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, code);
        const Program program;
        const Ran ran = program.carryOut(smallBranch() + line + "\n{'command':'issue','queue':'Payments'}\n");
        QCOMPARE(ran.code, 1);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), 6u);
        QCOMPARE(lines[4].value("code", std::string()), code.toStdString());
        QVERIFY(!lines[4]["message"].get<std::string>().empty());
        QVERIFY(lines[4].dump().size() < 1'000);
        QVERIFY(lines[5]["ok"] == true);
    }

    void namesOfTheWholeWorldGoThrough()
    {
        const Program program;
        const QByteArray queue = QStringLiteral("الحسابات 🙂 Zoë").toUtf8();
        const Ran ran = program.carryOut("{'command':'create_service','name':'" + queue + "'}\n{'command':'create_queue','name':'" + queue
                                         + "','service':'" + queue + "'}\n{'command':'issue','queue':'" + queue + "'}\n");
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.lines()[2]["queue"].get<std::string>(), queue.toStdString());
        QVERIFY(program.ask({QStringLiteral("stats"), QStringLiteral("--queue"), QString::fromUtf8(queue)}).json()["waiting_count"] == 1);
    }

    void scriptsOfEveryShapeEnd()
    {
        const Program program;
        QCOMPARE(program.carryOut({}).code, 0);
        QCOMPARE(program.carryOut("\n\n  \n").code, 0);
        QCOMPARE(program.carryOut("\xef\xbb\xbf" + smallBranch()).code, 0);
        QCOMPARE(program.carryOut("{'command':'issue','queue':'Payments'}").code, 0);
        const Ran dos = program.carryOut("{'command':'issue','queue':'Payments'}\r\n{'command':'issue','queue':'Payments'}\r\n");
        QCOMPARE(dos.code, 0);
        QCOMPARE(dos.lines().size(), 2u);
        QCOMPARE(program.ask({QStringLiteral("do"), program.path(QStringLiteral("nowhere.jsonl"))}).code, 1);
        QCOMPARE(program.ask({QStringLiteral("do"), program.path({})}).code, 1);
    }

    void aBadLogIsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const QByteArray &bytes, const char *code) { QTest::newRow(name) << bytes << QByteArray(code); };
        row("empty", {}, "empty_file");
        row("only a mark", "\xef\xbb\xbf", "empty_file");
        row("unknown columns", "a,b,c\n1,2,3\n", "columns_not_recognised");
        row("a zip", QByteArray("PK\x03\x04", 4) + QByteArray(100, 'x'), "compressed_file");
        row("a database", QByteArray("SQLite format 3\0", 16) + QByteArray(100, '\0'), "compressed_file");
    }
    void aBadLogIsRefusedAsAWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, code);
        const Program program;
        const Ran ran = program.ask({QStringLiteral("import"), program.file(QStringLiteral("log.csv"), bytes)});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.out.isEmpty());
        QCOMPARE(ran.complaint().value("code", std::string()), code.toStdString());
    }

    void aBadRowIsRefusedByItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const QByteArray &line, const char *code) { QTest::newRow(name) << line << QByteArray(code); };
        row("ends before starts", "1,A,0,d,2026-01-05T09:00:00,2026-01-05T09:01:00,2026-01-05T09:05:00,2026-01-05T09:04:00,N,served", "ends_before_it_starts");
        row("backwards", "1,A,0,d,2026-01-05T09:00:00,2026-01-05T08:01:00,2026-01-05T09:05:00,2026-01-05T09:06:00,N,served", "called_before_arrival");
        row("no day", "1,A,0,d,2026-02-31T09:00:00,,,2026-02-31T09:06:00,,abandoned", "bad_time");
        row("far", "1,A,0,d,2626-01-31T09:00:00,,,2626-01-31T09:06:00,,abandoned", "time_out_of_range");
        row("priority", "1,A,high,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "bad_priority");
        row("1e308", "1,A,1e308,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "bad_priority");
        row("columns", "1,A,0", "wrong_column_count");
        row("nul", QByteArray("1,A\0", 4) + "B,0,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "nul_byte");
        row("encoding", "1,\xff\xfe,0,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "bad_encoding");
        row("long name", "1," + QByteArray(10'000, 'q') + ",0,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "too_long");
        row("long line", "1," + QByteArray(2'000'000, 'q') + ",0,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "too_long");
        row("outcome", "1,A,0,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,vanished", "unknown_outcome");
        row("quote", "1,\"A,0,d,2026-01-05T09:00:00,,,2026-01-05T09:06:00,,abandoned", "unclosed_quote");
    }
    void aBadRowIsRefusedByItsLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, code);
        const Program program;
        const QByteArray good = served("2", "Zoë");
        const QString log = program.file(QStringLiteral("log.csv"), header + good + line + "\n" + served("3", "الحسابات 🙂"));
        const Ran ran = program.ask({QStringLiteral("import"), log});
        QCOMPARE(ran.code, 0);
        const Json report = ran.json();
        QVERIFY2(report["rows"] == 3 && report["imported"] == 2 && report["refused"].size() == 1, report.dump().substr(0, 500).c_str());
        QVERIFY(report["refused"][0]["line"] == 3);
        QCOMPARE(report["refused"][0]["reason"].get<std::string>(), code.toStdString());
    }

    void everyEncodingComesIn()
    {
        const QByteArray text = header + served("1", "Zoë");
        const QString unicode = QString::fromUtf8(text);
        for (const QByteArray &bytes : {text, "\xef\xbb\xbf" + text, utf16(unicode, false), utf16(unicode, true), unicode.toLatin1()}) {
            const Program program;
            const Json report = program.ask({QStringLiteral("import"), program.file(QStringLiteral("log.csv"), bytes)}).json();
            QVERIFY2(report["imported"] == 1, report.dump().c_str());
            QCOMPARE(program.ask({QStringLiteral("stats"), QStringLiteral("--queue"), QStringLiteral("Zoë")}).code, 0);
        }
    }

    void anHourThatComesTwiceIsReadAsItWas()
    {
        const Program program;
        // In Paris the clocks went back from 03:00 to 02:00 in that night.
        const QByteArray row = "1,Payments,0,d,2025-10-26T02:59:00,2025-10-26T02:01:00,2025-10-26T02:02:00,2025-10-26T02:05:00,N,served\n";
        const Json report = program.ask({QStringLiteral("import"), program.file(QStringLiteral("log.csv"), header + row), QStringLiteral("--timezone"),
                                         QStringLiteral("Europe/Paris")}).json();
        QVERIFY2(report["imported"] == 1, report.dump().c_str());
    }

    void aHostileMapIsRefused_data()
    {
        QTest::addColumn<QByteArray>("map");
        for (const QByteArray &map : {QByteArray(), QByteArray("[]"), QByteArray("{\"columns\":5}"), QByteArray("{\"columns\":{\"queue\":\"nowhere\"}}"),
                                      QByteArray("{\"colums\":{}}"), QByteArray(100'000, '['), QByteArray("\xff\xfe", 2), QByteArray("{\"columns\":{},\"tolerance_seconds\":1e308}")})
            QTest::newRow(map.left(30).toHex().constData()) << map;
    }
    void aHostileMapIsRefused()
    {
        QFETCH(QByteArray, map);
        const Program program;
        const QString log = program.file(QStringLiteral("log.csv"), header + served("1", "A"));
        const Ran ran = program.ask({QStringLiteral("import"), log, QStringLiteral("--map"), program.file(QStringLiteral("map.json"), map)});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.complaint()["ok"] == false);
    }
};

QTEST_GUILESS_MAIN(TestHostileInput)
#include "tst_hostile_input.moc"
