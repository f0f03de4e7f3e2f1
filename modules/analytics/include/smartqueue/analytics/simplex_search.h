#pragma once

#include <functional>
#include <vector>

namespace smartqueue::analytics {

/// The point with the least value that the downhill simplex method (Nelder & Mead 1965) finds from `start` within so many
/// rounds; `step` is the first simplex's width in every direction. Deterministic. `loss` is finite.
std::vector<double> simplexSearch(const std::function<double(const std::vector<double> &)> &loss, const std::vector<double> &start,
                                  double step, int rounds);

} // namespace smartqueue::analytics
