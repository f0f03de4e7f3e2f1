#include "audit_lookup.h"

#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

/// One overload an event: none can be forgotten.
struct Teller {
    const AuditLookup &names;

    QString withReason(const QString &sentence, const std::string &reason) const
    {
        return reason.empty() ? sentence : AuditText::tr("%1: %2", "what happened: the reason given").arg(sentence, quoted(reason));
    }

    QString operator()(const BranchDefined &e) const { return AuditText::tr("Set up the branch %1").arg(textOf(e.branch.name)); }
    QString operator()(const ServiceDefined &e) const { return AuditText::tr("Set up the service %1").arg(textOf(e.service.name)); }
    QString operator()(const QueueDefined &e) const { return AuditText::tr("Set up the queue %1").arg(textOf(e.queue.name)); }
    QString operator()(const AgentDefined &e) const { return AuditText::tr("Set up the agent %1").arg(names.agent(e.agent)); }
    QString operator()(const ServiceRemoved &e) const { return AuditText::tr("Removed the service %1").arg(names.service(e.service)); }
    QString operator()(const QueueRemoved &e) const { return AuditText::tr("Removed the queue %1").arg(names.queue(e.queue)); }
    QString operator()(const AgentRemoved &e) const { return AuditText::tr("Removed the agent %1").arg(names.agent(e.agent)); }
    QString operator()(const DisciplineChanged &e) const { return AuditText::tr("%1 is now called by: %2", "queue, discipline").arg(names.queue(e.queue), words::discipline(e.discipline)); }
    QString operator()(const QueueStatusChanged &e) const
    {
        switch (e.status) {
        case QueueStatus::active: return AuditText::tr("Opened %1", "a queue").arg(names.queue(e.queue));
        case QueueStatus::paused: return AuditText::tr("Paused %1", "a queue").arg(names.queue(e.queue));
        case QueueStatus::closed: return AuditText::tr("Closed %1", "a queue").arg(names.queue(e.queue));
        }
        return {};
    }
    QString operator()(const AgentAssigned &e) const { return AuditText::tr("%1 serves %2, rank %3").arg(names.agent(e.agent), names.queue(e.queue), QString::number(e.rank)); }
    QString operator()(const AgentUnassigned &e) const { return AuditText::tr("%1 no longer serves %2").arg(names.agent(e.agent), names.queue(e.queue)); }

    QString operator()(const AgentSignedIn &e) const
    {
        return e.counter.empty() ? AuditText::tr("%1 began to work").arg(names.agent(e.agent)) : AuditText::tr("%1 began to work: %2", "agent, counter").arg(names.agent(e.agent), words::counter(e.counter));
    }
    QString operator()(const AgentSignedOut &e) const { return AuditText::tr("%1 left the counter").arg(names.agent(e.agent)); }
    QString operator()(const AgentStatusChanged &e) const { return withReason(AuditText::tr("%1 is now: %2", "agent, status").arg(names.agent(e.agent), words::agentStatus(e.status)), e.reason); }
    QString operator()(const BreakArmed &e) const
    {
        return e.armed ? withReason(AuditText::tr("%1 asked for a break after this customer").arg(names.agent(e.agent)), e.reason)
                       : AuditText::tr("%1 no longer asks for a break").arg(names.agent(e.agent));
    }

