#pragma once

#include <cstdint>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// Port: what a desktop did while it did not hear its host, kept until the host has answered. It stands beside the database and not in
/// it, so that it is still there when a copy takes the database's place. Used by the engine's thread alone. Fails with a code of storage_failures.
class Outbox {
public:
    struct Entry {
        /// Rises.
        std::int64_t number = 0;
        Command command;
        /// It may have reached a host.
        bool offered = false;
    };

    virtual ~Outbox() = default;
    /// Oldest first.
    virtual Result<std::vector<Entry>> all() = 0;
    /// Durable when it returns, under the number that comes back.
    virtual Result<std::int64_t> keep(const Command &command) = 0;
    /// Those up to this number may reach a host from here on; durable when it returns.
    virtual Done offer(std::int64_t upTo) = 0;
    /// Those up to this number are answered.
    virtual Done drop(std::int64_t upTo) = 0;
};

} // namespace smartqueue::engine
