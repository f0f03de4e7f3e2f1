#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace smartqueue::analytics {

/// Cases one after the other, `columns` values each; NaN is read as the column's mean.
struct RegressionRows {
    std::size_t columns = 0;
    std::vector<double> values;

    std::size_t size() const { return columns == 0 ? 0 : values.size() / columns; }
    std::span<const double> row(std::size_t index) const { return std::span(values).subspan(index * columns, columns); }
};

/// Expected count = what is expected without the columns × exp(b₀ + Σ bⱼ xⱼ) (McCullagh & Nelder 1989), the columns brought to
/// mean 0 and variance 1 and their coefficients held back by a ridge; by iteratively reweighted least squares.
class PoissonRegression {
public:
    /// One count, expectation (above 0) and weight a row; there is at least one row.
    static PoissonRegression fit(const RegressionRows &rows, std::span<const double> counts, std::span<const double> expected,
                                 std::span<const double> weights, double ridge);

    /// Columns beyond four standard deviations count as four, and no factor is beyond e³.
    double predict(std::span<const double> row, double expected) const;

    /// The factor that holds for every row, and those of the columns, in their units.
    double intercept() const;
    double slope(std::size_t column) const { return m_coefficients[column + 1] / m_scales[column]; }

private:
    explicit PoissonRegression(const RegressionRows &rows);
    /// 1 and the scaled columns.
    void scale(std::span<const double> row, std::span<double> scaled) const;
    double linear(std::span<const double> scaled) const;
    void improve(const RegressionRows &rows, std::span<const double> counts, std::span<const double> expected,
                 std::span<const double> weights, double ridge);

    std::vector<double> m_means;
    std::vector<double> m_scales;
    std::vector<double> m_coefficients;
};

} // namespace smartqueue::analytics
