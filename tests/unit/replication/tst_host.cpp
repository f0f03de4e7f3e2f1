#include <algorithm>

#include <QTest>

#include "talk.h"

using namespace smartqueue;
using namespace smartqueue::replication;

class TestHost : public QObject {
    Q_OBJECT

    /// A host at 1.5 that has looked around, and those who speak to it.
    struct Branch {
        Host host{Member{"host"}, cluster, 1, at(1, 5), start};
        Moment now = start;
        Speaker ann{"ann"};
        Speaker ben{"ben"};

        Branch()
        {
            host.passed(now);
            host.lookedAround({}, now);
        }

        /// Follows at the end of the log.
        void follow(Speaker &speaker, Link link)
        {
            host.connected(link, speaker.device, now);
            host.received(link, speaker.says(helloAt(host.end())), now);
            host.entriesRead(link, std::vector<Entry>{}, now);
            host.received(link, speaker.says(Appended{host.end().sequence}), now);
        }

        HostEffects commit() { return host.committed(entryAt(host.end().epoch, host.end().sequence + 1), now); }
        bool isLive(const DeviceId &device)
        {
            const auto peers = host.peers(now);
            return std::any_of(peers.begin(), peers.end(), [&](const PeerState &peer) { return peer.member.device == device && peer.live; });
        }
    };

private Q_SLOTS:
    void nothingIsConfirmedBeforeItHasLookedAround()
    {
        Host host(Member{"host"}, cluster, 1, at(1, 5), start);
        QCOMPARE(host.confirmed(), Sequence(0));
        // Nobody knows yet who has led meanwhile: the others are given time.
        QCOMPARE(first<LookAround>(host.passed(start))->patience, firstLookLimit);
        QVERIFY(!first<Confirm>(host.committed(entryAt(1, 6), start)));
        const auto effects = host.lookedAround({}, start);
        QCOMPARE(first<Confirm>(effects)->upTo, Sequence(6));
    }

    void nobodyIsWelcomedBeforeItHasLookedAround()
    {
        Host host(Member{"host"}, cluster, 1, at(1, 5), start);
        Speaker ann{"ann"};
        host.connected(1, "ann", start);
        QVERIFY(!sent<Welcome>(host.received(1, ann.says(helloAt(at(1, 5))), start)));
        const auto effects = host.lookedAround({}, start);
        QVERIFY(sent<Welcome>(effects));
        QVERIFY(first<ReadEntries>(effects)->after == at(1, 5));
    }

    void aReplicaGetsTheTail()
    {
        Branch branch;
        branch.host.connected(1, "ann", branch.now);
        const auto welcome = branch.host.received(1, branch.ann.says(helloAt(at(1, 3))), branch.now);
        QVERIFY(sent<Welcome>(welcome)->last == at(1, 5));
        QVERIFY(first<ReadEntries>(welcome)->after == at(1, 3));
        const auto tail = branch.host.entriesRead(1, std::vector<Entry>{entryAt(1, 4), entryAt(1, 5)}, branch.now);
        QCOMPARE(sent<Append>(tail)->entries.size(), std::size_t(2));
        QVERIFY(!branch.isLive("ann"));
        branch.host.received(1, branch.ann.says(Appended{5}), branch.now);
        QVERIFY(branch.isLive("ann"));
    }

