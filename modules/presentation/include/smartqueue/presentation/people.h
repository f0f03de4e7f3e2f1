#pragma once

#include <QString>

#include <smartqueue/accounts/directory.h>

/// The words for a person at the console, in the language of now: call again when it changes.
namespace smartqueue::presentation::people {

/// "Supervisor" for a manager.
QString role(Role role);
/// What the user is in the tenant: the role on the platform goes before the one there. "Owner" for nobody (UserId{}).
QString roleIn(const accounts::Directory &directory, UserId user, TenantId tenant);
/// "First Last", else the e-mail; empty for nobody.
QString name(const accounts::Directory &directory, UserId user);
/// Its short name where it has no other.
QString tenantName(const Tenant &tenant);
/// At most two letters that stand for the name.
QString initials(const QString &name);

} // namespace smartqueue::presentation::people
