#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <smartqueue/foundation/clock.h>

namespace smartqueue {

/// A local date as days since 1970-01-01.
using LocalDay = std::chrono::local_days;
using LocalInstant = std::chrono::local_time<std::chrono::milliseconds>;

/// The rules of one zone as a value: offsets from UTC and when they change. The rules themselves come from the
/// platform's database; see engine::timeZone().
class TimeZone {
public:
    struct Transition {
        Instant from;
        std::chrono::seconds offset;
    };

    /// UTC.
    TimeZone();
    /// `transitions` ordered by time; before the first, `initialOffset` holds.
    TimeZone(std::string name, std::chrono::seconds initialOffset, std::vector<Transition> transitions);

    const std::string &name() const { return m_name; }
    std::chrono::seconds offsetAt(Instant instant) const;
    LocalInstant toLocal(Instant instant) const;
    /// The instant of a local time. One that a spring change skipped is moved forward by the gap; of two that an
    /// autumn change repeats the first is meant.
    Instant toInstant(LocalInstant local) const;

private:
    std::string m_name;
    std::chrono::seconds m_initialOffset;
    std::vector<Transition> m_transitions;
};

} // namespace smartqueue
