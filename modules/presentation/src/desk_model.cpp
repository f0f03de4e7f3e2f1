#include <smartqueue/presentation/desk_model.h>

#include <algorithm>
#include <map>
#include <set>

#include <QCoreApplication>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

namespace smartqueue::presentation {

namespace {

using engine::BranchSnapshot;

/// The texts of the desk.
struct Desk {
    Q_DECLARE_TR_FUNCTIONS(Desk)

public:
    static QString reasonOf(const BranchSnapshot &snapshot, const queueing::Choice &choice, bool firstOfRank)
    {
        const CallBasis &basis = choice.basis;
        const Ticket *ticket = snapshot.state.ticket(choice.ticket);
        const queueing::QueueState *queue = ticket ? snapshot.state.queue(ticket->queue) : nullptr;
        if (basis.reserved)
            return tr("kept for you");
        if (queue && basis.discipline == Discipline::sla && basis.pastSla) {
            const Instant due = basis.place.since + snapshot.state.slaOf(queue->config);
            return tr("was due by %1", "time of day").arg(words::timeOfDay(due, snapshot.zone));
        }
        if (basis.discipline != Discipline::fifo && basis.place.priority > 0)
            return tr("priority %1").arg(basis.place.priority);
        if (firstOfRank)
            return tr("first in rank %1").arg(basis.rank);
        return tr("in order of arrival");
    }

