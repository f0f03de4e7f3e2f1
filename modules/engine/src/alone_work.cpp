#include "alone_work.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>
#include <smartqueue/queueing/alone.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/replication/wire.h>

#include "agent_names.h"
#include "receipt_of.h"

namespace smartqueue::engine {

namespace {

/// What fits into one frame between desktops, by far; a desk does not come to it in a day.
constexpr std::size_t mostOffered = 1'000;

} // namespace

Done AloneWork::load(Instant now)
{
    auto entries = m_outbox.all();
    if (!entries)
        return tl::unexpected(entries.error());
    m_entries = std::move(*entries);
    rebase(now);
    return {};
}

std::set<TicketId> AloneWork::own() const
{
    std::set<TicketId> tickets;
    for (const Outbox::Entry &entry : m_entries) {
        const auto *issue = std::get_if<IssueTicket>(&entry.command.body);
        if (issue && issue->granted && !entry.offered)
            tickets.insert(issue->granted->ticket);
    }
    return tickets;
}

Answer AloneWork::perform(Command &command, Instant now)
{
    command.notBefore = command.alone->at;
    auto decision = m_decider.decideStrictly(command, now);
    if (!decision)
        return tl::unexpected(std::move(decision.error()));
    decision->batch.sequence = m_world.sequence + 1;
    apply(m_world, decision->batch);
    Receipt receipt = receiptOf(decision->batch, m_world);
    receipt.alone = true;
    receipt.sequence = 0;
    return receipt;
}

Answer AloneWork::carryOut(Command command, Instant now)
{
    const Key key(command.site, command.id);
    if (const auto known = m_answers.find(key); known != m_answers.end())
        return known->second;
    if (m_entries.empty())
        rebase(now);
    const queueing::BranchState *state = m_world.branch(command.site);
    if (!state)
        return fail(replication::peer_failures::hostUnreachable, {{"reason", "command"}});
    const auto *issue = std::get_if<IssueTicket>(&command.body);
    const bool loses = issue && !issue->customer.empty();
    auto done = queueing::asDoneAlone(*state, std::move(command), m_device, own(), now);
    if (!done)
        return fail(replication::peer_failures::hostUnreachable, done.error().detail);
    Answer answer = perform(*done, now);
    if (!answer)
        return answer;
    answer->notKept = loses;
    // Its time is told by what it says of itself; the host's own may have run on.
    done->at.reset();
    done->notBefore.reset();
    const auto number = m_outbox.keep(*done);
    if (!number) {
        rebase(now);
        return tl::unexpected(number.error());
    }
    m_entries.push_back({*number, std::move(*done), false});
    m_answers.insert_or_assign(key, answer);
    return answer;
}

void AloneWork::spend(const Command &command)
{
    const auto *issue = std::get_if<IssueTicket>(&command.body);
    const auto branch = m_world.branches.find(command.site);
    if (!issue || !issue->granted || branch == m_world.branches.end())
        return;
    Conflict given;
    given.ticket = issue->granted->ticket;
    given.act = nameOf(command.body);
    queueing::BranchState &state = branch->second;
    queueing::apply(state, {state.sequence, state.at, {}, {}, given.act, {ConflictNoted{given}, ConflictSettled{}}});
}

void AloneWork::rebase(Instant now)
{
    m_world = m_log;
    for (const Outbox::Entry &entry : m_entries) {
        Command command = entry.command;
        // What does not fit is the host's to say.
        const Answer answer = perform(command, std::max(now, m_world.at()));
        if (answer)
            m_answers.try_emplace(Key(entry.command.site, entry.command.id), answer);
        else
            spend(entry.command);
    }
}

Result<std::vector<Command>> AloneWork::offer()
{
    std::vector<Command> commands;
    m_offered = std::min(m_entries.size(), mostOffered);
    if (m_offered == 0)
        return commands;
    if (const Done marked = m_outbox.offer(m_entries[m_offered - 1].number); !marked)
        return tl::unexpected(marked.error());
    for (std::size_t i = 0; i < m_offered; ++i) {
        m_entries[i].offered = true;
        commands.push_back(m_entries[i].command);
    }
    return commands;
}

Done AloneWork::answered(const std::vector<Answer> &answers, Instant now)
{
    std::size_t done = 0;
    while (done < std::min(m_offered, answers.size()) && answers[done])
        ++done;
    m_offered = 0;
    if (done == 0)
        return {};
    if (const Done dropped = m_outbox.drop(m_entries[done - 1].number); !dropped)
        return dropped;
    m_entries.erase(m_entries.begin(), m_entries.begin() + std::ptrdiff_t(done));
    if (m_entries.empty())
        m_answers.clear();
    rebase(now);
    return {};
}

} // namespace smartqueue::engine
