#pragma once

#include <map>
#include <optional>
#include <vector>

#include <smartqueue/domain/values.h>

namespace smartqueue::presentation {

/// Whom an alert reaches, and how: critical ones notify and sound every minute until somebody has acknowledged them, the others
/// only knock once. Never a flood: one notification a queue in ten minutes, nothing for one's own act. Not thread-safe.
class AlertWatch {
public:
    static constexpr auto soundEvery = std::chrono::minutes(1);
    static constexpr auto popUpEvery = std::chrono::minutes(10);
    /// An alert that rises this soon after an own act is its consequence.
    static constexpr auto ownActLasts = std::chrono::seconds(5);

    struct Surroundings {
        bool windowHasFocus = false;
        bool quietHours = false;
        bool soundWanted = true;
    };
    struct Calls {
        /// To be shown inside the window.
        std::vector<AlertId> toasts;
        /// To be shown by the system.
        std::vector<AlertId> popUps;
        bool sound = false;
    };

    /// `now` is the branch's time, for snoozes; `uptime` a steady time, for people. The first call tells of no alert that stood
    /// before, but sounds for it.
    Calls evaluate(const std::map<AlertId, Alert> &alerts, Instant now, Duration uptime, const Surroundings &around);
    /// The person has just changed what a rule measures.
    void noteOwnAct(Duration uptime) { m_ownActAt = uptime; }

private:
    struct Seen {
        Severity severity;
        bool ownAct = false;
    };
    std::map<AlertId, Seen> m_seen;
    std::map<QueueId, Duration> m_popUpAt;
    std::optional<Duration> m_soundAt;
    std::optional<Duration> m_ownActAt;
    bool m_first = true;
};

/// Whether a minute of the day lies in the quiet hours, which may span midnight. Both in minutes after midnight.
bool isQuiet(int minuteOfDay, int from, int until);

} // namespace smartqueue::presentation
