#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::exchange {

/// One line of `smartqueue do`.
struct ScriptCommand {
    /// Its `at` is set when the line gives one.
    Command command;
    /// Set when a name is not known in the state; the command then carries an id that nothing has.
    std::optional<Failure> unresolved;
};

/// Reads one line against the names of `state`. Fails with `too_long`, `malformed`, `unknown_command`, `missing_field`,
/// `unknown_field`, `invalid_value` or `out_of_range`; the detail names the field.
Result<ScriptCommand> readCommand(std::string_view line, const queueing::BranchState &state);

/// The answer to a read line. A command with an id is submitted even when a name in it is unknown, because a resend of a
/// command already answered gets that answer, whatever was renamed or removed since.
engine::Answer answerTo(const ScriptCommand &script, const std::function<engine::Answer(const Command &)> &submit);

/// The command's id as far as a line gives one, for answers to lines that were refused; empty otherwise.
std::string commandIdOf(std::string_view line);

/// `{"line":1,"ok":true,…}`, without a line feed. `state` is the one after the command.
std::string resultLine(std::int64_t line, const engine::Answer &answer, const queueing::BranchState &state,
                       const CommandId &id = {});

} // namespace smartqueue::exchange
