#include "smartqueue/presentation/audit_words.h"

#include <map>

#include <smartqueue/engine/audit.h>

#include "audit_lookup.h"

namespace smartqueue::presentation {

namespace {

using A = AuditArea;

struct Deed {
    AuditArea area;
    QString (*words)();
};

const std::map<std::string_view, Deed> &deeds()
{
    static const std::map<std::string_view, Deed> table{
        {"define_branch", {A::setup, [] { return AuditText::tr("Changed the branch"); }}},
        {"define_service", {A::setup, [] { return AuditText::tr("Created or changed a service"); }}},
        {"define_queue", {A::setup, [] { return AuditText::tr("Created or changed a queue"); }}},
        {"define_agent", {A::people, [] { return AuditText::tr("Created or changed an agent"); }}},
        {"remove_service", {A::setup, [] { return AuditText::tr("Removed a service"); }}},
        {"remove_queue", {A::setup, [] { return AuditText::tr("Removed a queue"); }}},
        {"remove_agent", {A::people, [] { return AuditText::tr("Removed an agent"); }}},
        {"set_algorithm", {A::setup, [] { return AuditText::tr("Changed who is called first"); }}},
        {"set_queue_status", {A::setup, [] { return AuditText::tr("Opened, paused or closed a queue"); }}},
        {"assign", {A::people, [] { return AuditText::tr("Assigned a queue"); }}},
        {"unassign", {A::people, [] { return AuditText::tr("Took a queue from an agent"); }}},
        {"sign_in", {A::signIns, [] { return AuditText::tr("Began to work at a counter"); }}},
        {"sign_out", {A::signIns, [] { return AuditText::tr("Left the counter"); }}},
        {"set_status", {A::tickets, [] { return AuditText::tr("Became available or took a break"); }}},
        {"issue", {A::tickets, [] { return AuditText::tr("Issued a ticket"); }}},
        {"call_next", {A::tickets, [] { return AuditText::tr("Called the next customer"); }}},
        {"call", {A::tickets, [] { return AuditText::tr("Called a chosen ticket"); }}},
        {"recall", {A::tickets, [] { return AuditText::tr("Called again"); }}},
        {"start", {A::tickets, [] { return AuditText::tr("Began to serve"); }}},
        {"complete", {A::tickets, [] { return AuditText::tr("Finished with a customer"); }}},
        {"no_show", {A::tickets, [] { return AuditText::tr("Marked a no-show"); }}},
        {"hold", {A::tickets, [] { return AuditText::tr("Put a ticket on hold"); }}},
        {"resume", {A::tickets, [] { return AuditText::tr("Took a ticket up again"); }}},
        {"transfer", {A::tickets, [] { return AuditText::tr("Transferred a ticket"); }}},
        {"return", {A::tickets, [] { return AuditText::tr("Put a ticket back into the line"); }}},
        {"abandon", {A::tickets, [] { return AuditText::tr("Noted that a customer left"); }}},
        {"cancel", {A::tickets, [] { return AuditText::tr("Cancelled a ticket"); }}},
        {"change_priority", {A::tickets, [] { return AuditText::tr("Changed a priority"); }}},
        {"save_note", {A::tickets, [] { return AuditText::tr("Wrote a note"); }}},
        {"apply", {A::advice, [] { return AuditText::tr("Applied a suggestion"); }}},
        {"dismiss", {A::advice, [] { return AuditText::tr("Dismissed a suggestion"); }}},
        {"undo", {A::tickets, [] { return AuditText::tr("Took something back"); }}},
        {"raise_alert", {A::advice, [] { return AuditText::tr("Raised an alert"); }}},
        {"clear_alert", {A::advice, [] { return AuditText::tr("Cleared an alert"); }}},
        {"acknowledge_alert", {A::advice, [] { return AuditText::tr("Acknowledged an alert"); }}},
        {"snooze_alert", {A::advice, [] { return AuditText::tr("Snoozed an alert"); }}},
        {"assign_alert", {A::advice, [] { return AuditText::tr("Put somebody in charge of an alert"); }}},
        {"start_business_day", {A::setup, [] { return AuditText::tr("Began a business day"); }}},
        {"grant_numbers", {A::setup, [] { return AuditText::tr("Gave desktops numbers for when they are alone"); }}},
        {"settle_conflict", {A::tickets, [] { return AuditText::tr("Settled a conflict"); }}},
        {"record_import", {A::setup, [] { return AuditText::tr("Imported a history"); }}},
        {"create_tenant", {A::setup, [] { return AuditText::tr("Created an organisation"); }}},
        {"update_tenant", {A::setup, [] { return AuditText::tr("Changed an organisation"); }}},
        {"suspend_tenant", {A::setup, [] { return AuditText::tr("Suspended or resumed an organisation"); }}},
        {"create_site", {A::setup, [] { return AuditText::tr("Added a branch"); }}},
        {"create_user", {A::people, [] { return AuditText::tr("Created an account"); }}},
        {"update_user", {A::people, [] { return AuditText::tr("Changed personal data of staff"); }}},
        {"set_platform_role", {A::people, [] { return AuditText::tr("Changed a role on the platform"); }}},
        {"set_user_active", {A::people, [] { return AuditText::tr("Activated or deactivated an account"); }}},
        {"delete_user", {A::people, [] { return AuditText::tr("Removed an account"); }}},
        {"grant", {A::people, [] { return AuditText::tr("Gave a role"); }}},
        {"revoke", {A::people, [] { return AuditText::tr("Took a role away"); }}},
        {"invite_agent", {A::people, [] { return AuditText::tr("Invited somebody"); }}},
        {"renew_invitation", {A::people, [] { return AuditText::tr("Renewed an invitation"); }}},
        {"accept_invitation", {A::people, [] { return AuditText::tr("Accepted an invitation"); }}},
        {"set_password", {A::people, [] { return AuditText::tr("Set a password"); }}},
        {"set_pin", {A::people, [] { return AuditText::tr("Set or removed a PIN"); }}},
        {"set_second_factor", {A::people, [] { return AuditText::tr("Changed a second factor"); }}},
        {"end_sessions", {A::signIns, [] { return AuditText::tr("Signed somebody out everywhere"); }}},
        {"record_sign_in", {A::signIns, [] { return AuditText::tr("Signed in"); }}},
        {"record_failed_sign_in", {A::signIns, [] { return AuditText::tr("Failed to sign in"); }}},
        {"erase_customer", {A::customers, [] { return AuditText::tr("Erased a customer’s data"); }}},
        {"export_customer", {A::customers, [] { return AuditText::tr("Exported a customer’s data"); }}},
        {"admit_device", {A::setup, [] { return AuditText::tr("Let a desktop in"); }}},
        {"revoke_device", {A::setup, [] { return AuditText::tr("Shut a desktop out"); }}},
        {"set_authority", {A::setup, [] { return AuditText::tr("Changed who lets desktops take over"); }}},
        {"take_over", {A::setup, [] { return AuditText::tr("Made a desktop the host"); }}},
        {"rotate_key", {A::customers, [] { return AuditText::tr("Changed the key to the customers’ data"); }}},
    };
    return table;
}

bool defines(const Event &event)
{
    return std::holds_alternative<BranchDefined>(event) || std::holds_alternative<ServiceDefined>(event) || std::holds_alternative<QueueDefined>(event)
        || std::holds_alternative<AgentDefined>(event) || std::holds_alternative<TenantDefined>(event);
}

/// Creating and changing are one event, and two acts for people.
QString definition(const Event &event, const AuditLookup &names, bool stoodBefore)
{
    if (const auto *e = std::get_if<BranchDefined>(&event))
        return (stoodBefore ? AuditText::tr("Changed the branch %1") : AuditText::tr("Created the branch %1")).arg(textOf(e->branch.name));
    if (const auto *e = std::get_if<ServiceDefined>(&event))
        return (stoodBefore ? AuditText::tr("Changed the service %1") : AuditText::tr("Created the service %1")).arg(textOf(e->service.name));
    if (const auto *e = std::get_if<QueueDefined>(&event))
        return (stoodBefore ? AuditText::tr("Changed the queue %1") : AuditText::tr("Created the queue %1")).arg(textOf(e->queue.name));
    if (const auto *e = std::get_if<AgentDefined>(&event))
        return (stoodBefore ? AuditText::tr("Changed the agent %1") : AuditText::tr("Created the agent %1")).arg(names.agent(e->agent));
    if (const auto *e = std::get_if<TenantDefined>(&event))
        return (stoodBefore ? AuditText::tr("Changed the organisation %1") : AuditText::tr("Created the organisation %1")).arg(textOf(e->tenant.name));
    return {};
}

} // namespace

QString AuditWords::who(const EventBatch &batch) const
{
    const AuditLookup names(m_names, batch);
    const UserId person = engine::personOf(batch);
    if (!person && batch.kind == nameOf(CommandBody(RecordFailedSignIn{})))
        return AuditText::tr("Somebody unknown");
    // What the program does for an agent, as in the demo, is told as theirs.
    const bool isForAgent = batch.actor && (!person || person == theProgram);
    return isForAgent ? names.agent(batch.actor) : names.user(person);
}

QString AuditWords::headline(const EventBatch &batch) const
{
    const AuditLookup names(m_names, batch);
    if (batch.events.empty())
        return deed(batch.kind);
    const Event &first = batch.events.front();
    if (batch.kind == "suspend_tenant") {
        if (const auto *tenant = std::get_if<TenantDefined>(&first))
            return (tenant->tenant.suspended ? AuditText::tr("Suspended the organisation %1") : AuditText::tr("Resumed the organisation %1")).arg(textOf(tenant->tenant.name));
    }
    if (batch.kind == "invite_agent" || batch.kind == "accept_invitation") {
        for (const Event &event : batch.events) {
            if (std::holds_alternative<InvitationMade>(event) || std::holds_alternative<InvitationAccepted>(event))
                return eventSentence(event, names);
        }
    }
    if (batch.kind == "start_business_day" || batch.kind == "set_algorithm" || !defines(first))
        return eventSentence(first, names);
    return definition(first, names, !batch.before.empty());
}

QStringList AuditWords::sentences(const EventBatch &batch) const
{
    const AuditLookup names(m_names, batch);
    QStringList all;
    for (const Event &event : batch.events)
        all.append(eventSentence(event, names));
    return all;
}

QString AuditWords::tenant(const EventBatch &batch) const
{
    const AuditLookup names(m_names, batch);
    const Site *site = m_names.directory ? m_names.directory->site(batch.site) : nullptr;
    if (site)
        return names.tenant(site->tenant);
    for (const Event &event : batch.events) {
        if (const auto *defined = std::get_if<TenantDefined>(&event))
            return textOf(defined->tenant.name);
        if (const auto *added = std::get_if<SiteDefined>(&event))
            return names.tenant(added->site.tenant);
        if (const auto *granted = std::get_if<RoleGranted>(&event))
            return names.tenant(granted->tenant);
        if (const auto *revoked = std::get_if<RoleRevoked>(&event))
            return names.tenant(revoked->tenant);
        if (const auto *invited = std::get_if<InvitationMade>(&event))
            return names.tenant(invited->invitation.tenant);
    }
    return {};
}

QString AuditWords::branch(const EventBatch &batch) const
{
    return batch.site ? AuditLookup(m_names, batch).site(batch.site) : QString();
}

QString AuditWords::deed(std::string_view kind)
{
    const auto found = deeds().find(kind);
    return found == deeds().end() ? QString::fromUtf8(kind.data(), qsizetype(kind.size())) : found->second.words();
}

AuditArea AuditWords::areaOf(std::string_view kind)
{
    const auto found = deeds().find(kind);
    return found == deeds().end() ? AuditArea::setup : found->second.area;
}

std::vector<std::string> AuditWords::kindsOf(AuditArea area)
{
    std::vector<std::string> kinds;
    for (const auto &[kind, deed] : deeds()) {
        if (deed.area == area)
            kinds.emplace_back(kind);
    }
    return kinds;
}

QString AuditWords::area(AuditArea area)
{
    switch (area) {
    case AuditArea::people: return AuditText::tr("People");
    case AuditArea::tickets: return AuditText::tr("Tickets");
    case AuditArea::setup: return AuditText::tr("Setup");
    case AuditArea::signIns: return AuditText::tr("Sign-ins");
    case AuditArea::customers: return AuditText::tr("Customers’ data");
    case AuditArea::advice: return AuditText::tr("Alerts and suggestions");
    }
    return {};
}

bool AuditWords::hasWords(std::string_view kind)
{
    return deeds().contains(kind);
}

} // namespace smartqueue::presentation
