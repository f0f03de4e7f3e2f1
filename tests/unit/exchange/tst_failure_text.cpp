#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/exchange/refusals.h>

using namespace smartqueue;
using namespace smartqueue::exchange;

class TestFailureText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeOfTheSourcesHasASentence()
    {
        static const QRegularExpression pattern(QStringLiteral("FailureCode(?: \\w+)?[({]\"(\\w+)\"[)}]"));
        int found = 0;
        for (const char *folder : {"/modules", "/app"}) {
            QDirIterator files(QStringLiteral(SQ_SOURCES) + QLatin1String(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto codes = pattern.globalMatch(QString::fromUtf8(file.readAll()));
                while (codes.hasNext()) {
                    const std::string code = codes.next().captured(1).toStdString();
                    QVERIFY2(hasSentence(code), (code + " in " + file.fileName().toStdString()).c_str());
                    ++found;
                }
            }
        }
        QVERIFY(found > 90);
    }

    void withoutDetailsASentenceIsStillOne()
    {
        using namespace failures;
        for (const FailureCode code : {unknownService, inUse, targetCannotServe, limitReached, wrongState, undoExpired, undoOvertaken, counterTaken,
                                       busy, timeBackwards, refusals::refusedLines, refusals::logBeforeBranch, refusals::someLinesRefused,
                                       refusals::wrongUsage, refusals::consoleGone, refusals::replayUnfaithful, refusals::cannotWrite}) {
            const std::string sentence = sentenceFor({code, {}});
            QVERIFY2(sentence.find_first_of("[]{}") == std::string::npos, sentence.c_str());
            QVERIFY2(!sentence.empty() && sentence.back() == '.', sentence.c_str());
        }
    }

    void detailsStandInTheSentence()
    {
        QCOMPARE(sentenceFor({failures::outOfRange, {{"field", "rank"}, {"minimum", "1"}, {"maximum", "99"}}}),
                 std::string("The value of “rank” is out of range (1 to 99)."));
        QCOMPARE(sentenceFor({failures::outOfRange, {{"field", "rank"}}}), std::string("The value of “rank” is out of range."));
        QCOMPARE(sentenceFor({failures::unknownQueue, {{"queue", "[{x}]"}}}), std::string("There is no queue called “[{x}]”."));
    }

    void anUnknownCodeIsGivenAsItIs()
    {
        QCOMPARE(sentenceFor({FailureCode("meteor"), {{"size", "big"}}}), std::string("Refused: meteor, size big."));
    }
};

QTEST_GUILESS_MAIN(TestFailureText)
#include "tst_failure_text.moc"
