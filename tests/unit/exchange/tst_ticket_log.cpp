#include <QBuffer>
#include <QFile>
#include <QTest>

#include <smartqueue/domain/limits.h>
#include <smartqueue/exchange/ticket_log.h>
#include <smartqueue/foundation/random_source.h>

using namespace smartqueue;
using namespace smartqueue::exchange;
using namespace std::chrono;

namespace {

Instant instant(const char *text)
{
    return fromIso8601(text).value();
}

/// Paris in 1999: summer time from 28 March to 31 October, 01:00 UTC.
TimeZone paris()
{
    return TimeZone("Europe/Paris", 1h, {{instant("1999-03-28T01:00:00Z"), 2h}, {instant("1999-10-31T01:00:00Z"), 1h}});
}

struct Log {
    explicit Log(const std::string &text, TicketLogOptions options = {}) : bytes(QByteArray::fromStdString(text)), device(&bytes)
    {
        device.open(QIODevice::ReadOnly);
        auto reader = TicketLogReader::open(device, options);
        if (!reader) {
            failure = reader.error();
            return;
        }
        while (const LogLine *line = reader->next())
            lines.push_back(*line);
    }
    std::string reason(std::size_t index) const
    {
        return lines.at(index).ticket ? std::string("good") : std::string(lines[index].ticket.error().code.name());
    }

