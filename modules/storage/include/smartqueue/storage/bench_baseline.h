#pragma once

#include <string>

#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

struct RawBaseline {
    /// Absolute path of a file that does not exist yet; the caller removes it.
    std::string path;
    int commands = 2000;
    /// Commands in one transaction.
    int perCommit = 1;
};

/// Commands a second when the rows that one command leaves (log, story, ticket, leg, receipt) are written by plain prepared
/// statements of the C library, WAL with synchronous=FULL, with no engine around. The measure for `bench`. Any thread.
Result<double> rawCommandsPerSecond(const RawBaseline &baseline);

} // namespace smartqueue::storage
