#include "smartqueue/queueing/apply.h"

#include <algorithm>

#include <smartqueue/domain/limits.h>

#include "figures.h"
#include "undo_image.h"

namespace smartqueue::queueing {

namespace {

class Applier {
public:
    Applier(BranchState &state, const EventBatch &batch) : m_state(state), m_batch(batch) {}

    void run()
    {
        m_state.at = std::max(m_state.at, m_batch.at);
        m_state.sequence = m_batch.sequence;
        rememberForUndo(m_state, m_batch);
        for (const Event &event : m_batch.events)
            std::visit([this](const auto &e) { on(e); }, event);
        // Last, because the batch may bring back a ticket that was about to be forgotten.
        forgetOld();
    }

private:
    Ticket &ticket(TicketId id) { return m_state.tickets.at(id); }
    Agent &agent(AgentId id) { return m_state.agents.at(id); }
    QueueState &queue(QueueId id) { return m_state.queues.at(id); }
    void madeId(std::int64_t id) { m_state.lastId = std::max(m_state.lastId, id); }

    void forgetOld()
    {
        while (!m_state.closed.empty()) {
            const auto found = m_state.tickets.find(m_state.closed.front());
            const bool stillClosed = found != m_state.tickets.end() && found->second.closedAt;
            if (stillClosed && m_batch.at - *found->second.closedAt < limits::closedTicketsStay)
                break;
            if (stillClosed) {
                const auto number = m_state.numbers.find(found->second.number);
                if (number != m_state.numbers.end() && number->second == found->first)
                    m_state.numbers.erase(number);
                m_state.tickets.erase(found);
            }
            m_state.closed.pop_front();
        }
        while (!m_state.undoable.empty() && m_batch.at - m_state.undoable.front().at > 2 * m_state.branch.undoWindow)
            m_state.undoable.pop_front();
    }

    // Lines.

    void joinLine(const Ticket &t)
    {
        if (t.reservedFor) {
            auto &reserved = queue(t.queue).reserved;
            const auto behind = std::find_if(reserved.begin(), reserved.end(), [&](TicketId other) {
                return comesBefore({t.place, t.id}, {ticket(other).place, other}, Discipline::fifo, {}, {});
            });
            reserved.insert(behind, t.id);
        } else
            queue(t.queue).line.join({t.place, t.id});
    }

    void leaveLine(const Ticket &t)
    {
        if (t.reservedFor)
            std::erase(queue(t.queue).reserved, t.id);
        else
            queue(t.queue).line.leave({t.place, t.id});
    }

    // Endings.

    void close(Ticket &t, TicketState state, LegEnd end)
    {
        const bool waited = t.state == TicketState::waiting;
        if (waited)
            leaveLine(t);
        endHold(t);
        t.state = state;
        t.closedAt = m_batch.at;
        t.leg().endedAt = m_batch.at;
        t.leg().end = end;
        t.revision = m_batch.sequence;
        if (waited)
            queue(t.queue).waited += m_batch.at - t.leg().waitingSince;
        countClosed(m_state, t, +1);
        m_state.closed.push_back(t.id);
    }

    void endHold(Ticket &t)
    {
        if (!t.heldSince)
            return;
        t.leg().held += m_batch.at - *t.heldSince;
        t.heldSince.reset();
        t.holdReason.clear();
    }

    /// The ticket waits again: a new leg, in `queueId` at `place`.
    void waitAgain(Ticket &t, LegEnd end, QueueId queueId, const Place &place, AgentId reservedFor)
    {
        if (t.state == TicketState::waiting) {
            leaveLine(t);
            queue(t.queue).waited += m_batch.at - t.leg().waitingSince;
        } else if (!isOpen(t.state)) {
            countClosed(m_state, t, -1);
            t.closedAt.reset();
        }
        if (t.agent)
            release(t.agent, t.id);
        endHold(t);
        t.leg().endedAt = m_batch.at;
        t.leg().end = end;
        Leg next;
        next.queue = queueId;
        next.waitingSince = m_batch.at;
        t.legs.push_back(std::move(next));
        t.queue = queueId;
        t.place = place;
        t.agent = {};
        t.reservedFor = reservedFor;
        t.outcome.clear();
        t.state = TicketState::waiting;
        t.revision = m_batch.sequence;
        joinLine(t);
    }

