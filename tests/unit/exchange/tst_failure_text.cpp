#include <QTest>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/exchange/refusals.h>

using namespace smartqueue;
using namespace smartqueue::exchange;

class TestFailureText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentence()
    {
        using namespace failures;
        namespace storage = engine::storage_failures;
        for (const FailureCode code :
             {unknownService, unknownQueue, unknownAgent, unknownTicket, unknownAlert, unknownSuggestion, unknownTimeZone,
              nameTaken, prefixTaken, invalidValue, outOfRange, tooLong, limitReached, inUse, queuePaused, queueClosed,
              queueFull, numbersExhausted, nobodyWaiting, notAssigned, targetCannotServe, missingSkill, agentOffline,
              agentPaused, agentBusy, agentSignedIn, counterTaken, noCurrentTicket, wrongState, reservedForAnother,
              nothingToUndo, undoExpired, undoOvertaken, suggestionOutdated, timeBackwards, codec::unreadable,
              storage::locked, storage::readOnly, storage::diskFull, storage::damaged, storage::newerSchema,
              storage::notADatabase, storage::cannotOpen, storage::ioError, storage::relativePath, storage::inUse,
              refusals::lineTooLong, refusals::nulByte, refusals::badEncoding, refusals::badQuotes, refusals::unclosedQuote,
              refusals::wrongColumnCount, refusals::controlCharacter, refusals::missingQueue, refusals::missingArrival,
              refusals::missingCall, refusals::missingStart, refusals::missingEnd, refusals::missingDate, refusals::badTime,
              refusals::badPriority, refusals::timeOutOfRange, refusals::unknownOutcome, refusals::leftOutByMap,
              refusals::calledBeforeArrival, refusals::startedBeforeArrival, refusals::startedBeforeCall,
              refusals::endsBeforeItStarts, refusals::endsBeforeArrival, refusals::abandonedButStarted,
              refusals::noShowButStarted, refusals::tooManyQueues, refusals::tooManyAgents, refusals::emptyFile,
              refusals::compressedFile, refusals::cannotRead, refusals::columnsNotRecognised, refusals::unknownColumn,
              refusals::badTimeFormat, refusals::needsDateColumn, refusals::refusedLines, refusals::cancelled,
              refusals::malformed, refusals::unknownCommand, refusals::missingField, refusals::unknownField}) {
            const std::string name(code.name());
            QVERIFY2(hasSentence(name), name.c_str());
            const std::string sentence = sentenceFor({code, {}});
            QVERIFY2(sentence.find_first_of("[]{}") == std::string::npos, sentence.c_str());
            QVERIFY2(!sentence.empty() && (sentence.back() == '.'), sentence.c_str());
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
