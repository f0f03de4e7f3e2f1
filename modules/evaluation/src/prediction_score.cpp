#include "smartqueue/evaluation/prediction_score.h"

#include <cmath>

namespace smartqueue::evaluation {

void PredictionScore::add(const Promise &promise, double actual)
{
    constexpr double minute = 60;
    const double off = promise.seconds - actual;
    ++m_count;
    m_absolute += std::abs(off);
    m_squared += off * off;
    m_signed += off;
    m_close += std::abs(off) <= minute;
    m_covered += promise.low <= actual && actual <= promise.high;
    m_width += promise.high - promise.low;
}

double PredictionScore::rootMeanSquaredError() const
{
    return std::sqrt(mean(m_squared));
}

} // namespace smartqueue::evaluation
