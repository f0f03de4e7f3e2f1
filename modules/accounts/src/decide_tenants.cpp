#include <algorithm>

#include <smartqueue/foundation/text.h>

#include "founding.h"
#include "rules.h"

namespace smartqueue::accounts {

namespace {

bool isSlug(std::string_view text)
{
    const auto isPart = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.front() != '-' && text.back() != '-' && std::all_of(text.begin(), text.end(), isPart);
}

bool isLocale(std::string_view text)
{
    const auto isPart = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    return !text.empty() && text.front() != '-' && text.back() != '-' && std::all_of(text.begin(), text.end(), isPart);
}

bool sameLimits(const TenantLimits &a, const TenantLimits &b)
{
    return a.sites == b.sites && a.agents == b.agents && a.queues == b.queues;
}

bool sameTenant(const Tenant &a, const Tenant &b)
{
    return a.id == b.id && a.slug == b.slug && a.name == b.name && a.locale == b.locale && a.timeZone == b.timeZone
        && a.retentionDays == b.retentionDays && sameLimits(a.limits, b.limits) && a.suspended == b.suspended
        && a.secondFactorFor == b.secondFactorFor;
}

Result<Tenant> checkedTenant(const Context &context, Tenant tenant)
{
    constexpr std::size_t localeBytes = 35;
    auto slug = checkedText("slug", tenant.slug, limits::slugBytes, false);
    SQ_CHECK(slug);
    if (!isSlug(*slug))
        return fail(failures::invalidValue, {{"field", "slug"}, {"expected", "small letters, digits and hyphens"}});
    if (const Tenant *other = context.directory.tenantBySlug(*slug); other && other->id != tenant.id)
        return fail(failures::slugTaken, {{"slug", *slug}});
    tenant.slug = *slug;
    auto name = checkedText("name", tenant.name, limits::nameCodePoints, true);
    SQ_CHECK(name);
    tenant.name = name->empty() ? tenant.slug : *name;
    auto locale = checkedText("locale", tenant.locale, localeBytes, false);
    SQ_CHECK(locale);
    if (!isLocale(*locale))
        return fail(failures::invalidValue, {{"field", "locale"}, {"expected", "a language such as fr or en"}});
    tenant.locale = *locale;
    auto zone = checkedText("timezone", tenant.timeZone, limits::nameCodePoints, false);
    SQ_CHECK(zone);
    tenant.timeZone = *zone;
    SQ_CHECK(checkedRange("retention_days", tenant.retentionDays, 1, 36'500));
    SQ_CHECK(checkedRange("sites", tenant.limits.sites, 0, std::int64_t(limits::sites)));
    SQ_CHECK(checkedRange("agents", tenant.limits.agents, 0, std::int64_t(limits::agents)));
    SQ_CHECK(checkedRange("queues", tenant.limits.queues, 0, std::int64_t(limits::queues)));
    auto &roles = tenant.secondFactorFor;
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    return tenant;
}

} // namespace

Decision rule(const Context &context, const CreateTenant &command)
{
    if (context.directory.tenants.size() >= limits::tenants)
        return limitReached("tenants", std::int64_t(limits::tenants));
    Tenant tenant = command.tenant;
    tenant.id = idAfter(context.directory.tenants, firstTenant);
    auto checked = checkedTenant(context, std::move(tenant));
    SQ_CHECK(checked);
    return Events{TenantDefined{std::move(*checked)}};
}

Decision rule(const Context &context, const UpdateTenant &command)
{
    const auto known = findTenant(context, command.tenant.id);
    SQ_CHECK(known);
    auto checked = checkedTenant(context, command.tenant);
    SQ_CHECK(checked);
    if (sameTenant(**known, *checked))
        return Events{};
    return Events{TenantDefined{std::move(*checked)}};
}

Decision rule(const Context &context, const SuspendTenant &command)
{
    const auto known = findTenant(context, command.tenant);
    SQ_CHECK(known);
    if ((*known)->suspended == command.suspended)
        return Events{};
    Tenant tenant = **known;
    tenant.suspended = command.suspended;
    return Events{TenantDefined{std::move(tenant)}};
}

Decision rule(const Context &context, const CreateSite &command)
{
    const auto tenant = findOpenTenant(context, command.tenant);
    SQ_CHECK(tenant);
    auto name = checkedText("name", command.branch.name, limits::nameCodePoints, false);
    SQ_CHECK(name);
    const auto own = context.directory.sitesOf(command.tenant);
    for (const SiteId site : own) {
        if (sameName(context.directory.site(site)->name, *name))
            return fail(failures::nameTaken, {{"name", *name}});
    }
    if (std::int64_t(own.size()) >= (*tenant)->limits.sites)
        return limitReached("sites", (*tenant)->limits.sites);
    if (context.directory.sites.size() >= limits::sites)
        return limitReached("sites", std::int64_t(limits::sites));
    return Events{SiteDefined{{idAfter(context.directory.sites, firstSite), command.tenant, std::move(*name)}}};
}

} // namespace smartqueue::accounts
