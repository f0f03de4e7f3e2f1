#include "check.h"

#include <algorithm>
#include <map>
#include <optional>

#include <smartqueue/engine/event_log.h>

#include "clean_up.h"
#include "log_rows.h"
#include "ticket_table.h"

namespace smartqueue::storage {

namespace {

constexpr std::size_t findingsOfAKind = 100;

/// What the log says of one ticket.
struct Told {
    std::string number;
    Instant at;
    QueueId queue;
    TicketState state = TicketState::waiting;
    /// Its present call has become a service.
    bool started = false;
};
using ToldTickets = std::map<TicketId, Told>;

void listen(const EventBatch &batch, ToldTickets &told)
{
    const auto become = [&told](TicketId ticket, TicketState state) {
        const auto found = told.find(ticket);
        if (found == told.end())
            return;
        found->second.state = state;
        if (state != TicketState::held)
            found->second.started = state == TicketState::serving;
    };
    // What a desktop did alone happened before the log heard of it.
    Instant at = batch.at;
    for (const Event &event : batch.events) {
        std::visit(
            [&](const auto &e) {
                using E = std::decay_t<decltype(e)>;
                if constexpr (std::is_same_v<E, HappenedAt>)
                    at = std::min(e.at, batch.at);
                else if constexpr (std::is_same_v<E, TicketIssued>)
                    told[e.ticket] = {e.number, at, e.queue};
                else if constexpr (std::is_same_v<E, TicketCalled>)
                    become(e.ticket, TicketState::called);
                else if constexpr (std::is_same_v<E, ServiceStarted>)
                    become(e.ticket, TicketState::serving);
                else if constexpr (std::is_same_v<E, TicketResumed>) {
                    const auto found = told.find(e.ticket);
                    become(e.ticket, found != told.end() && found->second.started ? TicketState::serving : TicketState::called);
                }
                else if constexpr (std::is_same_v<E, TicketHeld>)
                    become(e.ticket, TicketState::held);
                else if constexpr (std::is_same_v<E, ServiceCompleted>)
                    become(e.ticket, TicketState::completed);
                else if constexpr (std::is_same_v<E, TicketNotShown>)
                    become(e.ticket, TicketState::noShow);
                else if constexpr (std::is_same_v<E, TicketAbandoned>)
                    become(e.ticket, TicketState::abandoned);
                else if constexpr (std::is_same_v<E, TicketCancelled>)
                    become(e.ticket, TicketState::cancelled);
                else if constexpr (std::is_same_v<E, TicketReturned> || std::is_same_v<E, TicketTransferred>)
                    become(e.ticket, TicketState::waiting);
                if constexpr (std::is_same_v<E, TicketTransferred>) {
                    if (const auto found = told.find(e.ticket); found != told.end())
                        found->second.queue = e.toQueue;
                } else if constexpr (std::is_same_v<E, ActionUndone>) {
                    for (const Ticket &ticket : e.tickets) {
                        if (const auto found = told.find(ticket.id); found != told.end()) {
                            found->second.state = ticket.state;
                            found->second.queue = ticket.queue;
                            found->second.started = !ticket.legs.empty() && ticket.legs.back().startedAt;
                        }
                    }
                }
            },
            event);
    }
}

void addRows(Connection &reader, std::string_view sql, const std::string &prefix, std::vector<std::string> &findings)
{
    Statement statement(reader, sql);
    auto rows = statement.query();
    for (std::size_t i = 0; i < findingsOfAKind && rows.next(); ++i)
        findings.push_back(prefix + rows.text(0));
}

void addIntegrity(Connection &reader, std::vector<std::string> &findings)
{
    Statement statement(reader, "PRAGMA integrity_check(100)");
    auto rows = statement.query();
    while (rows.next()) {
        if (const std::string line = rows.text(0); line != "ok")
            findings.push_back("integrity: " + line);
    }
}

void addTickets(Connection &reader, ToldTickets expected, std::vector<std::string> &findings)
{
    Statement all(reader, "SELECT id, number, arrived_at, queue, state FROM tickets WHERE id > 0"
                          " UNION ALL SELECT id, number, arrived_at, queue, state FROM archived_tickets WHERE id > 0");
    auto rows = all.query();
    std::size_t found = 0;
    while (found < findingsOfAKind && rows.next()) {
        const auto ticket = expected.find(rows.id<TicketId>(0));
        if (ticket == expected.end()) {
            findings.push_back("ticket " + rows.text(0) + ": not in the log"), ++found;
            continue;
        }
        const Told &told = ticket->second;
        if (told.number != rows.bytes(1) || told.at != rows.instant(2))
            findings.push_back("ticket " + rows.text(0) + ": number or arrival"), ++found;
        else if (told.queue != rows.id<QueueId>(3) || told.state != static_cast<TicketState>(rows.integer(4)))
            findings.push_back("ticket " + rows.text(0) + ": queue or state"), ++found;
        expected.erase(ticket);
    }
    for (const auto &[id, ticket] : expected) {
        if (const auto retained = retainedFrom(reader, siteOf(ticket.queue)); retained && ticket.at < *retained)
            continue;
        if (found++ == findingsOfAKind)
            return;
        findings.push_back("ticket " + std::to_string(id.value) + ": missing");
    }
}

void addDerived(Connection &reader, std::vector<std::string> &findings)
{
    addRows(reader, "SELECT ticket || ' at ' || seq FROM ticket_batches WHERE seq NOT IN (SELECT seq FROM oplog)",
            "story without batch: ", findings);
    addRows(reader, "SELECT seq FROM receipts WHERE seq NOT IN (SELECT seq FROM oplog WHERE cmd_id IS NOT NULL)",
            "receipt without batch: ", findings);
    addRows(reader, "SELECT cmd_id FROM results WHERE ok = 1 AND seq > coalesce((SELECT max(seq) FROM oplog), 0)",
            "result ahead of the log: ", findings);
    addRows(reader, "SELECT cmd_id FROM results WHERE (ok = 1 AND (seq IS NULL OR ticket IS NULL))"
                    " OR (ok = 0 AND code IS NULL)",
            "result without content: ", findings);
    addRows(reader, "SELECT seq FROM checkpoints WHERE seq > coalesce((SELECT max(seq) FROM oplog), 0)",
            "checkpoint ahead of the log: ", findings);
    addRows(reader, "SELECT id FROM tickets WHERE revision > coalesce((SELECT max(seq) FROM oplog), 0)",
            "ticket ahead of the log: ", findings);
    addRows(reader, "SELECT DISTINCT ticket FROM legs WHERE ticket NOT IN (SELECT id FROM tickets)"
                    " AND ticket NOT IN (SELECT id FROM archived_tickets)",
            "leg without ticket: ", findings);
    addRows(reader, "SELECT id FROM tickets AS t WHERE NOT EXISTS (SELECT 1 FROM legs AS l WHERE l.ticket = t.id"
                    " AND l.idx = (SELECT max(idx) FROM legs WHERE ticket = t.id) AND l.queue = t.queue"
                    " AND l.called_at IS t.called_at AND l.started_at IS t.started_at)",
            "ticket and last leg differ: ", findings);
}

void addContent(Connection &reader, CheckDepth depth, std::vector<std::string> &findings)
{
    ToldTickets told;
    const auto collect = [&told](const EventBatch &batch) { listen(batch, told); };
    auto broken = LogRows(reader).findings(findingsOfAKind, collect);
    // What hangs on a broken chain would only repeat it.
    const bool sound = broken.empty();
    findings.insert(findings.end(), std::make_move_iterator(broken.begin()), std::make_move_iterator(broken.end()));
    if (depth == CheckDepth::log || !sound)
        return;
    addRows(reader, "SELECT \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check", "foreign key: ",
            findings);
    addTickets(reader, std::move(told), findings);
    addDerived(reader, findings);
}

} // namespace

std::vector<std::string> findingsOf(Connection &reader, CheckDepth depth)
{
    std::vector<std::string> findings;
    try {
        const Transaction moment(reader, Transaction::Kind::reading);
        addIntegrity(reader, findings);
        addContent(reader, depth, findings);
    } catch (const DatabaseError &error) {
        // That a page cannot be read is what a check is for, and not a failure of the check.
        if (!(error.failure.code == engine::storage_failures::damaged))
            throw;
        findings.push_back("damage: " + error.failure.detail.at("reason"));
    }
    return findings;
}

} // namespace smartqueue::storage
