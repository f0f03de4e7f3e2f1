#include "smartqueue/foundation/random_source.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace smartqueue {

RandomSource::RandomSource(std::uint64_t seed)
{
    // SplitMix64 spreads a small seed over the whole state, as the generator's authors advise.
    for (auto &word : m_state) {
        seed += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

std::uint64_t RandomSource::next()
{
    auto &s = m_state;
    const std::uint64_t result = std::rotl(s[1] * 5, 7) * 9;
    const std::uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = std::rotl(s[3], 45);
    return result;
}

double RandomSource::uniform()
{
    return double(next() >> 11) * 0x1.0p-53;
}

std::int64_t RandomSource::between(std::int64_t low, std::int64_t high)
{
    return low + std::int64_t(next() % std::uint64_t(high - low + 1));
}

double RandomSource::exponential(double mean)
{
    return -mean * std::log1p(-uniform());
}

double RandomSource::normal()
{
    const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double RandomSource::lognormal(double mean, double scv)
{
    const double variance = std::log1p(scv);
    return mean * std::exp(std::sqrt(variance) * normal() - variance / 2.0);
}

} // namespace smartqueue
