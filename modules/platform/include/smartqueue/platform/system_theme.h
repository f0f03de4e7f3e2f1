#pragma once

#include <QObject>

class QDBusVariant;

namespace smartqueue::platform {

/// Whether the person's system is set to dark; follows it while running. GUI thread.
class SystemTheme : public QObject {
    Q_OBJECT
public:
    explicit SystemTheme(QObject *parent = nullptr);
    bool prefersDark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void readSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    bool m_dark = false;
};

} // namespace smartqueue::platform
