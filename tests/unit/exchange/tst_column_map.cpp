#include <QTest>

#include <smartqueue/exchange/column_map.h>
#include <smartqueue/exchange/time_pattern.h>

using namespace smartqueue;
using namespace smartqueue::exchange;
using namespace std::chrono;

namespace {

/// JSON with ' for the quotes.
std::string json(std::string text)
{
    for (char &c : text)
        c = c == '\'' ? '"' : c;
    return text;
}

const char *const smallest = "{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'}}";

std::string codeOf(const std::string &text)
{
    const auto map = readColumnMap(json(text));
    return map ? std::string() : std::string(map.error().code.name());
}

std::optional<milliseconds> sinceEpoch(const std::string &format, std::string_view text)
{
    const auto pattern = TimePattern::compile(format);
    const auto written = pattern ? pattern->read(text) : std::nullopt;
    if (!written)
        return std::nullopt;
    return written->day.value_or(LocalDay{}).time_since_epoch() + written->timeOfDay.value_or(0ms);
}

constexpr milliseconds at(int y, unsigned m, unsigned d, int hour, int minute, int second)
{
    return sys_days(year(y) / month(m) / day(d)).time_since_epoch() + hours(hour) + minutes(minute) + seconds(second);
}

} // namespace

class TestColumnMap final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesAreReadInManyFormats()
    {
        const milliseconds expected = at(1999, 2, 1, 7, 2, 47);
        for (const auto &[format, text] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"iso8601", "1999-02-01T07:02:47"}, {"iso8601", "1999-02-01 07:02:47.000"}, {"d/M/yyyy H:mm:ss", "1/2/1999 7:02:47"},
                 {"dd.MM.yyyy HH:mm:ss", "01.02.1999 07:02:47"}, {"M/d/yyyy h:mm:ss AP", "2/1/1999 7:02:47 AM"},
                 {"yyMMdd HH:mm:ss", "990201 07:02:47"}, {"yyyyMMddHHmmss", "19990201070247"}, {"epoch_seconds", "917852567"},
                 {"epoch_milliseconds", "917852567000"}})
            QCOMPARE(sinceEpoch(format, text), expected);
        QCOMPARE(sinceEpoch("yyMMdd", "250115"), at(2025, 1, 15, 0, 0, 0));
        QCOMPARE(sinceEpoch("h:mm AP", "12:05 am"), at(1970, 1, 1, 0, 5, 0));
        QCOMPARE(sinceEpoch("h:mm AP", "12:05 PM"), at(1970, 1, 1, 12, 5, 0));
        const auto zoned = TimePattern::compile("iso8601")->read("1999-02-01T07:02:47+02:00");
        QVERIFY(zoned && zoned->offset == 7200s);
    }

    void impossibleTimesAreNotRead()
    {
        for (const auto &[format, text] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"iso8601", "1999-02-30T07:02:47"}, {"iso8601", "1999-02-01T25:00:00"}, {"iso8601", "1999-02-01T07:02:47x"},
                 {"iso8601", ""}, {"H:mm:ss", "7:60:00"}, {"H:mm:ss", "-7:00:00"}, {"h:mm AP", "13:00 PM"}, {"d/M/yyyy H:mm", "31/4/2020 7:00"},
                 {"epoch_seconds", "-5"}, {"epoch_seconds", "99999999999999999999"}, {"epoch_seconds", "1e9"}})
            QVERIFY2(!sinceEpoch(format, text), text);
    }

    void formatsThatSayTooLittleAreRefused()
    {
        for (const char *format : {"", "abc", "yyyy", "yyyy-MM", "HH", "mm:ss", "h:mm", "yyy-MM-dd", "HH:mm HH:mm", "dd/MM/yyyy ss"})
            QVERIFY2(!TimePattern::compile(format), format);
        QVERIFY(!TimePattern::compile(std::string(1000, 'y')));
    }

    void aMapSurvivesWritingAndReading()
    {
        ColumnMap map = standardMap();
        map[LogField::arrivedAt].columns = {"q_start", "vru_exit"};
        map[LogField::channel] = {{}, "phone", {}};
        map[LogField::outcome].translate = {{"AGENT", "served"}, {"HANG", "abandoned"}};
        map.timeFormats = {"H:mm:ss", "H:mm"};
        map.dateColumn = "date";
        map.dateFormat = "yyMMdd";
        map.dateOf = "vru_entry";
        map.noValue = {"0:00:00", "Zoé €"};
        map.tolerance = 60s;
        map.header = false;
        const auto read = readColumnMap(writeColumnMap(map));
        QVERIFY(read);
        QVERIFY(*read == map);
    }

    void badMapsSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *text, const char *code) { QTest::newRow(text) << QByteArray(text) << QByteArray(code); };
        row("", "malformed");
        row("[]", "malformed");
        row("{'columns':", "malformed");
        row("{}", "missing_field");
        row("{'columns':{'queue':'q','arrived_at':'a'}}", "missing_field");
        row("{'columns':[]}", "invalid_value");
        row("{'columns':{'queue':5,'arrived_at':'a','ended_at':'e'}}", "invalid_value");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e','colour':'c'}}", "unknown_field");
        row("{'columns':{'queue':{'colum':'q'},'arrived_at':'a','ended_at':'e'}}", "unknown_field");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'time_format':'nonsense'}", "bad_time_format");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'time_format':'H:mm:ss'}", "needs_date_column");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'time_format':[]}", "invalid_value");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'tolerance_seconds':-1}", "invalid_value");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'tolerance_seconds':1e99}", "invalid_value");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'header':'no'}", "invalid_value");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'date':{'format':'yyMMdd'}}", "missing_field");
        row("{'columns':{'queue':'q','arrived_at':'a','ended_at':'e'},'colour':1}", "unknown_field");
    }
    void badMapsSayWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QCOMPARE(codeOf(text.toStdString()), code.toStdString());
    }

    void theSmallestMapIsEnough()
    {
        QCOMPARE(codeOf(smallest), std::string());
    }

    void theStandardHeaderIsRecognised()
    {
        const std::vector<std::string> header{"ticket", "queue", "priority", "channel", "arrived_at", "called_at", "started_at", "ended_at", "agent", "outcome"};
        const ColumnMap map = guessColumnMap(header, {});
        for (std::size_t i = 0; i < logFieldCount; ++i)
            QCOMPARE(map.fields[i].columns, std::vector<std::string>{header[i]});
        QCOMPARE(map.timeFormats, std::vector<std::string>{"iso8601"});
    }

    void frenchHeadersAreRecognised()
    {
        const std::vector<std::string> header{"N° ticket", "File d'attente", "Heure d'arrivée", "Arrivée", "Début", "Fin", "Employé", "Statut"};
        const std::vector<std::vector<std::string>> rows{{"1", "A", "", "13/02/2024 09:05", "13/02/2024 09:10", "13/02/2024 09:15", "Zoé", "Terminé"},
                                                         {"2", "A", "", "01/02/2024 09:05", "", "01/02/2024 09:15", "", "Abandonné"}};
        const ColumnMap map = guessColumnMap(header, rows);
        QCOMPARE(map[LogField::ticket].columns, std::vector<std::string>{"N° ticket"});
        QCOMPARE(map[LogField::queue].columns, std::vector<std::string>{"File d'attente"});
        QCOMPARE(map[LogField::arrivedAt].columns, std::vector<std::string>{"Arrivée"});
        QCOMPARE(map[LogField::startedAt].columns, std::vector<std::string>{"Début"});
        QCOMPARE(map[LogField::agent].columns, std::vector<std::string>{"Employé"});
        QCOMPARE(map[LogField::outcome].columns, std::vector<std::string>{"Statut"});
        QCOMPARE(map.timeFormats, std::vector<std::string>{"d/M/yyyy H:mm"});
        QVERIFY(missingFields(map).empty());
    }

    void monthsBeforeDaysShowInTheSamples()
    {
        const std::vector<std::string> header{"queue", "arrived", "finished"};
        const std::vector<std::vector<std::string>> rows{{"A", "2/3/2024 9:05", "2/3/2024 9:15"}, {"A", "2/28/2024 9:05", "2/28/2024 9:15"}};
        QCOMPARE(guessColumnMap(header, rows).timeFormats, std::vector<std::string>{"M/d/yyyy H:mm"});
    }

    void hoursWithADateColumnAreRecognised()
    {
        const std::vector<std::string> header{"call_id", "type", "date", "vru_exit", "q_start", "q_exit", "outcome", "ser_start", "ser_exit", "server"};
        const std::vector<std::vector<std::string>> rows{{"1", "PS", "990201", "7:02:56", "0:00:00", "0:00:00", "AGENT", "7:02:58", "7:05:41", "DORIT"}};
        const ColumnMap map = guessColumnMap(header, rows);
        QCOMPARE(map.timeFormats, std::vector<std::string>{"H:mm:ss"});
        QCOMPARE(map.dateColumn, std::string("date"));
        QCOMPARE(map.dateFormat, std::string("yyMMdd"));
        QCOMPARE(map[LogField::arrivedAt].columns, (std::vector<std::string>{"q_start", "vru_exit"}));
        QCOMPARE(map[LogField::endedAt].columns, (std::vector<std::string>{"ser_exit", "q_exit"}));
    }

    void aForeignHeaderLacksWhatIsNeeded()
    {
        const std::vector<std::string> header{"start", "count"};
        const auto missing = missingFields(guessColumnMap(header, {}));
        QVERIFY(std::find(missing.begin(), missing.end(), LogField::queue) != missing.end());
    }
};

QTEST_GUILESS_MAIN(TestColumnMap)
#include "tst_column_map.moc"
