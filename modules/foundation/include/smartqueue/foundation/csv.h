#pragma once

#include <string>
#include <string_view>

namespace smartqueue {

/// A cell of a delimited file (RFC 4180), in quotes where it needs them. A spreadsheet runs what begins with = + - @ or a tab
/// as a formula, so such a cell gets a leading apostrophe; unguardedCell() takes it off again.
std::string csvCell(std::string_view text);

/// A cell with that apostrophe where it needs one, and without it again: what begins with apostrophes and then such a
/// character has one more in between, so that every text comes back as it was.
std::string guardedCell(std::string_view text);
std::string_view unguardedCell(std::string_view cell);

} // namespace smartqueue
