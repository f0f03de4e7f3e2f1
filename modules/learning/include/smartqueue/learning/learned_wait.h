#pragma once

#include <functional>
#include <span>
#include <vector>

#include <smartqueue/foundation/result.h>
#include <smartqueue/learning/boosted_trees.h>
#include <smartqueue/learning/lasso.h>

namespace smartqueue::learning {

/// A recorded promise to learn from: what was known, and how long it was. Seconds.
struct WaitRow {
    std::span<const float> features;
    double wait = 0;
};

/// Q-Lasso (Ang et al. 2016) in the root: a sparse linear model of √wait over the roots of the features of a QueueWatch,
/// with a line of its own in the formula for each queue. Const calls from any thread.
class LinearWait {
public:
    /// Fails with `too_few_rows`.
    static Result<LinearWait> train(std::span<const WaitRow> rows);
    /// Seconds, at least 0: the wait that about as many exceed as not.
    double predict(std::span<const float> features) const;

private:
    explicit LinearWait(Lasso model) : m_model(std::move(model)) {}
    Lasso m_model;
};

/// The learned wait: boosted trees of √wait, blended with LinearWait. The root makes the errors of short and long waits
/// alike, and its mean lies near the median of the wait. Used by one thread at a time.
class LearnedWait {
public:
    /// Fails with `too_few_rows`, `training_failed` or `training_cancelled`.
    static Result<LearnedWait> train(std::span<const WaitRow> rows, const BoostedTrees::Progress &progress = {});
    /// Seconds, at least 0: the wait that about as many exceed as not. One value a row of features.
    Result<std::vector<double>> predict(const FeatureTable &features) const;

private:
    LearnedWait(BoostedTrees trees, LinearWait linear) : m_trees(std::move(trees)), m_linear(std::move(linear)) {}
    BoostedTrees m_trees;
    LinearWait m_linear;
};

} // namespace smartqueue::learning
