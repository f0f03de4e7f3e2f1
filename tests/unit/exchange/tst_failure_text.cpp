#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

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
                                       refusals::wrongUsage, refusals::consoleGone, refusals::notServed, refusals::replayUnfaithful, refusals::cannotWrite}) {
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

    void aReasonMayHaveASentenceOfItsOwn()
    {
        QVERIFY(sentenceFor({failures::weakPassword, {{"reason", "same"}}}) != sentenceFor({failures::weakPassword, {{"reason", "common"}}}));
        QCOMPARE(sentenceFor({failures::weakPassword, {{"reason", "common"}}}), sentenceFor({failures::weakPassword, {}}));
        QCOMPARE(sentenceFor({failures::invalidValue, {{"field", "name"}, {"reason", "hidden_marks"}}}),
                 std::string("The text in “name” holds marks that nobody sees, or that turn letters round; type it anew."));
    }

    void numbersAreNumbersAndNamesAreNot()
    {
        const auto json = [](const Failure &failure) {
            nlohmann::ordered_json object;
            addFailure(object, failure);
            return object;
        };
        const auto slow = json({failures::slowDown, {{"retry_after_seconds", "12"}}});
        QVERIFY(slow["code"] == "slow_down" && slow["retry_after_seconds"] == 12 && slow["detail"]["retry_after_seconds"] == 12);
        QCOMPARE(QString::fromStdString(slow["message"]), QStringLiteral("Too many attempts failed; try again in 12 seconds."));
        const auto denied = json({failures::permissionDenied, {{"permission", "manage_queue"}}});
        QVERIFY(denied["permission"] == "manage_queue" && denied["detail"]["permission"] == "manage_queue");
        const auto range = json({failures::outOfRange, {{"field", "12"}, {"value", "-3"}, {"minimum", "0"}, {"maximum", "x"}}});
        QVERIFY(range["detail"]["value"] == -3 && range["detail"]["minimum"] == 0 && range["detail"]["maximum"] == "x");
        QVERIFY(range["detail"]["field"] == "12" && !range.contains("permission"));
        QVERIFY(json({failures::unknownQueue, {{"queue", "7"}}})["detail"]["queue"] == "7");
        for (const char *odd : {"007", "+1", "1e3", "99999999999999999999", "-", "", "1 "})
            QVERIFY2(json({failures::outOfRange, {{"value", odd}}})["detail"]["value"] == odd, odd);
        QVERIFY(!json({failures::nothingToUndo, {}}).contains("detail"));
    }

    void whatWasFedInDoesNotComeBackWhole()
    {
        for (const std::string &huge : {std::string(60'000, 'x'), QStringLiteral("é🙂").repeated(20'000).toStdString(), std::string(60'000, char(0xbf))}) {
            const Failure failure{failures::unknownSite, {{"site", huge}}};
            nlohmann::ordered_json object;
            addFailure(object, failure);
            QVERIFY(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).size() < 6'000);
            QVERIFY(sentenceFor(failure).size() < 1'000);
        }
        const std::string path(900, 'p');
        QCOMPARE(readable({failures::unknownSite, {{"path", path}}}).detail.at("path"), path);
    }

    void anUnknownCodeIsGivenAsItIs()
    {
        QCOMPARE(sentenceFor({FailureCode("meteor"), {{"size", "big"}}}), std::string("Refused: meteor, size big."));
    }
};

QTEST_GUILESS_MAIN(TestFailureText)
#include "tst_failure_text.moc"
