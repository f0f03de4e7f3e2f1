#include "student_point.h"

#include <cmath>

namespace smartqueue::simulation {

namespace {

/// The continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8), by Lentz's method.
double betaFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    constexpr int steps = 500;
    const auto kept = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= steps; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < 1e-14)
            break;
    }
    return fraction;
}

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    // Where it converges fast.
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, 1 - x) / b;
}

/// P(T > t) for t ≥ 0 (Abramowitz & Stegun 26.7.1).
double studentTail(double t, int degrees)
{
    return 0.5 * incompleteBeta(degrees / 2.0, 0.5, degrees / (degrees + t * t));
}

} // namespace

double studentPoint(double tail, int degrees)
{
    double high = 1;
    while (studentTail(high, degrees) > tail)
        high *= 2;
    double low = 0;
    for (int halved = 0; halved < 100; ++halved) {
        const double middle = (low + high) / 2;
        (studentTail(middle, degrees) > tail ? low : high) = middle;
    }
    return high;
}

} // namespace smartqueue::simulation
