#pragma once

#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// Desktops of one branch in this process, with databases in `folder` and links over TLS on 127.0.0.1:
/// `peer_round_trip_p95_ms`: from a desktop that follows to the host and back until its own log holds the effect, beyond the commit:
/// less the median of the same command at the host alone;
/// `replica_lag_p95_ms`: from the commit at the host until it is durable and shown at a desktop that follows;
/// `catch_up_ops_per_second`: of a desktop that comes back, from its start until its log is whole, finding the host included;
/// `peers_50_commands_per_second`: answered, when 50 desktops offer 20 a second each. What it takes to be 50 desktops is taken from
/// the same machine.
Result<nlohmann::ordered_json> peerFigures(const QTemporaryDir &folder);

} // namespace smartqueue::app
