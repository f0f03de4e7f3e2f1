#include "smartqueue/presentation/console_settings.h"

#include <algorithm>

#include <QLocale>

namespace smartqueue::presentation {

ConsoleSettings::ConsoleSettings(QObject *parent) : QObject(parent) {}

ConsoleSettings::ConsoleSettings(const QString &file, QObject *parent) : QObject(parent), m_store(file, QSettings::IniFormat) {}

QString ConsoleSettings::language() const
{
    const QString system = QLocale::system().language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
    const QString chosen = m_store.value(QStringLiteral("language"), system).toString();
    return chosen == QLatin1String("fr") ? chosen : QStringLiteral("en");
}

void ConsoleSettings::setLanguage(const QString &code)
{
    m_store.setValue(QStringLiteral("language"), code);
    Q_EMIT languageChanged();
}

QString ConsoleSettings::theme() const
{
    return m_store.value(QStringLiteral("theme"), QStringLiteral("system")).toString();
}

void ConsoleSettings::setTheme(const QString &id)
{
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

bool ConsoleSettings::firstStartDone() const
{
    return m_store.value(QStringLiteral("first_start_done"), false).toBool();
}

void ConsoleSettings::setFirstStartDone()
{
    m_store.setValue(QStringLiteral("first_start_done"), true);
}

} // namespace smartqueue::presentation
