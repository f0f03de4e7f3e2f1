#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// Port: what a desktop did while it did not hear its host, kept until the host has answered. It stands beside the database and not in
/// it, so that it is still there when a copy takes the database's place. Used by the engine's thread alone. Fails with a code of storage_failures.
class Outbox {
public:
    struct Entry {
        /// Rises.
        std::int64_t number = 0;
        Command command;
        /// It may have reached a host.
        bool offered = false;
    };
    /// What no host will ever take, or nobody can read. It stays for people to see, and hinders nothing.
    struct Aside {
        std::int64_t number = 0;
        /// The ticket that it issued, whose number is given; none: it issued none.
        TicketId ticket;
        /// codec::encode() of the command, or what is left of it.
        std::string command;
        /// The code of the refusal and its detail `reason`.
        std::string code;
        std::string reason;
    };

    virtual ~Outbox() = default;
    /// Oldest first. What cannot be read is set aside, for good.
    virtual Result<std::vector<Entry>> all() = 0;
    /// Oldest first.
    virtual Result<std::vector<Aside>> aside() = 0;
    /// Durable when it returns, under the number that comes back.
    virtual Result<std::int64_t> keep(const Command &command) = 0;
    /// Those up to this number may reach a host from here on; durable when it returns.
    virtual Done offer(std::int64_t upTo) = 0;
    /// Those are answered.
    virtual Done drop(const std::vector<std::int64_t> &numbers) = 0;
    /// Durable when it returns.
    virtual Done setAside(std::int64_t number, const Failure &why) = 0;
};

/// The ticket that a command done alone issued; none: it issued none.
inline TicketId issuedAlone(const Command &command)
{
    const auto *issue = std::get_if<IssueTicket>(&command.body);
    return issue && issue->granted ? issue->granted->ticket : TicketId{};
}

} // namespace smartqueue::engine
