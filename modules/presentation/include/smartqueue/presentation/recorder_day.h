#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <smartqueue/analytics/health.h>
#include <smartqueue/engine/day_recording.h>
#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::presentation {

/// Something on the recorder's lane of marks.
struct RecordedMark {
    enum class Kind { warning, critical, applied };
    Instant at{};
    Kind kind = Kind::warning;
    /// The batch it stands in.
    std::size_t batch = 0;
};

/// A call, and who was passed over by it: of every queue of its agent the one who had waited longest, if longer than the called one.
struct RecordedCall {
    std::size_t batch = 0;
    Instant at{};
    TicketId ticket;
    std::vector<TicketId> overtaken;
};

/// One recorded day made ready for scrubbing. Immutable; read from any thread.
struct RecorderDay {
    std::shared_ptr<const engine::DayRecording> recording;
    TimeZone zone;
    /// What the time axis shows: the opening hours, widened to whole hours where more was recorded.
    Instant axisFrom{};
    Instant axisUntil{};
    /// The last recorded moment on the axis.
    Instant recordedUntil{};
    Duration step{60'000};
    /// The queues in the order of the stack, with their waiting counts from axisFrom, one a `step`.
    struct Band {
        QueueId queue;
        std::string name;
        std::vector<int> counts;
    };
    std::vector<Band> bands;
    std::vector<RecordedMark> marks;
    std::vector<RecordedCall> calls;
    /// In the order of arrival.
    std::vector<std::pair<std::string, TicketId>> tickets;
    std::unordered_map<std::string, TicketId> ticketOf;
    std::unordered_map<TicketId, std::string> numberOf;
    /// The branch at the end, for names.
    std::shared_ptr<const queueing::BranchState> closing;
};
using SharedRecorderDay = std::shared_ptr<const RecorderDay>;

/// The branch at one recorded moment.
struct RecorderFrame {
    Instant at{};
    queueing::BranchState state;
    analytics::Overview overview;
    /// Batches around the moment: the one that happened last, with its neighbours.
    struct Happening {
        std::size_t batch = 0;
        bool current = false;
    };
    std::vector<Happening> happenings;
};
using SharedRecorderFrame = std::shared_ptr<const RecorderFrame>;

/// The facts behind "why was A called before B?".
struct RecorderAnswer {
    enum class Kind { none, unknownFirst, unknownSecond, sameTicket, notCalled, compared };
    Kind kind = Kind::none;
    std::string first;
    std::string second;
    std::optional<engine::DayRecording::Comparison> comparison;
    /// Who called the first one, and the log's entry that says so.
    AgentId caller;
    Sequence sequence = 0;
    /// The branch right before the decision.
    std::shared_ptr<const queueing::BranchState> before;
    TimeZone zone;
};
using SharedRecorderAnswer = std::shared_ptr<const RecorderAnswer>;

/// Prepares a loaded day. Study pool.
SharedRecorderDay prepareDay(std::shared_ptr<const engine::DayRecording> recording, const TimeZone &zone);
/// What the branch looked like at `at`. Study pool.
SharedRecorderFrame lookAt(const RecorderDay &day, Instant at);
/// The answer for two printed numbers. Study pool.
SharedRecorderAnswer explain(const RecorderDay &day, const std::string &first, const std::string &second);
/// The answer for the last call up to `at` that overtook somebody whom its agent could have called. Study pool.
SharedRecorderAnswer explainLastOvertaking(const RecorderDay &day, Instant at);

} // namespace smartqueue::presentation
