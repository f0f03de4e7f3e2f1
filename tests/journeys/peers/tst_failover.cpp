#include <array>
#include <set>

#include <QElapsedTimer>

#include "desktops.h"
#include "etcd.h"

using namespace smartqueue::journeys;

/// Three desktops and a real etcd of three members: when the host dies, another one goes on by itself.
class TestFailover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBranchGoesOnByItself()
    {
        if (!Etcd::isThere())
            QSKIP("etcd is not installed");
        Etcd etcd(3);
        QVERIFY(etcd.start());
        Json listening;
        const auto first = host(listening);
        std::array<Home, 2> others;
        for (Home &other : others) {
            const Ran paired = pair(other, listening);
            QVERIFY2(paired.code == 0, paired.err.constData());
            listening["pairing_code"] = first->serving->hear("joined").value("pairing_code", "");
            other.serving = std::make_unique<Serving>(other.program, other.database);
            QCOMPARE(other.serving->hear("listening").value("role", ""), std::string("replica"));
        }
        Json authority{{"do", "set_authority"}, {"endpoints", etcd.endpoints()}};
        const Ran set = tell(*first, QByteArray::fromStdString(authority.dump()) + '\n');
        QVERIFY2(set.code == 0, set.out.constData());
        QVERIFY(becomes([&] { return peers(*first).value(Json::json_pointer("/authority/counted"), Json::array()).size() == 2; }));
        QCOMPARE(tell(others[0], issue("last")).code, 0);

        QElapsedTimer without;
        without.start();
        first->serving->kill();
        const Home *leading = nullptr;
        QVERIFY(becomes([&] {
            for (const Home &other : others) {
                const Json now = peers(other);
                if (now.value("role", "") == "host" && now.value("in_step", false))
                    leading = &other;
            }
            return leading != nullptr;
        }));
        const Ran next = tell(*leading, issue("next"));
        // Five seconds are promised; a machine that builds beside the test may take as long again.
        constexpr qint64 limitMs = 10'000;
        QVERIFY2(without.elapsed() < limitMs, qPrintable(QStringLiteral("the next ticket came after %1 ms").arg(without.elapsed())));
        QCOMPARE(next.lines().at(0).at("number").get<std::string>(), std::string("P002"));
        // The third desktop finds the new host a moment later.
        const Home &third = leading == &others[0] ? others[1] : others[0];
        QVERIFY(becomes([&] { return tell(third, issue("last")).code == 0; }));
        QCOMPARE(tell(third, issue("last")).lines().at(0).at("number").get<std::string>(), std::string("P001"));
        QCOMPARE(peers(third).at("epoch").get<int>(), peers(*leading).at("epoch").get<int>());

        first->serving = std::make_unique<Serving>(first->program, first->database, QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        QVERIFY(becomes([&] { return first->serving->hear("listening").value("role", "") == "replica"; }));
        QVERIFY(becomes([&] { return peers(*first).value("last_hash", "") == peers(*leading).value("last_hash", "-"); }));
        QCOMPARE(run(*first, {QStringLiteral("check")}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
