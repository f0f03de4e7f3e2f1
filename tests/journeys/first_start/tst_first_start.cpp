#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/pages/wizard.h>
#include <smartqueue/storage/sqlite_store.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/choice_card.h>
#include <smartqueue/widgets/kpi_strip.h>

#include "gallery.h"
#include "shell.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using testing::Shell;

namespace {

std::unique_ptr<engine::Engine> engineOn(const QString &file, const Clock &clock)
{
    storage::Options options;
    options.path = file.toStdString();
    return engine::Engine::start(storage::SqliteStore::open(options).value(), clock).value();
}

/// What the live page says in figures.
QStringList figuresOf(Shell &shell)
{
    QStringList said;
    for (const widgets::KpiTile *tile : shell.window.findChildren<widgets::KpiTile *>())
        said << tile->accessibleName() << tile->accessibleDescription();
    for (const widgets::HealthCard *card : shell.window.findChildren<widgets::HealthCard *>())
        said << card->data().name << QString::number(card->data().waiting) << card->data().etaText;
    return said;
}

} // namespace

class TestFirstStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void theDemoLivesOneKeyAfterTheFirstStart()
    {
        // An empty data folder: nothing is there, so the wizard opens.
        QTemporaryDir data;
        const ManualClock today(*fromIso8601("2026-11-19T09:00:00Z"));
        auto own = engineOn(data.filePath(QStringLiteral("smartqueue.db")), today);
        QVERIFY(own->snapshot()->state.queues.empty());
        presentation::ConsoleSettings settings(data.filePath(QStringLiteral("console.ini")));
        QVERIFY(!settings.firstStartDone());
        testing::ToldImporter importer;
        pages::Wizard wizard(*own, importer,
                             {{{QStringLiteral("en"), QStringLiteral("English")}}, QStringLiteral("en"), QStringLiteral("light"), QStringLiteral("0.1.0")});
        wizard.resize(1280, 800);
        wizard.show();
        wizard.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QSignalSpy demoWanted(&wizard, &pages::Wizard::demoRequested);
        QTRY_VERIFY(qobject_cast<QWidget *>(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(demoWanted.size(), 1);
        wizard.hide();
        // The demo leaves the branch of one's own as it was.
        QVERIFY(own->snapshot()->state.queues.empty());

        QTemporaryDir scratch;
        PacedClock clock(engine::demoDayStart());
        auto engine = engineOn(scratch.filePath(QStringLiteral("demo.db")), clock);
        engine::DemoBranch demo(*engine, clock, 1);
        QVERIFY(demo.furnish());
        demo.fastForward(engine::demoHandOver());
        Shell shell(*engine, clock);
        shell.console.setDeskAgent(demo.visitorsAgent());
        demo.start();
        QCOMPARE(shell.page(), pages::PageId::live);
        auto *cards = shell.find<widgets::CardFlow>();
        QTRY_COMPARE(cards->order().size(), 4);

        // Minutes of the branch pass: customers come and go, and every figure on the page may follow.
        for (int step = 0; step < 3; ++step) {
            const QStringList before = figuresOf(shell);
            const Sequence sequence = engine->snapshot()->state.sequence;
            clock.set(clock.now() + 4min);
            QTRY_VERIFY(engine->snapshot()->state.sequence > sequence + 4);
            QTRY_VERIFY(figuresOf(shell) != before);
        }
    }
};

QTEST_MAIN(TestFirstStart)
#include "tst_first_start.moc"
