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
    /// Other desktops of the roster that did not answer.
    std::vector<DeviceId> unreached;
    /// Those of them that may alone hold what was acknowledged last.
    std::vector<DeviceId> missed;
};

/// What a replica knows of its branch when its host is lost.
struct LastKnown {
    DeviceId self;
    /// Of this desktop's log.
    Position end;
    /// The highest that it knows.
    Epoch epoch = 0;
    /// Every other desktop that may follow, the lost host apart.
    std::vector<DeviceId> roster;
    /// Whom the host counted when it was last heard, see Replica::live(); nothing where it was not heard since this desktop began,
    /// and then it may have counted anybody.
    std::optional<std::vector<DeviceId>> counted;
};

/// Asked twice: for the dialog, and when the person has said yes once more, then under the epoch of the first advice. Who answers that
/// follows no older epoch any more, so that what the answers say stays true.
TakeOverAdvice takeOverAdvice(const LastKnown &known, const std::map<DeviceId, Leads> &answers);

} // namespace smartqueue::replication
