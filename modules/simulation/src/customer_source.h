#pragma once

#include <vector>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/simulation/queue_model.h>

#include "tick_scale.h"

namespace smartqueue::simulation {

/// Somebody with all that chance decides about them, fixed before they come: so every system meets the same customers.
struct Customer {
    Ticks arrivesAt = 0;
    Ticks service = 0;
    /// 0: waits until called.
    Ticks patience = 0;
    /// Among the model's classes.
    int classIndex = 0;
    /// In the order of arrival, from 0.
    std::int64_t index = 0;
};

/// The customers of one replication in the order in which they come. The model must outlive it.
class CustomerSource {
public:
    CustomerSource(const QueueModel &model, std::uint64_t seed, int replication);

    Customer next();

private:
    struct Stream {
        RandomSource arrivals;
        RandomSource services;
        RandomSource patience;
        Ticks next = 0;
    };

    void drawArrival(std::size_t classIndex);

    const QueueModel &m_model;
    std::vector<Stream> m_streams;
    std::int64_t m_index = 0;
};

} // namespace smartqueue::simulation
