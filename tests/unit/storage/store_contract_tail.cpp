#include <QtTest>

#include <smartqueue/domain/personal_keys.h>

#include "samples.h"
#include "store_contract.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;

namespace {

constexpr std::size_t everything = 1'000'000;

std::vector<CommitGroup> tailOf(Store &store, const Position &after = {}, std::size_t bytes = everything)
{
    const auto reader = store.openTail();
    if (!reader)
        return {};
    auto groups = (*reader)->read(after, bytes);
    return groups && *groups ? std::move(**groups) : std::vector<CommitGroup>();
}

Position endOf(Store &store)
{
    return store.log().end().value();
}

} // namespace

void StoreContract::whoAsksAgainIsToldTheirConflictEverywhereAndForEver()
{
    Conflict conflict;
    conflict.id = {5};
    conflict.ticket = {9};
    CommitGroup group;
    group.batches = {{1, opening, "done", {}, "start", {ConflictNoted{conflict}}}};
    Receipt receipt{"done", 1, opening, {9}, "A009", 0};
    receipt.conflict = {5};
    group.answers = {{"done", opening, receipt}};
    append(group);
    QCOMPARE((***m_store->log().answerOf(firstSite, "done")).conflict.value, 5);
    const auto groups = tailOf(*m_store);
    QCOMPARE((*groups.at(0).answers.at(0).answer).conflict.value, 5);
    m_store = makeStore();
    append(groups.at(0));
    CommitGroup later = issueGroup(2);
    later.batches[0].at += std::chrono::days(8);
    later.answers[0].at += std::chrono::days(8);
    append(later);
    QCOMPARE((***m_store->log().answerOf(firstSite, "done")).conflict.value, 5);
}

void StoreContract::anotherStoreTakesTheTailAndEndsAlike()
{
    CommitGroup first = issueGroup(1);
    first.personal = {{customerKey(TicketId{1}), "Ada"}, {noteKey(TicketId{1}), "Later"}};
    append(first);
    append(issueGroup(2));
    CommitGroup third = issueGroup(3);
    third.personal = {{customerKey(TicketId{1}), ""}};
    append(third);
    const Position end = endOf(*m_store);
    QCOMPARE(end.sequence, 3);

    const auto groups = tailOf(*m_store);
    QCOMPARE(groups.size(), 3u);
    QVERIFY(*groups.back().end == end);
    QCOMPARE(tailOf(*m_store, *groups[0].end).size(), 2u);
    QCOMPARE(tailOf(*m_store, end).size(), 0u);
    QCOMPARE(tailOf(*m_store, {}, 1).size(), 1u);

    m_store = makeStore();
    for (const CommitGroup &group : groups)
        append(group);
    QVERIFY(endOf(*m_store) == end);
    QCOMPARE(m_store->log().personal(customerPrefix)->size(), 0u);
    QCOMPARE(m_store->log().personal(notePrefix)->size(), 1u);
    const auto answer = m_store->log().answerOf(firstSite, "issue-2");
    QVERIFY(answer && *answer && **answer);
    QCOMPARE((**answer)->number, std::string("A002"));
}

void StoreContract::whatDoesNotFollowLeavesNothing()
{
    append(issueGroup(1));
    const Position end = endOf(*m_store);
    CommitGroup other = issueGroup(2);
    other.end = Position{end.epoch, 2, std::string(end.hash.size(), 'x')};
    const Done refused = m_store->log().append(other);
    QVERIFY(!refused && refused.error().code == storage_failures::diverged);
    QVERIFY(endOf(*m_store) == end);
    QVERIFY(m_store->log().holds(end).value());
    QVERIFY(!m_store->log().holds(*other.end).value());
    const auto reader = m_store->openTail();
    QVERIFY(!(*reader)->read({1, 1, std::string(end.hash.size(), 'x')}, everything)->has_value());
    append(issueGroup(2));
}

void StoreContract::aHigherEpochIsTakenAndALowerOneRefused()
{
    append(issueGroup(1));
    CommitGroup taken = issueGroup(2);
    taken.batches.front().epoch = 5;
    append(taken);
    QCOMPARE(endOf(*m_store).epoch, Epoch(5));
    append(issueGroup(3));
    QCOMPARE(tailOf(*m_store).back().end->epoch, Epoch(5));
    CommitGroup late = issueGroup(4);
    late.batches.front().epoch = 4;
    const Done refused = m_store->log().append(late);
    QVERIFY(!refused && refused.error().code == storage_failures::diverged);
    QCOMPARE(endOf(*m_store).sequence, 3);
}

void StoreContract::theIncarnationIsKept()
{
    QCOMPARE(m_store->incarnation().value(), 0);
    QVERIFY(m_store->renewIncarnation(42));
    QCOMPARE(m_store->incarnation().value(), 42);
}
