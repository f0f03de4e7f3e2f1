#include "smartqueue/optimizer/shift_cover.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <string>

#include <glpk.h>

namespace smartqueue::optimizer {

namespace {

struct Deleter {
    void operator()(glp_prob *problem) const { glp_delete_prob(problem); }
};
using Problem = std::unique_ptr<glp_prob, Deleter>;

/// Every shift that somebody could be given, nobody in it yet.
std::vector<Shift> possibleShifts(int hours, const std::set<int> &lengths)
{
    std::vector<Shift> shifts;
    for (int start = 0; start < hours; ++start) {
        for (const int length : lengths)
            shifts.push_back({start, length, 0});
    }
    return shifts;
}

/// Its hours, and a trifle for the person and for each hour in which nobody is needed.
double costOf(const Shift &shift, std::span<const int> needed)
{
    int idle = 0;
    for (int hour = shift.start; hour < shift.start + shift.hours; ++hour)
        idle += hour >= int(needed.size()) || needed[std::size_t(hour)] == 0;
    return shift.hours + 0.01 + 0.001 * idle;
}

Problem problemOf(std::span<const int> needed, std::span<const Shift> shifts)
{
    Problem problem(glp_create_prob());
    glp_set_obj_dir(problem.get(), GLP_MIN);
    glp_add_rows(problem.get(), int(needed.size()));
    for (std::size_t hour = 0; hour < needed.size(); ++hour)
        glp_set_row_bnds(problem.get(), int(hour) + 1, GLP_LO, needed[hour], 0);
    glp_add_cols(problem.get(), int(shifts.size()));
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        const int column = int(i) + 1;
        glp_set_col_kind(problem.get(), column, GLP_IV);
        glp_set_col_bnds(problem.get(), column, GLP_LO, 0, 0);
        glp_set_obj_coef(problem.get(), column, costOf(shifts[i], needed));
        // The library counts from 1.
        std::vector<int> rows{0};
        for (int hour = shifts[i].start; hour < std::min(shifts[i].start + shifts[i].hours, int(needed.size())); ++hour)
            rows.push_back(hour + 1);
        const std::vector<double> ones(rows.size(), 1.0);
        glp_set_mat_col(problem.get(), column, int(rows.size()) - 1, rows.data(), ones.data());
    }
    return problem;
}

ShiftPlan planOf(std::span<const int> needed, std::span<const Shift> shifts, glp_prob *solved)
{
    ShiftPlan plan;
    plan.isOptimal = glp_mip_status(solved) == GLP_OPT;
    plan.onDuty.assign(needed.size(), 0);
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        Shift shift = shifts[i];
        shift.agents = int(std::lround(glp_mip_col_val(solved, int(i) + 1)));
        if (shift.agents == 0)
            continue;
        for (int hour = shift.start; hour < std::min(shift.start + shift.hours, int(needed.size())); ++hour)
            plan.onDuty[std::size_t(hour)] += shift.agents;
        plan.agentHours += shift.agents * shift.hours;
        plan.shifts.push_back(shift);
    }
    return plan;
}

} // namespace

Result<ShiftPlan> coverByShifts(std::span<const int> needed, std::span<const int> lengths, std::chrono::milliseconds timeLimit)
{
    if (needed.empty() || needed.size() > std::size_t(longestHorizon))
        return fail(shift_failures::badHorizon, {{"hours", std::to_string(needed.size())}, {"most", std::to_string(longestHorizon)}});
    if (lengths.empty())
        return fail(shift_failures::badShiftLength);
    for (const int length : lengths) {
        if (length < 1 || length > longestShift)
            return fail(shift_failures::badShiftLength, {{"hours", std::to_string(length)}});
    }
    const std::vector<Shift> shifts = possibleShifts(int(needed.size()), {lengths.begin(), lengths.end()});
    const int terminal = glp_term_out(GLP_OFF);
    const Problem problem = problemOf(needed, shifts);
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.presolve = GLP_ON;
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.tm_lim = int(timeLimit.count());
    glp_intopt(problem.get(), &parameters);
    glp_term_out(terminal);
    const int status = glp_mip_status(problem.get());
    if (status != GLP_OPT && status != GLP_FEAS)
        return fail(shift_failures::notSolved, {{"status", std::to_string(status)}});
    return planOf(needed, shifts, problem.get());
}

} // namespace smartqueue::optimizer
