#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

/// The end of a log that parted from another one.
struct PartedTail {
    std::int64_t batches = 0;
    /// Of the last batch; the first is the front of `oldest`.
    Instant last{};
    /// As many as were asked for at most, oldest first: logs that did not begin as one have all of theirs to tell.
    std::vector<EventBatch> oldest;
};

/// Batches of a tail that are told to people.
inline constexpr std::size_t batchesTold = 200;

/// What the log of the database `aside` holds and that of `present` does not; both paths are absolute. Fails with a code of
/// engine::storage_failures. Any thread.
Result<PartedTail> onlyIn(const std::string &aside, const std::string &present, std::size_t told = batchesTold);

} // namespace smartqueue::storage
