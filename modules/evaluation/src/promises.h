#pragma once

#include <functional>
#include <span>
#include <vector>

#include <smartqueue/analytics/prediction_score.h>

#include "wait_cases.h"

namespace smartqueue::evaluation {

/// Whether a predictor's figures are set right by what became of its earlier ones, or said as they are.
enum class Wording { corrected, asItIs };

/// Makes a promise of each raw prediction, in order of arrival, as it would have been said then: the range, and where asked
/// for the figure itself, are set by those earlier promises whose truth was known by then. A corrected figure lies between
/// the median, which has the least absolute error, and the mean, which has the least squared one. One raw prediction a case.
std::vector<analytics::WaitPrediction> promisesFor(std::span<const WaitCase *const> cases, std::span<const double> raw, std::size_t queues,
                                 Wording wording);

} // namespace smartqueue::evaluation
