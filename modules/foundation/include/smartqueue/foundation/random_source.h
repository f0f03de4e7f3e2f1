#pragma once

#include <array>
#include <cstdint>

namespace smartqueue {

/// Seeded xoshiro256** (Blackman & Vigna 2018): the same seed gives the same figures on every machine.
/// Not thread-safe.
class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed);

    std::uint64_t next();
    /// Uniform in [0, 1).
    double uniform();
    /// Uniform in [low, high], both included.
    std::int64_t between(std::int64_t low, std::int64_t high);
    /// Exponential with the given mean, in the mean's unit.
    double exponential(double mean);
    /// Standard normal (Box–Muller).
    double normal();
    /// Lognormal with the given mean and squared coefficient of variation.
    double lognormal(double mean, double scv);
    bool chance(double probability) { return uniform() < probability; }

private:
    std::array<std::uint64_t, 4> m_state;
};

} // namespace smartqueue
