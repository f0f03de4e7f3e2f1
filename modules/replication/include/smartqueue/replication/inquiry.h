#pragma once

#include <map>
#include <set>
#include <vector>

#include <smartqueue/replication/host.h>

namespace smartqueue::replication {

/// Whoever is there without an answer is asked again after so long.
inline constexpr Moment askAgainAfter{250};

/// Why a link brought no answer. Nobody of the branch is there; somebody took the call, and it was cut: too many come from this place, or it
/// stops just now; a desktop that proved who it is did not let this one in.
enum class NoAnswer { absent, cut, notLetIn };

/// The question who leads, to all desktops at once, over a link of its own to each. Somebody who is there and does not answer may be the very one who
/// leads: it is asked again. What is dialed and closed is up to the driver. Not thread-safe.
class Inquiry {
public:
    /// It takes lookAroundLimit at most once anybody has answered, and `patience` until then.
    Inquiry(Moment now, Moment patience);

    /// The driver dials the desktop on that link.
    void dialed(Link link, const DeviceId &device);
    /// Whether the link is one of this question, and not over.
    bool holds(Link link) const { return m_open.contains(link); }
    /// The link is over.
    void ended(Link link, NoAnswer why, Moment now);
    /// What came over the link; it is over.
    void answered(Link link, const DeviceId &device, Leads leads);
    /// Whom the driver dials again now; each is named once. Where nobody was when the others had not answered yet somebody may lead by now.
    std::vector<DeviceId> due(Moment now);
    /// Somebody else waits for the same answers, and for that long.
    void wait(Moment now, Moment patience);

    bool isOver(Moment now) const;
    /// For the driver to close once it is over.
    std::vector<Link> open() const;
    const std::map<DeviceId, Leads> &answers() const { return m_answers; }
    /// Nobody answered, and not because nobody is there: the branch may have gone on without this desktop.
    bool isTurnedAway() const { return m_answers.empty() && !m_notLetIn.empty(); }

private:
    std::map<Link, DeviceId> m_open;
    /// Who is there, and when it is asked again.
    std::map<DeviceId, Moment> m_again;
    /// Where nobody was, and when that was known.
    std::map<DeviceId, Moment> m_absent;
    std::set<DeviceId> m_notLetIn;
    std::map<DeviceId, Leads> m_answers;
    Moment m_until;
    Moment m_latest;
};

} // namespace smartqueue::replication
