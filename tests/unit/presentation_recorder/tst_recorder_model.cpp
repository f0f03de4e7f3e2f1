#include <QSignalSpy>
#include <QTest>

#include <smartqueue/presentation/recorder_model.h>
#include <smartqueue/presentation/recorder_words.h>

#include "small_branch.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using presentation::RecorderAnswer;
using presentation::RecorderModel;
using presentation::RecorderWords;
using testing::SmallBranch;

namespace {

/// An hour in which B001, who came later, is called before A001: Leïla calls payments first.
struct RecordedMorning {
    RecordedMorning()
    {
        Agent leila = *branch.now()->state.agent(branch.leila);
        leila.assignments = {{branch.payments, 1}, {branch.passports, 2}};
        branch.must(DefineAgent{leila});
        branch.must(SignIn{branch.leila, "3"}, branch.leila);
        branch.advance(1min);
        a1 = branch.issue(branch.passports);
        branch.advance(2min);
        b1 = branch.issue(branch.payments);
        branch.advance(1min);
        branch.must(CallNext{branch.leila}, branch.leila);
        calledB = branch.clock.now();
        branch.advance(20s);
        branch.must(StartService{branch.leila}, branch.leila);
        branch.advance(5min);
        branch.must(RaiseAlert{AlertType::noAgents, Severity::critical, branch.passports, 1});
        branch.must(CompleteService{branch.leila, "done"}, branch.leila);
        branch.advance(1min);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.advance(30min);
    }

    SmallBranch branch;
    engine::Receipt a1, b1;
    Instant calledB{};
};

void waitForFrame(RecorderModel &model)
{
    QTRY_VERIFY(model.frame() && model.frame()->at == model.moment());
}

} // namespace

class TestRecorderModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLogSaysSo()
    {
        SmallBranch branch;
        RecorderModel model(*branch.engine);
        model.open();
        // The setup itself is recorded, so the day is there though nobody came.
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        QCOMPARE(model.days(), QList<QDate>{QDate(2026, 11, 19)});
        QVERIFY(model.recorded()->marks.empty());
    }

    void theDayIsReadWithItsAxisMarksAndBands()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        const auto day = model.recorded();
        QCOMPARE(day->axisFrom, *fromIso8601("2026-11-19T08:00:00Z"));
        QCOMPARE(day->axisUntil, *fromIso8601("2026-11-19T18:00:00Z"));
        QCOMPARE(day->recordedUntil, morning.branch.clock.now());
        QCOMPARE(day->marks.size(), std::size_t(1));
        QCOMPARE(day->marks.front().kind, presentation::RecordedMark::Kind::critical);
        QCOMPARE(day->bands.size(), std::size_t(3));
        QCOMPARE(day->bands.front().name, std::string("Passports"));
        // 09:02: A001 waits since 09:01.
        QCOMPARE(day->bands.front().counts.at(62), 1);
    }

    void anyMomentShowsTheBranchAsItWas()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.moveTo(morning.calledB);
        waitForFrame(model);
        const auto frame = model.frame();
        QCOMPARE(frame->state.agent(morning.branch.leila)->current, morning.b1.ticket);
        const auto counters = RecorderWords::counters(*model.recorded(), *frame);
        QCOMPARE(counters.size(), 3);
        QCOMPARE(counters.at(2).doing, QStringLiteral("Calls B001"));
        QVERIFY(counters.at(2).current);
        QCOMPARE(counters.at(0).state, presentation::CounterWords::Doing::closed);
        const auto happenings = RecorderWords::happenings(*model.recorded(), *frame);
        QCOMPARE(happenings.size(), 3);
        QVERIFY(happenings.at(1).current);
        QCOMPARE(happenings.at(1).sentence, QStringLiteral("B001 is called to counter 3 by Leïla Haddad"));
        QCOMPARE(happenings.at(0).sentence, QStringLiteral("B001 arrives for Payments"));

        model.moveTo(morning.calledB - 1s);
        waitForFrame(model);
        QVERIFY(!model.frame()->state.agent(morning.branch.leila)->current);
    }

    void scrubbingEndsAtTheNewestWish()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        QSignalSpy frames(&model, &RecorderModel::frameChanged);
        for (int i = 0; i < 200; ++i)
            model.moveTo(model.recorded()->axisFrom + i * 30s);
        waitForFrame(model);
        // Wishes that were overtaken are never computed.
        QVERIFY(frames.size() < 20);
        QCOMPARE(model.moment(), std::min(model.recorded()->axisFrom + 199 * 30s, model.recorded()->recordedUntil));
    }

    void playingMovesBySpeedAndStopsAtTheEnd()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.toStart();
        model.setSpeed(100);
        model.advance(3s);
        QCOMPARE(model.moment(), model.recorded()->axisFrom + 300s);
        QSignalSpy playing(&model, &RecorderModel::playingChanged);
        model.setPlaying(true);
        QVERIFY(model.isPlaying());
        model.advance(1h);
        QVERIFY(!model.isPlaying());
        QCOMPARE(playing.size(), 2);
        QCOMPARE(model.moment(), model.recorded()->recordedUntil);
    }

    void stepsGoFromEventToEvent()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.moveTo(morning.calledB - 5s);
        model.toNextEvent();
        QCOMPARE(model.moment(), morning.calledB);
        model.toNextEvent();
        QCOMPARE(model.moment(), morning.calledB + 20s);
        model.toPreviousEvent();
        QCOMPARE(model.moment(), morning.calledB);
    }

    void theQuestionFollowsTheMomentAndAnswersFromTheRecord()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.moveTo(morning.calledB);
        QTRY_VERIFY(model.answer() && model.answer()->kind == RecorderAnswer::Kind::compared);
        auto words = RecorderWords::why(*model.answer());
        QCOMPARE(words.question, QStringLiteral("Why was B001 called before A001?"));
        QCOMPARE(words.answer, QStringLiteral("Leïla Haddad calls from Payments before Passports."));
        QCOMPARE(words.rules.first().verdict, QStringLiteral("decided here"));
        QVERIFY(words.rules.first().decided);
        QCOMPARE(words.rules.last().verdict, QStringLiteral("not reached"));
        QCOMPARE(words.otherwise, QStringLiteral("By arrival alone, A001 would have gone first. A001 was called at 09:10, in time."));
        QVERIFY(words.source.startsWith(QStringLiteral("As recorded then")));

        model.ask(QStringLiteral("a001"), QStringLiteral("B001"));
        QTRY_COMPARE(model.answer()->first, std::string("A001"));
        words = RecorderWords::why(*model.answer());
        QCOMPARE(words.answer, QStringLiteral("It was not: B001 was called first, at 09:04."));
        QVERIFY(words.rules.isEmpty());

        model.ask(QStringLiteral("A001"), QStringLiteral("Z999"));
        QTRY_COMPARE(model.answer()->kind, RecorderAnswer::Kind::unknownSecond);
        model.followMoment();
        QTRY_COMPARE(model.answer()->kind, RecorderAnswer::Kind::compared);
    }

    void loadingCanBeCancelledAndTheModelMayGo()
    {
        RecordedMorning morning;
        RecorderModel model(*morning.branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.reload();
        QCOMPARE(model.phase(), RecorderModel::Phase::loading);
        model.cancelLoading();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        {
            RecorderModel shortLived(*morning.branch.engine);
            shortLived.open();
        }
        QTRY_COMPARE(morning.branch.engine->studyPool().activeThreadCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRecorderModel)
#include "tst_recorder_model.moc"
