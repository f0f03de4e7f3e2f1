#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/accounts/scope.h>
#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/engine/audit.h>
#include <smartqueue/engine/emails.h>

#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

/// Whose list or audit it is: the whole database's for those who have the permission over the platform, or the tenant's.
Result<TenantId> reachOf(const Request &request, const accounts::Directory &directory, UserId user, Permission ofPlatform, Permission ofTenant)
{
    if (request.tenant.empty() && accounts::require(directory, user, TenantId{}, ofPlatform))
        return TenantId{};
    const User *known = directory.user(user);
    if (request.tenant.empty() && request.site.empty() && known && known->memberships.size() == 1) {
        const TenantId only = known->memberships.front().tenant;
        if (const Done may = accounts::require(directory, user, only, ofTenant); !may)
            return tl::unexpected(may.error());
        return only;
    }
    // Of no tenant: there is only the platform's list to ask for.
    if (request.tenant.empty() && request.site.empty() && known && known->memberships.empty())
        return tl::unexpected(accounts::require(directory, user, TenantId{}, ofPlatform).error());
    const auto scope = accounts::scopeOf(directory, user, request.tenant, request.site);
    const Tenant *named = directory.tenantBySlug(request.tenant);
    if (!scope && !(named && accounts::sees(directory, user, named->id)))
        return tl::unexpected(scope.error());
    const TenantId tenant = scope ? scope->tenant : named->id;
    if (const Done may = accounts::require(directory, user, tenant, ofTenant); !may)
        return tl::unexpected(may.error());
    return tenant;
}

Json userJson(const accounts::Directory &directory, const User &user, TenantId reach)
{
    Json json;
    json["id"] = user.id.value;
    const Profile *profile = directory.profile(user.id);
    json["email"] = profile ? profile->email : std::string();
    json["first_name"] = profile ? profile->firstName : std::string();
    json["last_name"] = profile ? profile->lastName : std::string();
    json["phone"] = profile ? profile->phone : std::string();
    json["active"] = user.active;
    json["superadmin"] = user.platform == PlatformRole::superadmin;
    json["staff"] = user.platform == PlatformRole::staff;
    json["memberships"] = Json::array();
    for (const Membership &membership : user.memberships) {
        if (reach && !(membership.tenant == reach))
            continue;
        const Tenant *tenant = directory.tenant(membership.tenant);
        json["memberships"].push_back({{"tenant", tenant ? tenant->slug : std::string()}, {"role", std::string(nameOf(membership.role))}});
    }
    json["invited"] = directory.invitations.contains(user.id);
    json["has_password"] = user.hasPassword;
    json["second_factor"] = user.secondFactor;
    json["last_sign_in"] = user.lastSignIn ? Json(toIso8601(*user.lastSignIn)) : Json();
    json["last_device"] = user.lastDevice;
    return json;
}

/// As far as `asker` may know them: a tenant's people are not told who runs the platform.
std::string nameFor(const accounts::Directory &directory, UserId asker, UserId user)
{
    if (user == theProgram)
        return "smartqueue";
    const User *known = directory.user(user);
    if (known && known->platform != PlatformRole::none && !accounts::sees(directory, asker, *known))
        return "platform";
    const Profile *profile = directory.profile(user);
    return profile ? profile->email : std::string();
}

/// Without what was made of secrets and of what people typed: nobody shall have something to try their guesses on.
Json eventsJson(const std::vector<Event> &events)
{
    Json json = Json::parse(codec::encodeEvents(events));
    const std::function<void(Json &)> strip = [&](Json &value) {
        for (const char *derived : {"account", "digest"}) {
            if (value.is_object())
                value.erase(derived);
        }
        if (value.is_structured()) {
            for (Json &each : value)
                strip(each);
        }
    };
    strip(json);
    return json;
}

Json entryJson(const accounts::Directory &directory, UserId asker, const engine::AuditEntry &entry)
{
    const EventBatch &batch = entry.batch;
    const Site *site = directory.site(batch.site);
    const Tenant *tenant = site ? directory.tenant(site->tenant) : nullptr;
    Json json;
    json["sequence"] = batch.sequence;
    json["at"] = toIso8601(batch.at);
    json["user"] = nameFor(directory, asker, engine::personOf(batch));
    json["device"] = engine::deviceOf(entry);
    json["kind"] = batch.kind;
    json["tenant"] = tenant ? tenant->slug : std::string();
    json["site"] = site ? site->name : std::string();
    json["before"] = eventsJson(batch.before);
    json["after"] = eventsJson(batch.events);
    return json;
}

std::optional<Instant> momentIn(const std::string &text)
{
    return text.empty() ? std::nullopt : fromIso8601(text);
}

template <std::size_t... I>
bool isKind(std::string_view word, std::index_sequence<I...>)
{
    return ((word == nameOf(CommandBody(std::in_place_index<I>))) || ...);
}

/// The word that a command has on record, which for some is not the one of scripts; none when there is no such command.
std::optional<std::string> kindNamed(const std::string &word)
{
    static const std::map<std::string, std::string> ofScripts{{"set_branch", "define_branch"}, {"create_service", "define_service"},
                                                              {"create_queue", "define_queue"}, {"create_agent", "define_agent"}};
    const auto found = ofScripts.find(word);
    const std::string kind = found == ofScripts.end() ? word : found->second;
    const bool isKnown = kind.empty() || isKind(kind, std::make_index_sequence<std::variant_size_v<CommandBody>>());
    return isKnown ? std::optional(kind) : std::nullopt;
}

} // namespace

int runUsers(const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
{
    const engine::SharedDirectory directory = installation.directory();
    const auto reach = reachOf(request, *directory, user, Permission::readPlatform, Permission::manageMembers);
    if (!reach)
        return caller.output.failure(reach.error());
    Json users = Json::array();
    for (const auto &[id, each] : directory->users) {
        if (!each.removed && (!*reach || directory->role(id, *reach)))
            users.push_back(userJson(*directory, each, *reach));
    }
    caller.output.answer(Json{{"users", std::move(users)}});
    return done;
}

int runAudit(const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
{
    const engine::SharedDirectory directory = installation.directory();
    const auto reach = reachOf(request, *directory, user, Permission::readPlatform, Permission::readAudit);
    if (!reach)
        return caller.output.failure(reach.error());
    const auto kind = kindNamed(request.kind);
    if (!kind)
        return caller.output.failure({failures::unknownCommand, {{"command", request.kind}}});
    engine::AuditQuery query{momentIn(request.from), momentIn(request.until), std::nullopt, *kind};
    if (!request.user.empty()) {
        const auto email = engine::normalisedEmail(request.user);
        const User *named = email ? directory->userByEmail(*email) : nullptr;
        if (!named || !accounts::sees(*directory, user, *named))
            return caller.output.failure({failures::unknownUser, {{"email", request.user}}});
        query.user = named->id;
    }
    auto reader = installation.openAudit();
    if (!reader)
        return caller.output.failure(reader.error());
    const auto entries = engine::audit(**reader, *directory, *reach, query, std::size_t(request.limit));
    if (!entries)
        return caller.output.failure(entries.error());
    Json list = Json::array();
    for (const engine::AuditEntry &entry : *entries)
        list.push_back(entryJson(*directory, user, entry));
    caller.output.answer(Json{{"entries", std::move(list)}});
    return done;
}

} // namespace smartqueue::app
