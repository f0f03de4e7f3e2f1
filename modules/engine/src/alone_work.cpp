#include "alone_work.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/queueing/alone.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/replication/wire.h>

#include "agent_names.h"
#include "receipt_of.h"

namespace smartqueue::engine {

namespace {

/// What fits into one frame between desktops, by far; a desk does not come to it in a day.
constexpr std::size_t mostOffered = 1'000;

/// Whether no host will ever take what was refused so.
bool isForGood(const Failure &why)
{
    return why.code == failures::notAlone || why.code == failures::unknownSite;
}

} // namespace

Done AloneWork::load(Instant now)
{
    auto entries = m_outbox.all();
    if (!entries)
        return tl::unexpected(entries.error());
    auto aside = m_outbox.aside();
    if (!aside)
        return tl::unexpected(aside.error());
    m_aside = std::move(*aside);
    std::vector<std::int64_t> done;
    for (Outbox::Entry &entry : *entries) {
        const auto here = entry.offered ? isHere(entry.command) : Result<bool>(false);
        if (!here)
            return tl::unexpected(here.error());
        m_numbers[{entry.command.site, entry.command.id}] = entry.number;
        if (*here)
            done.push_back(entry.number);
        m_acts.emplace(entry.number, Act{std::move(entry)});
    }
    if (const Done dropped = drop(done); !dropped)
        return dropped;
    rebase(now);
    return {};
}

std::size_t AloneWork::waiting() const
{
    return std::size_t(std::count_if(m_acts.begin(), m_acts.end(), [](const auto &item) { return item.second.standing != Standing::taken; }));
}

bool AloneWork::isUnheard() const
{
    return std::any_of(m_acts.begin(), m_acts.end(), [](const auto &item) { return item.second.standing == Standing::unheard; });
}

const queueing::BranchState *AloneWork::branch(SiteId site, Instant now)
{
    if (isEmpty())
        return nullptr;
    if (m_isStale)
        rebase(now);
    return m_world.branch(site);
}

std::set<TicketId> AloneWork::own() const
{
    std::set<TicketId> tickets;
    for (const auto &[number, act] : m_acts) {
        const TicketId ticket = issuedAlone(act.entry.command);
        if (ticket && !act.entry.offered)
            tickets.insert(ticket);
    }
    return tickets;
}

Answer AloneWork::perform(Command &command, Instant now)
{
    command.notBefore = command.alone->at;
    auto decision = m_decider.decideStrictly(command, now);
    if (!decision)
        return tl::unexpected(std::move(decision.error()));
    decision->batch.sequence = ++m_last;
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
    if (m_acts.size() + m_aside.size() >= limits::actsAlone)
        return fail(replication::peer_failures::hostUnreachable, {{"reason", "full"}});
    if (m_isStale || isEmpty())
        rebase(now);
    const queueing::BranchState *state = m_world.branch(command.site);
    if (!state)
        return fail(replication::peer_failures::hostUnreachable, {{"reason", "command"}});
    const auto *issue = std::get_if<IssueTicket>(&command.body);
    const bool loses = issue && !issue->customer.empty();
    auto done = queueing::asDoneAlone(*state, std::move(command), m_device, own(), now);
    if (!done && done.error().code == failures::notAlone)
        return fail(replication::peer_failures::hostUnreachable, done.error().detail);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    Answer answer = perform(*done, now);
    if (!answer)
        return answer;
    answer->notKept = loses;
    // Its time is told by what it says of itself; the host's own may have run on.
    done->at.reset();
    done->notBefore.reset();
    const auto number = m_outbox.keep(*done);
    if (!number) {
        m_isStale = true;
        return tl::unexpected(number.error());
    }
    m_numbers[key] = *number;
    m_acts.emplace(*number, Act{{*number, std::move(*done), false}});
    m_answers.insert_or_assign(key, answer);
    return answer;
}

void AloneWork::spend(TicketId ticket)
{
    const auto branch = m_world.branches.find(siteOf(ticket));
    if (!ticket || branch == m_world.branches.end())
        return;
    Conflict given;
    given.ticket = ticket;
    queueing::BranchState &state = branch->second;
    queueing::apply(state, {state.sequence, state.at, {}, {}, {}, {ConflictNoted{given}, ConflictSettled{}}});
}

void AloneWork::rebase(Instant now)
{
    m_world = m_log;
    for (const Outbox::Aside &aside : m_aside)
        spend(aside.ticket);
    for (const auto &[number, act] : m_acts) {
        Command command = act.entry.command;
        // What does not fit is the host's to say.
        const Answer answer = perform(command, std::max(now, m_world.at()));
        if (answer)
            m_answers.try_emplace(Key(command.site, command.id), answer);
        else
            spend(issuedAlone(command));
    }
    m_isStale = false;
}

Result<bool> AloneWork::isHere(const Command &command)
{
    const auto answer = m_store.log().answerOf(command.site, command.id);
    if (!answer)
        return tl::unexpected(answer.error());
    return *answer && **answer;
}

Done AloneWork::drop(const std::vector<std::int64_t> &numbers)
{
    m_done.insert(m_done.end(), numbers.begin(), numbers.end());
    if (m_done.empty())
        return {};
    // What a full disk keeps there goes with the next.
    if (const Done dropped = m_outbox.drop(m_done); !dropped)
        return dropped;
    for (const std::int64_t number : std::exchange(m_done, {})) {
        const auto act = m_acts.find(number);
        if (act == m_acts.end())
            continue;
        const Key key(act->second.entry.command.site, act->second.entry.command.id);
        m_numbers.erase(key);
        m_answers.erase(key);
        m_acts.erase(act);
    }
    m_isStale = true;
    return {};
}

Done AloneWork::setAside(std::int64_t number, const Failure &why)
{
    if (const Done set = m_outbox.setAside(number, why); !set)
        return set;
    auto aside = m_outbox.aside();
    if (!aside)
        return tl::unexpected(aside.error());
    m_aside = std::move(*aside);
    const auto act = m_acts.find(number);
    // Whoever asks again is told what they were told at the desk.
    m_numbers.erase({act->second.entry.command.site, act->second.entry.command.id});
    m_acts.erase(act);
    m_isStale = true;
    return {};
}

Done AloneWork::logGrew(const std::vector<EventBatch> &batches)
{
    m_isStale = true;
    std::vector<std::int64_t> done;
    for (const EventBatch &batch : batches) {
        if (const auto number = m_numbers.find({batch.site, batch.command}); number != m_numbers.end())
            done.push_back(number->second);
    }
    return drop(done);
}

std::vector<Command> AloneWork::offer()
{
    std::vector<Command> commands;
    m_offered.clear();
    for (const auto &[number, act] : m_acts) {
        if (act.standing == Standing::taken || m_offered.size() == mostOffered)
            continue;
        m_offered.push_back(number);
        commands.push_back(act.entry.command);
    }
    if (m_offered.empty())
        return commands;
    // An outbox that cannot be written any more keeps nobody from the host: what it has had already it answers again.
    (void)m_outbox.offer(m_offered.back());
    for (const std::int64_t number : m_offered)
        m_acts.at(number).entry.offered = true;
    return commands;
}

Done AloneWork::answered(const std::vector<Answer> &answers)
{
    const std::vector<std::int64_t> offered = std::exchange(m_offered, {});
    std::vector<std::int64_t> done;
    for (std::size_t i = 0; i < std::min(offered.size(), answers.size()); ++i) {
        const auto act = m_acts.find(offered[i]);
        if (act == m_acts.end())
            continue;
        if (answers[i]) {
            act->second.standing = Standing::taken;
            const auto here = isHere(act->second.entry.command);
            if (!here)
                return tl::unexpected(here.error());
            if (*here)
                done.push_back(offered[i]);
        } else if (isForGood(answers[i].error())) {
            if (const Done set = setAside(offered[i], answers[i].error()); !set)
                return set;
        } else {
            act->second.standing = answers[i].error().code == failures::limitReached ? Standing::later : Standing::unheard;
        }
    }
    return drop(done);
}

} // namespace smartqueue::engine
