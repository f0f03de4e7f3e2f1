#pragma once

#include <optional>

#include <smartqueue/domain/ids.h>
#include <smartqueue/foundation/clock.h>

#include "connection.h"

namespace smartqueue::storage {

/// Bound of the last clean-up: what arrived before it may be gone. Throws.
std::optional<Instant> retainedFrom(Connection &connection, SiteId site);

/// See Store::cleanUp. What an earlier clean-up archived is removed with its legs, its story and its personal data; the
/// batches of the log stay, for they hold no personal data. Throws.
std::int64_t cleanUp(Connection &writer, SiteId site, Instant before);

} // namespace smartqueue::storage
