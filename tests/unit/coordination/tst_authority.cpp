#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <smartqueue/coordination/etcd_authority.h>
#include <smartqueue/coordination/etcd_probe.h>

#include "etcd.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using smartqueue::coordination::EtcdAuthority;

namespace {

constexpr int patienceMs = 30'000;

/// What an authority has told.
class Told : public QObject {
public:
    explicit Told(EpochAuthority &authority)
    {
        connect(&authority, &EpochAuthority::granted, this, [this](Epoch epoch) { granted.push_back(epoch); });
        connect(&authority, &EpochAuthority::refused, this, [this](const Failure &why) {
            ++refused;
            last = std::string(why.code.name());
        });
        connect(&authority, &EpochAuthority::counted, this, [this](const std::set<DeviceId> &devices) { counted.push_back(devices); });
    }

    std::vector<Epoch> granted;
    int refused = 0;
    std::string last;
    std::vector<std::set<DeviceId>> counted;
};

} // namespace

/// The real etcd with three members, and the authority that is a person.
class TestAuthority : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!Etcd::isThere())
            QSKIP("etcd is not installed");
        m_etcd = std::make_unique<Etcd>(3);
        QVERIFY(m_etcd->start());
    }

    void whoClaimsIsTold_data()
    {
        QTest::addColumn<bool>("automatic");
        QTest::newRow("a person") << false;
        QTest::newRow("etcd") << true;
    }

    void whoClaimsIsTold()
    {
        QFETCH(bool, automatic);
        const std::unique_ptr<EpochAuthority> authority = automatic ? desktop("ann") : std::make_unique<ManualAuthority>();
        Told told(*authority);
        authority->claim(7);
        QTRY_COMPARE_WITH_TIMEOUT(told.granted, std::vector<Epoch>{7}, patienceMs);
        QVERIFY(authority->holds());
        authority->count({"ben"});
        QTRY_COMPARE_WITH_TIMEOUT(told.counted, (std::vector<std::set<DeviceId>>{{"ben"}}), patienceMs);
        QCOMPARE(told.refused, 0);
        QCOMPARE(authority->isAutomatic(), automatic);
    }

    void oneOfTwoClaimsIsGranted()
    {
        const auto ann = desktop("ann");
        const auto ben = desktop("ben");
        Told annTold(*ann);
        Told benTold(*ben);
        ann->claim(2);
        ben->claim(2);
        QTRY_COMPARE_WITH_TIMEOUT(annTold.refused + benTold.refused, 1, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(annTold.granted.size() + benTold.granted.size(), std::size_t(1), patienceMs);
        QVERIFY(ann->holds() != ben->holds());
    }

    void whoIsSilentLosesTheLead()
    {
        auto ann = desktop("ann");
        Told annTold(*ann);
        ann->claim(1);
        QTRY_COMPARE_WITH_TIMEOUT(annTold.granted.size(), std::size_t(1), patienceMs);
        ann->count({"ben", "cid"});
        QTRY_COMPARE_WITH_TIMEOUT(annTold.counted.size(), std::size_t(1), patienceMs);
        const auto ben = desktop("ben");
        QTRY_VERIFY_WITH_TIMEOUT(ben->lead() && ben->lead()->device == "ann", patienceMs);
        ann.reset();
        QTRY_VERIFY_WITH_TIMEOUT(ben->lead() && ben->lead()->device.empty(), patienceMs);
        QCOMPARE(ben->lead()->last, DeviceId("ann"));
        QCOMPARE(ben->lead()->counted, (std::set<DeviceId>{"ben", "cid"}));

        Told benTold(*ben);
        ben->claim(1);
        QTRY_COMPARE_WITH_TIMEOUT(benTold.refused, 1, patienceMs);
        QCOMPARE(benTold.last, std::string("lead_is_taken"));
        ben->claim(2);
        QTRY_COMPARE_WITH_TIMEOUT(benTold.granted, std::vector<Epoch>{2}, patienceMs);
        ben->resign();
        // Its own epoch is an older one now, whoever leads.
        const auto again = desktop("ann");
        Told againTold(*again);
        QTRY_VERIFY_WITH_TIMEOUT(again->lead() && again->lead()->device.empty(), patienceMs);
        again->claim(1);
        QTRY_COMPARE_WITH_TIMEOUT(againTold.refused, 1, patienceMs);
        QVERIFY(againTold.granted.empty());
    }

    void whoEndsGivesTheLeadBackAtOnce()
    {
        // Nobody waits here for that to run out.
        const coordination::EtcdOptions options{m_etcd->endpoints(), QTest::currentTestFunction(), std::chrono::hours(1)};
        auto ann = std::make_unique<EtcdAuthority>("ann", options);
        Told told(*ann);
        ann->claim(1);
        QTRY_COMPARE_WITH_TIMEOUT(told.granted.size(), std::size_t(1), patienceMs);
        const auto ben = desktop("ben");
        QTRY_VERIFY_WITH_TIMEOUT(ben->lead() && ben->lead()->device == "ann", patienceMs);
        ann->resign();
        ann.reset();
        QTRY_VERIFY_WITH_TIMEOUT(ben->lead() && ben->lead()->device.empty(), patienceMs);
        Told benTold(*ben);
        ben->claim(2);
        QTRY_COMPARE_WITH_TIMEOUT(benTold.granted, std::vector<Epoch>{2}, patienceMs);
    }

    void theLeadSurvivesTheLossOfAMember()
    {
        const auto ann = desktop("ann");
        Told told(*ann);
        ann->claim(1);
        QTRY_COMPARE_WITH_TIMEOUT(told.granted.size(), std::size_t(1), patienceMs);
        // The first is the one that it asks as long as that one answers.
        m_etcd->kill(0);
        const auto regained = [&] {
            if (!ann->holds())
                ann->claim(1);
            return ann->holds() && ann->lead() && ann->lead()->device == "ann";
        };
        QTRY_VERIFY_WITH_TIMEOUT(regained(), patienceMs);
        const auto known = [&] {
            ann->count({"ben"});
            return ann->lead() && ann->lead()->counted.contains("ben");
        };
        QTRY_VERIFY_WITH_TIMEOUT(known(), patienceMs);
    }

    void nobodyLeadsWhereNothingAnswers()
    {
        EtcdAuthority nowhere("ann", {{"http://127.0.0.1:1"}, "branch"});
        Told told(nowhere);
        nowhere.claim(1);
        QTRY_COMPARE_WITH_TIMEOUT(told.refused, 1, patienceMs);
        QCOMPARE(told.last, std::string("authority_unreachable"));
        QVERIFY(!nowhere.holds());
        QVERIFY(!nowhere.lead());
    }

    void whatDoesNotAnswerIsFoundBeforehand()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const std::string nobody = "http://127.0.0.1:1";
        const std::string mute = "http://127.0.0.1:" + std::to_string(silent.serverPort());
        const std::string member = m_etcd->endpoints().back();
        const auto probes = coordination::probeEtcd({nobody, member, mute});
        QCOMPARE(probes.size(), std::size_t(3));
        QCOMPARE(probes[0].endpoint, nobody);
        QVERIFY(!probes[0].reason.empty());
        QCOMPARE(probes[1].reason, std::string());
        QVERIFY(!probes[2].reason.empty());
        QVERIFY(!coordination::probeEtcd({"file:///etc/hostname"}).front().reason.empty());
        QVERIFY(coordination::probeEtcd({}).empty());
    }

private:
    /// Each test leads an installation of its own.
    std::unique_ptr<EpochAuthority> desktop(const DeviceId &device) const
    {
        return std::make_unique<EtcdAuthority>(device, coordination::EtcdOptions{m_etcd->endpoints(), QTest::currentTestFunction()});
    }

    std::unique_ptr<Etcd> m_etcd;
};

QTEST_GUILESS_MAIN(TestAuthority)
#include "tst_authority.moc"
