#include "rules.h"

#include <algorithm>
#include <utility>

#include <QHash>
#include <QRegularExpression>

#include "source_text.h"

namespace architecture {

namespace {

bool isCpp(const QString &path)
{
    return path.endsWith(QLatin1String(".h")) || path.endsWith(QLatin1String(".cpp"));
}

/// The module a path lies in; empty outside `modules`.
QString moduleOf(const QString &path)
{
    return path.startsWith(QLatin1String("modules/")) ? path.section(QLatin1Char('/'), 1, 1) : QString();
}

bool isProgram(const QString &path)
{
    return isCpp(path) && (!moduleOf(path).isEmpty() || path.startsWith(QLatin1String("app/")));
}

/// Program files outside the named modules; `app` counts as a module here.
template <typename... Names>
bool isProgramOutside(const QString &path, Names... names)
{
    const QString module = path.startsWith(QLatin1String("app/")) ? QStringLiteral("app") : moduleOf(path);
    return isProgram(path) && ((module != QLatin1String(names)) && ...);
}

QString stemOf(const QString &path)
{
    return path.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
}

QList<Finding> matches(const QString &text, const QRegularExpression &pattern)
{
    QList<Finding> found;
    for (auto each = pattern.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        found.append({lineAt(text, match.capturedStart()), match.captured().simplified()});
    }
    return found;
}

QList<Finding> matches(const QList<SourceText::Piece> &pieces, const QRegularExpression &pattern)
{
    QList<Finding> found;
    for (const auto &piece : pieces) {
        if (pattern.match(piece.text).hasMatch())
            found.append({piece.line, piece.text.simplified().left(80)});
    }
    return found;
}

QList<Finding> climbingIncludes(const QString &, const QString &text)
{
    static const QRegularExpression climbing(QStringLiteral("(^|/)\\.\\.(/|$)"));
    return matches(SourceText::read(text).includes, climbing);
}

QList<Finding> widgetIncludes(const QString &, const QString &text)
{
    static const QRegularExpression widgets(QStringLiteral(
        "^(QtWidgets|QtCharts)\\b"
        "|^Q\\w*(Widget|WidgetItem|View|Dialog|Layout|Button|Bar|Box|Menu|Wizard|WizardPage|Slider|ScrollArea|Frame|Edit|Label|Splitter)$"
        "|^Q(Application|Style|ProxyStyle|CommonStyle|StyleFactory|StylePainter|StyledItemDelegate|ItemDelegate)$"
        "|^QStyleOption\\w*$|^QGraphics\\w+$|^Q(MainWindow|SystemTrayIcon|ToolTip|WhatsThis|Completer|SplashScreen|RubberBand|SizeGrip|Dial|Chart)$"
        "|^Q(BoxLayout|SpacerItem|SizePolicy|Scroller|MdiArea|FocusFrame|DataWidgetMapper|LCDNumber|TextBrowser|KeySequenceEdit)$"));
    QList<Finding> found;
    for (const auto &include : SourceText::read(text).includes) {
        // These end like widgets and live in Qt Core or Qt Gui.
        static const QStringList innocent{QStringLiteral("QStringView"), QStringLiteral("QByteArrayView"), QStringLiteral("QUtf8StringView"),
                                          QStringLiteral("QLatin1StringView"), QStringLiteral("QAnyStringView"), QStringLiteral("QTextLayout"),
                                          QStringLiteral("QAbstractTextDocumentLayout")};
        if (widgets.match(include.text).hasMatch() && !innocent.contains(include.text))
            found.append({include.line, include.text});
    }
    return found;
}

QList<Finding> databaseAccess(const QString &, const QString &text)
{
    static const QRegularExpression library(QStringLiteral("^(sqlite3(ext)?\\.h|SQLiteCpp/.*|QtSql(/.*)?|QSql\\w+)$"));
    static const QRegularExpression statement(
        QStringLiteral("\\b(SELECT\\s|INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\b|UPDATE\\s+\\w+\\s+SET\\b|DELETE\\s+FROM\\b|PRAGMA\\s|VACUUM\\b"
                       "|CREATE\\s+(TABLE|INDEX|UNIQUE|VIEW|TRIGGER|VIRTUAL)\\b|ALTER\\s+TABLE\\b|DROP\\s+(TABLE|INDEX)\\b|BEGIN\\s+IMMEDIATE\\b)"));
    const SourceText source = SourceText::read(text);
    return matches(source.includes, library) + matches(source.literals, statement);
}

QList<Finding> sockets(const QString &, const QString &text)
{
    static const QRegularExpression header(QStringLiteral("^(sys/socket\\.h|sys/un\\.h|netinet/.*|arpa/inet\\.h|winsock2?\\.h)$"));
    static const QRegularExpression type(QStringLiteral(
        "\\bQ(Tcp|Udp|Ssl|Local|Web|Sctp|Abstract)(Socket|Server)\\w*\\b|\\bQWebSocketServer\\b|\\bQNetwork(AccessManager|Request|Reply)\\b|\\bQHttpServer\\b"));
    const SourceText source = SourceText::read(text);
    // Brackets keep the names of headers in the code.
    return matches(source.includes, header) + matches(source.code, type);
}

QList<Finding> platformSwitches(const QString &, const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\bQ_OS_\\w+"));
    return matches(SourceText::read(text).code, pattern);
}

QList<Finding> wallClock(const QString &, const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(system_clock|utc_clock|file_clock|high_resolution_clock)\\s*::\\s*now\\b"
                       "|\\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch)\\s*\\("
                       "|\\bQ(Time|DateTime|Date)\\s*::\\s*current\\w*\\s*\\("
                       "|\\bstd\\s*::\\s*time\\s*\\(|(?<![\\w.>:])time\\s*\\(\\s*(nullptr|NULL|0|&\\s*\\w+)\\s*\\)"
                       "|\\bgettimeofday\\s*\\(|\\bCLOCK_REALTIME\\b|\\bGetSystemTime\\w*\\s*\\("));
    return matches(SourceText::read(text).code, pattern);
}

