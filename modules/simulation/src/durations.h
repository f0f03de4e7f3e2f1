#pragma once

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/simulation/queue_model.h>

#include "tick_scale.h"

namespace smartqueue::simulation {

/// Exponential with mean 1, from comparisons alone and so to the bit the same on every machine (von Neumann 1951).
double standardExponential(RandomSource &random);

/// Gamma with the given shape and scale 1 (Marsaglia & Tsang 2000).
double standardGamma(RandomSource &random, double shape);

/// One service time in ticks.
Ticks drawService(RandomSource &random, const ServiceTimes &times);

} // namespace smartqueue::simulation
