#include <algorithm>
#include <charconv>
#include <iterator>
#include <numeric>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

/// Numbers that a desktop has in each queue, and how few make it get more.
constexpr int blockSize = 10;
constexpr int refillBelow = 5;
/// At most one in so many numbers of a series is kept for desktops that are alone.
constexpr int shareOfSeries = 4;
/// Of one desktop in one queue; of those that a change of prefix left behind, the oldest are taken back.
constexpr std::size_t mostBlocks = 4;

int left(const std::vector<NumberBlock> &blocks, const std::string &prefix)
{
    return std::accumulate(blocks.begin(), blocks.end(), 0, [&](int sum, const NumberBlock &block) { return sum + (block.prefix == prefix ? block.count : 0); });
}

bool overlap(const NumberBlock &block, int first, int last)
{
    return block.first <= last && first < block.first + block.count;
}

/// Finds numbers for desktops at the far end of each series, where the ordinary ones arrive last.
class Granting {
public:
    explicit Granting(const Context &context) : m_context(context), m_lastId(context.state.lastId)
    {
        for (const auto &[id, queue] : context.state.queues) {
            for (const auto &[device, blocks] : queue.granted) {
                for (const NumberBlock &block : blocks)
                    m_taken[block.prefix].push_back(block);
            }
        }
    }

    /// None where the series has no room.
    std::optional<NumberBlock> next(const Queue &queue)
    {
        auto &taken = m_taken[queue.prefix];
        int kept = 0;
        for (const NumberBlock &block : taken)
            kept += overlap(block, queue.firstNumber, queue.lastNumber) ? block.count : 0;
        if ((kept + blockSize) * shareOfSeries > queue.lastNumber - queue.firstNumber + 1)
            return std::nullopt;
        for (int first = queue.lastNumber - blockSize + 1; first >= queue.firstNumber; first -= blockSize) {
            NumberBlock block{first, blockSize, TicketId{m_lastId + 1}, queue.prefix};
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
        const bool isTaken = std::any_of(taken.begin(), taken.end(), [&](const NumberBlock &other) { return overlap(other, block.first, block.first + block.count - 1); });
        for (int sequence = block.first; !isTaken && sequence < block.first + block.count; ++sequence) {
            if (numberInUse(m_context, numberText(queue.prefix, sequence)))
                return false;
        }
        return !isTaken;
    }

    const Context &m_context;
    std::int64_t m_lastId;
    /// By prefix: ranges of several queues may overlap.
    std::map<std::string, std::vector<NumberBlock>> m_taken;
};

} // namespace

std::vector<NumberBlock> grantedWith(const BranchState &state, const std::string &prefix)
{
    std::vector<NumberBlock> found;
    for (const auto &[id, queue] : state.queues) {
        for (const auto &[device, blocks] : queue.granted)
            std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(found), [&](const NumberBlock &block) { return block.prefix == prefix; });
    }
    return found;
}

bool holds(const std::vector<NumberBlock> &blocks, int sequence)
{
    return std::any_of(blocks.begin(), blocks.end(), [&](const NumberBlock &block) { return overlap(block, sequence, sequence); });
}

bool isGranted(const BranchState &state, const std::string &number)
{
    // Prefixes do not end with a digit.
    const auto digits = number.find_last_not_of("0123456789") + 1;
    int sequence = 0;
    const char *end = number.data() + number.size();
    if (std::from_chars(number.data() + digits, end, sequence).ptr != end || number.size() == digits)
        return false;
    const std::string prefix = number.substr(0, digits);
    return numberText(prefix, sequence) == number && holds(grantedWith(state, prefix), sequence);
}

Instant happened(const Context &context)
{
    const auto &alone = context.command.alone;
    return alone ? std::min(alone->at, context.now) : context.now;
}

std::int32_t dayOf(const Context &context, Instant happened)
{
    if (!context.command.alone)
        return context.businessDay;
    const std::int32_t day = std::min(context.businessDay, businessDayOf(happened, context.state.branch, context.zone));
    // A reset hour that was put back does not undo the day that has started, nor free the numbers given in it.
    return happened < context.state.dayStartedAt ? day : std::max(day, context.state.businessDay);
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
            if (left(blocks, queue.config.prefix) >= refillBelow)
                continue;
            if (const auto block = granting.next(queue.config)) {
                if (blocks.size() >= mostBlocks)
                    blocks.erase(blocks.begin());
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
    return just(ConflictSettled{command.conflict, command.again});
}

} // namespace smartqueue::queueing