    QString operator()(const BusinessDayStarted &) const { return AuditText::tr("A new business day began"); }
    QString operator()(const TicketIssued &e) const { return AuditText::tr("Issued %1 for %2", "ticket, queue").arg(textOf(e.number), names.queue(e.queue)); }
    QString operator()(const TicketCalled &e) const
    {
        const QString number = names.ticket(e.ticket);
        const QString call = e.counter.empty() ? AuditText::tr("Called %1", "ticket").arg(number) : AuditText::tr("Called %1: %2", "ticket, counter").arg(number, words::counter(e.counter));
        return e.basis.chosen ? withReason(AuditText::tr("%1, chosen by hand").arg(call), e.basis.reason) : call;
    }
    QString operator()(const TicketRecalled &e) const { return AuditText::tr("Called %1 again").arg(names.ticket(e.ticket)); }
    QString operator()(const ServiceStarted &e) const { return AuditText::tr("Began to serve %1").arg(names.ticket(e.ticket)); }
    QString operator()(const TicketHeld &e) const { return withReason(AuditText::tr("Held %1").arg(names.ticket(e.ticket)), e.reason); }
    QString operator()(const TicketResumed &e) const { return AuditText::tr("Took %1 up again").arg(names.ticket(e.ticket)); }
    QString operator()(const ServiceCompleted &e) const { return AuditText::tr("Finished with %1: %2", "ticket, outcome").arg(names.ticket(e.ticket), words::outcome(e.outcome)); }
    QString operator()(const TicketNotShown &e) const { return AuditText::tr("%1 did not come", "ticket").arg(names.ticket(e.ticket)); }
    QString operator()(const TicketReturned &e) const { return AuditText::tr("Put %1 back into the line").arg(names.ticket(e.ticket)); }
    QString operator()(const TicketTransferred &e) const
    {
        if (e.reservedFor)
            return AuditText::tr("Transferred %1 to %2").arg(names.ticket(e.ticket), names.agent(e.reservedFor));
        return AuditText::tr("Transferred %1 from %2 to %3").arg(names.ticket(e.ticket), names.queue(e.fromQueue), names.queue(e.toQueue));
    }
    QString operator()(const TicketAbandoned &e) const { return AuditText::tr("%1 left without being served", "ticket").arg(names.ticket(e.ticket)); }
    QString operator()(const TicketCancelled &e) const { return AuditText::tr("Cancelled %1").arg(names.ticket(e.ticket)); }
    QString operator()(const PriorityChanged &e) const { return AuditText::tr("%1 has another priority: %2", "ticket, priority").arg(names.ticket(e.ticket), words::priority(e.priority)); }
    QString operator()(const NoteSaved &e) const { return AuditText::tr("Wrote a note on %1").arg(names.ticket(e.ticket)); }

    QString operator()(const SuggestionApplied &e) const
    {
        switch (e.action.kind) {
        case SuggestionKind::transfer: return AuditText::tr("Applied a suggestion: %1 goes to %2").arg(names.ticket(e.action.ticket), names.queue(e.action.toQueue));
        case SuggestionKind::reallocation: return AuditText::tr("Applied a suggestion: %1 serves %2").arg(names.agent(e.action.agent), names.queue(e.action.toQueue));
        case SuggestionKind::discipline: return AuditText::tr("Applied a suggestion: %1 is called by: %2").arg(names.queue(e.action.fromQueue ? e.action.fromQueue : e.action.toQueue), words::discipline(e.action.discipline));
        }
        return {};
    }
    QString operator()(const SuggestionDismissed &e) const { return withReason(AuditText::tr("Dismissed a suggestion"), e.reason); }
    QString operator()(const AlertRaised &e) const { return AuditText::tr("Alert for %1: %2").arg(names.queue(e.queue), words::alertType(e.type)); }
    QString operator()(const AlertUpdated &e) const { return AuditText::tr("An alert is now: %1", "severity").arg(words::severity(e.severity)); }
    QString operator()(const AlertCleared &) const { return AuditText::tr("An alert is over"); }
    QString operator()(const AlertAcknowledged &) const { return AuditText::tr("Acknowledged an alert"); }
    QString operator()(const AlertSnoozed &) const { return AuditText::tr("Snoozed an alert"); }
    QString operator()(const AlertAssigned &e) const { return e.owner.empty() ? AuditText::tr("Nobody looks after an alert any more") : AuditText::tr("%1 looks after an alert").arg(textOf(e.owner)); }
    QString operator()(const HistoryImported &e) const { return AuditText::tr("Imported %Ln past ticket(s) from %1", nullptr, int(e.rows)).arg(textOf(e.source)); }
    QString operator()(const HappenedAt &) const { return AuditText::tr("Done earlier, without the host"); }
    QString operator()(const NumbersGranted &e) const
    {
        return e.blocks.empty() ? AuditText::tr("A desktop no longer has numbers of its own in %1").arg(names.queue(e.queue))
                                : AuditText::tr("A desktop has numbers of its own in %1, for when it is alone").arg(names.queue(e.queue));
    }
    QString operator()(const ConflictNoted &e) const
    {
        return e.conflict.number.empty() ? AuditText::tr("Done without the host and no longer fitting: %1", "the deed").arg(AuditWords::deed(e.conflict.act))
                                         : AuditText::tr("Done without the host and no longer fitting: %1, %2", "the deed, ticket").arg(AuditWords::deed(e.conflict.act), textOf(e.conflict.number));
    }
    QString operator()(const ConflictSettled &e) const { return e.again ? AuditText::tr("Settled a conflict: what the desktop did holds") : AuditText::tr("Settled a conflict: the branch’s story holds"); }
    QString operator()(const ActionUndone &e) const { return AuditText::tr("Took back: %1", "the deed").arg(AuditWords::deed(e.kind)); }

