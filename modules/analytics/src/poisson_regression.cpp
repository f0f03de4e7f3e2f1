#include "smartqueue/analytics/poisson_regression.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::analytics {

namespace {

/// A square matrix of which the lower half is used.
class Symmetric {
public:
    explicit Symmetric(std::size_t size) : m_size(size), m_values(size * size, 0.0) {}
    double &at(std::size_t row, std::size_t column) { return m_values[row * m_size + column]; }

    /// The solution of this matrix, positive definite, by Cholesky; spoils the matrix.
    std::vector<double> solve(std::vector<double> right)
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = at(i, j);
                for (std::size_t k = 0; k < j; ++k)
                    sum -= at(i, k) * at(j, k);
                at(i, j) = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / at(j, j);
            }
        }
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                right[i] -= at(i, k) * right[k];
            right[i] /= at(i, i);
        }
        for (std::size_t i = m_size; i-- > 0;) {
            for (std::size_t k = i + 1; k < m_size; ++k)
                right[i] -= at(k, i) * right[k];
            right[i] /= at(i, i);
        }
        return right;
    }

private:
    std::size_t m_size;
    std::vector<double> m_values;
};

constexpr int rounds = 6;
constexpr double largestExponent = 3.0;
constexpr double farthest = 4.0;

} // namespace

PoissonRegression::PoissonRegression(const RegressionRows &rows)
    : m_means(rows.columns, 0.0), m_scales(rows.columns, 0.0), m_coefficients(rows.columns + 1, 0.0)
{
    for (std::size_t column = 0; column < rows.columns; ++column) {
        double sum = 0;
        double squares = 0;
        double known = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double value = rows.row(i)[column];
            if (std::isnan(value))
                continue;
            sum += value;
            squares += value * value;
            ++known;
        }
        known = std::max(known, 1.0);
        m_means[column] = sum / known;
        m_scales[column] = std::sqrt(std::max(squares / known - m_means[column] * m_means[column], 0.0)) + 1e-6;
    }
}

void PoissonRegression::scale(std::span<const double> row, std::span<double> scaled) const
{
    scaled[0] = 1;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const double value = std::isnan(row[column]) ? 0.0 : (row[column] - m_means[column]) / m_scales[column];
        scaled[column + 1] = std::clamp(value, -farthest, farthest);
    }
}

double PoissonRegression::linear(std::span<const double> scaled) const
{
    double sum = 0;
    for (std::size_t i = 0; i < scaled.size(); ++i)
        sum += m_coefficients[i] * scaled[i];
    return std::clamp(sum, -largestExponent, largestExponent);
}

void PoissonRegression::improve(const RegressionRows &rows, std::span<const double> counts, std::span<const double> expected,
                                std::span<const double> weights, double ridge)
{
    const std::size_t size = m_coefficients.size();
    Symmetric information(size);
    std::vector<double> gradient(size, 0.0);
    std::vector<double> scaled(size);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        scale(rows.row(i), scaled);
        const double mean = expected[i] * std::exp(linear(scaled));
        for (std::size_t a = 0; a < size; ++a) {
            gradient[a] += weights[i] * (counts[i] - mean) * scaled[a];
            const double weighted = weights[i] * mean * scaled[a];
            for (std::size_t b = 0; b <= a; ++b)
                information.at(a, b) += weighted * scaled[b];
        }
    }
    for (std::size_t a = 0; a < size; ++a) {
        const double penalty = a == 0 ? 0.0 : ridge;
        information.at(a, a) += penalty + 1e-6;
        gradient[a] -= penalty * m_coefficients[a];
    }
    const std::vector<double> step = information.solve(gradient);
    for (std::size_t a = 0; a < size; ++a)
        m_coefficients[a] += step[a];
}

PoissonRegression PoissonRegression::fit(const RegressionRows &rows, std::span<const double> counts, std::span<const double> expected,
                                         std::span<const double> weights, double ridge)
{
    PoissonRegression regression(rows);
    for (int round = 0; round < rounds; ++round)
        regression.improve(rows, counts, expected, weights, ridge);
    return regression;
}

double PoissonRegression::predict(std::span<const double> row, double expected) const
{
    std::vector<double> scaled(m_coefficients.size());
    scale(row, scaled);
    return expected * std::exp(linear(scaled));
}

double PoissonRegression::intercept() const
{
    double sum = m_coefficients[0];
    for (std::size_t column = 0; column < m_means.size(); ++column)
        sum -= slope(column) * m_means[column];
    return std::exp(sum);
}

} // namespace smartqueue::analytics
