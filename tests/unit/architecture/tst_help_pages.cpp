#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

const QStringList languages{QStringLiteral("en"), QStringLiteral("fr")};

QString textOf(const QString &path)
{
    QFile file(QStringLiteral(SQ_SOURCE_DIR "/resources/help/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList pagesIn(const QString &language)
{
    return QDir(QStringLiteral(SQ_SOURCE_DIR "/resources/help/") + language).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
}

QStringList linksIn(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)#]+)\\)"));
    QStringList found;
    for (auto each = link.globalMatch(text); each.hasNext();)
        found << each.next().captured(1);
    return found;
}

} // namespace

/// The manual's pages: there in each language, in the program, and found from the first of them.
class TestHelpPages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsThereInEachLanguage()
    {
        QVERIFY(pagesIn(languages.first()).size() > 10);
        for (const QString &language : languages)
            QCOMPARE(pagesIn(language), pagesIn(languages.first()));
    }

    void everyPageIsInTheProgram()
    {
        const QString listed = textOf(QStringLiteral("help.qrc"));
        for (const QString &language : languages) {
            for (const QString &page : pagesIn(language))
                QVERIFY2(listed.contains(QStringLiteral("<file>%1/%2</file>").arg(language, page)), qPrintable(language + QLatin1Char('/') + page));
        }
    }

    void everyLinkLeadsToAPage()
    {
        for (const QString &language : languages) {
            const QStringList pages = pagesIn(language);
            for (const QString &page : pages) {
                for (const QString &target : linksIn(textOf(language + QLatin1Char('/') + page)))
                    QVERIFY2(pages.contains(target), qPrintable(QStringLiteral("%1/%2: %3").arg(language, page, target)));
            }
        }
    }

    void everyPageIsFoundFromTheFirst()
    {
        const QString first = QStringLiteral("index.md");
        for (const QString &language : languages) {
            const QStringList linked = linksIn(textOf(language + QLatin1Char('/') + first));
            for (const QString &page : pagesIn(language))
                QVERIFY2(page == first || linked.contains(page), qPrintable(language + QLatin1Char('/') + page));
        }
    }

    void frenchHasItsSpaces()
    {
        static const QRegularExpression plain(QStringLiteral(" [;!?»%]|« |[^ ] :(?=\\s|\\*)"));
        static const QRegularExpression code(QStringLiteral("```.*?```|`[^`]*`"), QRegularExpression::DotMatchesEverythingOption);
        for (const QString &page : pagesIn(QStringLiteral("fr"))) {
            QString text = textOf(QStringLiteral("fr/") + page);
            text.remove(code);
            const auto found = plain.match(text);
            QVERIFY2(!found.hasMatch(), qPrintable(page + QStringLiteral(": ") + text.mid(found.capturedStart() - 30, 60)));
        }
    }
};

QTEST_GUILESS_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
