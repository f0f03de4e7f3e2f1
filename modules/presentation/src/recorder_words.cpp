#include "smartqueue/presentation/recorder_words.h"

#include <algorithm>
#include <concepts>

#include <smartqueue/presentation/words.h>

#include "recorder_phrases.h"

namespace smartqueue::presentation {

namespace {

using Kind = HappeningWords::Kind;

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

struct Sentence {
    QString text;
    Kind kind = Kind::setup;
    /// The most telling event of a batch speaks for it.
    int weight = 1;
};

/// Names as they were at the moment, numbers of the whole day.
class Names {
public:
    Names(const RecorderDay &day, const queueing::BranchState &state) : m_day(day), m_state(state) {}

    QString ticket(TicketId id) const
    {
        if (const auto number = m_day.numberOf.find(id); number != m_day.numberOf.end())
            return QString::fromStdString(number->second);
        const Ticket *known = m_state.ticket(id);
        return known ? QString::fromStdString(known->number) : RecorderWords::tr("A ticket");
    }
    QString queue(QueueId id) const
    {
        const auto *known = m_state.queue(id);
        return known ? QString::fromStdString(known->config.name) : RecorderWords::tr("a queue");
    }
    QString agent(AgentId id) const
    {
        const Agent *known = m_state.agent(id);
        return known && !known->name.empty() ? QString::fromStdString(known->name) : RecorderWords::tr("An agent");
    }
    QString counterOf(AgentId id) const
    {
        const Agent *known = m_state.agent(id);
        return known ? QString::fromStdString(known->counter) : QString();
    }
    QString alertQueue(AlertId id) const
    {
        const auto known = m_state.alerts.find(id);
        return known == m_state.alerts.end() ? RecorderWords::tr("a queue") : queue(known->second.queue);
    }

private:
    const RecorderDay &m_day;
    const queueing::BranchState &m_state;
};

QString withReason(const QString &sentence, const std::string &reason)
{
    return reason.empty() ? sentence : RecorderWords::tr("%1 (%2)").arg(sentence, QString::fromStdString(reason));
}

QString disciplineWords(Discipline discipline)
{
    switch (discipline) {
    case Discipline::fifo:
        return RecorderWords::tr("in order of arrival");
    case Discipline::priority:
        return RecorderWords::tr("by priority");
    case Discipline::sla:
        return RecorderWords::tr("late ones first");
    }
    return {};
}

Sentence alertSentence(AlertType type, const QString &queue)
{
    switch (type) {
    case AlertType::capacity:
        return {RecorderWords::tr("Alert: %1 is nearly full").arg(queue), Kind::alert, 4};
    case AlertType::slaBreach:
        return {RecorderWords::tr("Alert: people in %1 wait longer than promised").arg(queue), Kind::alert, 4};
    case AlertType::noAgents:
        return {RecorderWords::tr("Alert: nobody serves %1").arg(queue), Kind::alert, 4};
    case AlertType::highWaitTime:
        return {RecorderWords::tr("Alert: long waits in %1").arg(queue), Kind::alert, 4};
    }
    return {};
}

Sentence appliedSentence(const SuggestedAction &action, const Names &names)
{
    switch (action.kind) {
    case SuggestionKind::transfer:
        return {RecorderWords::tr("Suggestion applied: %1 moves to %2").arg(names.ticket(action.ticket), names.queue(action.toQueue)),
                Kind::suggestion, 5};
    case SuggestionKind::reallocation:
        return {RecorderWords::tr("Suggestion applied: %1 helps in %2").arg(names.agent(action.agent), names.queue(action.toQueue)),
                Kind::suggestion, 5};
    case SuggestionKind::discipline:
        return {RecorderWords::tr("Suggestion applied: %1 is called %2").arg(names.queue(action.toQueue), disciplineWords(action.discipline)),
                Kind::suggestion, 5};
    }
    return {};
}

Sentence statusSentence(const AgentStatusChanged &event, const Names &names)
{
    switch (event.status) {
    case AgentStatus::available:
        return {RecorderWords::tr("%1 is free").arg(names.agent(event.agent)), Kind::agent, 1};
    case AgentStatus::busy:
        return {RecorderWords::tr("%1 is busy").arg(names.agent(event.agent)), Kind::agent, 1};
    case AgentStatus::paused:
        return {withReason(RecorderWords::tr("%1 takes a break").arg(names.agent(event.agent)), event.reason), Kind::agent, 1};
    case AgentStatus::offline:
        return {RecorderWords::tr("%1 leaves").arg(names.agent(event.agent)), Kind::agent, 1};
    }
    return {};
}

Sentence queueStatusSentence(const QueueStatusChanged &event, const Names &names)
{
    switch (event.status) {
    case QueueStatus::active:
        return {RecorderWords::tr("%1 is open").arg(names.queue(event.queue)), Kind::setup, 2};
    case QueueStatus::paused:
        return {RecorderWords::tr("%1 is paused").arg(names.queue(event.queue)), Kind::setup, 2};
    case QueueStatus::closed:
        return {RecorderWords::tr("%1 is closed").arg(names.queue(event.queue)), Kind::setup, 2};
    }
    return {};
}

Sentence sentenceOf(const Event &event, const Names &names)
{
    return std::visit(
        Overloaded{
            [&](const TicketIssued &e) -> Sentence {
                return {RecorderWords::tr("%1 arrives for %2").arg(QString::fromStdString(e.number), names.queue(e.queue)), Kind::arrival, 3};
            },
            [&](const TicketCalled &e) -> Sentence {
                return {RecorderWords::tr("%1 is called to %2 by %3")
                            .arg(names.ticket(e.ticket), counterPhrase(e.counter), names.agent(e.agent)),
                        Kind::call, 5};
            },
            [&](const TicketRecalled &e) -> Sentence {
                return {RecorderWords::tr("%1 is called once more").arg(names.ticket(e.ticket)), Kind::call, 3};
            },
            [&](const ServiceStarted &e) -> Sentence {
                return {RecorderWords::tr("%1 comes to %2, service begins")
                            .arg(names.ticket(e.ticket), counterPhrase(names.counterOf(e.agent).toStdString())),
                        Kind::service, 3};
            },
            [&](const TicketHeld &e) -> Sentence {
                return {withReason(RecorderWords::tr("%1 is put on hold").arg(names.ticket(e.ticket)), e.reason), Kind::hold, 3};
            },
            [&](const TicketResumed &e) -> Sentence {
                return {RecorderWords::tr("%1 goes on with %2").arg(names.agent(e.agent), names.ticket(e.ticket)), Kind::service, 3};
            },
            [&](const ServiceCompleted &e) -> Sentence {
                const bool plain = e.outcome.empty() || e.outcome == "done";
                return {withReason(RecorderWords::tr("%1 has finished with %2").arg(names.agent(e.agent), names.ticket(e.ticket)),
                                   plain ? std::string() : words::outcome(e.outcome).toStdString()),
                        Kind::done, 3};
            },
            [&](const TicketNotShown &e) -> Sentence {
                return {RecorderWords::tr("%1 does not come").arg(names.ticket(e.ticket)), Kind::leave, 3};
            },
            [&](const TicketReturned &e) -> Sentence {
                return {RecorderWords::tr("%1 goes back to waiting").arg(names.ticket(e.ticket)), Kind::arrival, 2};
            },
            [&](const TicketTransferred &e) -> Sentence {
                return {RecorderWords::tr("%1 moves from %2 to %3")
                            .arg(names.ticket(e.ticket), names.queue(e.fromQueue), names.queue(e.toQueue)),
                        Kind::arrival, 3};
            },
            [&](const TicketAbandoned &e) -> Sentence {
                return {RecorderWords::tr("%1 leaves without being served").arg(names.ticket(e.ticket)), Kind::leave, 3};
            },
            [&](const TicketCancelled &e) -> Sentence {
                return {RecorderWords::tr("%1 is cancelled").arg(names.ticket(e.ticket)), Kind::leave, 3};
            },
            [&](const PriorityChanged &e) -> Sentence {
                return {RecorderWords::tr("%1 gets priority %L2").arg(names.ticket(e.ticket)).arg(e.priority), Kind::setup, 3};
            },
            [&](const NoteSaved &e) -> Sentence {
                return {RecorderWords::tr("A note is saved for %1").arg(names.ticket(e.ticket)), Kind::setup, 2};
            },
            [&](const AgentSignedIn &e) -> Sentence {
                return {RecorderWords::tr("%1 opens %2").arg(names.agent(e.agent), counterPhrase(e.counter)), Kind::agent, 3};
            },
            [&](const AgentSignedOut &e) -> Sentence {
                return {RecorderWords::tr("%1 signs out").arg(names.agent(e.agent)), Kind::agent, 3};
            },
            [&](const AgentStatusChanged &e) { return statusSentence(e, names); },
            [&](const BreakArmed &e) -> Sentence {
                return {withReason((e.armed ? RecorderWords::tr("%1 asks for a break after this ticket")
                                            : RecorderWords::tr("%1 no longer asks for a break"))
                                       .arg(names.agent(e.agent)), e.reason),
                        Kind::agent, 2};
            },
            [&](const QueueStatusChanged &e) { return queueStatusSentence(e, names); },
            [&](const DisciplineChanged &e) -> Sentence {
                return {RecorderWords::tr("%1 is called %2 from now on").arg(names.queue(e.queue), disciplineWords(e.discipline)), Kind::setup, 2};
            },
            [&](const AgentAssigned &e) -> Sentence {
                return {RecorderWords::tr("%1 calls from %2, rank %L3").arg(names.agent(e.agent), names.queue(e.queue)).arg(e.rank), Kind::agent, 2};
            },
            [&](const AgentUnassigned &e) -> Sentence {
                return {RecorderWords::tr("%1 no longer calls from %2").arg(names.agent(e.agent), names.queue(e.queue)), Kind::agent, 2};
            },
            [&](const SuggestionApplied &e) { return appliedSentence(e.action, names); },
            [&](const SuggestionDismissed &e) -> Sentence {
                return {withReason(RecorderWords::tr("A suggestion is dismissed"), e.reason), Kind::suggestion, 4};
            },
            [&](const AlertRaised &e) { return alertSentence(e.type, names.queue(e.queue)); },
            [&](const AlertUpdated &e) -> Sentence {
                return {RecorderWords::tr("The alert for %1 changes").arg(names.alertQueue(e.alert)), Kind::alert, 2};
            },
            [&](const AlertCleared &) -> Sentence { return {RecorderWords::tr("An alert is over"), Kind::alert, 3}; },
            [&](const AlertAcknowledged &e) -> Sentence {
                return {RecorderWords::tr("The alert for %1 is acknowledged").arg(names.alertQueue(e.alert)), Kind::alert, 3};
            },
            [&](const AlertSnoozed &e) -> Sentence {
                return {RecorderWords::tr("The alert for %1 is snoozed").arg(names.alertQueue(e.alert)), Kind::alert, 3};
            },
            [&](const AlertAssigned &e) -> Sentence {
                return {RecorderWords::tr("%1 takes the alert for %2").arg(QString::fromStdString(e.owner), names.alertQueue(e.alert)), Kind::alert, 3};
            },
            [&](const ActionUndone &) -> Sentence { return {RecorderWords::tr("The last action is taken back"), Kind::undo, 6}; },
            [&](const BusinessDayStarted &) -> Sentence { return {RecorderWords::tr("A new day begins, numbers start again"), Kind::setup, 1}; },
            [&](const HappenedAt &) -> Sentence { return {RecorderWords::tr("A desktop did this while it was alone"), Kind::setup, 0}; },
            [&](const NumbersGranted &) -> Sentence { return {RecorderWords::tr("A desktop gets numbers for when it is alone"), Kind::setup, 0}; },
            [&](const ConflictNoted &e) -> Sentence {
                return {RecorderWords::tr("What a desktop did alone no longer fits: %1").arg(QString::fromStdString(e.conflict.number)), Kind::alert, 4};
            },
            [&](const ConflictSettled &) -> Sentence { return {RecorderWords::tr("A conflict is settled"), Kind::alert, 3}; },
            [&](const HistoryImported &) -> Sentence { return {RecorderWords::tr("A history is imported"), Kind::setup, 2}; },
            [](const auto &) -> Sentence { return {RecorderWords::tr("The setup of the branch changes"), Kind::setup, 1}; },
        },
        event);
}

AgentId actorOf(const EventBatch &batch)
{
    for (const Event &event : batch.events) {
        const AgentId agent = std::visit(
            [](const auto &e) {
                if constexpr (requires { { e.agent } -> std::convertible_to<AgentId>; })
                    return AgentId(e.agent);
                else
                    return AgentId{};
            },
            event);
        if (agent)
            return agent;
    }
    return batch.actor;
}

CounterWords occupied(const Agent &agent, const queueing::BranchState &state)
{
    using Doing = CounterWords::Doing;
    CounterWords words;
    words.counter = QString::fromStdString(agent.counter);
    words.agent = agent.name.empty() ? RecorderWords::tr("An agent") : QString::fromStdString(agent.name);
    const Ticket *ticket = state.ticket(agent.current);
    if (ticket && ticket->state == TicketState::called) {
        words.state = Doing::calling;
        words.doing = RecorderWords::tr("Calls %1").arg(QString::fromStdString(ticket->number));
    } else if (ticket) {
        words.state = Doing::serving;
        words.doing = RecorderWords::tr("Serving %1").arg(QString::fromStdString(ticket->number));
    } else if (agent.status == AgentStatus::paused) {
        words.state = Doing::paused;
        words.doing = agent.statusReason.empty() ? RecorderWords::tr("On a break") : QString::fromStdString(agent.statusReason);
    } else {
        words.state = Doing::free;
        words.doing = RecorderWords::tr("Free");
    }
    return words;
}

} // namespace

HappeningWords RecorderWords::happening(const RecorderDay &day, const queueing::BranchState &state, std::size_t index)
{
    const EventBatch &batch = day.recording->batches()[index];
    const Names names(day, state);
    Sentence best{tr("Nothing changes"), Kind::setup, 0};
    for (const Event &event : batch.events) {
        if (Sentence sentence = sentenceOf(event, names); sentence.weight > best.weight)
            best = std::move(sentence);
    }
    return {batch.at, words::timeWithSeconds(batch.at, day.zone), best.text, best.kind, false};
}

QList<HappeningWords> RecorderWords::happenings(const RecorderDay &day, const RecorderFrame &frame)
{
    QList<HappeningWords> list;
    for (const RecorderFrame::Happening &shown : frame.happenings) {
        list.append(happening(day, frame.state, shown.batch));
        list.last().current = shown.current;
    }
    return list;
}

QList<CounterWords> RecorderWords::counters(const RecorderDay &day, const RecorderFrame &frame)
{
    AgentId acting;
    for (const RecorderFrame::Happening &shown : frame.happenings) {
        if (shown.current)
            acting = actorOf(day.recording->batches()[shown.batch]);
    }
    QList<CounterWords> list;
    const auto add = [&](const std::string &counter) {
        const auto agent = std::find_if(frame.state.agents.begin(), frame.state.agents.end(), [&](const auto &entry) {
            return entry.second.status != AgentStatus::offline && entry.second.counter == counter;
        });
        if (agent == frame.state.agents.end()) {
            list.append({QString::fromStdString(counter), {}, tr("Closed"), CounterWords::Doing::closed, false});
        } else {
            list.append(occupied(agent->second, frame.state));
            list.last().current = agent->first == acting;
        }
    };
    for (const std::string &counter : frame.state.branch.counters)
        add(counter);
    // An imported or replayed day may have agents at counters that the setup does not list.
    const auto &listed = frame.state.branch.counters;
    for (const auto &[id, agent] : frame.state.agents) {
        if (agent.status != AgentStatus::offline && std::find(listed.begin(), listed.end(), agent.counter) == listed.end()) {
            list.append(occupied(agent, frame.state));
            list.last().current = id == acting;
        }
    }
    return list;
}

QString RecorderWords::mark(const RecorderDay &day, const RecordedMark &mark)
{
    return tr("%1 at %2").arg(happening(day, *day.closing, mark.batch).sentence, words::timeOfDay(mark.at, day.zone));
}

} // namespace smartqueue::presentation