    QString operator()(const TenantDefined &e) const { return AuditText::tr("Set up the organisation %1").arg(textOf(e.tenant.name)); }
    QString operator()(const SiteDefined &e) const { return AuditText::tr("Added the branch %1").arg(textOf(e.site.name)); }
    QString operator()(const UserCreated &e) const { return AuditText::tr("Created the account of %1").arg(names.user(e.user)); }
    QString operator()(const ProfileChanged &e) const
    {
        QStringList fields;
        for (const std::string &field : e.changed)
            fields.append(AuditWords::field(field));
        return fields.isEmpty() ? AuditText::tr("Changed the personal data of %1").arg(names.user(e.user))
                                : AuditText::tr("Changed the personal data of %1: %2").arg(names.user(e.user), fields.join(QStringLiteral(", ")));
    }
    QString operator()(const PlatformRoleChanged &e) const { return AuditText::tr("Role of %1 on the platform: %2").arg(names.user(e.user), platformRoleWord(e.role)); }
    QString operator()(const UserActivityChanged &e) const { return e.active ? AuditText::tr("%1 may sign in again").arg(names.user(e.user)) : AuditText::tr("%1 may no longer sign in").arg(names.user(e.user)); }
    QString operator()(const UserRemoved &e) const { return AuditText::tr("Removed the account of %1").arg(names.user(e.user)); }
    QString operator()(const RoleGranted &e) const { return AuditText::tr("Role of %1 in %2: %3").arg(names.user(e.user), names.tenant(e.tenant), people::role(e.role)); }
    QString operator()(const RoleRevoked &e) const { return AuditText::tr("%1 no longer works in %2").arg(names.user(e.user), names.tenant(e.tenant)); }
    QString operator()(const InvitationMade &e) const { return AuditText::tr("Invited %1").arg(names.user(e.invitation.user)); }
    QString operator()(const InvitationAccepted &e) const { return AuditText::tr("%1 accepted the invitation").arg(names.user(e.user)); }
    QString operator()(const PasswordChanged &e) const
    {
        return e.mustChange ? AuditText::tr("%1 has a new password, to be changed at the next sign-in").arg(names.user(e.user)) : AuditText::tr("%1 has a new password").arg(names.user(e.user));
    }
    QString operator()(const PinChanged &e) const { return e.set ? AuditText::tr("%1 has a new PIN").arg(names.user(e.user)) : AuditText::tr("%1 no longer has a PIN").arg(names.user(e.user)); }
    QString operator()(const SecondFactorChanged &e) const
    {
        return e.on ? AuditText::tr("%1 signs in with a second factor").arg(names.user(e.user)) : AuditText::tr("%1 no longer has a second factor").arg(names.user(e.user));
    }
    QString operator()(const SessionsEnded &e) const { return AuditText::tr("Signed %1 out everywhere").arg(names.user(e.user)); }
    QString operator()(const UserSignedIn &e) const { return e.usedRecoveryCode ? AuditText::tr("Signed in with a recovery code") : AuditText::tr("Signed in"); }
    QString operator()(const SignInFailed &e) const { return e.user ? AuditText::tr("An attempt to sign in failed") : AuditText::tr("An attempt to sign in failed: there is no such account"); }
    QString operator()(const CustomerErased &e) const { return AuditText::tr("Erased the data of %Ln customer record(s)", nullptr, int(e.customers.size())); }
    QString operator()(const CustomerExported &e) const { return AuditText::tr("Exported the data of %Ln customer record(s)", nullptr, int(e.customers.size())); }
    QString operator()(const DeviceAdmitted &e) const { return AuditText::tr("Let the desktop %1 in").arg(QString::fromStdString(e.device.name)); }
    QString operator()(const DeviceRevoked &) const { return AuditText::tr("Shut a desktop out"); }
    QString operator()(const HostChanged &e) const { return AuditText::tr("Made a desktop the host, epoch %1").arg(e.epoch); }
    QString operator()(const AuthoritySet &e) const
    {
        return e.endpoints.empty() ? AuditText::tr("Only a person lets another desktop take over") : AuditText::tr("Desktops take over by themselves");
    }
    QString operator()(const KeyRotated &) const { return AuditText::tr("Sealed the customers’ data with a new key"); }
};

} // namespace

QString eventSentence(const Event &event, const AuditLookup &names)
{
    return std::visit(Teller{names}, event);
}

} // namespace smartqueue::presentation