    void aLogThatIsAnotherGetsACopy()
    {
        Branch branch;
        branch.host.connected(1, "ann", branch.now);
        branch.host.received(1, branch.ann.says(helloAt(at(1, 4, "another"))), branch.now);
        QVERIFY(first<MakeSnapshot>(branch.host.entriesRead(1, std::nullopt, branch.now)));
        // Heartbeats are answered meanwhile, and harm nothing.
        QVERIFY(branch.host.received(1, branch.ann.says(Appended{4}), branch.now).empty());
        const auto offer = branch.host.snapshotMade(1, SnapshotOffer{300'000, "digest", at(1, 5)}, branch.now);
        QCOMPARE(sent<SnapshotOffer>(offer)->size, std::int64_t(300'000));
        QCOMPARE(first<ReadSnapshot>(branch.host.received(1, branch.ann.says(SnapshotWanted{262'144}), branch.now))->offset, std::int64_t(262'144));
        QCOMPARE(sent<SnapshotPiece>(branch.host.snapshotRead(1, 262'144, "piece", branch.now))->bytes, std::string("piece"));
        QVERIFY(!branch.isLive("ann"));
        QVERIFY(first<DropSnapshot>(branch.host.disconnected(1, branch.now)));
    }

    void whoWantsACopyGetsOne()
    {
        Branch branch;
        branch.host.connected(1, "ann", branch.now);
        Hello hello = helloAt(at(1, 5));
        hello.wantsCopy = true;
        const auto effects = branch.host.received(1, branch.ann.says(hello), branch.now);
        QVERIFY(first<MakeSnapshot>(effects));
        QVERIFY(!first<ReadEntries>(effects));
    }

    void whatIsCommittedWaitsForOneWhoFollows()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.follow(branch.ben, 2);
        const auto effects = branch.commit();
        QVERIFY(!first<Confirm>(effects));
        QCOMPARE(sent<Append>(effects)->live.size(), std::size_t(2));
        QCOMPARE(first<Confirm>(branch.host.received(2, branch.ben.says(Appended{6}), branch.now))->upTo, Sequence(6));
        QVERIFY(!first<Confirm>(branch.host.received(1, branch.ann.says(Appended{6}), branch.now)));
    }

    void whatGrewIsReadFromTheLogByThoseWhoFollow()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        const auto grown = branch.host.grown(at(1, 8), branch.now);
        QVERIFY(branch.host.end() == at(1, 8));
        QVERIFY(first<ReadEntries>(grown)->after == at(1, 5));
        QVERIFY(!first<Confirm>(grown));
        branch.host.entriesRead(1, std::vector<Entry>{entryAt(1, 6), entryAt(1, 7), entryAt(1, 8)}, branch.now);
        QCOMPARE(first<Confirm>(branch.host.received(1, branch.ann.says(Appended{8}), branch.now))->upTo, Sequence(8));
    }

    void everybodyHearsNowAndThenHowFarTheOthersAre()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.commit();
        branch.now += introduceEvery;
        const auto told = sent<Neighbours>(branch.host.passed(branch.now));
        QVERIFY(told);
        QCOMPARE(told->all.size(), std::size_t(2));
        QCOMPARE(told->all[0].device, DeviceId("host"));
        QCOMPARE(told->all[0].confirmed, Sequence(6));
        QCOMPARE(told->all[1].device, DeviceId("ann"));
        QCOMPARE(told->all[1].confirmed, Sequence(5));
        QCOMPARE(told->all[1].lag, std::int64_t(introduceEvery.count()));
        QVERIFY(!sent<Neighbours>(branch.host.passed(branch.now)));
    }

    void whoMayNotDecideConfirmsNothing()
    {
        Branch branch;
        branch.host.authorised(false, branch.now);
        QVERIFY(!first<Confirm>(branch.commit()));
        QVERIFY(!first<Confirm>(branch.host.lookedAround({}, branch.now)));
        QCOMPARE(first<Confirm>(branch.host.authorised(true, branch.now))->upTo, Sequence(6));
    }

    void whoMightTakeOverByThemselvesAreWaitedFor()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.follow(branch.ben, 2);
        branch.host.counted(std::set<DeviceId>{"ben"}, branch.now);
        branch.commit();
        QVERIFY(!first<Confirm>(branch.host.received(1, branch.ann.says(Appended{6}), branch.now)));
        QCOMPARE(first<Confirm>(branch.host.received(2, branch.ben.says(Appended{6}), branch.now))->upTo, Sequence(6));
    }

    void nothingIsConfirmedAloneWhileAnotherMightTakeOver()
    {
        Branch branch;
        branch.host.counted(std::set<DeviceId>{"ann"}, branch.now);
        QVERIFY(!first<Confirm>(branch.commit()));
        QCOMPARE(first<Confirm>(branch.host.counted(std::set<DeviceId>(), branch.now))->upTo, Sequence(6));
    }

    void whereOnlyPersonsDecideEverybodyCounts()
    {
        Branch branch;
        branch.host.counted(std::set<DeviceId>{"ann"}, branch.now);
        branch.commit();
        QCOMPARE(first<Confirm>(branch.host.counted(std::nullopt, branch.now))->upTo, Sequence(6));
    }

    void whoVanishesMakesItLookAround()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.commit();
        const auto effects = branch.host.disconnected(1, branch.now);
        QCOMPARE(first<LookAround>(effects)->patience, lookAroundLimit);
        QVERIFY(!first<Confirm>(effects));
        QCOMPARE(first<Confirm>(branch.host.lookedAround({}, branch.now))->upTo, Sequence(6));
    }

    void whoOnlyAnswersHoldsNobodyUp()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        for (int i = 0; i < 12; ++i) {
            branch.now += Moment(900);
            branch.host.received(1, branch.ann.says(Appended{5}), branch.now);
            branch.host.passed(branch.now);
        }
        branch.commit();
        Moment waited{};
        const auto waitFor = [&](Moment limit) {
            HostEffects effects;
            for (waited = {}; waited < limit && !first<LookAround>(effects); waited += Moment(100)) {
                branch.now += Moment(100);
                branch.host.received(1, branch.ann.says(Appended{branch.host.end().sequence - 1}), branch.now);
                effects = branch.host.passed(branch.now);
            }
            return effects;
        };
        QVERIFY(first<LookAround>(waitFor(2 * stallLimit)));
        QVERIFY(waited > stallLimit);
        QCOMPARE(first<Confirm>(branch.host.lookedAround({{"ann", {"host", {}, true, 1, at(1, 5)}}}, branch.now))->upTo, Sequence(6));
        // It confirms now, and goes on following, but for a while nobody waits for it.
        branch.host.received(1, branch.ann.says(Appended{6}), branch.now);
        QCOMPARE(first<Confirm>(branch.commit())->upTo, Sequence(7));
        branch.now += Moment(900);
        branch.host.received(1, branch.ann.says(Appended{7}), branch.now);
        QVERIFY(branch.host.live().empty());
        while (branch.host.live().empty() && branch.now < start + 2 * firstDistrust) {
            branch.now += Moment(900);
            branch.host.received(1, branch.ann.says(Appended{7}), branch.now);
        }
        QCOMPARE(branch.host.live(), std::vector<DeviceId>{"ann"});
        QVERIFY(branch.now >= start + firstDistrust);
        QVERIFY(!first<Confirm>(branch.commit()));
    }

    void whoConfirmsSlowlyIsWaitedFor()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        for (int i = 0; i < 20; ++i)
            branch.commit();
        for (Sequence confirmed = 6; confirmed <= 25; ++confirmed) {
            branch.now += Moment(900);
            branch.host.passed(branch.now);
            branch.host.received(1, branch.ann.says(Appended{confirmed}), branch.now);
            QCOMPARE(branch.host.live(), std::vector<DeviceId>{"ann"});
        }
    }

    void whoSaysGoodbyeIsNotMissed()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        const auto effects = branch.host.received(1, branch.ann.says(Bye{"ends"}), branch.now);
        QVERIFY(!first<LookAround>(effects));
        QCOMPARE(first<Confirm>(branch.commit())->upTo, Sequence(6));
    }

    void aGoodbyeDoesNotExcuseAnotherWhoVanished()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.follow(branch.ben, 2);
        branch.host.disconnected(1, branch.now);
        QVERIFY(first<LookAround>(branch.host.received(2, branch.ben.says(Bye{"ends"}), branch.now)));
        QVERIFY(!first<Confirm>(branch.commit()));
    }

    void aHostThatSleptConfirmsNothingThatWasUnderWay()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.commit();
        branch.now += Moment(60'000);
        // What lies in its socket came before, or from whoever follows another by now.
        QVERIFY(!first<Confirm>(branch.host.received(1, branch.ann.says(Appended{6}), branch.now)));
        QVERIFY(first<LookAround>(branch.host.passed(branch.now)));
        const auto effects = branch.host.lookedAround({{"ann", {"ben", {}, true, 2, at(2, 7)}}}, branch.now);
        QCOMPARE(first<StepDown>(effects)->epoch, Epoch(2));
        QCOMPARE(first<StepDown>(effects)->host, DeviceId("ben"));
        QVERIFY(!first<Confirm>(effects));
        QVERIFY(branch.host.isDeposed());
        QVERIFY(!first<Confirm>(branch.commit()));
    }

    void answersFromBeforeASleepAreAskedForAgain()
    {
        Host host(Member{"host"}, cluster, 1, at(1, 5), start);
        host.passed(start);
        const Moment later = start + Moment(30'000);
        const auto effects = host.lookedAround({}, later);
        QVERIFY(first<LookAround>(effects));
        QVERIFY(!first<Confirm>(effects));
        QVERIFY(first<Confirm>(host.lookedAround({}, later)));
    }

    void aLogThatIsFurtherDeposesIt()
    {
        Branch branch;
        branch.host.connected(1, "ann", branch.now);
        QVERIFY(first<StepDown>(branch.host.received(1, branch.ann.says(helloAt(at(1, 6))), branch.now)));
    }

    void aHigherEpochDeposesIt()
    {
        Branch branch;
        branch.host.connected(1, "ann", branch.now);
        branch.ann.epoch = 2;
        QCOMPARE(first<StepDown>(branch.host.received(1, branch.ann.says(helloAt(at(1, 5))), branch.now))->epoch, Epoch(2));
    }

    void aTakeOverIsWithdrawnWhileAnotherIsHeard()
    {
        Host host(Member{"host"}, cluster, 1, at(2, 6), start, at(1, 5));
        host.passed(start);
        const auto effects = host.lookedAround({{"ann", {"old", {}, true, 1, at(1, 9)}}}, start);
        QVERIFY(first<StepDown>(effects)->withdrawn);
    }

    void aTakeOverIsWithdrawnWhereAnotherGotMore()
    {
        Host host(Member{"host"}, cluster, 1, at(2, 6), start, at(1, 5));
        host.passed(start);
        QVERIFY(first<StepDown>(host.lookedAround({{"ann", {"old", {}, false, 1, at(1, 6)}}}, start))->withdrawn);
    }

    void aClonedDiskDoesNotMakeASecondHost()
    {
        Host host(Member{"host"}, cluster, 1, at(1, 5), start);
        QVERIFY(first<LookAround>(host.passed(start)));
        const auto doubled = host.lookedAround({{"ann", {"host", {}, true, 1, at(1, 5)}}}, start);
        QVERIFY(!first<Confirm>(doubled));
        QVERIFY(!first<Confirm>(host.committed(entryAt(1, 6), start)));
        // It goes on asking, not all the time; and as soon as the other one is gone it leads.
        QVERIFY(!first<LookAround>(host.passed(start + Moment(100))));
        QVERIFY(first<LookAround>(host.passed(start + heartbeatEvery)));
        QCOMPARE(first<Confirm>(host.lookedAround({}, start + heartbeatEvery))->upTo, Sequence(6));
    }

    void whoIsTurnedAwayDoesNotLead()
    {
        Host host(Member{"host"}, cluster, 1, at(1, 5), start);
        QVERIFY(first<LookAround>(host.passed(start)));
        QVERIFY(!first<Confirm>(host.turnedAway(start)));
        QVERIFY(host.isTurnedAway());
        QVERIFY(!first<Confirm>(host.committed(entryAt(1, 6), start)));
        // It asks on, not all the time, and leads once nobody is there.
        QVERIFY(!first<LookAround>(host.passed(start + Moment(100))));
        QCOMPARE(first<LookAround>(host.passed(start + heartbeatEvery))->patience, firstLookLimit);
        QCOMPARE(first<Confirm>(host.lookedAround({}, start + heartbeatEvery))->upTo, Sequence(6));
        QVERIFY(!host.isTurnedAway());
    }

    void whoIsFollowedIsNotTurnedAwayByAnother()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.commit();
        branch.now += lookAgainFollowed;
        branch.host.turnedAway(branch.now);
        QVERIFY(!branch.host.isTurnedAway());
        QVERIFY(first<Confirm>(branch.host.received(1, branch.ann.says(Appended{6}), branch.now)));
    }

    void whoAnswersAndFollowsNobodyIsWaitedForButNotForEver()
    {
        Host host(Member{"host"}, cluster, 1, at(2, 6), start, at(1, 5));
        QVERIFY(first<LookAround>(host.passed(start)));
        const std::map<DeviceId, Leads> lonely{{"ann", {"old", {}, false, 2, at(1, 5)}}};
        QVERIFY(!first<Confirm>(host.lookedAround(lonely, start)));
        // It asks on, not all the time.
        QVERIFY(!first<LookAround>(host.passed(start + Moment(100))));
        QVERIFY(first<LookAround>(host.passed(start + heartbeatEvery)));
        // Ann never comes, and the branch must go on.
        for (Moment now = start + heartbeatEvery; now < start + Moment(10'000); now += Moment(100))
            host.passed(now);
        QCOMPARE(first<Confirm>(host.lookedAround(lonely, start + Moment(10'000)))->upTo, Sequence(6));
    }

    void twoClonesThatBothLeadStopBoth()
    {
        Branch branch;
        branch.commit();
        branch.now += lookAgainAlone;
        QVERIFY(first<LookAround>(branch.host.passed(branch.now)));
        branch.host.lookedAround({{"ann", {"host", {}, true, 1, at(1, 6)}}}, branch.now);
        QVERIFY(!first<Confirm>(branch.commit()));
    }

    void whoFollowsHereIsNoSignOfAnother()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.follow(branch.ben, 2);
        branch.commit();
        branch.host.disconnected(2, branch.now);
        QVERIFY(!first<StepDown>(branch.host.lookedAround({{"ann", {"host", {}, true, 1, at(1, 5)}}}, branch.now)));
        QVERIFY(first<Confirm>(branch.host.received(1, branch.ann.says(Appended{6}), branch.now)));
    }

    void aHostThatHasLedDoesNotWithdraw()
    {
        Host host(Member{"host"}, cluster, 1, at(2, 6), start);
        host.passed(start);
        const auto effects = host.lookedAround({{"ann", {"old", {}, true, 1, at(1, 9)}}}, start);
        QVERIFY(!first<StepDown>(effects));
        QVERIFY(first<Confirm>(effects));
    }

    void aSureHostIsAliveAndAnUnsureOneGivesWay()
    {
        Branch branch;
        Speaker claimant{"ann", 2};
        branch.host.connected(1, "ann", branch.now);
        const auto sure = branch.host.received(1, claimant.says(WhoLeads{}), branch.now);
        QVERIFY(sent<Leads>(sure)->isAlive);
        QVERIFY(!first<StepDown>(sure));
        branch.now += Moment(10'000);
        const auto unsure = branch.host.received(1, claimant.says(WhoLeads{}), branch.now);
        QVERIFY(!sent<Leads>(unsure)->isAlive);
        QCOMPARE(first<StepDown>(unsure)->host, DeviceId("ann"));
    }

    void whoAsksOnASecondLinkGoesOnFollowing()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        Speaker asking{"ann"};
        branch.host.connected(2, "ann", branch.now);
        QVERIFY(sent<Leads>(branch.host.received(2, asking.says(WhoLeads{}), branch.now)));
        QVERIFY(branch.isLive("ann"));
        Speaker again{"ann"};
        branch.now += elsewhereWithin;
        branch.host.connected(3, "ann", branch.now);
        QCOMPARE(first<Close>(branch.host.received(3, again.says(helloAt(at(1, 5))), branch.now))->link, Link(1));
    }

    void framesThatAreNotInOrderEndTheLink()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        const std::string frame = branch.ann.says(Appended{5});
        branch.host.received(1, frame, branch.now);
        QCOMPARE(closedFor(branch.host.received(1, frame, branch.now)), std::string("replayed_frame"));

        branch.host.connected(2, "ben", branch.now);
        Speaker another{"carl"};
        QCOMPARE(closedFor(branch.host.received(2, another.says(WhoLeads{}), branch.now)), std::string("replayed_frame"));

        branch.host.connected(3, "ben", branch.now);
        Speaker foreign{"ben", 1, "another branch"};
        QCOMPARE(closedFor(branch.host.received(3, foreign.says(WhoLeads{}), branch.now)), std::string("foreign_installation"));

        branch.host.connected(4, "ben", branch.now);
        QCOMPARE(closedFor(branch.host.received(4, "no frame", branch.now)), std::string("malformed_frame"));

        branch.host.connected(5, "ben", branch.now);
        QCOMPARE(closedFor(branch.host.received(5, branch.ben.says(Welcome{}), branch.now)), std::string("unexpected_frame"));
        QVERIFY(branch.host.received(99, branch.ben.says(WhoLeads{}), branch.now).empty());
    }

    void whoConfirmsWhatWasNotSentIsNotBelieved()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        const auto effects = branch.host.received(1, branch.ann.says(Appended{9}), branch.now);
        QCOMPARE(closedFor(effects), std::string("unexpected_frame"));
        QVERIFY(!first<Confirm>(effects));
    }

    void anotherVersionIsToldSo()
    {
        Branch branch;
        Hello older = helloAt(at(1, 5));
        older.newestSchema = 0;
        branch.host.connected(1, "ann", branch.now);
        const auto toTheOlder = branch.host.received(1, branch.ann.says(older), branch.now);
        QCOMPARE(closedFor(toTheOlder), std::string("peer_too_old"));
        QCOMPARE(sent<Bye>(toTheOlder)->reason, std::string(olderThanHost));
        Hello newer = helloAt(at(1, 5));
        newer.oldest = newer.newest = newestProtocol + 1;
        branch.host.connected(2, "ben", branch.now);
        const auto toTheNewer = branch.host.received(2, branch.ben.says(newer), branch.now);
        QCOMPARE(closedFor(toTheNewer), std::string("peer_too_new"));
        QCOMPARE(sent<Bye>(toTheNewer)->reason, std::string(newerThanHost));
        // It reads what this host writes, though it would write more itself.
        Hello next = helloAt(at(1, 5));
        next.newestSchema = 2;
        branch.host.connected(3, "carl", branch.now);
        QVERIFY(sent<Welcome>(branch.host.received(3, Speaker{"carl"}.says(next), branch.now)));
    }

    void aRequestIsCarriedOutOnceHoweverOftenItComes()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        QCOMPARE(first<CarryOut>(branch.host.received(1, branch.ann.says(Request{"id", "call"}), branch.now))->device, DeviceId("ann"));
        QVERIFY(!first<CarryOut>(branch.host.received(1, branch.ann.says(Request{"id", "call"}), branch.now)));
        QCOMPARE(sent<Reply>(branch.host.carriedOut(1, "id", "done", branch.now))->bytes, std::string("done"));
        QVERIFY(branch.host.carriedOut(1, "id", "done", branch.now).empty());
    }

    void oneDesktopDoesNotFillTheHost()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        int carried = 0;
        int later = 0;
        for (int i = 0; i < 300; ++i) {
            const auto effects = branch.host.received(1, branch.ann.says(Request{"id" + std::to_string(i), {}}), branch.now);
            carried += first<CarryOut>(effects) ? 1 : 0;
            later += sent<TryLater>(effects) ? 1 : 0;
        }
        QCOMPARE(carried, 256);
        QCOMPARE(later, 44);
    }

    void aSlowReplicaIsReadToFromTheLog()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.follow(branch.ben, 2);
        Sequence sequence = 5;
        for (int i = 0; i < 20; ++i) {
            Entry large = entryAt(1, ++sequence);
            large.bytes = std::string(largestAppend, 'x');
            branch.host.committed(large, branch.now);
            branch.host.received(2, branch.ben.says(Appended{sequence}), branch.now);
        }
        QVERIFY(!branch.isLive("ann"));
        QVERIFY(branch.isLive("ben"));
        QCOMPARE(branch.host.confirmed(), sequence);
        QVERIFY(first<ReadEntries>(branch.host.received(1, branch.ann.says(Appended{10}), branch.now)));
    }

    void whoIsSilentIsTakenForGone()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        std::string why;
        for (int i = 0; i < 25 && why.empty(); ++i) {
            branch.now += Moment(100);
            why = closedFor(branch.host.passed(branch.now));
        }
        QCOMPARE(why, std::string("peer_silent"));
        QCOMPARE(branch.now - start, silenceLimit + Moment(100));
    }

