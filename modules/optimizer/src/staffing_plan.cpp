#include "smartqueue/optimizer/staffing_plan.h"

#include <cmath>

#include <smartqueue/analytics/arrival_profile.h>

namespace smartqueue::optimizer {

using analytics::ArrivalSeries;
using analytics::ErlangA;
using analytics::hoursPerWeek;

namespace {

ErlangA systemOf(const StaffingQuestion &question, double arrivals)
{
    constexpr double secondsPerHour = 3600;
    return {arrivals / secondsPerHour, 1 / question.meanService.count(), 1 / question.meanPatience.count()};
}

/// Everybody who comes while nobody is on duty would leave, but nobody comes.
analytics::ErlangAFigures figuresOf(const StaffingQuestion &question, const StaffedHour &hour)
{
    if (hour.expected <= 0)
        return {0, 0, 0, 1, 0};
    return analytics::erlangA(systemOf(question, hour.expected), hour.onDuty, question.target.limit);
}

Result<std::vector<StaffedHour>> staffedHours(const StaffingQuestion &question)
{
    std::vector<StaffedHour> hours;
    for (int index = 0; index < question.expected.size(); ++index) {
        StaffedHour hour;
        hour.start = question.expected.at(index);
        hour.expected = question.expected.knownCount(index);
        const auto agents = analytics::agentsFor(systemOf(question, hour.expected), question.target);
        if (!agents)
            return fail(targetOutOfReach);
        hour.agents = hour.onDuty = *agents;
        hours.push_back(hour);
    }
    return hours;
}

void sumUp(const StaffingQuestion &question, StaffingPlan &plan)
{
    for (StaffedHour &hour : plan.hours) {
        hour.figures = figuresOf(question, hour);
        plan.expected += hour.expected;
        plan.abandonment += hour.expected * hour.figures.abandonment;
        plan.within += hour.expected * hour.figures.within;
    }
    if (plan.expected > 0) {
        plan.abandonment /= plan.expected;
        plan.within /= plan.expected;
    } else {
        plan.within = 1;
    }
}

} // namespace

Result<StaffingPlan> planStaffing(const StaffingQuestion &question)
{
    auto hours = staffedHours(question);
    if (!hours)
        return tl::unexpected(hours.error());
    StaffingPlan plan;
    plan.hours = std::move(*hours);
    std::vector<int> needed;
    for (const StaffedHour &hour : plan.hours) {
        needed.push_back(hour.agents);
        plan.agentHours += hour.agents;
    }
    if (!question.shiftLengths.empty()) {
        auto shifts = coverByShifts(needed, question.shiftLengths);
        if (!shifts)
            return tl::unexpected(shifts.error());
        plan.shifts = std::move(*shifts);
        plan.agentHours = plan.shifts.agentHours;
        for (std::size_t hour = 0; hour < plan.hours.size(); ++hour)
            plan.hours[hour].onDuty = plan.shifts.onDuty[hour];
    }
    sumUp(question, plan);
    return plan;
}

ArrivalSeries usualWeekAfter(const ArrivalSeries &past)
{
    // Once in ten weeks is no reason to keep an agent there.
    constexpr double hardlyAnybody = 0.1;
    ArrivalSeries longer = past;
    const int midnight = past.firstHourOf(past.days());
    longer.counts.resize(std::size_t(midnight + hoursPerWeek), std::nan(""));
    const analytics::HourlyValues profile = analytics::seasonalProfile(longer);
    ArrivalSeries week{past.at(midnight), {}};
    for (int hour = midnight; hour < midnight + hoursPerWeek; ++hour) {
        const double usual = profile[std::size_t(hour)];
        week.counts.push_back(usual >= hardlyAnybody ? usual : 0.0);
    }
    return week;
}

} // namespace smartqueue::optimizer
