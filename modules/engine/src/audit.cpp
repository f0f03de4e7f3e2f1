#include "smartqueue/engine/audit.h"

#include <algorithm>
#include <map>
#include <utility>

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

namespace {

/// What makes somebody a tenant's matter or the platform's.
struct Standing {
    std::vector<TenantId> tenants;
    PlatformRole platform = PlatformRole::none;

    /// Somebody of several tenants, or of the platform, is not this one's alone.
    bool isOnly(TenantId tenant) const { return platform == PlatformRole::none && tenants.size() == 1 && tenants.front() == tenant; }
};

Standing standingOf(const accounts::Directory &directory, UserId user)
{
    Standing standing;
    if (const User *known = directory.user(user)) {
        standing.platform = known->platform;
        for (const Membership &membership : known->memberships)
            standing.tenants.push_back(membership.tenant);
    }
    return standing;
}

/// Whose people were whose when an entry was written: today's memberships, told back along the few entries that changed them.
class PastStandings {
public:
    static Result<PastStandings> read(AuditReader &reader, const accounts::Directory &directory)
    {
        PastStandings past(directory);
        AuditQuery changes;
        for (const CommandBody &body : {CommandBody(GrantRole{}), CommandBody(RevokeRole{}), CommandBody(DeleteUser{}), CommandBody(SetPlatformRole{})})
            changes.kinds.emplace_back(nameOf(body));
        changes.site = SiteId{};
        changes.before = directory.sequence + 1;
        const Done told = reader.read(changes, [&](const AuditEntry &entry) {
            past.tellBack(entry.batch);
            return true;
        });
        return told ? Result<PastStandings>(std::move(past)) : tl::unexpected(told.error());
    }

    /// Before the entry or after it.
    bool wasOnly(UserId user, TenantId tenant, Sequence entry) const
    {
        return at(user, entry).isOnly(tenant) || at(user, entry - 1).isOnly(tenant);
    }

private:
    /// How it was until this entry.
    struct Change {
        Sequence sequence;
        Standing before;
    };

    explicit PastStandings(const accounts::Directory &directory) : m_directory(directory) {}

    /// After the entry, and before the next one.
    Standing at(UserId user, Sequence entry) const
    {
        if (const auto changes = m_changes.find(user); changes != m_changes.end()) {
            for (auto change = changes->second.rbegin(); change != changes->second.rend(); ++change) {
                if (change->sequence > entry)
                    return change->before;
            }
        }
        return standingOf(m_directory, user);
    }

    void tellBack(const EventBatch &batch)
    {
        const auto told = [&](UserId user) -> Standing & {
            auto &changes = m_changes[user];
            const Standing since = changes.empty() ? standingOf(m_directory, user) : changes.back().before;
            if (changes.empty() || changes.back().sequence != batch.sequence)
                changes.push_back({batch.sequence, since});
            return changes.back().before;
        };
        for (const Event &event : batch.events) {
            if (const auto *granted = std::get_if<RoleGranted>(&event))
                std::erase(told(granted->user).tenants, granted->tenant);
            else if (const auto *changed = std::get_if<PlatformRoleChanged>(&event))
                told(changed->user).platform = PlatformRole::none;
        }
        for (const Event &stood : batch.before) {
            if (const auto *granted = std::get_if<RoleGranted>(&stood))
                told(granted->user).tenants.push_back(granted->tenant);
            else if (const auto *changed = std::get_if<PlatformRoleChanged>(&stood))
                told(changed->user).platform = changed->role;
        }
    }

    const accounts::Directory &m_directory;
    /// The newest first.
    std::map<UserId, std::vector<Change>> m_changes;
};

template <class IsMember>
bool concernsTenant(const EventBatch &batch, const accounts::Directory &directory, TenantId tenant, IsMember isMember)
{
    if (batch.site) {
        const Site *site = directory.site(batch.site);
        return site && site->tenant == tenant;
    }
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

} // namespace

UserId personOf(const EventBatch &batch)
{
    for (const Event &event : batch.events) {
        if (const auto *in = std::get_if<UserSignedIn>(&event))
            return in->user;
        if (const auto *failed = std::get_if<SignInFailed>(&event))
            return failed->user;
        if (const auto *accepted = std::get_if<InvitationAccepted>(&event))
            return accepted->user;
    }
    return batch.user;
}

const std::string &deviceOf(const AuditEntry &entry)
{
    for (const Event &event : entry.batch.events) {
        if (const auto *in = std::get_if<UserSignedIn>(&event); in && !in->device.empty())
            return in->device;
    }
    return entry.device;
}

Done mayProveChain(const accounts::Directory &directory, UserId user)
{
    if (accounts::require(directory, user, TenantId{}, Permission::readPlatform))
        return {};
    if (const User *known = directory.user(user)) {
        for (const Membership &membership : known->memberships) {
            if (accounts::require(directory, user, membership.tenant, Permission::readAudit))
                return {};
        }
    }
    return accounts::require(directory, user, TenantId{}, Permission::readAudit);
}

bool concerns(const EventBatch &batch, const accounts::Directory &directory, TenantId tenant)
{
    return concernsTenant(batch, directory, tenant, [&](UserId user) { return standingOf(directory, user).isOnly(tenant); });
}

Done visitAudit(AuditReader &reader, const accounts::Directory &directory, TenantId tenant, const AuditQuery &query,
                const std::function<bool(const AuditEntry *)> &visit)
{
    AuditQuery asked = query;
    const std::optional<UserId> person = std::exchange(asked.user, std::nullopt);
    // Who signs in, or has no account yet, is told by the entry alone.
    if (person)
        asked.users = {*person, theProgram, UserId{}};
    std::optional<PastStandings> past;
    if (tenant) {
        auto read = PastStandings::read(reader, directory);
        if (!read)
            return tl::unexpected(read.error());
        past.emplace(std::move(*read));
    }
    return reader.read(asked, [&](const AuditEntry &entry) {
        const EventBatch &batch = entry.batch;
        const bool isTheirs = !person || personOf(batch) == *person;
        const auto wasMember = [&](UserId user) { return past->wasOnly(user, tenant, batch.sequence); };
        const bool isShown = isTheirs && (!tenant || concernsTenant(batch, directory, tenant, wasMember));
        return visit(isShown ? &entry : nullptr);
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
