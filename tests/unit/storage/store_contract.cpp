#include "store_contract.h"

#include <QtTest>

#include <smartqueue/domain/codec.h>

#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;

void StoreContract::init()
{
    m_store = makeStore();
    QVERIFY(m_store);
}

void StoreContract::cleanup()
{
    m_store.reset();
}

std::unique_ptr<HistoryReader> StoreContract::reader()
{
    auto opened = m_store->openReader(firstSite);
    return opened ? std::move(*opened) : nullptr;
}

void StoreContract::append(const CommitGroup &group)
{
    const Done done = m_store->log().append(group);
    QVERIFY2(done, done ? "" : done.error().detail.at("reason").c_str());
}

void StoreContract::anEmptyStoreHasNothing()
{
    QVERIFY(batchesOf(m_store->log()).empty());
    QVERIFY(!*m_store->log().checkpoint());
    QVERIFY(!*m_store->log().answerOf(firstSite, "x"));
    const auto history = reader();
    QCOMPARE(*history->ticketCount({}), 0);
    QVERIFY(!*history->ticket(TicketId{1}));
    QVERIFY(!*history->logSpan());
    QVERIFY(m_store->check()->empty());
}

void StoreContract::whatWasAppendedIsReadInOrder()
{
    CommitGroup group = issueGroup(1);
    group.batches.push_back({2, opening + 2min, {}, AgentId{7}, "set_status",
                             {AgentStatusChanged{AgentId{7}, AgentStatus::paused, "lunch"}, BreakArmed{AgentId{7}, true, {}}}});
    append(group);
    append(issueGroup(3));

    const auto batches = batchesOf(m_store->log());
    QCOMPARE(batches.size(), 3u);
    QCOMPARE(batches[1].sequence, 2);
    QCOMPARE(batches[1].at, opening + 2min);
    QCOMPARE(batches[1].actor.value, 7);
    QCOMPARE(batches[1].kind, std::string("set_status"));
    QVERIFY(batches[1].command.empty());
    QCOMPARE(codec::encodeEvents(batches[1].events), codec::encodeEvents(group.batches[1].events));
    QCOMPARE(batches[2].command, std::string("issue-3"));
    QCOMPARE(batchesOf(m_store->log(), 2).size(), 1u);
    QCOMPARE(batchesOf(m_store->log(), 3).size(), 0u);
    QCOMPARE(batchesOf(m_store->log(), 99).size(), 0u);
}

void StoreContract::readingStopsAtTheInstantAndOnRequest()
{
    for (Sequence i = 1; i <= 5; ++i)
        append(issueGroup(i));
    int visited = 0;
    QVERIFY(reader()->readLog(0, opening + 3min, [&](const EventBatch &) { return ++visited > 0; }));
    QCOMPARE(visited, 3);
    visited = 0;
    QVERIFY(m_store->log().read(0, [&](const EventBatch &) { return ++visited < 2; }));
    QCOMPARE(visited, 2);
}

void StoreContract::aBatchOutOfSequenceLeavesNothing()
{
    append(issueGroup(1));
    CommitGroup group = issueGroup(2);
    group.batches.push_back(issueGroup(4).batches[0]);
    QVERIFY(!m_store->log().append(group));
    QCOMPARE(batchesOf(m_store->log()).size(), 1u);
    QVERIFY(!*m_store->log().answerOf(firstSite, "issue-2"));
    QVERIFY(!*reader()->ticket(TicketId{2}));
    append(issueGroup(2));
}

void StoreContract::anEmptyGroupChangesNothing()
{
    append(issueGroup(1));
    append({});
    QCOMPARE(batchesOf(m_store->log()).size(), 1u);
    append(issueGroup(2));
    QVERIFY(m_store->check()->empty());
}

void StoreContract::aSecondBatchOfOneCommandLeavesNothing()
{
    append(issueGroup(1));
    CommitGroup group = issueGroup(2);
    group.batches[0].command = "issue-1";
    QVERIFY(!m_store->log().append(group));
    QCOMPARE(batchesOf(m_store->log()).size(), 1u);
    QVERIFY(!*reader()->ticket(TicketId{2}));
}

void StoreContract::anAcceptedCommandHasItsReceipt()
{
    append(issueGroup(1));
    const auto answer = m_store->log().answerOf(firstSite, "issue-1");
    QVERIFY(answer && *answer && **answer);
    const Receipt &receipt = ***answer;
    QCOMPARE(receipt.command, std::string("issue-1"));
    QCOMPARE(receipt.sequence, 1);
    QCOMPARE(receipt.at, opening + 1min);
    QCOMPARE(receipt.ticket.value, 1);
    QCOMPARE(receipt.number, std::string("A001"));
    QVERIFY(!*m_store->log().answerOf(firstSite, {}));
}

