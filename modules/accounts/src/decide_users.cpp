#include <algorithm>

#include <smartqueue/foundation/text.h>

#include "rules.h"

namespace smartqueue::accounts {

namespace {

Profile trimmedProfile(const Profile &profile)
{
    return {std::string(trimmed(profile.email)), std::string(trimmed(profile.firstName)), std::string(trimmed(profile.lastName)),
            std::string(trimmed(profile.phone))};
}

/// `own`: the user whose e-mail it may be already.
Done checkedProfile(const Context &context, const Profile &profile, UserId own)
{
    if (profile.email.size() > limits::emailBytes)
        return fail(failures::tooLong, {{"field", "email"}, {"maximum", std::to_string(limits::emailBytes)}});
    // What cannot be seen in it would make a second account that looks like the first.
    if (profile.email.empty() || !isVisibleThroughout(profile.email) || profile.email.find(' ') != std::string::npos)
        return fail(failures::invalidValue, {{"field", "email"}});
    SQ_CHECK(checkedText("first_name", profile.firstName, limits::nameCodePoints, true));
    SQ_CHECK(checkedText("last_name", profile.lastName, limits::nameCodePoints, true));
    SQ_CHECK(checkedText("phone", profile.phone, limits::phoneCodePoints, true));
    if (const User *other = context.directory.userByEmail(profile.email); other && other->id != own)
        return fail(failures::emailTaken, {{"email", profile.email}});
    return {};
}

std::vector<std::string> changedFields(const Profile &before, const Profile &after)
{
    std::map<std::string, std::string> old;
    Profile::fields(before, [&](const char *name, const std::string &value) { old[name] = value; });
    std::vector<std::string> changed;
    Profile::fields(after, [&](const char *name, const std::string &value) {
        if (old[name] != value)
            changed.emplace_back(name);
    });
    return changed;
}

Profile profileOf(const Directory &directory, UserId user)
{
    const Profile *known = directory.profile(user);
    return known ? *known : Profile{};
}

/// Whether somebody who can sign in looks after the database without this user.
bool othersLookAfter(const Directory &directory, UserId without)
{
    return std::any_of(directory.users.begin(), directory.users.end(), [&](const auto &item) {
        const User &user = item.second;
        return user.id != without && user.platform == PlatformRole::superadmin && user.active && user.hasPassword;
    });
}

/// The last one who can look after the database stays.
Done canGo(const Context &context, const User &user)
{
    if (user.platform == PlatformRole::superadmin && user.active && !othersLookAfter(context.directory, user.id))
        return fail(failures::lastSuperadmin);
    return {};
}

} // namespace

UserId nextUser(const Directory &directory)
{
    return idAfter(directory.users, UserId{});
}

Result<Events> newUser(const Context &context, const Profile &asked, PlatformRole platform)
{
    if (!context.directory.hasUsers() && platform != PlatformRole::superadmin)
        return fail(failures::firstIsSuperadmin);
    const Profile profile = trimmedProfile(asked);
    SQ_CHECK(checkedProfile(context, profile, {}));
    const auto there = std::count_if(context.directory.users.begin(), context.directory.users.end(),
                                     [](const auto &item) { return !item.second.removed; });
    if (std::size_t(there) >= limits::users)
        return limitReached("users", std::int64_t(limits::users));
    const UserId id = nextUser(context.directory);
    return Events{UserCreated{id, platform}, ProfileChanged{id, changedFields({}, profile)}};
}

Decision rule(const Context &context, const CreateUser &command)
{
    auto events = newUser(context, command.profile, command.platform);
    SQ_CHECK(events);
    if (!command.password.kept.empty())
        events->push_back(PasswordChanged{nextUser(context.directory), command.mustChangePassword});
    return events;
}

Decision rule(const Context &context, const UpdateUser &command)
{
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    const Profile profile = trimmedProfile(command.profile);
    SQ_CHECK(checkedProfile(context, profile, command.user));
    auto changed = changedFields(profileOf(context.directory, command.user), profile);
    if (changed.empty())
        return Events{};
    return Events{ProfileChanged{command.user, std::move(changed)}};
}

Decision rule(const Context &context, const SetPlatformRole &command)
{
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    if ((*user)->platform == command.role)
        return Events{};
    SQ_CHECK(canGo(context, **user));
    return Events{PlatformRoleChanged{command.user, command.role}};
}

Decision rule(const Context &context, const SetUserActive &command)
{
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    if ((*user)->active == command.active)
        return Events{};
    if (command.active)
        return Events{UserActivityChanged{command.user, true}};
    SQ_CHECK(canGo(context, **user));
    return Events{UserActivityChanged{command.user, false}, SessionsEnded{command.user}};
}

Decision rule(const Context &context, const DeleteUser &command)
{
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    SQ_CHECK(canGo(context, **user));
    return Events{UserRemoved{command.user}, SessionsEnded{command.user}};
}

std::optional<Profile> profileAfter(const Directory &directory, const CommandBody &command)
{
    if (const auto *created = std::get_if<CreateUser>(&command))
        return trimmedProfile(created->profile);
    if (const auto *invited = std::get_if<InviteAgent>(&command))
        return trimmedProfile(invited->profile);
    if (const auto *updated = std::get_if<UpdateUser>(&command)) {
        Profile after = trimmedProfile(updated->profile);
        if (!changedFields(profileOf(directory, updated->user), after).empty())
            return after;
    }
    return std::nullopt;
}

} // namespace smartqueue::accounts
