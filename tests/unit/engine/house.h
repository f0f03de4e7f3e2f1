#pragma once

#include <smartqueue/secrets/argon2.h>
#include <smartqueue/secrets/oath_passwords.h>
#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>

#include "test_branch.h"

namespace smartqueue {

using namespace engine;

inline constexpr char password[] = "Granite-Kestrel-41";

/// An installation with a superadmin, on cheap secrets.
struct House {
    std::unique_ptr<secrets::Argon2> argon2 = secrets::Argon2::start({1, 8192}).value();
    secrets::SodiumHasher hasher{*argon2};
    secrets::SodiumSealer sealer{*argon2};
    secrets::OathPasswords oneTime;
    ManualClock clock{TestBranch::opening};
    std::unique_ptr<Installation> installation;
    UserId root;

    explicit House(std::unique_ptr<Store> store, EngineOptions options = quietEngine(), bool withRoot = true)
        : installation(Installation::start(std::move(store), clock, options, {&hasher, &sealer, &oneTime}).value())
    {
        if (withRoot && !installation->directory()->hasUsers())
            addRoot();
    }

    void addRoot()
    {
        CreateUser first;
        first.profile.email = "root@example.org";
        first.profile.firstName = "Root";
        first.platform = PlatformRole::superadmin;
        first.password.plain = password;
        root = {tell(first, {})->entity};
    }

    Answer tell(CommandBody body, UserId user, SiteId site = firstSite)
    {
        Command command{{}, std::move(body), {}, {}};
        command.site = site;
        command.user = user;
        auto future = installation->submit(std::move(command));
        future.waitForFinished();
        return future.result();
    }

    SiteId addTenant(const std::string &slug)
    {
        Tenant tenant;
        tenant.slug = slug;
        CreateSite create{TenantId{tell(CreateTenant{tenant}, root)->entity}, {}};
        create.branch.name = slug;
        return SiteId{tell(create, root)->entity};
    }

    QueueId addQueue(SiteId site)
    {
        Service service;
        service.name = "Visits";
        Queue queue;
        queue.name = "Visits";
        queue.service = {tell(DefineService{service}, root, site)->entity};
        return {tell(DefineQueue{queue}, root, site)->entity};
    }

    UserId addAgent(const std::string &email, SiteId site, QueueId queue)
    {
        (void)settled(site);
        InviteAgent invite{{email, email.substr(0, email.find('@')), {}, {}}, installation->directory()->site(site)->tenant, {queue}};
        (void)tell(invite, root, site);
        (void)settled(site);
        return installation->directory()->userByEmail(email)->id;
    }

    Result<accounts::Session> signIn(const std::string &secret, const std::string &code = {})
    {
        auto future = installation->signIn("ROOT@example.org", secret, code, "desk");
        future.waitForFinished();
        return future.result();
    }

    SharedSnapshot settled(SiteId site)
    {
        auto future = installation->settledSnapshot(site);
        future.waitForFinished();
        return future.result();
    }
};

inline std::string codeOf(const Failure &failure)
{
    return std::string(failure.code.name());
}

} // namespace smartqueue
