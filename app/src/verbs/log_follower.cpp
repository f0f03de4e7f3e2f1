#include "verbs/log_follower.h"

#include <chrono>

#include <smartqueue/engine/past_state.h>
#include <smartqueue/queueing/apply.h>

namespace smartqueue::app {

namespace {

/// Groups of batches that wait to be followed at most.
constexpr std::size_t mostWaiting = 10'000;
/// What another desktop answered may not come into this one's log: its disk is full, or it is about to get a whole copy.
constexpr auto patience = std::chrono::seconds(2);

} // namespace

LogFollower::LogFollower(engine::Engine &engine) : m_engine(engine)
{
    m_listening = QObject::connect(&engine, &engine::Engine::eventsCommitted, &engine,
                                   [inbox = m_inbox](const engine::SharedBatches &batches) {
                                       const std::lock_guard lock(inbox->mutex);
                                       if (inbox->batches.size() == mostWaiting) {
                                           inbox->batches.clear();
                                           inbox->spilled = true;
                                       }
                                       inbox->batches.push_back(batches);
                                       inbox->newest = batches->back().sequence;
                                       inbox->arrived.notify_one();
                                   }, Qt::DirectConnection);
    settle();
}

LogFollower::~LogFollower()
{
    QObject::disconnect(m_listening);
}

void LogFollower::advanceTo(Sequence sequence)
{
    if (m_isAhead) {
        settle();
        return;
    }
    if (sequence <= m_state.sequence)
        return;
    std::deque<engine::SharedBatches> taken;
    {
        std::unique_lock lock(m_inbox->mutex);
        // A receipt is handed out just before its batch is told.
        const bool isHere = m_inbox->arrived.wait_for(lock, m_missedAt == m_inbox->newest ? patience * 0 : patience,
                                                      [&] { return m_inbox->newest >= sequence; });
        // Waited for once, and not for each receipt again, as long as nothing comes.
        m_missedAt = isHere ? -1 : m_inbox->newest;
        if (m_inbox->spilled || !isHere) {
            lock.unlock();
            settle();
            return;
        }
        while (!m_inbox->batches.empty() && m_inbox->batches.front()->front().sequence <= sequence) {
            taken.push_back(m_inbox->batches.front());
            // The rest of a group waits for the next time.
            if (taken.back()->back().sequence > sequence)
                break;
            m_inbox->batches.pop_front();
        }
    }
    for (const engine::SharedBatches &batches : taken) {
        for (const EventBatch &batch : *batches) {
            if (batch.sequence > m_state.sequence && batch.sequence <= sequence)
                queueing::apply(m_state, batch);
        }
    }
}

void LogFollower::settle()
{
    auto settling = m_engine.settledSnapshot();
    settling.waitForFinished();
    const engine::SharedSnapshot snapshot = settling.result();
    if (m_isAhead || snapshot->isAhead || snapshot->state.sequence >= m_state.sequence)
        m_state = snapshot->state;
    m_isAhead = snapshot->isAhead;
    const std::lock_guard lock(m_inbox->mutex);
    m_inbox->spilled = false;
    while (!m_inbox->batches.empty() && m_inbox->batches.front()->back().sequence <= m_state.sequence)
        m_inbox->batches.pop_front();
}

const queueing::BranchState *PastStates::after(const engine::Receipt &receipt)
{
    if (!m_reader) {
        auto reader = m_engine.openReader();
        if (!reader)
            return nullptr;
        m_reader = std::move(*reader);
    }
    if (!m_state || m_state->sequence > receipt.sequence) {
        auto state = engine::stateAt(*m_reader, receipt.at - Duration(1));
        if (!state)
            return nullptr;
        m_state = std::move(*state);
    }
    const Done read = m_reader->readLog(m_state->sequence, receipt.at, [&](const EventBatch &batch) {
        if (batch.sequence > receipt.sequence)
            return false;
        queueing::apply(*m_state, batch);
        return batch.sequence < receipt.sequence;
    });
    return read && m_state->sequence == receipt.sequence ? &*m_state : nullptr;
}

} // namespace smartqueue::app
