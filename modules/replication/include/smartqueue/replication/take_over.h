#pragma once

#include <map>
#include <optional>
#include <vector>

#include <smartqueue/replication/host.h>

namespace smartqueue::replication {

/// What the answers mean to a replica whose person wants to take over.
struct TakeOverAdvice {
    enum class Verdict {
        /// No other desktop that answered is further.
        mayTakeOver,
        /// The host answered, or somebody hears it.
        hostIsAlive,
        /// `fresher` has more of the log.
        fresherElsewhere
    };
    Verdict verdict = Verdict::mayTakeOver;
    DeviceId fresher;
    /// The epoch to lead under.
    Epoch epoch = 0;
    /// Desktops whose confirmations counted last and which did not answer: they may hold what this one does not.
    std::vector<DeviceId> unreached;
};

/// `self`: the end of this desktop's log and the highest epoch it knows. `live`: whom to wait for; Replica::live() names those whom
/// the host counted when it was last heard here, and only the whole roster is certain to name whom it counted last.
///
/// Asked twice: for the dialog, and when the person has said yes once more, then under the epoch of the first advice. Who answers that
/// follows no older epoch any more, so that what the answers say stays true.
TakeOverAdvice takeOverAdvice(const DeviceId &self, const Position &end, Epoch known, const std::vector<DeviceId> &live,
                              const std::map<DeviceId, Leads> &answers);

} // namespace smartqueue::replication
