#include <set>

#include <QTest>

#include "random_world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

/// Random commands against the invariants.
class TestRandomDirectories : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomCommandsKeepEveryPromise()
    {
        const std::uint64_t first = firstSeed();
        std::set<std::string> done;
        for (std::uint64_t seed = first; seed < first + 60; ++seed) {
            RandomWorld r(seed);
            for (int i = 0; i < 400; ++i) {
                r.step();
                const std::string violation = r.violation();
                QVERIFY2(violation.empty(), at(seed, i, violation));
            }
            for (const EventBatch &batch : r.world.log)
                done.insert(batch.kind);
            QVERIFY2(countsUp(r.world.log), at(seed, 0, "an id given again"));
        }
        // Random commands that are all refused would keep every promise.
        for (std::size_t i = std::variant_size_v<BranchCommand>; i < std::variant_size_v<CommandBody>; ++i)
            QVERIFY2(done.contains(wordOf(i)), wordOf(i).c_str());
    }

    void theLogRebuildsTheSameDirectoryAndACheckpointTakesNothingAway()
    {
        const std::uint64_t first = firstSeed();
        for (std::uint64_t seed = first; seed < first + 20; ++seed) {
            RandomWorld r(seed);
            for (int i = 0; i < 300; ++i)
                r.step();
            const std::string live = encodeDirectory(r.world.directory);
            QVERIFY2(encodeDirectory(decodeDirectory(live).value()) == live, at(seed, 0, "decoded otherwise"));
            Directory rebuilt;
            const std::size_t middle = r.world.log.size() / 2;
            for (std::size_t i = 0; i < r.world.log.size(); ++i) {
                if (i == middle)
                    rebuilt = decodeDirectory(encodeDirectory(rebuilt)).value();
                EventBatch batch = r.world.log[i];
                batch.events = codec::decodeEvents(codec::encodeEvents(batch.events)).value();
                apply(rebuilt, batch);
            }
            QVERIFY2(encodeDirectory(rebuilt) == live, at(seed, 0, "rebuilt otherwise"));
        }
    }

private:
    /// Every new user, tenant and site has a higher id than those before.
    static bool countsUp(const std::vector<EventBatch> &log)
    {
        UserId user;
        TenantId tenant{1};
        SiteId site = firstSite;
        std::set<TenantId> tenants{tenant};
        for (const EventBatch &batch : log) {
            for (const Event &event : batch.events) {
                if (const auto *created = std::get_if<UserCreated>(&event)) {
                    if (!(user < created->user))
                        return false;
                    user = created->user;
                } else if (const auto *placed = std::get_if<SiteDefined>(&event)) {
                    if (!(site < placed->site.id))
                        return false;
                    site = placed->site.id;
                } else if (const auto *defined = std::get_if<TenantDefined>(&event); defined && tenants.insert(defined->tenant.id).second) {
                    if (!(tenant < defined->tenant.id))
                        return false;
                    tenant = defined->tenant.id;
                }
            }
        }
        return true;
    }

    template <std::size_t Index = std::variant_size_v<BranchCommand>>
    static std::string wordOf(std::size_t index)
    {
        if constexpr (Index < std::variant_size_v<CommandBody>)
            return index == Index ? std::string(nameOf(CommandBody(std::in_place_index<Index>))) : wordOf<Index + 1>(index);
        else
            return {};
    }
};

QTEST_GUILESS_MAIN(TestRandomDirectories)
#include "tst_random_directories.moc"
