#pragma once

#include <optional>

#include "smartqueue/accounts/directory.h"

/// A branch is worked in before anybody names its tenant: both get the ids that are kept for them with the first batch.
namespace smartqueue::accounts {

inline constexpr TenantId firstTenant{1};

/// Whose site it is; the first one has its tenant before the founding already.
std::optional<TenantId> tenantOf(const Directory &directory, SiteId site);

/// Founds the first site and its tenant, each where it is not there. Its slug is "main", or the first free one after it.
void found(Directory &directory);

} // namespace smartqueue::accounts
