#pragma once

#include <smartqueue/foundation/clock.h>

#include "connection.h"

namespace smartqueue::storage {

/// See Store::cleanUp. What an earlier clean-up archived is removed with its legs, its story and its personal data; the
/// batches of the log stay, for they hold no personal data. Throws.
std::int64_t cleanUp(Connection &writer, Instant before);

} // namespace smartqueue::storage
