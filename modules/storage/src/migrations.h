#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "connection.h"

namespace smartqueue::storage {

/// One step of the schema, forward only.
struct Migration {
    /// From 1, without gaps.
    int version = 0;
    std::string name;
    std::string sql;
};

/// The numbered files of the program, in order.
std::vector<Migration> embeddedMigrations();

/// Whether the file is a database of this program: throws notADatabase for any other, newerSchema for one that a newer
/// program wrote. Returns its schema version, 0 for an empty file.
int schemaVersion(Connection &connection, int newestKnown);

/// Applies what is missing, each step in a transaction of its own, after a copy "<path>.before-<newest>" of a database that
/// holds something; `disk_full` when that copy would leave less than `reserveBytes`. Throws DatabaseError and leaves the last
/// complete step.
void migrate(Connection &writer, const std::vector<Migration> &migrations, std::uint64_t reserveBytes);

} // namespace smartqueue::storage
