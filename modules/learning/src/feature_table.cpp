#include "smartqueue/learning/feature_table.h"

#include <cassert>

namespace smartqueue::learning {

void FeatureTable::add(std::span<const float> row)
{
    assert(row.size() == m_columns);
    m_values.insert(m_values.end(), row.begin(), row.end());
}

} // namespace smartqueue::learning
