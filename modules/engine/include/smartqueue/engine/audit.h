#pragma once

#include <set>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/engine/history.h>

namespace smartqueue::engine {

/// Whether the act is the tenant's: done in one of its branches, or to it, its members or its invitations.
bool concerns(const EventBatch &batch, const accounts::Directory &directory, TenantId tenant);

/// The newest entries that match, at most `limit`: of the tenant, or without one of the whole database.
Result<std::vector<AuditEntry>> audit(AuditReader &reader, const accounts::Directory &directory, TenantId tenant, const AuditQuery &query, std::size_t limit);

} // namespace smartqueue::engine
