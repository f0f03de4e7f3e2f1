#pragma once

#include "smartqueue/engine/upstream.h"

namespace smartqueue::engine {

/// Where nobody decides any more: everything fails with `host_unreachable`, at once. Lives as long as the program.
Upstream &noHost();

} // namespace smartqueue::engine
