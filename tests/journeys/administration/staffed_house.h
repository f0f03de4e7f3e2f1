#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/secrets/argon2.h>
#include <smartqueue/secrets/oath_passwords.h>
#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>

namespace smartqueue::testing {

/// An installation on cheap secrets: the town "ville" with a branch of four queues, its admin Claire, and the superadmin Root. 09:00
/// UTC on a Thursday.
class StaffedHouse {
public:
    static constexpr char password[] = "Granite-Kestrel-41";

    StaffedHouse()
    {
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        installation = engine::Installation::start(std::make_unique<engine::MemoryStore>(), clock, options, {&m_hasher, &m_sealer, &m_oneTime}).value();
        CreateUser first{{"root@ville.example", "Root", "Ville", ""}, PlatformRole::superadmin, {password}};
        root = {must(first, {}, {}).entity};
        Tenant ville;
        ville.slug = "ville";
        ville.name = "Ville de Lac";
        ville.timeZone = "Europe/Paris";
        tenant = {must(CreateTenant{ville}, root, {}).entity};
        site = addSite("Downtown");
        admin = {must(CreateUser{{"c.dupont@ville.example", "Claire", "Dupont", ""}, PlatformRole::none, {password}}, root, {}).entity};
        must(GrantRole{admin, tenant, Role::admin}, root, {});
        passports = addQueue("Passports", {});
        titles = addQueue("Vehicle titles", {});
        payments = addQueue("Payments", {"cash training"});
        weddings = addQueue("Civil weddings", {});
    }

    SiteId addSite(const char *name)
    {
        CreateSite create{tenant, {}};
        create.branch.name = name;
        create.branch.counters = {"1", "2"};
        return {must(create, root, {}).entity};
    }

    engine::Answer tell(CommandBody body, UserId user, SiteId at)
    {
        Command command{{}, std::move(body), {}, {}};
        command.site = at;
        command.user = user;
        auto answer = installation->submit(std::move(command));
        answer.waitForFinished();
        return answer.result();
    }

    /// Throws when refused: in a test's preparation that is a bug of the test. Directory and snapshots show it then.
    engine::Receipt must(CommandBody body, UserId user, SiteId at)
    {
        const engine::Answer answer = tell(std::move(body), user, at);
        (void)settled(firstSite);
        if (!answer)
            throw std::runtime_error(std::string(answer.error().code.name()));
        return *answer;
    }

    engine::SharedSnapshot settled(SiteId at)
    {
        auto snapshot = installation->settledSnapshot(at);
        snapshot.waitForFinished();
        return snapshot.result();
    }

    ManualClock clock{*fromIso8601("2026-11-19T09:00:00Z")};

private:
    QueueId addQueue(const char *name, std::vector<std::string> skills)
    {
        Service service;
        service.name = name;
        service.requiredSkills = std::move(skills);
        Queue queue;
        queue.name = name;
        queue.service = {must(DefineService{service}, root, site).entity};
        queue.prefix = name[0];
        return {must(DefineQueue{queue}, root, site).entity};
    }

    std::unique_ptr<secrets::Argon2> m_argon2 = secrets::Argon2::start({1, 8192}).value();
    secrets::SodiumHasher m_hasher{*m_argon2};
    secrets::SodiumSealer m_sealer{*m_argon2};
    secrets::OathPasswords m_oneTime;

public:
    std::unique_ptr<engine::Installation> installation;
    UserId root, admin;
    TenantId tenant;
    SiteId site;
    QueueId passports, titles, payments, weddings;
};

} // namespace smartqueue::testing
