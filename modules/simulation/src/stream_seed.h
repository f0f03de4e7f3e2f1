#pragma once

#include <cstdint>
#include <initializer_list>

namespace smartqueue::simulation {

/// The seed of one stream of random numbers among many: each part is spread over the whole word (the finaliser of SplitMix64), so that
/// neighbouring seeds and parts do not meet.
inline std::uint64_t streamSeed(std::uint64_t seed, std::initializer_list<std::uint64_t> parts)
{
    std::uint64_t word = seed;
    for (const std::uint64_t part : parts) {
        word += 0x9e3779b97f4a7c15ULL * (part + 1);
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ULL;
        word = (word ^ (word >> 27)) * 0x94d049bb133111ebULL;
        word ^= word >> 31;
    }
    return word;
}

} // namespace smartqueue::simulation
