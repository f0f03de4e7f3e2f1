#include "smartqueue/presentation/console_settings.h"

#include <algorithm>

#include <QLocale>

namespace smartqueue::presentation {

namespace {

constexpr int usualLockMinutes = 15;

QString keyOf(const char *what, const std::string &database)
{
    return QStringLiteral("%1/%2").arg(QLatin1String(what), QString::fromStdString(database));
}

} // namespace

ConsoleSettings::ConsoleSettings(QObject *parent) : QObject(parent) {}

ConsoleSettings::ConsoleSettings(const QString &file, QObject *parent) : QObject(parent), m_store(file, QSettings::IniFormat) {}

QString ConsoleSettings::language() const
{
    const QString system = QLocale::system().language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
    if (!m_languageOfThisRun.isEmpty())
        return m_languageOfThisRun;
    const QString chosen = m_store.value(QStringLiteral("language"), system).toString();
    return chosen == QLatin1String("fr") ? chosen : QStringLiteral("en");
}

void ConsoleSettings::setLanguage(const QString &code)
{
    m_languageOfThisRun.clear();
    m_store.setValue(QStringLiteral("language"), code);
    Q_EMIT languageChanged();
}

void ConsoleSettings::chooseForThisRun(const QString &language, const QString &theme)
{
    m_languageOfThisRun = language;
    m_themeOfThisRun = theme;
    Q_EMIT languageChanged();
    Q_EMIT lookChanged();
}

QString ConsoleSettings::theme() const
{
    if (!m_themeOfThisRun.isEmpty())
        return m_themeOfThisRun;
    return m_store.value(QStringLiteral("theme"), QStringLiteral("system")).toString();
}

void ConsoleSettings::setTheme(const QString &id)
{
    m_themeOfThisRun.clear();
    m_store.setValue(QStringLiteral("theme"), id);
    Q_EMIT lookChanged();
}

int ConsoleSettings::textPercent() const
{
    return std::clamp(m_store.value(QStringLiteral("text_percent"), 100).toInt(), 100, 200);
}

void ConsoleSettings::setTextPercent(int percent)
{
    m_store.setValue(QStringLiteral("text_percent"), percent);
    Q_EMIT lookChanged();
}

bool ConsoleSettings::sound() const
{
    return m_store.value(QStringLiteral("sound"), true).toBool();
}

void ConsoleSettings::setSound(bool on)
{
    m_store.setValue(QStringLiteral("sound"), on);
}

std::optional<std::pair<int, int>> ConsoleSettings::quietHours() const
{
    const int from = m_store.value(QStringLiteral("quiet_from"), -1).toInt();
    const int until = m_store.value(QStringLiteral("quiet_until"), -1).toInt();
    if (from < 0 || until < 0)
        return std::nullopt;
    return std::pair(from, until);
}

void ConsoleSettings::setQuietHours(std::optional<std::pair<int, int>> minutes)
{
    m_store.setValue(QStringLiteral("quiet_from"), minutes ? minutes->first : -1);
    m_store.setValue(QStringLiteral("quiet_until"), minutes ? minutes->second : -1);
}

bool ConsoleSettings::reducedMotion() const
{
    return m_store.value(QStringLiteral("reduced_motion"), false).toBool();
}

void ConsoleSettings::setReducedMotion(bool reduced)
{
    m_store.setValue(QStringLiteral("reduced_motion"), reduced);
    Q_EMIT lookChanged();
}

bool ConsoleSettings::highContrast() const
{
    return m_store.value(QStringLiteral("high_contrast"), false).toBool();
}

void ConsoleSettings::setHighContrast(bool high)
{
    m_store.setValue(QStringLiteral("high_contrast"), high);
    Q_EMIT lookChanged();
}

bool ConsoleSettings::sidebarCollapsed() const
{
    return m_store.value(QStringLiteral("sidebar_collapsed"), false).toBool();
}

void ConsoleSettings::setSidebarCollapsed(bool collapsed)
{
    m_store.setValue(QStringLiteral("sidebar_collapsed"), collapsed);
}

QByteArray ConsoleSettings::geometry() const
{
    return m_store.value(QStringLiteral("geometry")).toByteArray();
}

void ConsoleSettings::setGeometry(const QByteArray &geometry)
{
    m_store.setValue(QStringLiteral("geometry"), geometry);
}

QByteArray ConsoleSettings::viewState(const QString &page) const
{
    return m_store.value(QStringLiteral("view/") + page).toByteArray();
}

void ConsoleSettings::setViewState(const QString &page, const QByteArray &state)
{
    m_store.setValue(QStringLiteral("view/") + page, state);
}

int ConsoleSettings::lockAfterMinutes() const
{
    return std::clamp(m_store.value(QStringLiteral("lock_after_minutes"), usualLockMinutes).toInt(), 1, 120);
}

void ConsoleSettings::setLockAfterMinutes(int minutes)
{
    m_store.setValue(QStringLiteral("lock_after_minutes"), minutes);
    Q_EMIT lockChanged();
}

bool ConsoleSettings::keepsOwner(const std::string &database) const
{
    return m_store.value(keyOf("keeps_owner", database), false).toBool();
}

void ConsoleSettings::setKeepsOwner(const std::string &database)
{
    m_store.setValue(keyOf("keeps_owner", database), true);
}

bool ConsoleSettings::toldOfPlainNames(const std::string &database) const
{
    return m_store.value(keyOf("told_of_plain_names", database), false).toBool();
}

void ConsoleSettings::setToldOfPlainNames(const std::string &database)
{
    m_store.setValue(keyOf("told_of_plain_names", database), true);
}

bool ConsoleSettings::firstStartDone() const
{
    return m_store.value(QStringLiteral("first_start_done"), false).toBool();
}

void ConsoleSettings::setFirstStartDone()
{
    m_store.setValue(QStringLiteral("first_start_done"), true);
}

} // namespace smartqueue::presentation
