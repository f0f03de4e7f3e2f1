#pragma once

#include <string>
#include <string_view>

#include <smartqueue/foundation/result.h>

namespace smartqueue::exchange {

/// One English sentence for the command line and for machines' logs: what is wrong and, where it helps, what to do.
/// Knows every code of the domain, the store and this module; another code is given as it is, with its details.
std::string sentenceFor(const Failure &failure);

/// Whether the code has a sentence of its own.
bool hasSentence(std::string_view code);

} // namespace smartqueue::exchange
