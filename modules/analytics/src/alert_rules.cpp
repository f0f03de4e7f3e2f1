#include "smartqueue/analytics/alert_rules.h"

#include <algorithm>

namespace smartqueue::analytics {

namespace {

const AlertFinding *findingOf(const QueueHealth &health, AlertType type)
{
    const auto found = std::find_if(health.alerts.begin(), health.alerts.end(),
                                    [&](const AlertFinding &finding) { return finding.type == type; });
    return found == health.alerts.end() ? nullptr : &*found;
}

/// A severe SLA alert stays severe until the late share has fallen clear of its threshold.
Severity heldSeverity(const QueueHealth &health, const AlertFinding &finding, const Alert &open)
{
    if (finding.type == AlertType::slaBreach && finding.severity == Severity::medium && open.severity == Severity::high
        && health.breachRate * 100 >= clearShare * thresholds::severeLatePercent)
        return Severity::high;
    return finding.severity;
}

} // namespace

bool keepsOpen(const QueueHealth &health, AlertType type)
{
    if (findingOf(health, type))
        return true;
    switch (type) {
    case AlertType::capacity:
        return health.maxCapacity && *health.maxCapacity > 0
            && health.waiting * 100.0 >= clearShare * thresholds::capacityAlertPercent * *health.maxCapacity;
    case AlertType::highWaitTime:
        return health.meanEtaOfFirst > 0
            && health.meanEtaOfFirst >= clearShare * thresholds::waitAlertSlas * double(health.sla.count());
    case AlertType::slaBreach:
    case AlertType::noAgents:
        // Their threshold is one ticket, or nobody: below it there is nothing left to report.
        return false;
    }
    return false;
}

std::vector<CommandBody> AlertTracker::evaluate(const Overview &overview, const std::map<AlertId, Alert> &alerts)
{
    std::map<AlertKey, const Alert *> open;
    for (const auto &[id, alert] : alerts) {
        if (!alert.clearedAt)
            open.emplace(AlertKey(alert.queue, alert.type), &alert);
    }

    std::vector<CommandBody> commands;
    std::set<AlertKey> holding;
    std::set<AlertKey> kept;
    for (const QueueHealth &health : overview.queues) {
        for (const AlertFinding &finding : health.alerts) {
            const AlertKey key(health.id, finding.type);
            holding.insert(key);
            const auto raised = open.find(key);
            if (raised == open.end()) {
                if (m_holdingBefore.count(key))
                    commands.emplace_back(RaiseAlert{finding.type, finding.severity, health.id, finding.value});
                continue;
            }
            const Severity severity = heldSeverity(health, finding, *raised->second);
            if (severity != raised->second->severity)
                commands.emplace_back(RaiseAlert{finding.type, severity, health.id, finding.value});
        }
        for (auto alert = open.lower_bound(AlertKey(health.id, AlertType{}));
             alert != open.end() && alert->first.first == health.id; ++alert) {
            if (keepsOpen(health, alert->first.second))
                kept.insert(alert->first);
        }
    }
    for (const auto &[key, alert] : open) {
        if (!kept.count(key))
            commands.emplace_back(ClearAlert{alert->id});
    }
    m_holdingBefore = std::move(holding);
    return commands;
}

void RiseCounter::observe(const Overview &overview)
{
    for (const CommandBody &command : m_tracker.evaluate(overview, m_open)) {
        if (const auto *cleared = std::get_if<ClearAlert>(&command)) {
            m_open.erase(cleared->alert);
        } else if (const auto *raised = std::get_if<RaiseAlert>(&command)) {
            const auto known = std::find_if(m_open.begin(), m_open.end(), [&](const auto &entry) {
                return entry.second.queue == raised->queue && entry.second.type == raised->type;
            });
            if (known != m_open.end()) {
                known->second.severity = raised->severity;
                continue;
            }
            Alert alert;
            alert.id = AlertId{++m_lastId};
            alert.type = raised->type;
            alert.severity = raised->severity;
            alert.queue = raised->queue;
            alert.value = raised->value;
            alert.raisedAt = overview.at;
            m_open.emplace(alert.id, alert);
            ++m_rises[AlertKey(raised->queue, raised->type)];
        }
    }
}

int RiseCounter::rises(AlertType type) const
{
    int count = 0;
    for (const auto &[key, rises] : m_rises) {
        if (key.second == type)
            count += rises;
    }
    return count;
}

int RiseCounter::rises(AlertType type, QueueId queue) const
{
    const auto found = m_rises.find(AlertKey(queue, type));
    return found == m_rises.end() ? 0 : found->second;
}

} // namespace smartqueue::analytics
