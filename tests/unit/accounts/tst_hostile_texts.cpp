#include <QTest>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/foundation/text.h>

#include "random_world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

class TestHostileTexts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsOfAnyKindAreTakenOrRefused()
    {
        const std::uint64_t first = firstSeed();
        int taken = 0;
        for (std::uint64_t seed = first; seed < first + 6; ++seed) {
            RandomWorld r(seed);
            World &world = r.world;
            world.superadmin();
            const TenantId tenant = world.tenant("acme");
            const auto text = [&] {
                static const char *const pieces[]{"a", "é", "\xf0\x9f\x98\x80", "\xff", "\xc3", "\x00", "\n", "\u200b", "\u202e", "\u200d", " ", "-", "@", "0", "\xed\xa0\x80", "\"", "\\"};
                std::string any;
                const int length = r.random.chance(0.05) ? 5'000 : r.upTo(r.random.chance(0.5) ? 3 : 60);
                const bool isTame = r.random.chance(0.5);
                for (int i = 0; i < length; ++i)
                    any += r.random.chance(0.02) ? std::string(1, char(r.upTo(255))) : std::string(pieces[isTame ? r.upTo(1) : r.upTo(16)]);
                return any;
            };
            for (int i = 0; i < 300; ++i) {
                const Profile profile{text(), text(), text(), text()};
                Tenant facts;
                facts.slug = text();
                facts.name = text();
                facts.locale = text();
                facts.timeZone = text();
                facts.retentionDays = int(r.random.between(-1, 40'000));
                facts.limits = {int(r.random.between(-3, 6'000)), int(r.random.between(-3, 6'000)), int(r.random.between(-3, 6'000))};
                Branch branch;
                branch.name = text();
                const NewSecret secret{text(), text()};
                const CommandBody commands[]{CreateTenant{facts}, CreateSite{tenant, branch}, CreateUser{profile, PlatformRole::none, secret},
                                             UpdateUser{r.user(), profile}, InviteAgent{profile, tenant, {}, Role::agent, secret},
                                             RenewInvitation{r.user(), tenant, secret}, AcceptInvitation{secret, secret, r.user()},
                                             SetPassword{r.user(), secret}, SetPin{r.user(), secret},
                                             SetSecondFactor{r.user(), secret, {{text(), text()}}}, EraseCustomer{{text(), text()}},
                                             RecordSignIn{r.user(), text(), text(), {}, text()}, RecordFailedSignIn{text(), r.user()}};
                for (const CommandBody &body : commands) {
                    const Command command{r.random.chance(0.1) ? text() : std::string(), body, {}, {}, {}, {}, {}, r.user()};
                    (void)permit(world.directory, command, {});
                    if (const auto events = decide(world.directory, command, world.now)) {
                        ++taken;
                        // What was taken can be written down, and is the same when it is read.
                        const std::string written = codec::encodeEvents(*events);
                        QCOMPARE(codec::encodeEvents(codec::decodeEvents(written).value()), written);
                        if (const auto after = profileAfter(world.directory, body)) {
                            QVERIFY(decodeProfile(encode(*after)).has_value());
                            for (const std::string &name : {after->firstName, after->lastName, after->phone, after->email})
                                QVERIFY(!hasHiddenMarks(name));
                        }
                        for (const Event &event : *events) {
                            if (const auto *defined = std::get_if<TenantDefined>(&event))
                                QVERIFY(!hasHiddenMarks(defined->tenant.name));
                            else if (const auto *site = std::get_if<SiteDefined>(&event))
                                QVERIFY(!hasHiddenMarks(site->site.name));
                        }
                    }
                    (void)world.tell(body);
                }
                (void)checkedPassword(text());
                (void)checkedPin(text());
                (void)waitBefore(world.directory, text(), world.now);
                (void)decodeDirectory(text());
                (void)decodeProfile(text());
                (void)world.directory.tenantBySlug(text());
                (void)world.directory.userByEmail(text());
            }
            // A damaged checkpoint is refused or read, never more.
            const std::string stored = encodeDirectory(world.directory);
            for (int i = 0; i < 100; ++i) {
                std::string damaged = stored;
                damaged[std::size_t(r.random.between(0, std::int64_t(damaged.size()) - 1))] = char(r.upTo(255));
                (void)decodeDirectory(damaged.substr(0, r.random.chance(0.3) ? std::size_t(r.upTo(int(damaged.size()))) : std::string::npos));
            }
        }
        QVERIFY2(taken > 1'000, std::to_string(taken).c_str());
    }
};

QTEST_GUILESS_MAIN(TestHostileTexts)
#include "tst_hostile_texts.moc"
