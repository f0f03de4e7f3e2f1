#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/foundation/result.h>
#include <smartqueue/learning/feature_table.h>

namespace smartqueue::learning {

/// What the trees are to come close to: the mean (squared error), the median (absolute error), or the mean of a count whose
/// variance grows with it (Poisson; labels and predictions are counts, not logarithms).
enum class Objective { squaredError, absoluteError, poisson };

/// How an ensemble is grown. The defaults suit some thousand rows.
struct TreeParameters {
    Objective objective = Objective::squaredError;
    int trees = 150;
    int depth = 5;
    double learningRate = 0.1;
    /// Share of the rows, and of the features, that each tree sees.
    double rowShare = 1.0;
    double columnShare = 1.0;
    /// Least sum of hessians in a leaf; with squared error that is a number of rows.
    double leastLeafWeight = 1.0;
    /// L2 penalty on the values of leaves.
    double ridge = 1.0;
    /// Gain below which a leaf is not split.
    double leastGain = 0.0;
    std::uint32_t seed = 1;
};

/// An ensemble of regression trees (Chen & Guestrin 2016) by XGBoost, on one thread: the same rows, labels, parameters and
/// seed give the same model. Knows nothing of what the columns mean. May be moved between threads; used by one at a time.
class BoostedTrees {
public:
    /// Told the share done, 0 to 1, after each tree; false cancels.
    using Progress = std::function<bool(double)>;

    /// `labels` has one value a row; so has `weights`, unless it is empty. Fails with `too_few_rows` (none), `shape_mismatch`,
    /// `training_failed` or `training_cancelled`.
    static Result<BoostedTrees> train(const FeatureTable &rows, std::span<const float> labels, const TreeParameters &parameters,
                                      std::span<const float> weights = {}, const Progress &progress = {});

    /// One value a row. Fails with `shape_mismatch` when the rows have other columns than those trained on.
    Result<std::vector<float>> predict(const FeatureTable &rows) const;

    std::size_t columns() const { return m_columns; }

    /// For keeping; what load() gives back predicts the same.
    Result<std::string> save() const;
    /// Fails with `damaged_model`. The bytes come from this program's own store: the library is not proof against crafted ones.
    static Result<BoostedTrees> load(std::string_view bytes);

    BoostedTrees(BoostedTrees &&) noexcept;
    BoostedTrees &operator=(BoostedTrees &&) noexcept;
    ~BoostedTrees();

private:
    struct Booster;
    explicit BoostedTrees(std::unique_ptr<Booster> booster, std::size_t columns);

    std::unique_ptr<Booster> m_booster;
    std::size_t m_columns = 0;
};

} // namespace smartqueue::learning
