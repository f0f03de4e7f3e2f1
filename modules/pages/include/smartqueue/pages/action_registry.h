#pragma once

#include <vector>

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QSettings>

namespace smartqueue::pages {

/// Every action that has a name and perhaps keys, in one place: the palette lists them, the shortcuts dialog rebinds them.
/// GUI thread.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    /// Where the keys hold. Two actions of different pages may have the same keys.
    struct Entry {
        QString id;
        /// Empty: everywhere; otherwise the page's own name as an identifier.
        QString scope;
        QPointer<QAction> action;
        QKeySequence usualKeys;
    };

    explicit ActionRegistry(QSettings &store, QObject *parent = nullptr);

    /// Takes the action in under its objectName, with the keys the person chose earlier. Without a name it is left alone.
    void adopt(QAction *action, const QString &scope = {});
    QAction *action(const QString &id) const;
    const std::vector<Entry> &entries() const { return m_entries; }

    /// The other action that these keys lead to in the same place; null when they are free.
    const Entry *inTheWay(const QString &id, const QKeySequence &keys) const;
    /// False, and nothing changed, when another action has the keys.
    bool rebind(const QString &id, const QKeySequence &keys);
    void resetAll();

Q_SIGNALS:
    void keysChanged();

private:
    const Entry *find(const QString &id) const;

    QSettings &m_store;
    std::vector<Entry> m_entries;
};

} // namespace smartqueue::pages