void StoreContract::anAcceptedCommandWithoutEffectHasItsReceipt()
{
    append(issueGroup(1));
    CommitGroup group = issueGroup(2);
    group.answers.push_back({"idle", opening, Receipt{"idle", 1, opening, TicketId{1}, "A001", 7}});
    group.answers.push_back({"idle too", opening, Receipt{"idle too", 2, opening, TicketId{2}, "A002", 0}});
    append(group);
    const auto answer = m_store->log().answerOf(firstSite, "idle");
    QVERIFY(answer && *answer && **answer);
    QCOMPARE((***answer).sequence, 1);
    QCOMPARE((***answer).entity, 7);
    QCOMPARE((***m_store->log().answerOf(firstSite, "idle too")).ticket.value, 2);
    QCOMPARE((***m_store->log().answerOf(firstSite, "issue-2")).number, std::string("A002"));
    QCOMPARE((***m_store->log().answerOf(firstSite, "issue-1")).number, std::string("A001"));
    QVERIFY(m_store->check()->empty());
}

void StoreContract::aRefusedCommandHasItsRefusal()
{
    CommitGroup group;
    const Failure refusal{failures::queueClosed, {{"queue", "Caisse \"é\""}}};
    group.answers.push_back({"r", opening, tl::unexpected(refusal)});
    append(group);
    const auto answer = m_store->log().answerOf(firstSite, "r");
    QVERIFY(answer && *answer && !**answer);
    QVERIFY((**answer).error() == refusal);
    QVERIFY(batchesOf(m_store->log()).empty());
}

void StoreContract::answersAreForgottenAfterSevenDays()
{
    CommitGroup group = issueGroup(1);
    group.answers.push_back({"refused", opening, tl::unexpected(Failure{failures::queueFull, {}})});
    append(group);

    CommitGroup later;
    later.answers.push_back({"later", opening + std::chrono::days(7), tl::unexpected(Failure{failures::queueFull, {}})});
    append(later);
    QVERIFY(*m_store->log().answerOf(firstSite, "refused"));
    later.answers[0].command = "afterwards";
    later.answers[0].at += 1ms;
    append(later);
    QVERIFY(!*m_store->log().answerOf(firstSite, "refused"));
    QVERIFY(m_store->log().saveCheckpoint({1, opening + 1min, "{}"}));
    QVERIFY(!*m_store->log().answerOf(firstSite, "refused"));
    QVERIFY(*m_store->log().answerOf(firstSite, "later"));

    // It may be tried again, and its new answer counts.
    later.answers[0].command = "refused";
    append(later);
    QVERIFY(*m_store->log().answerOf(firstSite, "refused"));
}

void StoreContract::anAcceptedCommandIsRecognisedForEver()
{
    append(issueGroup(1));
    CommitGroup later;
    later.answers.push_back({"later", opening + std::chrono::days(30), tl::unexpected(Failure{failures::queueFull, {}})});
    append(later);
    QVERIFY(m_store->log().saveCheckpoint({1, opening + 1min, "{}"}));
    const auto answer = m_store->log().answerOf(firstSite, "issue-1");
    QVERIFY(answer && *answer && **answer);
    QCOMPARE((***answer).sequence, 1);
    QCOMPARE((***answer).at, opening + 1min);
}

void StoreContract::theCheckpointOfATimeIsFound()
{
    for (Sequence i = 1; i <= 3; ++i) {
        append(issueGroup(i));
        QVERIFY(m_store->log().saveCheckpoint({i, opening + std::chrono::minutes(i), std::string(5000, char('0' + i))}));
    }
    const auto at = [&](Instant instant) {
        const auto found = m_store->log().checkpoint(instant);
        return found && *found ? (*found)->sequence : 0;
    };
    QCOMPARE(at(opening), 0);
    QCOMPARE(at(opening + 1min), 1);
    QCOMPARE(at(opening + 2min + 59s), 2);
    QCOMPARE(at(opening + 1h), 3);
    QCOMPARE((**m_store->log().checkpoint()).state, std::string(5000, '3'));
    QCOMPARE((**reader()->checkpointBefore(opening + 2min)).state, std::string(5000, '2'));
}

void StoreContract::fewCheckpointsAreKept()
{
    Sequence sequence = 0;
    for (int day = 0; day < 3; ++day) {
        for (int i = 0; i < 6; ++i) {
            ++sequence;
            CommitGroup group = issueGroup(sequence);
            group.batches[0].at = opening + std::chrono::days(day) + std::chrono::minutes(i);
            append(group);
            QVERIFY(m_store->log().saveCheckpoint({sequence, group.batches[0].at, "state"}));
        }
    }
    const auto at = [&](Instant instant) { return (**m_store->log().checkpoint(instant)).sequence; };
    // The last of the first days, the four newest of today.
    QCOMPARE(at(opening + 10min), 6);
    QCOMPARE(at(opening + std::chrono::days(1) + 10min), 12);
    QCOMPARE(at(opening + std::chrono::days(2) + 1min), 12);
    QCOMPARE(at(opening + std::chrono::days(2) + 2min), 15);
    QCOMPARE(at(opening + std::chrono::days(2) + 10min), 18);
}

void StoreContract::aCheckpointAheadOfTheLogIsRefused()
{
    append(issueGroup(1));
    QVERIFY(!m_store->log().saveCheckpoint({2, opening, "{}"}));
    QVERIFY(!*m_store->log().checkpoint());
}
