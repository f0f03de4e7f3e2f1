#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::evaluation {

/// One ticket of a recorded log, its times in order. Queues and agents are numbers from 0.
struct TicketRecord {
    std::size_t queue = 0;
    int priority = 0;
    Instant arrivedAt{};
    /// None: abandoned while waiting.
    std::optional<Instant> calledAt;
    /// When the service ended, or the customer left.
    Instant endedAt{};
    std::optional<std::size_t> agent;
    /// Called, and came.
    bool served = false;
};

/// In any order.
struct TicketLog {
    std::size_t queues = 0;
    std::vector<TicketRecord> tickets;
};

} // namespace smartqueue::evaluation
