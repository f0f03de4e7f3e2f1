#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

namespace smartqueue::learning {

/// What is known of each case: rows of the same width, one value a feature. NaN means "not known".
class FeatureTable {
public:
    explicit FeatureTable(std::size_t columns) : m_columns(columns) {}

    /// As many values as there are columns.
    void add(std::span<const float> row);
    void add(std::initializer_list<float> row) { add(std::span(row.begin(), row.size())); }
    void reserve(std::size_t rows) { m_values.reserve(rows * m_columns); }

    std::size_t columns() const { return m_columns; }
    std::size_t rows() const { return m_columns == 0 ? 0 : m_values.size() / m_columns; }
    bool empty() const { return m_values.empty(); }
    std::span<const float> row(std::size_t index) const { return {m_values.data() + index * m_columns, m_columns}; }
    /// Row after row.
    const std::vector<float> &values() const { return m_values; }

private:
    std::size_t m_columns;
    std::vector<float> m_values;
};

} // namespace smartqueue::learning
