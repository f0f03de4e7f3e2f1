#pragma once

#include <map>
#include <utility>
#include <vector>

#include <smartqueue/analytics/health.h>
#include <smartqueue/domain/commands.h>

namespace smartqueue::analytics {

/// An alert is one rule on one queue.
using AlertKey = std::pair<QueueId, AlertType>;

/// An open alert stays until its figure is below this share of the threshold that raised it.
inline constexpr double clearShare = 0.9;

/// How long a rule has to hold before it is an alert; branch time.
inline constexpr Duration risesAfter = std::chrono::seconds(1);

/// The figure of an open alert is brought up to date at most this often; branch time. A change of severity never waits.
inline constexpr Duration figureEvery = std::chrono::seconds(10);

/// Whether an open alert of this type stays open: the rule holds, or its figure is not yet clear of the threshold.
bool keepsOpen(const QueueHealth &health, AlertType type);

/// Turns findings into alerts without flicker: raised when a rule holds in two evaluations running that lie risesAfter apart,
/// updated when the severity or the figure changes, cleared at clearShare of the threshold. Remembers only what it saw last;
/// the open alerts are the branch's. Not thread-safe.
class AlertTracker {
public:
    /// The RaiseAlert and ClearAlert commands that bring `alerts` in line with `overview`, by queue and type. A RaiseAlert for an
    /// open alert updates its severity and figure. Cleared alerts in `alerts` are passed over.
    std::vector<CommandBody> evaluate(const Overview &overview, const std::map<AlertId, Alert> &alerts);

private:
    /// Since when each rule has held without a break.
    std::map<AlertKey, Instant> m_holdingSince;
    /// When this tracker last raised or updated each open alert.
    std::map<AlertKey, Instant> m_toldAt;
};

/// "Would have fired N times last week": counts the alerts that a series of evaluations would have raised.
/// Not thread-safe.
class RiseCounter {
public:
    /// One evaluation; in the order of time.
    void observe(const Overview &overview);

    int rises(AlertType type) const;
    int rises(AlertType type, QueueId queue) const;

private:
    AlertTracker m_tracker;
    std::map<AlertId, Alert> m_open;
    std::map<AlertKey, int> m_rises;
    std::int64_t m_lastId = 0;
};

} // namespace smartqueue::analytics
