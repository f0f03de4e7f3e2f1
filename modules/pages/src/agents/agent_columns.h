#pragma once

class QTableView;

namespace smartqueue::pages {

/// Shares the width of the table with the agents among its columns; those that can be spared give way where the room ends.
void layOutColumns(QTableView &agents);

} // namespace smartqueue::pages
