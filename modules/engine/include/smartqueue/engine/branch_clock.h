#pragma once

#include <mutex>
#include <optional>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::engine {

/// What time it is in the branch: that of the clock behind it or, while a recorded day is followed, the recording's. Any thread.
class BranchClock final : public Clock {
public:
    explicit BranchClock(const Clock &clock) : m_clock(clock) {}

    Instant now() const override;
    bool followsRecording() const;

    /// Recorded time counts from here on. It stands at `start` until goOnUntil() lets it go; `speed` 0 goes there at once,
    /// another one so many times as fast as the steady clock. False when a recording is followed already.
    bool followRecording(Instant start, double speed);
    /// Recorded time may go on to `until` and stands there: it must not overtake what is still to be submitted.
    void goOnUntil(Instant until);
    /// The clock behind counts again.
    void leaveRecording();

private:
    struct Recording {
        explicit Recording(Instant start) : paced(start), until(start) {}
        PacedClock paced;
        Instant until;
    };

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::optional<Recording> m_recording;
};

} // namespace smartqueue::engine
