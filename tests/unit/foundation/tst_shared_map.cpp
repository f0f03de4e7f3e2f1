#include <map>
#include <string>
#include <thread>

#include <QRandomGenerator>
#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/foundation/shared_map.h>

using smartqueue::RandomSource;
using smartqueue::SharedMap;

namespace {

using Shared = SharedMap<std::int64_t, std::string>;
using Plain = std::map<std::int64_t, std::string>;

bool same(const Shared &shared, const Plain &plain)
{
    Plain seen;
    for (const auto &[key, value] : shared)
        seen.emplace(key, value);
    return seen == plain && shared.size() == plain.size();
}

} // namespace

class TestSharedMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasSet()
    {
        SharedMap<std::string, int> map;
        QVERIFY(map.empty());
        QVERIFY(!map.find("A001"));
        QVERIFY(map.begin() == map.end());
        map.set("A001", 1);
        map.set("A002", 2);
        map.set("A001", 3);
        QCOMPARE(map.size(), std::size_t(2));
        QCOMPARE(map.at("A001"), 3);
        map.edit("A002") = 5;
        QCOMPARE(*map.find("A002"), 5);
        map.erase("A001");
        map.erase("A001");
        QCOMPARE(map.size(), std::size_t(1));
        QVERIFY_EXCEPTION_THROWN(map.at("A001"), std::out_of_range);
        QVERIFY_EXCEPTION_THROWN(map.edit("A001"), std::out_of_range);
    }

    void aCopyNeverSeesWhatTheOtherDoes()
    {
        const auto seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        RandomSource random(seed);
        std::vector<std::pair<Shared, Plain>> worlds(1);
        for (int step = 0; step < 20'000; ++step) {
            const auto which = std::size_t(random.between(0, std::int64_t(worlds.size()) - 1));
            auto &[shared, plain] = worlds[which];
            const std::int64_t key = random.between(0, 300);
            const double what = random.uniform();
            if (what < 0.45) {
                shared.set(key, std::to_string(step));
                plain[key] = std::to_string(step);
            } else if (what < 0.7) {
                shared.erase(key);
                plain.erase(key);
            } else if (what < 0.97) {
                if (plain.contains(key)) {
                    shared.edit(key) += "x";
                    plain[key] += "x";
                }
                QCOMPARE(shared.find(key) != nullptr, plain.contains(key));
            } else if (worlds.size() < 8) {
                worlds.push_back(worlds[which]);
            } else {
                QVERIFY(same(shared, plain));
                worlds.erase(worlds.begin() + std::ptrdiff_t(which));
            }
        }
        for (const auto &[shared, plain] : worlds)
            QVERIFY(same(shared, plain));
    }

    void copiesAreReadElsewhereWhileOneIsChanged()
    {
        Shared map;
        for (int key = 0; key < 500; ++key)
            map.set(key, "0");
        std::vector<std::thread> readers;
        std::vector<std::size_t> lengths(4);
        for (std::size_t &length : lengths) {
            readers.emplace_back([copy = map, &length] {
                for (int turn = 0; turn < 50; ++turn) {
                    for (const auto &[key, value] : copy)
                        length += value.size();
                }
            });
        }
        for (int key = 0; key < 500; ++key)
            map.edit(key) += "changed";
        for (std::thread &reader : readers)
            reader.join();
        for (const std::size_t length : lengths)
            QCOMPARE(length, std::size_t(500 * 50));
    }
};

QTEST_APPLESS_MAIN(TestSharedMap)
#include "tst_shared_map.moc"
