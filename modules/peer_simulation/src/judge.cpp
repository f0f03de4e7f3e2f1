#include "judge.h"

#include <algorithm>
#include <map>
#include <set>

#include "desktop.h"
#include "world.h"

namespace smartqueue::peer_simulation {

namespace {

/// One call of which an agent was told.
struct Call {
    RecordIndex record = -1;
    AgentId agent;
};

bool isBehind(const Records &records, RecordIndex later, RecordIndex earlier)
{
    while (later >= 0 && records[later].end.sequence > records[earlier].end.sequence)
        later = records[later].before;
    return later == earlier;
}

bool touches(const Event &event, TicketId ticket)
{
    if (const auto *returned = std::get_if<TicketReturned>(&event))
        return returned->ticket == ticket;
    if (const auto *transferred = std::get_if<TicketTransferred>(&event))
        return transferred->ticket == ticket;
    if (const auto *undone = std::get_if<ActionUndone>(&event))
        return std::any_of(undone->tickets.begin(), undone->tickets.end(), [&](const Ticket &t) { return t.id == ticket; });
    return false;
}

/// Whether somebody who was told of the call gave the ticket back, on the same log, before `until` was decided.
bool wasGivenBack(const Records &records, const Call &call, TicketId ticket, RecordIndex until)
{
    for (RecordIndex index = call.record + 1; index < until; ++index) {
        const Record &record = records[index];
        if (record.acknowledged && isBehind(records, index, call.record)
            && std::any_of(record.batch.events.begin(), record.batch.events.end(), [&](const Event &event) { return touches(event, ticket); }))
            return true;
    }
    return false;
}

/// The record that issued the ticket, on the log that ends in `index`: the same id means another customer on another log.
RecordIndex issueOf(const Records &records, RecordIndex index, TicketId ticket)
{
    for (; index >= 0; index = records[index].before) {
        for (const Event &event : records[index].batch.events) {
            if (const auto *issued = std::get_if<TicketIssued>(&event); issued && issued->ticket == ticket)
                return index;
        }
    }
    return -1;
}

int calledTwice(World &world)
{
    const Records &records = world.records;
    std::map<RecordIndex, std::vector<Call>> calls;
    for (RecordIndex index = 0; index < records.size(); ++index) {
        for (const Event &event : records[index].batch.events) {
            if (const auto *called = std::get_if<TicketCalled>(&event); called && records[index].acknowledged)
                calls[issueOf(records, index, called->ticket)].push_back({index, called->agent});
        }
    }
    int found = 0;
    for (const auto &[issue, those] : calls) {
        bool twice = false;
        for (std::size_t a = 0; a < those.size(); ++a) {
            for (std::size_t b = a + 1; b < those.size(); ++b) {
                // On one log the kernel of the queues sees to it; two logs do not know of each other.
                const bool oneLog = isBehind(records, those[b].record, those[a].record);
                TicketId ticket;
                for (const Event &event : records[those[a].record].batch.events) {
                    if (const auto *called = std::get_if<TicketCalled>(&event))
                        ticket = called->ticket;
                }
                if (!oneLog && those[a].agent != those[b].agent && !wasGivenBack(records, those[a], ticket, those[b].record)) {
                    world.say("WRONG: ticket ", ticket.value, " called by ", those[a].agent.value, " as ", records[those[a].record].end.sequence, "/",
                              records[those[a].record].end.epoch, " and by ", those[b].agent.value, " as ", records[those[b].record].end.sequence, "/",
                              records[those[b].record].end.epoch);
                    twice = true;
                }
            }
        }
        found += twice ? 1 : 0;
    }
    return found;
}

int duplicateNumbers(World &world)
{
    std::map<std::pair<std::int32_t, std::string>, int> given;
    int found = 0;
    for (RecordIndex index = 0; index < world.records.size(); ++index) {
        const Record &record = world.records[index];
        for (const Event &event : record.batch.events) {
            const auto *issued = std::get_if<TicketIssued>(&event);
            if (issued && record.acknowledged && ++given[{issued->businessDay, issued->number}] == 2) {
                world.say("WRONG: ", issued->number, " given twice, last as ", record.end.sequence, "/", record.end.epoch);
                ++found;
            }
        }
    }
    return found;
}

} // namespace

void judge(World &world, Findings &findings)
{
    int host = world.people.rightful();
    for (int i = 0; i < world.count(); ++i) {
        if (world.desktop(i).leads())
            host = i;
    }
    const std::vector<RecordIndex> &last = world.desktop(host).log();
    const bool isLed = world.desktop(host).leads();
    for (int i = 0; i < world.count(); ++i) {
        if (!isLed || world.desktop(i).log() != last || (i != host && !world.desktop(i).isFollowing())) {
            ++findings.diverged;
            world.say("WRONG: d", i, " ends at ", world.desktop(i).log().size(), ", d", host, " at ", last.size());
        }
    }

    std::set<RecordIndex> there(last.begin(), last.end());
    std::set<std::string> commands;
    for (const RecordIndex index : last) {
        const std::string &command = world.records[index].batch.command;
        if (!command.empty() && !commands.insert(command).second) {
            ++findings.carriedOutTwice;
            world.say("WRONG: ", command, " stands in the log twice");
        }
    }
    for (int i = 0; i < world.count(); ++i)
        there.insert(world.desktop(i).kept().begin(), world.desktop(i).kept().end());
    for (RecordIndex index = 0; index < world.records.size(); ++index) {
        if (world.records[index].acknowledged && !there.contains(index)) {
            ++findings.lost;
            world.say("WRONG: ", world.records[index].batch.command, " is lost, ", world.records[index].end.sequence, "/", world.records[index].end.epoch);
        }
    }
    findings.calledTwice = calledTwice(world);
    findings.duplicateNumbers = duplicateNumbers(world);
}

} // namespace smartqueue::peer_simulation
