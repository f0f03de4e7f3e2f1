#pragma once

#include <nlohmann/json_fwd.hpp>

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// `rollouts_1000_ms`: a thousand rests of the day of a branch with 10 queues, 25 agents and 400 expected customers, on two cores.
Result<nlohmann::ordered_json> rolloutFigures();

} // namespace smartqueue::app
