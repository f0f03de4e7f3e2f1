#include "smartqueue/presentation/alert_model.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <QCoreApplication>

#include <smartqueue/analytics/health.h>

#include "smartqueue/presentation/words.h"

namespace smartqueue::presentation {

namespace {

struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

bool sameFacts(const Alert &a, const Alert &b)
{
    return a.id == b.id && a.severity == b.severity && a.value == b.value && a.clearedAt == b.clearedAt
        && a.acknowledgedAt == b.acknowledgedAt && a.snoozedUntil == b.snoozedUntil && a.owner == b.owner;
}

} // namespace

AlertStanding standingOf(const Alert &alert, Instant now)
{
    if (alert.clearedAt)
        return AlertStanding::over;
    if (alert.acknowledgedAt)
        return AlertStanding::acknowledged;
    return alert.snoozedUntil && *alert.snoozedUntil > now ? AlertStanding::snoozed : AlertStanding::open;
}

QString standingWord(AlertStanding standing)
{
    switch (standing) {
    case AlertStanding::open: return AlertWords::tr("Open");
    case AlertStanding::snoozed: return AlertWords::tr("Snoozed");
    case AlertStanding::acknowledged: return AlertWords::tr("Acknowledged");
    case AlertStanding::over: return AlertWords::tr("Over");
    }
    return {};
}

QString alertSentence(const Alert &alert)
{
    const int count = qRound(alert.value);
    switch (alert.type) {
    case AlertType::capacity: return AlertWords::tr("%n waiting: nearly full", nullptr, count);
    case AlertType::slaBreach: return AlertWords::tr("%n past the promised time", nullptr, count);
    case AlertType::noAgents: return AlertWords::tr("Nobody serves while %n wait(s)", nullptr, count);
    case AlertType::highWaitTime:
        return AlertWords::tr("Those in front will wait about %1").arg(words::minutes(std::chrono::seconds(count)));
    }
    return {};
}

QString alertCause(const Alert &alert, const engine::BranchSnapshot &snapshot)
{
    if (alert.clearedAt) {
        return AlertWords::tr("It was over at %1, after %2.")
            .arg(words::timeOfDay(*alert.clearedAt, snapshot.zone), words::shortSpan(*alert.clearedAt - alert.raisedAt));
    }
    if (!snapshot.state.queue(alert.queue))
        return AlertWords::tr("The queue is no longer there.");
    const analytics::QueueHealth health = analytics::healthOf(snapshot.state, alert.queue, snapshot.at);
    switch (alert.type) {
    case AlertType::capacity:
        return AlertWords::tr("%1 of %2 places are taken. When they are gone, nobody more gets a ticket.")
            .arg(health.waiting).arg(health.maxCapacity.value_or(0));
    case AlertType::slaBreach:
        return AlertWords::tr("%1 of the %2 who wait have waited longer than the promised %3.")
            .arg(health.late).arg(health.waiting).arg(words::minutes(health.sla));
    case AlertType::noAgents:
        return health.waiting > 0 ? AlertWords::tr("%n wait(s), and nobody at a counter can serve them.", nullptr, health.waiting)
                                  : AlertWords::tr("Nobody at a counter can serve this queue.");
    case AlertType::highWaitTime:
        return AlertWords::tr("Those in front will wait %1 on average; promised are %2.")
            .arg(words::minutes(Duration(std::int64_t(health.meanEtaOfFirst * 1000))), words::minutes(health.sla));
    }
    return {};
}

QString ruleSentence(AlertType type)
{
    namespace t = analytics::thresholds;
    switch (type) {
    case AlertType::capacity:
        return AlertWords::tr("%1 of a queue’s places are taken.").arg(words::percent(t::capacityAlertPercent / 100.0));
    case AlertType::slaBreach:
        return AlertWords::tr("Someone has waited longer than promised. High when it is more than %1 of those waiting.")
            .arg(words::percent(t::severeLatePercent / 100.0));
    case AlertType::noAgents:
        return AlertWords::tr("People wait and nobody at a counter can serve them.");
    case AlertType::highWaitTime:
        return AlertWords::tr("The first %1 in line will wait more than %2 times the promised time.")
            .arg(t::waitAlertTickets).arg(words::number(t::waitAlertSlas));
    }
    return {};
}

AlertModel::AlertModel(QObject *parent) : QAbstractTableModel(parent) {}

void AlertModel::show(const engine::SharedSnapshot &snapshot)
{
    std::vector<Alert> alerts;
    for (const auto &[id, alert] : snapshot->state.alerts)
        alerts.push_back(alert);
    const auto order = [&](const Alert &alert) {
        return std::tuple(standingOf(alert, snapshot->at), -int(alert.severity), -alert.raisedAt.time_since_epoch().count());
    };
    std::sort(alerts.begin(), alerts.end(), [&](const Alert &a, const Alert &b) { return order(a) < order(b); });
    const auto before = std::exchange(m_snapshot, snapshot);
    const bool sameRows = alerts.size() == m_alerts.size()
        && std::equal(alerts.begin(), alerts.end(), m_alerts.begin(), [](const Alert &a, const Alert &b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_alerts = std::move(alerts);
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < alerts.size(); ++row) {
        if (sameFacts(alerts[row], m_alerts[row]) && standingOf(alerts[row], snapshot->at) == standingOf(alerts[row], before->at))
            continue;
        m_alerts[row] = alerts[row];
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), columnCountValue - 1));
    }
}

void AlertModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCountValue - 1);
    if (!m_alerts.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_alerts.size()) - 1, columnCountValue - 1));
}

AlertId AlertModel::idAt(int row) const
{
    const Alert *alert = alertAt(row);
    return alert ? alert->id : AlertId{};
}

const Alert *AlertModel::alertAt(int row) const
{
    return row >= 0 && row < int(m_alerts.size()) ? &m_alerts[std::size_t(row)] : nullptr;
}

int AlertModel::rowOf(AlertId id) const
{
    const auto found = std::find_if(m_alerts.begin(), m_alerts.end(), [&](const Alert &alert) { return alert.id == id; });
    return found == m_alerts.end() ? -1 : int(found - m_alerts.begin());
}

int AlertModel::needingSomeone() const
{
    return int(std::count_if(m_alerts.begin(), m_alerts.end(),
                             [&](const Alert &alert) { return standingOf(alert, m_snapshot->at) == AlertStanding::open; }));
}

int AlertModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_alerts.size());
}

int AlertModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountValue;
}

QVariant AlertModel::data(const QModelIndex &index, int role) const
{
    const Alert *alert = index.isValid() ? alertAt(index.row()) : nullptr;
    if (!alert || role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case severity: return words::severity(alert->severity);
    case what: return alertSentence(*alert);
    case queue: {
        const auto *queueState = m_snapshot->state.queue(alert->queue);
        return queueState ? QString::fromStdString(queueState->config.name) : QString();
    }
    case since: return words::timeOfDay(alert->raisedAt, m_snapshot->zone);
    case standing: {
        const AlertStanding now = standingOf(*alert, m_snapshot->at);
        return now == AlertStanding::snoozed ? AlertWords::tr("Snoozed until %1").arg(words::timeOfDay(*alert->snoozedUntil, m_snapshot->zone)) : standingWord(now);
    }
    case owner: return alert->owner.empty() ? QStringLiteral("–") : QString::fromStdString(alert->owner);
    default: return {};
    }
}

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case severity: return AlertWords::tr("Severity");
    case what: return AlertWords::tr("What happens");
    case queue: return AlertWords::tr("Queue");
    case since: return AlertWords::tr("Since");
    case standing: return AlertWords::tr("State");
    case owner: return AlertWords::tr("Owner");
    default: return {};
    }
}

} // namespace smartqueue::presentation
