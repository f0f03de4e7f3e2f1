#pragma once

#include <functional>
#include <string>
#include <vector>

#include "company.h"

/// Who may do what, written by hand and not out of the code: what the permission table test compares with.
namespace smartqueue::accounts {

inline constexpr AgentId mine{11};
inline constexpr AgentId theirs{12};
inline constexpr TicketId ticket{21};

/// Who may: g the agent, m the manager, a the admin, f staff, s the superadmin, p the program. Whoever is not named may not, and
/// is told the permission that is missing.
struct Right {
    const char *who;
    const char *missing;
};

/// What is asked of a branch by somebody whose agent there is `mine`: first with that agent and a ticket of theirs, then with
/// another's. One whose agent is at another site stands here as anybody else.
struct BranchRow {
    std::function<CommandBody(AgentId)> command;
    Right own;
    Right others;
};

template <class C>
std::function<CommandBody(AgentId)> plain(C command)
{
    return [command](AgentId) { return CommandBody(command); };
}

template <class C>
std::function<CommandBody(AgentId)> by(C command = {})
{
    return [command](AgentId agent) {
        C copy = command;
        copy.agent = agent;
        return CommandBody(copy);
    };
}

inline IssueTicket issueFor(const std::string &customer)
{
    IssueTicket issue;
    issue.customer = customer;
    return issue;
}

inline const std::vector<BranchRow> &branchTable()
{
    static const std::vector<BranchRow> table{
        {plain(DefineBranch{}), {"asp", "manage_settings"}, {"asp", "manage_settings"}},
        {plain(RecordImport{}), {"asp", "manage_settings"}, {"asp", "manage_settings"}},

        {plain(DefineService{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(DefineQueue{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(RemoveService{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(RemoveQueue{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(SetDiscipline{}), {"masp", "write_queue"}, {"masp", "write_queue"}},
        {plain(SetQueueStatus{}), {"masp", "write_queue"}, {"masp", "write_queue"}},

        {plain(DefineAgent{}), {"masp", "manage_agent"}, {"masp", "manage_agent"}},
        {by<RemoveAgent>(), {"masp", "manage_agent"}, {"masp", "manage_agent"}},
        {by<AssignAgent>(), {"masp", "manage_agent"}, {"masp", "manage_agent"}},
        {by<UnassignAgent>(), {"masp", "manage_agent"}, {"masp", "manage_agent"}},
        {by<SignIn>(), {"gmasp", "write_ticket"}, {"masp", "manage_agent"}},
        {by<SignOut>(), {"gmasp", "write_ticket"}, {"masp", "manage_agent"}},
        {by<SetAgentStatus>(), {"gmasp", "write_ticket"}, {"masp", "manage_agent"}},

        {plain(issueFor({})), {"gmasp", "write_ticket"}, {"gmasp", "write_ticket"}},
        {plain(issueFor("key")), {"gmasp", "write_customer"}, {"gmasp", "write_customer"}},
        {by<CallNext>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<CallTicket>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<RecallTicket>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<StartService>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<CompleteService>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<MarkNoShow>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<HoldTicket>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {by<ResumeTicket>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},

        {plain(TransferTicket{ticket, {}, {}}), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        // To whom it goes says nothing about who may give it.
        {plain(TransferTicket{ticket, {}, theirs}), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {plain(ReturnTicket{ticket, {}}), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {plain(AbandonTicket{ticket}), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {plain(CancelTicket{ticket}), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {plain(ChangePriority{ticket, 5}), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {plain(SaveNote{ticket, {}}), {"gmasp", "write_customer"}, {"masp", "manage_ticket"}},

        {plain(ApplySuggestion{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(DismissSuggestion{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {by<Undo>(), {"gmasp", "write_ticket"}, {"masp", "manage_ticket"}},
        {plain(RaiseAlert{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(ClearAlert{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(AcknowledgeAlert{}), {"masp", "write_queue"}, {"masp", "write_queue"}},
        {plain(SnoozeAlert{}), {"masp", "write_queue"}, {"masp", "write_queue"}},
        {plain(AssignAlert{}), {"masp", "write_queue"}, {"masp", "write_queue"}},
        {plain(StartBusinessDay{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(GrantNumbers{}), {"masp", "manage_queue"}, {"masp", "manage_queue"}},
        {plain(SettleConflict{}), {"masp", "manage_ticket"}, {"masp", "manage_ticket"}},
    };
    return table;
}

/// What is asked above the branches. `toOutsiders`: what the guest and staff miss, where it is something else than what the
/// members of the own tenant miss.
struct AccountRow {
    const char *what;
    CommandBody command;
    Right right;
    const char *toOutsiders = nullptr;
    SiteId site = {};
};

inline Profile profile(const std::string &email)
{
    return {email, "New", "Name", {}};
}

inline std::vector<AccountRow> accountTable(const Company &c)
{
    const NewSecret secret{"plain", "kept"};
    const std::vector<NewSecret> codes{secret};
    const auto tenant = [&](TenantId id, auto change) {
        Tenant changed = *c.directory.tenant(id);
        change(changed);
        return UpdateTenant{changed};
    };
    const auto renamed = [](Tenant &t) { t.name = "Renamed"; t.locale = "en"; t.timeZone = "X"; t.retentionDays = 3; t.secondFactorFor = {Role::admin}; };

    std::vector<AccountRow> table{
        {"a tenant", CreateTenant{}, {"sp", "manage_platform"}},
        {"the own tenant's facts", tenant(c.own, renamed), {"asp", "manage_settings"}},
        {"another tenant's facts", tenant(c.other, renamed), {"sp", "manage_settings"}},
        {"no tenant's facts", UpdateTenant{}, {"sp", "manage_settings"}},
        {"the own slug", tenant(c.own, [](Tenant &t) { t.slug = "x"; }), {"sp", "manage_platform"}},
        {"own limits: sites", tenant(c.own, [](Tenant &t) { t.limits.sites = 9; }), {"sp", "manage_platform"}},
        {"own limits: agents", tenant(c.own, [](Tenant &t) { t.limits.agents = 9; }), {"sp", "manage_platform"}},
        {"own limits: queues", tenant(c.own, [](Tenant &t) { t.limits.queues = 9; }), {"sp", "manage_platform"}},
        {"own suspension by the back door", tenant(c.own, [](Tenant &t) { t.suspended = true; }), {"sp", "manage_platform"}},
        {"another's slug", tenant(c.other, [](Tenant &t) { t.slug = "x"; }), {"sp", "manage_platform"}},
        {"suspend the own", SuspendTenant{c.own}, {"sp", "manage_platform"}},
        {"suspend another", SuspendTenant{c.other}, {"sp", "manage_platform"}},
        {"an own site", CreateSite{c.own, {}}, {"asp", "manage_settings"}},
        {"another's site", CreateSite{c.other, {}}, {"sp", "manage_settings"}},

        {"a user", CreateUser{profile("new@x"), PlatformRole::none, secret}, {"sp", "manage_platform"}},
        {"a superadmin", CreateUser{profile("new@x"), PlatformRole::superadmin, secret}, {"sp", "manage_platform"}},

        {"a colleague's role", GrantRole{c.colleague, c.own, Role::admin}, {"asp", "manage_members"}, "manage_platform"},
        {"a stranger into the own tenant", GrantRole{c.stranger, c.own, Role::agent}, {"sp", "manage_platform"}},
        {"a guest into the own tenant", GrantRole{c.guest, c.own, Role::agent}, {"sp", "manage_platform"}},
        {"a colleague into another tenant", GrantRole{c.colleague, c.other, Role::agent}, {"sp", "manage_platform"}},
        {"a stranger's role", GrantRole{c.stranger, c.other, Role::admin}, {"sp", "manage_platform"}},
        {"a commuter's role here", GrantRole{c.commuter, c.own, Role::admin}, {"asp", "manage_members"}, "manage_platform"},
        {"a commuter's role there", GrantRole{c.commuter, c.other, Role::admin}, {"sp", "manage_platform"}},
        {"a role of nobody", GrantRole{{99}, c.own, Role::agent}, {"sp", "manage_platform"}},
        {"a colleague out", RevokeRole{c.colleague, c.own}, {"asp", "manage_members"}, "manage_platform"},
        {"a stranger out", RevokeRole{c.stranger, c.other}, {"sp", "manage_platform"}},
        {"a stranger out of here", RevokeRole{c.stranger, c.own}, {"sp", "manage_platform"}},
        {"a commuter out of here", RevokeRole{c.commuter, c.own}, {"asp", "manage_members"}, "manage_platform"},
        {"a commuter out of there", RevokeRole{c.commuter, c.other}, {"sp", "manage_platform"}},

        {"an invitation", c.invitation("n@x", c.own), {"asp", "manage_members"}},
        {"an invitation to the first site", c.invitation("n@x", c.own), {"asp", "manage_members"}, nullptr, firstSite},
        {"an invitation to the second site", c.invitation("n@x", c.own), {"asp", "manage_members"}, nullptr, c.second},
        {"an invitation to another's site", c.invitation("n@x", c.own), {"sp", "manage_members"}, nullptr, c.foreign},
        {"another's invitation", c.invitation("n@x", c.other), {"sp", "manage_members"}, nullptr, c.foreign},
        {"another's invitation to an own site", c.invitation("n@x", c.other), {"sp", "manage_members"}, nullptr, c.second},
        {"a new code", RenewInvitation{c.newcomer, c.own, secret}, {"asp", "manage_members"}},
        {"a new code of another's", RenewInvitation{c.newcomer, c.other, secret}, {"sp", "manage_members"}},

        {"a sign-in on record", RecordSignIn{c.colleague, "account", {}}, {"p", "manage_platform"}},
        {"a failed one", RecordFailedSignIn{"account", c.colleague}, {"p", "manage_platform"}},

        {"a customer of the first site", EraseCustomer{{"key"}}, {"masp", "manage_ticket"}, nullptr, firstSite},
        {"a customer of the second site", EraseCustomer{{"key"}}, {"masp", "manage_ticket"}, nullptr, c.second},
        {"a customer of another's site", EraseCustomer{{"key"}}, {"sp", "manage_ticket"}, nullptr, c.foreign},
        {"a customer's data", ExportCustomer{{"key"}}, {"gmafsp", "read_customer"}, nullptr, firstSite},
        {"a customer's data at the second site", ExportCustomer{{"key"}}, {"mafsp", "read_customer"}, nullptr, c.second},
        {"a customer's data elsewhere", ExportCustomer{{"key"}}, {"fsp", "read_customer"}, nullptr, c.foreign},
        {"another key", RotateKey{}, {"sp", "manage_platform"}},
        {"a desktop", AdmitDevice{}, {"sp", "manage_platform"}},
        {"a desktop out", RevokeDevice{}, {"sp", "manage_platform"}},
        {"another host", TakeOver{}, {"sp", "manage_platform"}},
        {"another authority", SetAuthority{}, {"sp", "manage_platform"}},
    };

    struct Whom {
        const char *who;
        UserId user;
        Right right;
        const char *toOutsiders;
    };
    const Whom others[]{
        {"a colleague", c.colleague, {"asp", "manage_members"}, "manage_platform"},
        {"a stranger", c.stranger, {"sp", "manage_platform"}, nullptr},
        {"a commuter", c.commuter, {"sp", "manage_platform"}, nullptr},
        {"a helper of the platform", c.helper, {"sp", "manage_platform"}, nullptr},
        {"one who has gone", c.removed, {"sp", "manage_platform"}, nullptr},
        {"nobody", {99}, {"sp", "manage_platform"}, nullptr},
    };
    for (const auto &[who, user, right, toOutsiders] : others) {
        table.push_back({who, UpdateUser{user, profile("new@x")}, right, toOutsiders});
        table.push_back({who, SetPassword{user, secret}, right, toOutsiders});
        table.push_back({who, EndSessions{user}, right, toOutsiders});
        table.push_back({who, SetPin{user, {}}, right, toOutsiders});
        table.push_back({who, SetSecondFactor{user, {}, {}}, right, toOutsiders});
        // Set, it would be a way to sign in as them.
        const Right platforms{"sp", "manage_platform"};
        table.push_back({who, SetPin{user, {"2580", {}}}, platforms});
        table.push_back({who, SetPin{user, {{}, "kept"}}, platforms});
        table.push_back({who, SetSecondFactor{user, secret, codes}, platforms});
        table.push_back({who, SetSecondFactor{user, {"plain", {}}, {}}, platforms});
        table.push_back({who, SetSecondFactor{user, {}, codes}, platforms});
        table.push_back({who, SetPlatformRole{user, PlatformRole::superadmin}, platforms});
        table.push_back({who, SetUserActive{user, false}, platforms});
        table.push_back({who, DeleteUser{user}, platforms});
    }
    return table;
}

} // namespace smartqueue::accounts
