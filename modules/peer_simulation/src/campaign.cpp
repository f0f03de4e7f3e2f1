#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "world.h"
#include "desktop.h"

namespace smartqueue::peer_simulation {

std::optional<Plant> plantNamed(std::string_view word)
{
    if (word == "ack-before-fsync")
        return Plant::ackBeforeFsync;
    if (word == "no-epoch")
        return Plant::noEpoch;
    if (word == "trust-restored")
        return Plant::trustRestored;
    return std::nullopt;
}

Findings &Findings::operator+=(const Findings &other)
{
    calledTwice += other.calledTwice;
    lost += other.lost;
    duplicateNumbers += other.duplicateNumbers;
    diverged += other.diverged;
    carriedOutTwice += other.carriedOutTwice;
    acknowledged += other.acknowledged;
    conflicts += other.conflicts;
    takeOvers += other.takeOvers;
    withdrawals += other.withdrawals;
    stepDowns += other.stepDowns;
    copies += other.copies;
    crashes += other.crashes;
    freezes += other.freezes;
    restored += other.restored;
    frames += other.frames;
    return *this;
}

Findings simulate(const Trial &trial, std::ostream *story)
{
    World world(trial, story);
    world.run();
    return world.findings;
}

Outcome run(const Campaign &campaign)
{
    Outcome outcome;
    outcome.seeds = campaign.seeds;
    std::atomic<int> next{0};
    std::mutex mutex;
    const auto work = [&] {
        for (int index = next++; index < campaign.seeds; index = next++) {
            const std::uint64_t seed = campaign.first + std::uint64_t(index);
            const Findings findings = simulate({seed, campaign.desktops, campaign.plant});
            const std::lock_guard lock(mutex);
            outcome.total += findings;
            if (!findings.isClean()) {
                ++outcome.badSeeds;
                outcome.firstBadSeed = std::min(outcome.firstBadSeed.value_or(seed), seed);
            }
        }
    };
    const unsigned threads = campaign.threads > 0 ? campaign.threads : std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::thread> workers;
    for (unsigned i = 1; i < threads; ++i)
        workers.emplace_back(work);
    work();
    for (std::thread &worker : workers)
        worker.join();
    return outcome;
}

} // namespace smartqueue::peer_simulation
