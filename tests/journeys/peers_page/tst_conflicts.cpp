#include <QSignalSpy>
#include <QTest>

#include <smartqueue/pages/alerts_page.h>

#include "gallery.h"
#include "languages.h"
#include "small_branch.h"
#include "two_desks.h"
#include "walk.h"

using namespace smartqueue;
using namespace smartqueue::testing;

namespace {

/// Omar finished with a ticket at a desktop that was cut off, after it had been taken from him.
struct Settling {
    SmallBranch branch;
    engine::Monitor monitor{*branch.engine};
    presentation::Console console{*branch.engine, monitor, false};
    pages::AlertsPage page{console};
    TicketId ticket;

    Settling()
    {
        branch.must(AdmitDevice{Device{std::string(64, 'b'), "DESK-02", "a certificate", false, {}}, Device{std::string(64, 'a'), "DESK-01", "a certificate", false, {}}});
        branch.must(SignIn{branch.omar, "2"});
        ticket = branch.issue(branch.passports).ticket;
        branch.must(CallTicket{branch.omar, ticket, {}});
        branch.must(StartService{branch.omar});
        Command done{"done alone", CompleteService{branch.omar, {}}, branch.omar, {}};
        done.alone = DoneAlone{std::string(64, 'b'), branch.clock.now() + std::chrono::minutes(4), ticket};
        branch.clock.advance(std::chrono::minutes(5));
        branch.must(ReturnTicket{ticket, {}});
        branch.clock.advance(std::chrono::minutes(6));
        auto taken = branch.engine->installation().submitTogether({done});
        taken.waitForFinished();
        branch.engine->settledSnapshot().waitForFinished();
        page.resize(1084, 716);
        page.show();
        settle();
    }

    const queueing::BranchState &state() const { return branch.engine->snapshot()->state; }
};

} // namespace

/// What desktops did alone and what no longer fitted, as a supervisor meets it.
class TestConflicts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareConsole(); }

    void bothStoriesAreTold()
    {
        Settling at;
        QCOMPARE(at.state().conflicts.size(), std::size_t(1));
        QTRY_VERIFY(part(at.page, "conflictCard"));
        const QString told = visibleTexts(at.page).join(QLatin1Char('\n'));
        for (const char *piece : {"A001: two stories", "Omar Said at DESK-02", "09:04", "09:11"})
            QVERIFY2(told.contains(QLatin1String(piece)), qPrintable(told));
        QVERIFY2(faultsOf(at.page).isEmpty(), qPrintable(faultsOf(at.page)));
        picture(at.page, QStringLiteral("conflict"));
        const Language french(QStringLiteral("fr"));
        settle();
        picture(at.page, QStringLiteral("conflict-fr"));
    }

    void theBranchsStoryMayStand()
    {
        Settling at;
        QSignalSpy said(&at.page, &pages::Page::toastRequested);
        QTRY_VERIFY(part(at.page, "conflictLeave"));
        QTest::keyClick(part(at.page, "conflictLeave"), Qt::Key_Space);
        QTRY_COMPARE(said.size(), 1);
        QTRY_VERIFY(!part(at.page, "conflictList")->isVisible());
        QVERIFY(at.state().conflicts.empty());
        QVERIFY(at.state().ticket(at.ticket)->state == TicketState::waiting);
    }

    void whatCannotBeDoneNowStaysAConflict()
    {
        Settling at;
        QSignalSpy failed(&at.page, &pages::Page::failed);
        QTRY_VERIFY(part(at.page, "conflictAgain"));
        press(at.page, "conflictAgain");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(at.state().conflicts.size(), std::size_t(1));
        // Omar has the ticket in hand again: now what he did fits.
        at.branch.must(CallTicket{at.branch.omar, at.ticket, {}});
        at.branch.must(StartService{at.branch.omar});
        press(at.page, "conflictAgain");
        QTRY_VERIFY(!part(at.page, "conflictList")->isVisible());
        QVERIFY(at.state().ticket(at.ticket)->state == TicketState::completed);
    }

    void aCardSaysHowTheBranchHasTheTicketNow()
    {
        Settling at;
        QTRY_VERIFY(part(at.page, "conflictLeave"));
        const QWidget *leave = part(at.page, "conflictLeave");
        const auto told = [&] { return visibleTexts(at.page).join(QLatin1Char('\n')); };
        QVERIFY2(told().contains(QStringLiteral("A001 is now: Waiting.")), qPrintable(told()));
        at.branch.must(CallTicket{at.branch.omar, at.ticket, {}});
        QTRY_VERIFY2(told().contains(QStringLiteral("A001 is now: Called, Omar Said.")), qPrintable(told()));
        // Whoever is about to press it still can.
        QCOMPARE(part(at.page, "conflictLeave"), leave);
    }

    void nobodySaysThatNothingWaitsBesideAConflict()
    {
        Settling at;
        QTRY_VERIFY(part(at.page, "conflictLeave"));
        const auto says = [&](const char *words) { return visibleTexts(at.page).join(QLatin1Char('\n')).contains(QLatin1String(words)); };
        QVERIFY(!says("Nothing needs you now"));
        QVERIFY(says("No alerts besides."));
        press(at.page, "conflictLeave");
        QTRY_VERIFY(says("Nothing needs you now"));
    }

    void theyCountAsAlerts()
    {
        Settling at;
        QSignalSpy counted(&at.page, &pages::AlertsPage::openCountChanged);
        at.branch.clock.advance(std::chrono::seconds(1));
        at.branch.issue(at.branch.payments);
        QTRY_VERIFY(!counted.isEmpty() && counted.last().at(0).toInt() == 1);
    }
};

QTEST_MAIN(TestConflicts)
#include "tst_conflicts.moc"
