#include <algorithm>

#include "founding.h"
#include "smartqueue/accounts/directory.h"
#include "smartqueue/accounts/sign_in.h"

namespace smartqueue::accounts {

namespace {

using namespace std::chrono_literals;

constexpr Duration attemptsStay = 24h;
/// Accounts with failed attempts that are kept at most; whoever tried longest ago gives way.
constexpr std::size_t attemptsKept = 10'000;

class Applier {
public:
    Applier(Directory &directory, const EventBatch &batch) : m_directory(directory), m_batch(batch) {}

    void run()
    {
        m_directory.sequence = m_batch.sequence;
        if (m_batch.site == firstSite)
            found(m_directory);
        for (const Event &event : m_batch.events)
            std::visit([this](const auto &e) { take(e); }, event);
    }

private:
    template <class E>
    void take(const E &event)
    {
        if constexpr (isOneOf<E, AccountEvent>) {
            if constexpr (!std::is_same_v<E, UserSignedIn> && !std::is_same_v<E, SignInFailed>)
                m_directory.at = std::max(m_directory.at, m_batch.at);
            on(event);
        } else if constexpr (std::is_same_v<E, BranchDefined>) {
            if (const auto site = m_directory.sites.find(m_batch.site); site != m_directory.sites.end())
                site->second.name = event.branch.name;
        } else if constexpr (std::is_same_v<E, AgentDefined>) {
            const std::pair desk(m_batch.site, event.agent.id);
            if (event.agent.user)
                m_directory.desks[desk] = event.agent.user;
            else
                m_directory.desks.erase(desk);
        } else if constexpr (std::is_same_v<E, AgentRemoved>) {
            m_directory.desks.erase({m_batch.site, event.agent});
        }
    }

    template <class Change>
    void change(UserId id, Change &&change)
    {
        if (const auto user = m_directory.users.find(id); user != m_directory.users.end())
            change(user->second);
    }

    void on(const TenantDefined &e) { m_directory.tenants[e.tenant.id] = e.tenant; }
    void on(const SiteDefined &e) { m_directory.sites[e.site.id] = e.site; }

    void on(const UserCreated &e)
    {
        User user;
        user.id = e.user;
        user.platform = e.platform;
        user.createdAt = m_batch.at;
        m_directory.users[e.user] = std::move(user);
    }

    void on(const ProfileChanged &) {}
    void on(const PlatformRoleChanged &e) { change(e.user, [&](User &user) { user.platform = e.role; }); }
    void on(const UserActivityChanged &e) { change(e.user, [&](User &user) { user.active = e.active; }); }

    void on(const UserRemoved &e)
    {
        change(e.user, [&](User &user) {
            user.removed = true;
            user.removedAt = m_batch.at;
            user.active = false;
            user.platform = PlatformRole::none;
            user.memberships.clear();
            user.hasPassword = false;
            user.mustChangePassword = false;
            user.hasPin = false;
            user.secondFactor = false;
            user.recoveryCodes = 0;
        });
        m_directory.invitations.erase(e.user);
    }

    void on(const RoleGranted &e)
    {
        change(e.user, [&](User &user) {
            auto &all = user.memberships;
            const auto place = std::lower_bound(all.begin(), all.end(), e.tenant,
                                                [](const Membership &m, TenantId tenant) { return m.tenant < tenant; });
            if (place != all.end() && place->tenant == e.tenant)
                place->role = e.role;
            else
                all.insert(place, {e.tenant, e.role});
        });
    }

    void on(const RoleRevoked &e)
    {
        change(e.user, [&](User &user) {
            std::erase_if(user.memberships, [&](const Membership &m) { return m.tenant == e.tenant; });
        });
        // Whoever is no longer wanted does not come in by the code of before.
        if (const auto open = m_directory.invitations.find(e.user);
            open != m_directory.invitations.end() && open->second.tenant == e.tenant)
            m_directory.invitations.erase(open);
    }

