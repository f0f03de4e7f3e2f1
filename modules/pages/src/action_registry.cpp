#include "smartqueue/pages/action_registry.h"

#include <algorithm>

namespace smartqueue::pages {

namespace {

QString settingOf(const QString &id)
{
    return QStringLiteral("shortcuts/") + id;
}

} // namespace

ActionRegistry::ActionRegistry(QSettings &store, QObject *parent) : QObject(parent), m_store(store) {}

void ActionRegistry::adopt(QAction *action, const QString &scope)
{
    const QString id = action->objectName();
    if (id.isEmpty() || find(id))
        return;
    m_entries.push_back({id, scope, action, action->shortcut()});
    const QVariant chosen = m_store.value(settingOf(id));
    if (!chosen.isValid())
        return;
    const QKeySequence keys = QKeySequence::fromString(chosen.toString(), QKeySequence::PortableText);
    if (keys.isEmpty() || !inTheWay(id, keys))
        action->setShortcut(keys);
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
        return other.id != id && meet && !sameAct && other.action && other.action->shortcut() == keys;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

bool ActionRegistry::rebind(const QString &id, const QKeySequence &keys)
{
    const Entry *entry = find(id);
    if (!entry || !entry->action || inTheWay(id, keys))
        return false;
    entry->action->setShortcut(keys);
    if (keys == entry->usualKeys)
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
            entry.action->setShortcut(entry.usualKeys);
    }
    Q_EMIT keysChanged();
}

} // namespace smartqueue::pages
