#include "smartqueue/presentation/suggestion_text.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/analytics/staffing.h>

#include "smartqueue/presentation/words.h"

namespace smartqueue::presentation {

namespace {

struct SuggestionWords {
    Q_DECLARE_TR_FUNCTIONS(SuggestionWords)
};

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

/// `lent` more agents than now serve the queue when the suggestions above this one are applied.
SuggestionText textOf(const optimizer::ReallocationSuggestion &suggestion, const engine::Insights &insights, int lent)
{
    const auto &state = insights.snapshot->state;
    const Queue &queue = state.queue(suggestion.to)->config;
    analytics::Staffing before = analytics::staffingOf(state, queue);
    before.onDuty += lent;
    analytics::Staffing after = before;
    ++after.onDuty;
    SuggestionText words{suggestion.id, SuggestionWords::tr("Lend %1 to %2").arg(text(suggestion.agentName), text(suggestion.toName)), {}, {}};
    words.why = SuggestionWords::tr("%n waiting in %1, %2 per agent.", nullptr, suggestion.toWaiting)
                    .arg(text(suggestion.toName), words::number(analytics::loadRatio(suggestion.toWaiting, before.onDuty), 1));
    if (suggestion.from)
        words.why += QLatin1Char(' ') + SuggestionWords::tr("%1 comes from %2.").arg(text(suggestion.agentName), text(suggestion.fromName));
    const auto range = [&](const analytics::Staffing &staffing) {
        const analytics::Eta eta = analytics::etaOfNewArrival(state, suggestion.to, 0, insights.snapshot->at, staffing);
        return words::waitRange(eta.low, eta.high);
    };
    if (before.onDuty == 0)
        words.effect = SuggestionWords::tr("Expected: the queue is served again");
    else if (lent == 0)
        words.effect = SuggestionWords::tr("Expected: wait for newcomers %1 → %2").arg(range(before), range(after));
    else
        words.effect = SuggestionWords::tr("Expected after the help above: wait for newcomers %1 → %2").arg(range(before), range(after));
    return words;
}

SuggestionText textOf(const optimizer::TransferSuggestion &suggestion)
{
    return {suggestion.id, SuggestionWords::tr("Move ticket %1 to %2").arg(text(suggestion.ticketNumber), text(suggestion.toName)),
            SuggestionWords::tr("%1 wait in %2, %3 in %4, for the same service.")
                .arg(suggestion.fromWaiting).arg(text(suggestion.fromName)).arg(suggestion.toWaiting).arg(text(suggestion.toName)),
            SuggestionWords::tr("Expected: called about %1 sooner").arg(words::shortSpan(suggestion.timeSaved))};
}

SuggestionText textOf(const optimizer::DisciplineAdvice &advice)
{
    SuggestionText words{advice.id, SuggestionWords::tr("Call %1 by “%2”").arg(text(advice.queueName), words::discipline(advice.recommended)), {}, {}, true};
    using Reason = optimizer::DisciplineAdvice::Reason;
    switch (advice.reason) {
    case Reason::lateTickets:
        words.why = SuggestionWords::tr("%1 of the last week's customers were called late.").arg(words::percent(advice.lateShare));
        break;
    case Reason::priorityShare:
        words.why = SuggestionWords::tr("%1 of the last week's customers had a high priority.").arg(words::percent(advice.priorityShare));
        break;
    case Reason::simple:
        words.why = SuggestionWords::tr("Few late customers and few priorities in the last week: the simple order is enough.");
        break;
    case Reason::tooLittleHistory:
        break;
    }
    words.effect = SuggestionWords::tr("Today: “%1”. The effect is not measured yet.").arg(words::discipline(advice.current));
    return words;
}

} // namespace

QList<SuggestionText> openSuggestions(const engine::Insights &insights)
{
    const auto &decided = insights.snapshot->state.decided;
    const auto isDismissed = [&](const SuggestionId &id) {
        return std::any_of(decided.begin(), decided.end(), [&](const auto &item) { return item.id == id && item.dismissed && !item.undone; });
    };
    QList<SuggestionText> texts;
    std::map<QueueId, int> lent;
    for (const auto &suggestion : insights.report.reallocations) {
        if (!isDismissed(suggestion.id))
            texts.append(textOf(suggestion, insights, lent[suggestion.to]++));
    }
    for (const auto &suggestion : insights.report.transfers)
        texts.append(textOf(suggestion));
    for (const auto &advice : insights.report.disciplines)
        texts.append(textOf(advice));
    texts.removeIf([&](const SuggestionText &open) { return isDismissed(open.id); });
    return texts;
}

QString decidedText(const queueing::DecidedSuggestion &decided, const queueing::BranchState &state)
{
    if (!decided.action)
        return SuggestionWords::tr("A suggestion was dismissed");
    const SuggestedAction &action = *decided.action;
    const auto *queue = state.queue(action.toQueue);
    const QString target = queue ? text(queue->config.name) : SuggestionWords::tr("a queue that is gone");
    switch (action.kind) {
    case SuggestionKind::transfer: {
        const Ticket *ticket = state.ticket(action.ticket);
        return ticket ? SuggestionWords::tr("Ticket %1 moved to %2").arg(text(ticket->number), target) : SuggestionWords::tr("A ticket moved to %1").arg(target);
    }
    case SuggestionKind::reallocation: {
        const Agent *agent = state.agent(action.agent);
        return SuggestionWords::tr("%1 helps in %2").arg(agent ? text(agent->name) : SuggestionWords::tr("An agent"), target);
    }
    case SuggestionKind::discipline:
        return SuggestionWords::tr("%1 is called by “%2”").arg(target, words::discipline(action.discipline));
    }
    return {};
}

} // namespace smartqueue::presentation
