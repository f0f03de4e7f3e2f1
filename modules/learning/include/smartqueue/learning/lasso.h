#pragma once

#include <span>
#include <vector>

#include <smartqueue/foundation/result.h>
#include <smartqueue/learning/feature_table.h>

namespace smartqueue::learning {

struct LassoParameters {
    /// Penalties on the sum of the coefficients' sizes and of their squares, as shares of the number of rows; columns are
    /// standardised first.
    double sparsity = 0.002;
    double ridge = 0.03;
    int rounds = 100;
};

/// A linear model whose small coefficients are 0 (Tibshirani 1996, with a ridge), fitted by cyclic coordinate descent
/// (Friedman et al. 2010). Deterministic; const calls from any thread.
class Lasso {
public:
    /// One label a row. Fails with `too_few_rows` (none) or `shape_mismatch`.
    static Result<Lasso> fit(const FeatureTable &rows, std::span<const float> labels, const LassoParameters &parameters = {});

    /// As many values as there were columns. What lies further out than anything usual counts as four standard deviations.
    double predict(std::span<const float> row) const;

    std::size_t used() const;

private:
    struct Column {
        double mean = 0;
        double deviation = 1;
        double coefficient = 0;
    };

    struct Products;

    void standardise(const FeatureTable &rows);
    double standardised(std::size_t column, float value) const;
    Products products(const FeatureTable &rows, std::span<const float> labels) const;
    double descend(const Products &products, const LassoParameters &parameters, std::vector<double> &fitted);

    std::vector<Column> m_columns;
    double m_intercept = 0;
};

} // namespace smartqueue::learning
