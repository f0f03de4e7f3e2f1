#pragma once

#include <nlohmann/json_fwd.hpp>

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// M/M/5 at ρ = 0.9 on one core: `simulation_events_per_second` through the real kernel, and `simulation_vs_heap_ratio`, the same over
/// a bare event heap with per-customer records, in alternating runs.
Result<nlohmann::ordered_json> simulationFigures();

} // namespace smartqueue::app
