#include "smartqueue/analytics/prediction_score.h"

#include <cmath>

namespace smartqueue::analytics {

void PredictionScore::add(const WaitPrediction &prediction, double actual)
{
    constexpr double minute = 60;
    const double off = prediction.seconds - actual;
    ++m_count;
    m_absolute += std::abs(off);
    m_squared += off * off;
    m_signed += off;
    m_close += std::abs(off) <= minute;
    m_covered += prediction.low <= actual && actual <= prediction.high;
    m_width += prediction.high - prediction.low;
}

double PredictionScore::rootMeanSquaredError() const
{
    return std::sqrt(mean(m_squared));
}

} // namespace smartqueue::analytics
