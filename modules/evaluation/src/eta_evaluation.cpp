#include "smartqueue/evaluation/eta_evaluation.h"

#include <algorithm>
#include <cmath>

#include <smartqueue/domain/failures.h>
#include <smartqueue/learning/training_failures.h>

#include "head_start.h"
#include "wait_cases.h"
#include "wait_predictors.h"

namespace smartqueue::evaluation {

namespace {

/// Cases on the training side before anything is learned, and before anybody should rely on it.
constexpr std::size_t enoughToLearn = 100;
constexpr std::size_t enoughToTrust = 300;
/// Share of the training side that is held back to choose by.
constexpr double heldBack = 0.3;

struct Sides {
    std::vector<const WaitCase *> training;
    std::vector<const WaitCase *> test;
};

std::vector<const WaitCase *> joined(Cases first, Cases second)
{
    std::vector<const WaitCase *> both(first.begin(), first.end());
    both.insert(both.end(), second.begin(), second.end());
    return both;
}

/// Who came before the date and was called after it is on neither side: by then nothing was known of that wait.
Sides sidesOf(const std::vector<WaitCase> &cases, Instant trainUntil)
{
    Sides sides;
    for (const WaitCase &each : cases) {
        if (each.situation.newcomer.at >= trainUntil)
            sides.test.push_back(&each);
        else if (each.knownAt < trainUntil)
            sides.training.push_back(&each);
    }
    if (sides.training.size() > mostLearnedFrom)
        sides.training.erase(sides.training.begin(), sides.training.end() - std::ptrdiff_t(mostLearnedFrom));
    return sides;
}

/// Where the cases begin that anything learns from; the state of the queues is followed from the beginning.
Instant usefulFrom(const std::vector<TicketRecord> &tickets, Instant trainUntil)
{
    const auto end = std::partition_point(tickets.begin(), tickets.end(),
                                          [&](const TicketRecord &each) { return each.arrivedAt < trainUntil; });
    const auto before = std::size_t(end - tickets.begin());
    // Some of them were not served, or did not wait.
    constexpr std::size_t margin = 8;
    return before > margin * mostLearnedFrom ? tickets[before - margin * mostLearnedFrom].arrivedAt : Instant::min();
}

/// Predictions over `sequence` = those that warm the corrections, then those that count.
struct Trial {
    std::vector<const WaitCase *> sequence;
    std::vector<double> raw;
};

/// The last promises of a trial in order, how far each was off, and their score.
struct Outcome {
    analytics::PredictionScore score;
    std::vector<analytics::WaitPrediction> promises;
    std::vector<double> off;
};

Outcome outcomeOf(const Trial &trial, std::size_t queues, Wording wording, std::size_t counting)
{
    std::vector<analytics::WaitPrediction> promises = promisesFor(trial.sequence, trial.raw, queues, wording);
    Outcome outcome;
    for (std::size_t i = promises.size() - counting; i < promises.size(); ++i) {
        outcome.score.add(promises[i], trial.sequence[i]->wait);
        outcome.off.push_back(promises[i].seconds - trial.sequence[i]->wait);
    }
    promises.erase(promises.begin(), promises.end() - std::ptrdiff_t(counting));
    outcome.promises = std::move(promises);
    return outcome;
}

/// One figure to choose by: neither the many small errors nor the few large ones alone.
double lossOf(const analytics::PredictionScore &score)
{
    return score.meanAbsoluteError() + score.rootMeanSquaredError();
}

/// Whether the challenger is nearer the truth than the holder by more than the luck of a few busy hours: waits of one hour
/// are alike, so the gain must show in the means of long stretches. Absolute errors, because a few long waits make the
/// squares of a stretch.
bool isClearlyBetter(const Outcome &challenger, const Outcome &holder)
{
    constexpr std::size_t stretches = 16;
    constexpr double leastGain = 0.015;
    constexpr double leastDeviations = 2;
    const std::size_t length = holder.off.size() / stretches;
    if (length == 0 || lossOf(challenger.score) > (1 - leastGain) * lossOf(holder.score))
        return false;
    double sum = 0, squares = 0;
    for (std::size_t stretch = 0; stretch < stretches; ++stretch) {
        double before = 0, after = 0;
        for (std::size_t i = stretch * length; i < (stretch + 1) * length; ++i) {
            before += std::abs(holder.off[i]);
            after += std::abs(challenger.off[i]);
        }
        const double gain = std::log((before + 1) / (after + 1));
        sum += gain;
        squares += gain * gain;
    }
    const double mean = sum / stretches;
    const double error = std::sqrt(std::max(0.0, squares / stretches - mean * mean) / (stretches - 1));
    return mean > leastDeviations * error;
}

class Evaluation {
public:
    Evaluation(const Sides &sides, std::size_t queues, const EtaEvaluationOptions &options)
        : m_sides(sides)
        , m_queues(queues)
        , m_options(options)
    {
        const std::size_t kept = sides.training.size() - std::size_t(std::llround(heldBack * double(sides.training.size())));
        m_early = Cases(sides.training).first(kept);
        m_late = Cases(sides.training).subspan(kept);
    }

    Result<EtaEvaluation> run()
    {
        EtaEvaluation found;
        found.learnedFrom = m_sides.training.size();
        for (const WaitPredictor &predictor : waitPredictors()) {
            if (predictor.family == WaitPredictor::Family::learned && m_sides.training.size() < enoughToLearn)
                continue;
            const auto scored = predictor.family == WaitPredictor::Family::learned ? learned(predictor) : calculated(predictor);
            if (!scored)
                return tl::unexpected(scored.error());
            found.predictors.push_back({predictor.name, scored->score});
            tell(predictor.name, scored->promises);
        }
        found.chosen = chosen();
        found.lowConfidence = confidence(found.chosen);
        return found;
    }

private:
    struct Rehearsal {
        const WaitPredictor *predictor;
        Outcome outcome;
    };

