#include "recorded_visits.h"

#include <algorithm>

#include <smartqueue/domain/checks.h>
#include <smartqueue/queueing/apply.h>

namespace smartqueue::presentation {

namespace {

using simulation::RecordedPresence;
using simulation::RecordedVisit;

/// Of one branch on one afternoon.
constexpr int mostVisits = 20'000;

std::optional<Instant> knownBy(const std::optional<Instant> &at, Instant end)
{
    return at && *at <= end ? at : std::nullopt;
}

void addEnd(RecordedVisit &visit, const Leg &leg, Instant end)
{
    visit.calledAt = knownBy(leg.calledAt, end);
    const auto startedAt = knownBy(leg.startedAt, end);
    const auto endedAt = knownBy(leg.endedAt, end);
    if (!visit.calledAt) {
        visit.leftAt = endedAt;
        return;
    }
    if (startedAt) {
        visit.walk = std::max(Duration(0), *startedAt - *visit.calledAt - leg.heldBefore);
        if (endedAt)
            visit.service = std::max(Duration(0), *endedAt - *startedAt - leg.held);
    } else if (endedAt) {
        visit.comes = false;
        visit.walk = *endedAt - *visit.calledAt;
    }
}

/// From that leg on.
void addVisits(std::vector<RecordedVisit> &visits, const Ticket &ticket, std::size_t first, bool wasThere, Instant end)
{
    bool waitsOn = false;
    for (std::size_t i = first; i < ticket.legs.size() && ticket.legs[i].waitingSince <= end; ++i) {
        const Leg &leg = ticket.legs[i];
        if (!waitsOn) {
            RecordedVisit visit;
            visit.ticket = wasThere && i == first ? ticket.id : TicketId();
            visit.queue = leg.queue;
            visit.priority = ticket.priority;
            visit.arrivedAt = leg.waitingSince;
            visits.push_back(visit);
        }
        waitsOn = !leg.calledAt && (leg.end == LegEnd::transferred || leg.end == LegEnd::returned);
        if (!waitsOn)
            addEnd(visits.back(), leg, end);
    }
}

/// Who comes and goes, batch by batch.
class Attendance {
public:
    Attendance(const queueing::BranchState &before, Instant from) : m_state(before)
    {
        for (const auto &[id, agent] : m_state.agents) {
            if (isThere(agent))
                m_presences[id] = {{from, std::nullopt}};
        }
    }

    void take(const EventBatch &batch)
    {
        queueing::apply(m_state, batch);
        for (const auto &[id, agent] : m_state.agents) {
            std::vector<RecordedPresence> &presences = m_presences[id];
            const bool wasThere = !presences.empty() && !presences.back().ends;
            if (isThere(agent) == wasThere)
                continue;
            if (wasThere)
                presences.back().ends = batch.at;
            else
                presences.push_back({batch.at, std::nullopt});
        }
    }

    std::map<AgentId, std::vector<RecordedPresence>> finish()
    {
        for (auto &[id, presences] : m_presences)
            std::erase_if(presences, [](const RecordedPresence &each) { return each.ends == each.begins; });
        return std::move(m_presences);
    }

private:
    static bool isThere(const Agent &agent) { return agent.status == AgentStatus::available || agent.current; }

    queueing::BranchState m_state;
    std::map<AgentId, std::vector<RecordedPresence>> m_presences;
};

} // namespace

Result<std::vector<RecordedVisit>> recordedVisits(engine::HistoryReader &reader, const queueing::BranchState &before, const RecordedSpan &span)
{
    std::vector<RecordedVisit> visits;
    const auto add = [&](TicketId id, std::size_t first, bool wasThere) -> Done {
        const auto ticket = reader.ticket(id);
        SQ_CHECK(ticket);
        if (*ticket)
            addVisits(visits, **ticket, first, wasThere, span.until);
        return {};
    };
    for (const auto &[id, ticket] : before.tickets) {
        if (isOpen(ticket.state))
            SQ_CHECK(add(id, ticket.legs.size() - 1, true));
    }
    engine::TicketQuery query;
    query.from = span.from;
    query.until = span.until;
    query.descending = false;
    query.limit = mostVisits;
    const auto rows = reader.tickets(query);
    SQ_CHECK(rows);
    for (const engine::TicketRow &row : *rows) {
        if (!before.ticket(row.id) && !row.imported)
            SQ_CHECK(add(row.id, 0, false));
    }
    return visits;
}

Result<std::map<AgentId, std::vector<RecordedPresence>>> recordedPresences(engine::HistoryReader &reader, const queueing::BranchState &before,
                                                                           const RecordedSpan &span)
{
    Attendance attendance(before, span.from);
    const Done read = reader.readLog(before.sequence, span.until, [&](const EventBatch &batch) {
        attendance.take(batch);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return attendance.finish();
}

} // namespace smartqueue::presentation
