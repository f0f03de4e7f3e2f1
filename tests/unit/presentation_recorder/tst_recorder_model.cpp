#include <algorithm>

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

    void everyReasonIsSaidInItsOwnWords_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("otherwise");
        const QString inTime = QStringLiteral("A001 was not called in this recording.");
        QTest::newRow("paused") << QStringLiteral("paused") << QStringLiteral("Passports, where A001 was waiting, was paused.")
                                << QStringLiteral("By arrival alone, A001 would have gone first. ") + inTime;
        QTest::newRow("not assigned") << QStringLiteral("notAssigned")
                                      << QStringLiteral("Leïla Haddad does not call from Passports, where A001 was waiting.")
                                      << QStringLiteral("By arrival alone, A001 would have gone first. ") + inTime;
        QTest::newRow("missing skill") << QStringLiteral("missingSkill")
                                       << QStringLiteral("Leïla Haddad lacks a skill for Passports, where A001 was waiting.")
                                       << QStringLiteral("By arrival alone, A001 would have gone first. ") + inTime;
        QTest::newRow("kept for another") << QStringLiteral("keptForAnother") << QStringLiteral("A001 was kept for another agent.")
                                          << QStringLiteral("By arrival alone, A001 would have gone first. ") + inTime;
        QTest::newRow("kept for the caller") << QStringLiteral("kept") << QStringLiteral("B001 was kept for Leïla Haddad.")
                                             << QStringLiteral("By rank, A001 would have gone first. ") + inTime;
        QTest::newRow("by hand") << QStringLiteral("byHand") << QStringLiteral("Leïla Haddad chose B001 by hand: “in pain”.")
                                 << QStringLiteral("By rank, A001 would have gone first. ") + inTime;
        QTest::newRow("priority across queues") << QStringLiteral("priority")
                                                << QStringLiteral("B001 has priority 5. In Passports only the order of arrival counts.")
                                                << QStringLiteral("By arrival alone, A001 would have gone first. ") + inTime;
        QTest::newRow("late across queues") << QStringLiteral("late")
                                            << QStringLiteral("B001 had waited longer than the 15 minutes promised. In Passports being late does not count.")
                                            << inTime;
    }

    void everyReasonIsSaidInItsOwnWords()
    {
        QFETCH(QString, situation);
        QFETCH(QString, answer);
        QFETCH(QString, otherwise);
        SmallBranch branch;
        Agent leila = *branch.now()->state.agent(branch.leila);
        const bool sameRank = situation == QLatin1String("priority") || situation == QLatin1String("late");
        leila.assignments = {{branch.passports, 1}, {branch.payments, sameRank ? 1 : 2}};
        if (situation == QLatin1String("notAssigned"))
            leila.assignments = {{branch.payments, 1}};
        branch.must(DefineAgent{leila});
        branch.must(SignIn{branch.leila, "3"}, branch.leila);
        branch.must(SignIn{branch.omar, "2"}, branch.omar);
        if (situation == QLatin1String("missingSkill")) {
            Service service = *branch.now()->state.service(branch.now()->state.queue(branch.passports)->config.service);
            service.requiredSkills = {"passports"};
            branch.must(DefineService{service});
        }
        // The one that is late has waited longer itself; everybody else came after the other one.
        engine::Receipt a;
        engine::Receipt b;
        if (situation == QLatin1String("late")) {
            branch.must(SetDiscipline{branch.payments, Discipline::sla});
            b = branch.issue(branch.payments);
            branch.advance(16min);
            a = branch.issue(branch.passports);
        } else {
            a = branch.issue(branch.passports);
            branch.advance(2min);
            b = branch.issue(branch.payments, "kiosk", situation == QLatin1String("priority") ? 5 : 0);
        }
        branch.advance(1min);
        if (situation == QLatin1String("paused"))
            branch.must(SetQueueStatus{branch.passports, QueueStatus::paused});
        else if (situation == QLatin1String("keptForAnother"))
            branch.must(TransferTicket{a.ticket, {}, branch.omar});
        else if (situation == QLatin1String("kept"))
            branch.must(TransferTicket{b.ticket, {}, branch.leila});
        else if (situation == QLatin1String("priority"))
            branch.must(SetDiscipline{branch.payments, Discipline::priority});
        if (situation == QLatin1String("byHand"))
            branch.must(CallTicket{branch.leila, b.ticket, "in pain"}, branch.leila);
        else
            branch.must(CallNext{branch.leila}, branch.leila);
        branch.advance(1min);

        RecorderModel model(*branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.ask(QStringLiteral("b001"), QStringLiteral(" a001 "));
        QTRY_VERIFY(model.answer() && model.answer()->kind == RecorderAnswer::Kind::compared);
        const auto words = RecorderWords::why(*model.answer());
        QCOMPARE(words.answer, answer);
        QCOMPARE(words.otherwise, otherwise);
        const auto decided = std::count_if(words.rules.begin(), words.rules.end(), [](const auto &rule) { return rule.decided; });
        QCOMPARE(int(decided), 1);
    }

    void aDisciplineThatWasAppliedIsNamedWithItsQueue()
    {
        SmallBranch branch;
        SuggestedAction action;
        action.kind = SuggestionKind::discipline;
        action.toQueue = branch.payments;
        action.discipline = Discipline::sla;
        branch.must(ApplySuggestion{"s", {action}});
        branch.advance(1min);
        RecorderModel model(*branch.engine);
        model.open();
        QTRY_COMPARE(model.phase(), RecorderModel::Phase::ready);
        model.toEnd();
        waitForFrame(model);
        const auto happenings = RecorderWords::happenings(*model.recorded(), *model.frame());
        QVERIFY2(happenings.last().sentence.contains(QStringLiteral("Payments is called")), qPrintable(happenings.last().sentence));
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
