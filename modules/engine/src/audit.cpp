#include "smartqueue/engine/audit.h"

#include <algorithm>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>

namespace smartqueue::engine {

Result<TenantId> auditReach(const accounts::Directory &directory, UserId user, SiteId site)
{
    if (accounts::require(directory, user, TenantId{}, Permission::readPlatform))
        return TenantId{};
    if (const Done may = accounts::require(directory, user, site, Permission::readAudit); !may)
        return tl::unexpected(may.error());
    const Site *known = directory.site(site);
    if (!known)
        return fail(failures::unknownSite, {{"site", std::to_string(site.value)}});
    return known->tenant;
}

bool concerns(const EventBatch &batch, const accounts::Directory &directory, TenantId tenant)
{
    if (batch.site) {
        const Site *site = directory.site(batch.site);
        return site && site->tenant == tenant;
    }
    const auto isMember = [&](UserId user) {
        const User *known = directory.user(user);
        // Somebody of several tenants, or of the platform, is not this one's alone.
        return known && known->platform == PlatformRole::none && known->memberships.size() == 1 && known->memberships.front().tenant == tenant;
    };
    const auto isCustomer = [&](const std::string &key) {
        const auto ticket = ticketOfKey(customerPrefix, key);
        const Site *site = ticket ? directory.site(siteOf(*ticket)) : nullptr;
        return site && site->tenant == tenant;
    };
    return std::any_of(batch.events.begin(), batch.events.end(), [&](const Event &event) {
        return std::visit(
            [&](const auto &e) {
                if constexpr (requires { e.tenant.slug; })
                    return e.tenant.id == tenant;
                else if constexpr (requires { e.tenant; })
                    return e.tenant == tenant;
                else if constexpr (requires { e.site.tenant; })
                    return e.site.tenant == tenant;
                else if constexpr (requires { e.invitation; })
                    return e.invitation.tenant == tenant;
                else if constexpr (requires { e.customers; })
                    return std::any_of(e.customers.begin(), e.customers.end(), isCustomer);
                else if constexpr (requires { e.user; })
                    return isMember(e.user);
                else
                    return false;
            },
            event);
    });
}

Done visitAudit(AuditReader &reader, const accounts::Directory &directory, TenantId tenant, const AuditQuery &query,
                const std::function<bool(const AuditEntry *)> &visit)
{
    return reader.read(query, [&](const AuditEntry &entry) {
        return visit(!tenant || concerns(entry.batch, directory, tenant) ? &entry : nullptr);
    });
}

Result<std::vector<AuditEntry>> audit(AuditReader &reader, const accounts::Directory &directory, TenantId tenant, const AuditQuery &query, std::size_t limit)
{
    std::vector<AuditEntry> entries;
    if (limit == 0)
        return entries;
    const Done read = visitAudit(reader, directory, tenant, query, [&](const AuditEntry *entry) {
        if (entry)
            entries.push_back(*entry);
        return entries.size() < limit;
    });
    if (!read)
        return tl::unexpected(read.error());
    return entries;
}

} // namespace smartqueue::engine
