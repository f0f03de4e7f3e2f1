#pragma once

#include <vector>

#include <smartqueue/simulation/study.h>

namespace smartqueue::simulation {

/// The 99.5 % point of Student's t, for at least one degree of freedom.
double studentPoint995(int degrees);

/// 99 % for the mean of independent values, at least two.
Interval interval99(const std::vector<double> &values);

/// The same for the means of batches that follow each other in one run: the variance grows by (1 + r) / (1 − r) for a correlation r > 0 of
/// neighbours, as in Skart (Tafazzoli, Steiger & Wilson 2011).
Interval batchInterval99(const std::vector<double> &means);

} // namespace smartqueue::simulation
