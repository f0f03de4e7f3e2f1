#include <set>

#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

class TestNumbers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersHaveAPrefixAndThreeDigits()
    {
        World world;
        const QueueId queue = world.queue("Q", Discipline::fifo, {}, "A");
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A001"));
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A002"));
    }

    void numbersStartAgainAtTheSitesHourAndNotBefore()
    {
        World world;
        world.zone = TimeZone("Test/Plus2", 2h, {});
        const QueueId queue = world.queue("Q", Discipline::fifo, {}, "A");
        world.issue(queue);
        world.now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 20) + 1h + 59min + 59s;
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A002"));
        // 04:00 at the site is 02:00 UTC; A001 is still on an open ticket, so it is passed over.
        world.now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 20) + 2h;
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A003"));
    }

    void numbersThatNeverResetGoOnOverNight()
    {
        World world;
        Branch branch;
        branch.numberReset.never = true;
        world.must(DefineBranch{branch});
        const QueueId queue = world.queue("Q", Discipline::fifo, {}, "A");
        const TicketId first = world.issue(queue);
        world.must(AbandonTicket{first});
        world.wait(48h);
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A002"));
    }

    void twoQueuesOfOnePrefixNeverGiveTheSameNumber()
    {
        World world;
        const QueueId first = world.queue("One", Discipline::fifo, {}, "A");
        const QueueId second = world.queue("Two", Discipline::fifo, {}, "A");
        std::set<std::string> numbers;
        for (int i = 0; i < 20; ++i)
            QVERIFY(numbers.insert(world.ticket(world.issue(i % 2 ? first : second)).number).second);
    }

    void twoRangesOfOnePrefixCountForThemselves()
    {
        World world;
        const ServiceId service = world.service("S");
        const auto ranged = [&](const std::string &name, int first, int last) {
            Queue queue;
            queue.name = name;
            queue.service = service;
            queue.prefix = "A";
            queue.firstNumber = first;
            queue.lastNumber = last;
            world.must(DefineQueue{queue});
            return QueueId{world.state.lastId};
        };
        const QueueId high = ranged("High", 500, 600);
        const QueueId low = ranged("Low", 1, 99);
        const QueueId all = ranged("All", 499, 9999);
        QCOMPARE(world.ticket(world.issue(high)).number, std::string("A500"));
        QCOMPARE(world.ticket(world.issue(low)).number, std::string("A001"));
        QCOMPARE(world.ticket(world.issue(all)).number, std::string("A499"));
        QCOMPARE(world.ticket(world.issue(all)).number, std::string("A501"));
        QCOMPARE(world.ticket(world.issue(high)).number, std::string("A502"));
        QCOMPARE(world.ticket(world.issue(low)).number, std::string("A002"));
    }

    void aNumberFromOutsideIsNotGivenAgainThatDay_data()
    {
        QTest::addColumn<bool>("never");
        QTest::newRow("daily") << false;
        QTest::newRow("never") << true;
    }

    void aNumberFromOutsideIsNotGivenAgainThatDay()
    {
        QFETCH(bool, never);
        World world;
        Branch branch;
        branch.numberReset.never = never;
        world.must(DefineBranch{branch});
        const QueueId queue = world.queue("Q", Discipline::fifo, {}, "A");
        IssueTicket outside;
        outside.queue = queue;
        outside.number = "A002";
        world.must(outside);
        world.must(CancelTicket{{world.state.lastId}});
        world.wait(40min);
        world.must(SetQueueStatus{queue, QueueStatus::closed});
        world.must(SetQueueStatus{queue, QueueStatus::active});
        QVERIFY(!world.state.ticketByNumber("A002"));
        world.state = decodeState(encodeState(world.state)).value();
        QCOMPARE(world.refusal(outside), std::string("name_taken"));
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A001"));
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A003"));
        world.wait(24h);
        QCOMPARE(world.refusal(outside), std::string());
    }

    void prefixesThatDifferOnlyInCaseAreRefused()
    {
        World world;
        world.queue("One", Discipline::fifo, {}, "Ab");
        Queue queue;
        queue.name = "Two";
        queue.service = world.service("S");
        queue.prefix = "aB";
        QCOMPARE(world.refusal(DefineQueue{queue}), std::string("prefix_taken"));
        queue.prefix = "Ab";
        QCOMPARE(world.refusal(DefineQueue{queue}), std::string());
    }

    void numbersBeginAtOneAtLeast()
    {
        World world;
        Queue queue;
        queue.name = "Q";
        queue.service = world.service("S");
        queue.firstNumber = 0;
        QCOMPARE(world.refusal(DefineQueue{queue}), std::string("out_of_range"));
    }

    void aQueueMadeAgainDoesNotGiveItsNumbersAgain()
    {
        World world;
        const QueueId queue = world.queue("One", Discipline::fifo, {}, "A");
        world.must(AbandonTicket{world.issue(queue)});
        world.must(RemoveQueue{queue});
        const QueueId again = world.queue("One again", Discipline::fifo, {}, "A");
        QCOMPARE(world.ticket(world.issue(again)).number, std::string("A002"));
    }

    void theRangeEndsWithAClearRefusal()
    {
        World world;
        const QueueId queue = world.queue("One", Discipline::fifo, {}, "A");
        Queue config = world.state.queue(queue)->config;
        config.firstNumber = 10;
        config.lastNumber = 11;
        world.must(DefineQueue{config});
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A010"));
        QCOMPARE(world.ticket(world.issue(queue)).number, std::string("A011"));
        IssueTicket issue;
        issue.queue = queue;
        QCOMPARE(world.refusal(issue), std::string("numbers_exhausted"));
    }

    void aPrefixThatEndsInADigitIsRefused()
    {
        World world;
        Queue queue;
        queue.name = "Q";
        queue.service = world.service("S");
        queue.prefix = "A1";
        QCOMPARE(world.refusal(DefineQueue{queue}), std::string("invalid_value"));
    }

    void theBusinessDayFollowsTheClockChange()
    {
        // Europe/Paris, 25 October 2026: 03:00 summer time becomes 02:00 at 01:00 UTC.
        const Instant change = std::chrono::sys_days(std::chrono::year(2026) / 10 / 25) + 1h;
        const TimeZone paris("Europe/Paris", 2h, {{change, 1h}});
        Branch branch;
        const auto before = businessDayOf(change + 2h - 1s, branch, paris);
        QCOMPARE(businessDayOf(change + 2h, branch, paris), before + 1);
        QCOMPARE(businessDayOf(change - 1h, branch, paris), before);
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
