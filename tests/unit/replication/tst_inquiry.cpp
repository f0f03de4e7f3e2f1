#include <QTest>

#include <smartqueue/replication/inquiry.h>

using namespace smartqueue;
using namespace smartqueue::replication;

namespace {

constexpr Moment start{1'000'000};
constexpr Moment instant{1};

Leads leadsOf(const DeviceId &host)
{
    return {host, {}, true, 1, {1, 5, "e"}};
}

/// Ann on link 1, Ben on link 2.
Inquiry ofAnnAndBen()
{
    Inquiry inquiry(start, firstLookLimit);
    inquiry.dialed(1, "ann");
    inquiry.dialed(2, "ben");
    return inquiry;
}

} // namespace

/// When the question who leads is over, and who is asked again.
class TestInquiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whenAllHaveSaidItIsOver()
    {
        Inquiry inquiry = ofAnnAndBen();
        QVERIFY(!inquiry.isOver(start) && inquiry.holds(1) && inquiry.holds(2));
        inquiry.answered(1, "ann", leadsOf("ben"));
        QVERIFY(!inquiry.isOver(start) && !inquiry.holds(1));
        inquiry.answered(2, "ben", leadsOf("ben"));
        QVERIFY(inquiry.isOver(start));
        QCOMPARE(inquiry.answers().size(), std::size_t(2));
        QVERIFY(inquiry.due(start + firstLookLimit).empty());
    }

    void nobodyThereIsNobodyToWaitFor()
    {
        Inquiry inquiry = ofAnnAndBen();
        inquiry.ended(1, NoAnswer::absent, start);
        inquiry.ended(2, NoAnswer::absent, start);
        QVERIFY(inquiry.isOver(start) && !inquiry.isTurnedAway());
        QVERIFY(Inquiry(start, firstLookLimit).isOver(start));
    }

    void whoWasNotThereAWhileAgoIsLookedForAgain()
    {
        Inquiry inquiry = ofAnnAndBen();
        inquiry.ended(1, NoAnswer::absent, start);
        // Ben's machine is off, and it takes long to know that; Ann's may have begun meanwhile.
        const Moment known = start + 3 * lookAroundLimit;
        QVERIFY(inquiry.due(known - instant).empty());
        inquiry.ended(2, NoAnswer::absent, known);
        QVERIFY(!inquiry.isOver(known));
        QCOMPARE(inquiry.due(known), std::vector<DeviceId>{"ann"});
        inquiry.dialed(3, "ann");
        inquiry.ended(3, NoAnswer::absent, known + instant);
        QVERIFY(inquiry.isOver(known + instant));
    }

    void whoWasCutIsAskedAgain()
    {
        Inquiry inquiry = ofAnnAndBen();
        inquiry.ended(1, NoAnswer::absent, start);
        inquiry.ended(2, NoAnswer::cut, start);
        QVERIFY(!inquiry.isOver(start));
        QVERIFY(inquiry.due(start + askAgainAfter - instant).empty());
        QCOMPARE(inquiry.due(start + askAgainAfter), std::vector<DeviceId>{"ben"});
        inquiry.dialed(3, "ben");
        QVERIFY(inquiry.due(start + 2 * askAgainAfter).empty());
        inquiry.answered(3, "ben", leadsOf("ben"));
        QVERIFY(inquiry.isOver(start + 2 * askAgainAfter) && !inquiry.isTurnedAway());
        QVERIFY(inquiry.answers().at("ben").isAlive);
    }

    void oneAnswerEndsThePatience()
    {
        Inquiry inquiry = ofAnnAndBen();
        QVERIFY(!inquiry.isOver(start + firstLookLimit - instant));
        QVERIFY(inquiry.isOver(start + firstLookLimit));
        inquiry.answered(1, "ann", leadsOf("ann"));
        QVERIFY(!inquiry.isOver(start + lookAroundLimit - instant));
        QVERIFY(inquiry.isOver(start + lookAroundLimit));
        QCOMPARE(inquiry.open(), std::vector<Link>{2});
    }

    void whoWaitsLongerIsWaitedFor()
    {
        Inquiry inquiry(start, lookAroundLimit);
        inquiry.dialed(1, "ann");
        inquiry.wait(start, firstLookLimit);
        QVERIFY(!inquiry.isOver(start + lookAroundLimit));
        inquiry.wait(start, lookAroundLimit);
        QVERIFY(!inquiry.isOver(start + firstLookLimit - instant));
    }

    void whoIsNotLetInAnywhereIsTurnedAway()
    {
        Inquiry inquiry = ofAnnAndBen();
        inquiry.ended(1, NoAnswer::notLetIn, start);
        inquiry.ended(2, NoAnswer::cut, start);
        QVERIFY(inquiry.isTurnedAway());
        QCOMPARE(inquiry.due(start + askAgainAfter).size(), std::size_t(2));
        // Somebody lets it in after all.
        inquiry.dialed(3, "ben");
        inquiry.answered(3, "ben", leadsOf("ben"));
        QVERIFY(!inquiry.isTurnedAway());
    }

    void aLinkThatIsNotItsOwnIsPassedOver()
    {
        Inquiry inquiry = ofAnnAndBen();
        inquiry.ended(9, NoAnswer::notLetIn, start);
        QVERIFY(!inquiry.isTurnedAway() && inquiry.due(start + firstLookLimit).empty());
    }
};

QTEST_GUILESS_MAIN(TestInquiry)
#include "tst_inquiry.moc"
