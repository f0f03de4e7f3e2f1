#pragma once

#include <smartqueue/engine/engine.h>
#include <smartqueue/exchange/import.h>

namespace smartqueue::app {

/// The engine as an import needs it; calls wait for their answers.
exchange::ImportDoor importDoorOf(engine::Engine &engine);

} // namespace smartqueue::app
