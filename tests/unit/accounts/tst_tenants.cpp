#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;
using namespace std::chrono_literals;

class TestTenants : public QObject {
    Q_OBJECT

    static Tenant named(const std::string &slug, const std::string &name = {})
    {
        Tenant tenant;
        tenant.slug = slug;
        tenant.name = name;
        return tenant;
    }

    static Branch branch(const std::string &name)
    {
        Branch branch;
        branch.name = name;
        return branch;
    }

private Q_SLOTS:
    void theFirstBatchOfTheFirstSiteFoundsItsTenant()
    {
        World world;
        world.commit({BusinessDayStarted{1}}, firstSite);
        const Tenant *tenant = world.directory.tenant({1});
        QVERIFY(tenant);
        QCOMPARE(tenant->slug, std::string("main"));
        QCOMPARE(tenant->name, std::string());
        QCOMPARE(tenant->retentionDays, 365);
        QVERIFY(world.directory.site(firstSite));
        QCOMPARE(world.directory.site(firstSite)->tenant.value, 1);
        // Nothing is founded twice: what has changed since stays.
        Tenant renamed = *tenant;
        renamed.name = "Town hall";
        world.must(UpdateTenant{renamed});
        world.commit({BusinessDayStarted{2}}, firstSite);
        QCOMPARE(world.directory.tenant({1})->name, std::string("Town hall"));
        QCOMPARE(world.directory.tenants.size(), std::size_t(1));
    }

    void batchesOfNoSiteOrAnotherOneFoundNothing()
    {
        World world;
        world.superadmin();
        world.commit({BusinessDayStarted{1}}, SiteId{7});
        QVERIFY(world.directory.tenants.empty());
        QVERIFY(world.directory.sites.empty());
        QCOMPARE(world.directory.sequence, Sequence(2));
    }

    void theFoundingKeepsATenantThatIsThereAndFindsAFreeSlug()
    {
        World world;
        const TenantId other = world.tenant("main");
        world.tenant("main-2");
        world.commit({BusinessDayStarted{1}}, firstSite);
        QCOMPARE(world.directory.tenant({1})->slug, std::string("main-3"));
        QCOMPARE(world.directory.tenant(other)->slug, std::string("main"));

        World restored;
        Tenant kept = named("town", "Town");
        kept.id = {1};
        restored.commit({TenantDefined{kept}});
        restored.commit({BusinessDayStarted{1}}, firstSite);
        QCOMPARE(restored.directory.tenant({1})->slug, std::string("town"));
        QCOMPARE(restored.directory.site(firstSite)->tenant.value, 1);
    }

    void aSiteIsNamedAsItsBranch()
    {
        World world;
        world.commit({BranchDefined{branch("Harbour"), {}}}, firstSite);
        QCOMPARE(world.directory.site(firstSite)->name, std::string("Harbour"));
        const TenantId tenant = world.tenant("acme");
        const SiteId site = world.site(tenant, "North");
        world.commit({BranchDefined{branch("South"), {}}}, site);
        QCOMPARE(world.directory.site(site)->name, std::string("South"));
        QCOMPARE(world.directory.site(firstSite)->name, std::string("Harbour"));
    }

    void theIdsOfTheFoundingAreKeptForIt()
    {
        World world;
        QCOMPARE(world.tenant("acme").value, 2);
        QCOMPARE(world.site({2}, "One").value, 2);
        QCOMPARE(world.tenant("beta").value, 3);
        world.commit({BusinessDayStarted{1}}, firstSite);
        QCOMPARE(world.tenant("gamma").value, 4);
        QCOMPARE(world.site({4}, "Two").value, 3);
    }

    void aTenantIsNamedAsItsSlugUnlessItSaysOtherwise()
    {
        World world;
        QCOMPARE(world.directory.tenant(world.tenant("acme"))->name, std::string("acme"));
        world.must(CreateTenant{named("beta", "  Beta Ltd ")});
        QCOMPARE(world.directory.tenantBySlug("beta")->name, std::string("Beta Ltd"));
    }

