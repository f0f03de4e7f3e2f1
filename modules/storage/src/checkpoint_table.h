#pragma once

#include <optional>

#include <smartqueue/engine/event_log.h>

#include "statement.h"

namespace smartqueue::storage {

/// How many of the newest checkpoints are kept besides the last one of each UTC day.
inline constexpr int newestCheckpoints = 4;

/// The newest checkpoint at or before `at`, or of all. Throws.
std::optional<engine::Checkpoint> findCheckpoint(Connection &connection, std::optional<Instant> at);

/// Inside the caller's transaction.
void writeCheckpoint(Connection &connection, const engine::Checkpoint &checkpoint);

} // namespace smartqueue::storage
