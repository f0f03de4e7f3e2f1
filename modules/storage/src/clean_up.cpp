#include "clean_up.h"

#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/domain/values.h>

#include "statement.h"

namespace smartqueue::storage {

std::optional<Instant> retainedFrom(Connection &connection)
{
    Statement bound(connection, "SELECT value FROM meta WHERE key = 'retained_from'");
    auto rows = bound.query();
    return rows.next() ? std::optional(rows.instant(0)) : std::nullopt;
}

std::int64_t cleanUp(Connection &writer, Instant before)
{
    Transaction transaction(writer);
    if (const auto last = retainedFrom(writer); last && before <= *last)
        return 0;
    writer.execute("DELETE FROM personal WHERE key IN (SELECT customer FROM archived_tickets WHERE customer <> '')"
                   " AND key NOT IN (SELECT customer FROM tickets WHERE customer <> '')");
    {
        Statement forget(writer, "DELETE FROM personal WHERE key = ?");
        Statement archived(writer, "SELECT id FROM archived_tickets");
        auto rows = archived.query();
        while (rows.next())
            forget.run(noteKey(rows.id<TicketId>(0)));
    }
    writer.execute("DELETE FROM legs WHERE ticket IN (SELECT id FROM archived_tickets)");
    writer.execute("DELETE FROM ticket_batches WHERE ticket IN (SELECT id FROM archived_tickets)");
    writer.execute("DELETE FROM archived_tickets");

    static_assert(int(TicketState::completed) == 4, "the states from 4 on are the closed ones");
    Statement archive(writer, "INSERT INTO archived_tickets SELECT * FROM tickets WHERE arrived_at < ? AND state >= 4 AND imported = 0");
    const std::int64_t moved = archive.run(before);
    Statement(writer, "DELETE FROM tickets WHERE arrived_at < ? AND state >= 4 AND imported = 0").run(before);
    Statement(writer, "INSERT INTO meta (key, value) VALUES ('retained_from', ?)"
                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .run(before);
    transaction.commit();
    return moved;
}

} // namespace smartqueue::storage
