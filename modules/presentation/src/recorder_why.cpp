#include <optional>

#include <QLocale>

#include <smartqueue/presentation/words.h>

#include "recorder_phrases.h"
#include "smartqueue/presentation/recorder_words.h"

namespace smartqueue::presentation {

namespace {

using Comparison = engine::DayRecording::Comparison;
using Decider = Comparison::Decider;
using queueing::CallRule;
using queueing::Obstacle;

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

QString reservedAnswer(const Case &c)
{
    return RecorderWords::tr("%1 was kept for %2.").arg(c.first(), c.agent());
}

QString urgencyAnswer(const Case &c)
{
    const Comparison &f = c.facts();
    const QString first = c.queueOf(f.first);
    const QString second = c.queueOf(*f.second);
    switch (f.basis.urgency ? f.basis.urgency->by : CallRouting::ranks) {
    case CallRouting::ranks:
        break;
    case CallRouting::longestQueue:
        return RecorderWords::tr("More people waited in %1 than in %2, and the longest line goes first.").arg(first, second);
    case CallRouting::costedDelay:
        return RecorderWords::tr("Waiting cost more in %1 than in %2: for its SLA it had lasted longer there, or its services are shorter.").arg(first, second);
    case CallRouting::deadline:
        return RecorderWords::tr("The next of %1 had the nearer deadline than the next of %2.").arg(first, second);
    }
    return {};
}

QString rankAnswer(const Case &c)
{
    return RecorderWords::tr("%1 calls from %2 before %3.").arg(c.agent(), c.queueOf(c.facts().first), c.queueOf(*c.facts().second));
}

QString slaAnswer(const Case &c)
{
    if (c.facts().secondBasis.discipline != Discipline::sla) {
        return RecorderWords::tr("%1 had waited longer than the %2 promised. In %3 being late does not count.")
            .arg(c.first(), spanPhrase(c.slaOf(c.facts().first)), c.queueOf(*c.facts().second));
    }
    const Instant other = c.deadline(*c.facts().second);
    return RecorderWords::tr("%1 had waited longer than the %2 promised. %3 still had %4.")
        .arg(c.first(), spanPhrase(c.slaOf(c.facts().first)), c.second(), spanPhrase(other - c.now()));
}

QString priorityAnswer(const Case &c)
{
    const Comparison &f = c.facts();
    // Where priority does not count everybody has 0, so a negative one elsewhere comes after them.
    if (f.basis.discipline == Discipline::fifo)
        return RecorderWords::tr("%1 has priority %L2. In %3 only the order of arrival counts.")
            .arg(c.second()).arg(queueing::countedPriority(f.secondBasis)).arg(c.queueOf(f.first));
    if (f.secondBasis.discipline == Discipline::fifo)
        return RecorderWords::tr("%1 has priority %L2. In %3 only the order of arrival counts.")
            .arg(c.first()).arg(queueing::countedPriority(f.basis)).arg(c.queueOf(*f.second));
    return RecorderWords::tr("%1 has priority %L2, %3 has %L4.")
        .arg(c.first()).arg(queueing::countedPriority(f.basis)).arg(c.second()).arg(queueing::countedPriority(f.secondBasis));
}

QString placeAnswer(const Case &c)
{
    const Comparison &f = c.facts();
    const bool asArrived = f.basis.place.since == f.first.arrivedAt && f.secondBasis.place.since == f.second->arrivedAt;
    if (asArrived && f.first.arrivedAt <= f.second->arrivedAt)
        return RecorderWords::tr("%1 came first: at %2, %3 at %4.")
            .arg(c.first(), c.minute(f.first.arrivedAt), c.second(), c.minute(f.second->arrivedAt));
    return RecorderWords::tr("%1 stood before %2 in the line: one of the two had been returned or moved.").arg(c.first(), c.second());
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

QString obstacleAnswer(const Case &c)
{
    const auto &second = c.facts().second;
    switch (c.facts().obstacle) {
    case Obstacle::none:
        break;
    case Obstacle::notWaiting:
        return notWaitingAnswer(c);
    case Obstacle::keptForAnother:
        return RecorderWords::tr("%1 was kept for another agent.").arg(c.second());
    case Obstacle::queuePaused:
        return RecorderWords::tr("%1, where %2 was waiting, was paused.").arg(c.queueOf(*second), c.second());
    case Obstacle::notAssigned:
        return RecorderWords::tr("%1 does not call from %2, where %3 was waiting.").arg(c.agent(), c.queueOf(*second), c.second());
    case Obstacle::missingSkill:
        return RecorderWords::tr("%1 lacks a skill for %2, where %3 was waiting.").arg(c.agent(), c.queueOf(*second), c.second());
    }
    return {};
}

QString ruleAnswer(const Case &c)
{
    switch (c.facts().rule) {
    case CallRule::reserved:
        return reservedAnswer(c);
    case CallRule::urgency:
        return urgencyAnswer(c);
    case CallRule::rank:
        return rankAnswer(c);
    case CallRule::sla:
        return slaAnswer(c);
    case CallRule::priority:
        return priorityAnswer(c);
    case CallRule::place:
        return placeAnswer(c);
    }
    return {};
}

QString answerOf(const Case &c)
{
    switch (c.facts().decider) {
    case Decider::chosen:
        return chosenAnswer(c);
    case Decider::notCallable:
        return obstacleAnswer(c);
    case Decider::rule:
        return ruleAnswer(c);
    case Decider::secondCalledFirst:
        return c.facts().secondCalledAt
            ? RecorderWords::tr("It was not: %1 was called first, at %2.").arg(c.second(), c.minute(*c.facts().secondCalledAt))
            : RecorderWords::tr("It was not: %1 was called first.").arg(c.second());
    }
    return {};
}

/// One rule of a call with what it says of both. Without a rule: what stood before all rules.
struct Step {
    std::optional<CallRule> rule;
    WhyWords::Rule words;
    /// The rule alone would have let the second one go first.
    bool favoursSecond = false;
    /// It tells the two apart.
    bool tells = true;
};

Step byHand(const Case &c)
{
    return {{}, {RecorderWords::tr("Chosen by hand"), {}, RecorderWords::tr("Yes"), c.agent(), RecorderWords::tr("No"), {}, false}};
}

Step keptForAgent(const Case &c)
{
    const auto kept = [](bool yes) { return yes ? RecorderWords::tr("Yes") : RecorderWords::tr("No"); };
    const bool first = c.facts().basis.reserved;
    const bool second = bool(c.facts().second->reservedFor);
    return {CallRule::reserved, {RecorderWords::tr("Kept for an agent"), {}, kept(first), {}, kept(second), {}, false},
            c.facts().secondBasis.reserved && !first, first != second};
}

/// The index as people read it.
QString shown(const std::optional<CallUrgency> &urgency)
{
    if (!urgency)
        return RecorderWords::tr("None");
    switch (urgency->by) {
    case CallRouting::ranks:
        break;
    case CallRouting::longestQueue:
        return RecorderWords::tr("%Ln waiting", nullptr, int(urgency->index));
    case CallRouting::costedDelay:
        return QLocale().toString(urgency->index, 'f', 1);
    case CallRouting::deadline: {
        const QString span = spanPhrase(std::chrono::milliseconds(std::int64_t(std::abs(urgency->index) * 1000)));
        return urgency->index > 0 ? RecorderWords::tr("%1 late").arg(span) : RecorderWords::tr("%1 to go").arg(span);
    }
    }
    return {};
}

Step routed(const Case &c)
{
    const Comparison &f = c.facts();
    const auto indexOf = [](const CallBasis &basis) { return basis.urgency ? basis.urgency->index : 0; };
    return {CallRule::urgency,
            {words::routing(f.basis.urgency ? f.basis.urgency->by : f.secondBasis.urgency->by), {}, shown(f.basis.urgency), c.queueOf(f.first),
             shown(f.secondBasis.urgency), c.queueOf(*f.second), false},
            f.obstacle == Obstacle::none && indexOf(f.secondBasis) > indexOf(f.basis), indexOf(f.secondBasis) != indexOf(f.basis)};
}

Step ranked(const Case &c)
{
    const Comparison &f = c.facts();
    // A queue from which the agent does not call has no rank for them.
    const auto asCalled = [&](int rank) {
        return rank == 0 || f.obstacle == Obstacle::queuePaused || f.obstacle == Obstacle::missingSkill ? RecorderWords::tr("None")
                                                                                                      : QLocale().toString(rank);
    };
    const QString first = f.basis.rank == 0 ? RecorderWords::tr("None") : QLocale().toString(f.basis.rank);
    return {CallRule::rank,
            {RecorderWords::tr("Rank, %1").arg(c.counter()), {}, first, c.queueOf(f.first), asCalled(f.secondBasis.rank), c.queueOf(*f.second), false},
            f.obstacle == Obstacle::none && f.secondBasis.rank < f.basis.rank, f.secondBasis.rank != f.basis.rank};
}

Step late(const Case &c)
{
    const Comparison &f = c.facts();
    const auto note = [&](const CallBasis &basis, Instant deadline) {
        return basis.discipline == Discipline::sla ? c.toGo(deadline) : RecorderWords::tr("does not count");
    };
    const Instant first = c.firstDeadline();
    const Instant second = c.deadline(*f.second);
    return {CallRule::sla,
            {RecorderWords::tr("Late for its SLA"), {}, c.minute(first), note(f.basis, first), c.minute(second), note(f.secondBasis, second), false},
            queueing::countsAsLate(f.secondBasis) && !queueing::countsAsLate(f.basis),
            queueing::countsAsLate(f.secondBasis) != queueing::countsAsLate(f.basis)};
}

Step urgent(const Case &c)
{
    const Comparison &f = c.facts();
    const auto note = [](const CallBasis &basis) { return basis.discipline == Discipline::fifo ? RecorderWords::tr("does not count") : QString(); };
    const int first = queueing::countedPriority(f.basis);
    const int second = queueing::countedPriority(f.secondBasis);
    return {CallRule::priority,
            {RecorderWords::tr("Priority"), {}, QLocale().toString(f.basis.place.priority), note(f.basis),
             QLocale().toString(f.secondBasis.place.priority), note(f.secondBasis), false},
            second > first, second != first};
}

Step placed(const Case &c)
{
    const Comparison &f = c.facts();
    const Instant first = f.basis.place.since;
    const Instant second = f.secondBasis.place.since;
    const bool asArrived = first == f.first.arrivedAt && second == f.second->arrivedAt;
    return {CallRule::place,
            {asArrived ? RecorderWords::tr("Arrival") : RecorderWords::tr("Place in line"), {}, c.minute(first), c.ago(first), c.minute(second),
             c.ago(second), false},
            second < first, second != first};
}

/// The rules in the order in which a call asks them, as far as they could say something.
QList<Step> stepsOf(const Case &c)
{
    const Comparison &f = c.facts();
    const auto either = [&](auto holds) { return holds(f.basis.discipline) || holds(f.secondBasis.discipline); };
    QList<Step> steps;
    if (f.decider == Decider::chosen)
        steps.append(byHand(c));
    if (f.basis.reserved || f.second->reservedFor)
        steps.append(keptForAgent(c));
    // Two that were kept for the same agent go in the order of their places.
    if (!f.basis.reserved || !f.secondBasis.reserved) {
        if (f.basis.urgency || f.secondBasis.urgency)
            steps.append(routed(c));
        steps.append(ranked(c));
        if (either([](Discipline d) { return d == Discipline::sla; }))
            steps.append(late(c));
        if (either([](Discipline d) { return d != Discipline::fifo; }))
            steps.append(urgent(c));
    }
    steps.append(placed(c));

    const auto decided = [&](const Step &step) {
        switch (f.decider) {
        case Decider::chosen:
            return !step.rule;
        case Decider::notCallable:
            return step.rule == (f.obstacle == Obstacle::keptForAnother ? CallRule::reserved : CallRule::rank);
        case Decider::rule:
            return step.rule == f.rule;
        case Decider::secondCalledFirst:
            break;
        }
        return false;
    };
    bool reached = true;
    for (Step &step : steps) {
        step.words.decided = decided(step);
        step.words.verdict = step.words.decided ? RecorderWords::tr("decided here")
            : reached                           ? RecorderWords::tr("the same for both")
                                                : RecorderWords::tr("not reached");
        reached = reached && !step.words.decided;
    }
    return steps;
}

QString wouldHaveGoneFirst(CallRule rule, const QString &second)
{
    switch (rule) {
    case CallRule::reserved:
        return RecorderWords::tr("%1 was kept for the agent and would have gone first.").arg(second);
    case CallRule::urgency:
        return RecorderWords::tr("By the branch's rule for its queues, %1 would have gone first.").arg(second);
    case CallRule::rank:
        return RecorderWords::tr("By rank, %1 would have gone first.").arg(second);
    case CallRule::sla:
        return RecorderWords::tr("By its SLA, %1 would have gone first.").arg(second);
    case CallRule::priority:
        return RecorderWords::tr("By priority, %1 would have gone first.").arg(second);
    case CallRule::place:
        return RecorderWords::tr("By arrival alone, %1 would have gone first.").arg(second);
    }
    return {};
}

/// What would have been without the rule that decided, and what became of the other one.
QString otherwiseOf(const Case &c, const QList<Step> &steps)
{
    QStringList sentences;
    bool after = false;
    bool settled = false;
    for (const Step &step : steps) {
        // Only the next rule that tells the two apart would have decided; the order of arrival is worth telling anyway.
        if (after && step.favoursSecond && step.rule && (!settled || step.rule == CallRule::place)) {
            sentences.append(wouldHaveGoneFirst(*step.rule, c.second()));
            break;
        }
        settled = settled || (after && step.tells);
        after = after || step.words.decided;
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
    if (answer.comparison->obstacle != Obstacle::notWaiting && answer.comparison->decider != Decider::secondCalledFirst) {
        const QList<Step> steps = stepsOf(c);
        for (const Step &step : steps)
            words.rules.append(step.words);
        words.otherwise = otherwiseOf(c, steps);
    }
    words.source = tr("As recorded then · entry %L1").arg(qlonglong(answer.sequence));
    return words;
}

} // namespace smartqueue::presentation
