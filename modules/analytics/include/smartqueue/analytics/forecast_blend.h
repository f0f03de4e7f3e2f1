#pragma once

#include <span>
#include <vector>

#include <smartqueue/analytics/arrival_series.h>

namespace smartqueue::analytics {

/// The weights, none negative and 1 in sum, that would have made the blend of `members` come closest to the counts of the
/// hours in [from, to), a week weighing half of what it weighed eight weeks later; by exponentiated gradient on the absolute
/// error (Kivinen & Warmuth 1997), held a little towards equal weights. Equal weights where there is nothing to go by.
std::vector<double> blendWeights(const ArrivalSeries &series, std::span<const HourlyValues> members, int from, int to);

/// The weighted mean of one hour over the members that have a forecast; NaN where none has.
double blended(std::span<const HourlyValues> members, std::span<const double> weights, int hour);

} // namespace smartqueue::analytics
