#include "smartqueue/presentation/audit_reading.h"

#include <algorithm>
#include <map>

namespace smartqueue::presentation {

struct AuditReading::Ground {
    TenantId reach;
    engine::SharedDirectory directory;
    std::unique_ptr<engine::AuditReader> reader;
    AuditWords words;
};

AuditLine auditLine(const engine::AuditEntry &entry, const AuditWords &words)
{
    const EventBatch &batch = entry.batch;
    const QString device = QString::fromStdString(engine::deviceOf(entry));
    return {batch.sequence, batch.at, AuditWords::areaOf(batch.kind), words.who(batch), words.headline(batch), words.tenant(batch), words.branch(batch), device};
}

AuditReading::AuditReading(engine::Installation &installation, SiteId site, UserId user, AuditFilter filter)
    : m_installation(installation), m_site(site), m_user(user), m_filter(std::move(filter))
{
}

AuditNames AuditReading::names(const engine::SharedDirectory &directory, TenantId reach) const
{
    AuditNames names{directory, m_user, {}, {}};
    names.branches[m_site] = m_installation.snapshot(m_site);
    for (const auto &[id, site] : directory->sites) {
        if (!reach || site.tenant == reach)
            names.branches[id] = m_installation.snapshot(id);
    }
    return names;
}

Result<AuditReading::Ground> AuditReading::ground() const
{
    const engine::SharedDirectory directory = m_installation.directory();
    const auto reach = engine::auditReach(*directory, m_user, m_site);
    if (!reach)
        return tl::unexpected(reach.error());
    auto reader = m_installation.openAudit();
    if (!reader)
        return tl::unexpected(reader.error());
    AuditNames known = names(directory, *reach);
    // Readers and numbers for as long as this question takes, in its thread.
    const auto readers = std::make_shared<std::map<SiteId, std::unique_ptr<engine::HistoryReader>>>();
    const auto numbers = std::make_shared<std::map<TicketId, QString>>();
    known.ticketNumber = [&installation = m_installation, readers, numbers, branches = known.branches](TicketId id) -> QString {
        if (const auto found = numbers->find(id); found != numbers->end())
            return found->second;
        const SiteId site = siteOf(id);
        if (!branches.contains(site))
            return {};
        auto &history = (*readers)[site];
        if (!history) {
            auto opened = installation.openReader(site);
            if (!opened)
                return {};
            history = std::move(*opened);
        }
        const auto ticket = history->ticket(id);
        return (*numbers)[id] = ticket && *ticket ? QString::fromStdString((*ticket)->number) : QString();
    };
    return Ground{*reach, directory, std::move(*reader), AuditWords(std::move(known))};
}

engine::AuditQuery AuditReading::query() const
{
    engine::AuditQuery query;
    query.from = m_filter.from;
    query.until = m_filter.until;
    query.site = m_filter.site;
    if (m_filter.area)
        query.kinds = AuditWords::kindsOf(*m_filter.area);
    query.user = m_filter.person;
    return query;
}

bool AuditReading::matches(const engine::AuditEntry &entry, const AuditWords &words) const
{
    if (m_filter.person && engine::personOf(entry.batch) != *m_filter.person)
        return false;
    if (m_filter.text.trimmed().isEmpty())
        return true;
    const AuditLine line = auditLine(entry, words);
    const QString all = QStringList{line.who, line.what, line.tenant, line.branch, line.device}.join(QLatin1Char('\n'));
    const QStringList wanted = m_filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

Result<AuditPart> AuditReading::part(std::optional<Sequence> before, std::optional<Sequence> after, std::size_t limit) const
{
    auto stands = ground();
    if (!stands)
        return tl::unexpected(stands.error());
    engine::AuditQuery asked = query();
    asked.before = before;
    asked.after = after;
    AuditPart part;
    int looked = 0;
    Sequence last = before.value_or(0);
    const Done read = engine::visitAudit(*stands->reader, *stands->directory, stands->reach, asked, [&](const engine::AuditEntry *entry) {
        ++looked;
        if (*m_givenUp)
            return false;
        if (entry) {
            last = entry->batch.sequence;
            if (matches(*entry, stands->words))
                part.lines.push_back(auditLine(*entry, stands->words));
        }
        const bool goesOn = part.lines.size() < limit && (looked < longestLook || !entry);
        if (!goesOn)
            part.next = last;
        return goesOn;
    });
    if (!read)
        return tl::unexpected(read.error());
    return part;
}

Result<std::optional<AuditDetail>> AuditReading::detail(Sequence sequence) const
{
    auto stands = ground();
    if (!stands)
        return tl::unexpected(stands.error());
    engine::AuditQuery asked;
    asked.before = sequence + 1;
    asked.after = sequence - 1;
    auto found = engine::audit(*stands->reader, *stands->directory, stands->reach, asked, 1);
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return std::optional<AuditDetail>();
    const engine::AuditEntry &entry = found->front();
    return std::optional(AuditDetail{auditLine(entry, stands->words), AuditWords::deed(entry.batch.kind), stands->words.sentences(entry.batch),
                                     stands->words.changes(entry.batch)});
}

Done AuditReading::each(const std::function<bool(const engine::AuditEntry *, const AuditWords &)> &visit) const
{
    auto stands = ground();
    if (!stands)
        return tl::unexpected(stands.error());
    return engine::visitAudit(*stands->reader, *stands->directory, stands->reach, query(), [&](const engine::AuditEntry *entry) {
        return visit(entry && matches(*entry, stands->words) ? entry : nullptr, stands->words);
    });
}

bool AuditReading::shows(const EventBatch &batch) const
{
    const engine::SharedDirectory directory = m_installation.directory();
    const auto reach = engine::auditReach(*directory, m_user, m_site);
    if (!reach || (*reach && !engine::concerns(batch, *directory, *reach)))
        return false;
    const bool within = batch.at >= m_filter.from.value_or(Instant::min()) && batch.at < m_filter.until.value_or(Instant::max());
    if (!within || (m_filter.site && batch.site != *m_filter.site) || (m_filter.area && AuditWords::areaOf(batch.kind) != *m_filter.area))
        return false;
    const bool needsWords = !m_filter.text.trimmed().isEmpty();
    return matches({batch, {}}, AuditWords(needsWords ? names(directory, *reach) : AuditNames{}));
}

} // namespace smartqueue::presentation
