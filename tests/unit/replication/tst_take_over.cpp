#include <QTest>

#include <smartqueue/replication/take_over.h>

#include "talk.h"

using namespace smartqueue;
using namespace smartqueue::replication;

using Verdict = TakeOverAdvice::Verdict;

class TestTakeOver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFreshestMayTakeOverUnderTheNextEpoch()
    {
        const auto advice = takeOverAdvice({"a", at(1, 9), 1, {"a", "b"}, {}}, {{"b", {"host", {}, false, 1, at(1, 8)}}});
        QCOMPARE(advice.verdict, Verdict::mayTakeOver);
        QCOMPARE(advice.epoch, Epoch(2));
        QVERIFY(advice.unreached.empty());
    }

    void anotherThatHasMoreIsNamed()
    {
        const auto advice = takeOverAdvice({"a", at(1, 9), 1, {}, {}}, {{"b", {"host", {}, false, 1, at(1, 10)}}, {"c", {"host", {}, false, 1, at(1, 12)}}});
        QCOMPARE(advice.verdict, Verdict::fresherElsewhere);
        QCOMPARE(advice.fresher, DeviceId("c"));
    }

    void aHigherEpochIsFurtherThanALongerLog()
    {
        const auto advice = takeOverAdvice({"a", at(1, 90), 1, {}, {}}, {{"b", {"b", {}, false, 4, at(3, 10)}}});
        QCOMPARE(advice.verdict, Verdict::fresherElsewhere);
        QCOMPARE(advice.epoch, Epoch(5));
    }

    void whileSomebodyHearsTheHostNobodyTakesOver()
    {
        const auto advice = takeOverAdvice({"a", at(1, 9), 1, {}, {}}, {{"b", {"host", {}, true, 1, at(1, 12)}}});
        QCOMPARE(advice.verdict, Verdict::hostIsAlive);
    }

    void whoCountedAndDoesNotAnswerIsMissed()
    {
        const std::map<DeviceId, Leads> answers{{"b", {"host", {}, false, 1, at(1, 8)}}};
        const auto advice = takeOverAdvice({"a", at(1, 9), 1, {"a", "b", "c", "d"}, {{"a", "b", "c"}}}, answers);
        QCOMPARE(advice.unreached, (std::vector<DeviceId>{"c", "d"}));
        QCOMPARE(advice.missed, std::vector<DeviceId>{"c"});
    }

    void whoHasNotHeardTheHostMissesEverybody()
    {
        const auto advice = takeOverAdvice({"a", at(1, 9), 1, {"a", "b", "c", "d"}, std::nullopt}, {{"b", {"host", {}, false, 1, at(1, 8)}}});
        QCOMPARE(advice.missed, (std::vector<DeviceId>{"c", "d"}));
    }
};

QTEST_GUILESS_MAIN(TestTakeOver)
#include "tst_take_over.moc"
