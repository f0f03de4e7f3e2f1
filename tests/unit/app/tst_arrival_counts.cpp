#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/exchange/refusals.h>

#include "verbs/arrival_counts.h"

using namespace smartqueue;
using namespace smartqueue::app;

class TestArrivalCounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreTakenHourByHour();
    void rowsWithinAnHourAreAddedUp();
    void otherColumnsAreLeftAside();
    void aTicketLogIsCountedByTheHour();
    void aBadRowIsNamedByItsLine();
    void aFileThatCannotBeReadIsNamed();
    void aSpanBeyondTenYearsIsRefused();

private:
    Result<ReadArrivals> read(const QByteArray &text)
    {
        const QString path = m_folder.filePath(QStringLiteral("arrivals.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        file.close();
        return readArrivals(path.toStdString(), {});
    }

    QTemporaryDir m_folder;
};

void TestArrivalCounts::countsAreTakenHourByHour()
{
    const auto arrivals = read("start,count\n2026-01-05T08:00:00,12\n2026-01-05T09:00:00,0\n2026-01-05T11:00:00,7.5\n");
    QVERIFY(arrivals && arrivals->isCounts);
    const analytics::ArrivalSeries &series = arrivals->series;
    QCOMPARE(series.size(), 4);
    QCOMPARE(series.hourOfDay(0), 8);
    QCOMPARE(series.weekday(0), 1);
    QCOMPARE(series.counts[0], 12.0);
    QCOMPARE(series.counts[1], 0.0);
    QVERIFY(!series.isKnown(2));
    QCOMPARE(series.counts[3], 7.5);
}

void TestArrivalCounts::rowsWithinAnHourAreAddedUp()
{
    const auto arrivals = read("start;count\r\n2026-01-05 08:00;1\r\n2026-01-05 08:05;2\r\n2026-01-05 08:55;4\r\n2026-01-05 09:00;8\r\n");
    QVERIFY(arrivals);
    QCOMPARE(arrivals->series.counts, (analytics::HourlyValues{7, 8}));
}

void TestArrivalCounts::otherColumnsAreLeftAside()
{
    const auto arrivals = read("queue,Count,note,Start\nA,3,,2026-01-05T08:00:00\n");
    QVERIFY(arrivals);
    QCOMPARE(arrivals->series.counts, analytics::HourlyValues{3});
}

void TestArrivalCounts::aTicketLogIsCountedByTheHour()
{
    const auto arrivals = read("ticket,queue,priority,channel,arrived_at,called_at,started_at,ended_at,agent,outcome\n"
                               "1,A,0,phone,2026-01-05T02:10:00,2026-01-05T02:11:00,2026-01-05T02:11:00,2026-01-05T02:12:00,X,served\n"
                               "2,B,0,phone,2026-01-05T02:59:59,,,2026-01-05T03:12:00,,abandoned\n"
                               "3,A,0,phone,2026-01-05T04:00:00,2026-01-05T04:11:00,2026-01-05T04:11:00,2026-01-05T04:12:00,X,served\n"
                               "4,A,0,phone,later,,,2026-01-05T04:12:00,,abandoned\n");
    QVERIFY(arrivals && !arrivals->isCounts);
    // From midnight, because the log holds everybody who came that day.
    QCOMPARE(arrivals->series.counts, (analytics::HourlyValues{0, 0, 2, 0, 1}));
    QCOMPARE(arrivals->refusedRows, 1);
}

void TestArrivalCounts::aBadRowIsNamedByItsLine()
{
    const auto count = read("start,count\n2026-01-05T08:00:00,12\n2026-01-05T09:00:00,-1\n");
    QVERIFY(!count && count.error().code == arrival_refusals::badCount);
    QCOMPARE(count.error().detail.at("line"), std::string("3"));
    QCOMPARE(count.error().detail.at("field"), std::string("count"));
    const auto time = read("start,count\nyesterday,12\n");
    QVERIFY(!time && time.error().code == arrival_refusals::badCount);
    QCOMPARE(time.error().detail.at("line"), std::string("2"));
    QCOMPARE(time.error().detail.at("value"), std::string("yesterday"));
    const auto columns = read("start,count\n2026-01-05T08:00:00\n");
    QVERIFY(!columns && columns.error().code == exchange::refusals::wrongColumnCount);
    QCOMPARE(columns.error().detail.at("line"), std::string("2"));
}

void TestArrivalCounts::aFileThatCannotBeReadIsNamed()
{
    const auto missing = readArrivals(m_folder.filePath(QStringLiteral("none.csv")).toStdString(), {});
    QVERIFY(!missing && missing.error().code == exchange::refusals::cannotRead);
    QVERIFY(missing.error().detail.at("path").ends_with("none.csv"));
    QVERIFY(read("").error().code == exchange::refusals::emptyFile);
    QVERIFY(read("start,count\n").error().code == exchange::refusals::emptyFile);
    QVERIFY(read("a,b\n1,2\n").error().code == exchange::refusals::columnsNotRecognised);
}

void TestArrivalCounts::aSpanBeyondTenYearsIsRefused()
{
    const auto arrivals = read("start,count\n2001-01-05T08:00:00,12\n2026-01-05T09:00:00,1\n");
    QVERIFY(!arrivals && arrivals.error().code == arrival_refusals::spanTooLong);
}

QTEST_GUILESS_MAIN(TestArrivalCounts)
#include "tst_arrival_counts.moc"
