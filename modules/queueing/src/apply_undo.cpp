#include <algorithm>

#include "applier.h"
#include "figures.h"

namespace smartqueue::queueing {

void Applier::on(const ActionUndone &e)
{
    for (const Ticket &restored : e.tickets) {
        Ticket &t = ticket(restored.id);
        if (t.state == TicketState::waiting)
            leaveLine(t);
        if (!isOpen(t.state))
            countClosed(m_state, t, -1);
        countWaits(m_state, t, -1);
        t = restored;
        t.revision = m_batch.sequence;
        countWaits(m_state, t, +1);
        if (!isOpen(t.state))
            countClosed(m_state, t, +1);
        if (t.state == TicketState::waiting)
            joinLine(t);
    }
    for (const Agent &restored : e.agents) {
        Agent &a = agent(restored.id);
        const Instant since = a.status == restored.status ? a.statusSince : m_at;
        std::string name = std::move(a.name);
        a = restored;
        a.name = std::move(name);
        a.statusSince = since;
        a.revision = m_batch.sequence;
    }
    for (const Queue &restored : e.queues)
        queue(restored.id).config = restored;
    const auto record = std::find_if(m_state.undoable.begin(), m_state.undoable.end(), [&](const UndoRecord &each) { return each.sequence == e.undone; });
    if (record == m_state.undoable.end())
        return;
    // The same may have been applied before, and stays.
    for (DecidedSuggestion &decided : m_state.decided) {
        if (decided.id == record->suggestion && decided.at == record->at && decided.command == record->command && !decided.dismissed)
            decided.undone = true;
    }
    m_state.undoable.erase(record);
}

} // namespace smartqueue::queueing
