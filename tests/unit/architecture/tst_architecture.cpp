#include <algorithm>

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "rules.h"
#include "source_text.h"

namespace {

/// One file to show a rule. Innocent ones keep the rules from crying wolf.
struct Sample
{
    const char *rule;
    const char *name;
    const char *path;
    QString text;
    bool isViolation;
};

const char climbs[] = "no include climbs with ..";
const char widgets[] = "widgets only in widgets, pages and app";
const char sql[] = "SQL only in storage";
const char sockets[] = "sockets only in transport, coordination, api, exchange and app";
const char systems[] = "Q_OS only in platform";
const char clocks[] = "the wall clock only in foundation";
const char singletons[] = "no singletons";
const char loose[] = "no reference into a snapshot that nobody holds";
const char qt[] = "no Qt from foundation to the kernels";
const char pages[] = "no page includes another page";
const char layers[] = "a module states the layer of the table";
const char libraries[] = "a module links only what its layer may";
const char conflicts[] = "no conflict marks";
const char postponed[] = "nothing put off";

QString line(const char *text) { return QString::fromUtf8(text) + QLatin1Char('\n'); }

const QList<Sample> &samples()
{
    static const QList<Sample> all{
        {climbs, "quoted", "modules/domain/src/a.cpp", line("#include \"../b.h\""), true},
        {climbs, "in the middle", "tests/unit/x/tst_a.cpp", line("#  include <smartqueue/../b.h>"), true},
        {climbs, "dots in a name", "modules/domain/src/a.cpp", line("#include \"a..b.h\""), false},
        {climbs, "commented out", "modules/domain/src/a.cpp", line("// #include \"../b.h\""), false},

        {widgets, "QLabel", "modules/presentation/src/a.cpp", line("#include <QLabel>"), true},
        {widgets, "QApplication", "modules/engine/src/a.cpp", line("#include <QApplication>"), true},
        {widgets, "with its folder", "modules/platform/src/a.h", line("#include <QtWidgets/qwidget.h>"), true},
        {widgets, "QTableView", "modules/presentation/src/a.h", line("#include <QTableView>"), true},
        {widgets, "QStyleOptionViewItem", "modules/presentation/src/a.h", line("#include <QStyleOptionViewItem>"), true},
        {widgets, "a chart's view", "modules/presentation/src/a.h", line("#include <QChartView>"), true},
        {widgets, "at home", "modules/widgets/src/a.cpp", line("#include <QLabel>"), false},
        {widgets, "on a page", "modules/pages/src/a.cpp", line("#include <QDialog>"), false},
        {widgets, "in app", "app/main.cpp", line("#include <QApplication>"), false},
        {widgets, "a view of a string", "modules/presentation/src/a.h", line("#include <QStringView>\n#include <QAbstractItemModel>"), false},

        {sql, "the library", "modules/engine/src/a.cpp", line("#include <sqlite3.h>"), true},
        {sql, "Qt's", "modules/pages/src/a.cpp", line("#include <QSqlQuery>"), true},
        {sql, "a query", "app/src/a.cpp", line("auto q = \"SELECT id FROM t\";"), true},
        {sql, "an insertion", "modules/engine/src/a.cpp", line("run(\"INSERT OR IGNORE INTO t VALUES (1)\");"), true},
        {sql, "in a raw string", "modules/exchange/src/a.cpp", line("run(R\"sql(\nDELETE FROM t)sql\");"), true},
        {sql, "at home", "modules/storage/src/a.cpp", line("run(\"SELECT 1\");"), false},
        {sql, "a sentence", "modules/pages/src/a.cpp", line("tr(\"Select a queue, then update its settings\");"), false},
        {sql, "in a comment", "modules/engine/src/a.cpp", line("/* \"SELECT 1\" stands in storage */"), false},

        {sockets, "TCP", "modules/engine/src/a.cpp", line("#include <QTcpSocket>"), true},
        {sockets, "local", "modules/platform/src/a.h", line("class QLocalServer;"), true},
        {sockets, "web", "modules/pages/src/a.cpp", line("QWebSocket socket;"), true},
        {sockets, "requests", "modules/widgets/src/a.cpp", line("QNetworkAccessManager web;"), true},
        {sockets, "the system's", "modules/storage/src/a.cpp", line("#include <sys/socket.h>"), true},
        {sockets, "in app", "app/src/a.cpp", line("QLocalSocket socket;"), false},
        {sockets, "in exchange", "modules/exchange/src/a.cpp", line("QTcpSocket socket;"), false},

        {systems, "a system's name", "modules/storage/src/a.cpp", line("#ifdef Q_OS_WIN"), true},
        {systems, "in app", "app/main.cpp", line("#if defined(Q_OS_MACOS)"), true},
        {systems, "at home", "modules/platform/src/a.cpp", line("#ifdef Q_OS_LINUX"), false},
        {systems, "in a comment", "modules/storage/src/a.cpp", line("// Q_OS_WIN is platform's"), false},

        {clocks, "std", "modules/engine/src/a.cpp", line("auto t = std::chrono::system_clock::now();"), true},
        {clocks, "Qt's date and time", "modules/pages/src/a.cpp", line("QDateTime::currentDateTimeUtc();"), true},
        {clocks, "Qt's time", "app/src/a.cpp", line("QTime::currentTime();"), true},
        {clocks, "milliseconds", "modules/storage/src/a.cpp", line("QDateTime::currentMSecsSinceEpoch();"), true},
        {clocks, "C", "modules/queueing/src/a.cpp", line("srand(time(nullptr));"), true},
        {clocks, "C by its full name", "modules/queueing/src/a.cpp", line("std::time(&t);"), true},
        {clocks, "the kernel's", "modules/storage/src/a.cpp", line("clock_gettime(CLOCK_REALTIME, &t);"), true},
        {clocks, "at home", "modules/foundation/src/clock.cpp", line("return std::chrono::system_clock::now();"), false},
        {clocks, "a stop watch", "modules/storage/src/a.cpp", line("auto t = std::chrono::steady_clock::now();"), false},
        {clocks, "the clock passed in", "modules/engine/src/a.cpp", line("auto t = m_clock.now(); auto u = clock->time(0);"), false},
        {clocks, "after a digit separator", "modules/engine/src/a.cpp", line("int a = 1'000; /* ' */ int b = 2'000; // system_clock::now()"), false},

        {loose, "in a loop", "modules/pages/src/a.cpp", line("for (const auto &[id, agent] : engine.snapshot()->state.agents)"), true},
        {loose, "a reference", "app/src/a.cpp", line("const TimeZone &zone = m_desk.engine().snapshot()->zone;"), true},
        {loose, "a pointer", "modules/pages/src/a.cpp", line("const Agent *known = m_console.engine().snapshot()->state.agent(last);"), true},
        {loose, "a value", "modules/pages/src/a.cpp", line("const TimeZone zone = engine.snapshot()->zone;"), false},
        {loose, "held", "modules/pages/src/a.cpp", line("const auto snapshot = engine.snapshot();\nfor (const auto &item : snapshot->state.agents)"), false},
        {loose, "a new thing", "modules/pages/src/a.cpp", line("auto *dialog = new Dialog(engine.snapshot()->zone);"), false},

        {singletons, "defined", "modules/engine/src/a.h", line("static Engine &instance();"), true},
        {singletons, "called", "app/src/a.cpp", line("Settings::instance ().read();"), true},
        {singletons, "Qt's below app", "modules/pages/src/a.cpp", line("QCoreApplication::instance()->quit();"), true},
        {singletons, "Qt's in app", "app/src/a.cpp", line("connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, a, &A::b);"), false},
        {singletons, "another word", "modules/engine/src/a.h", line("bool isFirstInstance(); // no instance()"), false},

        {qt, "a class", "modules/queueing/src/a.cpp", line("#include <QString>"), true},
        {qt, "with its folder", "modules/foundation/include/smartqueue/foundation/a.h", line("#include <QtCore/qglobal.h>"), true},
        {qt, "a header", "modules/optimizer/src/a.cpp", line("#include <qobject.h>"), true},
        {qt, "in the engine", "modules/engine/src/a.cpp", line("#include <QObject>"), false},
        {qt, "the standard's", "modules/queueing/src/a.cpp", line("#include <queue>\n#include \"queue_state.h\""), false},

        {pages, "another page", "modules/pages/src/desk_page.cpp", line("#include \"live_page.h\""), true},
        {pages, "by its public name", "modules/pages/src/desk_lists.cpp", line("#include <smartqueue/pages/tickets_page.h>"), true},
        {pages, "itself", "modules/pages/src/desk_page.cpp", line("#include <smartqueue/pages/desk_page.h>"), false},
        {pages, "its own part", "modules/pages/src/desk_lists.cpp", line("#include <smartqueue/pages/desk_page.h>"), false},
        {pages, "what all share", "modules/pages/src/desk_page.cpp", line("#include <smartqueue/pages/page.h>"), false},
        {pages, "the window of the pages", "modules/pages/src/main_window.cpp", line("#include <smartqueue/pages/live_page.h>"), false},
        {pages, "the shell", "app/src/shell.cpp", line("#include <smartqueue/pages/live_page.h>"), false},

        {layers, "another layer", "modules/analytics/CMakeLists.txt", line("sq_module(analytics LAYER adapter"), true},
        {layers, "another name", "modules/analytics/CMakeLists.txt", line("sq_module(figures LAYER kernel"), true},
        {layers, "not in the table", "modules/helpers/CMakeLists.txt", line("sq_module(helpers LAYER kernel"), true},
        {layers, "no layer", "modules/analytics/CMakeLists.txt", line("add_library(sq_analytics)"), true},
        {layers, "as it should be", "modules/analytics/CMakeLists.txt", line("find_package(X)\nsq_module(analytics LAYER kernel"), false},
        {layers, "the list of modules", "modules/CMakeLists.txt", line("add_subdirectory(analytics)"), false},

        {libraries, "Qt in a kernel", "modules/queueing/CMakeLists.txt", line("LINKS Qt6::Core"), true},
        {libraries, "widgets in the engine", "modules/engine/CMakeLists.txt", line("LINKS Qt6::Core Qt6::Widgets"), true},
        {libraries, "charts in presentation", "modules/presentation/CMakeLists.txt", line("LINKS Qt6::Charts"), true},
        {libraries, "Qt Core in the engine", "modules/engine/CMakeLists.txt", line("LINKS Qt6::Core"), false},
        {libraries, "widgets on pages", "modules/pages/CMakeLists.txt", line("LINKS Qt6::Widgets Qt6::Charts"), false},

        {conflicts, "ours", "README.md", QString(7, QLatin1Char('<')) + line(" HEAD"), true},
        {conflicts, "theirs", "app/main.cpp", line("int a;") + QString(7, QLatin1Char('>')) + line(" branch"), true},
        {conflicts, "a heading", "README.md", line("Title\n======="), false},

        {postponed, "later", "app/main.cpp", line("// TO" "DO: later"), true},
        {postponed, "broken", "packaging/run", line("# FIX" "ME"), true},
        {postponed, "a word", "README.md", line("Todos los clientes"), false},
    };
    return all;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every file of the project, relative to its folder.
QStringList projectFiles()
{
    const QDir root(QStringLiteral(SQ_SOURCE_DIR));
    QStringList paths = root.entryList(QDir::Files | QDir::Hidden);
    for (const char *folder : {"app", "cmake", "modules", "packaging", "resources", "tests", "translations"}) {
        QDirIterator files(root.filePath(QLatin1String(folder)), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(root.relativeFilePath(files.next()));
    }
    return paths;
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsToldFromWordsAboutCode()
    {
        const SourceText source = SourceText::read(line("#include <QLabel> // one\n#include \"two.h\"\nauto a = \"three // \\\" four\"; /* five */ int six;"));
        QCOMPARE(source.includes.size(), 2);
        QCOMPARE(source.includes.at(1).text, QStringLiteral("two.h"));
        QCOMPARE(source.includes.at(1).line, 2);
        QCOMPARE(source.literals.last().text, QStringLiteral("three // \\\" four"));
        QVERIFY(source.code.contains(QLatin1String("int six;")));
        QVERIFY(!source.code.contains(QLatin1String("five")) && !source.code.contains(QLatin1String("three")));
        QCOMPARE(source.code.count(QLatin1Char('\n')), 3);
    }

    void anUnfinishedFileIsReadToItsEnd()
    {
        for (const char *text : {"\"open", "/* open", "R\"x(open", "'", "R\"", "\"\\", "//"})
            QCOMPARE(SourceText::read(QString::fromUtf8(text)).code.size(), qsizetype(qstrlen(text)));
    }

    void aRuleSeesTheViolationAndNothingElse_data()
    {
        QTest::addColumn<int>("sample");
        for (int i = 0; i < samples().size(); ++i)
            QTest::addRow("%s: %s", samples().at(i).rule, samples().at(i).name) << i;
    }

    void aRuleSeesTheViolationAndNothingElse()
    {
        QFETCH(int, sample);
        const Sample &shown = samples().at(sample);
        const auto found = architecture::findings(QLatin1String(shown.rule), QLatin1String(shown.path), shown.text);
        QCOMPARE(!found.isEmpty(), shown.isViolation);
    }

    void everyRuleIsShownAViolation()
    {
        for (const auto &rule : architecture::rules()) {
            const bool shown = std::any_of(samples().begin(), samples().end(), [&](const Sample &sample) {
                return sample.isViolation && rule.name == QLatin1String(sample.rule);
            });
            QVERIFY2(shown, qPrintable(rule.name));
        }
    }

    void theProjectKeepsTheRule_data()
    {
        QTest::addColumn<QString>("rule");
        for (const auto &rule : architecture::rules())
            QTest::newRow(qPrintable(rule.name)) << rule.name;
    }

    void theProjectKeepsTheRule()
    {
        QFETCH(QString, rule);
        const QDir root(QStringLiteral(SQ_SOURCE_DIR));
        QStringList broken;
        for (const QString &path : m_files) {
            for (const auto &finding : architecture::findings(rule, path, contentOf(root.filePath(path))))
                broken.append(QStringLiteral("%1:%2: %3").arg(path).arg(finding.line).arg(finding.what));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(QLatin1Char('\n') + broken.join(QLatin1Char('\n'))));
    }

    void theProjectIsSeen()
    {
        QVERIFY(m_files.contains(QLatin1String("CMakeLists.txt")));
        QVERIFY(m_files.contains(QLatin1String("modules/CMakeLists.txt")));
        QVERIFY(m_files.size() > 100);
    }

    void aModuleWithoutReadmeIsNamed()
    {
        const QStringList paths{QStringLiteral("modules/CMakeLists.txt"), QStringLiteral("modules/a/CMakeLists.txt"), QStringLiteral("modules/a/README.md"),
                                QStringLiteral("modules/b/CMakeLists.txt"), QStringLiteral("modules/b/src/README.md")};
        QCOMPARE(architecture::modulesWithoutReadme(paths), QStringList{QStringLiteral("b")});
    }

    void everyModuleHasAReadme()
    {
        const QStringList missing = architecture::modulesWithoutReadme(m_files);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
    }

private:
    const QStringList m_files = projectFiles();
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
