#pragma once

#include "smartqueue/peer_simulation/peer_simulation.h"

namespace smartqueue::peer_simulation {

struct World;

/// Says what was wrong, from what people were told and what stands in the logs in the end.
void judge(World &world, Findings &findings);

} // namespace smartqueue::peer_simulation
