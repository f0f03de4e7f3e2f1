#include <algorithm>

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

void Applier::on(const HappenedAt &e)
{
    m_at = std::min(e.at, m_batch.at);
}

void Applier::on(const NumbersGranted &e)
{
    auto &granted = queue(e.queue).granted;
    if (e.blocks.empty())
        granted.erase(e.device);
    else
        granted[e.device] = e.blocks;
    for (const NumberBlock &block : e.blocks)
        madeId(block.firstTicket.value + block.count - 1);
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
