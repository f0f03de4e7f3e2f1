#include <smartqueue/presentation/ticket_story.h>

#include <algorithm>

#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

using Kind = StoryStep::Kind;
using Stretch = StoryStep::Stretch;

QString quoted(const std::string &text)
{
    return QCoreApplication::translate("TicketStory", "“%1”").arg(QString::fromStdString(text));
}

/// Follows the events of one ticket and writes a step for each that a person would tell.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(TicketStory)

public:
    Teller(const TicketPast &past, const engine::BranchSnapshot &snapshot, Instant now)
        : m_past(past)
        , m_snapshot(snapshot)
        , m_now(now)
    {
    }

    void follow(const EventBatch &batch)
    {
        m_at = batch.at;
        for (const Event &event : batch.events)
            std::visit([this](const auto &happened) { tell(happened); }, event);
    }

    /// For tickets that came in without their events.
    void followRow(const engine::TicketRow &row)
    {
        m_at = row.arrivedAt;
        tellIssue(row.queue, row.channel, row.promise);
        if (row.calledAt) {
            m_at = *row.calledAt;
            tellCall(row.agent, {}, {});
        }
        if (row.startedAt) {
            m_at = *row.startedAt;
            tellStart();
        }
        if (row.endedAt && !isOpen(row.state)) {
            m_at = *row.endedAt;
            tellEnd(row.state, {});
        }
    }

    std::vector<StoryStep> finish()
    {
        endRun(m_now, m_phase != Phase::over);
        return std::move(m_steps);
    }

    const std::vector<QueueId> &queues() const { return m_queues; }

