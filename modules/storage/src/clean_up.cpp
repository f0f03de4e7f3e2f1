#include "clean_up.h"

#include <smartqueue/domain/values.h>

#include "statement.h"

namespace smartqueue::storage {

std::int64_t cleanUp(Connection &writer, Instant before)
{
    Transaction transaction(writer);
    writer.execute("DELETE FROM personal WHERE key IN (SELECT customer FROM archived_tickets WHERE customer <> '')"
                   " AND key NOT IN (SELECT customer FROM tickets WHERE customer <> '')");
    writer.execute("DELETE FROM personal WHERE key IN (SELECT 'note-' || id FROM archived_tickets)");
    writer.execute("DELETE FROM legs WHERE ticket IN (SELECT id FROM archived_tickets)");
    writer.execute("DELETE FROM ticket_batches WHERE ticket IN (SELECT id FROM archived_tickets)");
    writer.execute("DELETE FROM archived_tickets");

    static_assert(int(TicketState::completed) == 4, "the states from 4 on are the closed ones");
    Statement archive(writer, "INSERT INTO archived_tickets SELECT * FROM tickets WHERE arrived_at < ? AND state >= 4");
    const std::int64_t moved = archive.run(before);
    Statement(writer, "DELETE FROM tickets WHERE arrived_at < ? AND state >= 4").run(before);
    Statement(writer, "INSERT INTO meta (key, value) VALUES ('retained_from', ?)"
                      " ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)")
        .run(before);
    transaction.commit();
    return moved;
}

} // namespace smartqueue::storage
