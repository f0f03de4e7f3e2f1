#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/json_fields.h>

#include "smartqueue/accounts/directory.h"

namespace smartqueue::accounts {

namespace {

using json::Json;

/// Counts up when a stored directory of before would be read wrongly: the log tells it anew.
constexpr int currentFormat = 1;

struct StoredAttempts {
    std::string account;
    Attempts attempts;

    SQ_FIELDS(v("account", s.account); v("attempts", s.attempts);)
};

struct StoredSession {
    std::string digest;
    OpenSession session;

    SQ_FIELDS(v("digest", s.digest); v("session", s.session);)
};

struct StoredDirectory {
    int format = 0;
    std::vector<Tenant> tenants;
    std::vector<Site> sites;
    std::vector<User> users;
    std::vector<Invitation> invitations;
    std::vector<StoredAttempts> attempts;
    std::vector<StoredSession> sessions;
    std::vector<Device> devices;
    DeviceId host;
    std::vector<std::string> authority;
    Epoch epoch = 1;
    Sequence sequence = 0;
    Instant at{};

    SQ_FIELDS(v("format", s.format); v("tenants", s.tenants); v("sites", s.sites); v("users", s.users);
              v("invitations", s.invitations); v("attempts", s.attempts); v("sessions", s.sessions);
              v("devices", s.devices); v("host", s.host); v("authority", s.authority); v("epoch", s.epoch); v("sequence", s.sequence); v("at", s.at);)
};

template <class Map>
auto valuesOf(const Map &map)
{
    std::vector<typename Map::mapped_type> values;
    values.reserve(map.size());
    for (const auto &[key, value] : map)
        values.push_back(value);
    return values;
}

template <class T>
std::string written(const T &value)
{
    Json out;
    json::write(out, value);
    return out.dump();
}

template <class T>
Result<T> parsed(std::string_view text)
{
    try {
        T value;
        json::read(Json::parse(text), value);
        return value;
    } catch (const std::exception &error) {
        return fail(codec::unreadable, {{"reason", error.what()}});
    }
}

} // namespace

std::string encodeDirectory(const Directory &directory)
{
    StoredDirectory stored;
    stored.format = currentFormat;
    stored.tenants = valuesOf(directory.tenants);
    stored.sites = valuesOf(directory.sites);
    stored.users = valuesOf(directory.users);
    stored.invitations = valuesOf(directory.invitations);
    for (const auto &[account, attempts] : directory.attempts)
        stored.attempts.push_back({account, attempts});
    for (const auto &[digest, session] : directory.sessions)
        stored.sessions.push_back({digest, session});
    stored.devices = valuesOf(directory.devices);
    stored.host = directory.host;
    stored.authority = directory.authority;
    stored.epoch = directory.epoch;
    stored.sequence = directory.sequence;
    stored.at = directory.at;
    return written(stored);
}

Result<Directory> decodeDirectory(std::string_view text)
{
    auto stored = parsed<StoredDirectory>(text);
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->format != currentFormat)
        return fail(codec::unreadable, {{"reason", "written by another version of the program"}});
    Directory directory;
    for (Tenant &tenant : stored->tenants)
        directory.tenants.emplace(tenant.id, std::move(tenant));
    for (Site &site : stored->sites)
        directory.sites.emplace(site.id, std::move(site));
    for (User &user : stored->users)
        directory.users.emplace(user.id, std::move(user));
    for (Invitation &invitation : stored->invitations)
        directory.invitations.emplace(invitation.user, std::move(invitation));
    for (StoredAttempts &attempts : stored->attempts)
        directory.attempts.emplace(std::move(attempts.account), attempts.attempts);
    for (StoredSession &session : stored->sessions)
        directory.sessions.emplace(std::move(session.digest), std::move(session.session));
    for (Device &device : stored->devices)
        directory.devices.emplace(device.id, std::move(device));
    directory.host = std::move(stored->host);
    directory.authority = std::move(stored->authority);
    directory.epoch = stored->epoch;
    directory.sequence = stored->sequence;
    directory.at = stored->at;
    return directory;
}

std::string encode(const Profile &profile)
{
    return written(profile);
}

Result<Profile> decodeProfile(std::string_view text)
{
    return parsed<Profile>(text);
}

} // namespace smartqueue::accounts
