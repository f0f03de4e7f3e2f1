#include "audit_cells.h"

#include <smartqueue/presentation/audit_model.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/rich_cell_delegate.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::AuditArea;
using presentation::AuditModel;

namespace {

Icon iconOf(AuditArea area)
{
    switch (area) {
    case AuditArea::people: return Icon::people;
    case AuditArea::tickets: return Icon::ticket;
    case AuditArea::setup: return Icon::sliders;
    case AuditArea::signIns: return Icon::lock;
    case AuditArea::customers: return Icon::shield;
    case AuditArea::advice: return Icon::lightbulb;
    }
    return Icon::none;
}

} // namespace

QVariant AuditCells::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case cell::muted: return index.column() != AuditModel::what && index.column() != AuditModel::who;
    case cell::bold: return index.column() == AuditModel::what;
    case cell::icon:
        return index.column() == AuditModel::what ? QVariant(int(iconOf(AuditArea(QIdentityProxyModel::data(index, AuditModel::areaRole).toInt())))) : QVariant();
    default: return role >= cell::bold && role <= cell::initials ? QVariant() : QIdentityProxyModel::data(index, role);
    }
}

} // namespace smartqueue::pages
