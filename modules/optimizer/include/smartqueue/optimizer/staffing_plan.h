#pragma once

#include <vector>

#include <smartqueue/analytics/arrival_series.h>
#include <smartqueue/analytics/erlang_a.h>
#include <smartqueue/optimizer/shift_cover.h>

namespace smartqueue::optimizer {

/// What stands behind every figure of a plan.
struct StaffingQuestion {
    /// Arrivals expected in each hour; NaN or 0: closed.
    analytics::ArrivalSeries expected;
    /// Both above 0.
    std::chrono::duration<double> meanService{0};
    std::chrono::duration<double> meanPatience{0};
    analytics::StaffingTarget target;
    /// Hours a shift may last; empty: agents come and go by the hour.
    std::vector<int> shiftLengths;
};

struct StaffedHour {
    analytics::LocalHour start{};
    double expected = 0;
    /// The fewest that reach the target in this hour.
    int agents = 0;
    /// With shifts; otherwise the same as `agents`.
    int onDuty = 0;
    /// With those on duty.
    analytics::ErlangAFigures figures{};
};

struct StaffingPlan {
    std::vector<StaffedHour> hours;
    /// Empty without shiftLengths; each start is an index into `hours`.
    ShiftPlan shifts;
    /// Of the shifts, or of the hours where there are none.
    int agentHours = 0;
    /// Over all who are expected.
    double expected = 0;
    double abandonment = 0;
    double within = 0;
};

/// Even an agent for every customer is not enough.
inline constexpr FailureCode targetOutOfReach{"target_out_of_reach"};

/// Staffs each hour by Erlang A, as if it had gone on for long (the stationary independent period by period approach, Green,
/// Kolesar & Soares 2001), and covers the hours by shifts. Fails with targetOutOfReach or as coverByShifts does.
Result<StaffingPlan> planStaffing(const StaffingQuestion &question);

/// What the week after the last day of `past` usually brings: its seasonal profile from the midnight after. Hours in which
/// hardly anybody was ever seen are 0.
analytics::ArrivalSeries usualWeekAfter(const analytics::ArrivalSeries &past);

} // namespace smartqueue::optimizer