    // Agents.

    void setStatus(Agent &a, AgentStatus status, const std::string &reason)
    {
        if (a.status != status || a.statusReason != reason)
            a.statusSince = m_batch.at;
        a.status = status;
        a.statusReason = reason;
        a.revision = m_batch.sequence;
    }

    /// The agent has no ticket any more; a break asked for meanwhile begins.
    void release(AgentId id, TicketId held)
    {
        const auto found = m_state.agents.find(id);
        if (found == m_state.agents.end() || found->second.current != held)
            return;
        Agent &a = found->second;
        a.current = {};
        setStatus(a, a.breakArmed ? AgentStatus::paused : AgentStatus::available, a.armedReason);
        a.breakArmed = false;
        a.armedReason.clear();
    }

    void take(AgentId id, TicketId ticketId)
    {
        Agent &a = agent(id);
        a.current = ticketId;
        setStatus(a, AgentStatus::busy, {});
    }

    // Setup.

    void on(const BranchDefined &e) { m_state.branch = e.branch; }
    void on(const ServiceDefined &e)
    {
        m_state.services[e.service.id] = e.service;
        madeId(e.service.id.value);
    }
    void on(const QueueDefined &e)
    {
        m_state.queues[e.queue.id].config = e.queue;
        madeId(e.queue.id.value);
    }
    void on(const AgentDefined &e)
    {
        Agent &a = m_state.agents[e.agent.id];
        a.id = e.agent.id;
        a.name = e.agent.name;
        a.skills = e.agent.skills;
        a.assignments = e.agent.assignments;
        madeId(e.agent.id.value);
    }
    void on(const ServiceRemoved &e) { m_state.services.erase(e.service); }
    void on(const QueueRemoved &e)
    {
        m_state.queues.erase(e.queue);
        for (auto &[id, a] : m_state.agents)
            std::erase_if(a.assignments, [&](const Assignment &assignment) { return assignment.queue == e.queue; });
        for (auto alert = m_state.alerts.begin(); alert != m_state.alerts.end();)
            alert = alert->second.queue == e.queue ? m_state.alerts.erase(alert) : std::next(alert);
        // Closed tickets of a queue that is gone could not be taken back any more.
        for (const TicketId id : m_state.closed) {
            const auto found = m_state.tickets.find(id);
            if (found == m_state.tickets.end() || found->second.queue != e.queue)
                continue;
            m_state.numbers.erase(found->second.number);
            m_state.tickets.erase(found);
        }
        m_state.undoable.clear();
    }
    void on(const AgentRemoved &e)
    {
        m_state.agents.erase(e.agent);
        std::erase_if(m_state.undoable, [&](const UndoRecord &record) {
            return std::any_of(record.agents.begin(), record.agents.end(), [&](const Agent &a) { return a.id == e.agent; });
        });
    }
    void on(const DisciplineChanged &e) { queue(e.queue).config.discipline = e.discipline; }
    void on(const QueueStatusChanged &e) { queue(e.queue).config.status = e.status; }
    void on(const AgentAssigned &e)
    {
        auto &assignments = agent(e.agent).assignments;
        std::erase_if(assignments, [&](const Assignment &a) { return a.queue == e.queue; });
        const auto behind = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment &a) { return a.rank > e.rank; });
        assignments.insert(behind, {e.queue, e.rank});
    }
    void on(const AgentUnassigned &e)
    {
        std::erase_if(agent(e.agent).assignments, [&](const Assignment &a) { return a.queue == e.queue; });
    }

    void on(const AgentSignedIn &e)
    {
        Agent &a = agent(e.agent);
        a.counter = e.counter;
        setStatus(a, AgentStatus::available, {});
    }
    void on(const AgentSignedOut &e)
    {
        Agent &a = agent(e.agent);
        setStatus(a, AgentStatus::offline, {});
        a.counter.clear();
        a.breakArmed = false;
        a.armedReason.clear();
        // A ticket kept for somebody who has left would wait for nobody.
        for (auto &[id, q] : m_state.queues) {
            const std::vector<TicketId> reserved = q.reserved;
            for (const TicketId ticketId : reserved) {
                Ticket &t = ticket(ticketId);
                if (t.reservedFor != e.agent)
                    continue;
                leaveLine(t);
                t.reservedFor = {};
                joinLine(t);
            }
        }
    }
    void on(const AgentStatusChanged &e) { setStatus(agent(e.agent), e.status, e.reason); }
    void on(const BreakArmed &e)
    {
        Agent &a = agent(e.agent);
        a.breakArmed = e.armed;
        a.armedReason = e.reason;
    }

