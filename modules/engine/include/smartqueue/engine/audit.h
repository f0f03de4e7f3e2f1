#pragma once

#include <functional>
#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/engine/history.h>

namespace smartqueue::engine {

/// Whose acts the user may read, who works at the site: those of the site's tenant, or with TenantId{} those of the whole
/// database. Fails as accounts::require() does.
Result<TenantId> auditReach(const accounts::Directory &directory, UserId user, SiteId site);

/// Whether the user may have the log's chain proved: whoever reads the audit, of the database or of a tenant. Fails as
/// accounts::require() does.
Done mayProveChain(const accounts::Directory &directory, UserId user);

/// Who did it. Signing in is written down by the program: it is the act of whoever signed in, or of the account that was tried.
UserId personOf(const EventBatch &batch);
/// The desktop it was done at.
const std::string &deviceOf(const AuditEntry &entry);

/// Whether the act is the tenant's as memberships stand now: done in one of its branches, or to it, its members or its
/// invitations.
bool concerns(const EventBatch &batch, const accounts::Directory &directory, TenantId tenant);

/// Newest first, the entries that match: of the tenant, or without one of the whole database; the query's `user` is the person
/// who did it. What was done to people is the tenant's whose members they were then. `visit` returns false to stop. It is asked
/// with null now and then while nothing matches, so that a long search can be given up.
Done visitAudit(AuditReader &reader, const accounts::Directory &directory, TenantId tenant, const AuditQuery &query,
                const std::function<bool(const AuditEntry *)> &visit);

/// The newest entries that match, at most `limit`: of the tenant, or without one of the whole database.
Result<std::vector<AuditEntry>> audit(AuditReader &reader, const accounts::Directory &directory, TenantId tenant, const AuditQuery &query, std::size_t limit);

} // namespace smartqueue::engine
