#include "store_contract.h"

#include <QtTest>

#include <smartqueue/domain/codec.h>

#include "samples.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::samples;

namespace {

std::vector<std::int64_t> idsOf(const Result<std::vector<TicketRow>> &rows)
{
    std::vector<std::int64_t> ids;
    if (rows) {
        for (const TicketRow &row : *rows)
            ids.push_back(row.id.value);
    }
    return ids;
}

using Ids = std::vector<std::int64_t>;

/// The ticket called, started and completed: 5 min wait, 1 min walk, 10 min service.
Ticket served(Ticket ticket, AgentId agent)
{
    Leg &leg = ticket.leg();
    leg.calledAt = ticket.arrivedAt + 5min;
    leg.startedAt = *leg.calledAt + 1min;
    leg.endedAt = *leg.startedAt + 10min;
    leg.agent = agent;
    leg.counter = "3";
    leg.end = LegEnd::completed;
    ticket.state = TicketState::completed;
    ticket.closedAt = leg.endedAt;
    return ticket;
}

} // namespace

void StoreContract::aTicketComesBackWhole()
{
    CommitGroup group = issueGroup(1);
    Ticket &ticket = group.tickets[0];
    ticket = served(ticket, AgentId{4});
    ticket.priority = 12;
    ticket.channel = "kiosk";
    ticket.customer = "customer-1";
    ticket.place = {10, opening + 2min, 17};
    ticket.agent = AgentId{9};
    ticket.reservedFor = AgentId{8};
    ticket.promise = Promise{300s, 120s, 600s};
    ticket.heldSince = opening + 20min;
    ticket.holdReason = "form missing";
    ticket.outcome = "solved";
    ticket.noted = true;
    ticket.leg().heldBefore = 40s;
    ticket.leg().held = 90s;
    ticket.leg().recalls = 2;
    Leg second = ticket.leg();
    second.end = LegEnd::open;
    second.queue = QueueId{5};
    ticket.leg().end = LegEnd::transferred;
    ticket.legs.push_back(second);
    append(group);
    const auto found = reader()->ticket(TicketId{1});
    QVERIFY(found && *found);
    QCOMPARE(codec::encode(**found), codec::encode(ticket));

    const auto rows = reader()->tickets({});
    QVERIFY(rows && rows->size() == 1);
    const TicketRow &row = rows->front();
    QCOMPARE(row.number, ticket.number);
    QCOMPARE(row.state, TicketState::completed);
    QCOMPARE(row.priority, 12);
    QCOMPARE(row.channel, std::string("kiosk"));
    QCOMPARE(row.agent.value, 9);
    QVERIFY(row.calledAt == ticket.leg().calledAt);
    QVERIFY(row.startedAt == ticket.leg().startedAt);
    QVERIFY(row.endedAt == ticket.closedAt);
    QCOMPARE(row.waited, Duration(10min));
    QCOMPARE(row.promise->high, 600s);
    QVERIFY(!row.imported);
}

void StoreContract::anUndoneTransferTakesItsLegBack()
{
    CommitGroup group = issueGroup(1);
    const Ticket before = group.tickets[0];
    group.tickets[0].legs.push_back({});
    group.tickets[0].queue = QueueId{2};
    append(group);
    QCOMPARE((**reader()->ticket(TicketId{1})).legs.size(), 2u);
    CommitGroup undo;
    undo.tickets.push_back(before);
    append(undo);
    const auto found = reader()->ticket(TicketId{1});
    QCOMPARE(codec::encode(**found), codec::encode(before));
}