    // Tickets.

    void on(const BusinessDayStarted &e)
    {
        m_state.businessDay = e.day;
        m_state.dayStartedAt = m_batch.at;
        for (auto &[id, q] : m_state.queues)
            q.today = {};
        for (auto &[prefix, numbering] : m_state.numbering) {
            numbering.today = 0;
            if (!m_state.branch.numberReset.never)
                numbering.last = 0;
        }
        m_state.decided.clear();
        for (auto alert = m_state.alerts.begin(); alert != m_state.alerts.end();)
            alert = alert->second.clearedAt ? m_state.alerts.erase(alert) : std::next(alert);
    }
    void on(const TicketIssued &e)
    {
        Ticket t;
        t.id = e.ticket;
        t.number = e.number;
        t.queue = e.queue;
        t.service = e.service;
        t.priority = e.priority;
        t.channel = e.channel;
        t.customer = e.customer;
        t.businessDay = e.businessDay;
        t.arrivedAt = m_batch.at;
        t.place = {e.priority, m_batch.at, 0};
        t.promise = e.promise;
        t.reservedFor = e.reservedFor;
        t.revision = m_batch.sequence;
        Leg leg;
        leg.queue = e.queue;
        leg.waitingSince = m_batch.at;
        t.legs.push_back(std::move(leg));
        madeId(e.ticket.value);
        QueueState &q = queue(e.queue);
        if (e.sequence > 0) {
            Numbering &numbering = m_state.numbering[q.config.prefix];
            numbering.last = e.sequence;
            ++numbering.today;
        }
        ++q.today.issued;
        m_state.numbers[e.number] = e.ticket;
        joinLine(t);
        m_state.tickets.emplace(e.ticket, std::move(t));
    }
    void on(const TicketCalled &e)
    {
        Ticket &t = ticket(e.ticket);
        leaveLine(t);
        t.state = TicketState::called;
        t.agent = e.agent;
        t.reservedFor = {};
        t.revision = m_batch.sequence;
        Leg &leg = t.leg();
        leg.calledAt = m_batch.at;
        leg.agent = e.agent;
        leg.counter = e.counter;
        queue(t.queue).waited += m_batch.at - leg.waitingSince;
        take(e.agent, e.ticket);
    }
    void on(const TicketRecalled &e) { ++ticket(e.ticket).leg().recalls; }
    void on(const ServiceStarted &e)
    {
        Ticket &t = ticket(e.ticket);
        t.state = TicketState::serving;
        t.leg().startedAt = m_batch.at;
        t.revision = m_batch.sequence;
    }
    void on(const TicketHeld &e)
    {
        Ticket &t = ticket(e.ticket);
        t.state = TicketState::held;
        t.heldSince = m_batch.at;
        t.holdReason = e.reason;
        t.revision = m_batch.sequence;
        release(e.agent, e.ticket);
    }
    void on(const TicketResumed &e)
    {
        Ticket &t = ticket(e.ticket);
        if (t.leg().startedAt) {
            endHold(t);
        } else {
            // Held before the service began: the hold is part of the walk, not of the service.
            t.heldSince.reset();
            t.holdReason.clear();
            t.leg().startedAt = m_batch.at;
        }
        t.state = TicketState::serving;
        t.agent = e.agent;
        t.leg().agent = e.agent;
        t.leg().counter = agent(e.agent).counter;
        t.revision = m_batch.sequence;
        take(e.agent, e.ticket);
    }
    void on(const ServiceCompleted &e)
    {
        Ticket &t = ticket(e.ticket);
        t.outcome = e.outcome;
        close(t, TicketState::completed, LegEnd::completed);
        release(e.agent, e.ticket);
    }
    void on(const TicketNotShown &e)
    {
        close(ticket(e.ticket), TicketState::noShow, LegEnd::noShow);
        release(e.agent, e.ticket);
    }
    void on(const TicketReturned &e)
    {
        Ticket &t = ticket(e.ticket);
        waitAgain(t, LegEnd::returned, t.queue, e.place, {});
    }
    void on(const TicketTransferred &e)
    {
        Ticket &t = ticket(e.ticket);
        t.priority = e.priority;
        t.service = e.service;
        waitAgain(t, LegEnd::transferred, e.toQueue, {e.priority, t.arrivedAt, 0}, e.reservedFor);
    }
    void on(const TicketAbandoned &e) { close(ticket(e.ticket), TicketState::abandoned, LegEnd::abandoned); }
    void on(const TicketCancelled &e) { close(ticket(e.ticket), TicketState::cancelled, LegEnd::cancelled); }
    void on(const PriorityChanged &e)
    {
        Ticket &t = ticket(e.ticket);
        const bool waiting = t.state == TicketState::waiting;
        if (waiting)
            leaveLine(t);
        t.priority = e.priority;
        t.place.priority = e.priority;
        t.revision = m_batch.sequence;
        if (waiting)
            joinLine(t);
    }
    void on(const NoteSaved &e)
    {
        if (const auto found = m_state.tickets.find(e.ticket); found != m_state.tickets.end())
            found->second.noted = true;
    }

