#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include <smartqueue/foundation/result.h>

namespace smartqueue::exchange {

/// One English sentence for the command line and for machines' logs: what is wrong and, where it helps, what to do.
/// Knows every code of the domain, the store and this module; another code is given as it is, with its details.
std::string sentenceFor(const Failure &failure);

/// Adds `code`, `message` and `detail` to the object: numbers of the detail as numbers, texts out of somebody's input cut short.
/// `permission` and `retry_after_seconds`, on which programs act, stand beside the code besides.
void addFailure(nlohmann::ordered_json &json, const Failure &failure);

/// With the texts of its detail cut to what a person reads: whoever feeds in a megabyte does not get it back.
Failure readable(Failure failure);

/// Whether the code has a sentence of its own.
bool hasSentence(std::string_view code);

} // namespace smartqueue::exchange
