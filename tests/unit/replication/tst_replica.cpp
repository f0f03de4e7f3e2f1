#include <algorithm>

#include <QTest>

#include "talk.h"

using namespace smartqueue;
using namespace smartqueue::replication;

class TestReplica : public QObject {
    Q_OBJECT

    struct Desk {
        RandomSource random{1};
        Replica replica{Member{"desk", "desk:1"}, cluster, Schemas{}, at(1, 5), random, start};
        Moment now = start;
        Speaker host{"host"};

        void connect(Link link = 1)
        {
            host.number = 0;
            replica.passed(now);
            replica.connected(link, host.device, now);
        }
        void follow(Link link = 1)
        {
            connect(link);
            replica.received(link, host.says(Welcome{1, at(host.epoch, 5)}), now);
        }
        ReplicaEffects hears(Message message, Link link = 1) { return replica.received(link, host.says(std::move(message)), now); }
    };

private Q_SLOTS:
    void itGreetsWithTheEndOfItsLog()
    {
        Desk desk;
        QVERIFY(first<Connect>(desk.replica.passed(desk.now)));
        const auto hello = sent<Hello>(desk.replica.connected(1, "host", desk.now));
        QVERIFY(hello->last == at(1, 5));
        QCOMPARE(hello->address, std::string("desk:1"));
        QVERIFY(!desk.replica.isFollowing(desk.now));
        desk.hears(Welcome{1, at(1, 5)});
        QVERIFY(desk.replica.isFollowing(desk.now));
    }

    void aHostOfAnotherVersionIsNotFollowed()
    {
        Desk desk;
        desk.connect();
        const auto refused = desk.hears(Bye{std::string(olderThanHost)});
        QCOMPARE(std::string(first<CannotFollow>(refused)->why.code.name()), std::string("peer_too_new"));
        QCOMPARE(closedFor(refused), std::string("peer_too_new"));
        desk.connect(2);
        QCOMPARE(std::string(first<CannotFollow>(desk.hears(Bye{std::string(newerThanHost)}, 2))->why.code.name()), std::string("peer_too_old"));
        // It says who it is by what it reads, and what it writes itself.
        Replica next(Member{"desk"}, cluster, Schemas{3, 4}, at(1, 5), desk.random, start);
        const auto hello = sent<Hello>(next.connected(1, "host", start));
        QCOMPARE(hello->oldestSchema, 3);
        QCOMPARE(hello->newestSchema, 4);
    }