    QByteArray bytes;
    QBuffer device;
    std::vector<LogLine> lines;
    std::optional<Failure> failure;
};

/// A file in the shape of a call centre's records, with invented calls.
const char *const callRecords = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\t"
                                "outcome\tser_start\tser_exit\tser_time\tserver\n"
                                "XX01\t1\t0\t0\tPS\t990301\t8:00:00\t8:00:10\t10\t0:00:00\t0:00:00\t0\tAGENT\t8:00:09\t8:03:00\t171\tALMA\n"
                                "XX01\t2\t0\t2\tPS\t990301\t8:01:00\t8:01:10\t10\t8:01:10\t8:02:10\t60\tAGENT\t8:02:10\t8:05:00\t170\tBORIS\n"
                                "XX01\t3\t0\t1\tNW\t990301\t8:02:00\t8:02:05\t5\t8:02:05\t8:02:45\t40\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER\n"
                                "XX01\t4\t0\t0\tNW\t990301\t8:03:00\t8:03:05\t5\t0:00:00\t0:00:00\t0\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER\n"
                                "XX01\t5\t0\t0\tNW\t990301\t8:04:00\t8:04:05\t5\t8:04:05\t8:04:15\t10\tPHANTOM\t8:04:15\t8:04:20\t5\tNO_SERVER\n"
                                "XX01\t6\t0\t0\tPS\t990301\t23:59:50\t0:00:05\t15\t0:00:05\t0:01:00\t55\tAGENT\t0:01:00\t0:04:00\t180\tALMA\n"
                                "XX01\t7\t0\t0\tPS\t990301\t9:00:00\t9:00:10\t10\t0:00:00\t0:00:00\t0\tAGENT\t9:00:10\t9:01:00\t50\tNO_SERVER\n";

ColumnMap callRecordMap()
{
    ColumnMap map;
    map[LogField::ticket].columns = {"call_id"};
    map[LogField::queue].columns = {"type"};
    map[LogField::priority] = {{"priority"}, {}, {{"1", "0"}, {"2", "5"}}};
    map[LogField::channel].constant = "phone";
    map[LogField::arrivedAt].columns = {"q_start", "vru_exit"};
    map[LogField::calledAt].columns = {"ser_start"};
    map[LogField::startedAt].columns = {"ser_start"};
    map[LogField::endedAt].columns = {"ser_exit", "q_exit"};
    map[LogField::agent].columns = {"server"};
    map[LogField::outcome] = {{"outcome"}, {}, {{"AGENT", "served"}, {"HANG", "abandoned"}, {"PHANTOM", "leave_out"}}};
    map.timeFormats = {"H:mm:ss"};
    map.dateColumn = "date";
    map.dateFormat = "yyMMdd";
    map.dateOf = "vru_entry";
    map.noValue = {"0:00:00", "NO_SERVER"};
    map.tolerance = 5s;
    return map;
}

std::string randomName(RandomSource &random)
{
    static const std::vector<std::string> parts{"a", "Z", "é", "ش", "日", "🙂", ",", "\"", " ", ";", "0", "-", "'"};
    std::string name = "n";
    for (auto length = random.between(0, 20); length > 0; --length)
        name += parts[std::size_t(random.between(0, std::int64_t(parts.size()) - 1))];
    return name + "n";
}

LogTicket randomTicket(RandomSource &random)
{
    LogTicket ticket;
    ticket.number = randomName(random);
    ticket.queue = randomName(random);
    ticket.channel = randomName(random);
    ticket.priority = int(random.between(-10, 1000));
    ticket.arrivedAt = instant("1999-01-01T00:00:00Z") + milliseconds(random.between(0, 31'000'000'000));
    const auto later = [&](Instant from) { return from + milliseconds(random.between(0, 2) * random.between(0, 4'000'000)); };
    const Instant called = later(ticket.arrivedAt);
    switch (random.between(0, 2)) {
    case 0:
        ticket.outcome = LogTicket::Outcome::served;
        ticket.calledAt = called;
        ticket.startedAt = later(called);
        ticket.endedAt = later(*ticket.startedAt);
        ticket.agent = randomName(random);
        break;
    case 1:
        ticket.outcome = LogTicket::Outcome::abandoned;
        ticket.endedAt = called;
        break;
    default:
        ticket.outcome = LogTicket::Outcome::noShow;
        ticket.calledAt = called;
        ticket.endedAt = later(called);
        ticket.agent = randomName(random);
    }
    return ticket;
}

bool same(const LogTicket &a, const LogTicket &b)
{
    return a.number == b.number && a.queue == b.queue && a.priority == b.priority && a.channel == b.channel
        && a.arrivedAt == b.arrivedAt && a.calledAt == b.calledAt && a.startedAt == b.startedAt && a.endedAt == b.endedAt
        && a.agent == b.agent && a.outcome == b.outcome;
}

} // namespace

class TestTicketLog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGoodRowComesInWhole()
    {
        const Log log(standardHeader() + "A1,Payments,5,kiosk,1999-02-01T09:00:00,1999-02-01T09:01:00,1999-02-01T09:01:30,1999-02-01T09:05:00,Nadia,served\n",
                      {.map = {}, .format = {}, .zone = paris()});
        QCOMPARE(log.lines.size(), 1u);
        QVERIFY(log.lines[0].ticket);
        const LogTicket &ticket = *log.lines[0].ticket;
        QCOMPARE(log.lines[0].line, 2);
        QCOMPARE(ticket.number, std::string("A1"));
        QCOMPARE(ticket.priority, 5);
        QVERIFY(ticket.arrivedAt == instant("1999-02-01T08:00:00Z"));
        QVERIFY(ticket.endedAt == instant("1999-02-01T08:05:00Z"));
        QVERIFY(ticket.outcome == LogTicket::Outcome::served);
    }

    void badRowsSayWhy_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *text, const char *reason) { QTest::newRow(reason) << QByteArray(text) << QByteArray(reason); };
        row("1,,0,d,1999-02-01T09:00:00,,,1999-02-01T09:00:00,,abandoned", "missing_queue");
        row("1,A,0,d,,,,1999-02-01T09:00:00,,abandoned", "missing_arrival");
        row("1,A,0,d,yesterday,,,1999-02-01T09:00:00,,abandoned", "bad_time");
        row("1,A,0,d,1969-12-01T09:00:00,,,1999-02-01T09:00:00,,abandoned", "time_out_of_range");
        row("1,A,x,d,1999-02-01T09:00:00,,,1999-02-01T09:00:00,,abandoned", "bad_priority");
        row("1,A,0,d,1999-02-01T09:00:00,,,,,abandoned", "missing_end");
        row("1,A,0,d,1999-02-01T09:00:00,,,1999-02-01T09:00:00,,served", "missing_start");
        row("1,A,0,d,1999-02-01T09:00:00,,,1999-02-01T09:00:00,,vanished", "unknown_outcome");
        row("1,A,0,d,1999-02-01T09:00:00,,,1999-02-01T08:59:00,,abandoned", "ends_before_arrival");
        row("1,A,0,d,1999-02-01T09:00:00,,1999-02-01T09:00:00,1999-02-01T09:01:00,,abandoned", "abandoned_but_started");
        row("1,A,0,d,1999-02-01T09:00:00,,1999-02-01T09:00:00,1999-02-01T09:01:00,,no_show", "no_show_but_started");
        row("1,A,0,d,1999-02-01T09:00:00,,,1999-02-01T09:01:00,,no_show", "missing_call");
        row("1,A,0,d,1999-02-01T09:00:00,1999-02-01T08:59:59,1999-02-01T09:00:00,1999-02-01T09:01:00,x,served", "called_before_arrival");
        row("1,A,0,d,1999-02-01T09:00:00,,1999-02-01T08:59:59,1999-02-01T09:01:00,x,served", "started_before_arrival");
        row("1,A,0,d,1999-02-01T09:00:00,1999-02-01T09:01:00,1999-02-01T09:00:30,1999-02-01T09:02:00,x,served", "started_before_call");
        row("1,A,0,d,1999-02-01T09:00:00,1999-02-01T09:01:00,1999-02-01T09:01:30,1999-02-01T09:01:29,x,served", "ends_before_it_starts");
        row("1,A,0,d,1999-02-01T09:00:00,,,1999-02-01T09:01:00,abandoned", "wrong_column_count");
        row("1,A\x07,0,d,1999-02-01T09:00:00,,,1999-02-01T09:01:00,,abandoned", "control_character");
    }
    void badRowsSayWhy()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, reason);
        const Log log(standardHeader() + row.toStdString() + '\n', {.map = standardMap(), .format = {}, .zone = {}});
        QCOMPARE(log.reason(0), reason.toStdString());
    }

    void longNamesAreRefusedAndForeignOnesKept()
    {
        const std::string rest = ",0,d,1999-02-01T09:00:00,,,1999-02-01T09:01:00,,abandoned\n";
        std::string longest;
        for (std::size_t i = 0; i < limits::nameCodePoints; ++i)
            longest += "🙂";
        const Log invisible(standardHeader() + "1,\u00a0\u200b" + rest);
        QCOMPARE(invisible.reason(0), std::string("invisible_name"));
        const Log log(standardHeader() + "1,صف الانتظار" + rest + "2," + longest + rest + "3," + longest + "x" + rest + "4," + std::string(10'000, 'q') + rest);
        QCOMPARE(log.reason(0), std::string("good"));
        QCOMPARE(log.lines[0].ticket->queue, std::string("صف الانتظار"));
        QCOMPARE(log.reason(1), std::string("good"));
        QCOMPARE(log.reason(2), std::string("too_long"));
        QCOMPARE(log.reason(3), std::string("too_long"));
    }

    void filesThatAreNoLogsAreRefused()
    {
        QCOMPARE(std::string(Log("").failure->code.name()), std::string("empty_file"));
        QCOMPARE(std::string(Log("start,count\n1999-01-01T00:00:00,11\n").failure->code.name()), std::string("columns_not_recognised"));
        QCOMPARE(std::string(Log("\x1f\x8b\x08zip").failure->code.name()), std::string("compressed_file"));
        const Log mapped("a,b\n1,2\n", {.map = standardMap(), .format = {}, .zone = {}});
        QCOMPARE(std::string(mapped.failure->code.name()), std::string("unknown_column"));
        QCOMPARE(mapped.failure->detail.at("columns"), std::string("a, b"));
        std::string twice = standardHeader();
        twice.insert(twice.find_last_not_of("\r\n") + 1, ",Queue");
        const Log doubled(twice);
        QCOMPARE(std::string(doubled.failure->code.name()), std::string("duplicate_column"));
        QCOMPARE(doubled.failure->detail.at("column"), std::string("queue"));
    }

    void aHeaderAloneIsAnEmptyLog()
    {
        const Log log(standardHeader());
        QVERIFY(!log.failure);
        QVERIFY(log.lines.empty());
    }

    void daylightSavingIsTheZones()
    {
        const auto row = [](const char *time) { return std::string("1,A,0,d,") + time + ",,," + "1999-12-01T00:00:00,,abandoned\n"; };
        const Log log(standardHeader() + row("1999-03-28T01:59:59") + row("1999-03-28T02:30:00") + row("1999-03-28T03:30:00")
                          + row("1999-10-31T02:30:00") + row("1999-10-31T03:30:00") + row("1999-07-01T12:00:00Z"),
                      {.map = {}, .format = {}, .zone = paris()});
        QVERIFY(log.lines[0].ticket->arrivedAt == instant("1999-03-28T00:59:59Z"));
        // Skipped by the spring change: moved forward by the gap.
        QVERIFY(log.lines[1].ticket->arrivedAt == instant("1999-03-28T01:30:00Z"));
        QVERIFY(log.lines[2].ticket->arrivedAt == instant("1999-03-28T01:30:00Z"));
        // Comes twice in autumn: the first is meant.
        QVERIFY(log.lines[3].ticket->arrivedAt == instant("1999-10-31T00:30:00Z"));
        QVERIFY(log.lines[4].ticket->arrivedAt == instant("1999-10-31T02:30:00Z"));
        QVERIFY(log.lines[5].ticket->arrivedAt == instant("1999-07-01T12:00:00Z"));
    }

    void callRecordsComeInByAMap()
    {
        const Log log(callRecords, {.map = callRecordMap(), .format = {}, .zone = {}});
        QVERIFY(!log.failure);
        QCOMPARE(log.lines.size(), 7u);
        // The clock of the service was a second ahead of the one of the queue.
        QVERIFY(log.lines[0].ticket->arrivedAt == instant("1999-03-01T08:00:09Z"));
        QCOMPARE(log.lines[0].ticket->agent, std::string("ALMA"));
        QCOMPARE(log.lines[1].ticket->priority, 5);
        QVERIFY(log.lines[1].ticket->arrivedAt == instant("1999-03-01T08:01:10Z"));
        QVERIFY(log.lines[2].ticket->outcome == LogTicket::Outcome::abandoned);
        QCOMPARE(log.lines[2].ticket->priority, 0);
        QVERIFY(log.lines[2].ticket->endedAt == instant("1999-03-01T08:02:45Z"));
        QVERIFY(!log.lines[2].ticket->startedAt);
        QCOMPARE(log.reason(3), std::string("missing_end"));
        QCOMPARE(log.reason(4), std::string("left_out_by_map"));
        QVERIFY(log.lines[5].ticket->arrivedAt == instant("1999-03-02T00:00:05Z"));
        QVERIFY(log.lines[5].ticket->endedAt == instant("1999-03-02T00:04:00Z"));
        QCOMPARE(log.lines[6].ticket->agent, std::string());
    }

    void theShippedMapReadsThem()
    {
        QFile file(QFINDTESTDATA("../../../resources/maps/bank-1999-raw.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto map = readColumnMap(file.readAll().toStdString());
        QVERIFY(map);
        ColumnMap expected = callRecordMap();
        expected.tolerance = 60s;
        QVERIFY(*map == expected);
    }

    void callRecordsAreEvenGuessed()
    {
        const Log log(callRecords);
        QVERIFY(!log.failure);
        QCOMPARE(std::count_if(log.lines.begin(), log.lines.end(), [](const LogLine &line) { return line.ticket.has_value(); }), 5);
    }

    void aFileWithoutHeaderIsReadByPosition()
    {
        ColumnMap map;
        map.header = false;
        map[LogField::queue].columns = {"#1"};
        map[LogField::arrivedAt].columns = {"#2"};
        map[LogField::endedAt].columns = {"#3"};
        const Log log("A;1999-02-01T09:00:00;1999-02-01T09:01:00\nB;1999-02-01T09:00:00;1999-02-01T09:02:00\n",
                      {.map = map, .format = {}, .zone = {}});
        QCOMPARE(log.lines.size(), 2u);
        QCOMPARE(log.lines[0].ticket->queue, std::string("A"));
        QCOMPARE(log.lines[0].ticket->number, std::string("L1"));
        QVERIFY(log.lines[1].ticket->outcome == LogTicket::Outcome::abandoned);
    }

    void thePreviewLeavesTheDeviceWhereItWas()
    {
        QByteArray bytes("queue;arrived\nA;1\nB;2\nC;3\n");
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        const auto preview = previewLog(device, {}, 2);
        QVERIFY(preview);
        QCOMPARE(preview->header, (std::vector<std::string>{"queue", "arrived"}));
        QCOMPARE(preview->rows.size(), 2u);
        QCOMPARE(preview->delimiter, ';');
        QCOMPARE(device.pos(), 0);
    }

    void writtenTicketsReadBackEqual()
    {
        const auto seed = std::uint64_t(qEnvironmentVariableIsSet("SQ_SEED") ? qEnvironmentVariable("SQ_SEED").toULongLong() : 20'240'517);
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        RandomSource random(seed);
        std::vector<LogTicket> tickets;
        std::string text = standardHeader();
        for (int i = 0; i < 3000; ++i) {
            tickets.push_back(randomTicket(random));
            text += standardRow(tickets.back(), TimeZone());
        }
        const Log log(text, {.map = standardMap(), .format = {}, .zone = {}});
        QCOMPARE(log.lines.size(), tickets.size());
        for (std::size_t i = 0; i < tickets.size(); ++i) {
            QVERIFY2(log.lines[i].ticket, log.reason(i).c_str());
            QVERIFY(same(*log.lines[i].ticket, tickets[i]));
        }
    }

    void randomBytesNeverBreakTheReader()
    {
        const auto seed = std::uint64_t(qEnvironmentVariableIsSet("SQ_SEED") ? qEnvironmentVariable("SQ_SEED").toULongLong() : 7);
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        RandomSource random(seed);
        const std::string alphabet = "\"\",,\n\r;\t019-:T x\xc3\xa9\xff";
        for (int round = 0; round < 300; ++round) {
            std::string text = round % 2 == 0 ? standardHeader() : std::string();
            for (auto length = random.between(0, 2000); length > 0; --length)
                text += random.chance(0.05) ? char(random.between(0, 255)) : alphabet[std::size_t(random.between(0, std::int64_t(alphabet.size()) - 1))];
            const Log log(text);
            for (const LogLine &line : log.lines)
                QVERIFY(line.line >= 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestTicketLog)
#include "tst_ticket_log.moc"