QList<Finding> singletons(const QString &path, const QString &text)
{
    static const QRegularExpression any(QStringLiteral("(\\bQ(Core|Gui)?Application\\s*::\\s*)?\\binstance\\s*\\("));
    QList<Finding> found;
    for (const Finding &finding : matches(SourceText::read(text).code, any)) {
        // Only the program's own folder may ask Qt for its one application object.
        if (!path.startsWith(QLatin1String("app/")) || !finding.what.startsWith(QLatin1Char('Q')))
            found.append(finding);
    }
    return found;
}

/// What is shared may be let go by the other thread as soon as the expression ends: a reference into it needs a holder.
QList<Finding> looseReferences(const QString &, const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(\\bfor \\([^;\\n]*[^:]:(?!:)|[&*] ?\\w+ = (?!new\\b))[^;\\n]*\\b(snapshot|settled|insights|now)\\(\\)->"));
    return matches(SourceText::read(text).code, pattern);
}

bool isKernel(const QString &path)
{
    static const QStringList kernels{QStringLiteral("foundation"), QStringLiteral("domain"),     QStringLiteral("queueing"),
                                     QStringLiteral("accounts"),   QStringLiteral("analytics"),  QStringLiteral("optimizer"),
                                     QStringLiteral("learning"),   QStringLiteral("replication"), QStringLiteral("simulation")};
    return isCpp(path) && kernels.contains(moduleOf(path));
}

QList<Finding> qtIncludes(const QString &, const QString &text)
{
    static const QRegularExpression qt(QStringLiteral("^(Q[A-Z]\\w*|Qt[A-Z]\\w*/.*|qt?(global|object|string|debug)\\w*\\.h)$"));
    return matches(SourceText::read(text).includes, qt);
}

/// The window that holds the pages has to know them.
bool isPageFile(const QString &path)
{
    return isCpp(path) && moduleOf(path) == QLatin1String("pages") && !stemOf(path).startsWith(QLatin1String("main_window"));
}

QList<Finding> pagesAmongPages(const QString &path, const QString &text)
{
    static const QLatin1String ending("_page");
    const QString own = stemOf(path);
    QList<Finding> found;
    for (const auto &include : SourceText::read(text).includes) {
        const QString other = stemOf(include.text);
        if (!other.endsWith(ending))
            continue;
        // The parts of a page, desk_lists of desk_page, may know it.
        const QString family = other.chopped(ending.size()) + QLatin1Char('_');
        if (!own.startsWith(family))
            found.append({include.line, include.text});
    }
    return found;
}

bool isModuleBuild(const QString &path)
{
    return path == QStringLiteral("modules/%1/CMakeLists.txt").arg(moduleOf(path));
}

/// The layer table; CMake compares layers, and believes what a module says of itself.
QString layerOf(const QString &module)
{
    static const QHash<QString, QString> layers = [] {
        const std::pair<const char *, const char *> table[]{
            {"foundation", "foundation"},
            {"domain", "domain"},
            {"kernel", "queueing accounts analytics optimizer learning replication"},
            {"study", "simulation peer_simulation evaluation"},
            {"application", "engine"},
            {"adapter", "storage transport coordination secrets exchange api platform"},
            {"presentation", "presentation"},
            {"toolkit", "widgets"},
            {"interface", "pages"},
        };
        QHash<QString, QString> of;
        for (const auto &[layer, modules] : table) {
            for (const QString &name : QString::fromLatin1(modules).split(QLatin1Char(' ')))
                of.insert(name, QString::fromLatin1(layer));
        }
        return of;
    }();
    return layers.value(module);
}

QList<Finding> foreignLayer(const QString &path, const QString &text)
{
    static const QRegularExpression call(QStringLiteral("\\bsq_module\\(\\s*(\\w+)\\s+LAYER\\s+(\\w+)"));
    const QString module = moduleOf(path);
    const auto stated = call.match(text);
    if (stated.captured(1) == module && stated.hasMatch() && stated.captured(2) == layerOf(module))
        return {};
    return {{lineAt(text, qMax(qsizetype(0), stated.capturedStart())), stated.captured().simplified()}};
}

QList<Finding> foreignLibraries(const QString &path, const QString &text)
{
    static const QRegularExpression anyQt(QStringLiteral("\\bQt6?::\\w+"));
    static const QRegularExpression windows(QStringLiteral("\\bQt6?::(Widgets|Charts|OpenGLWidgets|PrintSupport)\\b"));
    static const QStringList below{QStringLiteral("foundation"), QStringLiteral("domain"), QStringLiteral("kernel"), QStringLiteral("study")};
    const QString layer = layerOf(moduleOf(path));
    if (below.contains(layer))
        return matches(text, anyQt);
    if (layer != QLatin1String("toolkit") && layer != QLatin1String("interface"))
        return matches(text, windows);
    return {};
}

bool isText(const QString &path)
{
    static const QStringList endings{QStringLiteral(".h"),    QStringLiteral(".cpp"),   QStringLiteral(".md"),  QStringLiteral(".txt"), QStringLiteral(".cmake"),
                                     QStringLiteral(".sql"),  QStringLiteral(".json"),  QStringLiteral(".qrc"), QStringLiteral(".sh"),  QStringLiteral(".ps1"),
                                     QStringLiteral(".xml"),  QStringLiteral(".svg"),   QStringLiteral(".1"),   QStringLiteral(".desktop")};
    const QString name = path.section(QLatin1Char('/'), -1);
    return !name.contains(QLatin1Char('.'))
        || std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return name.endsWith(ending); });
}

