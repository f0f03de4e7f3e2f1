#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// A person as a line of a file names them; nothing is checked yet.
struct UserRow {
    /// Of the file, from 1.
    std::int64_t line = 0;
    std::string email = {};
    std::string firstName = {};
    std::string lastName = {};
    std::string phone = {};
    /// Slugs, and a role for each or one for all, set apart by "/".
    std::string tenants = {};
    std::string roles = {};
    /// Name of the site an invited agent works at; without one, the only site of the tenant.
    std::string branch = {};
    /// A platform role's name; empty: none.
    std::string platform = {};
    std::string password = {};
    /// Why the line cannot be read; then nothing else of it stands.
    std::optional<Failure> problem = {};
};

/// What becomes of a line.
enum class UserVerdict {
    /// A new user with the password of the file, to be changed at the first sign-in.
    create,
    /// A new user who sets the first password with a one-time code.
    invite,
    /// Somebody who is there already gets a role in a tenant.
    grant,
    nothing,
    refused
};

struct PlannedUser {
    UserRow row;
    UserVerdict verdict = UserVerdict::refused;
    /// Of a refused one.
    std::optional<Failure> refusal = {};
    /// Who has this e-mail already.
    UserId user = {};
    /// What the line asks for, the tenants found.
    std::vector<Membership> memberships = {};
    /// CreateUser or InviteAgent, with the site that it is for.
    std::optional<CommandBody> first = {};
    SiteId site = {};
    /// To be granted then, to `user` or to the one who was made.
    std::vector<Membership> grants = {};
};

/// Port: lists of people as files. From any thread; reading blocks.
class UserFiles {
public:
    virtual ~UserFiles() = default;

    /// Every line of the file with what would become of it now, asked for by this user; nothing is done. Fails where the file
    /// as a whole cannot be used, and with `limit_reached` for more lines than a database has users.
    virtual Result<std::vector<PlannedUser>> preview(const std::string &path, const accounts::Directory &directory, UserId asking) = 0;
    /// The people whom this user administers, as a file that preview() reads again. No secret stands in it.
    virtual std::string table(const accounts::Directory &directory, UserId asking) = 0;
    /// Any rows as a file that spreadsheets open without running what stands in a cell.
    virtual std::string csv(const std::vector<std::vector<std::string>> &rows) = 0;
};

} // namespace smartqueue::engine
