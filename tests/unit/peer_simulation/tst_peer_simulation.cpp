#include <sstream>

#include <QTest>

#include <smartqueue/peer_simulation/peer_simulation.h>

using namespace smartqueue::peer_simulation;

/// SQ_SEEDS gives another number of seeds, SQ_SEED the first of them.
class TestPeerSimulation : public QObject {
    Q_OBJECT

    static Outcome runSeeds(int seeds, int desktops, Plant plant, std::uint64_t first = 1)
    {
        Campaign campaign;
        campaign.first = first;
        campaign.seeds = seeds;
        campaign.desktops = desktops;
        campaign.plant = plant;
        return run(campaign);
    }

    static QByteArray badSeed(const Outcome &outcome)
    {
        return "first bad seed: " + (outcome.firstBadSeed ? QByteArray::number(qulonglong(*outcome.firstBadSeed)) : QByteArray("none"));
    }

private Q_SLOTS:
    void nothingIsCalledTwiceOrLost()
    {
        const int given = qEnvironmentVariableIntValue("SQ_SEEDS");
        const auto first = qEnvironmentVariable("SQ_SEED", QStringLiteral("1")).toULongLong();
        const Outcome outcome = runSeeds(given > 0 ? given : 300, 5, Plant::none, first);
        QVERIFY2(outcome.total.isClean(), badSeed(outcome).constData());
        // Days on which nothing happens prove nothing.
        QVERIFY(outcome.total.takeOvers > outcome.seeds / 4);
        QVERIFY(outcome.total.stepDowns > outcome.seeds / 8);
        QVERIFY(outcome.total.crashes > outcome.seeds);
        QVERIFY(outcome.total.freezes > outcome.seeds);
        QVERIFY(outcome.total.acknowledged > 15 * outcome.seeds);
        QVERIFY(outcome.total.copies > 0 && outcome.total.conflicts > 0 && outcome.total.restored > 0);
    }

    void norWithFewerOrMoreDesktops_data()
    {
        QTest::addColumn<int>("desktops");
        QTest::addColumn<int>("seeds");
        QTest::newRow("two") << 2 << 300;
        QTest::newRow("three") << 3 << 150;
        QTest::newRow("nine") << 9 << 25;
    }

    void norWithFewerOrMoreDesktops()
    {
        QFETCH(int, desktops);
        QFETCH(int, seeds);
        const Outcome outcome = runSeeds(seeds, desktops, Plant::none);
        QVERIFY2(outcome.total.isClean(), badSeed(outcome).constData());
    }

    void aProtectionThatIsMissingIsFound_data()
    {
        QTest::addColumn<QByteArray>("plant");
        for (const char *plant : {"ack-before-fsync", "no-epoch", "trust-restored"})
            QTest::newRow(plant) << QByteArray(plant);
    }

    void aProtectionThatIsMissingIsFound()
    {
        QFETCH(QByteArray, plant);
        const auto missing = plantNamed(plant.toStdString());
        QVERIFY(missing);
        bool found = false;
        for (std::uint64_t first = 1; first <= 1000 && !found; first += 100)
            found = runSeeds(100, 5, *missing, first).firstBadSeed.has_value();
        QVERIFY(found);
    }

    void theSameSeedGivesTheSameStory()
    {
        for (const std::uint64_t seed : {1, 2, 3}) {
            std::ostringstream once;
            std::ostringstream again;
            simulate({seed}, &once);
            simulate({seed}, &again);
            QVERIFY(!once.str().empty());
            QCOMPARE(once.str(), again.str());
        }
    }

    void theNumberOfThreadsChangesNothing()
    {
        Campaign campaign;
        campaign.seeds = 40;
        campaign.plant = Plant::noEpoch;
        campaign.threads = 1;
        const Outcome one = run(campaign);
        campaign.threads = 4;
        const Outcome four = run(campaign);
        QCOMPARE(one.total.frames, four.total.frames);
        QCOMPARE(one.total.acknowledged, four.total.acknowledged);
        QCOMPARE(one.badSeeds, four.badSeeds);
        QVERIFY(one.firstBadSeed == four.firstBadSeed);
    }
};

QTEST_GUILESS_MAIN(TestPeerSimulation)
#include "tst_peer_simulation.moc"
