#include "tenant_cells.h"

#include <smartqueue/presentation/tenant_models.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::SiteModel;
using presentation::TenantModel;

QVariant TenantCells::data(const QModelIndex &index, int role) const
{
    const bool isState = index.column() == TenantModel::state;
    const bool suspended = QIdentityProxyModel::data(index, TenantModel::suspendedRole).toBool();
    switch (role) {
    case cell::bold: return index.column() == TenantModel::name;
    case cell::muted: return index.column() == TenantModel::language || index.column() == TenantModel::zone;
    case cell::secondary: return index.column() == TenantModel::name ? QIdentityProxyModel::data(index, TenantModel::slugRole) : QVariant();
    case cell::secondaryBelow: return true;
    case cell::warningIcon: return QIdentityProxyModel::data(index, TenantModel::fullRole).toBool() ? QVariant(int(Icon::warningTriangle)) : QVariant();
    case cell::pillTone: return isState ? QVariant(int(suspended ? Tone::warning : Tone::good)) : QVariant();
    case cell::pillFilled: return suspended;
    case cell::icon: return isState ? QVariant(int(suspended ? Icon::pauseCircle : Icon::checkCircle)) : QVariant();
    default: return role >= cell::bold && role <= cell::initials ? QVariant() : QIdentityProxyModel::data(index, role);
    }
}

QVariant SiteCells::data(const QModelIndex &index, int role) const
{
    const bool isName = index.column() == SiteModel::name;
    switch (role) {
    case cell::bold: return isName;
    case cell::muted: return index.column() == SiteModel::zone;
    case cell::icon: return isName ? QVariant(int(Icon::building)) : QVariant();
    case cell::secondary: return isName && QIdentityProxyModel::data(index, SiteModel::hereRole).toBool() ? QVariant(tr("open here")) : QVariant();
    default: return role >= cell::bold && role <= cell::initials ? QVariant() : QIdentityProxyModel::data(index, role);
    }
}

} // namespace smartqueue::pages
