#include "ticket_cell_model.h"

#include <QLocale>

#include <smartqueue/presentation/ticket_table_model.h>
#include <smartqueue/widgets/rich_cell_delegate.h>

#include "ticket_looks.h"

namespace smartqueue::pages {

using presentation::TicketTableModel;
using namespace widgets;

namespace {

/// From here on the reference calls a priority high.
constexpr int highPriority = 5;

/// "Leïla H.": enough inside one branch; the whole name is read aloud and stands in the story.
QString shortName(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return parts.size() < 2 ? name : parts.first() + QLatin1Char(' ') + parts.last().left(1) + QLatin1Char('.');
}

} // namespace

void TicketCellModel::setSearched(const QString &text)
{
    m_searched = text.trimmed();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, TicketTableModel::number), index(rowCount() - 1, TicketTableModel::number));
}

QVariant TicketCellModel::data(const QModelIndex &at, int role) const
{
    // A name that had to be cut is read in full under the pointer.
    if (role == Qt::ToolTipRole && (at.column() == TicketTableModel::queue || at.column() == TicketTableModel::agent))
        return QIdentityProxyModel::data(at, Qt::DisplayRole);
    if (role < cell::bold && role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(at, role);
    const QVariant text = QIdentityProxyModel::data(at, Qt::DisplayRole);
    if (role == Qt::AccessibleTextRole)
        return text;
    const bool loaded = QIdentityProxyModel::data(at, TicketTableModel::loadedRole).toBool();
    if (!loaded) {
        if (role == Qt::DisplayRole && at.column() == TicketTableModel::number)
            return QStringLiteral("…");
        return role == cell::muted ? QVariant(true) : QVariant();
    }
    switch (at.column()) {
    case TicketTableModel::number:
        if (role == cell::bold)
            return true;
        if (!m_searched.isEmpty() && (role == cell::matchStart || role == cell::matchLength)) {
            const qsizetype found = text.toString().indexOf(m_searched, 0, Qt::CaseInsensitive);
            return role == cell::matchStart ? int(std::max<qsizetype>(found, 0)) : found < 0 ? 0 : int(m_searched.size());
        }
        break;
    case TicketTableModel::state: {
        const PillLook look = stateLook(TicketState(QIdentityProxyModel::data(at, TicketTableModel::stateRole).toInt()));
        if (role == cell::icon)
            return int(look.icon);
        if (role == cell::pillTone)
            return int(look.tone);
        if (role == cell::pillFilled)
            return look.style == PillStyle::filled;
        break;
    }
    case TicketTableModel::priority: {
        const int priority = QIdentityProxyModel::data(at, TicketTableModel::priorityRole).toInt();
        const bool high = priority >= highPriority;
        if (role == cell::muted)
            return !high;
        if (role == cell::bold)
            return high;
        if (role == cell::icon && high)
            return int(Icon::star);
        break;
    }
    case TicketTableModel::waited: {
        const QString promise = QIdentityProxyModel::data(at, TicketTableModel::promiseRole).toString();
        if (role == Qt::DisplayRole) {
            const int minutes = QIdentityProxyModel::data(at, TicketTableModel::waitedRole).toInt();
            return promise.isEmpty() ? text : QVariant(QLocale().toString(minutes));
        }
        if (role == cell::bold)
            return true;
        if (role == cell::secondary)
            return promise.isEmpty() ? QString() : QStringLiteral("/ ") + promise;
        if (role == cell::warningIcon && QIdentityProxyModel::data(at, TicketTableModel::urgentRole).toBool())
            return int(Icon::warningTriangle);
        break;
    }
    case TicketTableModel::agent:
        if (role == Qt::DisplayRole)
            return shortName(text.toString());
        break;
    case TicketTableModel::channel:
        if (role == cell::icon)
            return int(channelIcon(QIdentityProxyModel::data(at, TicketTableModel::channelRole).toString()));
        if (role == cell::muted)
            return true;
        break;
    default:
        break;
    }
    return role == Qt::DisplayRole ? text : QVariant();
}

} // namespace smartqueue::pages
