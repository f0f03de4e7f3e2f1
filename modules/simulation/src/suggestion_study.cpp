#include "smartqueue/simulation/suggestion_study.h"

#include <algorithm>
#include <array>

#include <smartqueue/domain/checks.h>

#include "proposal_arms.h"
#include "proposal_figures.h"
#include "stream_seed.h"
#include "suggestion_candidates.h"

namespace smartqueue::simulation {

namespace {

constexpr std::array<std::string_view, 4> objectiveNames{"mean-wait", "p90", "sla", "cmu"};
/// Of the screened ones that may go into a bundle.
constexpr std::size_t bundleWidth = 8;
constexpr double screenedBy = 0.4;
constexpr double bundledBy = 0.5;

Done checkedStudy(const RolloutPlan &plan, const SuggestionOptions &options)
{
    SQ_CHECK(checkedRange("replications", plan.replications, 2, mostRollouts));
    SQ_CHECK(checkedRange("screen_replications", options.screenReplications, 2, mostRollouts));
    SQ_CHECK(checkedRange("proven", options.proven, 1, mostProven));
    SQ_CHECK(checkedRange("proven_measures", options.provenMeasures, 0, mostProven));
    SQ_CHECK(checkedRange("fairness", std::int64_t(options.fairnessSeconds), 0, 86'400));
    return checkedRange("until", std::chrono::floor<std::chrono::minutes>(plan.until - plan.now).count(), 0, std::chrono::minutes(longestOutlook).count());
}

/// A candidate on its way.
struct Tried {
    Candidate candidate;
    BranchArm arm;
    double screened = 0;
};

class Prover {
public:
    Prover(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, const RolloutPlan &plan, const SuggestionOptions &options)
        : m_state(state), m_zone(zone), m_model(model), m_plan(plan), m_options(options), m_candidates(candidatesFor(state, plan.now, options.history)),
          m_groups(state, m_candidates)
    {
    }

    Result<SuggestionStudy> run()
    {
        SQ_CHECK(checkedStudy(m_plan, m_options));
        auto asIs = makeArm(m_state, m_zone, m_model, m_plan.now, {});
        SQ_CHECK(asIs);
        m_asIs = std::move(*asIs);
        m_groups.divide(m_asIs);
        m_delayCosts = delayCostsOf(m_groups, m_options, m_asIs);
        SuggestionStudy study;
        std::vector<Tried> tried = armed(m_candidates);
        study.candidates = int(tried.size());
        auto screened = screen(std::move(tried), 0, screenedBy);
        SQ_CHECK(screened);
        std::vector<Tried> measures = takeMeasures(*screened);
        auto chosen = withBundle(std::move(*screened));
        SQ_CHECK(chosen);
        keepBest(*chosen, std::size_t(m_options.proven));
        keepBest(measures, std::size_t(m_options.provenMeasures));
        std::move(measures.begin(), measures.end(), std::back_inserter(*chosen));
        study.proven = int(chosen->size());
        SQ_CHECK(prove(*chosen, study));
        return study;
    }

private:
    /// What the kernel refuses is no candidate.
    std::vector<Tried> armed(const std::vector<Candidate> &candidates) const
    {
        std::vector<Tried> tried;
        for (const Candidate &candidate : candidates) {
            if (candidate.isMeasure() && m_options.provenMeasures == 0)
                continue;
            auto arm = makeArm(m_state, m_zone, m_model, m_plan.now, candidate.changes);
            if (!arm)
                continue;
            m_groups.divide(*arm);
            tried.push_back({candidate, std::move(*arm)});
        }
        return tried;
    }

    /// The branch as it is comes first.
    Result<std::vector<ArmDays>> play(const std::vector<Tried> &tried, RolloutPlan plan, double from, double to) const
    {
        std::vector<const BranchArm *> arms{&m_asIs};
        for (const Tried &each : tried)
            arms.push_back(&each.arm);
        const auto progress = [&, from, to](double share) { return !m_plan.progress || m_plan.progress(from + (to - from) * share); };
        return runArms(arms, {m_model, std::move(plan), m_groups, progress});
    }

    /// What promises a gain, best first.
    Result<std::vector<Tried>> screen(std::vector<Tried> tried, double from, double to) const
    {
        RolloutPlan plan = m_plan;
        plan.replications = m_options.screenReplications;
        plan.seed = streamSeed(m_plan.seed, {0});
        const auto days = play(tried, plan, from, to);
        SQ_CHECK(days);
        const ProposalFigures figures(m_groups, m_options, m_delayCosts, suggestionLevel);
        std::vector<Tried> promising;
        for (std::size_t i = 0; i < tried.size(); ++i) {
            tried[i].screened = figures.gain(days->front(), (*days)[i + 1]).mean;
            if (tried[i].screened > 0 && figures.isFair(days->front(), (*days)[i + 1], &Difference::mean))
                promising.push_back(std::move(tried[i]));
        }
        std::stable_sort(promising.begin(), promising.end(), [](const Tried &a, const Tried &b) { return a.screened > b.screened; });
        return promising;
    }

    static std::vector<Tried> takeMeasures(std::vector<Tried> &tried)
    {
        std::vector<Tried> measures;
        const auto own = std::stable_partition(tried.begin(), tried.end(), [](const Tried &each) { return !each.candidate.isMeasure(); });
        std::move(own, tried.end(), std::back_inserter(measures));
        tried.erase(own, tried.end());
        return measures;
    }

    /// The best one, and with it what adds most to it, one after the other: what helps together comes first.
    Result<std::vector<Tried>> withBundle(std::vector<Tried> tried) const
    {
        const std::size_t width = std::min(bundleWidth, tried.size());
        std::vector<Candidate> parts;
        for (std::size_t i = 0; i < width; ++i)
            parts.push_back(tried[i].candidate);
        for (int size = 2; size <= m_options.bundled && tried.size() > 1; ++size) {
            const double step = (bundledBy - screenedBy) / std::max(1, m_options.bundled - 1);
            auto joinedOnes = screen(armed(joinedWith(tried.front().candidate, parts)), screenedBy + step * (size - 2), screenedBy + step * (size - 1));
            SQ_CHECK(joinedOnes);
            if (joinedOnes->empty() || joinedOnes->front().screened <= tried.front().screened)
                break;
            tried.insert(tried.begin(), std::move(joinedOnes->front()));
        }
        return tried;
    }

    static std::vector<Candidate> joinedWith(const Candidate &first, const std::vector<Candidate> &parts)
    {
        std::vector<Candidate> bundles;
        for (const Candidate &part : parts) {
            if (auto bundle = joined(first, part))
                bundles.push_back(std::move(*bundle));
        }
        return bundles;
    }

    static void keepBest(std::vector<Tried> &tried, std::size_t count)
    {
        tried.erase(tried.begin() + std::ptrdiff_t(std::min(count, tried.size())), tried.end());
    }

    Done prove(const std::vector<Tried> &tried, SuggestionStudy &study) const
    {
        if (tried.empty())
            return {};
        RolloutPlan plan = m_plan;
        plan.seed = streamSeed(m_plan.seed, {1});
        const auto days = play(tried, plan, bundledBy, 1);
        SQ_CHECK(days);
        const ProposalFigures figures(m_groups, m_options, m_delayCosts, 1 - (1 - suggestionLevel) / double(tried.size()));
        const ArmDays &asIs = days->front();
        for (std::size_t i = 0; i < tried.size(); ++i) {
            const ArmDays &changed = (*days)[i + 1];
            const Difference gain = figures.gain(asIs, changed);
            if (gain.low <= 0 || !figures.isFair(asIs, changed, &Difference::high))
                continue;
            const Candidate &candidate = tried[i].candidate;
            (candidate.isMeasure() ? study.measures : study.suggestions)
                .push_back({candidate.kind, candidate.id, candidate.actions, candidate.changes, gain, figures.objectiveOf(asIs), figures.payers(asIs, changed),
                            figures.turnedAway(asIs, changed), goodUntil(candidate, m_state, m_model, m_plan)});
        }
        for (auto *proposals : {&study.suggestions, &study.measures})
            std::stable_sort(proposals->begin(), proposals->end(), [](const Proposal &a, const Proposal &b) { return a.gain.mean > b.gain.mean; });
        return {};
    }

    const queueing::BranchState &m_state;
    const TimeZone &m_zone;
    const BranchModel &m_model;
    const RolloutPlan &m_plan;
    const SuggestionOptions &m_options;
    std::vector<Candidate> m_candidates;
    CustomerGroups m_groups;
    BranchArm m_asIs;
    std::vector<double> m_delayCosts;
};

} // namespace

std::string_view nameOf(Objective objective)
{
    return objectiveNames[std::size_t(objective)];
}

std::optional<Objective> objectiveNamed(std::string_view name)
{
    const auto found = std::find(objectiveNames.begin(), objectiveNames.end(), name);
    return found == objectiveNames.end() ? std::nullopt : std::optional(Objective(found - objectiveNames.begin()));
}

std::string_view nameOf(ProposalKind kind)
{
    constexpr std::array<std::string_view, 6> names{"transfers", "reallocation", "discipline", "bundle", "counter", "pause"};
    return names[std::size_t(kind)];
}

Result<SuggestionStudy> proveSuggestions(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, const RolloutPlan &plan,
                                         const SuggestionOptions &options)
{
    return Prover(state, zone, model, plan, options).run();
}

} // namespace smartqueue::simulation
