#include "agent_columns.h"

#include <algorithm>
#include <array>

#include <QTableView>

#include <smartqueue/presentation/agent_table_model.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using presentation::AgentTableModel;
using widgets::scaled;

namespace {

// What each needs at least, and who gets what is left over: names and queues.
constexpr std::array<int, AgentTableModel::columns> least{156, 136, 62, 72, 112, 126};
constexpr std::array<int, AgentTableModel::columns> shares{3, 2, 1, 1, 4, 1};
// These give way where the room ends, the first one first; the panel and the form have them too.
constexpr std::array givesWay{AgentTableModel::today, AgentTableModel::counter, AgentTableModel::queues};

} // namespace

void layOutColumns(QTableView &agents)
{
    const int room = agents.viewport()->width();
    int wanted = 0;
    int parts = 0;
    for (std::size_t i = 0; i < least.size(); ++i) {
        wanted += scaled(least[i]);
        parts += shares[i];
        agents.setColumnHidden(int(i), false);
    }
    for (const auto column : givesWay) {
        if (wanted <= room)
            break;
        wanted -= scaled(least[column]);
        parts -= shares[column];
        agents.setColumnHidden(column, true);
    }
    std::size_t last = least.size() - 1;
    while (agents.isColumnHidden(int(last)))
        --last;
    const int spare = std::max(0, room - wanted);
    int given = 0;
    for (std::size_t i = 0; i < least.size(); ++i) {
        if (agents.isColumnHidden(int(i)))
            continue;
        const int more = i == last ? spare - given : spare * shares[i] / parts;
        given += more;
        agents.setColumnWidth(int(i), scaled(least[i]) + more);
    }
}

} // namespace smartqueue::pages
