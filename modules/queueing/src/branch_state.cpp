#include "smartqueue/queueing/branch_state.h"

#include <algorithm>
#include <charconv>

namespace smartqueue::queueing {

namespace {

template <class Map>
auto find(const Map &map, const typename Map::key_type &key) -> const typename Map::mapped_type *
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

/// Shorter running numbers are filled up with zeros in front.
constexpr std::size_t numberDigits = 3;

} // namespace

std::string numberText(const std::string &prefix, int sequence)
{
    char digits[16];
    const char *end = std::to_chars(digits, digits + sizeof digits, sequence).ptr;
    const auto length = std::size_t(end - digits);
    std::string text;
    text.reserve(prefix.size() + std::max(length, numberDigits));
    text = prefix;
    if (length < numberDigits)
        text.append(numberDigits - length, '0');
    return text.append(digits, length);
}

const Ticket *BranchState::ticket(TicketId id) const
{
    return tickets.find(id);
}

const Agent *BranchState::agent(AgentId id) const
{
    return find(agents, id);
}

const QueueState *BranchState::queue(QueueId id) const
{
    return find(queues, id);
}

const Service *BranchState::service(ServiceId id) const
{
    return find(services, id);
}

const Ticket *BranchState::ticketByNumber(const std::string &number) const
{
    const TicketId *id = numbers.find(number);
    return id ? ticket(*id) : nullptr;
}

Duration BranchState::slaOf(const Queue &queue) const
{
    const Service *known = service(queue.service);
    return known ? known->sla : Service{}.sla;
}

std::vector<TicketId> BranchState::waitingInOrder(QueueId id, Instant now) const
{
    std::vector<TicketId> ordered;
    if (const QueueState *known = queue(id)) {
        ordered = known->reserved;
        for (const auto &entry : known->line.inOrder(known->config.discipline, now, slaOf(known->config)))
            ordered.push_back(entry.ticket);
    }
    return ordered;
}

double meanServiceSeconds(const BranchState &state, const QueueState &queue)
{
    constexpr double shortest = 0.001;
    if (queue.services.empty())
        return std::max(shortest, std::chrono::duration<double>(state.slaOf(queue.config)).count());
    const std::size_t counted = std::min(queue.services.size(), limits::serviceHistory);
    Duration sum{0};
    for (auto service = queue.services.end() - std::ptrdiff_t(counted); service != queue.services.end(); ++service)
        sum += service->duration;
    return std::max(shortest, std::chrono::duration<double>(sum).count() / double(counted));
}

bool hasSkillsFor(const BranchState &state, const Agent &agent, const Queue &queue)
{
    const Service *service = state.service(queue.service);
    return !service
        || std::all_of(service->requiredSkills.begin(), service->requiredSkills.end(), [&](const std::string &skill) {
               return std::find(agent.skills.begin(), agent.skills.end(), skill) != agent.skills.end();
           });
}

bool canServe(const BranchState &state, const Agent &agent, const Queue &queue)
{
    return std::any_of(agent.assignments.begin(), agent.assignments.end(), [&](const Assignment &a) { return a.queue == queue.id; })
        && hasSkillsFor(state, agent, queue);
}

bool isOnDuty(const BranchState &state, const Agent &agent, const Queue &queue)
{
    const bool takesTheNext = agent.status == AgentStatus::available || (agent.status == AgentStatus::busy && agent.current);
    return takesTheNext && canServe(state, agent, queue);
}

} // namespace smartqueue::queueing