void StoreContract::ticketsAreFilteredAndSorted()
{
    CommitGroup group;
    for (Sequence i = 1; i <= 6; ++i) {
        CommitGroup one = issueGroup(i, QueueId{i % 2 ? 1 : 2});
        if (i <= 2)
            one.tickets[0] = served(one.tickets[0], AgentId{3});
        one.tickets[0].priority = int(i == 5 ? 9 : i);
        one.tickets[0].channel = i == 4 ? "app" : "desk";
        group.batches.push_back(one.batches[0]);
        group.tickets.push_back(one.tickets[0]);
    }
    append(group);
    const auto history = reader();
    const auto find = [&](auto change) {
        TicketQuery query;
        query.descending = false;
        change(query);
        const Ids ids = idsOf(history->tickets(query));
        if (*history->ticketCount(query) != std::int64_t(ids.size()))
            return Ids{-1};
        return ids;
    };
    QCOMPARE(find([](TicketQuery &) {}), (Ids{1, 2, 3, 4, 5, 6}));
    QCOMPARE(find([](TicketQuery &q) { q.descending = true; }), (Ids{6, 5, 4, 3, 2, 1}));
    QCOMPARE(find([](TicketQuery &q) { q.from = opening + 2min; q.until = opening + 4min; }), (Ids{2, 3}));
    QCOMPARE(find([](TicketQuery &q) { q.queue = QueueId{2}; }), (Ids{2, 4, 6}));
    QCOMPARE(find([](TicketQuery &q) { q.agent = AgentId{3}; }), (Ids{1, 2}));
    QCOMPARE(find([](TicketQuery &q) { q.text = "a00"; }), (Ids{1, 2, 3, 4, 5, 6}));
    QCOMPARE(find([](TicketQuery &q) { q.text = "04"; }), (Ids{4}));
    QCOMPARE(find([](TicketQuery &q) { q.states = {TicketState::completed}; }), (Ids{1, 2}));
    QCOMPARE(find([](TicketQuery &q) { q.states = {TicketState::completed, TicketState::waiting}; q.queue = QueueId{1}; }),
             (Ids{1, 3, 5}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::priority; }), (Ids{1, 2, 3, 4, 6, 5}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::queue; }), (Ids{1, 3, 5, 2, 4, 6}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::state; q.descending = true; }), (Ids{2, 1, 6, 5, 4, 3}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::channel; }), (Ids{4, 1, 2, 3, 5, 6}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::waited; q.descending = true; }), (Ids{2, 1, 6, 5, 4, 3}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::agent; q.descending = true; }), (Ids{2, 1, 6, 5, 4, 3}));
    QCOMPARE(find([](TicketQuery &q) { q.sort = TicketSort::number; }), (Ids{1, 2, 3, 4, 5, 6}));
}

void StoreContract::windowsNeverOverlap()
{
    CommitGroup group;
    for (Sequence i = 1; i <= 25; ++i) {
        CommitGroup one = issueGroup(i);
        one.tickets[0].arrivedAt = opening;
        group.batches.push_back(one.batches[0]);
        group.tickets.push_back(one.tickets[0]);
    }
    append(group);
    const auto history = reader();
    Ids all;
    TicketQuery query;
    query.sort = TicketSort::priority;
    query.limit = 10;
    for (query.offset = 0; query.offset < 30; query.offset += 10) {
        const Ids window = idsOf(history->tickets(query));
        all.insert(all.end(), window.begin(), window.end());
    }
    QCOMPARE(all.size(), 25u);
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(all[i], std::int64_t(25 - i));
}

void StoreContract::wildcardsInASearchAreLetters()
{
    append(issueGroup(1));
    const auto history = reader();
    for (const char *text : {"%", "_", "\\", "A%1", "' OR 1=1 --"}) {
        TicketQuery query;
        query.text = text;
        QCOMPARE(*history->ticketCount(query), 0);
    }
}

void StoreContract::countsByStateLeaveTheStatesAside()
{
    CommitGroup group = issueGroup(1);
    group.tickets[0] = served(group.tickets[0], AgentId{1});
    append(group);
    append(issueGroup(2));
    append(issueGroup(3, QueueId{2}));
    TicketQuery query;
    query.states = {TicketState::completed};
    const auto all = *reader()->ticketCountsByState(query);
    QCOMPARE(all[std::size_t(TicketState::waiting)], 2);
    QCOMPARE(all[std::size_t(TicketState::completed)], 1);
    query.queue = QueueId{2};
    QCOMPARE((*reader()->ticketCountsByState(query))[std::size_t(TicketState::waiting)], 1);
}

void StoreContract::aStoryHasEveryBatchThatTouchedTheTicket()
{
    append(issueGroup(1));
    append(issueGroup(2));
    CommitGroup group;
    group.batches.push_back({3, opening + 10min, "c3", AgentId{1}, "call_next", {TicketCalled{TicketId{1}, AgentId{1}, "3", {}}}});
    SuggestionApplied applied;
    applied.action.ticket = TicketId{1};
    group.batches.push_back({4, opening + 11min, "c4", {}, "apply", {applied}});
    ActionUndone undone;
    undone.tickets.push_back(waitingTicket(1, opening));
    group.batches.push_back({5, opening + 12min, "c5", {}, "undo", {undone}});
    group.batches.push_back({6, opening + 13min, "c6", {}, "start_business_day", {BusinessDayStarted{20459}}});
    append(group);
    const auto story = reader()->story(TicketId{1});
    QVERIFY(story);
    QCOMPARE(story->size(), 4u);
    QCOMPARE((*story)[0].sequence, 1);
    QCOMPARE((*story)[1].kind, std::string("call_next"));
    QCOMPARE((*story)[3].sequence, 5);
    QCOMPARE(reader()->story(TicketId{2})->size(), 1u);
    QVERIFY(reader()->story(TicketId{77})->empty());
}

