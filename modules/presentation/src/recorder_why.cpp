#include <QLocale>

#include <smartqueue/presentation/words.h>

#include "recorder_phrases.h"
#include "smartqueue/presentation/recorder_words.h"

namespace smartqueue::presentation {

namespace {

using Comparison = engine::DayRecording::Comparison;
using Decider = Comparison::Decider;

/// Everything the sentences need of one comparison; only made when both tickets stood there.
class Case {
public:
    explicit Case(const RecorderAnswer &answer)
        : m_answer(answer), m_comparison(*answer.comparison), m_state(*answer.before)
    {
    }

    const Comparison &facts() const { return m_comparison; }
    QString first() const { return QString::fromStdString(m_answer.first); }
    QString second() const { return QString::fromStdString(m_answer.second); }
    QString minute(Instant at) const { return words::timeOfDay(at, m_answer.zone); }
    Instant now() const { return m_comparison.calledAt; }

    QString queueOf(const Ticket &ticket) const
    {
        const auto *queue = m_state.queue(ticket.queue);
        return queue ? QString::fromStdString(queue->config.name) : QString();
    }
    Duration slaOf(const Ticket &ticket) const
    {
        const auto *queue = m_state.queue(ticket.queue);
        return queue ? m_state.slaOf(queue->config) : Duration{0};
    }
    Instant deadline(const Ticket &ticket) const { return ticket.place.since + slaOf(ticket); }
    Instant firstDeadline() const { return m_comparison.basis.place.since + slaOf(m_comparison.first); }
    QString agent() const
    {
        const Agent *caller = m_state.agent(m_answer.caller);
        return caller ? QString::fromStdString(caller->name) : RecorderWords::tr("The agent");
    }
    QString counter() const
    {
        const Agent *caller = m_state.agent(m_answer.caller);
        return caller && !caller->counter.empty() ? counterPhrase(caller->counter) : RecorderWords::tr("this counter");
    }
    QString toGo(Instant deadline) const
    {
        return deadline >= now() ? RecorderWords::tr("in %1").arg(words::minutes(deadline - now()))
                                 : RecorderWords::tr("%1 late").arg(words::minutes(now() - deadline));
    }
    QString ago(Instant at) const { return RecorderWords::tr("%1 ago").arg(words::minutes(now() - at)); }

private:
    const RecorderAnswer &m_answer;
    const Comparison &m_comparison;
    const queueing::BranchState &m_state;
};

QString chosenAnswer(const Case &c)
{
    const QString reason = QString::fromStdString(c.facts().basis.reason);
    return reason.isEmpty() ? RecorderWords::tr("%1 chose %2 by hand.").arg(c.agent(), c.first())
                            : RecorderWords::tr("%1 chose %2 by hand: “%3”.").arg(c.agent(), c.first(), reason);
}

QString rankAnswer(const Case &c)
{
    const Comparison &f = c.facts();
    if (f.secondRank == 0)
        return RecorderWords::tr("%1 does not call from %2, where %3 was waiting.").arg(c.agent(), c.queueOf(*f.second), c.second());
    return RecorderWords::tr("%1 calls from %2 before %3.").arg(c.agent(), c.queueOf(f.first), c.queueOf(*f.second));
}

QString slaAnswer(const Case &c)
{
    const Instant other = c.deadline(*c.facts().second);
    return RecorderWords::tr("%1 had waited longer than the %2 promised. %3 still had %4.")
        .arg(c.first(), spanPhrase(c.slaOf(c.facts().first)), c.second(), spanPhrase(other - c.now()));
}

QString priorityAnswer(const Case &c)
{
    return RecorderWords::tr("%1 has priority %L2, %3 has %L4.")
        .arg(c.first()).arg(c.facts().basis.place.priority).arg(c.second()).arg(c.facts().second->place.priority);
}

QString placeAnswer(const Case &c)
{
    const Comparison &f = c.facts();
    if (f.first.arrivedAt <= f.second->arrivedAt)
        return RecorderWords::tr("%1 came first: at %2, %3 at %4.")
            .arg(c.first(), c.minute(f.first.arrivedAt), c.second(), c.minute(f.second->arrivedAt));
    return RecorderWords::tr("%1 stood further back in the line at %2, after it was returned or moved.").arg(c.second(), c.minute(c.now()));
}

QString notWaitingAnswer(const Case &c)
{
    const auto &second = c.facts().second;
    if (!second || second->arrivedAt > c.now())
        return RecorderWords::tr("%1 had not arrived yet at %2.").arg(c.second(), c.minute(c.now()));
    switch (second->state) {
    case TicketState::held:
        return RecorderWords::tr("%1 was on hold at %2.").arg(c.second(), c.minute(c.now()));
    case TicketState::called:
    case TicketState::serving:
        return RecorderWords::tr("%1 was already at a counter at %2.").arg(c.second(), c.minute(c.now()));
    default:
        return RecorderWords::tr("%1 was no longer waiting at %2.").arg(c.second(), c.minute(c.now()));
    }
}

QString answerOf(const Case &c)
{
    switch (c.facts().decider) {
    case Decider::chosen:
        return chosenAnswer(c);
    case Decider::reserved:
        return c.facts().basis.reserved
            ? RecorderWords::tr("%1 was kept for %2.").arg(c.first(), c.agent())
            : RecorderWords::tr("%1 was kept for another agent.").arg(c.second());
    case Decider::rank:
        return rankAnswer(c);
    case Decider::sla:
        return slaAnswer(c);
    case Decider::priority:
        return priorityAnswer(c);
    case Decider::place:
        return placeAnswer(c);
    case Decider::notWaiting:
        return notWaitingAnswer(c);
    case Decider::laterCalledFirst:
        return c.facts().secondCalledAt
            ? RecorderWords::tr("It was not: %1 was called first, at %2.").arg(c.second(), c.minute(*c.facts().secondCalledAt))
            : RecorderWords::tr("It was not: %1 was called first.").arg(c.second());
    }
    return {};
}

/// The rules in the order in which a call asks them.
struct Step {
    Decider decider;
    WhyWords::Rule rule;
    bool favoursSecond = false;
    bool undecided = false;
};

QList<Step> stepsOf(const Case &c)
{
    const Comparison &f = c.facts();
    const Ticket &second = *f.second;
    const Discipline discipline = f.basis.discipline;
    QList<Step> steps;
    if (f.decider == Decider::chosen) {
        steps.append({Decider::chosen, {RecorderWords::tr("Chosen by hand"), {}, RecorderWords::tr("Yes"), c.agent(), RecorderWords::tr("No"), {}, false}});
    }
    if (f.decider == Decider::reserved || f.basis.reserved || second.reservedFor) {
        const auto kept = [](bool yes) { return yes ? RecorderWords::tr("Yes") : RecorderWords::tr("No"); };
        steps.append({Decider::reserved, {RecorderWords::tr("Kept for an agent"), {}, kept(f.basis.reserved), {}, kept(bool(second.reservedFor)), {}, false}});
    }
    const auto rank = [](int value) { return value == 0 ? RecorderWords::tr("None") : QLocale().toString(value); };
    steps.append({Decider::rank,
                  {RecorderWords::tr("Rank, %1").arg(c.counter()), {}, rank(f.firstRank), c.queueOf(f.first), rank(f.secondRank), c.queueOf(second), false},
                  f.secondRank != 0 && (f.secondRank < f.firstRank || f.firstRank == 0), f.firstRank == f.secondRank});
    if (discipline == Discipline::sla) {
        const Instant a = c.firstDeadline();
        const Instant b = c.deadline(second);
        steps.append({Decider::sla, {RecorderWords::tr("Late for its SLA"), {}, c.minute(a), c.toGo(a), c.minute(b), c.toGo(b), false},
                      f.secondPastSla && !f.basis.pastSla, f.secondPastSla == f.basis.pastSla});
    }
    if (discipline != Discipline::fifo) {
        const int a = f.basis.place.priority;
        const int b = second.place.priority;
        steps.append({Decider::priority, {RecorderWords::tr("Priority"), {}, QLocale().toString(a), {}, QLocale().toString(b), {}, false}, b > a, a == b});
    }
    const Instant a = f.basis.place.since;
    const Instant b = second.place.since;
    steps.append({Decider::place, {RecorderWords::tr("Arrival"), {}, c.minute(a), c.ago(a), c.minute(b), c.ago(b), false}, b < a, a == b});

    bool reached = true;
    for (Step &step : steps) {
        step.rule.decided = step.decider == f.decider;
        step.rule.verdict = step.rule.decided ? RecorderWords::tr("decided here")
            : reached                         ? RecorderWords::tr("the same for both")
                                              : RecorderWords::tr("not reached");
        reached = reached && !step.rule.decided;
    }
    return steps;
}

/// What would have been without the rule that decided, and what became of the other one.
QString otherwiseOf(const Case &c, const QList<Step> &steps)
{
    QStringList sentences;
    bool after = false;
    for (const Step &step : steps) {
        if (after && step.favoursSecond) {
            sentences.append(step.decider == Decider::rank
                                 ? RecorderWords::tr("By rank, %1 would have gone first.").arg(c.second())
                                 : step.decider == Decider::sla
                                 ? RecorderWords::tr("By its SLA, %1 would have gone first.").arg(c.second())
                                 : step.decider == Decider::priority
                                 ? RecorderWords::tr("By priority, %1 would have gone first.").arg(c.second())
                                 : RecorderWords::tr("By arrival alone, %1 would have gone first.").arg(c.second()));
            break;
        }
        after = after || step.rule.decided;
    }
    const Comparison &f = c.facts();
    if (f.secondCalledAt) {
        const Duration spare = c.deadline(*f.second) - *f.secondCalledAt;
        sentences.append(spare >= Duration(0)
                             ? RecorderWords::tr("%1 was called at %2, in time.").arg(c.second(), c.minute(*f.secondCalledAt))
                             : RecorderWords::tr("%1 was called at %2, %3 late.").arg(c.second(), c.minute(*f.secondCalledAt), spanPhrase(spare)));
    } else {
        sentences.append(RecorderWords::tr("%1 was not called in this recording.").arg(c.second()));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

WhyWords RecorderWords::why(const RecorderAnswer &answer)
{
    WhyWords words;
    words.firstNumber = QString::fromStdString(answer.first);
    words.secondNumber = QString::fromStdString(answer.second);
    words.question = answer.kind == RecorderAnswer::Kind::none
        ? tr("Why was one ticket called before another?")
        : tr("Why was %1 called before %2?").arg(words.firstNumber, words.secondNumber);
    switch (answer.kind) {
    case RecorderAnswer::Kind::none:
        words.answer = tr("Until now nobody was called out of the order of arrival. Choose two tickets to compare them.");
        return words;
    case RecorderAnswer::Kind::unknownFirst:
        words.answer = tr("There is no ticket %1 on this day.").arg(words.firstNumber);
        return words;
    case RecorderAnswer::Kind::unknownSecond:
        words.answer = tr("There is no ticket %1 on this day.").arg(words.secondNumber);
        return words;
    case RecorderAnswer::Kind::sameTicket:
        words.answer = tr("Choose two different tickets.");
        return words;
    case RecorderAnswer::Kind::notCalled:
        words.answer = tr("%1 was not called on this day.").arg(words.firstNumber);
        return words;
    case RecorderAnswer::Kind::compared:
        break;
    }
    const Case c(answer);
    words.answer = answerOf(c);
    const Decider decider = answer.comparison->decider;
    if (answer.comparison->second && decider != Decider::notWaiting && decider != Decider::laterCalledFirst) {
        const QList<Step> steps = stepsOf(c);
        for (const Step &step : steps)
            words.rules.append(step.rule);
        words.otherwise = otherwiseOf(c, steps);
    }
    words.source = tr("As recorded then · entry %L1").arg(qlonglong(answer.sequence));
    return words;
}

} // namespace smartqueue::presentation
