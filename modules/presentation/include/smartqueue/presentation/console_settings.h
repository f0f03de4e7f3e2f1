#pragma once

#include <optional>
#include <string>
#include <utility>

#include <QObject>
#include <QSettings>

namespace smartqueue::presentation {

/// What this person chose for this computer, kept by the platform's settings. GUI thread.
class ConsoleSettings : public QObject {
    Q_OBJECT
public:
    explicit ConsoleSettings(QObject *parent = nullptr);
    /// Kept in a file of its own, for tests and pictures.
    explicit ConsoleSettings(const QString &file, QObject *parent = nullptr);

    /// "en" or "fr"; without a choice the system's, else English.
    QString language() const;
    void setLanguage(const QString &code);
    /// Goes before what was chosen, until something else is chosen, and is not kept; empty: as chosen.
    void chooseForThisRun(const QString &language, const QString &theme);
    /// "light", "dark" or "system".
    QString theme() const;
    void setTheme(const QString &id);
    /// 100 to 200 percent.
    int textPercent() const;
    void setTextPercent(int percent);
    bool sound() const;
    void setSound(bool on);
    /// Minutes after midnight, site time; may span midnight. None: alerts may always sound.
    std::optional<std::pair<int, int>> quietHours() const;
    void setQuietHours(std::optional<std::pair<int, int>> minutes);
    /// Nothing moves by itself.
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// Stronger ink and edges, in the light or the dark theme.
    bool highContrast() const;
    void setHighContrast(bool high);
    bool sidebarCollapsed() const;
    void setSidebarCollapsed(bool collapsed);
    /// What a page keeps of its own arrangement, under a name that stays.
    QByteArray viewState(const QString &page) const;
    void setViewState(const QString &page, const QByteArray &state);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Minutes without a touch after which the console locks itself, 1 to 120.
    int lockAfterMinutes() const;
    void setLockAfterMinutes(int minutes);
    /// Whether the owner of this database wanted no accounts for now; by the database's identity.
    bool keepsOwner(const std::string &database) const;
    void setKeepsOwner(const std::string &database);
    /// Whether it was said that customers' names stand readable in this database.
    bool toldOfPlainNames(const std::string &database) const;
    void setToldOfPlainNames(const std::string &database);
    bool firstStartDone() const;
    void setFirstStartDone();
    /// Where the rebound keys are kept.
    QSettings &store() { return m_store; }

Q_SIGNALS:
    void languageChanged();
    void lookChanged();
    void lockChanged();

private:
    QSettings m_store;
    QString m_languageOfThisRun;
    QString m_themeOfThisRun;
};

} // namespace smartqueue::presentation
