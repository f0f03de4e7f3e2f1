#include <QElapsedTimer>
#include <QTableView>
#include <QTest>

#include <smartqueue/pages/join_dialog.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/freshness_chip.h>
#include <smartqueue/widgets/number_plate.h>

#include "two_desks.h"
#include "walk.h"

using namespace smartqueue;
using namespace smartqueue::testing;

/// Two desktops with real sockets between them, and what the people in front of them see.
class TestPeersPage final : public QObject {
    Q_OBJECT

private:
    static constexpr int patienceMs = 20'000;

    static widgets::Banner *ribbon(Desk &desk)
    {
        for (auto *each : desk.window().findChildren<widgets::Banner *>()) {
            if (each->isVisible() && each->accessibleName().contains(QLatin1String("has not answered")))
                return each;
        }
        return nullptr;
    }

    static QString digitsOf(QWidget &root, const char *plate)
    {
        auto *found = part<widgets::NumberPlate>(root, plate);
        return found && found->isVisible() ? found->accessibleName() : QString();
    }

    static bool tries(Desk &desk, const char *secret)
    {
        auto signing = desk.desktop().installation().signIn(email, secret, {}, "DESK");
        (void)QTest::qWaitFor([&] { return signing.isFinished(); }, patienceMs);
        return signing.resultCount() > 0 && signing.result().has_value();
    }

