#include "smartqueue/learning/wait_formulas.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::learning {

double qls(const LineFigures &line, double meanService)
{
    return (line.ahead + 1) * meanService / line.agents;
}

double qlr(const LineFigures &line, double meanService)
{
    if (line.patienceRate == 0 || meanService <= 0)
        return qls(line, meanService);
    const double rate = line.agents / meanService;
    // Beyond these the sum is an integral as far as anyone can tell.
    constexpr int exact = 256;
    const int summed = std::min(line.ahead, exact - 1);
    double sum = 0;
    for (int i = 0; i <= summed; ++i)
        sum += 1 / (rate + i * line.patienceRate);
    if (line.ahead > summed)
        sum += std::log((rate + (line.ahead + 0.5) * line.patienceRate) / (rate + (summed + 0.5) * line.patienceRate))
            / line.patienceRate;
    return sum;
}

} // namespace smartqueue::learning
