#pragma once

#include <string>
#include <string_view>

#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// The one spelling of an e-mail address: trimmed, Unicode NFKC, case folded, the domain in Unicode. Fails with `invalid_value`,
/// field `email`, when it has no local part, no domain, or what no address holds.
Result<std::string> normalisedEmail(std::string_view text);

} // namespace smartqueue::engine
