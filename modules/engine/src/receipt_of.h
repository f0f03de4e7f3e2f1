#pragma once

#include <string>

#include <smartqueue/domain/commands.h>

#include "smartqueue/engine/event_log.h"
#include "world.h"

namespace smartqueue::engine {

/// What whoever gave the command is told, with the world as it stands after the batch.
Receipt receiptOf(const EventBatch &batch, const World &world);
/// The code of an invitation goes back to the one who asked for it and nowhere else; empty: it is none.
std::string codeIn(const CommandBody &body);

} // namespace smartqueue::engine
