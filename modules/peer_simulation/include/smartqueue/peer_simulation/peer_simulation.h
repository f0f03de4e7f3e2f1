#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>

/// Desktops of one branch in one thread: the real replication and queueing code, with a network, disks, clocks, processes and people
/// that fail by seed. The same seed gives the same day on every machine.
namespace smartqueue::peer_simulation {

/// One protection that is switched off on purpose, to see that its absence is found.
enum class Plant { none, ackBeforeFsync, noEpoch, trustRestored };

/// "ack-before-fsync", "no-epoch", "trust-restored"; nothing for other words.
std::optional<Plant> plantNamed(std::string_view word);

inline constexpr int fewestDesktops = 2;
inline constexpr int mostDesktops = 9;

struct Trial {
    std::uint64_t seed = 1;
    /// fewestDesktops to mostDesktops.
    int desktops = 5;
    Plant plant = Plant::none;
};

/// What one seed, or many, came to.
struct Findings {
    // Wrong; 0 as it should be.
    /// Tickets called to two agents, both told so, without having been given back between.
    int calledTwice = 0;
    /// Commands whose success was told to somebody and that stand neither in the final log nor in a record of a conflict.
    int lost = 0;
    /// Numbers given to two tickets of one day, both told.
    int duplicateNumbers = 0;
    /// Desktops whose log was another one in the end, or that nobody led.
    int diverged = 0;
    /// Commands that stand in the final log twice.
    int carriedOutTwice = 0;

    // How much happened.
    std::int64_t acknowledged = 0;
    std::int64_t conflicts = 0;
    std::int64_t takeOvers = 0;
    std::int64_t withdrawals = 0;
    std::int64_t stepDowns = 0;
    std::int64_t copies = 0;
    std::int64_t crashes = 0;
    std::int64_t freezes = 0;
    std::int64_t restored = 0;
    std::int64_t frames = 0;

    bool isClean() const { return calledTwice + lost + duplicateNumbers + diverged + carriedOutTwice == 0; }
    Findings &operator+=(const Findings &other);
};

/// One day. `story`: gets what happened, a line each. Any thread.
Findings simulate(const Trial &trial, std::ostream *story = nullptr);

struct Campaign {
    std::uint64_t first = 1;
    int seeds = 1;
    int desktops = 5;
    Plant plant = Plant::none;
    /// 0: as many as the machine has cores.
    unsigned threads = 0;
};

struct Outcome {
    int seeds = 0;
    Findings total;
    int badSeeds = 0;
    /// The lowest of them.
    std::optional<std::uint64_t> firstBadSeed;
};

/// Seeds first, first + 1, …; the outcome does not depend on the number of threads. Blocks.
Outcome run(const Campaign &campaign);

} // namespace smartqueue::peer_simulation