void StoreContract::aNoteLiesBesideTheLogAndCanBeErased()
{
    CommitGroup group = issueGroup(1);
    group.personal = {{"note-1", "wants a call back"}, {"customer-1", "Mme Élodie"}};
    append(group);
    QCOMPARE(*reader()->note(TicketId{1}), std::string("wants a call back"));
    CommitGroup change;
    change.personal = {{"note-1", "done"}};
    append(change);
    QCOMPARE(*reader()->note(TicketId{1}), std::string("done"));
    change.personal[0].text.clear();
    append(change);
    QVERIFY(reader()->note(TicketId{1})->empty());
    std::vector<std::string> left;
    QVERIFY(reader()->readPersonal([&](TicketId ticket, const PersonalDatum &datum) {
        left.push_back(std::to_string(ticket.value) + ' ' + datum.key + ' ' + datum.text);
        return true;
    }));
    QCOMPARE(left, std::vector<std::string>{"1 customer-1 Mme Élodie"});
}

void StoreContract::figuresOfAQueueCountItsTickets()
{
    CommitGroup group;
    for (Sequence i = 1; i <= 6; ++i) {
        CommitGroup one = issueGroup(i, QueueId{i == 6 ? 2 : 1});
        one.tickets[0].priority = i == 1 ? 5 : 4;
        if (i <= 3)
            one.tickets[0] = served(one.tickets[0], AgentId{1});
        if (i == 3)
            one.tickets[0].leg().calledAt = one.tickets[0].arrivedAt + 4min;
        group.batches.push_back(one.batches[0]);
        group.tickets.push_back(one.tickets[0]);
    }
    append(group);
    const auto figures = reader()->figures(QueueId{1}, opening, opening + 5min, 4min);
    QVERIFY(figures);
    QCOMPARE(figures->tickets, 4);
    QCOMPARE(figures->highPriority, 1);
    QCOMPARE(figures->started, 3);
    QCOMPARE(figures->startedLate, 2);
    QCOMPARE(reader()->figures(QueueId{9}, opening, opening + 1h, 4min)->tickets, 0);
}

void StoreContract::arrivalsAreCountedByHour()
{
    CommitGroup group;
    Sequence sequence = 0;
    for (const auto offset : {0min, 59min, 60min, -1min}) {
        CommitGroup one = issueGroup(++sequence);
        one.tickets[0].arrivedAt = opening + offset;
        group.batches.push_back(one.batches[0]);
        group.tickets.push_back(one.tickets[0]);
    }
    append(group);
    const auto arrivals = reader()->arrivals(QueueId{1}, {opening, opening - 1h, opening - std::chrono::days(7)});
    QVERIFY(arrivals);
    QCOMPARE(arrivals->weeks, (std::vector<int>{2, 1, 0}));
    QCOMPARE(arrivals->historySize, 4);
}

void StoreContract::theSpanOfTheLogIsKnown()
{
    append(issueGroup(1));
    append(issueGroup(2));
    const auto span = reader()->logSpan();
    QVERIFY(span && *span);
    QCOMPARE((*span)->first, opening + 1min);
    QCOMPARE((*span)->second, opening + 2min);
}

void StoreContract::aReaderSeesWhatWasCommittedMeanwhile()
{
    const auto history = reader();
    QCOMPARE(*history->ticketCount({}), 0);
    append(issueGroup(1));
    QCOMPARE(*history->ticketCount({}), 1);
    int visited = 0;
    QVERIFY(history->readLog(0, std::nullopt, [&](const EventBatch &) { return ++visited > 0; }));
    QCOMPARE(visited, 1);
}

