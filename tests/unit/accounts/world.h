#pragma once

#include <chrono>
#include <stdexcept>
#include <string>

#include <QTest>

#include <smartqueue/accounts/decide.h>
#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>

namespace QTest {

template <>
inline char *toString(const std::string &text)
{
    return qstrdup(("\"" + text + "\"").c_str());
}

} // namespace QTest

/// A directory under decide() and apply(), with the log that a store would hold.
namespace smartqueue::accounts {

/// "permission_denied manage_queue", "weak_password short" and so on; empty: done.
inline std::string outcome(const Done &done)
{
    if (done)
        return {};
    std::string text(done.error().code.name());
    for (const char *key : {"permission", "reason", "field", "what"}) {
        if (const auto detail = done.error().detail.find(key); detail != done.error().detail.end())
            text += ' ' + detail->second;
    }
    return text;
}

struct World {
    Directory directory;
    Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 19) + std::chrono::hours(9)};
    std::vector<EventBatch> log;

    /// Decides and applies, and keeps the profile beside the log as a store does. Does not ask whether the user may.
    Done tell(CommandBody body, SiteId site = {})
    {
        const Command command{{}, std::move(body), {}, {}, {}, {}, site, {}};
        auto events = decide(directory, command, now);
        if (!events)
            return tl::unexpected(events.error());
        if (events->empty())
            return {};
        const auto profile = profileAfter(directory, command.body);
        commit(std::move(*events), site, std::string(nameOf(command.body)));
        for (const Event &event : log.back().events) {
            if (const auto *changed = std::get_if<ProfileChanged>(&event))
                directory.profiles[changed->user] = profile.value();
        }
        return {};
    }

    void commit(std::vector<Event> events, SiteId site = {}, std::string kind = {})
    {
        log.push_back({directory.sequence + 1, now, {}, {}, std::move(kind), std::move(events), site, {}});
        apply(directory, log.back());
    }

    std::string refusal(CommandBody body, SiteId site = {}) { return outcome(tell(std::move(body), site)); }

    void must(CommandBody body, SiteId site = {})
    {
        if (const std::string refused = refusal(std::move(body), site); !refused.empty())
            throw std::runtime_error(refused);
    }

    /// How many events the command has, none of which is applied.
    std::size_t effects(CommandBody body) const
    {
        return decide(directory, {{}, std::move(body), {}, {}}, now).value().size();
    }

    TenantId tenant(const std::string &slug)
    {
        Tenant tenant;
        tenant.slug = slug;
        must(CreateTenant{tenant});
        return directory.tenants.rbegin()->first;
    }

    SiteId site(TenantId tenant, const std::string &name)
    {
        Branch branch;
        branch.name = name;
        must(CreateSite{tenant, branch});
        return directory.sites.rbegin()->first;
    }

    UserId user(const std::string &email, PlatformRole platform = PlatformRole::none)
    {
        must(CreateUser{{email, "First", "Last", {}}, platform, {{}, "hash"}});
        return directory.users.rbegin()->first;
    }

    UserId superadmin(const std::string &email = "root@example.org") { return user(email, PlatformRole::superadmin); }

    UserId member(const std::string &email, TenantId tenant, Role role)
    {
        const UserId id = user(email);
        must(GrantRole{id, tenant, role});
        return id;
    }

    InviteAgent invitation(const std::string &email, TenantId tenant) const
    {
        return {{email, "In", "Vited", {}}, tenant, {}, Role::agent, {{}, "digest-of-" + email.substr(0, email.find('@'))}};
    }

    UserId invited(const std::string &email, TenantId tenant)
    {
        must(invitation(email, tenant));
        return directory.users.rbegin()->first;
    }

    const User &userOf(UserId id) const { return directory.users.at(id); }
    const Profile &profileOf(UserId id) const { return directory.profiles.at(id); }
    void wait(Duration duration) { now += duration; }
};

} // namespace smartqueue::accounts
