#include <fstream>
#include <string>
#include <vector>

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

#include <smartqueue/exchange/delimited_reader.h>
#include <smartqueue/exchange/refusals.h>

using namespace smartqueue;
using namespace smartqueue::exchange;

namespace {

struct Row {
    std::int64_t line = 0;
    std::string problem;
    std::vector<std::string> fields;
};

std::vector<Row> readAll(QIODevice &device, const DelimitedOptions &options = {})
{
    DelimitedReader reader(device, options);
    std::vector<Row> rows;
    while (const Record *record = reader.next()) {
        Row row{record->line, std::string(record->problem.name()), {}};
        for (const std::string_view field : record->fields)
            row.fields.emplace_back(field);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> readText(const std::string &text, const DelimitedOptions &options = {})
{
    QByteArray bytes = QByteArray::fromStdString(text);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readAll(buffer, options);
}

using Fields = std::vector<std::string>;

/// A text device that is far larger than memory should be asked to hold: head, then a run of 'x', then tail.
class LongLine final : public QIODevice {
public:
    LongLine(std::string head, qint64 run, std::string tail) : m_head(std::move(head)), m_run(run), m_tail(std::move(tail))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == length(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        qint64 done = 0;
        while (done < size && m_at < length()) {
            const auto head = qint64(m_head.size());
            if (m_at < head) {
                data[done++] = m_head[std::size_t(m_at++)];
            } else if (m_at < head + m_run) {
                const qint64 count = std::min(size - done, head + m_run - m_at);
                std::fill_n(data + done, count, 'x');
                done += count;
                m_at += count;
            } else {
                data[done++] = m_tail[std::size_t(m_at++ - head - m_run)];
            }
        }
        return done;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 length() const { return qint64(m_head.size()) + m_run + qint64(m_tail.size()); }

    std::string m_head;
    qint64 m_run;
    std::string m_tail;
    qint64 m_at = 0;
};

/// Peak memory in MiB where the system tells it, otherwise 0; the address sanitizer keeps freed memory, so there it says
/// nothing.
long peakMemory()
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#endif
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        long kib = 0;
        if (word == "VmHWM:" && status >> kib)
            return kib / 1024;
    }
    return 0;
}

} // namespace

class TestDelimitedReader final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quotesFollowRfc4180()
    {
        const auto rows = readText("a,b,c\r\n1,\"x, \"\"y\"\"\",\r\n\"two\nlines\",,\"\"\r\nlast,1,2");
        QCOMPARE(rows.size(), 4u);
        QCOMPARE(rows[1].fields, (Fields{"1", "x, \"y\"", ""}));
        QCOMPARE(rows[2].fields, (Fields{"two\nlines", "", ""}));
        QCOMPARE(rows[2].line, 3);
        QCOMPARE(rows[3].fields, (Fields{"last", "1", "2"}));
        QCOMPARE(rows[3].line, 5);
    }

