#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

class TestDevices : public QObject {
    Q_OBJECT

    static Device device(const std::string &start, const std::string &name)
    {
        Device device;
        device.id = start + std::string(limits::deviceIdBytes - start.size(), '0');
        device.name = name;
        device.certificate = "certificate of " + name;
        return device;
    }

    /// A host, and three more of which two have one name.
    static World branch()
    {
        World world;
        const Device host = device("aaaaaaaa", "Entrance");
        world.must(AdmitDevice{device("bbbbbbbb1", "Counter"), host});
        world.must(AdmitDevice{device("bbbbbbbb2", "Counter"), host});
        world.must(AdmitDevice{device("cccccccc", "Kiosk"), host});
        return world;
    }

    static bool isRevoked(const World &world, const std::string &start)
    {
        const Device *found = world.directory.device(device(start, {}).id);
        return found && found->revoked;
    }

private Q_SLOTS:
    void oneIsRevokedByItsNameOrTheBeginningOfItsId()
    {
        World world = branch();
        world.must(RevokeDevice{"Kiosk"});
        QVERIFY(isRevoked(world, "cccccccc"));
        world.must(RevokeDevice{"bbbbbbbb2"});
        QVERIFY(isRevoked(world, "bbbbbbbb2"));
        // The other one alone has the name by now.
        world.must(RevokeDevice{"Counter"});
        QVERIFY(isRevoked(world, "bbbbbbbb1"));
    }

    void whatMayMeanSeveralOrNobodyRevokesNobody()
    {
        World world = branch();
        QCOMPARE(world.refusal(RevokeDevice{"Counter"}), std::string("unknown_device several"));
        QCOMPARE(world.refusal(RevokeDevice{"bbbbbbbb"}), std::string("unknown_device several"));
        QCOMPARE(world.refusal(RevokeDevice{"ccccccc"}), std::string("unknown_device"));
        QCOMPARE(world.refusal(RevokeDevice{""}), std::string("unknown_device"));
        world.must(RevokeDevice{"Kiosk"});
        QCOMPARE(world.refusal(RevokeDevice{"Kiosk"}), std::string("unknown_device"));
    }

    void theHostIsNotRevoked()
    {
        World world = branch();
        QCOMPARE(world.refusal(RevokeDevice{"Entrance"}), std::string("in_use leads"));
        QVERIFY(!isRevoked(world, "aaaaaaaa"));
    }
};

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"
