#pragma once

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// Milliseconds that the learned model takes for the waiting times of 10,000 tickets whose features are known; best of several.
Result<double> learnedEtaMs();

} // namespace smartqueue::app
