#pragma once

#include <string>

#include <QString>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::presentation {

/// "8 minutes", "less than a minute"; the sign does not matter.
QString spanPhrase(Duration span);
/// "counter 3" in the middle of a sentence, or the counter's own name.
QString counterPhrase(const std::string &counter);

} // namespace smartqueue::presentation
