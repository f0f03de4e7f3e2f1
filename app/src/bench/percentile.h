#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace smartqueue::app {

/// The value that `share` (0 to 1) of the values lie below; 0 without any.
inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

} // namespace smartqueue::app