private:
    enum class Phase { over, waiting, called, serving, held };

    template <class Other>
    void tell(const Other &)
    {
    }

    void tell(const TicketIssued &e)
    {
        if (mine(e.ticket))
            tellIssue(e.queue, e.channel, e.promise);
    }

    void tell(const TicketCalled &e)
    {
        if (mine(e.ticket))
            tellCall(e.agent, e.counter, e.basis);
    }

    void tell(const TicketRecalled &e)
    {
        if (mine(e.ticket))
            ++m_announced;
    }

    void tell(const ServiceStarted &e)
    {
        if (mine(e.ticket))
            tellStart();
    }

    void tell(const TicketHeld &e)
    {
        if (mine(e.ticket))
            step(Kind::held, tr("Put on hold"), e.reason.empty() ? QString() : quoted(e.reason), Phase::held);
    }

    void tell(const TicketResumed &e)
    {
        if (mine(e.ticket))
            step(Kind::resumed, tr("Taken up again by %1").arg(agent(e.agent)), {}, Phase::serving);
    }

    void tell(const ServiceCompleted &e)
    {
        if (mine(e.ticket))
            tellEnd(TicketState::completed, e.outcome);
    }

    void tell(const TicketNotShown &e)
    {
        if (mine(e.ticket))
            tellEnd(TicketState::noShow, {});
    }

    void tell(const TicketReturned &e)
    {
        if (mine(e.ticket))
            step(Kind::returned, tr("Back to the queue"), tr("Its place counts from %1").arg(clock(e.place.since)),
                 Phase::waiting);
    }

    void tell(const TicketTransferred &e)
    {
        if (!mine(e.ticket))
            return;
        const bool toAgent = bool(e.reservedFor);
        const QString target = toAgent ? agent(e.reservedFor) : queue(e.toQueue);
        if (m_queues.empty() || m_queues.back() != e.toQueue)
            m_queues.push_back(e.toQueue);
        step(Kind::transferred, tr("Transferred to %1").arg(target),
             tr("Keeps its place: waiting since %1").arg(clock(m_past.row.arrivedAt)), Phase::waiting);
    }

    void tell(const TicketAbandoned &e)
    {
        if (mine(e.ticket))
            tellEnd(TicketState::abandoned, {});
    }

    void tell(const TicketCancelled &e)
    {
        if (mine(e.ticket))
            tellEnd(TicketState::cancelled, {});
    }

    void tell(const PriorityChanged &e)
    {
        if (mine(e.ticket))
            step(Kind::priority, tr("Priority changed"), tr("Now: %1").arg(words::priority(e.priority)), m_phase);
    }

    void tell(const ActionUndone &e)
    {
        const auto before = std::find_if(e.tickets.begin(), e.tickets.end(), [this](const Ticket &t) { return mine(t.id); });
        if (before == e.tickets.end())
            return;
        const Phase phase = phaseOf(before->state);
        if (m_queues.empty() || m_queues.back() != before->queue)
            m_queues.push_back(before->queue);
        step(Kind::takenBack, tr("Taken back"), tr("Again: %1").arg(words::ticketState(before->state)), phase);
    }

    void tellIssue(QueueId into, const std::string &channel, const std::optional<Promise> &promise)
    {
        m_queues.push_back(into);
        step(Kind::issued, tr("Ticket issued"), tr("%1, for %2", "channel, queue").arg(words::channel(channel), queue(into)),
             Phase::waiting);
        m_promise = promise;
        if (!promise)
            return;
        const QString from = clock(m_at + promise->low);
        const QString until = clock(m_at + promise->high);
        step(Kind::told, tr("Told: %1").arg(words::waitRange(promise->low, promise->high)),
             from == until ? tr("Around %1").arg(from) : tr("Between %1 and %2").arg(from, until), Phase::waiting);
    }

    void tellCall(AgentId by, const std::string &counter, const CallBasis &basis)
    {
        m_announced = 1;
        QString detail;
        if (basis.chosen && !basis.reason.empty())
            detail = tr("Chosen by hand: %1").arg(quoted(basis.reason));
        else if (m_promise)
            detail = againstPromise();
        const QString title = !by ? tr("Called")
            : counter.empty()     ? tr("Called by %1").arg(agent(by))
                                  : tr("Called by %1, %2", "agent, counter").arg(agent(by), words::counter(counter));
        step(Kind::called, title, detail, Phase::called);
        m_promise.reset();
    }

    void tellStart()
    {
        if (m_steps.empty() || m_phase != Phase::called) {
            step(Kind::started, tr("Service started"), {}, Phase::serving);
            return;
        }
        // Call and start are one event to those who were there: only the walk between them is worth a word.
        const QString came = tr("Came after %1").arg(words::shortSpan(m_at - m_steps.back().at));
        const QString announced = m_announced > 1 ? tr("announced %n time(s)", nullptr, m_announced) : QString();
        const QString walk = announced.isEmpty() ? came : tr("%1, %2", "came after, announced").arg(came, announced);
        StoryStep &call = m_steps.back();
        call.detail = call.detail.isEmpty() ? walk : call.detail + QStringLiteral(" · ") + walk;
        m_phase = Phase::serving;
        m_runSince = m_at;
    }

    void tellEnd(TicketState state, const std::string &outcome)
    {
        switch (state) {
        case TicketState::completed:
            step(Kind::served, tr("Served"),
                 outcome.empty() ? QString() : tr("Outcome: %1").arg(words::outcome(outcome)), Phase::over);
            break;
        case TicketState::noShow:
            step(Kind::noShow, tr("Did not come"),
                 m_announced > 1 ? tr("Announced %n time(s)", nullptr, m_announced) : QString(), Phase::over);
            break;
        case TicketState::abandoned:
            step(Kind::abandoned, tr("Left without service"), {}, Phase::over);
            break;
        default:
            step(Kind::cancelled, tr("Cancelled"), {}, Phase::over);
        }
    }

    QString againstPromise() const
    {
        const Duration waited = m_at - m_past.row.arrivedAt;
        // Told in minutes, so judged in minutes.
        const auto minutes = std::chrono::floor<std::chrono::minutes>(waited);
        if (minutes < std::chrono::floor<std::chrono::minutes>(m_promise->low))
            return tr("Earlier than told");
        if (minutes > std::chrono::ceil<std::chrono::minutes>(m_promise->high))
            return tr("Later than told");
        return tr("Within what was told");
    }

    void step(Kind kind, const QString &title, const QString &detail, Phase after)
    {
        if (after != m_phase || m_steps.empty()) {
            endRun(m_at, false);
            m_runSince = m_at;
        }
        m_phase = after;
        StoryStep next;
        next.kind = kind;
        next.at = m_at;
        next.title = title;
        next.detail = detail;
        next.stretch = after == Phase::over                             ? Stretch::none
            : after == Phase::waiting || after == Phase::held ? Stretch::waiting
                                                              : Stretch::withAgent;
        m_steps.push_back(next);
    }

    void endRun(Instant until, bool running)
    {
        if (m_steps.empty() || m_phase == Phase::over)
            return;
        const QString span = words::shortSpan(until - m_runSince);
        QString &lasted = m_steps.back().lasted;
        switch (m_phase) {
        case Phase::waiting:
            lasted = running ? tr("waiting for %1").arg(span) : tr("waited %1").arg(span);
            break;
        case Phase::called:
            lasted = running ? tr("called %1 ago").arg(span) : QString();
            break;
        case Phase::serving:
            lasted = running ? tr("in service for %1").arg(span) : tr("served %1").arg(span);
            break;
        case Phase::held:
            lasted = running ? tr("on hold for %1").arg(span) : tr("held %1").arg(span);
            break;
        case Phase::over:
            break;
        }
    }

    static Phase phaseOf(TicketState state)
    {
        switch (state) {
        case TicketState::waiting: return Phase::waiting;
        case TicketState::called: return Phase::called;
        case TicketState::serving: return Phase::serving;
        case TicketState::held: return Phase::held;
        default: return Phase::over;
        }
    }

    bool mine(TicketId ticket) const { return ticket == m_past.row.id; }
    QString queue(QueueId id) const { return queueName(m_snapshot, id); }
    QString agent(AgentId id) const { return agentName(m_snapshot, id); }
    QString clock(Instant at) const { return words::timeOfDay(at, m_snapshot.zone); }

    const TicketPast &m_past;
    const engine::BranchSnapshot &m_snapshot;
    Instant m_now;
    Instant m_at{};
    Instant m_runSince{};
    Phase m_phase = Phase::over;
    int m_announced = 0;
    std::optional<Promise> m_promise;
    std::vector<StoryStep> m_steps;
    std::vector<QueueId> m_queues;
};

} // namespace

