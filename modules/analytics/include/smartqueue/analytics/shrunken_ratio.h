#pragma once

#include <smartqueue/analytics/arrival_series.h>

namespace smartqueue::analytics {

/// One hour ahead: the profile times how the last hours went, `(k + Σ count) / (k + Σ profile)`, over the last `hours`. The
/// pseudo-arrivals k hold the ratio at 1 while little was expected. NaN where the profile is.
HourlyValues shrunkenRatio(const ArrivalSeries &series, const HourlyValues &profile, double pseudoArrivals, int hours);

/// The same with a memory that fades by `memory` an hour instead of ending (a gamma-Poisson filter, Harvey & Fernandes 1989).
HourlyValues fadingRatio(const ArrivalSeries &series, const HourlyValues &profile, double pseudoArrivals, double memory);

} // namespace smartqueue::analytics
