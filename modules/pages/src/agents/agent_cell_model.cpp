#include "agent_cell_model.h"

#include <smartqueue/presentation/agent_table_model.h>
#include <smartqueue/widgets/rich_cell_delegate.h>

#include "agent_looks.h"

namespace smartqueue::pages {

using presentation::AgentGroup;
using presentation::AgentTableModel;
using namespace widgets;

QVariant AgentCellModel::data(const QModelIndex &at, int role) const
{
    if (role < cell::bold || role > cell::initials)
        return QIdentityProxyModel::data(at, role);
    const auto flag = [&](int of) { return QIdentityProxyModel::data(at, of).toBool(); };
    const auto group = AgentGroup(QIdentityProxyModel::data(at, AgentTableModel::groupRole).toInt());
    if (role == cell::secondary)
        return QIdentityProxyModel::data(at, AgentTableModel::detailRole);
    if (role == cell::secondaryBelow)
        return true;
    switch (at.column()) {
    case AgentTableModel::name:
        if (role == cell::bold)
            return true;
        if (role == cell::muted)
            return group == AgentGroup::signedOut || group == AgentGroup::noProfile;
        if (role == cell::initials)
            return QIdentityProxyModel::data(at, AgentTableModel::initialsRole);
        break;
    case AgentTableModel::status: {
        const PillLook look = agentLook(group, flag(AgentTableModel::callingRole), flag(AgentTableModel::beyondRole), {});
        if (role == cell::icon)
            return int(look.icon);
        if (role == cell::pillTone)
            return int(look.tone);
        if (role == cell::pillFilled)
            return look.style == PillStyle::filled;
        if (role == cell::secondaryTone && flag(AgentTableModel::beyondRole))
            return int(Tone::warning);
        break;
    }
    case AgentTableModel::ticket:
        if (role == cell::bold)
            return true;
        if (flag(AgentTableModel::forgottenRole)) {
            if (role == cell::warningIcon)
                return int(Icon::warningTriangle);
            if (role == cell::secondaryTone)
                return int(Tone::warning);
        }
        break;
    case AgentTableModel::today:
        if (role == cell::bold)
            return true;
        break;
    case AgentTableModel::queues: {
        const QStringList queues = QIdentityProxyModel::data(at, AgentTableModel::queuesRole).toStringList();
        if (role == cell::chips && !queues.isEmpty())
            return queues;
        if (role == cell::muted)
            return true;
        break;
    }
    default: break;
    }
    return {};
}

} // namespace smartqueue::pages
