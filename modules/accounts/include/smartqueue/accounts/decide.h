#pragma once

#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::accounts {

/// What the account command does to the directory, or why it cannot: limits, names, uniqueness, states. Whether the user may is
/// permit()'s question, asked before. Texts are trimmed and checked; e-mails come normalised and secrets as they are kept.
/// What concerns a branch besides (its definition behind a new site, the agent behind an invitation, open tickets) is the
/// engine's to add and to check. Time never runs backwards, but for RecordSignIn and RecordFailedSignIn.
Result<std::vector<Event>> decide(const Directory &directory, const Command &command, Instant now);

/// The profile that the command leaves beside the log, for the user that its events name; none when it changes none.
std::optional<Profile> profileAfter(const Directory &directory, const CommandBody &command);

} // namespace smartqueue::accounts
