#include "smartqueue/storage/divergence.h"

#include <algorithm>

#include "connection.h"
#include "file_steps.h"
#include "log_rows.h"

namespace smartqueue::storage {

namespace {

constexpr std::chrono::milliseconds patience{2000};

/// The last batch that both hold: every hash seals all before it, so that two logs that agree somewhere agree up to there.
Sequence lastShared(LogRows &one, LogRows &other)
{
    Sequence shared = 0;
    Sequence parted = std::min(one.tail().sequence, other.tail().sequence) + 1;
    while (parted - shared > 1) {
        const Sequence middle = shared + (parted - shared) / 2;
        const auto hash = one.hashOf(middle);
        (hash && hash == other.hashOf(middle) ? shared : parted) = middle;
    }
    return shared;
}

} // namespace

Result<PartedTail> onlyIn(const std::string &aside, const std::string &present, std::size_t told)
{
    for (const std::string &path : {aside, present}) {
        if (const Done absolute = requireAbsolute(path); !absolute)
            return tl::unexpected(absolute.error());
    }
    return guarded([&]() -> Result<PartedTail> {
        Connection former(aside, Access::read, {}, patience);
        Connection latter(present, Access::read, {}, patience);
        LogRows one(former);
        LogRows other(latter);
        const Sequence shared = lastShared(one, other);
        const Sequence end = one.tail().sequence;
        PartedTail tail;
        // Batches are numbered without a gap.
        tail.batches = end - shared;
        if (tail.batches == 0)
            return tail;
        if (told > 0) {
            one.read(shared, [&](const EventBatch &batch) {
                tail.oldest.push_back(batch);
                return tail.oldest.size() < told;
            });
        }
        one.read(end - 1, [&](const EventBatch &batch) {
            tail.last = batch.at;
            return false;
        });
        return tail;
    });
}

} // namespace smartqueue::storage
