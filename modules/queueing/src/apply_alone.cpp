#include <algorithm>
#include <utility>

#include "applier.h"

namespace smartqueue::queueing {

bool Applier::spend(QueueState &queue, TicketId ticket)
{
    bool isSpent = false;
    for (auto &[device, blocks] : queue.granted) {
        for (NumberBlock &block : blocks) {
            const auto spent = int(std::clamp<std::int64_t>(ticket.value - block.firstTicket.value + 1, 0, block.count + 1));
            if (spent == 0 || spent > block.count)
                continue;
            isSpent = true;
            block.first += spent;
            block.firstTicket.value += spent;
            block.count -= spent;
        }
        std::erase_if(blocks, [](const NumberBlock &block) { return block.count <= 0; });
    }
    std::erase_if(queue.granted, [](const auto &item) { return item.second.empty(); });
    return isSpent;
}

void Applier::withdraw(const std::vector<NumberBlock> &blocks)
{
    // Whoever had them may not have heard of it.
    for (const NumberBlock &block : blocks) {
        for (int sequence = block.first; sequence < block.first + block.count; ++sequence) {
            const std::string number = numberText(block.prefix, sequence);
            if (!m_state.numbers.find(number))
                m_state.numbers.set(number, {});
        }
    }
}

void Applier::on(const HappenedAt &e)
{
    m_at = std::min(e.at, m_batch.at);
    // The day began with what a desktop did before the branch itself did anything.
    if (e.businessDay == m_state.businessDay)
        m_state.dayStartedAt = std::min(m_state.dayStartedAt, m_at);
}

void Applier::on(const NumbersGranted &e)
{
    QueueState &q = queue(e.queue);
    std::vector<NumberBlock> blocks = e.blocks;
    for (NumberBlock &block : blocks) {
        if (block.prefix.empty())
            block.prefix = q.config.prefix;
        madeId(block.firstTicket.value + block.count - 1);
    }
    std::vector<NumberBlock> gone;
    for (const NumberBlock &had : std::exchange(q.granted[e.device], blocks)) {
        if (std::none_of(blocks.begin(), blocks.end(), [&](const NumberBlock &block) { return block.firstTicket == had.firstTicket; }))
            gone.push_back(had);
    }
    if (blocks.empty())
        q.granted.erase(e.device);
    withdraw(gone);
}

void Applier::on(const ConflictNoted &e)
{
    m_state.conflicts[e.conflict.id] = e.conflict;
    madeId(e.conflict.id.value);
    bool isGiven = false;
    for (auto &[id, queue] : m_state.queues)
        isGiven = spend(queue, e.conflict.ticket) || isGiven;
    // Somebody holds that number in their hand.
    if (isGiven && !e.conflict.number.empty() && !m_state.numbers.find(e.conflict.number))
        m_state.numbers.set(e.conflict.number, {});
}

void Applier::on(const ConflictSettled &e)
{
    m_state.conflicts.erase(e.conflict);
}

} // namespace smartqueue::queueing
