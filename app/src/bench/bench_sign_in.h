#pragma once

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// How long an attempt takes for an e-mail that nobody has, over how long a wrong password takes: medians of alternating attempts
/// with the real Argon2id. 1 when nobody can tell who has an account.
Result<double> unknownOverWrong();

} // namespace smartqueue::app
