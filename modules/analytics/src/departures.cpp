#include "smartqueue/analytics/departures.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::analytics {

Moments departure(int i, double rate, double patienceRate)
{
    const double mean = 1.0 / (rate + i * patienceRate);
    return {mean, mean * mean};
}

Moments departures(int ahead, double rate, double patienceRate)
{
    if (patienceRate == 0)
        return {(ahead + 1) / rate, (ahead + 1) / (rate * rate)};
    // The first terms as they are, the rest by Euler & Maclaurin.
    constexpr int exact = 64;
    Moments sum;
    const int head = std::min(ahead, exact - 1);
    for (int i = 0; i <= head; ++i)
        sum += departure(i, rate, patienceRate);
    if (ahead < exact)
        return sum;
    const double first = rate + exact * patienceRate;
    const double last = rate + ahead * patienceRate;
    sum.mean += std::log(last / first) / patienceRate + (1 / first + 1 / last) / 2
        + patienceRate * (1 / (first * first) - 1 / (last * last)) / 12;
    sum.variance += (1 / first - 1 / last) / patienceRate + (1 / (first * first) + 1 / (last * last)) / 2
        + patienceRate * (1 / (first * first * first) - 1 / (last * last * last)) / 6;
    return sum;
}

} // namespace smartqueue::analytics
