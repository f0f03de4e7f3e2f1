#include "receipt_of.h"

#include <variant>

namespace smartqueue::engine {

Receipt receiptOf(const EventBatch &batch, const World &world)
{
    Receipt receipt;
    receipt.command = batch.command;
    receipt.sequence = batch.sequence;
    receipt.at = batch.at;
    for (const Event &event : batch.events) {
        std::visit(
            [&](const auto &e) {
                using E = std::decay_t<decltype(e)>;
                if constexpr (requires { e.ticket; })
                    receipt.ticket = e.ticket;
                else if constexpr (std::is_same_v<E, ServiceDefined>)
                    receipt.entity = e.service.id.value;
                else if constexpr (std::is_same_v<E, QueueDefined>)
                    receipt.entity = e.queue.id.value;
                else if constexpr (std::is_same_v<E, AgentDefined>) {
                    // Behind an invitation it is the user who was asked for.
                    if (receipt.entity == 0)
                        receipt.entity = e.agent.id.value;
                }
                else if constexpr (std::is_same_v<E, AlertRaised>)
                    receipt.entity = e.alert.value;
                else if constexpr (std::is_same_v<E, ConflictNoted>) {
                    receipt.ticket = e.conflict.ticket;
                    receipt.number = e.conflict.number;
                    receipt.conflict = e.conflict.id;
                }
                else if constexpr (std::is_same_v<E, TenantDefined>)
                    receipt.entity = e.tenant.id.value;
                else if constexpr (std::is_same_v<E, SiteDefined>)
                    receipt.entity = e.site.id.value;
                else if constexpr (std::is_same_v<E, UserCreated>)
                    receipt.entity = e.user.value;
                else if constexpr (std::is_same_v<E, ActionUndone>) {
                    if (!e.tickets.empty())
                        receipt.ticket = e.tickets.front().id;
                }
            },
            event);
    }
    const queueing::BranchState *state = world.branch(batch.site);
    if (const Ticket *ticket = state ? state->ticket(receipt.ticket) : nullptr)
        receipt.number = ticket->number;
    return receipt;
}

std::string codeIn(const CommandBody &body)
{
    if (const auto *invite = std::get_if<InviteAgent>(&body))
        return invite->code.plain;
    if (const auto *renew = std::get_if<RenewInvitation>(&body))
        return renew->code.plain;
    return {};
}

} // namespace smartqueue::engine
