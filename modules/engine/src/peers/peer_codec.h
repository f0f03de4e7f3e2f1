#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/replication/wire.h>

#include "smartqueue/engine/event_log.h"

/// What the engines of two desktops hand each other inside replication's entries, requests and replies. Readers fail with
/// codec::unreadable.
namespace smartqueue::engine {

/// Of the entries that this program reads and writes.
inline constexpr replication::Schemas entrySchemas{2, 2};

std::string encode(const CommitGroup &group);
Result<CommitGroup> decodeGroup(std::string_view bytes);

/// What a replica asks of its host. One of the bodies is set.
struct PeerRequest {
    /// codec::encode() of a command, and the token of whoever gives it; none: the owner of a database without users.
    std::string command;
    std::string token;
    /// Commands that the asking desktop did alone, each with who asked for it.
    std::vector<std::string> done;

    std::string email;
    std::string password;
    std::string code;
    /// The PIN of `user`.
    std::string pin;
    UserId user;
    /// A session that the desktop kept.
    std::optional<accounts::Session> kept;
    std::string device;
};
std::string encode(const PeerRequest &request);
Result<PeerRequest> decodeRequest(std::string_view bytes);

/// The answer to a command, or the session behind a sign-in, whose token its commands carry.
struct PeerReply {
    /// Does not travel. `nobody`: no host has got it this time; `perhaps`: nobody can say what came of it.
    enum class By { host, nobody, perhaps } by = By::host;
    std::optional<Answer> answer;
    /// To what was done alone, one each.
    std::vector<Answer> answers;
    std::optional<Result<accounts::Session>> session;
};
std::string encode(const PeerReply &reply);
Result<PeerReply> decodeReply(std::string_view bytes);

} // namespace smartqueue::engine
