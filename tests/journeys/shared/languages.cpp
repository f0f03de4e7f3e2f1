#include "languages.h"

#include <algorithm>
#include <vector>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace smartqueue::testing {

namespace {

/// The texts of a translation: what stands without a placeholder is looked up, what has one is matched.
struct Texts {
    QSet<QString> whole;
    std::vector<QRegularExpression> patterns;

    void add(const QString &text)
    {
        static const QRegularExpression placeholder(QStringLiteral("%(?:L?\\d+|n)"));
        if (!text.contains(placeholder)) {
            whole.insert(text);
            return;
        }
        const QStringList parts = text.split(placeholder);
        // A pattern of hardly any letters matches everything.
        const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (letters < 6)
            return;
        QStringList escaped;
        for (const QString &part : parts)
            escaped.append(QRegularExpression::escape(part));
        patterns.emplace_back(QRegularExpression::anchoredPattern(escaped.join(QStringLiteral(".*"))));
    }

    bool holds(const QString &text) const
    {
        return whole.contains(text)
            || std::any_of(patterns.begin(), patterns.end(), [&](const QRegularExpression &p) { return p.match(text).hasMatch(); });
    }
};

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).trimmed();
}

struct Dictionary {
    Texts english;
    Texts french;

    Dictionary()
    {
        QFile file(QStringLiteral(SQ_TRANSLATION_TEXTS "/smartqueue_fr.ts"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the French texts cannot be read");
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        QSet<QString> names;
        bool plural = false;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                plural = xml.attributes().hasAttribute(QLatin1String("numerus"));
            } else if (xml.name() == QLatin1String("source")) {
                source = plain(xml.readElementText());
                english.add(source);
                // What a branch is called is data: it stays when the language changes.
                if (context == QLatin1String("DemoNames"))
                    names.insert(source);
            } else if (xml.name() == QLatin1String("numerusform")) {
                french.add(plain(xml.readElementText()));
            } else if (xml.name() == QLatin1String("translation") && !plural) {
                french.add(plain(xml.readElementText()));
            }
        }
        // Keys are what stands on the keyboard.
        english.whole -= names + QSet<QString>{QStringLiteral("Esc"), QStringLiteral("Enter")};
    }
};

} // namespace

Language::Language(const QString &code)
    : m_loaded(m_texts.load(QStringLiteral(SQ_TRANSLATIONS "/smartqueue_%1.qm").arg(code)))
{
    QLocale::setDefault(QLocale(code == QLatin1String("fr") ? QStringLiteral("fr_FR") : QStringLiteral("en_GB")));
    QCoreApplication::installTranslator(&m_texts);
    settle();
}

Language::~Language()
{
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    QCoreApplication::removeTranslator(&m_texts);
    settle();
}

void settle()
{
    for (int i = 0; i < 8; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

QStringList leftInEnglish(const QStringList &texts)
{
    static const Dictionary dictionary;
    QStringList left;
    for (const QString &each : texts) {
        const QString text = plain(each);
        if (dictionary.english.holds(text) && !dictionary.french.holds(text))
            left.append(text);
    }
    return left;
}

} // namespace smartqueue::testing
