#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <smartqueue/foundation/result.h>

#include "promises.h"

namespace smartqueue::evaluation {

using Cases = std::span<const WaitCase *const>;

/// One way to say how long it will be.
struct WaitPredictor {
    std::string_view name;
    /// Formulas are believed unless something else is clearly better.
    enum class Family { formula, learned, comparison } family = Family::comparison;
    Wording wording = Wording::asItIs;
    /// Raw predictions for `asked` in seconds, learned from `known` alone. Fails with what learning fails with.
    std::function<Result<std::vector<double>>(Cases known, Cases asked)> predict;
};

/// Formulas first, and what is preferred before what must be clearly better.
const std::vector<WaitPredictor> &waitPredictors();

inline constexpr std::string_view historicalName = "historical";

} // namespace smartqueue::evaluation
