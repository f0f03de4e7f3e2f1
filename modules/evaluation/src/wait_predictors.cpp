#include "wait_predictors.h"

#include <array>
#include <limits>

#include <smartqueue/learning/learned_wait.h>
#include <smartqueue/learning/queue_watch.h>
#include <smartqueue/learning/root_line.h>
#include <smartqueue/learning/wait_formulas.h>

namespace smartqueue::evaluation {

namespace {

using learning::LineFigures;
using learning::WaitSituation;
using Formula = double (*)(const LineFigures &, double);

/// Which line a formula looks at, and how long a memory its mean service has.
struct FormulaForm {
    LineFigures WaitSituation::*line;
    std::size_t memory;

    /// With somebody free and nobody ahead it is now.
    double value(Formula formula, const WaitSituation &situation) const
    {
        if (situation.agentFree)
            return 0;
        const LineFigures &figures = situation.*line;
        return formula(figures, figures.meanService[memory]);
    }
};

std::size_t queuesIn(Cases cases)
{
    std::size_t queues = 1;
    for (const WaitCase *each : cases)
        queues = std::max(queues, each->situation.newcomer.queue + 1);
    return queues;
}

/// The form whose errors, once corrected, are the least. Whether agents are shared, and whether their pace changes, is for the
/// past to say.
FormulaForm fittedForm(Formula formula, Cases known)
{
    // Long enough to compare forms on all that is known.
    constexpr double memory = 20'000;
    FormulaForm best{&WaitSituation::whole, LineFigures::memories - 1};
    double least = std::numeric_limits<double>::max();
    for (const auto line : {&WaitSituation::whole, &WaitSituation::own}) {
        for (std::size_t length = 0; length < LineFigures::memories; ++length) {
            const FormulaForm form{line, length};
            learning::RootLine fit(2 * queuesIn(known), memory);
            for (const WaitCase *each : known)
                fit.learn(groupOf(*each), form.value(formula, each->situation), each->wait);
            if (fit.variance() < least) {
                least = fit.variance();
                best = form;
            }
        }
    }
    return best;
}

template <Formula formula>
Result<std::vector<double>> byFormula(Cases known, Cases asked)
{
    const FormulaForm form = fittedForm(formula, known);
    std::vector<double> raw;
    raw.reserve(asked.size());
    for (const WaitCase *each : asked)
        raw.push_back(form.value(formula, each->situation));
    return raw;
}

/// The reference rule: ahead / agents × mean of the last 50, on the line that the formulas look at.
Result<std::vector<double>> byBaseline(Cases known, Cases asked)
{
    const auto line = fittedForm(learning::qls, known).line;
    std::vector<double> raw;
    raw.reserve(asked.size());
    for (const WaitCase *each : asked) {
        const LineFigures &figures = each->situation.*line;
        raw.push_back(figures.ahead * each->situation.meanOfLast50 / figures.agents);
    }
    return raw;
}

/// Mean wait of the same hour and weekday, held back towards the hour's and that towards the mean of all while there are few.
Result<std::vector<double>> byHour(Cases known, Cases asked)
{
    struct Mean {
        double sum = 0;
        double count = 0;
        void add(double value) { sum += value, count += 1; }
        double towards(double usual) const
        {
            constexpr double weight = 5;
            return (sum + weight * usual) / (count + weight);
        }
    };
    const auto hourOf = [](const WaitCase &each) {
        const auto local = each.situation.newcomer.local;
        return std::size_t(std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count());
    };
    const auto weekdayOf = [](const WaitCase &each) {
        return std::size_t(
            std::chrono::weekday(std::chrono::floor<std::chrono::days>(each.situation.newcomer.local)).c_encoding());
    };
    Mean all;
    std::array<Mean, 24> hours;
    std::array<Mean, 24 * 7> cells;
    for (const WaitCase *each : known) {
        all.add(each->wait);
        hours[hourOf(*each)].add(each->wait);
        cells[weekdayOf(*each) * 24 + hourOf(*each)].add(each->wait);
    }
    std::vector<double> raw;
    raw.reserve(asked.size());
    for (const WaitCase *each : asked)
        raw.push_back(cells[weekdayOf(*each) * 24 + hourOf(*each)].towards(hours[hourOf(*each)].towards(all.towards(0))));
    return raw;
}

template <double WaitSituation::*figure>
Result<std::vector<double>> byFigure(Cases, Cases asked)
{
    std::vector<double> raw;
    raw.reserve(asked.size());
    for (const WaitCase *each : asked)
        raw.push_back(each->situation.*figure);
    return raw;
}

std::vector<learning::WaitRow> rowsOf(Cases cases)
{
    std::vector<learning::WaitRow> rows;
    rows.reserve(cases.size());
    for (const WaitCase *each : cases)
        rows.push_back({each->situation.features, each->wait});
    return rows;
}

Result<std::vector<double>> byLinearModel(Cases known, Cases asked)
{
    const auto model = learning::LinearWait::train(rowsOf(known));
    if (!model)
        return tl::unexpected(model.error());
    std::vector<double> raw;
    raw.reserve(asked.size());
    for (const WaitCase *each : asked)
        raw.push_back(model->predict(each->situation.features));
    return raw;
}

Result<std::vector<double>> byLearnedWait(Cases known, Cases asked)
{
    const auto model = learning::LearnedWait::train(rowsOf(known));
    if (!model)
        return tl::unexpected(model.error());
    learning::FeatureTable table(learning::QueueWatch::featureNames().size());
    table.reserve(asked.size());
    for (const WaitCase *each : asked)
        table.add(each->situation.features);
    return model->predict(table);
}

} // namespace

const std::vector<WaitPredictor> &waitPredictors()
{
    using Family = WaitPredictor::Family;
    static const std::vector<WaitPredictor> all{
        {"baseline", Family::comparison, Wording::asItIs, byBaseline},
        {historicalName, Family::comparison, Wording::asItIs, byHour},
        {"les", Family::comparison, Wording::asItIs, byFigure<&WaitSituation::lastCalled>},
        {"hol", Family::comparison, Wording::asItIs, byFigure<&WaitSituation::headOfLine>},
        {"qls", Family::formula, Wording::corrected, byFormula<learning::qls>},
        {"qlr", Family::formula, Wording::corrected, byFormula<learning::qlr>},
        {"learned", Family::learned, Wording::corrected, byLearnedWait},
        {"q_lasso", Family::learned, Wording::corrected, byLinearModel},
    };
    return all;
}

} // namespace smartqueue::evaluation
