#include <algorithm>
#include <numeric>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

/// Numbers that a desktop has in each queue, and how few make it get more.
constexpr int blockSize = 10;
constexpr int refillBelow = 5;
/// At most one in so many numbers of a series is kept for desktops that are alone.
constexpr int shareOfSeries = 4;

int left(const std::vector<NumberBlock> &blocks)
{
    return std::accumulate(blocks.begin(), blocks.end(), 0, [](int sum, const NumberBlock &block) { return sum + block.count; });
}

/// Finds numbers for desktops at the far end of each series, where the ordinary ones arrive last.
class Granting {
public:
    explicit Granting(const Context &context) : m_context(context), m_lastId(context.state.lastId)
    {
        for (const auto &[id, queue] : context.state.queues) {
            auto &taken = m_taken[{queue.config.prefix, queue.config.firstNumber}];
            for (const auto &[device, blocks] : queue.granted)
                taken.insert(taken.end(), blocks.begin(), blocks.end());
        }
    }

    /// None where the series has no room.
    std::optional<NumberBlock> next(const Queue &queue)
    {
        auto &taken = m_taken[{queue.prefix, queue.firstNumber}];
        if ((left(taken) + blockSize) * shareOfSeries > queue.lastNumber - queue.firstNumber + 1)
            return std::nullopt;
        for (int first = queue.lastNumber - blockSize + 1; first >= queue.firstNumber; first -= blockSize) {
            NumberBlock block{first, blockSize, TicketId{m_lastId + 1}};
            if (!isFree(queue, block, taken))
                continue;
            m_lastId += blockSize;
            taken.push_back(block);
            return block;
        }
        return std::nullopt;
    }

private:
    bool isFree(const Queue &queue, const NumberBlock &block, const std::vector<NumberBlock> &taken) const
    {
        const bool isTaken = std::any_of(taken.begin(), taken.end(), [&](const NumberBlock &other) {
            return other.first < block.first + block.count && block.first < other.first + other.count;
        });
        for (int sequence = block.first; !isTaken && sequence < block.first + block.count; ++sequence) {
            if (numberInUse(m_context, numberText(queue.prefix, sequence)))
                return false;
        }
        return !isTaken;
    }

    const Context &m_context;
    std::int64_t m_lastId;
    std::map<NumberSeries, std::vector<NumberBlock>> m_taken;
};

} // namespace

bool isGranted(const BranchState &state, const NumberSeries &series, int sequence)
{
    for (const auto &[id, queue] : state.queues) {
        if (NumberSeries(queue.config.prefix, queue.config.firstNumber) != series)
            continue;
        for (const auto &[device, blocks] : queue.granted) {
            for (const NumberBlock &block : blocks) {
                if (sequence >= block.first && sequence < block.first + block.count)
                    return true;
            }
        }
    }
    return false;
}

Instant lastTouched(const BranchState &state, const std::vector<Event> &events)
{
    Instant last{};
    const auto touch = [&](const std::optional<Instant> &at) { last = std::max(last, at.value_or(Instant{})); };
    for (const Event &event : events) {
        std::visit(
            [&](const auto &e) {
                if constexpr (requires { e.ticket; }) {
                    if (const Ticket *ticket = state.ticket(e.ticket)) {
                        touch(ticket->leg().waitingSince);
                        touch(ticket->leg().calledAt);
                        touch(ticket->leg().startedAt);
                        touch(ticket->heldSince);
                    }
                }
                if constexpr (requires { e.agent.value; }) {
                    if (const Agent *agent = state.agent(e.agent))
                        touch(agent->statusSince);
                }
            },
            event);
    }
    return last;
}

Decision rule(const Context &context, const GrantNumbers &command)
{
    Events events;
    Granting granting(context);
    for (const auto &[id, queue] : context.state.queues) {
        for (const auto &[device, blocks] : queue.granted) {
            if (std::find(command.devices.begin(), command.devices.end(), device) == command.devices.end())
                events.push_back(NumbersGranted{id, device, {}});
        }
        for (const DeviceId &device : command.devices) {
            const auto known = queue.granted.find(device);
            std::vector<NumberBlock> blocks = known == queue.granted.end() ? std::vector<NumberBlock>{} : known->second;
            if (left(blocks) >= refillBelow)
                continue;
            if (const auto block = granting.next(queue.config)) {
                blocks.push_back(*block);
                events.push_back(NumbersGranted{id, device, std::move(blocks)});
            }
        }
    }
    return events;
}

Decision rule(const Context &context, const SettleConflict &command)
{
    if (!context.state.conflicts.contains(command.conflict))
        return fail(failures::unknownConflict, {{"conflict", std::to_string(command.conflict.value)}});
    return Events{ConflictSettled{command.conflict, command.again}};
}

} // namespace smartqueue::queueing
