#include "smartqueue/presentation/proven_suggestions.h"

#include <algorithm>

#include <smartqueue/domain/checks.h>

namespace smartqueue::presentation {

namespace {

/// Of the proof: more would narrow the intervals by little, and make whoever looks wait for the first ones.
constexpr int proofDays = 100;
/// Of the objective as it is: nobody is asked to move for less.
constexpr double worthwhile = 0.01;

void keepWorthwhile(std::vector<simulation::Proposal> &proposals)
{
    std::erase_if(proposals, [](const simulation::Proposal &proposal) { return proposal.gain.mean < worthwhile * proposal.asIs; });
}

} // namespace

QByteArray encoded(const SuggestionWish &wish)
{
    const std::string_view name = simulation::nameOf(wish.objective);
    return QByteArray(name.data(), qsizetype(name.size())) + ' ' + QByteArray::number(wish.fairnessMinutes);
}

SuggestionWish wishOf(const QByteArray &encoded)
{
    const QList<QByteArray> parts = encoded.split(' ');
    if (parts.size() != 2)
        return {};
    const auto objective = simulation::objectiveNamed(std::string_view(parts[0].constData(), std::size_t(parts[0].size())));
    bool isNumber = false;
    const int minutes = parts[1].toInt(&isNumber);
    if (!objective || !isNumber || minutes < 0 || minutes > mostFairnessMinutes)
        return {};
    return {*objective, minutes};
}

Result<simulation::SuggestionStudy> proveWithHistory(engine::HistoryReader &reader, const queueing::BranchState &state, const TimeZone &zone,
                                                     const simulation::BranchModel &model, const simulation::RolloutPlan &plan,
                                                     simulation::SuggestionOptions options)
{
    auto history = engine::Engine::recentHistory(reader, state, plan.now);
    SQ_CHECK(history);
    options.history = std::move(*history);
    return simulation::proveSuggestions(state, zone, model, plan, options);
}

Result<ProvenStudy> provenStudyOf(engine::HistoryReader &reader, BranchTwin twin, const SuggestionWish &wish, const std::atomic<bool> &cancelled)
{
    simulation::RolloutPlan plan = planOf(twin, proofDays, cancelled);
    plan.withFans = false;
    simulation::SuggestionOptions options;
    options.objective = wish.objective;
    options.fairnessSeconds = 60.0 * wish.fairnessMinutes;
    auto study = proveWithHistory(reader, twin.snapshot->state, twin.snapshot->zone, twin.model, plan, std::move(options));
    SQ_CHECK(study);
    keepWorthwhile(study->suggestions);
    keepWorthwhile(study->measures);
    return ProvenStudy{std::move(twin), wish, proofDays, std::move(*study)};
}

} // namespace smartqueue::presentation
