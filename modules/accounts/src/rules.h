#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/domain/names.h>

#include "smartqueue/accounts/decide.h"

/// One overload a command; decide() visits them. Shared checks stand below.
namespace smartqueue::accounts {

struct Context {
    const Directory &directory;
    const Command &command;
    Instant now;
};

using Events = std::vector<Event>;
using Decision = Result<Events>;

Decision rule(const Context &, const CreateTenant &);
Decision rule(const Context &, const UpdateTenant &);
Decision rule(const Context &, const SuspendTenant &);
Decision rule(const Context &, const CreateSite &);
Decision rule(const Context &, const CreateUser &);
Decision rule(const Context &, const UpdateUser &);
Decision rule(const Context &, const SetPlatformRole &);
Decision rule(const Context &, const SetUserActive &);
Decision rule(const Context &, const DeleteUser &);
Decision rule(const Context &, const GrantRole &);
Decision rule(const Context &, const RevokeRole &);
Decision rule(const Context &, const InviteAgent &);
Decision rule(const Context &, const RenewInvitation &);
Decision rule(const Context &, const AcceptInvitation &);
Decision rule(const Context &, const SetPassword &);
Decision rule(const Context &, const SetPin &);
Decision rule(const Context &, const SetSecondFactor &);
Decision rule(const Context &, const EndSessions &);
Decision rule(const Context &, const RecordSignIn &);
Decision rule(const Context &, const RecordFailedSignIn &);
Decision rule(const Context &, const EraseCustomer &);
Decision rule(const Context &, const ExportCustomer &);
Decision rule(const Context &, const RotateKey &);
Decision rule(const Context &, const AdmitDevice &);
Decision rule(const Context &, const RevokeDevice &);
Decision rule(const Context &, const TakeOver &);
Decision rule(const Context &, const SetAuthority &);

Result<const Tenant *> findTenant(const Context &, TenantId);
/// Not suspended.
Result<const Tenant *> findOpenTenant(const Context &, TenantId);
/// Not removed.
Result<const User *> findUser(const Context &, UserId);

/// UserCreated and ProfileChanged of a new user, if the database may have this one.
Result<Events> newUser(const Context &, const Profile &, PlatformRole);
/// The user that newUser() makes.
UserId nextUser(const Directory &);
/// Whether the tenant may have another member with the role.
Done roomFor(const Context &, const Tenant &, Role);

/// A digest of the engine's that an event will hold: ASCII without a space.
Done checkedDigest(std::string_view field, const std::string &digest);
/// There is something that may be kept.
Done checkedSecret(std::string_view field, const NewSecret &secret);

tl::unexpected<Failure> limitReached(std::string_view what, std::int64_t limit);

/// Ids count up and are never given again: nothing leaves these maps.
template <class Id, class Value>
Id idAfter(const std::map<Id, Value> &map, Id kept)
{
    return {1 + (map.empty() ? kept.value : std::max(map.rbegin()->first.value, kept.value))};
}

} // namespace smartqueue::accounts
