#include <QTest>

#include "random_world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

/// Three tenants in one database: whoever is of the one has nothing of the others.
class TestIsolation : public QObject {
    Q_OBJECT

    /// All there is of a tenant and of those who are members of it.
    static std::string viewOf(const Directory &d, TenantId tenant)
    {
        Directory part;
        if (const Tenant *known = d.tenant(tenant))
            part.tenants[tenant] = *known;
        for (const SiteId site : d.sitesOf(tenant))
            part.sites[site] = *d.site(site);
        std::string profiles;
        for (const auto &[id, user] : d.users) {
            const auto role = d.role(id, tenant);
            if (!role)
                continue;
            part.users[id] = user;
            part.users[id].memberships = {{tenant, *role}};
            profiles += encode(*d.profile(id));
        }
        for (const auto &[id, invitation] : d.invitations) {
            if (invitation.tenant == tenant)
                part.invitations[id] = invitation;
        }
        return encodeDirectory(part) + profiles;
    }

    static CommandBody anyBranchCommand(RandomWorld &r)
    {
        const AgentId agent{r.upTo(3)};
        const TicketId ticket{r.upTo(3)};
        switch (r.upTo(9)) {
        case 0: return DefineBranch{};
        case 1: return CallNext{agent};
        case 2: return SignIn{agent, {}};
        case 3: return TransferTicket{ticket, {}, agent};
        case 4: return SaveNote{ticket, "note"};
        case 5: return Undo{agent, {}};
        case 6: return ApplySuggestion{};
        case 7: return IssueTicket{};
        case 8: return AcknowledgeAlert{};
        default: return DefineAgent{};
        }
    }

    /// What of the tenant a stranger may, which is nothing.
    static std::string openedTo(RandomWorld &r, UserId stranger, TenantId tenant)
    {
        const Directory &d = r.world.directory;
        for (const std::string_view name : namesOf<Permission>()) {
            const Permission permission = *fromName<Permission>(name);
            if (require(d, stranger, tenant, permission))
                return "required " + std::string(name);
            for (const SiteId site : d.sitesOf(tenant)) {
                if (require(d, stranger, site, permission))
                    return "required at a site " + std::string(name);
            }
        }
        for (const SiteId site : d.sitesOf(tenant)) {
            const BranchFacts facts{{r.upTo(3)}, {r.upTo(3)}};
            for (const CommandBody &body : {anyBranchCommand(r), CommandBody(EraseCustomer{{"key"}})}) {
                if (permit(d, {{}, body, {r.upTo(3)}, {}, {}, {}, site, stranger}, facts))
                    return std::string(nameOf(body));
            }
        }
        return {};
    }

private Q_SLOTS:
    void nothingOfATenantIsChangedOrRequiredByThoseOfAnother()
    {
        const std::uint64_t first = firstSeed();
        int acts = 0;
        int foreignQuestions = 0;
        for (std::uint64_t seed = first; seed < first + 12; ++seed) {
            RandomWorld r(seed);
            World &world = r.world;
            world.superadmin("root@x");
            world.commit({BusinessDayStarted{1}}, firstSite);
            for (int i = 0; i < 2; ++i)
                world.site(world.tenant("tenant-" + std::to_string(i)), "Site");
            const std::vector<TenantId> tenants{{1}, {2}, {3}};
            for (int i = 0; i < 14; ++i) {
                const UserId user = world.user("member-" + std::to_string(i) + "@x");
                for (const TenantId tenant : tenants) {
                    if (r.random.chance(0.45))
                        world.must(GrantRole{user, tenant, r.random.chance(0.5) ? Role::admin : r.role()});
                }
            }
            for (const TenantId tenant : tenants)
                world.invited("invited-" + std::to_string(tenant.value) + "@x", tenant);

            for (int i = 0; i < 900; ++i) {
                r.passTime();
                const UserId asker = r.user();
                const User *known = world.directory.user(asker);
                if (!known || known->platform != PlatformRole::none)
                    continue;
                std::vector<TenantId> foreign;
                for (const TenantId tenant : tenants) {
                    if (!world.directory.role(asker, tenant))
                        foreign.push_back(tenant);
                }
                if (i % 10 == 0) {
                    for (const TenantId tenant : foreign) {
                        const std::string opened = openedTo(r, asker, tenant);
                        QVERIFY2(opened.empty(), at(seed, i, opened));
                        ++foreignQuestions;
                    }
                }
                const SiteId site = r.random.chance(0.3) ? r.site() : SiteId{};
                const CommandBody body = r.command();
                // Whoever holds a code may use it.
                if (std::holds_alternative<AcceptInvitation>(body) || !permit(world.directory, {{}, body, {}, {}, {}, {}, site, asker}, {}))
                    continue;
                std::vector<std::string> before;
                for (const TenantId tenant : foreign)
                    before.push_back(viewOf(world.directory, tenant));
                const std::size_t logged = world.log.size();
                (void)world.tell(body, site);
                if (world.log.size() == logged)
                    continue;
                ++acts;
                for (std::size_t f = 0; f < foreign.size(); ++f) {
                    QVERIFY2(viewOf(world.directory, foreign[f]) == before[f], at(seed, i, std::string(nameOf(body))));
                    QVERIFY2(!world.directory.role(asker, foreign[f]), at(seed, i, "let in"));
                }
                // Nobody becomes more than they were by their own hand.
                QVERIFY2(world.directory.user(asker)->platform == PlatformRole::none, at(seed, i, "promoted"));
            }
        }
        QVERIFY2(acts > 200, std::to_string(acts).c_str());
        QVERIFY2(foreignQuestions > 500, std::to_string(foreignQuestions).c_str());
    }
};

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
