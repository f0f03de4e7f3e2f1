#include "setup_cells.h"

#include <smartqueue/presentation/setup_models.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::SetupTableModel;
using Standing = SetupTableModel::Standing;

namespace {

Tone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::good:
        return Tone::good;
    case Standing::busy:
        return Tone::accent;
    case Standing::paused:
        return Tone::paused;
    case Standing::none:
    case Standing::off:
        break;
    }
    return Tone::neutral;
}

Icon iconOf(Standing standing)
{
    switch (standing) {
    case Standing::good:
        return Icon::checkCircle;
    case Standing::busy:
        return Icon::person;
    case Standing::paused:
        return Icon::pauseCircle;
    case Standing::none:
    case Standing::off:
        break;
    }
    return Icon::minus;
}

} // namespace

SetupCells::SetupCells(int pillColumn, QObject *parent) : QIdentityProxyModel(parent), m_pillColumn(pillColumn)
{
}

QVariant SetupCells::data(const QModelIndex &index, int role) const
{
    // What had to be cut is read in full under the pointer.
    if (index.isValid() && role == Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, Qt::DisplayRole);
    if (!index.isValid() || role < cell::bold || role > cell::initials)
        return QIdentityProxyModel::data(index, role);
    const auto standing = Standing(QIdentityProxyModel::data(index, SetupTableModel::standingRole).toInt());
    switch (role) {
    case cell::bold:
        return index.column() == 0;
    case cell::muted:
        return index.column() != 0;
    case cell::pillTone:
        return index.column() == m_pillColumn ? QVariant(int(toneOf(standing))) : QVariant();
    case cell::pillFilled:
        return standing == Standing::good || standing == Standing::busy;
    case cell::icon:
        return index.column() == m_pillColumn ? QVariant(int(iconOf(standing))) : QVariant();
    default:
        return {};
    }
}

} // namespace smartqueue::pages
