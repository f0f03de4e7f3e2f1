#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <smartqueue/analytics/promise_score.h>
#include <smartqueue/engine/history.h>

namespace smartqueue::engine {

/// Beyond so many the log is not read on: `limit_reached`.
inline constexpr std::size_t mostPromises = 1'000'000;

/// One wait that was told, and what became of it.
struct ToldPromise {
    TicketId ticket;
    std::string number;
    /// In which it was told; a ticket may be called in another.
    QueueId queue;
    Instant toldAt{};
    Promise told;
    /// The first call; a call that was taken back is none.
    std::optional<Instant> calledAt;
    /// The visit is over, called or not.
    bool over = false;
};

struct PromiseCounts {
    std::size_t answered = 0;
    /// Left, or were cancelled, without a call: their truth is never known.
    std::size_t uncalled = 0;
    std::size_t waiting = 0;
};

/// Every wait that was told in the branch since a moment, kept by walking the log. Imported tickets were promised nothing. A value that a study
/// hands on to the next one; not thread-safe.
class PromiseLedger {
public:
    /// Nothing is read yet.
    explicit PromiseLedger(Instant since) : m_since(since) {}

    /// Reads on to the end of the log. Call it in a study. `keepGoing` is asked now and then with the instant that was reached and
    /// stops it by false: `cancelled`.
    Done advance(HistoryReader &reader, const std::function<bool(Instant)> &keepGoing = {});

    Instant since() const { return m_since; }
    /// Told in [from, until), in no order.
    std::vector<ToldPromise> told(Instant from, Instant until) const;

private:
    void take(const EventBatch &batch);

    Instant m_since;
    std::optional<Sequence> m_read;
    std::unordered_map<std::int64_t, ToldPromise> m_promises;
};

/// Those whose truth is known.
std::vector<analytics::AnsweredPromise> answeredOf(const std::vector<ToldPromise> &promises, const TimeZone &zone);
PromiseCounts countsOf(const std::vector<ToldPromise> &promises);

} // namespace smartqueue::engine