    /// The second desktop joins by its dialog with the code on the first one's screen.
    static void join(Desk &host, Desk &guest)
    {
        app::Joining joining(guest.path());
        pages::JoinDialog dialog(joining);
        dialog.show();
        type(dialog, "joinAddress", QString::fromStdString(host.desktop().peers()->status().address));
        press(dialog, "joinAct");
        QCOMPARE(dialog.focusWidget(), part(dialog, "joinCode"));
        portrait(dialog, QStringLiteral("join-choose"));
        type(dialog, "joinCode", QStringLiteral("0000-0000"));
        press(dialog, "joinAct");
        QTRY_VERIFY_WITH_TIMEOUT(said(dialog, "joinProblem").startsWith(QLatin1String("This is not the code.")), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(said(host.window(), "peerFailed").startsWith(QLatin1String("Somebody typed a wrong code. 4 more")), patienceMs);
        portrait(host.window(), QStringLiteral("host-wrong-code"));
        portrait(dialog, QStringLiteral("join-wrong-code"));
        // The digits differ: said there, and seen here. Whoever stands in between has nothing more to try.
        type(dialog, "joinCode", digitsOf(host.window(), "peerCode"));
        press(dialog, "joinAct");
        QTRY_VERIFY_WITH_TIMEOUT(!digitsOf(dialog, "joinDigits").isEmpty(), patienceMs);
        press(dialog, "joinDiffer");
        QTRY_VERIFY_WITH_TIMEOUT(said(host.window(), "peerTold").contains(QLatin1String("digits differ")), patienceMs);
        portrait(host.window(), QStringLiteral("host-digits-differ"));
        const QString voided = digitsOf(host.window(), "peerCode");
        press(host.window(), "peerAgain");
        QTRY_VERIFY_WITH_TIMEOUT(!digitsOf(host.window(), "peerCode").isEmpty() && digitsOf(host.window(), "peerCode") != voided, patienceMs);
        type(dialog, "joinCode", digitsOf(host.window(), "peerCode"));
        press(dialog, "joinAct");
        const bool came = QTest::qWaitFor([&] { return !digitsOf(dialog, "joinDigits").isEmpty(); }, patienceMs);
        QVERIFY2(came, qPrintable(said(dialog, "joinProblem")));
        QTRY_COMPARE_WITH_TIMEOUT(digitsOf(host.window(), "peerCode"), digitsOf(dialog, "joinDigits"), patienceMs);
        // Whoever presses a key without reading says no.
        QCOMPARE(dialog.focusWidget(), part(dialog, "joinDiffer"));
        portrait(dialog, QStringLiteral("join-digits"));
        portrait(host.window(), QStringLiteral("host-digits"));
        press(dialog, "joinAct");
        QTRY_VERIFY_WITH_TIMEOUT(said(host.window(), "peerTold").contains(QLatin1String("is in.")), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>(dialog, "joinAct")->text() == QLatin1String("Open the branch"), patienceMs);
        portrait(dialog, QStringLiteral("join-arrived"));
        press(dialog, "joinAct");
        QVERIFY(app::takeArrivedCopy(guest.path(), app::Former::anotherBranch));
    }

private Q_SLOTS:
    void initTestCase() { prepareConsole(); }

    void aSecondDesktopJoinsFollowsAndTakesOver()
    {
        auto host = std::make_unique<Desk>();
        host->start();
        host->found();
        QVERIFY(host->signIn());

        // One desktop: a sentence and a button.
        host->showPeers();
        QVERIFY(part(host->window(), "peerNobody")->isVisible());
        QVERIFY(!host->desktop().peers());
        portrait(host->window(), QStringLiteral("alone"));
        auto *add = part(host->window(), "peerNobody")->findChild<QAbstractButton *>();
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!digitsOf(host->window(), "peerCode").isEmpty(), patienceMs);
        QVERIFY(host->desktop().peers());
        portrait(host->window(), QStringLiteral("invitation"));

        Desk guest;
        join(*host, guest);
        if (QTest::currentTestFailed())
            return;
        press(host->window(), "peerInvitationClose");
        guest.start();
        QVERIFY(guest.desktop().peers());
        guest.desktop().waitForHost();
        QVERIFY(guest.signIn());

        // In step, at both.
        QTRY_COMPARE_WITH_TIMEOUT(said(host->window(), "peerVerdict"), QStringLiteral("The branch is one piece: 2 desktop(s) in step."), patienceMs);
        guest.showPeers();
        QTRY_COMPARE_WITH_TIMEOUT(said(guest.window(), "peerVerdict"), QStringLiteral("The branch is one piece: 2 desktop(s) in step."), patienceMs);
        QVERIFY(!part(guest.window(), "takeOver")->isEnabled());
        QVERIFY(part(guest.window(), "takeOverReason")->focusPolicy() & Qt::TabFocus);
        QVERIFY(!ribbon(guest));
        QVERIFY2(faultsOf(host->window()).isEmpty(), qPrintable(faultsOf(host->window())));
        QVERIFY2(faultsOf(guest.window()).isEmpty(), qPrintable(faultsOf(guest.window())));
        portrait(host->window(), QStringLiteral("in-step-host"));
        portrait(guest.window(), QStringLiteral("in-step-guest"));

        // The host is switched off: the ribbon, wherever one is.
        guest.window().showPage(pages::PageId::live);
        QElapsedTimer since;
        host->stop();
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(ribbon(guest), patienceMs);
        qInfo("the ribbon came after %lld ms", since.elapsed());
        portrait(guest.window(), QStringLiteral("cut-off-live"));
        QCOMPARE(guest.window().findChild<widgets::FreshnessChip *>()->freshness(), widgets::Freshness::stale);
        QTest::mouseClick(ribbon(guest)->findChild<QAbstractButton *>(), Qt::LeftButton);
        QCOMPARE(guest.window().currentPage()->id(), pages::PageId::administration);
        QTRY_COMPARE_WITH_TIMEOUT(said(guest.window(), "peerVerdict"), QStringLiteral("This desktop does not hear the host."), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(part(guest.window(), "takeOver")->isEnabled(), patienceMs);
        QVERIFY2(faultsOf(guest.window()).isEmpty(), qPrintable(faultsOf(guest.window())));
        portrait(guest.window(), QStringLiteral("cut-off-peers"));

        // Whoever comes now is let in by what this desktop holds.
        QVERIFY(!tries(guest, "a guess"));
        QVERIFY(tries(guest, password));

        // Two clicks, and the password between them.
        press(guest.window(), "takeOver");
        QTRY_VERIFY_WITH_TIMEOUT(part(guest.window(), "takeOverPassword")->isVisible(), patienceMs);
        QCOMPARE(guest.window().focusWidget(), part(guest.window(), "takeOverPassword"));
        QVERIFY2(faultsOf(guest.window()).isEmpty(), qPrintable(faultsOf(guest.window())));
        press(guest.window(), "takeOver");
        type(guest.window(), "takeOverPassword", QStringLiteral("a guess"));
        press(guest.window(), "takeOver");
        QTRY_VERIFY_WITH_TIMEOUT(part(guest.window(), "takeOver")->isEnabled(), patienceMs);
        QVERIFY(guest.desktop().installation().follows());
        type(guest.window(), "takeOverPassword", QString::fromLatin1(password));
        portrait(guest.window(), QStringLiteral("take-over"));
        press(guest.window(), "takeOver");
        QTRY_VERIFY_WITH_TIMEOUT(!guest.desktop().installation().follows(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!ribbon(guest), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(said(guest.window(), "peerVerdict"), QStringLiteral("1 desktop(s) cannot be reached."), patienceMs);
        QVERIFY(!part(guest.window(), "takeOver")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(guest.window().findChild<widgets::FreshnessChip *>()->freshness(), widgets::Freshness::live, patienceMs);
        portrait(guest.window(), QStringLiteral("took-over"));
        QCOMPARE(guest.desktop().installation().directory()->host, guest.desktop().peers()->status().self);
    }
};

QTEST_MAIN(TestPeersPage)
#include "tst_peers_page.moc"
