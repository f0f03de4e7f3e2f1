#pragma once

#include <vector>

#include <smartqueue/simulation/study.h>

#include "tick_scale.h"
#include "wait_histogram.h"

namespace smartqueue::simulation {

/// Waits of some of those who came in.
struct WaitSum {
    std::int64_t entered = 0;
    Ticks waited = 0;

    void add(Ticks wait);
    void add(const WaitSum &other);
    /// In ticks; 0 without anybody.
    double mean() const { return entered == 0 ? 0 : double(waited) / double(entered); }
};

/// What one run counted, in ticks.
struct ReplicationCounts {
    WaitSum waits;
    std::vector<WaitSum> classes;
    /// In the order of arrival, equally many customers each.
    std::vector<WaitSum> batches;
    WaitHistogram histogram;
    std::int64_t delayed = 0;
    std::int64_t served = 0;
    std::int64_t abandoned = 0;
    std::int64_t blocked = 0;
    std::int64_t events = 0;
    /// From the first counted arrival until the last counted customer has come.
    Ticks window = 0;
    /// Customer-ticks in the window.
    Ticks waiting = 0;
    Ticks inService = 0;
};

inline constexpr std::size_t batchCount = 10;

/// Customers who fill the empty system and are not counted.
std::int64_t warmUpFor(std::int64_t customers);

/// The model must have been checked. Fails with the kernel's refusal.
Result<ReplicationCounts> replicate(const QueueModel &model, std::int64_t customers, std::uint64_t seed, int replication);

} // namespace smartqueue::simulation
