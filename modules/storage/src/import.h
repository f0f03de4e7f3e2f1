#pragma once

#include <vector>

#include <smartqueue/engine/history.h>

#include "connection.h"

namespace smartqueue::storage {

/// See Store::importTickets. Throws.
engine::ImportedCounts importTickets(Connection &writer, const std::vector<engine::ImportedTicket> &tickets);

} // namespace smartqueue::storage
