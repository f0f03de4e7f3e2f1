#pragma once

#include <optional>
#include <string_view>

#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// The code that a command can be refused with, by the word that was written down or came from another desktop; none that this
/// program knows.
std::optional<FailureCode> failureCode(std::string_view word);

} // namespace smartqueue::engine
