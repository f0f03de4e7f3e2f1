#include "branch/demo_parts.h"

#include <array>
#include <optional>

#include <QLocale>

#include <smartqueue/storage/sqlite_store.h>

#include "branch/demo_words.h"

namespace smartqueue::app {

namespace {

/// Everybody's in the demo; who sits at the screen changes people without it.
constexpr auto password = "grey heron over the town hall";

struct DemoPerson {
    const char *email;
    const char *firstName;
    const char *lastName;
    PlatformRole platform;
    /// In the organisation; none: the platform's staff belong to none.
    std::optional<Role> role;
};

constexpr std::array persons{
    DemoPerson{"v.almeida@ville.example", "Victor", "Almeida", PlatformRole::superadmin, Role::admin},
    DemoPerson{"n.keita@ville.example", "Nadia", "Keita", PlatformRole::staff, {}},
    DemoPerson{"c.dupont@ville.example", "Claire", "Dupont", PlatformRole::none, Role::admin},
    DemoPerson{"s.lindqvist@ville.example", "Sarah", "Lindqvist", PlatformRole::none, Role::manager},
    DemoPerson{"l.haddad@ville.example", "Leïla", "Haddad", PlatformRole::none, Role::agent},
};

engine::Answer now(engine::Engine &door, CommandBody body)
{
    QFuture<engine::Answer> answer = door.submit(std::move(body));
    answer.waitForFinished();
    return answer.result();
}

Done createPeople(DemoParts &parts)
{
    for (const DemoPerson &person : persons) {
        CreateUser create;
        create.profile = {person.email, person.firstName, person.lastName, {}};
        create.platform = person.platform;
        create.password.plain = password;
        // The first is the owner's own act.
        const auto made = now(parts.door(parts.people.isEmpty() ? UserId{} : theProgram), std::move(create));
        if (!made)
            return tl::unexpected(made.error());
        parts.people.append(UserId{made->entity});
    }
    return {};
}

/// The tenant comes with the first word about its branch.
Done grantRoles(DemoParts &parts)
{
    Branch branch;
    branch.name = demoWords().branch;
    if (const auto founded = now(parts.door(theProgram), DefineBranch{branch, {}}); !founded)
        return tl::unexpected(founded.error());
    parts.installation->settledSnapshot(firstSite).waitForFinished();
    const engine::SharedDirectory directory = parts.installation->directory();
    const TenantId tenant = directory->site(firstSite)->tenant;
    for (std::size_t i = 0; i < persons.size(); ++i) {
        if (!persons[i].role)
            continue;
        if (const auto granted = now(parts.door(theProgram), GrantRole{parts.people.at(qsizetype(i)), tenant, *persons[i].role}); !granted)
            return tl::unexpected(granted.error());
    }
    return {};
}

/// Behind the furnishing, which says where the town lies.
Done nameOrganisation(DemoParts &parts)
{
    const engine::SharedDirectory directory = parts.installation->directory();
    Tenant town = *directory->tenant(directory->site(firstSite)->tenant);
    town.name = demoOrganisation();
    town.locale = QLocale().language() == QLocale::French ? "fr" : "en";
    town.timeZone = parts.installation->snapshot(firstSite)->state.branch.timeZone;
    const auto named = now(parts.door(theProgram), UpdateTenant{town});
    return named ? Done() : Done(tl::unexpected(named.error()));
}

} // namespace

Result<std::unique_ptr<DemoParts>> openDemo(Instant until)
{
    auto parts = std::make_unique<DemoParts>();
    storage::Options options;
    options.path = parts->database();
    auto store = storage::SqliteStore::open(options);
    if (!store)
        return tl::unexpected(store.error());
    // Eight real computations would take a second of the start, for secrets that everybody knows.
    auto tools = makeSecretTools({1, 64 * 1024});
    if (!tools)
        return tl::unexpected(tools.error());
    parts->secrets = std::move(*tools);
    auto installation = engine::Installation::start(std::move(*store), parts->clock, {}, parts->secrets.ports());
    if (!installation)
        return tl::unexpected(installation.error());
    parts->installation = std::move(*installation);
    // The branch's past begins four weeks ago, and nothing in the directory may come after it.
    parts->clock.set(engine::demoDayStart() - std::chrono::hours(24 * 29));
    if (const Done created = createPeople(*parts); !created)
        return tl::unexpected(created.error());
    if (const Done granted = grantRoles(*parts); !granted)
        return tl::unexpected(granted.error());
    parts->demo = std::make_unique<engine::DemoBranch>(parts->door(theProgram), parts->clock, 1, demoWords());
    if (const Done furnished = parts->demo->furnish(parts->people.last()); !furnished)
        return tl::unexpected(furnished.error());
    parts->installation->settledSnapshot(firstSite).waitForFinished();
    if (const Done named = nameOrganisation(*parts); !named)
        return tl::unexpected(named.error());
    parts->demo->fastForward(until);
    return parts;
}

} // namespace smartqueue::app