QList<Finding> conflictMarks(const QString &, const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("^(<{7}|>{7}|\\|{7})( |$)"), QRegularExpression::MultilineOption);
    return matches(text, mark);
}

QList<Finding> postponedWork(const QString &, const QString &text)
{
    // In two halves, so that this file may be read by the rule as well.
    static const QRegularExpression word(QStringLiteral("\\b(TO" "DO|FIX" "ME)\\b"));
    return matches(text, word);
}

} // namespace

const QList<Rule> &rules()
{
    static const QList<Rule> all{
        {QStringLiteral("no include climbs with .."), isCpp, climbingIncludes},
        {QStringLiteral("widgets only in widgets, pages and app"),
         [](const QString &path) { return isProgramOutside(path, "widgets", "pages", "app"); }, widgetIncludes},
        {QStringLiteral("SQL only in storage"), [](const QString &path) { return isProgramOutside(path, "storage"); }, databaseAccess},
        {QStringLiteral("sockets only in transport, coordination, api, exchange and app"),
         [](const QString &path) { return isProgramOutside(path, "transport", "coordination", "api", "exchange", "app"); }, sockets},
        {QStringLiteral("Q_OS only in platform"), [](const QString &path) { return isProgramOutside(path, "platform"); }, platformSwitches},
        {QStringLiteral("the wall clock only in foundation"), [](const QString &path) { return isProgramOutside(path, "foundation"); },
         wallClock},
        {QStringLiteral("no singletons"), isProgram, singletons},
        {QStringLiteral("no reference into a snapshot that nobody holds"), isCpp, looseReferences},
        {QStringLiteral("no Qt from foundation to the kernels"), isKernel, qtIncludes},
        {QStringLiteral("no page includes another page"), isPageFile, pagesAmongPages},
        {QStringLiteral("a module states the layer of the table"), isModuleBuild, foreignLayer},
        {QStringLiteral("a module links only what its layer may"), isModuleBuild, foreignLibraries},
        {QStringLiteral("no conflict marks"), isText, conflictMarks},
        {QStringLiteral("nothing put off"), isText, postponedWork},
    };
    return all;
}

QList<Finding> findings(const QString &name, const QString &path, const QString &text)
{
    const auto &all = rules();
    const auto rule = std::find_if(all.begin(), all.end(), [&](const Rule &r) { return r.name == name; });
    Q_ASSERT(rule != all.end());
    return rule->concerns(path) ? rule->findings(path, text) : QList<Finding>();
}

QStringList modulesWithoutReadme(const QStringList &paths)
{
    QStringList missing;
    for (const QString &path : paths) {
        const QString module = moduleOf(path);
        if (path == QStringLiteral("modules/%1/CMakeLists.txt").arg(module)
            && !paths.contains(QStringLiteral("modules/%1/README.md").arg(module)))
            missing.append(module);
    }
    return missing;
}

} // namespace architecture
