#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/queueing/branch_state.h>

#include "smartqueue/engine/history.h"

/// An agent with an account is called what the account is called, which is personal data: neither the log nor a checkpoint holds
/// the name, and whoever rebuilds a branch gives it back. An agent without an account keeps a name of its own.
namespace smartqueue::engine {

using ProfileOf = std::function<std::optional<Profile>(UserId)>;
/// Whether the user's name stands beside the log.
using IsNamedBeside = std::function<bool(UserId)>;

ProfileOf profilesOf(const accounts::Directory &directory);

/// What the agent of an account is called in the branch: two people may have one name, and the address tells them apart.
std::string nameInBranch(const queueing::BranchState &state, AgentId agent, const Profile &profile);
/// Names one; whether the name changed.
bool nameAgent(queueing::BranchState &state, AgentId agent, const ProfileOf &profile);
/// Names every agent with an account; whether a name changed. An account that is not known leaves the name as the log has it.
bool nameAgents(queueing::BranchState &state, const ProfileOf &profile);
/// Into the definitions that came without a name.
void nameAgents(std::vector<Event> &events, const ProfileOf &profile);

void leaveNamesOut(std::vector<Event> &events, const IsNamedBeside &beside);
void leaveNamesOut(queueing::BranchState &state, const IsNamedBeside &beside);

/// The same reader, with the names of the accounts as they are in the directory.
std::unique_ptr<HistoryReader> withNames(std::unique_ptr<HistoryReader> reader, std::shared_ptr<const accounts::Directory> directory);

} // namespace smartqueue::engine
