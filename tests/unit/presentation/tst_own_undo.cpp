#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/own_undo.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using testing::SmallBranch;

class TestOwnUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesBackWhatWasDoneFromThisSide()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        const auto ticket = branch.issue(branch.payments);
        branch.must(TransferTicket{ticket.ticket, branch.passports, {}});
        const auto undo = presentation::ownUndo(*branch.now(), branch.clock.now());
        QVERIFY(undo);
        branch.must(*undo);
        QCOMPARE(branch.ticket(ticket)->queue, branch.payments);
    }

    void neverTakesBackWhatAnAgentDid()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        const auto own = branch.issue(branch.payments);
        const auto other = branch.issue(branch.payments);
        branch.must(TransferTicket{own.ticket, branch.passports, {}});
        branch.must(CallNext{branch.omar}, branch.omar);
        QCOMPARE(branch.ticket(other)->state, TicketState::called);
        const auto undo = presentation::ownUndo(*branch.now(), branch.clock.now());
        if (undo)
            branch.must(*undo);
        else
            QCOMPARE(undo.error().code, failures::undoOvertaken);
        QCOMPARE(branch.ticket(other)->state, TicketState::called);
    }

    void isOverAfterHalfAMinute()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        const auto ticket = branch.issue(branch.payments);
        branch.must(TransferTicket{ticket.ticket, branch.passports, {}});
        branch.advance(31s);
        const auto undo = presentation::ownUndo(*branch.now(), branch.clock.now());
        QVERIFY(!undo);
        QCOMPARE(undo.error().code, failures::undoExpired);
    }

    void doesNotOfferWhatHasGoneOn()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        const auto ticket = branch.issue(branch.payments);
        branch.must(TransferTicket{ticket.ticket, branch.passports, {}});
        branch.must(CancelTicket{ticket.ticket});
        QCOMPARE(presentation::ownUndo(*branch.now(), branch.clock.now()).error().code, failures::undoOvertaken);
    }

    void takesAnActBackByItsNameOnly()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        const auto ticket = branch.issue(branch.payments);
        // Without a command id "the newest of all" would be asked for, and that may be an agent's act when it is decided.
        const auto nameless = branch.must(TransferTicket{ticket.ticket, branch.passports, {}});
        QCOMPARE(presentation::undoOfAct(*branch.now(), nameless.sequence, branch.clock.now()).error().code, failures::nothingToUndo);
        auto named = branch.engine->submit(Command{"c-1", TransferTicket{ticket.ticket, branch.information, {}}, {}, {}});
        named.waitForFinished();
        QVERIFY(named.result());
        branch.issue(branch.payments);
        branch.must(CallNext{branch.omar}, branch.omar);
        const auto undo = presentation::undoOfAct(*branch.now(), named.result()->sequence, branch.clock.now());
        QVERIFY(undo);
        branch.must(*undo);
        QCOMPARE(branch.ticket(ticket)->queue, branch.passports);
    }

    void hasNothingToTakeBackAtFirst()
    {
        SmallBranch branch;
        QCOMPARE(presentation::ownUndo(*branch.now(), branch.clock.now()).error().code, failures::nothingToUndo);
        QVERIFY(!presentation::undoOfSuggestion(*branch.now(), "move-1-2", branch.clock.now()));
    }
};

QTEST_GUILESS_MAIN(TestOwnUndo)
#include "tst_own_undo.moc"
