#include <algorithm>

#include <smartqueue/domain/limits.h>

#include "applier.h"

namespace smartqueue::queueing {

void Applier::decided(DecidedSuggestion suggestion)
{
    m_state.decided.push_back(std::move(suggestion));
    if (m_state.decided.size() > limits::keptOfTheDay)
        m_state.decided.erase(m_state.decided.begin());
}

void Applier::on(const SuggestionApplied &e)
{
    decided({e.suggestion, m_batch.at, false, false, {}, e.action, m_batch.command});
}

void Applier::on(const SuggestionDismissed &e)
{
    decided({e.suggestion, m_batch.at, true, false, e.reason, {}, m_batch.command});
}

void Applier::on(const AlertRaised &e)
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

void Applier::on(const AlertUpdated &e)
{
    Alert &alert = m_state.alerts.at(e.alert);
    // Worse than what was acknowledged is news again.
    if (e.severity > alert.severity)
        alert.acknowledgedAt.reset();
    alert.severity = e.severity;
    alert.value = e.value;
}

void Applier::on(const AlertCleared &e)
{
    m_state.alerts.at(e.alert).clearedAt = m_batch.at;
    const auto isCleared = [](const auto &item) { return item.second.clearedAt.has_value(); };
    if (std::size_t(std::count_if(m_state.alerts.begin(), m_state.alerts.end(), isCleared)) > limits::keptOfTheDay)
        m_state.alerts.erase(std::find_if(m_state.alerts.begin(), m_state.alerts.end(), isCleared));
}

void Applier::on(const AlertAcknowledged &e)
{
    m_state.alerts.at(e.alert).acknowledgedAt = m_batch.at;
}

void Applier::on(const AlertSnoozed &e)
{
    m_state.alerts.at(e.alert).snoozedUntil = e.until;
}

void Applier::on(const AlertAssigned &e)
{
    m_state.alerts.at(e.alert).owner = e.owner;
}

} // namespace smartqueue::queueing
