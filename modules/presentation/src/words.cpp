#include "smartqueue/presentation/words.h"

#include <cmath>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace smartqueue::presentation::words {

namespace {

using namespace std::chrono;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QDateTime local(Instant at, const TimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(zone.toLocal(at).time_since_epoch().count(), Qt::UTC);
}

QString hoursAndMinutes(std::int64_t total)
{
    return Words::tr("%1 h %2").arg(total / 60).arg(total % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString discipline(Discipline value)
{
    switch (value) {
    case Discipline::fifo: return Words::tr("First come, first served");
    case Discipline::priority: return Words::tr("Priority, then arrival");
    case Discipline::sla: return Words::tr("Late ones first, then priority");
    }
    return {};
}

QString routing(CallRouting value)
{
    switch (value) {
    case CallRouting::ranks: return Words::tr("By the agent's ranks");
    case CallRouting::longestQueue: return Words::tr("The longest line first");
    case CallRouting::costedDelay: return Words::tr("The dearest delay first");
    case CallRouting::deadline: return Words::tr("The nearest deadline first");
    }
    return {};
}

QString queueStatus(QueueStatus value)
{
    switch (value) {
    case QueueStatus::active: return Words::tr("Open");
    case QueueStatus::paused: return Words::tr("Paused");
    case QueueStatus::closed: return Words::tr("Closed");
    }
    return {};
}

QString agentStatus(AgentStatus value)
{
    switch (value) {
    case AgentStatus::available: return Words::tr("Available");
    case AgentStatus::busy: return Words::tr("Busy");
    case AgentStatus::paused: return Words::tr("On a break");
    case AgentStatus::offline: return Words::tr("Signed out");
    }
    return {};
}

QString ticketState(TicketState value)
{
    switch (value) {
    case TicketState::waiting: return Words::tr("Waiting");
    case TicketState::called: return Words::tr("Called");
    case TicketState::serving: return Words::tr("Serving");
    case TicketState::held: return Words::tr("On hold");
    case TicketState::completed: return Words::tr("Served");
    case TicketState::noShow: return Words::tr("No-show");
    case TicketState::abandoned: return Words::tr("Left");
    case TicketState::cancelled: return Words::tr("Cancelled");
    }
    return {};
}

QString severity(Severity value)
{
    switch (value) {
    case Severity::low: return Words::tr("Low");
    case Severity::medium: return Words::tr("Medium");
    case Severity::high: return Words::tr("High");
    case Severity::critical: return Words::tr("Critical");
    }
    return {};
}

QString alertType(AlertType value)
{
    switch (value) {
    case AlertType::capacity: return Words::tr("Nearly full");
    case AlertType::slaBreach: return Words::tr("Customers past the promised time");
    case AlertType::noAgents: return Words::tr("Nobody serves the queue");
    case AlertType::highWaitTime: return Words::tr("Long wait ahead");
    }
    return {};
}

QString channel(const std::string &value)
{
    if (value == "kiosk")
        return Words::tr("Kiosk");
    if (value == "desk")
        return Words::tr("Desk");
    if (value == "web")
        return Words::tr("Web");
    if (value == "app")
        return Words::tr("App");
    if (value == "qr")
        return Words::tr("QR code");
    if (value == "whatsapp")
        return QStringLiteral("WhatsApp");
    if (value == "phone")
        return Words::tr("Phone");
    return QString::fromStdString(value);
}

QString outcome(const std::string &value)
{
    if (value == "done" || value.empty())
        return Words::tr("Done");
    if (value == "document_missing")
        return Words::tr("Document missing");
    if (value == "follow_up")
        return Words::tr("To follow up");
    return QString::fromStdString(value);
}

QString priority(int value)
{
    if (value == 0)
        return Words::tr("Normal");
    if (value >= 5)
        return Words::tr("High (%1)").arg(value);
    return QString::number(value);
}

QString counter(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    const bool isNumber = !text.isEmpty() && text.size() <= 3 && text.at(text.size() - 1).isLetterOrNumber();
    return isNumber ? Words::tr("Counter %1").arg(text) : text;
}

QString minutes(Duration duration)
{
    const auto whole = std::int64_t(std::llround(double(duration.count()) / 60'000.0));
    if (duration.count() < 60'000 && duration.count() > 0 && whole == 0)
        return Words::tr("< 1 min");
    return whole < 60 ? Words::tr("%1 min").arg(whole) : hoursAndMinutes(whole);
}

QString waitRange(seconds low, seconds high)
{
    const auto from = std::int64_t(std::floor(double(low.count()) / 60.0));
    const auto until = std::int64_t(std::ceil(double(high.count()) / 60.0));
    if (until < 1)
        return Words::tr("< 1 min");
    if (until >= 90)
        return Words::tr("%1–%2", "range of times").arg(hoursAndMinutes(from), hoursAndMinutes(until));
    return from == until ? Words::tr("%1 min").arg(until) : Words::tr("%1–%2 min").arg(from).arg(until);
}

QString timer(Duration duration)
{
    const auto total = std::max<std::int64_t>(0, duration.count() / 1000);
    const QLatin1Char zero('0');
    const QString rest = QStringLiteral("%1:%2").arg(total / 60 % 60, 2, 10, zero).arg(total % 60, 2, 10, zero);
    return total < 3600 ? rest : QStringLiteral("%1:%2").arg(total / 3600).arg(rest);
}

QString shortSpan(Duration duration)
{
    const auto total = std::max<std::int64_t>(0, duration.count() / 1000);
    return total < 60 ? Words::tr("%1 s").arg(total) : minutes(duration);
}

QString timeOfDay(Instant at, const TimeZone &zone)
{
    return local(at, zone).toString(QStringLiteral("HH:mm"));
}

QString timeWithSeconds(Instant at, const TimeZone &zone)
{
    return local(at, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString longDate(Instant at, const TimeZone &zone)
{
    return QLocale().toString(local(at, zone).date(), QStringLiteral("dddd d MMMM yyyy"));
}

QString shortDate(Instant at, const TimeZone &zone)
{
    return QLocale().toString(local(at, zone).date(), QStringLiteral("d MMM yyyy"));
}

QString percent(double share)
{
    return Words::tr("%1%", "percent").arg(std::llround(share * 100));
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace smartqueue::presentation::words