    static QString ruleOf(const BranchSnapshot &snapshot, const Agent &agent, bool anyReserved)
    {
        bool priority = false;
        bool sla = false;
        for (const Assignment &assignment : agent.assignments) {
            const queueing::QueueState *queue = snapshot.state.queue(assignment.queue);
            priority = priority || (queue && queue->config.discipline == Discipline::priority);
            sla = sla || (queue && queue->config.discipline == Discipline::sla);
        }
        QString rule = sla ? tr("Your rank, then those past their target, then priority, then arrival.")
            : priority     ? tr("Your rank, then priority, then arrival.")
                           : tr("Your rank, then arrival.");
        if (anyReserved)
            rule = tr("Those kept for you first. %1").arg(rule);
        return rule;
    }
};

std::optional<DeskTicket> currentOf(const BranchSnapshot &snapshot, const Agent &agent, Instant now)
{
    const Ticket *ticket = agent.current ? snapshot.state.ticket(agent.current) : nullptr;
    if (!ticket)
        return std::nullopt;
    const Leg &leg = ticket->leg();
    DeskTicket desk;
    desk.id = ticket->id;
    desk.number = QString::fromStdString(ticket->number);
    if (const Service *service = snapshot.state.service(ticket->service))
        desk.service = QString::fromStdString(service->name);
    desk.queue = queueName(snapshot, ticket->queue);
    desk.priority = ticket->priority;
    desk.channel = QString::fromStdString(ticket->channel);
    desk.state = ticket->state;
    desk.calledAt = leg.calledAt.value_or(leg.waitingSince);
    desk.startedAt = leg.startedAt;
    desk.waited = waitedBy(*ticket, now);
    if (ticket->promise) {
        desk.promise = words::waitRange(ticket->promise->low, ticket->promise->high);
        // The promise was for the first call, and it was told in minutes.
        const Leg &first = ticket->legs.front();
        const auto minutes = std::chrono::floor<std::chrono::minutes>(first.calledAt.value_or(now) - first.waitingSince);
        desk.asPromised = minutes >= std::chrono::floor<std::chrono::minutes>(ticket->promise->low)
            && minutes <= std::chrono::ceil<std::chrono::minutes>(ticket->promise->high);
    }
    desk.heldBefore = leg.heldBefore;
    desk.held = leg.held;
    desk.usual = usualService(snapshot, ticket->queue);
    desk.recalls = leg.recalls;
    desk.noted = ticket->noted;
    return desk;
}

std::vector<OwnQueue> queuesOf(const BranchSnapshot &snapshot, const Agent &agent, Instant now)
{
    std::vector<OwnQueue> own;
    for (const Assignment &assignment : agent.assignments) {
        const queueing::QueueState *queue = snapshot.state.queue(assignment.queue);
        if (!queue)
            continue;
        OwnQueue row;
        row.id = assignment.queue;
        row.rank = assignment.rank;
        row.name = QString::fromStdString(queue->config.name);
        row.waiting = queue->waitingCount();
        row.status = queue->config.status;
        const analytics::Eta eta = analytics::etaOfNewArrival(snapshot.state, assignment.queue, 0, now);
        if (!eta.nobodyServes)
            row.estimate = words::waitRange(eta.low, eta.high);
        own.push_back(row);
    }
    return own;
}

std::vector<UpcomingTicket> upcomingOf(const BranchSnapshot &snapshot, const std::vector<queueing::Choice> &choices, Instant now)
{
    std::vector<UpcomingTicket> rows;
    std::set<int> ranks;
    for (const queueing::Choice &choice : choices) {
        const Ticket *ticket = snapshot.state.ticket(choice.ticket);
        if (!ticket)
            continue;
        const bool firstOfRank = !choice.basis.reserved && ranks.insert(choice.basis.rank).second;
        UpcomingTicket row;
        row.id = ticket->id;
        row.number = QString::fromStdString(ticket->number);
        row.queue = queueName(snapshot, ticket->queue);
        row.reason = Desk::reasonOf(snapshot, choice, firstOfRank);
        row.waited = std::chrono::floor<std::chrono::minutes>(waitedBy(*ticket, now));
        rows.push_back(row);
    }
    return rows;
}

/// How many undos of this agent, one after the other, lead back behind the last act on each ticket. Tried out on a copy, so that
/// it is the engine's answer; tickets that no undo reaches are not in it.
std::map<TicketId, int> undoSteps(const BranchSnapshot &snapshot, AgentId agent, Instant now)
{
    std::map<TicketId, int> steps;
    queueing::BranchState state = snapshot.state;
    for (int step = 1;; ++step) {
        const auto record = std::find_if(state.undoable.rbegin(), state.undoable.rend(), [&](const queueing::UndoRecord &r) { return r.actor == agent; });
        if (record == state.undoable.rend())
            return steps;
        auto undone = queueing::undoOf(state, *record, now);
        if (!undone)
            return steps;
        for (const Ticket &ticket : undone->tickets)
            steps.emplace(ticket.id, step);
        queueing::apply(state, {state.sequence + 1, now, {}, agent, "undo", {std::move(*undone)}});
    }
}

std::vector<LastTicket> lastOf(const BranchSnapshot &snapshot, const Agent &agent, bool canUndo, Instant now)
{
    std::vector<LastTicket> rows;
    for (const auto &[id, ticket] : snapshot.state.tickets) {
        for (const Leg &leg : ticket.legs) {
            if (leg.agent != agent.id || !leg.endedAt || !leg.calledAt)
                continue;
            LastTicket row;
            row.id = id;
            row.number = QString::fromStdString(ticket.number);
            row.queue = queueName(snapshot, leg.queue);
            row.end = leg.end;
            row.from = leg.startedAt.value_or(*leg.calledAt);
            row.until = *leg.endedAt;
            rows.push_back(row);
        }
    }
    const auto shown = rows.begin() + std::ptrdiff_t(std::min(rows.size(), lastShown));
    std::partial_sort(rows.begin(), shown, rows.end(), [](const LastTicket &a, const LastTicket &b) {
        return a.until != b.until ? a.until > b.until : b.id < a.id;
    });
    rows.erase(shown, rows.end());
    if (!canUndo)
        return rows;
    const std::map<TicketId, int> steps = undoSteps(snapshot, agent.id, now);
    const auto stepsTo = [&](TicketId ticket) {
        const auto known = steps.find(ticket);
        return known == steps.end() ? 0 : known->second;
    };
    const Ticket *inHand = agent.current ? snapshot.state.ticket(agent.current) : nullptr;
    if (inHand && stepsTo(inHand->id) == 1) {
        LastTicket row;
        row.id = inHand->id;
        row.number = QString::fromStdString(inHand->number);
        row.queue = queueName(snapshot, inHand->queue);
        row.from = row.until = inHand->leg().calledAt.value_or(now);
        rows.insert(rows.begin(), row);
        if (rows.size() > lastShown)
            rows.pop_back();
    }
    std::set<TicketId> seen;
    for (LastTicket &row : rows) {
        if (seen.insert(row.id).second)
            row.undoSteps = stepsTo(row.id);
    }
    return rows;
}

std::vector<HeldTicket> heldOf(const BranchSnapshot &snapshot, AgentId agent, Instant now)
{
    std::vector<HeldTicket> rows;
    for (const auto &[id, ticket] : snapshot.state.tickets) {
        if (ticket.state != TicketState::held || ticket.agent != agent)
            continue;
        HeldTicket row;
        row.id = id;
        row.number = QString::fromStdString(ticket.number);
        row.queue = queueName(snapshot, ticket.queue);
        row.reason = QString::fromStdString(ticket.holdReason);
        row.since = ticket.heldSince.value_or(now);
        row.canResume = wouldAccept(snapshot, ResumeTicket{agent, id}, agent, now).has_value();
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const HeldTicket &a, const HeldTicket &b) { return a.since < b.since; });
    return rows;
}

DeskActions actionsOf(const BranchSnapshot &snapshot, const Agent &agent, bool anyUpcoming, Instant now)
{
    const AgentId id = agent.id;
    const auto accepts = [&](const CommandBody &body) { return wouldAccept(snapshot, body, id, now).has_value(); };
    DeskActions actions;
    if (agent.status == AgentStatus::offline)
        return actions;
    if (accepts(StartService{id}))
        actions.main = DeskActions::Main::start;
    else if (accepts(CompleteService{id, outcomeDone}))
        actions.main = anyUpcoming && !agent.breakArmed ? DeskActions::Main::finishAndCallNext : DeskActions::Main::finish;
    else if (accepts(CallNext{id}))
        actions.main = DeskActions::Main::callNext;
    actions.recall = accepts(RecallTicket{id});
    actions.noShow = accepts(MarkNoShow{id});
    actions.hold = accepts(HoldTicket{id, {}});
    actions.transfer = bool(agent.current);
    actions.resumeWork = agent.status == AgentStatus::paused || agent.breakArmed;
    actions.pause = !actions.resumeWork && accepts(SetAgentStatus{id, AgentStatus::paused, {}});
    actions.signOut = accepts(SignOut{id});
    actions.undo = accepts(Undo{id});
    return actions;
}

/// Replaces a model's rows by others, touching only what differs.
template <class Row, class Insert, class Remove, class Change>
void showRows(std::vector<Row> &shown, std::vector<Row> rows, const Insert &insert, const Remove &remove, const Change &change)
{
    if (rows.size() > shown.size())
        insert(int(shown.size()), int(rows.size()) - 1, [&] { shown.resize(rows.size()); });
    else if (rows.size() < shown.size())
        remove(int(rows.size()), int(shown.size()) - 1, [&] { shown.resize(rows.size()); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (shown[i] == rows[i])
            continue;
        shown[i] = std::move(rows[i]);
        change(int(i));
    }
}

} // namespace

DeskFacts deskFacts(const engine::BranchSnapshot &snapshot, AgentId agent, Instant now)
{
    DeskFacts facts;
    const Agent *found = snapshot.state.agent(agent);
    if (!found)
        return facts;
    facts.agent = agent;
    facts.agentName = QString::fromStdString(found->name);
    facts.counter = QString::fromStdString(found->counter);
    facts.status = found->status;
    facts.statusReason = QString::fromStdString(found->statusReason);
    facts.statusSince = found->statusSince;
    facts.breakReasons = snapshot.state.branch.breakReasons;
    if (found->status == AgentStatus::paused)
        facts.breakLimit = breakLimit(snapshot.state.branch, found->statusReason);
    facts.breakArmed = found->breakArmed;
    facts.armedReason = QString::fromStdString(found->armedReason);
    facts.current = currentOf(snapshot, *found, now);
    facts.queues = queuesOf(snapshot, *found, now);
    for (const OwnQueue &queue : facts.queues)
        facts.waiting += queue.waiting;
    const auto choices = queueing::upcomingFor(snapshot.state, *found, now, upcomingShown);
    facts.upcoming = upcomingOf(snapshot, choices, now);
    const bool anyReserved = !choices.empty() && choices.front().basis.reserved;
    facts.rule = Desk::ruleOf(snapshot, *found, anyReserved);
    facts.held = heldOf(snapshot, agent, now);
    facts.actions = actionsOf(snapshot, *found, !choices.empty(), now);
    facts.last = lastOf(snapshot, *found, facts.actions.undo, now);
    return facts;
}

Duration deskTimer(const DeskTicket &ticket, Instant now)
{
    const Duration running = ticket.startedAt ? now - *ticket.startedAt - ticket.held : now - ticket.calledAt - ticket.heldBefore;
    return std::max(running, Duration(0));
}

int OwnQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_queues.size());
}

