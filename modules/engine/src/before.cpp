#include "before.h"

#include <optional>

namespace smartqueue::engine {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

using Before = std::optional<Event>;

template <class E, class T>
Before as(const T *known)
{
    return known ? Before(E{*known}) : std::nullopt;
}

const queueing::BranchState &branchOf(const World &world, SiteId site)
{
    static const queueing::BranchState nothingYet;
    const auto *state = world.branch(site);
    return state ? *state : nothingYet;
}

const Queue *queueOf(const queueing::BranchState &state, QueueId id)
{
    const auto *queue = state.queue(id);
    return queue ? &queue->config : nullptr;
}

} // namespace

std::vector<Event> standingBefore(const World &world, SiteId site, const std::vector<Event> &events)
{
    const queueing::BranchState &state = branchOf(world, site);
    const accounts::Directory &directory = world.directory;
    std::vector<Event> before;
    for (const Event &event : events) {
        Before stood = std::visit(
            Overloaded{
                [&](const BranchDefined &) -> Before { return state.sequence > 0 ? Before(BranchDefined{state.branch}) : std::nullopt; },
                [&](const ServiceDefined &e) { return as<ServiceDefined>(state.service(e.service.id)); },
                [&](const ServiceRemoved &e) { return as<ServiceDefined>(state.service(e.service)); },
                [&](const QueueDefined &e) { return as<QueueDefined>(queueOf(state, e.queue.id)); },
                [&](const QueueRemoved &e) { return as<QueueDefined>(queueOf(state, e.queue)); },
                [&](const AgentDefined &e) { return as<AgentDefined>(state.agent(e.agent.id)); },
                [&](const AgentRemoved &e) { return as<AgentDefined>(state.agent(e.agent)); },
                [&](const DisciplineChanged &e) -> Before {
                    const Queue *queue = queueOf(state, e.queue);
                    return queue ? Before(DisciplineChanged{e.queue, queue->discipline}) : std::nullopt;
                },
                [&](const QueueStatusChanged &e) -> Before {
                    const Queue *queue = queueOf(state, e.queue);
                    return queue ? Before(QueueStatusChanged{e.queue, queue->status}) : std::nullopt;
                },
                [&](const PriorityChanged &e) -> Before {
                    const Ticket *ticket = state.ticket(e.ticket);
                    return ticket ? Before(PriorityChanged{e.ticket, ticket->priority}) : std::nullopt;
                },
                [&](const TenantDefined &e) { return as<TenantDefined>(directory.tenant(e.tenant.id)); },
                [&](const RoleGranted &e) -> Before {
                    const auto role = directory.role(e.user, e.tenant);
                    return role ? Before(RoleGranted{e.user, e.tenant, *role}) : std::nullopt;
                },
                [&](const RoleRevoked &e) -> Before {
                    const auto role = directory.role(e.user, e.tenant);
                    return role ? Before(RoleGranted{e.user, e.tenant, *role}) : std::nullopt;
                },
                [&](const PlatformRoleChanged &e) -> Before {
                    const User *user = directory.user(e.user);
                    return user ? Before(PlatformRoleChanged{e.user, user->platform}) : std::nullopt;
                },
                [&](const UserActivityChanged &e) -> Before {
                    const User *user = directory.user(e.user);
                    return user ? Before(UserActivityChanged{e.user, user->active}) : std::nullopt;
                },
                [](const auto &) -> Before { return std::nullopt; },
            },
            event);
        if (stood)
            before.push_back(std::move(*stood));
        const auto *removed = std::get_if<UserRemoved>(&event);
        if (const User *user = removed ? directory.user(removed->user) : nullptr) {
            for (const Membership &membership : user->memberships)
                before.push_back(RoleGranted{user->id, membership.tenant, membership.role});
        }
    }
    return before;
}

} // namespace smartqueue::engine
