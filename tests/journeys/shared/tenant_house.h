#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/secrets/argon2.h>
#include <smartqueue/secrets/oath_passwords.h>
#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>

namespace smartqueue::testing {

/// Two organisations, north and south, in one database: each with a branch, an administrator, a supervisor, a queue and an agent.
/// A superadmin runs it. Cheap secrets, a clock that the test moves, 09:00 UTC on a Thursday.
class TenantHouse {
public:
    struct Side {
        TenantId tenant;
        SiteId site;
        UserId admin;
        UserId supervisor;
        QueueId queue;
        AgentId agent;
    };

    explicit TenantHouse(std::unique_ptr<engine::Store> store = std::make_unique<engine::MemoryStore>())
    {
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        installation = engine::Installation::start(std::move(store), clock, options, {&hasher, &sealer, &oneTime}).value();
        root = user("root@example.org", "Ruth", "Berger", PlatformRole::superadmin, {});
        north = side("north", "Claire", "Dupont");
        south = side("south", "Marek", "Novak");
    }

    engine::Answer act(CommandBody body, UserId by, SiteId site = firstSite)
    {
        Command command{{}, std::move(body), {}, {}};
        command.site = site;
        command.user = by;
        QFuture<engine::Answer> answer = installation->submit(std::move(command));
        answer.waitForFinished();
        return answer.result();
    }

    /// Throws when refused: in a test's preparation that is a bug of the test.
    engine::Receipt must(CommandBody body, UserId by, SiteId site = firstSite)
    {
        const engine::Answer answer = act(std::move(body), by, site);
        if (!answer)
            throw std::runtime_error(std::string(answer.error().code.name()));
        return *answer;
    }

    UserId user(const std::string &email, const std::string &first, const std::string &last, PlatformRole platform, UserId by)
    {
        CreateUser create;
        create.profile = {email, first, last, {}};
        create.platform = platform;
        create.password.plain = "Granite-Kestrel-41";
        return UserId{must(std::move(create), by).entity};
    }

    TicketId issue(const Side &side, const std::string &customer = {})
    {
        IssueTicket issue;
        issue.queue = side.queue;
        issue.customer = customer;
        return must(issue, side.admin, side.site).ticket;
    }

    engine::SharedSnapshot settled(SiteId site)
    {
        QFuture<engine::SharedSnapshot> settled = installation->settledSnapshot(site);
        settled.waitForFinished();
        return settled.result();
    }

    std::unique_ptr<secrets::Argon2> argon2 = secrets::Argon2::start({1, 8192}).value();
    secrets::SodiumHasher hasher{*argon2};
    secrets::SodiumSealer sealer{*argon2};
    secrets::OathPasswords oneTime;
    ManualClock clock{*fromIso8601("2026-11-19T09:00:00Z")};
    std::unique_ptr<engine::Installation> installation;
    UserId root;
    Side north;
    Side south;

private:
    Side side(const std::string &slug, const std::string &first, const std::string &last)
    {
        Side made;
        Tenant tenant;
        tenant.slug = slug;
        tenant.name = std::string(1, char(slug[0] - 'a' + 'A')) + slug.substr(1);
        made.tenant = TenantId{must(CreateTenant{tenant}, root).entity};
        made.admin = user(slug + ".admin@example.org", first, last, PlatformRole::none, root);
        must(GrantRole{made.admin, made.tenant, Role::admin}, root);
        made.supervisor = user(slug + ".lead@example.org", "Sam", last, PlatformRole::none, root);
        must(GrantRole{made.supervisor, made.tenant, Role::manager}, root);
        CreateSite create{made.tenant, {}};
        create.branch.name = tenant.name + " gate";
        made.site = SiteId{must(create, made.admin).entity};
        Service service;
        service.name = "Visits " + slug;
        Queue queue;
        queue.name = "Visits " + slug;
        queue.prefix = std::string(1, char(slug[0] - 'a' + 'A'));
        queue.service = ServiceId{must(DefineService{service}, made.admin, made.site).entity};
        made.queue = QueueId{must(DefineQueue{queue}, made.admin, made.site).entity};
        Agent agent;
        agent.name = "Agent of " + slug;
        agent.assignments = {{made.queue, 1}};
        made.agent = AgentId{must(DefineAgent{agent}, made.admin, made.site).entity};
        (void)settled(made.site);
        return made;
    }
};

/// The console of one user in one branch of the house.
struct HouseDesk {
    HouseDesk(TenantHouse &house, SiteId site, UserId user) : engine(house.installation->door(site, user)), monitor(engine), console(engine, monitor, false) {}

    engine::Engine &engine;
    engine::Monitor monitor;
    presentation::Console console;
};

} // namespace smartqueue::testing
