#include "smartqueue/analytics/alert_rules.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::analytics {

namespace {

const AlertFinding *findingOf(const QueueHealth &health, AlertType type)
{
    const auto found = std::find_if(health.alerts.begin(), health.alerts.end(),
                                    [&](const AlertFinding &finding) { return finding.type == type; });
    return found == health.alerts.end() ? nullptr : &*found;
}

/// As it stands, whether the rule holds or the alert only stays open.
double figureOf(const QueueHealth &health, AlertType type)
{
    switch (type) {
    case AlertType::capacity:
    case AlertType::noAgents:
        return health.waiting;
    case AlertType::slaBreach:
        return health.late;
    case AlertType::highWaitTime:
        return health.meanEtaOfFirst;
    }
    return 0;
}

/// Waits are told in minutes; a second more or less is no news.
bool readsDifferent(AlertType type, double told, double now)
{
    const double unit = type == AlertType::highWaitTime ? 60 : 1;
    return std::llround(told / unit) != std::llround(now / unit);
}

/// A severe SLA alert stays severe until the late share has fallen clear of its threshold.
Severity heldSeverity(const QueueHealth &health, const Alert &open)
{
    const AlertFinding *finding = findingOf(health, open.type);
    const bool clearOfSevere = health.breachRate * 100 < clearShare * thresholds::severeLatePercent;
    if (!finding || (open.type == AlertType::slaBreach && open.severity == Severity::high && !clearOfSevere))
        return open.severity;
    return finding->severity;
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
    std::map<AlertKey, Instant> holdingSince;
    std::map<AlertKey, Instant> toldAt;
    const auto tell = [&](const AlertKey &key, Severity severity, double value) {
        commands.emplace_back(RaiseAlert{key.second, severity, key.first, value});
        toldAt[key] = overview.at;
    };
    for (const QueueHealth &health : overview.queues) {
        for (const AlertFinding &finding : health.alerts) {
            const AlertKey key(health.id, finding.type);
            const auto before = m_holdingSince.find(key);
            const Instant since = before == m_holdingSince.end() ? overview.at : before->second;
            holdingSince[key] = since;
            if (!open.contains(key) && before != m_holdingSince.end() && overview.at - since >= risesAfter)
                tell(key, finding.severity, finding.value);
        }
        for (auto item = open.lower_bound(AlertKey(health.id, AlertType{})); item != open.end() && item->first.first == health.id;
             ++item) {
            const auto &[key, alert] = *item;
            if (!keepsOpen(health, key.second))
                continue;
            const auto before = m_toldAt.find(key);
            const Instant told = toldAt[key] = before == m_toldAt.end() ? alert->raisedAt : before->second;
            const Severity severity = heldSeverity(health, *alert);
            const double value = figureOf(health, key.second);
            const bool figureDue = overview.at - told >= figureEvery && readsDifferent(key.second, alert->value, value);
            if (severity != alert->severity || figureDue)
                tell(key, severity, value);
        }
    }
    for (const auto &[key, alert] : open) {
        if (!toldAt.contains(key))
            commands.emplace_back(ClearAlert{alert->id});
    }
    m_holdingSince = std::move(holdingSince);
    m_toldAt = std::move(toldAt);
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
                known->second.value = raised->value;
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
