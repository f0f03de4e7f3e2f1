#include "smartqueue/accounts/decide.h"

#include <algorithm>

#include <smartqueue/foundation/text.h>

#include "rules.h"

namespace smartqueue::accounts {

namespace {

/// Signing in is recorded when it happens, whatever time the commands of people were given.
bool standsOutsideTime(const CommandBody &command)
{
    return std::holds_alternative<RecordSignIn>(command) || std::holds_alternative<RecordFailedSignIn>(command);
}

} // namespace

Result<std::vector<Event>> decide(const Directory &directory, const Command &command, Instant now)
{
    if (now < directory.at && !standsOutsideTime(command.body))
        return fail(failures::timeBackwards, {{"at", toIso8601(now)}, {"last", toIso8601(directory.at)}});
    if (command.id.size() > limits::commandIdBytes || !isPlainUtf8(command.id))
        return fail(failures::invalidValue, {{"field", "id"}});
    const Context context{directory, command, now};
    return std::visit(
        [&](const auto &body) -> Decision {
            if constexpr (isOneOf<std::decay_t<decltype(body)>, AccountCommand>)
                return rule(context, body);
            else
                return fail(failures::unknownCommand, {{"command", std::string(nameOf(command.body))}});
        },
        command.body);
}

Result<const Tenant *> findTenant(const Context &context, TenantId id)
{
    if (const Tenant *tenant = context.directory.tenant(id))
        return tenant;
    return fail(failures::unknownTenant, {{"tenant", std::to_string(id.value)}});
}

Result<const Tenant *> findOpenTenant(const Context &context, TenantId id)
{
    const auto tenant = findTenant(context, id);
    if (tenant && (*tenant)->suspended)
        return fail(failures::tenantSuspended, {{"tenant", (*tenant)->slug}});
    return tenant;
}

Result<const User *> findUser(const Context &context, UserId id)
{
    if (const User *user = context.directory.user(id); user && !user->removed)
        return user;
    return fail(failures::unknownUser, {{"user", std::to_string(id.value)}});
}

Done checkedDigest(std::string_view field, const std::string &digest)
{
    constexpr std::size_t longest = 256;
    const bool isDigest = !digest.empty() && digest.size() <= longest
        && std::all_of(digest.begin(), digest.end(), [](char c) { return c > ' ' && c <= '~'; });
    return isDigest ? Done() : Done(fail(failures::invalidValue, {{"field", std::string(field)}}));
}

Done checkedSecret(std::string_view field, const NewSecret &secret)
{
    return secret.kept.empty() ? Done(fail(failures::invalidValue, {{"field", std::string(field)}})) : Done();
}

tl::unexpected<Failure> limitReached(std::string_view what, std::int64_t limit)
{
    const std::string number = std::to_string(limit);
    return fail(failures::limitReached, {{"what", std::string(what)}, {"limit", number}, {"maximum", number}});
}

} // namespace smartqueue::accounts
