#include "smartqueue/platform/system_theme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

#ifdef SQ_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace smartqueue::platform {

namespace {

#ifdef SQ_HAS_DBUS
const auto portal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colorScheme = QStringLiteral("color-scheme");
#endif

} // namespace

SystemTheme::SystemTheme(QObject *parent) : QObject(parent)
{
#if defined(Q_OS_WIN)
    const QSettings personalize(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
                                QSettings::NativeFormat);
    m_dark = personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#elif defined(Q_OS_MACOS)
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#elif defined(SQ_HAS_DBUS)
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portal, portalPath, settingsInterface, QStringLiteral("SettingChanged"), this,
                SLOT(readSetting(QString, QString, QDBusVariant)));
    QDBusMessage ask = QDBusMessage::createMethodCall(portal, portalPath, settingsInterface, QStringLiteral("Read"));
    ask << appearance << colorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            readSetting(appearance, colorScheme, reply.value());
        done->deleteLater();
    });
#endif
}

void SystemTheme::readSetting([[maybe_unused]] const QString &space, [[maybe_unused]] const QString &key,
                              [[maybe_unused]] const QDBusVariant &value)
{
#ifdef SQ_HAS_DBUS
    if (space != appearance || key != colorScheme)
        return;
    QVariant plain = value.variant();
    // Older portals wrap the answer twice.
    if (plain.canConvert<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();
    const bool dark = plain.toUInt() == 1;
    if (dark != m_dark) {
        m_dark = dark;
        Q_EMIT changed(dark);
    }
#endif
}

} // namespace smartqueue::platform
