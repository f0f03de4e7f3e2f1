#include <QTest>

#include <smartqueue/presentation/ticket_story.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::StoryStep;
using presentation::TicketStory;
using testing::SmallBranch;

namespace {

TicketStory storyOf(SmallBranch &branch, TicketId id)
{
    const engine::SharedSnapshot snapshot = branch.now();
    const Ticket *live = snapshot->state.ticket(id);
    engine::TicketRow row;
    row.id = id;
    row.number = live->number;
    row.queue = live->queue;
    row.state = live->state;
    row.arrivedAt = live->arrivedAt;
    auto past = branch.engine->study([row](engine::HistoryReader &reader) { return presentation::readPast(reader, row); });
    past.waitForFinished();
    return presentation::tellStory(*past.result(), *snapshot, branch.clock.now());
}

const StoryStep &step(const TicketStory &story, StoryStep::Kind kind)
{
    for (const StoryStep &s : story.steps) {
        if (s.kind == kind)
            return s;
    }
    throw std::runtime_error("no such step");
}

} // namespace

class TestTicketStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoryTellsEveryStretchWithItsDuration()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "2"});
        branch.must(SignIn{branch.leila, "3"});
        const auto b = branch.issue(branch.payments);
        branch.advance(16min);
        branch.must(CallNext{branch.omar}, branch.omar);
        branch.must(StartService{branch.omar}, branch.omar);
        branch.advance(2min);
        branch.must(HoldTicket{branch.omar, "Fetches a document"}, branch.omar);
        branch.advance(5min);
        branch.must(TransferTicket{b.ticket, branch.passports, {}}, branch.omar);
        branch.advance(2min);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.advance(20s);
        branch.must(StartService{branch.leila}, branch.leila);
        branch.advance(9min);
        branch.must(CompleteService{branch.leila, "done"}, branch.leila);

        const TicketStory story = storyOf(branch, b.ticket);
        QCOMPARE(story.summary, QStringLiteral("Payments, then Passports · 34 min in all"));
        QCOMPARE(story.steps.size(), std::size_t(7));
        QCOMPARE(step(story, StoryStep::Kind::told).lasted, QStringLiteral("waited 16 min"));
        QCOMPARE(step(story, StoryStep::Kind::told).stretch, StoryStep::Stretch::waiting);
        const StoryStep &called = step(story, StoryStep::Kind::called);
        QVERIFY(called.title.startsWith(QStringLiteral("Called by Omar Said")));
        QVERIFY(called.detail.startsWith(QStringLiteral("Within what was told")));
        QCOMPARE(called.lasted, QStringLiteral("served 2 min"));
        QCOMPARE(called.stretch, StoryStep::Stretch::withAgent);
        QCOMPARE(step(story, StoryStep::Kind::held).lasted, QStringLiteral("held 5 min"));
        QCOMPARE(step(story, StoryStep::Kind::transferred).title, QStringLiteral("Transferred to Passports"));
        QCOMPARE(story.steps[5].detail, QStringLiteral("Came after 20 s"));
        QCOMPARE(story.steps[5].lasted, QStringLiteral("served 9 min"));
        QCOMPARE(story.steps.back().kind, StoryStep::Kind::served);
        QCOMPARE(story.steps.back().stretch, StoryStep::Stretch::none);
    }

    void whatStillRunsSaysSo()
    {
        SmallBranch branch;
        const auto a = branch.issue(branch.passports);
        branch.advance(4min);
        const TicketStory story = storyOf(branch, a.ticket);
        QCOMPARE(story.steps.back().lasted, QStringLiteral("waiting for 4 min"));
        QCOMPARE(story.summary, QStringLiteral("Passports · here for 4 min"));
    }

    void aRecallIsPartOfItsCall()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        const auto a = branch.issue(branch.passports);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(RecallTicket{branch.leila}, branch.leila);
        branch.advance(1min);
        branch.must(MarkNoShow{branch.leila}, branch.leila);
        const TicketStory story = storyOf(branch, a.ticket);
        QCOMPARE(story.steps.back().kind, StoryStep::Kind::noShow);
        QVERIFY(story.steps.back().detail.contains(QLatin1Char('2')));
    }

    void anUndoneCallGoesBackToWaiting()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        const auto a = branch.issue(branch.passports);
        branch.advance(1min);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(Undo{branch.leila}, branch.leila);
        branch.advance(2min);
        const TicketStory story = storyOf(branch, a.ticket);
        QCOMPARE(story.steps.back().kind, StoryStep::Kind::takenBack);
        QCOMPARE(story.steps.back().stretch, StoryStep::Stretch::waiting);
    }

    void anImportedTicketHasAStoryWithoutEvents()
    {
        SmallBranch branch;
        presentation::TicketPast past;
        past.row.id = TicketId{77};
        past.row.number = "P1";
        past.row.queue = branch.passports;
        past.row.state = TicketState::completed;
        past.row.imported = true;
        past.row.arrivedAt = branch.clock.now();
        past.row.calledAt = past.row.arrivedAt + 10min;
        past.row.startedAt = past.row.calledAt;
        past.row.endedAt = *past.row.calledAt + 6min;
        const TicketStory story = presentation::tellStory(past, *branch.now(), branch.clock.now() + 1h);
        QCOMPARE(story.steps.size(), std::size_t(3));
        QCOMPARE(story.steps[0].lasted, QStringLiteral("waited 10 min"));
        QCOMPARE(story.steps[1].lasted, QStringLiteral("served 6 min"));
    }
};

QTEST_GUILESS_MAIN(TestTicketStory)
#include "tst_ticket_story.moc"
