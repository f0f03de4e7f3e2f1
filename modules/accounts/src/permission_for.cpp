#include "needed_permission.h"

namespace smartqueue::accounts {

namespace {

/// One overload a command, or a group of them.
struct Needed {
    const BranchFacts &facts;

    bool isOwn(AgentId agent) const { return agent && agent == facts.own; }
    /// What agents do for themselves, `others` do for them.
    Permission byAgent(AgentId agent, Permission others) const { return isOwn(agent) ? Permission::writeTicket : others; }
    /// A ticket in nobody's hand is anybody's.
    Permission byHolder(Permission own) const
    {
        return !facts.holder || isOwn(facts.holder) ? own : Permission::manageTicket;
    }

    Permission operator()(const DefineBranch &) const { return Permission::manageSettings; }
    Permission operator()(const RecordImport &) const { return Permission::manageSettings; }

    Permission operator()(const DefineService &) const { return Permission::manageQueue; }
    Permission operator()(const DefineQueue &) const { return Permission::manageQueue; }
    Permission operator()(const RemoveService &) const { return Permission::manageQueue; }
    Permission operator()(const RemoveQueue &) const { return Permission::manageQueue; }
    Permission operator()(const ApplySuggestion &) const { return Permission::manageQueue; }
    Permission operator()(const DismissSuggestion &) const { return Permission::manageQueue; }
    Permission operator()(const RaiseAlert &) const { return Permission::manageQueue; }
    Permission operator()(const ClearAlert &) const { return Permission::manageQueue; }
    Permission operator()(const StartBusinessDay &) const { return Permission::manageQueue; }

    Permission operator()(const GrantNumbers &) const { return Permission::manageQueue; }

    Permission operator()(const SetDiscipline &) const { return Permission::writeQueue; }
    Permission operator()(const SetQueueStatus &) const { return Permission::writeQueue; }
    Permission operator()(const AcknowledgeAlert &) const { return Permission::writeQueue; }
    Permission operator()(const SnoozeAlert &) const { return Permission::writeQueue; }
    Permission operator()(const AssignAlert &) const { return Permission::writeQueue; }

    Permission operator()(const DefineAgent &) const { return Permission::manageAgent; }
    Permission operator()(const RemoveAgent &) const { return Permission::manageAgent; }
    Permission operator()(const AssignAgent &) const { return Permission::manageAgent; }
    Permission operator()(const UnassignAgent &) const { return Permission::manageAgent; }

    Permission operator()(const SignIn &c) const { return byAgent(c.agent, Permission::manageAgent); }
    Permission operator()(const SignOut &c) const { return byAgent(c.agent, Permission::manageAgent); }
    Permission operator()(const SetAgentStatus &c) const { return byAgent(c.agent, Permission::manageAgent); }

    // Every role that may write customers may write tickets, so that one permission tells both.
    Permission operator()(const IssueTicket &c) const { return c.customer.empty() ? Permission::writeTicket : Permission::writeCustomer; }
    Permission operator()(const CallNext &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const CallTicket &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const RecallTicket &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const StartService &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const CompleteService &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const MarkNoShow &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const HoldTicket &c) const { return byAgent(c.agent, Permission::manageTicket); }
    Permission operator()(const ResumeTicket &c) const { return byAgent(c.agent, Permission::manageTicket); }

    Permission operator()(const TransferTicket &) const { return byHolder(Permission::writeTicket); }
    Permission operator()(const ReturnTicket &) const { return byHolder(Permission::writeTicket); }
    Permission operator()(const AbandonTicket &) const { return byHolder(Permission::writeTicket); }
    Permission operator()(const CancelTicket &) const { return byHolder(Permission::writeTicket); }
    Permission operator()(const ChangePriority &) const { return byHolder(Permission::writeTicket); }
    Permission operator()(const SaveNote &) const { return byHolder(Permission::writeCustomer); }

    Permission operator()(const SettleConflict &) const { return Permission::manageTicket; }

    // Without a name it is the asking agent's own.
    Permission operator()(const Undo &c) const { return byAgent(c.agent ? c.agent : facts.own, Permission::manageTicket); }
};

} // namespace

Permission permissionFor(const BranchCommand &command, const BranchFacts &facts)
{
    return std::visit(Needed{facts}, command);
}

std::optional<Permission> neededPermission(const CommandBody &command, const BranchFacts &facts)
{
    return std::visit(
        [&](const auto &body) -> std::optional<Permission> {
            if constexpr (isOneOf<std::decay_t<decltype(body)>, BranchCommand>)
                return Needed{facts}(body);
            else
                return std::nullopt;
        },
        command);
}

} // namespace smartqueue::accounts
