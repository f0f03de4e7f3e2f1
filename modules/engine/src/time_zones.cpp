#include "smartqueue/engine/time_zones.h"

#include <algorithm>

#include <QDateTime>
#include <QTimeZone>

#include <smartqueue/domain/failures.h>

namespace smartqueue::engine {

Result<TimeZone> timeZone(const std::string &name)
{
    if (name == "UTC")
        return TimeZone();
    const QTimeZone zone(QByteArray::fromStdString(name));
    // Qt also reads rules such as "EST5EDT", and takes any word for one that has no offset.
    if (!zone.isValid() || !QTimeZone::isTimeZoneIdAvailable(zone.id()))
        return fail(failures::unknownTimeZone, {{"name", name}});
    const QDateTime from(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime until(QDate(2050, 1, 1), QTime(0, 0), Qt::UTC);
    std::vector<TimeZone::Transition> transitions;
    for (const QTimeZone::OffsetData &data : zone.transitions(from, until))
        transitions.push_back({Instant(Duration(data.atUtc.toMSecsSinceEpoch())), std::chrono::seconds(data.offsetFromUtc)});
    return TimeZone(name, std::chrono::seconds(zone.offsetFromUtc(from)), std::move(transitions));
}

std::vector<std::string> timeZoneNames()
{
    std::vector<std::string> names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        names.push_back(id.toStdString());
    std::sort(names.begin(), names.end());
    return names;
}

std::string localTimeZoneName()
{
    const std::string name = QTimeZone::systemTimeZoneId().toStdString();
    return timeZone(name) ? name : "UTC";
}

} // namespace smartqueue::engine
