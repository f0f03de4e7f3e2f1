#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include <smartqueue/engine/audit.h>
#include <smartqueue/engine/installation.h>
#include <smartqueue/presentation/audit_words.h>

namespace smartqueue::presentation {

/// What the audit is narrowed to.
struct AuditFilter {
    /// Words that all stand in an entry: who, what, where or from which device. Case does not matter.
    QString text;
    std::optional<UserId> person;
    std::optional<AuditArea> area;
    std::optional<Instant> from;
    /// The first instant that no longer belongs.
    std::optional<Instant> until;
    std::optional<SiteId> site;

    friend bool operator==(const AuditFilter &a, const AuditFilter &b)
    {
        return a.text == b.text && a.person == b.person && a.area == b.area && a.from == b.from && a.until == b.until && a.site == b.site;
    }
};

/// One entry as the list shows it.
struct AuditLine {
    Sequence sequence = 0;
    Instant at{};
    AuditArea area = AuditArea::setup;
    QString who;
    QString what;
    QString tenant;
    QString branch;
    QString device;
};

/// One entry in full.
struct AuditDetail {
    AuditLine line;
    QString deed;
    QStringList sentences;
    std::vector<AuditChange> changes;
};

struct AuditPart {
    std::vector<AuditLine> lines;
    /// Where to read on; none when the beginning of the log was reached.
    std::optional<Sequence> next;
};

/// The audit for one person at one branch. Reads in the calling thread: call it in the study pool. It asks each time whether the
/// person still may, and fails as engine::auditReach() does.
class AuditReading {
public:
    /// Entries looked at for one part, so that a rare word in a huge log gives way now and then.
    static constexpr int longestLook = 20'000;

    AuditReading(engine::Installation &installation, SiteId site, UserId user, AuditFilter filter);

    /// Newest first, those before `before` (and after `after`), at most `limit` lines.
    Result<AuditPart> part(std::optional<Sequence> before, std::optional<Sequence> after, std::size_t limit) const;
    Result<std::optional<AuditDetail>> detail(Sequence sequence) const;
    /// Everything that matches; `visit` returns false to stop, and gets null now and then while nothing matches.
    Done each(const std::function<bool(const engine::AuditEntry *, const AuditWords &)> &visit) const;
    /// Whether the entry, which just happened, is among them.
    bool shows(const EventBatch &batch) const;
    const AuditFilter &filter() const { return m_filter; }
    /// No part that is being read goes on.
    void giveUp() { *m_givenUp = true; }

private:
    struct Ground;
    Result<Ground> ground() const;
    AuditNames names(const engine::SharedDirectory &directory, TenantId reach) const;
    engine::AuditQuery query() const;
    bool matches(const engine::AuditEntry &entry, const AuditWords &words) const;

    engine::Installation &m_installation;
    SiteId m_site;
    UserId m_user;
    AuditFilter m_filter;
    std::shared_ptr<std::atomic<bool>> m_givenUp = std::make_shared<std::atomic<bool>>(false);
};

AuditLine auditLine(const engine::AuditEntry &entry, const AuditWords &words);

} // namespace smartqueue::presentation
