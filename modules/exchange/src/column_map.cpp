#include "smartqueue/exchange/column_map.h"

namespace smartqueue::exchange {

namespace {

constexpr std::array<std::string_view, logFieldCount> names{"ticket",    "queue",      "priority", "channel", "arrived_at",
                                                            "called_at", "started_at", "ended_at", "agent",   "outcome"};

} // namespace

std::string_view nameOf(LogField field)
{
    return names[std::size_t(field)];
}

ColumnMap standardMap()
{
    ColumnMap map;
    for (std::size_t i = 0; i < logFieldCount; ++i)
        map.fields[i].columns = {std::string(names[i])};
    return map;
}

std::vector<LogField> missingFields(const ColumnMap &map)
{
    std::vector<LogField> missing;
    for (const LogField field : {LogField::queue, LogField::arrivedAt, LogField::endedAt}) {
        if (map[field].empty())
            missing.push_back(field);
    }
    return missing;
}

} // namespace smartqueue::exchange