    void aCopyThatCannotBeKeptIsFetchedLaterAndLater()
    {
        Desk desk;
        std::vector<Moment> pauses;
        for (Link link = 1; link <= 40; ++link) {
            desk.connect(link);
            desk.hears(Welcome{1, at(1, 9)}, link);
            desk.hears(SnapshotOffer{1000, "digest", at(1, 9)}, link);
            QCOMPARE(closedFor(desk.replica.copyFailed({peer_failures::resynchronising, {}}, desk.now)), std::string("resynchronising"));
            QVERIFY(!desk.replica.copying());
            const Moment failed = desk.now;
            while (!first<Connect>(desk.replica.passed(desk.now)))
                desk.now += Moment(50);
            pauses.push_back(desk.now - failed);
        }
        // Full jitter: any single pause may be short.
        const Moment longest = *std::max_element(pauses.begin(), pauses.end());
        QVERIFY(longest > Moment(5'000));
        QVERIFY(longest <= Moment(31'000));
    }

    void whoHearsOfItsHostTriesAtOnce()
    {
        Desk desk;
        for (Link link = 1; link <= 20; ++link) {
            desk.connect(link);
            desk.replica.disconnected(link, desk.now);
            desk.replica.heardOf(desk.now);
            desk.now += Moment(500);
            QVERIFY(first<Connect>(desk.replica.passed(desk.now)));
        }
    }

    void whoIsBehindForLongIsNotInStep()
    {
        Desk desk;
        desk.follow();
        QVERIFY(desk.replica.isInStep(desk.now));
        desk.hears(Append{{entryAt(1, 6)}, 6, {}});
        // The host is heard all the time, and the entry does not reach the disk.
        for (int i = 0; i < 5; ++i) {
            desk.now += Moment(500);
            desk.hears(Append{{}, 6, {}});
        }
        QVERIFY(desk.replica.isFollowing(desk.now));
        QVERIFY(!desk.replica.isInStep(desk.now));
        // A new welcome makes nothing newer.
        desk.replica.disconnected(1, desk.now);
        desk.now += Moment(40'000);
        desk.connect(2);
        desk.replica.received(2, desk.host.says(Welcome{1, at(1, 6)}), desk.now);
        QVERIFY(desk.replica.isFollowing(desk.now) && !desk.replica.isInStep(desk.now));
        desk.hears(Append{{entryAt(1, 6)}, 6, {}}, 2);
        desk.replica.appended(at(1, 6), desk.now);
        QVERIFY(desk.replica.isInStep(desk.now));
    }

    void whoKeepsUpIsInStepHoweverBusyTheHostIs()
    {
        Desk desk;
        desk.follow();
        // Each entry is on its way while the next one comes.
        desk.hears(Append{{entryAt(1, 6)}, 6, {}});
        for (Sequence sequence = 7; sequence < 40; ++sequence) {
            desk.now += Moment(200);
            desk.hears(Append{{entryAt(1, sequence)}, sequence, {}});
            desk.replica.appended(at(1, sequence - 1), desk.now);
            QVERIFY(desk.replica.isInStep(desk.now));
        }
    }

    void whoCannotAppendComesBackAtLongerAndLongerIntervals()
    {
        Desk desk;
        Moment longest{};
        for (Link link = 1; link < 12; ++link) {
            desk.now += Moment(40'000);
            desk.connect(link);
            desk.replica.received(link, desk.host.says(Welcome{1, at(1, 9)}), desk.now);
            desk.replica.disconnected(link, desk.now);
            Moment waited{};
            while (!first<Connect>(desk.replica.passed(desk.now + waited)))
                waited += Moment(100);
            longest = std::max(longest, waited);
            desk.replica.connectFailed(desk.now + waited);
        }
        QVERIFY(longest > Moment(4'000));
    }

    void itConfirmsOnlyWhatIsDurable()
    {
        Desk desk;
        desk.follow();
        const auto effects = desk.hears(Append{{entryAt(1, 6)}, 6, {"desk"}});
        QCOMPARE(first<AppendEntries>(effects)->entries.size(), std::size_t(1));
        QVERIFY(!sent<Appended>(effects));
        QCOMPARE(sent<Appended>(desk.hears(Append{{}, 6, {"desk"}}))->upTo, Sequence(5));
        QCOMPARE(sent<Appended>(desk.replica.appended(at(1, 6), desk.now))->upTo, Sequence(6));
        QVERIFY(desk.replica.end() == at(1, 6));
        QCOMPARE(desk.replica.live(), std::vector<DeviceId>{"desk"});
    }

    void whatAnotherHostGaveIsNotConfirmedToThisOne()
    {
        Desk desk;
        desk.follow();
        desk.hears(Append{{entryAt(1, 6)}, 6, {}});
        // The link changes to a new host while the entry of the old one is on its way to the disk.
        desk.replica.disconnected(1, desk.now);
        desk.host = {"new", 2};
        desk.now += Moment(40'000);
        desk.follow(2);
        desk.hears(Append{{Entry{6, at(2, 6), "take-over"}}, 6, {}}, 2);
        QVERIFY(!sent<Appended>(desk.replica.appended(at(1, 6), desk.now)));
        QCOMPARE(sent<Appended>(desk.hears(Append{{}, 6, {}}, 2))->upTo, Sequence(5));
        const auto effects = desk.replica.diverged(desk.now);
        QCOMPARE(closedFor(effects), std::string("resynchronising"));
        QVERIFY(desk.replica.end() == at(1, 6));
        desk.replica.passed(desk.now);
        QVERIFY(sent<Hello>(desk.replica.connected(3, "new", desk.now))->wantsCopy);
    }

    void entriesThatDoNotFollowEndTheLink()
    {
        Desk desk;
        desk.follow();
        QCOMPARE(closedFor(desk.hears(Append{{entryAt(1, 7)}, 7, {}})), std::string("unexpected_frame"));
        Desk older;
        older.host.epoch = 1;
        older.follow();
        QCOMPARE(closedFor(older.hears(Append{{Entry{6, at(0, 6), {}}}, 6, {}})), std::string("unexpected_frame"));
    }

    void aCopyIsFetchedPieceByPiece()
    {
        Desk desk;
        desk.follow();
        const std::int64_t chunk = snapshotChunk;
        const std::int64_t size = 10 * chunk + 5;
        const auto begun = desk.hears(SnapshotOffer{size, "digest", at(1, 9)});
        QCOMPARE(first<BeginSnapshot>(begun)->offer.size, size);
        QCOMPARE(std::count_if(begun.begin(), begun.end(), [](const ReplicaEffect &e) { return std::holds_alternative<Send>(e); }), std::ptrdiff_t(8));
        QVERIFY(sent<Appended>(desk.hears(Append{{}, 9, {}})));
        for (std::int64_t offset = 0; offset < size; offset += chunk) {
            const bool isLast = offset + chunk > size;
            const auto effects = desk.hears(SnapshotPiece{offset, std::string(isLast ? 5 : std::size_t(chunk), 'x')});
            QCOMPARE(first<WriteSnapshot>(effects)->offset, offset);
            QCOMPARE(first<TakeSnapshot>(effects).has_value(), isLast);
        }
        QCOMPARE(desk.replica.copying()->first, size);
    }

    void aPieceThatIsNotTheNextEndsTheLink()
    {
        Desk desk;
        desk.follow();
        desk.hears(SnapshotOffer{1000, "digest", at(1, 9)});
        QCOMPARE(closedFor(desk.hears(SnapshotPiece{0, "short"})), std::string("unexpected_frame"));
        QVERIFY(!desk.replica.copying());
    }

    void itDoesNotListenToAnOlderEpoch()
    {
        Desk desk;
        QVERIFY(!desk.replica.leads(3, "another", {}, desk.now).isAlive);
        desk.connect();
        QCOMPARE(closedFor(desk.hears(Welcome{1, at(1, 5)})), std::string("deposed"));
        desk.host.epoch = 3;
        desk.now += Moment(40'000);
        desk.follow(2);
        QVERIFY(desk.replica.isFollowing(desk.now));
        QCOMPARE(desk.replica.leads(0, "another", {}, desk.now).epoch, Epoch(3));
    }

    void whoHearsTheHostSaysSoAndStaysWithIt()
    {
        Desk desk;
        desk.follow();
        const Leads leads = desk.replica.leads(2, "another", {}, desk.now);
        QVERIFY(leads.isAlive);
        QCOMPARE(leads.host, DeviceId("host"));
        QCOMPARE(leads.epoch, Epoch(1));
        QVERIFY(desk.hears(Append{{}, 5, {}}).size() == 1);
        QVERIFY(!desk.replica.leads(2, "another", {}, desk.now + silenceLimit + Moment(1)).isAlive);
    }

    void hintsAreFollowedAtOnceButNotForEver()
    {
        Desk desk;
        int dials = 0;
        for (Link link = 1; link <= 20; ++link) {
            const auto connect = first<Connect>(desk.replica.passed(desk.now));
            if (!connect)
                break;
            ++dials;
            desk.connect(link);
            desk.hears(NotHost{1, "elsewhere", "there:1"}, link);
        }
        QCOMPARE(dials, 4);
        QVERIFY(first<Connect>(desk.replica.passed(desk.now + Moment(30'000)))->device.empty());
    }

    void aRequestIsKeptUntilItIsAnswered()
    {
        Desk desk;
        QVERIFY(desk.replica.request("id", "call", desk.now).empty());
        desk.connect();
        QCOMPARE(sent<Request>(desk.hears(Welcome{1, at(1, 5)}))->id, std::string("id"));
        desk.replica.disconnected(1, desk.now);
        desk.now += Moment(1000);
        desk.connect(2);
        QCOMPARE(sent<Request>(desk.hears(Welcome{1, at(1, 5)}, 2))->bytes, std::string("call"));
        QCOMPARE(first<Told>(desk.hears(Reply{"id", "done"}, 2))->bytes, std::string("done"));
        QVERIFY(!first<Told>(desk.hears(Reply{"id", "done"}, 2)));
    }

    void whoeverWaitsIsToldThatNobodyAnswers()
    {
        Desk desk;
        desk.replica.request("id", "call", desk.now);
        QCOMPARE(std::string(first<NotTold>(desk.replica.passed(desk.now + Moment(2100)))->why.code.name()), std::string("host_unreachable"));
        desk.now += Moment(40'000);
        desk.follow();
        desk.replica.request("id2", "call", desk.now);
        QCOMPARE(first<NotTold>(desk.hears(TryLater{"id2"}))->id, std::string("id2"));
    }

    void aSilentHostIsSoughtElsewhere()
    {
        Desk desk;
        desk.follow();
        QCOMPARE(closedFor(desk.replica.passed(desk.now + silenceLimit + Moment(1))), std::string("peer_silent"));
        QVERIFY(!desk.replica.isFollowing(desk.now));
    }

    void framesThatAreNotInOrderEndTheLink()
    {
        Desk desk;
        desk.follow();
        const std::string frame = desk.host.says(Append{{}, 5, {}});
        desk.replica.received(1, frame, desk.now);
        QCOMPARE(closedFor(desk.replica.received(1, frame, desk.now)), std::string("replayed_frame"));
        desk.now += Moment(40'000);
        desk.connect(2);
        Speaker another{"another"};
        QCOMPARE(closedFor(desk.replica.received(2, another.says(Welcome{}), desk.now)), std::string("replayed_frame"));
        desk.now += Moment(40'000);
        desk.connect(3);
        desk.host.of = "another branch";
        QCOMPARE(closedFor(desk.hears(Welcome{}, 3)), std::string("foreign_installation"));
        desk.now += Moment(40'000);
        desk.connect(4);
        QCOMPARE(closedFor(desk.replica.received(4, "no frame", desk.now)), std::string("malformed_frame"));
        QVERIFY(desk.replica.received(1, frame, desk.now).empty());
    }

    void whoTakesOverIsTriedFirst()
    {
        Desk desk;
        desk.follow();
        desk.replica.disconnected(1, desk.now);
        // An old epoch is no reason: anybody may ask.
        desk.replica.leads(1, "curious", {}, desk.now);
        desk.now += Moment(500);
        QCOMPARE(first<Connect>(desk.replica.passed(desk.now))->device, DeviceId());
        desk.replica.connectFailed(desk.now);
        desk.replica.leads(2, "next", {}, desk.now);
        desk.now += Moment(500);
        QCOMPARE(first<Connect>(desk.replica.passed(desk.now))->device, DeviceId("next"));
    }
};

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_replica.moc"
