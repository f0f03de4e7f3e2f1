#include "audit_lookup.h"

#include <smartqueue/accounts/scope.h>
#include <smartqueue/presentation/people.h>

namespace smartqueue::presentation {

namespace {

auto idOf(const QueueDefined &e) { return e.queue.id; }
auto idOf(const ServiceDefined &e) { return e.service.id; }
auto idOf(const AgentDefined &e) { return e.agent.id; }
auto idOf(const TicketIssued &e) { return e.ticket; }
auto idOf(const TenantDefined &e) { return e.tenant.id; }
auto idOf(const SiteDefined &e) { return e.site.id; }

} // namespace

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

QString quoted(const std::string &text)
{
    return AuditText::tr("“%1”", "quotation").arg(textOf(text));
}

QString platformRoleWord(PlatformRole role)
{
    switch (role) {
    case PlatformRole::none: return AuditText::tr("None", "role on the platform");
    case PlatformRole::staff: return AuditText::tr("Platform staff");
    case PlatformRole::superadmin: return AuditText::tr("Superadmin");
    }
    return {};
}

const engine::BranchSnapshot *AuditLookup::branch() const
{
    const auto found = m_names.branches.find(m_batch.site);
    return found == m_names.branches.end() ? nullptr : found->second.get();
}

template <class Defined, class Id>
const Defined *AuditLookup::defined(Id id) const
{
    for (const auto *events : {&m_batch.events, &m_batch.before}) {
        for (const Event &event : *events) {
            const auto *found = std::get_if<Defined>(&event);
            if (found && idOf(*found) == id)
                return found;
        }
    }
    return nullptr;
}

QString AuditLookup::user(UserId id) const
{
    if (id == theProgram)
        return QStringLiteral("SmartQueue");
    if (!id)
        return AuditText::tr("The owner");
    const User *known = m_names.directory ? m_names.directory->user(id) : nullptr;
    if (!known)
        return AuditText::tr("Somebody unknown");
    if (!accounts::sees(*m_names.directory, m_names.reader, *known))
        return known->platform == PlatformRole::none ? AuditText::tr("Somebody of another organisation") : AuditText::tr("The platform’s people");
    const QString name = people::name(*m_names.directory, id);
    return name.isEmpty() ? AuditText::tr("Somebody who is gone") : name;
}

QString AuditLookup::tenant(TenantId id) const
{
    if (const auto *own = defined<TenantDefined>(id))
        return textOf(own->tenant.name);
    const Tenant *known = m_names.directory ? m_names.directory->tenant(id) : nullptr;
    return known ? textOf(known->name) : AuditText::tr("an organisation");
}

QString AuditLookup::site(SiteId id) const
{
    if (const auto *own = defined<SiteDefined>(id))
        return textOf(own->site.name);
    const Site *known = m_names.directory ? m_names.directory->site(id) : nullptr;
    return known ? textOf(known->name) : QString();
}

QString AuditLookup::queue(QueueId id) const
{
    if (const auto *own = defined<QueueDefined>(id))
        return textOf(own->queue.name);
    const auto *known = branch() ? branch()->state.queue(id) : nullptr;
    return known ? textOf(known->config.name) : AuditText::tr("a queue that is gone");
}

QString AuditLookup::service(ServiceId id) const
{
    if (const auto *own = defined<ServiceDefined>(id))
        return textOf(own->service.name);
    const auto *known = branch() ? branch()->state.service(id) : nullptr;
    return known ? textOf(known->name) : AuditText::tr("a service that is gone");
}

QString AuditLookup::agent(AgentId id) const
{
    if (const auto *own = defined<AgentDefined>(id))
        return agent(own->agent);
    const auto *known = branch() ? branch()->state.agent(id) : nullptr;
    return known ? textOf(known->name) : AuditText::tr("an agent who is gone");
}

QString AuditLookup::agent(const Agent &agent) const
{
    return agent.name.empty() && agent.user ? user(agent.user) : textOf(agent.name);
}

QString AuditLookup::ticket(TicketId id) const
{
    if (const auto *own = defined<TicketIssued>(id))
        return textOf(own->number);
    if (const auto *known = branch() ? branch()->state.ticket(id) : nullptr)
        return textOf(known->number);
    const QString number = m_names.ticketNumber ? m_names.ticketNumber(id) : QString();
    return number.isEmpty() ? AuditText::tr("a ticket that is gone") : number;
}

} // namespace smartqueue::presentation
