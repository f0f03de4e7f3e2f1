#include "durations.h"

#include <cmath>

namespace smartqueue::simulation {

double standardExponential(RandomSource &random)
{
    // A run of falling uniforms is of odd length with probability exp(−first): then `first` is the part behind the point.
    for (int whole = 0;; ++whole) {
        const double first = random.uniform();
        double last = first;
        bool isOdd = true;
        for (double next = random.uniform(); next < last; next = random.uniform()) {
            last = next;
            isOdd = !isOdd;
        }
        if (isOdd)
            return whole + first;
    }
}

double standardGamma(RandomSource &random, double shape)
{
    if (shape < 1) {
        const double larger = standardGamma(random, shape + 1);
        return larger * std::exp(-standardExponential(random) / shape);
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    while (true) {
        const double x = random.normal();
        const double root = 1.0 + c * x;
        if (root <= 0)
            continue;
        const double v = root * root * root;
        if (standardExponential(random) > d * (v - 1.0 - std::log(v)) - x * x / 2.0)
            return d * v;
    }
}

Ticks drawService(RandomSource &random, const ServiceTimes &times)
{
    switch (times.law) {
    case ServiceLaw::exponential:
        return rounded(double(ticksOfService) * standardExponential(random));
    case ServiceLaw::deterministic:
        return ticksOfService;
    case ServiceLaw::gamma:
        return rounded(double(ticksOfService) * times.scv * standardGamma(random, 1.0 / times.scv));
    case ServiceLaw::lognormal:
        return rounded(random.lognormal(double(ticksOfService), times.scv));
    }
    return ticksOfService;
}

} // namespace smartqueue::simulation