    void everyLineEndCounts_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("unix") << QByteArray("\n");
        QTest::newRow("windows") << QByteArray("\r\n");
        QTest::newRow("old mac") << QByteArray("\r");
    }
    void everyLineEndCounts()
    {
        QFETCH(QByteArray, end);
        const std::string e = end.toStdString();
        const auto rows = readText("a;b" + e + e + "1;2" + e + "3;4" + e);
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows[1].fields, (Fields{"1", "2"}));
        QCOMPARE(rows[1].line, 3);
        QCOMPARE(rows[2].line, 4);
    }

    void delimiterIsFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("comma") << QByteArray("a,b,c\n1;1,2,3\n");
        QTest::newRow("semicolon") << QByteArray("a;b;c\n1,5;2,5;3\n");
        QTest::newRow("tab") << QByteArray("a\tb\tc\n1, 2\tx\ty\n");
        QTest::newRow("bar") << QByteArray("a|b|c\n1|2|3\n");
        QTest::newRow("excel says so") << QByteArray("sep=;\na;b,x;c\n1;2;3\n");
        QTest::newRow("inside quotes does not count") << QByteArray("a;\"x,y,z,w\";c\n1;2;3\n");
    }
    void delimiterIsFound()
    {
        QFETCH(QByteArray, text);
        for (const Row &row : readText(text.toStdString()))
            QCOMPARE(row.fields.size(), 3u);
    }

    void encodingsGiveTheSameText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QStringLiteral("queue,agent\nGuichet privé,Zoé €\n");
        QTest::newRow("utf-8") << text.toUtf8();
        QTest::newRow("utf-8 marked") << QByteArray("\xef\xbb\xbf") + text.toUtf8();
        for (const auto &[name, encoding] : {std::pair{"utf-16le", QStringConverter::Utf16LE}, {"utf-16be", QStringConverter::Utf16BE}}) {
            QByteArray plain = QStringEncoder(encoding)(text);
            QByteArray marked = QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(text);
            QTest::newRow(name) << plain;
            QTest::addRow("%s marked", name) << marked;
        }
        QTest::newRow("windows-1252") << QByteArray("queue,agent\nGuichet priv\xe9,Zo\xe9 \x80\n");
    }
    void encodingsGiveTheSameText()
    {
        QFETCH(QByteArray, bytes);
        const auto rows = readText(bytes.toStdString());
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].fields, (Fields{"queue", "agent"}));
        QCOMPARE(rows[1].fields, (Fields{"Guichet privé", "Zoé €"}));
    }

    void latinTextFarBehindAsciiIsStillRead()
    {
        std::string text = "a,b\n";
        for (int i = 0; i < 100'000; ++i)
            text += "1234567,x\n";
        const auto rows = readText(text + "caf\xe9,y\n");
        QCOMPARE(rows.back().fields, (Fields{"café", "y"}));
    }

    void aBrokenByteInUtf8RefusesItsLineOnly()
    {
        const auto rows = readText("a,b\né,1\nè,2\nx\xff\xfe,3\nà,4\n");
        QCOMPARE(rows.size(), 5u);
        QCOMPARE(rows[3].problem, "bad_encoding");
        QCOMPARE(rows[3].line, 4);
        QCOMPARE(rows[4].fields, (Fields{"à", "4"}));
    }

    void nulBytesRefuseTheirLine()
    {
        const auto rows = readText(std::string("a,b\n1,2\n3\0x,4\n5,6\n", 18));
        QCOMPARE(rows[2].problem, "nul_byte");
        QCOMPARE(rows[3].fields, (Fields{"5", "6"}));
    }

    void textBehindAClosingQuoteIsRefused()
    {
        const auto rows = readText("a,b\n\"x\"y,2\n5,6\n");
        QCOMPARE(rows[1].problem, "bad_quotes");
        QCOMPARE(rows[2].fields, (Fields{"5", "6"}));
    }

    void anOpenQuoteCostsOneLine()
    {
        std::string text = "a,b\n\"open,2\n";
        for (int i = 0; i < 1000; ++i)
            text += "5,6\n";
        const auto rows = readText(text);
        QCOMPARE(rows.size(), 1002u);
        QCOMPARE(rows[1].problem, "unclosed_quote");
        QCOMPARE(rows[1].line, 2);
        QCOMPARE(rows[2].line, 3);
        QCOMPARE(rows.back().line, 1002);
    }

    void anOpenQuoteInALongFileCostsOneLine()
    {
        std::string text = "a,b\n\"open,2\n";
        for (int i = 0; i < 400'000; ++i)
            text += "5,6\n";
        const auto rows = readText(text);
        QCOMPARE(rows.size(), 400'002u);
        QCOMPARE(rows[1].problem, "unclosed_quote");
        QCOMPARE(rows.back().line, 400'002);
    }

    void hostileQuotesCostLinearTime()
    {
        // Each line opens a quote that only the doubled ones behind it keep open.
        std::string text = "a,b\n";
        for (int i = 0; i < 300'000; ++i)
            text += "x,\"\"\"\"\"\n";
        QVERIFY(!readText(text).empty());
    }

    void aLongRecordIsRefusedAndSkipped()
    {
        const auto rows = readText("a,b\n" + std::string(2 * 1024 * 1024, 'x') + ",1\n3,4\n");
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows[1].problem, "too_long");
        QCOMPARE(rows[2].line, 3);
        QCOMPARE(rows[2].fields, (Fields{"3", "4"}));
    }

    void aHugeLineNeedsLittleMemory_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n");
        QTest::newRow("quoted") << QByteArray("a,b\n1,2\n\"");
    }
    void aHugeLineNeedsLittleMemory()
    {
        QFETCH(QByteArray, head);
        const long before = peakMemory();
        LongLine device(head.toStdString(), 200LL * 1024 * 1024, "\n3,4\n");
        const auto rows = readAll(device);
        QCOMPARE(rows.size(), 4u);
        QVERIFY(!rows[2].problem.empty());
        QCOMPARE(rows[3].fields, (Fields{"3", "4"}));
        QCOMPARE(rows[3].line, 4);
        QVERIFY2(peakMemory() - before < 32, "more memory than a few records");
    }

    void tooManyColumnsAreRefused()
    {
        const auto rows = readText("a,b\n" + std::string(500'000, ',') + "\n3,4\n");
        QCOMPARE(rows[1].problem, "wrong_column_count");
        QCOMPARE(rows[2].fields, (Fields{"3", "4"}));
    }

    void emptyFilesHaveNoRecords()
    {
        QVERIFY(readText("").empty());
        QVERIFY(readText("\n\r\n\n").empty());
        QVERIFY(readText("\xef\xbb\xbf").empty());
    }

    void archivesAreNamedAsSuch()
    {
        QByteArray bytes("PK\x03\x04 and so on");
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        DelimitedReader reader(buffer);
        QVERIFY(reader.next() == nullptr);
        QCOMPARE(std::string(reader.state().error().code.name()), "compressed_file");
    }

    void theLastFieldMayBeEmptyWithoutALineEnd()
    {
        QCOMPARE(readText("a,b\n1,").back().fields, (Fields{"1", ""}));
        QCOMPARE(readText("a,b\n1,\"2\"").back().fields, (Fields{"1", "2"}));
    }
};

QTEST_GUILESS_MAIN(TestDelimitedReader)
#include "tst_delimited_reader.moc"
