#include "smartqueue/pages/action_registry.h"

#include <algorithm>

namespace smartqueue::pages {

namespace {

QString settingOf(const QString &id)
{
    return QStringLiteral("shortcuts/") + id;
}

/// Both Enter keys mean the same; the one with the shorter name stands for them.
QKeySequence usual(const QKeySequence &keys)
{
    if (keys.count() != 1 || keys[0].key() != Qt::Key_Return)
        return keys;
    return QKeySequence(QKeyCombination(keys[0].keyboardModifiers(), Qt::Key_Enter));
}

void give(QAction &action, const QKeySequence &keys)
{
    const QKeySequence wanted = usual(keys);
    if (wanted.count() == 1 && wanted[0].key() == Qt::Key_Enter)
        action.setShortcuts({wanted, QKeySequence(QKeyCombination(wanted[0].keyboardModifiers(), Qt::Key_Return))});
    else
        action.setShortcut(wanted);
}

} // namespace

ActionRegistry::ActionRegistry(QSettings &store, QObject *parent) : QObject(parent), m_store(store) {}

void ActionRegistry::adopt(QAction *action, const QString &scope)
{
    const QString id = action->objectName();
    if (id.isEmpty() || find(id))
        return;
    m_entries.push_back({id, scope, action, usual(action->shortcut())});
    if (action->shortcut() != usual(action->shortcut()))
        give(*action, action->shortcut());
    const QVariant chosen = m_store.value(settingOf(id));
    if (!chosen.isValid())
        return;
    const QKeySequence keys = QKeySequence::fromString(chosen.toString(), QKeySequence::PortableText);
    if (keys.isEmpty() || !inTheWay(id, keys))
        give(*action, keys);
}

QAction *ActionRegistry::action(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->action.data() : nullptr;
}

const ActionRegistry::Entry *ActionRegistry::find(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const ActionRegistry::Entry *ActionRegistry::inTheWay(const QString &id, const QKeySequence &keys) const
{
    const Entry *own = find(id);
    if (!own || keys.isEmpty())
        return nullptr;
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &other) {
        const bool meet = other.scope == own->scope || other.scope.isEmpty() || own->scope.isEmpty();
        // A page may take the keys of undo for its own act of that kind; the window's comes after the page's.
        const bool sameAct = other.id.section(QLatin1Char('.'), -1) == id.section(QLatin1Char('.'), -1);
        return other.id != id && meet && !sameAct && other.action && other.action->shortcut() == usual(keys);
    });
    return found == m_entries.end() ? nullptr : &*found;
}

bool ActionRegistry::rebind(const QString &id, const QKeySequence &keys)
{
    const Entry *entry = find(id);
    if (!entry || !entry->action || inTheWay(id, keys))
        return false;
    give(*entry->action, keys);
    if (usual(keys) == entry->usualKeys)
        m_store.remove(settingOf(id));
    else
        m_store.setValue(settingOf(id), keys.toString(QKeySequence::PortableText));
    Q_EMIT keysChanged();
    return true;
}

void ActionRegistry::resetAll()
{
    m_store.remove(QStringLiteral("shortcuts"));
    for (const Entry &entry : m_entries) {
        if (entry.action)
            give(*entry.action, entry.usualKeys);
    }
    Q_EMIT keysChanged();
}

} // namespace smartqueue::pages