    void aSlugIsPlainAndUnique()
    {
        World world;
        world.tenant("acme");
        QCOMPARE(world.refusal(CreateTenant{named("acme")}), std::string("slug_taken"));
        for (const char *wrong : {"", "-a", "a-", "-", "Acme", "a b", "a_b", "é", "a/b", "a.b"})
            QCOMPARE(world.refusal(CreateTenant{named(wrong)}), std::string("invalid_value slug"));
        QCOMPARE(world.refusal(CreateTenant{named(std::string(41, 'a'))}), std::string("too_long slug"));
        for (const std::string &right : {std::string(40, 'a'), std::string("a"), std::string("0"), std::string("a-b--c"), std::string(" trimmed ")})
            QCOMPARE(world.refusal(CreateTenant{named(right)}), std::string());
        QVERIFY(world.directory.tenantBySlug("trimmed"));
    }

    void everyFigureOfATenantHasBounds()
    {
        const auto refused = [](auto change) {
            World world;
            Tenant tenant = named("acme");
            change(tenant);
            return world.refusal(CreateTenant{tenant});
        };
        QCOMPARE(refused([](Tenant &t) { t.name = std::string(121, 'n'); }), std::string("too_long name"));
        QCOMPARE(refused([](Tenant &t) { t.name = std::string(120, 'n'); }), std::string());
        QCOMPARE(refused([](Tenant &t) { t.name = "\xe2\x80\x8b"; }), std::string("invalid_value name"));
        QCOMPARE(refused([](Tenant &t) { t.retentionDays = 0; }), std::string("out_of_range retention_days"));
        QCOMPARE(refused([](Tenant &t) { t.retentionDays = 1; }), std::string());
        QCOMPARE(refused([](Tenant &t) { t.retentionDays = 36'500; }), std::string());
        QCOMPARE(refused([](Tenant &t) { t.retentionDays = 36'501; }), std::string("out_of_range retention_days"));
        QCOMPARE(refused([](Tenant &t) { t.limits.sites = -1; }), std::string("out_of_range sites"));
        QCOMPARE(refused([](Tenant &t) { t.limits = {0, 0, 0}; }), std::string());
        QCOMPARE(refused([](Tenant &t) { t.limits = {2'000, 5'000, 2'000}; }), std::string());
        QCOMPARE(refused([](Tenant &t) { t.limits.sites = 2'001; }), std::string("out_of_range sites"));
        QCOMPARE(refused([](Tenant &t) { t.limits.agents = 5'001; }), std::string("out_of_range agents"));
        QCOMPARE(refused([](Tenant &t) { t.limits.queues = 2'001; }), std::string("out_of_range queues"));
        for (const char *wrong : {"", "f r", "-fr", "fr-", "fr_CH", "f1"})
            QCOMPARE(refused([&](Tenant &t) { t.locale = wrong; }), std::string("invalid_value locale"));
        QCOMPARE(refused([](Tenant &t) { t.locale = std::string(36, 'l'); }), std::string("too_long locale"));
        QCOMPARE(refused([](Tenant &t) { t.locale = "fr-CH"; }), std::string());
        QCOMPARE(refused([](Tenant &t) { t.timeZone = " "; }), std::string("invalid_value timezone"));
        QCOMPARE(refused([](Tenant &t) { t.timeZone = "Europe/\x01Paris"; }), std::string("invalid_value timezone"));
    }

    void aTenantIsChangedOrItIsNot()
    {
        World world;
        const TenantId id = world.tenant("acme");
        world.tenant("beta");
        Tenant changed = *world.directory.tenant(id);
        QCOMPARE(world.effects(UpdateTenant{changed}), std::size_t(0));
        changed.slug = "beta";
        QCOMPARE(world.refusal(UpdateTenant{changed}), std::string("slug_taken"));
        changed.slug = "acme-2";
        changed.retentionDays = 30;
        changed.secondFactorFor = {Role::admin, Role::manager, Role::admin};
        QCOMPARE(world.refusal(UpdateTenant{changed}), std::string());
        QVERIFY(world.directory.tenantBySlug("acme-2"));
        QVERIFY(!world.directory.tenantBySlug("acme"));
        QVERIFY(world.directory.tenant(id)->secondFactorFor == std::vector<Role>({Role::manager, Role::admin}));
        changed.retentionDays = 0;
        QCOMPARE(world.refusal(UpdateTenant{changed}), std::string("out_of_range retention_days"));
        changed.id = {99};
        QCOMPARE(world.refusal(UpdateTenant{changed}), std::string("unknown_tenant"));
    }

    void everyMemberOfATenantCanBeChangedAlone()
    {
        World world;
        const TenantId id = world.tenant("acme");
        const auto effects = [&](auto change) {
            Tenant changed = *world.directory.tenant(id);
            change(changed);
            return world.effects(UpdateTenant{changed});
        };
        QCOMPARE(effects([](Tenant &t) { t.slug = "other"; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.name = "other"; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.locale = "en"; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.timeZone = "Europe/Paris"; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.retentionDays = 7; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.limits.sites = 7; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.limits.agents = 7; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.limits.queues = 7; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.suspended = true; }), std::size_t(1));
        QCOMPARE(effects([](Tenant &t) { t.secondFactorFor = {Role::admin}; }), std::size_t(1));
    }

    void aSuspendedTenantGetsNoSitesInvitationsAndGrants()
    {
        World world;
        world.superadmin();
        const TenantId tenant = world.tenant("acme");
        const UserId member = world.member("a@x", tenant, Role::agent);
        const UserId invited = world.invited("i@x", tenant);
        const UserId other = world.user("o@x");
        world.must(SuspendTenant{tenant});
        QCOMPARE(world.effects(SuspendTenant{tenant}), std::size_t(0));
        QCOMPARE(world.refusal(CreateSite{tenant, branch("North")}), std::string("tenant_suspended"));
        QCOMPARE(world.refusal(GrantRole{other, tenant, Role::agent}), std::string("tenant_suspended"));
        QCOMPARE(world.refusal(GrantRole{member, tenant, Role::admin}), std::string("tenant_suspended"));
        QCOMPARE(world.refusal(world.invitation("n@x", tenant)), std::string("tenant_suspended"));
        QCOMPARE(world.refusal(RenewInvitation{invited, tenant, {{}, "d"}}), std::string("tenant_suspended"));
        QCOMPARE(world.refusal(RevokeRole{member, tenant}), std::string());
        world.must(SuspendTenant{tenant, false});
        QCOMPARE(world.refusal(GrantRole{other, tenant, Role::agent}), std::string());
        QCOMPARE(world.refusal(SuspendTenant{{99}}), std::string("unknown_tenant"));
    }

    void sitesAreNamedOnceInATenant()
    {
        World world;
        const TenantId acme = world.tenant("acme");
        const TenantId beta = world.tenant("beta");
        const SiteId north = world.site(acme, "  North ");
        QCOMPARE(world.directory.site(north)->name, std::string("North"));
        QCOMPARE(world.refusal(CreateSite{acme, branch("NORTH")}), std::string("name_taken"));
        QCOMPARE(world.refusal(CreateSite{beta, branch("North")}), std::string());
        QCOMPARE(world.refusal(CreateSite{acme, branch(" ")}), std::string("invalid_value name"));
        QCOMPARE(world.refusal(CreateSite{acme, branch(std::string(121, 'n'))}), std::string("too_long name"));
        QCOMPARE(world.refusal(CreateSite{{99}, branch("North")}), std::string("unknown_tenant"));
        QVERIFY(world.directory.sitesOf(acme) == std::vector<SiteId>{north});
        QCOMPARE(world.log.back().events.size(), std::size_t(1));
    }

    void aTenantHasNoMoreSitesThanItsLimit()
    {
        World world;
        Tenant tenant = named("acme");
        tenant.limits.sites = 1;
        world.must(CreateTenant{tenant});
        const TenantId id = world.directory.tenantBySlug("acme")->id;
        world.site(id, "North");
        const Done refused = world.tell(CreateSite{id, branch("South")});
        QCOMPARE(outcome(refused), std::string("limit_reached sites"));
        QCOMPARE(refused.error().detail.at("limit"), std::string("1"));
        QCOMPARE(refused.error().detail.at("maximum"), std::string("1"));
        QCOMPARE(world.refusal(CreateSite{world.tenant("beta"), branch("South")}), std::string());
    }

    void aDatabaseHasNoMoreTenantsAndSitesThanItCanHold()
    {
        World world;
        for (std::int64_t i = 0; i < std::int64_t(limits::tenants); ++i)
            world.directory.tenants[{i + 1}] = named("t" + std::to_string(i));
        QCOMPARE(world.refusal(CreateTenant{named("more")}), std::string("limit_reached tenants"));
        for (std::int64_t i = 0; i < std::int64_t(limits::sites); ++i)
            world.directory.sites[{i + 1}] = {{i + 1}, {7}, "s" + std::to_string(i)};
        QCOMPARE(world.refusal(CreateSite{{8}, branch("more")}), std::string("limit_reached sites"));
    }

    void timeNeverRunsBackwardsButForSigningIn()
    {
        World world;
        const UserId root = world.superadmin();
        const Instant created = world.now;
        world.wait(1h);
        world.must(RecordSignIn{root, "account", "desk"});
        QVERIFY(world.directory.at == created);
        world.must(RecordFailedSignIn{"account", root});
        QVERIFY(world.directory.at == created);
        world.wait(-30min);
        QCOMPARE(world.refusal(CreateTenant{named("acme")}), std::string());
        world.wait(-1ms);
        const Done late = world.tell(CreateTenant{named("beta")});
        QCOMPARE(outcome(late), std::string("time_backwards"));
        QCOMPARE(late.error().detail.at("at"), toIso8601(world.now));
        QCOMPARE(late.error().detail.at("last"), toIso8601(world.directory.at));
        QCOMPARE(world.refusal(RecordFailedSignIn{"account", root}), std::string());
        QCOMPARE(world.refusal(RecordSignIn{root, "account", "desk"}), std::string());
    }

    void whatABranchDoesIsNotTheDirectorysTime()
    {
        World world;
        world.wait(48h);
        world.commit({BusinessDayStarted{1}}, firstSite);
        world.wait(-48h);
        QCOMPARE(world.refusal(CreateTenant{named("acme")}), std::string());
    }

    void aCommandNeedsAFitIdAndIsOneOfAccounts()
    {
        World world;
        const auto refused = [&](const Command &command) {
            const auto events = decide(world.directory, command, world.now);
            return events ? std::string() : std::string(events.error().code.name());
        };
        QCOMPARE(refused({std::string(129, 'i'), CreateTenant{named("acme")}, {}, {}}), std::string("invalid_value"));
        QCOMPARE(refused({"a\x01", CreateTenant{named("acme")}, {}, {}}), std::string("invalid_value"));
        QCOMPARE(refused({std::string(128, 'i'), CreateTenant{named("acme")}, {}, {}}), std::string());
        QCOMPARE(refused({{}, CallNext{{1}}, {}, {}}), std::string("unknown_command"));
    }

    void whatIsStoredIsReadAgainOrRefused()
    {
        World world;
        world.superadmin();
        const TenantId tenant = world.tenant("acme");
        world.site(tenant, "Café");
        world.invited("i@x", tenant);
        world.must(RecordFailedSignIn{"someone", {}});
        const std::string stored = encodeDirectory(world.directory);
        const auto read = decodeDirectory(stored);
        QVERIFY(read.has_value());
        QCOMPARE(encodeDirectory(*read), stored);
        QCOMPARE(read->tenant(tenant)->slug, std::string("acme"));
        QCOMPARE(read->site({2})->name, std::string("Café"));
        QVERIFY(read->user({1})->platform == PlatformRole::superadmin && read->user({1})->hasPassword);
        QVERIFY(read->role({2}, tenant) == Role::agent);
        QCOMPARE(read->invitations.at({2}).digest, std::string("digest-of-i"));
        QVERIFY(read->invitations.at({2}).expiresAt == world.now + 72h);
        QCOMPARE(read->attempts.at("someone").failures, 1);
        QCOMPARE(read->sequence, world.directory.sequence);
        QVERIFY(read->at == world.directory.at);
        QVERIFY(read->profiles.empty());
        QCOMPARE(stored.find("i@x"), std::string::npos);
        for (const char *wrong : {"", "[]", "null", "{", "{}", "{\"format\":2}", "{\"format\":1,\"users\":7}", "{\"format\":1,\"users\":[7]}",
                                  "{\"format\":1,\"users\":[{\"platform\":\"king\"}]}"}) {
            const auto unread = decodeDirectory(wrong);
            QVERIFY2(!unread.has_value(), wrong);
            QCOMPARE(std::string(unread.error().code.name()), std::string("unreadable"));
        }
        QCOMPARE(encodeDirectory(decodeDirectory("{\"format\":1}").value()), encodeDirectory(Directory{}));

        const Profile profile{"zoé@x", "Zoé", "", "+41"};
        const auto again = decodeProfile(encode(profile));
        QVERIFY(again.has_value());
        QCOMPARE(again->email, profile.email);
        QCOMPARE(again->firstName, profile.firstName);
        QCOMPARE(again->lastName, profile.lastName);
        QCOMPARE(again->phone, profile.phone);
        QVERIFY(!decodeProfile("[]").has_value());
        QVERIFY(!decodeProfile("{\"email\":3}").has_value());
    }
};

QTEST_GUILESS_MAIN(TestTenants)
#include "tst_tenants.moc"