    void tell(std::string_view predictor, const std::vector<analytics::WaitPrediction> &promises) const
    {
        for (std::size_t i = 0; m_options.told && i < promises.size(); ++i) {
            const WaitCase &each = *m_sides.test[i];
            m_options.told(predictor, each.situation.newcomer.at, promises[i], each.wait);
        }
    }

    /// What needs no training to speak of can be asked about its own past, so its corrections are warm from the start.
    Result<Outcome> calculated(const WaitPredictor &predictor)
    {
        Trial rehearsal{m_sides.training, {}};
        auto raw = predictor.predict(m_early, m_sides.training);
        if (!raw)
            return tl::unexpected(raw.error());
        rehearsal.raw = *std::move(raw);
        m_rehearsals.push_back({&predictor, outcomeOf(rehearsal, m_queues, predictor.wording, m_late.size())});
        Trial trial{joined(m_sides.training, m_sides.test), {}};
        auto all = predictor.predict(m_sides.training, trial.sequence);
        if (!all)
            return tl::unexpected(all.error());
        trial.raw = *std::move(all);
        return outcomeOf(trial, m_queues, predictor.wording, m_sides.test.size());
    }

    /// What learned its own past by heart is corrected by the part that was held back from it.
    Result<Outcome> learned(const WaitPredictor &predictor)
    {
        Trial trial{{m_late.begin(), m_late.end()}, {}};
        auto late = predictor.predict(m_early, m_late);
        if (!late)
            return tl::unexpected(late.error());
        trial.raw = *late;
        m_rehearsals.push_back({&predictor, outcomeOf(trial, m_queues, predictor.wording, m_late.size())});
        const auto test = predictor.predict(m_sides.training, m_sides.test);
        if (!test)
            return tl::unexpected(test.error());
        trial.sequence = joined(m_late, m_sides.test);
        trial.raw.insert(trial.raw.end(), test->begin(), test->end());
        return outcomeOf(trial, m_queues, predictor.wording, m_sides.test.size());
    }

    /// The best formula, unless something learned is better by more than chance gives, and so on through what is learned.
    std::string_view chosen() const
    {
        const Rehearsal *chosen = nullptr;
        for (const Rehearsal &each : m_rehearsals) {
            if (each.predictor->family == WaitPredictor::Family::comparison)
                continue;
            const bool bothFormulas = chosen && each.predictor->family == WaitPredictor::Family::formula;
            if (!chosen
                || (bothFormulas ? lossOf(each.outcome.score) < lossOf(chosen->outcome.score)
                                 : isClearlyBetter(each.outcome, chosen->outcome)))
                chosen = &each;
        }
        return chosen->predictor->name;
    }

    LowConfidence confidence(std::string_view name) const
    {
        if (m_sides.training.size() < enoughToTrust)
            return LowConfidence::fewTickets;
        // A figure that knows the state of the queue and is hardly better than one that does not has nothing to go by.
        constexpr double hardly = 0.9;
        const auto errorOf = [&](std::string_view wanted) {
            const auto found = std::find_if(m_rehearsals.begin(), m_rehearsals.end(),
                                            [&](const Rehearsal &each) { return each.predictor->name == wanted; });
            return found->outcome.score.meanAbsoluteError();
        };
        return errorOf(name) > hardly * errorOf(historicalName) ? LowConfidence::noBetterThanHourMeans : LowConfidence::none;
    }

    const Sides &m_sides;
    std::size_t m_queues;
    const EtaEvaluationOptions &m_options;
    Cases m_early;
    Cases m_late;
    std::vector<Rehearsal> m_rehearsals;
};

} // namespace

std::string_view nameOf(LowConfidence reason)
{
    switch (reason) {
    case LowConfidence::fewTickets: return "few_tickets";
    case LowConfidence::noBetterThanHourMeans: return "no_better_than_hour_means";
    case LowConfidence::none: break;
    }
    return {};
}

Result<EtaEvaluation> evaluateEta(TicketLog log, const EtaEvaluationOptions &options)
{
    if (log.tickets.size() > mostTickets)
        return fail(failures::limitReached, {{"field", "tickets"}, {"maximum", std::to_string(mostTickets)}});
    std::stable_sort(log.tickets.begin(), log.tickets.end(),
                     [](const TicketRecord &a, const TicketRecord &b) { return a.arrivedAt < b.arrivedAt; });
    const auto test = std::partition_point(log.tickets.begin(), log.tickets.end(),
                                           [&](const TicketRecord &each) { return each.arrivedAt < options.trainUntil; });
    const Duration headStart = fittedHeadStart(log.queues, {log.tickets.begin(), test});
    const auto cases = casesOf(log.queues, log.tickets, headStart, options.zone,
                               {usefulFrom(log.tickets, options.trainUntil), options.delayedOnly});
    const Sides sides = sidesOf(cases, options.trainUntil);
    if (cases.empty())
        return fail(learning::training_failures::tooFewRows, {{"rows", "0"}, {"needed", "1"}});
    if (sides.training.empty() || sides.test.empty()) {
        const auto dayOf = [](const WaitCase &each) { return toIso8601(each.situation.newcomer.at).substr(0, 10); };
        return fail(failures::outOfRange,
                    {{"field", "train_until"}, {"minimum", dayOf(cases.front())}, {"maximum", dayOf(cases.back())}});
    }
    auto found = Evaluation(sides, log.queues, options).run();
    if (found)
        found->headStart = headStart;
    return found;
}

} // namespace smartqueue::evaluation
