#include <algorithm>

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

#include "desktop.h"

namespace smartqueue::peer_simulation {

using namespace replication;

namespace {

/// Entries that are read for one Append.
constexpr std::size_t mostRead = 64;

const std::string refusedAnswer = "x";

std::string doneAnswer(RecordIndex record)
{
    return "r" + std::to_string(record);
}

} // namespace

void Desktop::beginHost()
{
    leaveRole();
    m_state = m_world.people.openedBranch();
    for (const RecordIndex index : m_log) {
        const Record &record = m_world.records[index];
        queueing::apply(m_state, record.batch);
        if (!record.batch.command.empty())
            m_results[record.batch.command] = index;
    }
    std::optional<Position> before;
    if (m_beforeTakeOver > 0 && !m_hasLed)
        before = m_world.records.endOf(m_log, m_beforeTakeOver);
    m_host = std::make_unique<Host>(Member{nameOfDesktop(m_index), nameOfDesktop(m_index)}, "branch", 1, end(), moment(), before);
}

void Desktop::perform(HostEffects effects)
{
    std::move(effects.begin(), effects.end(), std::back_inserter(m_hostEffects));
    if (std::exchange(m_performing, true))
        return;
    while (!m_hostEffects.empty() && !m_stepDown) {
        const HostEffect effect = std::move(m_hostEffects.front());
        m_hostEffects.pop_front();
        std::visit([this](const auto &e) { perform(e); }, effect);
    }
    m_performing = false;
    if (m_stepDown)
        stepDown();
    else
        watchOthers();
}

void Desktop::perform(const Send &effect)
{
    m_world.network.send(effect.link, m_index, effect.bytes);
}

void Desktop::perform(const Close &effect)
{
    m_world.say("d", m_index, " closes ", effect.link, " to d", m_world.network.other(effect.link, m_index), ": ", effect.why.code.name());
    close(effect.link);
}

void Desktop::perform(const ReadEntries &effect)
{
    const auto after = std::size_t(effect.after.sequence);
    const bool isHere = after <= m_durable && m_world.records.endOf(m_log, after) == effect.after;
    std::optional<std::vector<Entry>> entries;
    if (isHere) {
        entries.emplace();
        for (std::size_t at = after; at < std::min(m_durable, after + mostRead); ++at)
            entries->push_back(m_world.records.entry(m_log[at]));
    }
    perform(m_host->entriesRead(effect.link, std::move(entries), moment()));
}

std::string Desktop::snapshotOf(std::size_t size) const
{
    std::string bytes(reinterpret_cast<const char *>(m_log.data()), size * sizeof(RecordIndex));
    // A copy of several pieces now and then.
    if (m_world.random.chance(0.05))
        bytes.resize(bytes.size() + std::size_t(m_world.random.between(1, 600'000)) * sizeof(RecordIndex), '\0');
    return bytes;
}

void Desktop::perform(const MakeSnapshot &effect)
{
    m_copies[effect.link] = snapshotOf(m_durable);
    m_world.schedule.add({m_world.now + m_world.random.between(1, 700) * millisecond, 0, effect.link, What::snapshotMade, std::int16_t(m_index), m_life});
}

void Desktop::perform(const ReadSnapshot &effect)
{
    m_world.schedule.add({m_world.now + m_world.random.between(1, 5) * millisecond, 0, effect.link, What::snapshotRead, std::int16_t(m_index), m_life,
                          int(effect.offset)});
}

void Desktop::perform(const DropSnapshot &effect)
{
    m_copies.erase(effect.link);
}

void Desktop::perform(const CarryOut &effect)
{
    submit(effect.id, {-1, effect.link});
}

void Desktop::perform(const Confirm &effect)
{
    m_hasLed = true;
    const auto peers = m_host->peers(moment());
    const bool shared = std::any_of(peers.begin(), peers.end(), [&](const PeerState &peer) { return peer.live && peer.confirmed >= effect.upTo; });
    if (!shared) {
        m_workedAlone = true;
        m_aloneUpTo = effect.upTo;
    }
    m_world.say("d", m_index, " confirms ", effect.upTo, shared ? "" : " alone");
    tellConfirmed();
}

void Desktop::perform(const replication::LookAround &effect)
{
    lookAround(false, m_host->end().epoch, effect.patience);
}

void Desktop::perform(const replication::StepDown &effect)
{
    m_stepDown = effect;
}

void Desktop::stepDown()
{
    const auto why = *m_stepDown;
    m_world.say("d", m_index, " steps down for epoch ", why.epoch, " of ", why.host.empty() ? "nobody" : why.host, why.withdrawn ? ", withdrawn" : "");
    ++(why.withdrawn ? m_world.findings.withdrawals : m_world.findings.stepDowns);
    m_leads = false;
    if (why.withdrawn && m_beforeTakeOver > 0) {
        m_operations.clear();
        ++m_diskTurn;
        keepAside(m_beforeTakeOver, {});
        m_log.resize(m_beforeTakeOver);
        m_durable = m_log.size();
        m_world.people.withdrawn(m_index);
    }
    m_beforeTakeOver = 0;
    beginReplica(end());
}

void Desktop::watchOthers()
{
    if (!m_workedAlone || !m_host)
        return;
    for (const PeerState &peer : m_host->peers(moment())) {
        if (peer.live && peer.confirmed >= m_aloneUpTo)
            m_workedAlone = false;
    }
}

void Desktop::submit(const std::string &id, Asker asker)
{
    if (const auto known = m_results.find(id); known != m_results.end())
        return answer(asker, id, doneAnswer(known->second), m_world.records[known->second].end.sequence);
    for (Pending &pending : m_pending) {
        if (pending.id == id) {
            pending.askers.push_back(asker);
            return;
        }
    }
    m_pending.push_back({id, {asker}});
    decideNext();
}

void Desktop::decideNext()
{
    while (!m_deciding && !m_pending.empty()) {
        const Pending &pending = m_pending.front();
        Command command = m_world.people.commandOf(pending.id);
        const TimeZone zone;
        const Instant now = std::max(m_state.at, wall());
        auto events = queueing::decide(m_state, command, {now, zone});
        if (!events || events->empty()) {
            const Pending refused = pending;
            m_pending.pop_front();
            for (const Asker &asker : refused.askers)
                answer(asker, refused.id, refusedAnswer, m_state.sequence);
            continue;
        }
        EventBatch batch;
        batch.at = now;
        batch.command = pending.id;
        batch.actor = command.actor;
        batch.kind = nameOf(command.body);
        batch.events = std::move(*events);
        m_deciding = true;
        write({Operation::Kind::decision, {m_world.records.add(m_log.back(), m_host->end().epoch, std::move(batch))}, 0});
    }
}

void Desktop::committed(RecordIndex index)
{
    if (!m_host || !m_deciding)
        return;
    const Record &record = m_world.records[index];
    m_world.say("d", m_index, " commits ", record.end.sequence, " of epoch ", record.end.epoch, ": ", record.batch.kind, ' ', record.batch.command);
    queueing::apply(m_state, record.batch);
    m_results[record.batch.command] = index;
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    m_deciding = false;
    for (const Asker &asker : pending.askers)
        m_answers.push_back({record.end.sequence, asker, pending.id, doneAnswer(index)});
    perform(m_host->committed(m_world.records.entry(index), moment()));
    if (m_host)
        decideNext();
}

void Desktop::notWritten()
{
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    m_deciding = false;
    for (const Asker &asker : pending.askers)
        answer(asker, pending.id, refusedAnswer, 0);
    if (m_host)
        decideNext();
}

void Desktop::answer(const Asker &asker, const std::string &id, const std::string &bytes, Sequence needs)
{
    m_answers.push_back({needs, asker, id, bytes});
    tellConfirmed();
}

void Desktop::tellConfirmed()
{
    if (!m_host || m_stepDown)
        return;
    // A refusal, too, rests on what was decided before it.
    std::vector<Answer> ready;
    std::vector<Answer> waiting;
    for (Answer &answer : m_answers)
        (answer.needs <= m_host->confirmed() ? ready : waiting).push_back(std::move(answer));
    m_answers = std::move(waiting);
    for (const Answer &answer : ready) {
        if (answer.asker.agent >= 0)
            m_world.people.answered(answer.asker.agent, answer.id, answer.bytes);
        else if (m_host)
            perform(m_host->carriedOut(answer.asker.link, answer.id, answer.bytes, moment()));
    }
}

} // namespace smartqueue::peer_simulation
