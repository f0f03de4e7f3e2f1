#pragma once

#include <vector>

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/simulation/branch_model.h>

namespace smartqueue::simulation {

/// Which days have a record: those on which anybody came to the branch. Of the others nobody knows whether it was open.
class RecordedDays {
public:
    RecordedDays(const std::vector<PastTicket> &past, const TimeZone &zone, Instant now);

    LocalDay first() const { return m_first; }
    /// The day of `now`, which is not over.
    LocalDay today() const { return m_today; }
    bool isOpen(LocalDay day) const;
    /// Those that are over.
    int count() const { return m_count; }

private:
    LocalDay m_first{};
    LocalDay m_today{};
    std::vector<bool> m_open;
    int m_count = 0;
};

/// When a queue is looked at, and how far ahead.
struct OutlookSpan {
    Instant now{};
    Instant until{};
    /// Opening hours, minutes after local midnight.
    int opensAt = 0;
    int closesAt = 0;
};

/// `arrivals` are those of one queue up to `now`, in any order.
ArrivalOutlook outlookOf(const std::vector<Instant> &arrivals, const RecordedDays &days, const TimeZone &zone, const OutlookSpan &span);

} // namespace smartqueue::simulation
