#include "smartqueue/learning/lasso.h"

#include <algorithm>
#include <cmath>

#include <smartqueue/learning/training_failures.h>

namespace smartqueue::learning {

namespace {

constexpr double farthest = 4;

double shrunk(double value, double by)
{
    return std::copysign(std::max(0.0, std::abs(value) - by), value);
}

} // namespace

double Lasso::standardised(std::size_t column, float value) const
{
    const Column &known = m_columns[column];
    return std::clamp((double(value) - known.mean) / known.deviation, -farthest, farthest);
}

/// All that the descent asks for: products of the standardised columns with each other and with the labels, as means over the
/// rows.
struct Lasso::Products {
    std::vector<double> columns;
    std::vector<double> labels;
};

void Lasso::standardise(const FeatureTable &rows)
{
    const double share = 1 / double(rows.rows());
    m_columns.assign(rows.columns(), {});
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        for (std::size_t j = 0; j < m_columns.size(); ++j)
            m_columns[j].mean += share * double(rows.row(i)[j]);
    }
    std::vector<double> variance(m_columns.size());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        for (std::size_t j = 0; j < m_columns.size(); ++j) {
            const double off = double(rows.row(i)[j]) - m_columns[j].mean;
            variance[j] += share * off * off;
        }
    }
    constexpr double constant = 1e-9;
    for (std::size_t j = 0; j < m_columns.size(); ++j)
        m_columns[j].deviation = variance[j] > constant ? std::sqrt(variance[j]) : 1;
}

Lasso::Products Lasso::products(const FeatureTable &rows, std::span<const float> labels) const
{
    const std::size_t width = m_columns.size();
    const double share = 1 / double(rows.rows());
    Products found{std::vector<double>(width * width), std::vector<double>(width)};
    std::vector<double> row(width);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        for (std::size_t j = 0; j < width; ++j)
            row[j] = standardised(j, rows.row(i)[j]);
        const double label = double(labels[i]) - m_intercept;
        for (std::size_t j = 0; j < width; ++j) {
            found.labels[j] += share * row[j] * label;
            for (std::size_t k = 0; k <= j; ++k)
                found.columns[j * width + k] += share * row[j] * row[k];
        }
    }
    for (std::size_t j = 0; j < width; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            found.columns[k * width + j] = found.columns[j * width + k];
    }
    return found;
}

/// One coefficient after the other to where it is best while the others stand; returns the longest step.
double Lasso::descend(const Products &products, const LassoParameters &parameters, std::vector<double> &fitted)
{
    const std::size_t width = m_columns.size();
    double longest = 0;
    for (std::size_t j = 0; j < width; ++j) {
        const double own = products.columns[j * width + j];
        double &coefficient = m_columns[j].coefficient;
        const double next =
            shrunk(products.labels[j] - fitted[j] + own * coefficient, parameters.sparsity) / (own + parameters.ridge);
        const double step = next - coefficient;
        if (step == 0 || !std::isfinite(step))
            continue;
        coefficient = next;
        longest = std::max(longest, std::abs(step));
        for (std::size_t k = 0; k < width; ++k)
            fitted[k] += step * products.columns[j * width + k];
    }
    return longest;
}

Result<Lasso> Lasso::fit(const FeatureTable &rows, std::span<const float> labels, const LassoParameters &parameters)
{
    if (rows.empty())
        return fail(training_failures::tooFewRows, {{"rows", "0"}, {"needed", "1"}});
    if (labels.size() != rows.rows())
        return fail(training_failures::shapeMismatch,
                    {{"given", std::to_string(labels.size())}, {"expected", std::to_string(rows.rows())}});
    Lasso model;
    for (const float label : labels)
        model.m_intercept += double(label) / double(labels.size());
    model.standardise(rows);
    const Products products = model.products(rows, labels);
    std::vector<double> fitted(rows.columns());
    constexpr double still = 1e-6;
    for (int round = 0; round < parameters.rounds; ++round) {
        if (model.descend(products, parameters, fitted) < still)
            break;
    }
    return model;
}

double Lasso::predict(std::span<const float> row) const
{
    double sum = m_intercept;
    for (std::size_t j = 0; j < m_columns.size(); ++j) {
        if (m_columns[j].coefficient != 0)
            sum += m_columns[j].coefficient * standardised(j, row[j]);
    }
    return sum;
}

std::size_t Lasso::used() const
{
    return std::size_t(
        std::count_if(m_columns.begin(), m_columns.end(), [](const Column &column) { return column.coefficient != 0; }));
}

} // namespace smartqueue::learning