    void on(const InvitationMade &e) { m_directory.invitations[e.invitation.user] = e.invitation; }
    void on(const InvitationAccepted &e) { m_directory.invitations.erase(e.user); }

    void on(const PasswordChanged &e)
    {
        change(e.user, [&](User &user) {
            user.hasPassword = true;
            user.mustChangePassword = e.mustChange;
        });
        // An invitation is for the first password alone.
        m_directory.invitations.erase(e.user);
    }

    void on(const PinChanged &e) { change(e.user, [&](User &user) { user.hasPin = e.set; }); }

    void on(const SecondFactorChanged &e)
    {
        change(e.user, [&](User &user) {
            user.secondFactor = e.on;
            user.recoveryCodes = e.recoveryCodes;
            // Steps are of a secret: those of the one before say nothing about the new one.
            user.lastStep = 0;
        });
    }

    void on(const SessionsEnded &e) { change(e.user, [](User &user) { ++user.sessions; }); }

    void on(const UserSignedIn &e)
    {
        change(e.user, [&](User &user) {
            user.lastSignIn = m_batch.at;
            user.lastDevice = e.device;
            user.lastStep = std::max(user.lastStep, e.step.value_or(0));
            if (e.usedRecoveryCode)
                --user.recoveryCodes;
        });
        m_directory.attempts.erase(e.account);
        forgetOldAttempts();
        open(e);
    }

    void open(const UserSignedIn &e)
    {
        auto &sessions = m_directory.sessions;
        std::erase_if(sessions, [this](const auto &item) {
            const OpenSession &session = item.second;
            return m_batch.at - session.since >= sessionLasts || isOver(m_directory, {session.user, session.sessions, session.since});
        });
        const User *user = m_directory.user(e.user);
        if (!user || e.digest.empty())
            return;
        const auto alike = [&](const auto &item) { return item.second.user == e.user && item.second.desktop == e.desktop; };
        const auto older = [&](const auto &a, const auto &b) {
            return alike(a) != alike(b) ? alike(a) : std::pair(a.second.since, a.first) < std::pair(b.second.since, b.first);
        };
        if (std::size_t(std::count_if(sessions.begin(), sessions.end(), alike)) >= sessionsKept)
            sessions.erase(std::min_element(sessions.begin(), sessions.end(), older));
        sessions[e.digest] = {e.user, e.desktop, user->sessions, m_batch.at};
    }

    void on(const SignInFailed &e)
    {
        forgetOldAttempts();
        Attempts &attempts = m_directory.attempts[e.account];
        ++attempts.failures;
        attempts.last = m_batch.at;
        if (m_directory.attempts.size() > attemptsKept) {
            m_directory.attempts.erase(std::min_element(m_directory.attempts.begin(), m_directory.attempts.end(),
                                                        [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
        }
    }

    void on(const CustomerErased &) {}
    void on(const CustomerExported &) {}
    void on(const KeyRotated &) {}

    void on(const DeviceAdmitted &e) { m_directory.devices[e.device.id] = e.device; }

    void on(const DeviceRevoked &e)
    {
        if (const auto device = m_directory.devices.find(e.device); device != m_directory.devices.end())
            device->second.revoked = true;
        std::erase_if(m_directory.sessions, [&](const auto &item) { return item.second.desktop == e.device; });
    }

    void on(const HostChanged &e)
    {
        m_directory.host = e.device;
        m_directory.epoch = e.epoch;
    }

    void on(const AuthoritySet &e) { m_directory.authority = e.endpoints; }

    void forgetOldAttempts()
    {
        std::erase_if(m_directory.attempts, [this](const auto &item) { return m_batch.at - item.second.last > attemptsStay; });
    }

    Directory &m_directory;
    const EventBatch &m_batch;
};

} // namespace

void apply(Directory &directory, const EventBatch &batch)
{
    Applier(directory, batch).run();
}

} // namespace smartqueue::accounts
