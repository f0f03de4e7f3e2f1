#include "clean_up.h"

#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/domain/values.h>

#include "statement.h"

namespace smartqueue::storage {

namespace {

/// Databases of one branch kept it without the site.
std::string boundKey(SiteId site)
{
    return site == firstSite ? "retained_from" : "retained_from/" + std::to_string(site.value);
}

} // namespace

std::optional<Instant> retainedFrom(Connection &connection, SiteId site)
{
    const std::string key = boundKey(site);
    Statement bound(connection, "SELECT value FROM meta WHERE key = ?");
    auto rows = bound.query(key);
    return rows.next() ? std::optional(rows.instant(0)) : std::nullopt;
}

std::int64_t cleanUp(Connection &writer, SiteId site, Instant before)
{
    Transaction transaction(writer);
    if (const auto last = retainedFrom(writer, site); last && before <= *last)
        return 0;
    const std::int64_t range = site.value - 1;
    Statement(writer, "DELETE FROM personal WHERE key IN (SELECT customer FROM archived_tickets WHERE customer <> '' AND queue >> 32 = ?)"
                      " AND key NOT IN (SELECT customer FROM tickets WHERE customer <> '')")
        .run(range);
    {
        Statement forget(writer, "DELETE FROM personal WHERE key = ?");
        Statement archived(writer, "SELECT id FROM archived_tickets WHERE queue >> 32 = ?");
        auto rows = archived.query(range);
        while (rows.next())
            forget.run(noteKey(rows.id<TicketId>(0)));
    }
    Statement(writer, "DELETE FROM legs WHERE ticket IN (SELECT id FROM archived_tickets WHERE queue >> 32 = ?)").run(range);
    Statement(writer, "DELETE FROM ticket_batches WHERE ticket IN (SELECT id FROM archived_tickets WHERE queue >> 32 = ?)").run(range);
    Statement(writer, "DELETE FROM archived_tickets WHERE queue >> 32 = ?").run(range);

    static_assert(int(TicketState::completed) == 4, "the states from 4 on are the closed ones");
    Statement archive(writer, "INSERT INTO archived_tickets SELECT * FROM tickets WHERE queue >> 32 = ? AND arrived_at < ? AND state >= 4 AND imported = 0");
    const std::int64_t moved = archive.run(range, before);
    Statement(writer, "DELETE FROM tickets WHERE queue >> 32 = ? AND arrived_at < ? AND state >= 4 AND imported = 0").run(range, before);
    Statement(writer, "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .run(boundKey(site), before);
    transaction.commit();
    return moved;
}

} // namespace smartqueue::storage
