#include <algorithm>
#include <map>

#include <QAbstractButton>
#include <QRegularExpression>
#include <QTest>

#include "gallery.h"
#include "languages.h"
#include "shell.h"
#include "walk.h"

using namespace smartqueue;
using pages::PageId;
using testing::BusyBranch;
using testing::Language;
using testing::Shell;

namespace {

constexpr PageId allPages[] = {PageId::live, PageId::alerts, PageId::desk, PageId::tickets, PageId::recorder, PageId::administration};

/// What a page shows when everything it asked for is there; figures that go on counting are blotted out.
QStringList textsOf(Shell &shell, PageId page)
{
    static const QRegularExpression figures(QStringLiteral("[0-9]+"));
    shell.window.showPage(page);
    testing::settle();
    shell.console.engine().studyPool().waitForDone();
    testing::settle();
    QStringList texts = testing::visibleTexts(shell.window);
    texts.replaceInStrings(figures, QStringLiteral("#"));
    texts.removeDuplicates();
    return texts;
}

/// Mean lightness of what a page looks like, 0 to 255.
int lightnessOf(QWidget &window)
{
    testing::settle();
    const QImage image = window.grab().toImage().scaled(64, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y));
    }
    return sum / (image.width() * image.height());
}

QString missingFrom(const QStringList &texts, const QStringList &others)
{
    QStringList missing;
    for (const QString &text : texts) {
        if (!others.contains(text))
            missing.append(text);
    }
    return missing.join(QLatin1Char('\n'));
}

} // namespace

class TestShellLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void everyPageSpeaksFrenchAtOnceAndEnglishAgain()
    {
        BusyBranch branch;
        const Language english(QStringLiteral("en"));
        Shell shell(branch);
        shell.console.setDeskAgent(branch.visitor);
        QVERIFY(shell.beatUntil([&] { return !branch.now()->state.alerts.empty(); }));
        // Pages ask for what they show when they come to the front first.
        for (const PageId page : allPages)
            textsOf(shell, page);
        std::map<PageId, QStringList> before;
        for (const PageId page : allPages)
            before[page] = textsOf(shell, page);
        const QString callNext = shell.find<QAbstractButton>("deskMain")->text();
        {
            const Language french(QStringLiteral("fr"));
            QVERIFY(french.isLoaded());
            for (const PageId page : allPages) {
                const QStringList texts = textsOf(shell, page);
                const QStringList left = testing::leftInEnglish(testing::visibleTexts(shell.window));
                QVERIFY2(left.isEmpty(), qPrintable(shell.window.currentPage()->title() + QStringLiteral(":\n") + left.join(QLatin1Char('\n'))));
                // Names and numbers stay, words change: a page that forgot to speak anew keeps nearly all.
                const auto isNew = [&](const QString &text) { return !before[page].contains(text); };
                const auto changed = std::count_if(texts.begin(), texts.end(), isNew);
                QVERIFY2(changed > 20, qPrintable(QStringLiteral("%1 of %2 on page %3").arg(changed).arg(texts.size()).arg(int(page))));
            }
            shell.window.showPage(PageId::live);
            QCOMPARE(shell.window.currentPage()->title(), QStringLiteral("En direct"));
            QCOMPARE(shell.window.actions().action(QStringLiteral("settings"))->text(), QStringLiteral("Réglages"));
            QVERIFY(shell.find<QAbstractButton>("deskMain")->text() != callNext);
        }
        for (const PageId page : allPages) {
            const QStringList after = textsOf(shell, page);
            const QString lost = missingFrom(before[page], after);
            const QString gained = missingFrom(after, before[page]);
            QVERIFY2(lost.isEmpty() && gained.isEmpty(), qPrintable(QStringLiteral("page %1 lost:\n%2\ngained:\n%3").arg(int(page)).arg(lost, gained)));
        }
        QCOMPARE(shell.find<QAbstractButton>("deskMain")->text(), callNext);
    }

    void everyPageTurnsDarkAndLightAgain()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.console.setDeskAgent(branch.visitor);
        for (const PageId page : allPages) {
            textsOf(shell, page);
            const int light = lightnessOf(shell.window);
            testing::dress(widgets::Look::dark);
            const int dark = lightnessOf(shell.window);
            testing::dress(widgets::Look::light);
            const int again = lightnessOf(shell.window);
            QVERIFY2(light > 200 && dark < 70 && again > 200,
                     qPrintable(QStringLiteral("page %1: %2, %3, %4").arg(int(page)).arg(light).arg(dark).arg(again)));
        }
    }
};

QTEST_MAIN(TestShellLanguages)
#include "tst_shell_languages.moc"
