#include <QSignalSpy>
#include <QTest>

#include <smartqueue/widgets/agent_board.h>
#include <smartqueue/widgets/theme.h>

using namespace smartqueue::widgets;

namespace {

constexpr qint64 passports = 1;
constexpr qint64 payments = 2;
constexpr qint64 information = 3;
constexpr qint64 nadia = 11;
constexpr qint64 omar = 12;
constexpr qint64 karim = 13;

/// Omar cannot go to Information.
QList<BoardZone> zones()
{
    const QString lacks = QStringLiteral("Omar lacks the skills for it");
    return {{passports, QStringLiteral("Passports"), QStringLiteral("2 agents"), false, false,
             {{nadia, QStringLiteral("Nadia"), {}, passports, {}}, {omar, QStringLiteral("Omar"), QStringLiteral("on a break"), passports, {{information, lacks}}}}},
            {payments, QStringLiteral("Payments"), QStringLiteral("1 agent"), false, false, {{karim, QStringLiteral("Karim"), {}, payments, {}}}},
            {information, QStringLiteral("Information"), QStringLiteral("0 agents"), false, false, {}}};
}

struct Board {
    Board()
    {
        board.setZones(zones());
        board.resize(300, board.heightForWidth(300));
        board.show();
        board.activateWindow();
        board.setFocus();
        if (!QTest::qWaitForWindowActive(&board))
            qWarning("the window did not become active");
        QObject::connect(&board, &AgentBoard::announced, [this](const QString &text) { told = text; });
    }
    void press(Qt::Key key) { QTest::keyClick(&board, key); }

    AgentBoard board;
    QString told;
    QSignalSpy moved{&board, &AgentBoard::moveRequested};
};

} // namespace

class TestAgentBoard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, {Look::light, 1.0, true}); }

    void anAgentIsMovedByKeyboard()
    {
        Board it;
        QTRY_VERIFY(it.board.hasFocus());
        QCOMPARE(it.board.accessibleValue(), QStringLiteral("Nadia, Passports"));
        it.press(Qt::Key_Space);
        QVERIFY2(it.told.startsWith(QLatin1String("Nadia picked up.")), qPrintable(it.told));
        it.press(Qt::Key_Down);
        QCOMPARE(it.told, QStringLiteral("Over Payments"));
        QCOMPARE(it.board.accessibleValue(), QStringLiteral("Nadia, carried to Payments"));
        it.press(Qt::Key_Return);
        QCOMPARE(it.told, QStringLiteral("Nadia dropped on Payments"));
        QCOMPARE(it.moved.size(), 1);
        QCOMPARE(it.moved.first(), (QVariantList{nadia, payments}));
    }

    void nobodyMovesBeforeTheOwnerSaysSo()
    {
        Board it;
        it.press(Qt::Key_Space);
        it.press(Qt::Key_Down);
        it.press(Qt::Key_Space);
        QCOMPARE(it.board.accessibleValue(), QStringLiteral("Nadia, Passports"));
    }

    void escapeReturnsWhatIsCarried()
    {
        Board it;
        it.press(Qt::Key_Space);
        it.press(Qt::Key_Down);
        QVERIFY(it.board.isCarrying());
        it.press(Qt::Key_Escape);
        QCOMPARE(it.told, QStringLiteral("Put back"));
        QVERIFY(!it.board.isCarrying());
        QVERIFY(it.moved.isEmpty());
    }

    void leavingTheBoardReturnsWhatIsCarried()
    {
        Board it;
        it.press(Qt::Key_Space);
        it.board.clearFocus();
        QVERIFY(!it.board.isCarrying());
        QVERIFY(it.moved.isEmpty());
    }

    void whereNobodyCanGoSaysWhy()
    {
        Board it;
        it.press(Qt::Key_Down);
        QCOMPARE(it.board.accessibleValue(), QStringLiteral("Omar, Passports, on a break"));
        it.press(Qt::Key_Space);
        it.press(Qt::Key_End);
        QCOMPARE(it.told, QStringLiteral("Over Information: Omar lacks the skills for it"));
        it.press(Qt::Key_Return);
        QCOMPARE(it.told, QStringLiteral("Omar lacks the skills for it"));
        QVERIFY(it.board.isCarrying());
        QVERIFY(it.moved.isEmpty());
    }

    void anAgentIsDraggedByMouse()
    {
        Board it;
        const QPoint from = it.board.chipRect(karim).center().toPoint();
        const QPoint to = it.board.zoneRect(information).center().toPoint();
        QTest::mousePress(&it.board, Qt::LeftButton, {}, from);
        QTest::mouseMove(&it.board, (from + to) / 2);
        QVERIFY(it.board.isCarrying());
        QTest::mouseMove(&it.board, to);
        QTest::mouseRelease(&it.board, Qt::LeftButton, {}, it.board.zoneRect(information).center().toPoint());
        QCOMPARE(it.moved.size(), 1);
        QCOMPARE(it.moved.first(), (QVariantList{karim, information}));
        QVERIFY(!it.board.isCarrying());
    }

    void aClickMovesNobody()
    {
        Board it;
        QTest::mouseClick(&it.board, Qt::LeftButton, {}, it.board.chipRect(omar).center().toPoint());
        QVERIFY(it.moved.isEmpty());
        QVERIFY(it.board.accessibleValue().startsWith(QLatin1String("Omar")));
    }

    void whoeverLeavesTheBranchIsNotCarriedOn()
    {
        Board it;
        it.press(Qt::Key_Space);
        QList<BoardZone> left = zones();
        left.first().agents.removeFirst();
        it.board.setZones(left);
        QVERIFY(!it.board.isCarrying());
        it.press(Qt::Key_Return);
        QVERIFY(it.moved.isEmpty());
    }

    void chipsStayInTheirZoneAtAnyWidth()
    {
        Board it;
        for (const int width : {170, 240, 300, 600}) {
            it.board.resize(width, it.board.heightForWidth(width));
            QCoreApplication::processEvents();
            for (const qint64 agent : {nadia, omar})
                QVERIFY2(it.board.zoneRect(passports).contains(it.board.chipRect(agent)), qPrintable(QString::number(width)));
            QVERIFY(!it.board.chipRect(nadia).intersects(it.board.chipRect(omar)));
        }
    }
};

QTEST_MAIN(TestAgentBoard)
#include "tst_agent_board.moc"
