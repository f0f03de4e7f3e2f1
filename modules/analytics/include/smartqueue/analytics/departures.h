#pragma once

/// How long it takes until so many have left the line, with everybody served at `rate` together (sμ, a second) and each who waits
/// leaving at `patienceRate` (θ, a second; 0: nobody does). Erlang A as Ibrahim & Whitt (2009) use it for QLr: exponential steps.
namespace smartqueue::analytics {

/// Seconds, and seconds squared.
struct Moments {
    double mean = 0;
    double variance = 0;

    Moments &operator+=(const Moments &more)
    {
        mean += more.mean;
        variance += more.variance;
        return *this;
    }
};

/// What the i-th departure from the end adds, i from 0: 1/(sμ + iθ).
Moments departure(int i, double rate, double patienceRate);
/// Σ departure(i) for i = 0…ahead, in constant time.
Moments departures(int ahead, double rate, double patienceRate);

} // namespace smartqueue::analytics
