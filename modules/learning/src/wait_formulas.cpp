#include "smartqueue/learning/wait_formulas.h"

#include <smartqueue/analytics/departures.h>

namespace smartqueue::learning {

double qls(const LineFigures &line, double meanService)
{
    return (line.ahead + 1) * meanService / line.agents;
}

double qlr(const LineFigures &line, double meanService)
{
    if (line.patienceRate == 0 || meanService <= 0)
        return qls(line, meanService);
    return analytics::departures(line.ahead, line.agents / meanService, line.patienceRate).mean;
}

} // namespace smartqueue::learning
