#include "console/appearance.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <smartqueue/widgets/theme.h>

namespace smartqueue::app {

using presentation::ConsoleSettings;

Appearance::Appearance(QApplication &application, ConsoleSettings &settings)
    : m_application(application), m_settings(settings), m_system(this)
{
    widgets::loadFonts({QCoreApplication::applicationDirPath() + QStringLiteral("/../share/smartqueue/fonts"),
                        QStringLiteral("/usr/share/fonts/truetype/noto")});
    connect(&settings, &ConsoleSettings::languageChanged, this, &Appearance::applyLanguage);
    connect(&settings, &ConsoleSettings::lookChanged, this, &Appearance::applyLook);
    connect(&m_system, &platform::SystemTheme::changed, this, &Appearance::applyLook);
    applyLanguage();
    applyLook();
}

void Appearance::applyLanguage()
{
    const QString language = m_settings.language();
    QLocale::setDefault(QLocale(language == QLatin1String("fr") ? QStringLiteral("fr_FR") : QStringLiteral("en_GB")));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file too: it holds the plural forms.
    if (m_own.load(QStringLiteral(":/i18n/smartqueue_") + language + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(&m_own);
}

void Appearance::applyLook()
{
    const QString theme = m_settings.theme();
    const bool dark = theme == QLatin1String("dark") || (theme == QLatin1String("system") && m_system.prefersDark());
    const bool strong = m_settings.highContrast();
    const widgets::Look look = dark ? (strong ? widgets::Look::highContrastDark : widgets::Look::dark)
                                    : (strong ? widgets::Look::highContrastLight : widgets::Look::light);
    widgets::applyTheme(m_application, {look, m_settings.textPercent() / 100.0, m_settings.reducedMotion()});
}

} // namespace smartqueue::app
