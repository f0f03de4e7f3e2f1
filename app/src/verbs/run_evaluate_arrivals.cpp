#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/evaluation/arrival_evaluation.h>
#include <smartqueue/exchange/time_pattern.h>

#include "verbs/arrival_counts.h"
#include "verbs/evaluation.h"

namespace smartqueue::app {

namespace {

std::optional<analytics::LocalHour> midnightOf(const std::string &date)
{
    const auto iso = exchange::TimePattern::compile("iso8601");
    const auto written = iso->read(date);
    if (!written || !written->day || written->offset)
        return std::nullopt;
    return std::chrono::floor<std::chrono::hours>(*written->day + written->timeOfDay.value_or(Duration(0)));
}

double rounded(double value)
{
    return std::round(value * 1e5) / 1e5;
}

} // namespace

int runEvaluateArrivals(const Evaluation &asked, const Output &output)
{
    const auto from = midnightOf(asked.from);
    if (!from)
        return output.misuse({failures::invalidValue, {{"field", "test-from"}, {"expected", "a date such as 2026-01-31"}}});
    const auto read = readArrivals(asked.file, asked.map);
    if (!read)
        return output.failure(read.error());
    const auto found = evaluation::evaluateArrivals(read->series, *from);
    if (!found)
        return output.failure(found.error());
    auto methods = nlohmann::ordered_json::array();
    for (const evaluation::ArrivalScore &each : found->methods) {
        methods.push_back({{"name", each.name},
                           {"wape", rounded(each.wape)},
                           {"mase", rounded(each.mase)},
                           {"coverage_80", rounded(each.coverage80)},
                           {"pinball", rounded(each.pinball)}});
    }
    output.answer(nlohmann::ordered_json{{"methods", methods},
                                         {"chosen", found->chosen},
                                         {"hours", found->hours},
                                         {"arrivals", found->arrivals},
                                         {"refused_rows", read->refusedRows}});
    return done;
}

} // namespace smartqueue::app