void StoreContract::importingTwiceAddsNothing()
{
    std::vector<ImportedTicket> rows;
    for (int i = 0; i < 10; ++i)
        rows.push_back({"T1", QueueId{1}, 0, "desk", AgentId{1}, opening + std::chrono::minutes(i), {}, {}, {},
                        TicketState::abandoned});
    rows.push_back(rows[0]);
    const auto first = m_store->importTickets(rows);
    QVERIFY(first);
    QCOMPARE(first->imported, 10);
    QCOMPARE(first->duplicates, 1);
    const auto second = m_store->importTickets(rows);
    QCOMPARE(second->imported, 0);
    QCOMPARE(second->duplicates, 11);
    QCOMPARE(*reader()->ticketCount({}), 10);

    // What was imported stays, so that nothing vanishes that could not be imported again.
    QCOMPARE(*m_store->cleanUp(firstSite, opening + 24h), 0);
    QCOMPARE(*m_store->cleanUp(firstSite, opening + 48h), 0);
    QCOMPARE(m_store->importTickets(rows)->imported, 0);
    QCOMPARE(*reader()->ticketCount({}), 10);
    QVERIFY(m_store->check()->empty());
}

void StoreContract::importedTicketsAreReadLikeOthers()
{
    append(issueGroup(1));
    QVERIFY(m_store->importTickets({{"K9", QueueId{2}, 6, "desk", AgentId{3}, opening, std::nullopt, opening + 7min,
                                     opening + 9min, TicketState::completed, 20457}}));
    TicketQuery query;
    query.queue = QueueId{2};
    const auto rows = reader()->tickets(query);
    QVERIFY(rows && rows->size() == 1);
    QVERIFY(rows->front().id.value < 0);
    QVERIFY(rows->front().imported);
    QCOMPARE(rows->front().waited, Duration(7min));
    QCOMPARE(rows->front().agent.value, 3);
    const auto ticket = reader()->ticket(rows->front().id);
    QVERIFY(ticket && *ticket);
    QCOMPARE((*ticket)->number, std::string("K9"));
    QCOMPARE((*ticket)->businessDay, 20457);
    QCOMPARE((*ticket)->legs.size(), 1u);
    QCOMPARE((*ticket)->leg().end, LegEnd::completed);
    QVERIFY((*ticket)->closedAt == opening + 9min);
    QVERIFY(reader()->story(rows->front().id)->empty());
    QCOMPARE(reader()->figures(QueueId{2}, opening, opening + 1h, 5min)->startedLate, 1);
}

void StoreContract::cleanUpLeavesOpenAndRecentTickets()
{
    CommitGroup group;
    for (Sequence i = 1; i <= 4; ++i) {
        CommitGroup one = issueGroup(i);
        if (i != 2) {
            one.tickets[0] = served(one.tickets[0], AgentId{1});
            one.batches[0].events.push_back(ServiceCompleted{one.tickets[0].id, AgentId{1}, {}});
        }
        group.batches.push_back(one.batches[0]);
        group.tickets.push_back(one.tickets[0]);
    }
    group.personal = {{"note-1", "text"}, {"note-4", "text"}};
    append(group);
    QCOMPARE(*m_store->cleanUp(firstSite, opening + 4min - 1s), 2);
    TicketQuery query;
    query.descending = false;
    QCOMPARE(idsOf(reader()->tickets(query)), (Ids{2, 4}));
    QVERIFY(m_store->check()->empty());
    // The same night again takes nothing more.
    QCOMPARE(*m_store->cleanUp(firstSite, opening + 4min - 1s), 0);
    QCOMPARE(*reader()->note(TicketId{1}), std::string("text"));

    QCOMPARE(*m_store->cleanUp(firstSite, opening + 4min), 0);
    QVERIFY(reader()->note(TicketId{1})->empty());
    QCOMPARE(*reader()->note(TicketId{4}), std::string("text"));
    QVERIFY(m_store->check()->empty());
    QCOMPARE(batchesOf(m_store->log()).size(), 4u);
}

void StoreContract::namesInAnyScriptComeBack()
{
    const std::string arabic = "مرحبا 👩‍💼 \"quotes\" \\ ' ; DROP TABLE oplog; --";
    const std::string longName(10'000, 'x');
    CommitGroup group = issueGroup(1);
    group.tickets[0].number = arabic;
    group.tickets[0].outcome = longName;
    std::get<TicketIssued>(group.batches[0].events[0]).number = arabic;
    group.batches[0].command = arabic;
    append(group);
    QCOMPARE((**reader()->ticket(TicketId{1})).number, arabic);
    QCOMPARE((**reader()->ticket(TicketId{1})).outcome, longName);
    QCOMPARE(batchesOf(m_store->log())[0].command, arabic);
    TicketQuery query;
    query.text = "👩‍💼";
    QCOMPARE(*reader()->ticketCount(query), 1);
    QVERIFY(m_store->check()->empty());
}
