#pragma once

#include <QCoreApplication>

#include <smartqueue/presentation/audit_words.h>

namespace smartqueue::presentation {

/// The context of the audit's sentences for translators.
struct AuditText {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::presentation::Audit)
};

/// Names of what an entry mentions: out of the branch of now, else out of the entry itself.
class AuditLookup {
public:
    AuditLookup(const AuditNames &names, const EventBatch &batch) : m_names(names), m_batch(batch) {}

    QString user(UserId id) const;
    QString tenant(TenantId id) const;
    QString site(SiteId id) const;
    QString queue(QueueId id) const;
    QString service(ServiceId id) const;
    QString agent(AgentId id) const;
    /// As the entry defines them; an account is called what it is called now.
    QString agent(const Agent &agent) const;
    QString ticket(TicketId id) const;

private:
    const engine::BranchSnapshot *branch() const;
    /// What the entry defines or defined under this id; null without it.
    template <class Defined, class Id>
    const Defined *defined(Id id) const;

    const AuditNames &m_names;
    const EventBatch &m_batch;
};

QString textOf(const std::string &text);
/// “text”
QString quoted(const std::string &text);
QString platformRoleWord(PlatformRole role);

/// What the event says happened.
QString eventSentence(const Event &event, const AuditLookup &names);

} // namespace smartqueue::presentation
