#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <smartqueue/domain/ids.h>

namespace smartqueue::storage {

/// 32 bytes, SHA-256.
using ChainHash = std::string;

/// What stands before the first row.
ChainHash chainStart();

/// The columns of a row of the log that its hash covers.
struct LogRow {
    Sequence sequence = 0;
    std::int64_t epoch = 1;
    std::optional<std::string_view> command;
    std::string_view device;
    std::int64_t actor = 0;
    std::string_view kind;
    /// Rows of schema 1 stand before sites and users, and their hashes do not cover them.
    int schema = 1;
    std::int64_t at = 0;
    std::int64_t site = 0;
    std::int64_t user = 0;
    std::string_view before;
    std::string_view payload;
};

/// SHA-256(previous ‖ header ‖ payload); the header holds every other column as "length:text,", so that no two rows share one.
ChainHash chainHash(std::string_view previous, const LogRow &row);

} // namespace smartqueue::storage