Result<TicketPast> readPast(engine::HistoryReader &reader, const engine::TicketRow &row)
{
    TicketPast past;
    past.row = row;
    if (row.imported)
        return past;
    auto ticket = reader.ticket(row.id);
    if (!ticket)
        return tl::unexpected<Failure>(ticket.error());
    past.ticket = *ticket;
    auto batches = reader.story(row.id);
    if (!batches)
        return tl::unexpected<Failure>(batches.error());
    past.batches = std::move(*batches);
    auto note = reader.note(row.id);
    if (!note)
        return tl::unexpected<Failure>(note.error());
    past.note = QString::fromStdString(*note);
    return past;
}

TicketStory tellStory(const TicketPast &past, const engine::BranchSnapshot &snapshot, Instant now)
{
    TicketStory story;
    story.ticket = past.row.id;
    story.number = QString::fromStdString(past.row.number);
    story.state = past.row.state;
    story.note = past.note;
    Teller teller(past, snapshot, now);
    if (past.batches.empty()) {
        teller.followRow(past.row);
    } else {
        for (const EventBatch &batch : past.batches)
            teller.follow(batch);
    }
    story.steps = teller.finish();

    QStringList queues;
    for (QueueId queue : teller.queues()) {
        const QString name = queueName(snapshot, queue);
        if (queues.isEmpty() || queues.back() != name)
            queues.append(name);
    }
    const QString way = queues.join(QCoreApplication::translate("TicketStory", ", then "));
    const Instant end = story.steps.empty() || story.steps.back().stretch != Stretch::none ? now : story.steps.back().at;
    const QString whole = words::shortSpan(end - past.row.arrivedAt);
    story.summary = isOpen(story.state)
        ? QCoreApplication::translate("TicketStory", "%1 · here for %2", "queues, duration").arg(way, whole)
        : QCoreApplication::translate("TicketStory", "%1 · %2 in all", "queues, duration").arg(way, whole);
    return story;
}

} // namespace smartqueue::presentation
