#pragma once

#include <vector>

#include "world.h"

namespace smartqueue::engine {

/// What the events define or change as it stands in the world, each as the event that would have defined it so; nothing for what
/// is new.
std::vector<Event> standingBefore(const World &world, SiteId site, const std::vector<Event> &events);

} // namespace smartqueue::engine