    void aCopyOfADesktopIsTurnedAwayWhileTheOtherIsHeard()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.now += elsewhereWithin - Moment(1);
        branch.host.connected(2, "ann", branch.now);
        Speaker copy{"ann"};
        const auto effects = branch.host.received(2, copy.says(helloAt(branch.host.end())), branch.now);
        QCOMPARE(sent<Bye>(effects)->reason, std::string(heardElsewhere));
        QCOMPARE(first<Close>(effects)->link, Link(2));
        QCOMPARE(closedFor(effects), std::string("desktop_copied"));
        QVERIFY(branch.isLive("ann"));
        // A cable that was pulled is no copy.
        branch.now += Moment(1);
        branch.host.connected(3, "ann", branch.now);
        Speaker back{"ann"};
        const auto after = branch.host.received(3, back.says(helloAt(branch.host.end())), branch.now);
        QVERIFY(sent<Welcome>(after));
        QCOMPARE(first<Close>(after)->link, Link(1));
    }

    void aRevokedDesktopLosesAllItsLinks()
    {
        Branch branch;
        branch.follow(branch.ann, 1);
        branch.host.connected(2, "ann", branch.now);
        const auto effects = branch.host.revoked("ann", branch.now);
        QCOMPARE(std::count_if(effects.begin(), effects.end(), [](const HostEffect &e) { return std::holds_alternative<Close>(e); }), std::ptrdiff_t(2));
        QVERIFY(branch.host.peers(branch.now).empty());
    }

    void aLonelyHostLooksAroundFromTimeToTime()
    {
        Branch branch;
        int looks = 0;
        for (int i = 0; i < 310; ++i) {
            branch.now += Moment(100);
            if (first<LookAround>(branch.host.passed(branch.now))) {
                ++looks;
                branch.host.lookedAround({}, branch.now);
            }
        }
        QCOMPARE(looks, 3);
        QCOMPARE(first<Confirm>(branch.commit())->upTo, Sequence(6));
    }
};

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