    // Supervision.

    void on(const SuggestionApplied &e)
    {
        m_state.decided.push_back({e.suggestion, m_batch.at, false, false, {}, e.action, m_batch.command});
    }
    void on(const SuggestionDismissed &e)
    {
        m_state.decided.push_back({e.suggestion, m_batch.at, true, false, e.reason, {}, m_batch.command});
    }
    void on(const AlertRaised &e)
    {
        Alert alert;
        alert.id = e.alert;
        alert.type = e.type;
        alert.severity = e.severity;
        alert.queue = e.queue;
        alert.value = e.value;
        alert.raisedAt = m_batch.at;
        m_state.alerts[e.alert] = alert;
        madeId(e.alert.value);
    }
    void on(const AlertUpdated &e)
    {
        Alert &alert = m_state.alerts.at(e.alert);
        // Worse than what was acknowledged is news again.
        if (e.severity > alert.severity)
            alert.acknowledgedAt.reset();
        alert.severity = e.severity;
        alert.value = e.value;
    }
    void on(const AlertCleared &e) { m_state.alerts.at(e.alert).clearedAt = m_batch.at; }
    void on(const AlertAcknowledged &e) { m_state.alerts.at(e.alert).acknowledgedAt = m_batch.at; }
    void on(const AlertSnoozed &e) { m_state.alerts.at(e.alert).snoozedUntil = e.until; }
    void on(const AlertAssigned &e) { m_state.alerts.at(e.alert).owner = e.owner; }
    void on(const HistoryImported &e)
    {
        for (const QueueHistory &history : e.queues) {
            const auto found = m_state.queues.find(history.queue);
            if (found == m_state.queues.end())
                continue;
            QueueState &q = found->second;
            q.abandonments += history.abandonments;
            q.waited += history.waited;
            // What the branch has measured itself is newer than any import.
            std::vector<FinishedService> services;
            for (const Duration duration : history.services)
                services.push_back({{}, duration});
            services.insert(services.end(), q.services.begin(), q.services.end());
            if (services.size() > limits::serviceHistory)
                services.erase(services.begin(), services.end() - std::ptrdiff_t(limits::serviceHistory));
            q.services = std::move(services);
        }
    }
    void on(const ActionUndone &e)
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
            const Instant since = a.status == restored.status ? a.statusSince : m_batch.at;
            a = restored;
            a.statusSince = since;
            a.revision = m_batch.sequence;
        }
        for (const Queue &restored : e.queues)
            queue(restored.id).config = restored;
        std::erase_if(m_state.undoable, [&](const UndoRecord &record) { return record.sequence == e.undone; });
        for (DecidedSuggestion &decided : m_state.decided) {
            if (!e.suggestion.empty() && decided.id == e.suggestion && !decided.undone && !decided.dismissed)
                decided.undone = true;
        }
    }

    BranchState &m_state;
    const EventBatch &m_batch;
};

} // namespace

void apply(BranchState &state, const EventBatch &batch)
{
    Applier(state, batch).run();
}

} // namespace smartqueue::queueing
