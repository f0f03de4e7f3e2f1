#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <regex>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/evaluation/arrival_evaluation.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/optimizer/staffing_plan.h>

#include "verbs/arrival_counts.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

using analytics::ArrivalSeries;
using analytics::LocalHour;

namespace {

/// A file of fewer days is itself the day or the days to be staffed; of more, it is the past of the week that follows.
constexpr int historyDays = 14;
constexpr int historyWeeks = 12;
/// Of a branch: every hour of the week once.
constexpr int leastDays = 7;

double numberIn(const std::string &text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "abandon<=5%" or "80% in 60 s".
std::optional<analytics::StaffingTarget> targetIn(const std::string &text)
{
    static const std::regex abandonment(R"(\s*abandon\s*<=\s*(\d{1,2}(?:\.\d{1,4})?)\s*%\s*)");
    static const std::regex within(R"(\s*(\d{1,2}(?:\.\d{1,4})?)\s*%\s*in\s*(\d{1,5})\s*s\s*)");
    constexpr std::chrono::seconds shownLimit(60);
    std::smatch match;
    analytics::StaffingTarget target;
    if (std::regex_match(text, match, abandonment)) {
        target.abandonmentAtMost = numberIn(match[1]) / 100;
        target.limit = shownLimit;
        return *target.abandonmentAtMost > 0 ? std::optional(target) : std::nullopt;
    }
    if (!std::regex_match(text, match, within))
        return std::nullopt;
    target.withinAtLeast = numberIn(match[1]) / 100;
    target.limit = std::chrono::seconds(int(numberIn(match[2])));
    return *target.withinAtLeast > 0 ? std::optional(target) : std::nullopt;
}

/// "8h,4h".
std::optional<std::vector<int>> shiftsIn(const std::string &text)
{
    static const std::regex list(R"(\d{1,2}h(,\d{1,2}h)*)");
    static const std::regex one(R"(\d+)");
    std::vector<int> hours;
    if (text.empty())
        return hours;
    if (!std::regex_match(text, list))
        return std::nullopt;
    for (std::sregex_iterator it(text.begin(), text.end(), one), end; it != end; ++it)
        hours.push_back(int(numberIn(it->str())));
    return hours;
}

/// Everything but the arrivals; what is wrong with the call otherwise.
Result<optimizer::StaffingQuestion> questionOf(const Request &request)
{
    optimizer::StaffingQuestion question;
    question.meanService = std::chrono::duration<double>(request.serviceSeconds);
    question.meanPatience = std::chrono::duration<double>(request.patienceSeconds);
    const auto target = targetIn(request.target);
    if (!target)
        return fail(failures::invalidValue, {{"field", "target"}, {"value", request.target}, {"expected", "abandon<=5% or 80% in 60 s"}});
    question.target = *target;
    auto shifts = shiftsIn(request.shifts);
    if (!shifts)
        return fail(failures::invalidValue, {{"field", "shifts"}, {"value", request.shifts}, {"expected", "hours such as 8h,4h"}});
    question.shiftLengths = std::move(*shifts);
    return question;
}

std::string textOf(LocalHour hour)
{
    const LocalDay day = std::chrono::floor<std::chrono::days>(hour);
    const std::chrono::year_month_day date(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:00:00", int(date.year()), unsigned(date.month()), unsigned(date.day()),
                  int((hour - day).count()));
    return text;
}

double rounded(double value)
{
    return std::round(value * 1e5) / 1e5;
}

nlohmann::ordered_json jsonOf(const optimizer::StaffedHour &hour)
{
    return {{"start", textOf(hour.start)},
            {"expected", rounded(hour.expected)},
            {"agents", hour.agents},
            {"on_duty", hour.onDuty},
            {"abandonment", rounded(hour.figures.abandonment)},
            {"within", rounded(hour.figures.within)},
            {"mean_wait_seconds", rounded(hour.figures.meanWaitSeconds)},
            {"utilisation", rounded(hour.figures.utilisation)}};
}

int answer(const optimizer::StaffingQuestion &question, bool isUsualWeek, const Output &output)
{
    const auto plan = optimizer::planStaffing(question);
    if (!plan)
        return output.failure(plan.error());
    auto hours = nlohmann::ordered_json::array();
    for (const optimizer::StaffedHour &hour : plan->hours)
        hours.push_back(jsonOf(hour));
    auto shifts = nlohmann::ordered_json::array();
    for (const optimizer::Shift &shift : plan->shifts.shifts)
        shifts.push_back({{"start", textOf(question.expected.at(shift.start))}, {"length_hours", shift.hours}, {"count", shift.agents}});
    nlohmann::ordered_json json{{"agent_hours", plan->agentHours},
                                {"expected", rounded(plan->expected)},
                                {"abandonment", rounded(plan->abandonment)},
                                {"within", rounded(plan->within)},
                                {"within_seconds", question.target.limit.count()},
                                {"basis", isUsualWeek ? "usual_week" : "counts"},
                                {"hours", hours},
                                {"shifts", shifts}};
    if (!question.shiftLengths.empty())
        json["optimal"] = plan->shifts.isOptimal;
    output.answer(json);
    return done;
}

/// Arrivals of the queues in each hour from `from` up to `until`, by the clock on the site's wall.
Result<ArrivalSeries> hourlyHistory(engine::HistoryReader &reader, const std::vector<QueueId> &queues, const TimeZone &zone, LocalHour from, LocalHour until)
{
    std::vector<Instant> starts;
    for (LocalHour hour = from; hour < until; hour += std::chrono::hours(1))
        starts.push_back(zone.toInstant(hour));
    ArrivalSeries series{from, analytics::HourlyValues(starts.size(), 0.0)};
    for (const QueueId queue : queues) {
        const auto arrivals = reader.arrivals(queue, starts);
        if (!arrivals)
            return tl::unexpected(arrivals.error());
        for (std::size_t hour = 0; hour < arrivals->weeks.size(); ++hour)
            series.counts[hour] += arrivals->weeks[hour];
    }
    return series;
}

Result<std::vector<QueueId>> queuesOf(const queueing::BranchState &state, const std::string &name)
{
    std::vector<QueueId> queues;
    for (const auto &[id, queue] : state.queues) {
        if (name.empty() || sameName(queue.config.name, name))
            queues.push_back(id);
    }
    if (queues.empty() && !name.empty())
        return fail(failures::unknownQueue, {{"queue", name}});
    return queues;
}

/// The oldest or newest ticket that the history has.
Result<std::optional<Instant>> outermostArrival(engine::HistoryReader &reader, bool isNewest)
{
    engine::TicketQuery query;
    query.sort = engine::TicketSort::arrival;
    query.descending = isNewest;
    query.limit = 1;
    const auto rows = reader.tickets(query);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->empty() ? std::nullopt : std::optional(rows->front().arrivedAt);
}

/// Whole local days.
struct DaySpan {
    LocalDay from{};
    LocalDay until{};
};

/// The last weeks of the record, at most historyWeeks: hours before the first ticket are no record, and today is not over.
Result<DaySpan> recordedDays(engine::HistoryReader &reader, const TimeZone &zone, Instant now)
{
    const auto first = outermostArrival(reader, false);
    const auto last = first ? outermostArrival(reader, true) : first;
    if (!last)
        return tl::unexpected(last.error());
    if (!*first)
        return DaySpan{};
    const auto dayOf = [&](Instant instant) { return std::chrono::floor<std::chrono::days>(zone.toLocal(instant)); };
    DaySpan span;
    span.until = std::min(dayOf(now), dayOf(**last) + std::chrono::days(1));
    span.from = std::max(dayOf(**first), span.until - std::chrono::weeks(historyWeeks));
    return span;
}

} // namespace

int runStaffFile(const Request &request, const Output &output)
{
    auto question = questionOf(request);
    if (!question)
        return output.misuse(question.error());
    const auto read = readArrivals(request.file, request.map);
    if (!read)
        return output.failure(read.error());
    const bool isHistory = read->series.days() >= historyDays;
    question->expected = isHistory ? optimizer::usualWeekAfter(read->series) : read->series;
    return answer(*question, isHistory, output);
}

int runStaff(const Request &request, engine::Engine &engine, const Caller &caller)
{
    auto question = questionOf(request);
    if (!question)
        return caller.output.misuse(question.error());
    auto settling = engine.settledSnapshot();
    settling.waitForFinished();
    const engine::SharedSnapshot snapshot = settling.result();
    const auto reader = engine.openReader();
    if (!reader)
        return caller.output.failure(reader.error());
    const auto queues = queuesOf(snapshot->state, request.queue);
    if (!queues)
        return caller.output.failure(queues.error());
    const TimeZone &zone = snapshot->zone;
    const auto span = recordedDays(**reader, zone, std::max(engine.clock().now(), snapshot->state.at));
    if (!span)
        return caller.output.failure(span.error());
    const auto days = (span->until - span->from).count();
    if (days < leastDays)
        return caller.output.failure({evaluation::arrival_failures::tooLittleHistory,
                                      {{"days", std::to_string(std::max<std::int64_t>(0, days))}, {"needed", std::to_string(leastDays)}}});
    const auto past = hourlyHistory(**reader, *queues, zone, span->from, span->until);
    if (!past)
        return caller.output.failure(past.error());
    question->expected = optimizer::usualWeekAfter(*past);
    return answer(*question, true, caller.output);
}

} // namespace smartqueue::app