QVariant OwnQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OwnQueue &queue = m_queues[std::size_t(index.row())];
    switch (role) {
    case rankRole: return queue.rank;
    case nameRole: return queue.name;
    case waitingRole: return queue.waiting;
    case estimateRole: return queue.estimate;
    case statusRole: return int(queue.status);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString then = queue.status != QueueStatus::active ? words::queueStatus(queue.status)
            : queue.estimate.isEmpty()                          ? tr("no estimate")
                                                                : queue.estimate;
        return tr("Rank %1, %2: %3 waiting, %4", "rank, queue, count, estimate")
            .arg(queue.rank)
            .arg(queue.name)
            .arg(queue.waiting)
            .arg(then);
    }
    default: return {};
    }
}

void OwnQueueModel::show(std::vector<OwnQueue> queues)
{
    showRows(
        m_queues, std::move(queues),
        [this](int first, int last, const auto &act) { beginInsertRows({}, first, last); act(); endInsertRows(); },
        [this](int first, int last, const auto &act) { beginRemoveRows({}, first, last); act(); endRemoveRows(); },
        [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
}

int UpcomingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tickets.size());
}

QVariant UpcomingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UpcomingTicket &ticket = m_tickets[std::size_t(index.row())];
    switch (role) {
    case ticketRole: return qint64(ticket.id.value);
    case numberRole: return ticket.number;
    case queueRole: return ticket.queue;
    case reasonRole: return ticket.reason;
    case waitedRole: return words::minutes(ticket.waited);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, waited %4", "number, queue, reason, duration")
            .arg(ticket.number, ticket.queue, ticket.reason, words::minutes(ticket.waited));
    default: return {};
    }
}

void UpcomingModel::show(std::vector<UpcomingTicket> tickets)
{
    showRows(
        m_tickets, std::move(tickets),
        [this](int first, int last, const auto &act) { beginInsertRows({}, first, last); act(); endInsertRows(); },
        [this](int first, int last, const auto &act) { beginRemoveRows({}, first, last); act(); endRemoveRows(); },
        [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
}

} // namespace smartqueue::presentation
