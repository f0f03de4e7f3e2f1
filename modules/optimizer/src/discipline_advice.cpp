#include <array>

#include <smartqueue/domain/names.h>

#include "smartqueue/optimizer/report.h"
#include "smartqueue/optimizer/rules.h"

namespace smartqueue::optimizer {

namespace {

constexpr std::string_view idPrefix = "discipline-";

} // namespace

bool isDisciplineAdvice(const SuggestionId &suggestion)
{
    return suggestion.starts_with(idPrefix);
}

DisciplineAdvice adviceFor(const queueing::BranchState &state, QueueId id, const History &history)
{
    using Reason = DisciplineAdvice::Reason;
    using Confidence = DisciplineAdvice::Confidence;
    const Queue &queue = state.queues.at(id).config;
    DisciplineAdvice advice;
    advice.queue = id;
    advice.queueName = queue.name;
    advice.current = queue.discipline;
    advice.tickets = history.tickets;
    advice.lateShare = history.started > 0 ? double(history.startedLate) / history.started : 0;
    advice.priorityShare = history.tickets > 0 ? double(history.highPriority) / history.tickets : 0;
    if (history.tickets < rules::adviceTickets) {
        advice.recommended = queue.discipline;
        advice.reason = Reason::tooLittleHistory;
        advice.confidence = Confidence::low;
    } else if (advice.lateShare > rules::lateShare) {
        advice.recommended = Discipline::sla;
        advice.reason = Reason::lateTickets;
        advice.confidence = Confidence::high;
    } else if (advice.priorityShare > rules::priorityShare) {
        advice.recommended = Discipline::priority;
        advice.reason = Reason::priorityShare;
        advice.confidence = Confidence::high;
    } else {
        advice.recommended = Discipline::fifo;
        advice.reason = Reason::simple;
        advice.confidence = Confidence::medium;
    }
    advice.id = std::string(idPrefix) + std::to_string(id.value) + "-" + std::string(smartqueue::nameOf(advice.recommended));
    return advice;
}

std::string_view nameOf(DisciplineAdvice::Reason reason)
{
    constexpr std::array<std::string_view, 4> names{"late_tickets", "priority_share", "simple", "too_little_history"};
    return names[std::size_t(reason)];
}

std::string_view nameOf(DisciplineAdvice::Confidence confidence)
{
    constexpr std::array<std::string_view, 3> names{"low", "medium", "high"};
    return names[std::size_t(confidence)];
}

} // namespace smartqueue::optimizer
