#include "proposal_figures.h"

#include <algorithm>

#include "student_point.h"

namespace smartqueue::simulation {

namespace {

constexpr double everybodyNotices = 1;
/// Of outcome_figures.h.
constexpr double estimateLevel = 0.99;

std::vector<DayRatio> waitsOf(const ArmDays &days, std::size_t group)
{
    std::vector<DayRatio> waits;
    for (const RolloutResult &day : days)
        waits.push_back({day.queues[group].waited, double(day.queues[group].customers)});
    return waits;
}

double meanCustomers(const ArmDays &days, std::size_t group)
{
    double customers = 0;
    for (const RolloutResult &day : days)
        customers += day.queues[group].customers;
    return customers / double(days.size());
}

} // namespace

std::vector<double> delayCostsOf(const CustomerGroups &groups, const SuggestionOptions &options, const BranchArm &arm)
{
    std::vector<double> costs;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const double sla = std::chrono::duration<double>(arm.queues[std::size_t(groups.queueIndex(group))].sla).count();
        const auto given = options.delayCosts.find(groups.queueOf(group));
        costs.push_back(given != options.delayCosts.end() ? given->second : 1 / std::max(1.0, sla));
    }
    return costs;
}

ProposalFigures::ProposalFigures(const CustomerGroups &groups, const SuggestionOptions &options, std::vector<double> delayCosts, double level)
    : m_groups(groups), m_options(options), m_delayCosts(std::move(delayCosts)), m_level(level)
{
}

std::vector<DayRatio> ProposalFigures::objectives(const ArmDays &days) const
{
    std::vector<DayRatio> ratios;
    for (const RolloutResult &day : days) {
        const RolloutCounts &whole = day.queues.back();
        switch (m_options.objective) {
        case Objective::meanWait: ratios.push_back({whole.waited, double(whole.customers)}); break;
        case Objective::p90Wait: ratios.push_back({whole.p90Wait, whole.customers > 0 ? 1.0 : 0.0}); break;
        case Objective::slaShare: ratios.push_back({double(whole.onTime), double(whole.served)}); break;
        case Objective::costedDelay:
            ratios.push_back({0, double(whole.customers)});
            for (std::size_t group = 0; group < m_groups.size(); ++group)
                ratios.back().part += m_delayCosts[group] * day.queues[group].waited;
            break;
        }
    }
    return ratios;
}

double ProposalFigures::objectiveOf(const ArmDays &days) const
{
    return estimateOf(objectives(days)).mean;
}

Difference ProposalFigures::between(const std::vector<DayRatio> &before, const std::vector<DayRatio> &after) const
{
    const Estimate difference = differenceOf(before, after);
    const int degrees = int(before.size()) - 1;
    const double wider = studentPoint((1 - m_level) / 2, degrees) / studentPoint((1 - estimateLevel) / 2, degrees);
    const double half = wider * (difference.high - difference.mean);
    return {difference.mean, difference.mean - half, difference.mean + half};
}

Difference ProposalFigures::gain(const ArmDays &asIs, const ArmDays &changed) const
{
    // The SLA share is better when it is higher.
    if (m_options.objective == Objective::slaShare)
        return between(objectives(asIs), objectives(changed));
    return between(objectives(changed), objectives(asIs));
}

Difference ProposalFigures::longer(const ArmDays &asIs, const ArmDays &changed, std::size_t group) const
{
    return between(waitsOf(asIs, group), waitsOf(changed, group));
}

bool ProposalFigures::isFair(const ArmDays &asIs, const ArmDays &changed, double Difference::*bound) const
{
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        if (longer(asIs, changed, group).*bound > m_options.fairnessSeconds)
            return false;
    }
    return true;
}

std::vector<Payer> ProposalFigures::payers(const ArmDays &asIs, const ArmDays &changed) const
{
    std::vector<Payer> payers;
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const Payer payer{m_groups.queueOf(group), m_groups.isMoved(group), meanCustomers(changed, group), longer(asIs, changed, group)};
        if (payer.longer.mean >= everybodyNotices)
            payers.push_back(payer);
    }
    std::stable_sort(payers.begin(), payers.end(), [](const Payer &a, const Payer &b) { return a.longer.mean * a.customers > b.longer.mean * b.customers; });
    return payers;
}

double ProposalFigures::turnedAway(const ArmDays &asIs, const ArmDays &changed) const
{
    double more = 0;
    for (std::size_t day = 0; day < asIs.size(); ++day)
        more += changed[day].queues.back().turnedAway - asIs[day].queues.back().turnedAway;
    return more / double(asIs.size());
}

} // namespace smartqueue::simulation
