#pragma once

#include <span>

#include <smartqueue/evaluation/ticket_record.h>
#include <smartqueue/learning/wait_situation.h>

namespace smartqueue::evaluation {

/// A ticket that was served: what was known when it came, and how long it waited.
struct WaitCase {
    learning::WaitSituation situation;
    /// Seconds until the call.
    double wait = 0;
    /// When the wait became known.
    Instant knownAt{};
};

/// Which tickets become cases; all of them are seen.
struct CaseFilter {
    Instant from{};
    /// Leave out those who did not wait.
    bool delayedOnly = false;
};

/// Walks the log in the order of time and keeps what was known at each arrival. `tickets` in order of arrival. The local time is
/// the instant's own in `zone`. Nothing in a case depends on what the log says of later moments, but its `wait` and `knownAt`.
std::vector<WaitCase> casesOf(std::size_t queues, std::span<const TicketRecord> tickets, Duration headStart, const TimeZone &zone,
                              const CaseFilter &filter);

/// What is corrected together: a queue, and there those who find somebody free apart from the others, 2 × queues in all.
inline std::size_t groupOf(const WaitCase &each)
{
    return 2 * each.situation.newcomer.queue + std::size_t(each.situation.agentFree);
}

} // namespace smartqueue::evaluation
