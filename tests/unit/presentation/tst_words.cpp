#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/words.h>

using namespace smartqueue;
using namespace std::chrono_literals;
namespace words = presentation::words;

namespace {

/// Every literal of a FailureCode in a header: the list that nobody has to keep up.
QStringList codesIn(const QString &header)
{
    QFile file(QStringLiteral(SQ_SOURCE_FOLDER "/") + header);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList codes;
    static const QRegularExpression pattern(QStringLiteral("FailureCode \\w+\\{\"(\\w+)\"\\}"));
    for (auto each = pattern.globalMatch(QString::fromUtf8(file.readAll())); each.hasNext();)
        codes.append(each.next().captured(1));
    return codes;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureOfTheEngineHasASentence()
    {
        const QStringList codes = codesIn(QStringLiteral("modules/domain/include/smartqueue/domain/failures.h"))
            + codesIn(QStringLiteral("modules/engine/include/smartqueue/engine/event_log.h"));
        QVERIFY(codes.size() > 35);
        for (const QString &code : codes)
            QVERIFY2(words::hasWords(code.toStdString()), qPrintable(code));
    }

    void aSentenceNamesWhatItIsAbout()
    {
        const auto told = words::explain({failures::queueFull, {{"queue", "Passports"}, {"capacity", "40"}}});
        QVERIFY(told.what.contains(QStringLiteral("Passports")));
        QVERIFY(told.what.contains(QStringLiteral("40")));
        QVERIFY(!told.next.isEmpty());
    }

    void everyValueHasAWord()
    {
        for (const auto value : {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held,
                                 TicketState::completed, TicketState::noShow, TicketState::abandoned, TicketState::cancelled})
            QVERIFY(!words::ticketState(value).isEmpty());
        for (const auto value : {AlertType::capacity, AlertType::slaBreach, AlertType::noAgents, AlertType::highWaitTime})
            QVERIFY(!words::alertType(value).isEmpty());
        for (const auto value : {Severity::low, Severity::medium, Severity::high, Severity::critical})
            QVERIFY(!words::severity(value).isEmpty());
        for (const auto value : {AgentStatus::available, AgentStatus::busy, AgentStatus::paused, AgentStatus::offline})
            QVERIFY(!words::agentStatus(value).isEmpty());
        for (const auto value : {Discipline::fifo, Discipline::priority, Discipline::sla})
            QVERIFY(!words::discipline(value).isEmpty());
        for (const auto value : {QueueStatus::active, QueueStatus::paused, QueueStatus::closed})
            QVERIFY(!words::queueStatus(value).isEmpty());
    }

    void durationsAreAsShortAsTheyAreHonest()
    {
        QCOMPARE(words::minutes(20s), QStringLiteral("< 1 min"));
        QCOMPARE(words::minutes(4min), QStringLiteral("4 min"));
        QCOMPARE(words::minutes(65min), QStringLiteral("1 h 05"));
        QCOMPARE(words::shortSpan(12s), QStringLiteral("12 s"));
        QCOMPARE(words::timer(4min + 12s), QStringLiteral("04:12"));
        QCOMPARE(words::timer(1h + 4min + 12s), QStringLiteral("1:04:12"));
    }

    void aRangeNeverPromisesLessThanItsEnds()
    {
        QCOMPARE(words::waitRange(38min, 52min), QStringLiteral("38–52 min"));
        QCOMPARE(words::waitRange(38min + 59s, 51min + 1s), QStringLiteral("38–52 min"));
        QCOMPARE(words::waitRange(4min, 4min), QStringLiteral("4 min"));
        QCOMPARE(words::waitRange(0s, 0s), QStringLiteral("< 1 min"));
    }

    void timesAreTheSites()
    {
        const TimeZone paris("Test", 1h, {});
        const Instant at = *fromIso8601("2026-11-19T09:42:07Z");
        QCOMPARE(words::timeOfDay(at, paris), QStringLiteral("10:42"));
        QCOMPARE(words::timeWithSeconds(at, paris), QStringLiteral("10:42:07"));
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
