#pragma once

#include <vector>

#include <QFuture>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/event_log.h>

namespace smartqueue::engine {

/// Port: what a desktop that decides waits for before anybody is told.
class Confirmation {
public:
    virtual ~Confirmation() = default;
    /// The log ends there, durable. Blocks the engine's thread until that may be told: at once where no other desktop follows.
    /// Fails with `not_host` when it never will be, because another desktop decides by now.
    virtual Done confirm(const Position &end) = 0;
};

/// Port: where commands are decided in an installation that follows. From any thread.
class Upstream {
public:
    virtual ~Upstream() = default;
    /// Finished when this desktop's log holds what came of it. Fails with `host_unreachable` when the host cannot be asked.
    virtual QFuture<Answer> submit(Command command) = 0;
    virtual QFuture<Result<accounts::Session>> signIn(std::string email, std::string password, std::string code, std::string device) = 0;
    virtual QFuture<Result<accounts::Session>> signInWithPin(UserId user, std::string pin, std::string device) = 0;
    virtual QFuture<Result<accounts::Session>> resume(accounts::Session kept, std::string device) = 0;
    /// What this desktop did alone, carried out in one go: an answer each, `host_unreachable` for all where nobody can say what came of it,
    /// `not_alone` for what no host will take.
    virtual QFuture<std::vector<Answer>> offer(std::vector<Command> done) = 0;
    /// What the screens show is what is.
    virtual bool isInStep() const = 0;
    /// The host has not been heard for so long that this desktop goes on alone, and it certainly has not got the command. No id: nobody
    /// was asked under it yet.
    virtual bool mayGoAlone(const CommandId &command) const = 0;
};

} // namespace smartqueue::engine
