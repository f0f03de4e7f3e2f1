#include "peer_cells.h"

#include <smartqueue/presentation/peer_table_model.h>
#include <smartqueue/widgets/rich_cell_delegate.h>

#include "peer_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PeerStanding;
using presentation::PeerTableModel;

QVariant PeerCells::data(const QModelIndex &index, int role) const
{
    const int column = index.column();
    const auto standing = PeerStanding(QIdentityProxyModel::data(index, PeerTableModel::standingRole).toInt());
    const bool isState = column == PeerTableModel::state;
    const bool isName = column == PeerTableModel::desktop;
    const bool isOld = column == PeerTableModel::version && QIdentityProxyModel::data(index, PeerTableModel::otherVersionRole).toBool();
    switch (role) {
    case cell::bold: return isName || (column == PeerTableModel::behind && standing == PeerStanding::behind) || isOld;
    case cell::muted: return column == PeerTableModel::traffic || standing == PeerStanding::revoked;
    case cell::icon:
        if (isState)
            return int(iconOf(standing));
        if (isName)
            return int(QIdentityProxyModel::data(index, PeerTableModel::hostRole).toBool() ? Icon::star : Icon::monitor);
        return {};
    case cell::iconTone: return isName && QIdentityProxyModel::data(index, PeerTableModel::hostRole).toBool() ? QVariant(int(Tone::accent)) : QVariant();
    case cell::secondary: return isName && QIdentityProxyModel::data(index, PeerTableModel::hereRole).toBool() ? QVariant(tr("here")) : QVariant();
    case cell::pillTone: return isState ? QVariant(int(toneOf(standing))) : QVariant();
    case cell::pillFilled: return standing != PeerStanding::revoked && standing != PeerStanding::unknown;
    case cell::warningIcon: return isOld ? QVariant(int(Icon::warningTriangle)) : QVariant();
    default: return role >= cell::bold && role <= cell::initials ? QVariant() : QIdentityProxyModel::data(index, role);
    }
}

} // namespace smartqueue::pages
