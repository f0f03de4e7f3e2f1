#include "smartqueue/learning/learned_wait.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <smartqueue/learning/queue_watch.h>

namespace smartqueue::learning {

namespace {

/// Shallow and slow: the state of a queue says most of what can be known in a few figures, and deeper trees learn the noise.
constexpr TreeParameters shape{
    .trees = 150, .depth = 3, .learningRate = 0.06, .rowShare = 0.6, .columnShare = 0.3, .leastLeafWeight = 40};
constexpr double shareOfTrees = 0.6;
/// Longer waits, means and elapsed times differ in name only.
constexpr float longest = 1800;

std::size_t columnOf(std::string_view name)
{
    const auto &names = QueueWatch::featureNames();
    const auto found = std::find(names.begin(), names.end(), name);
    assert(found != names.end());
    return std::size_t(found - names.begin());
}

/// The columns of the linear model out of a row of features.
class LinearTerms {
public:
    std::size_t count() const { return QueueWatch::featureNames().size() + 1 + 3 * (QueueWatch::queuesApart + 1); }

    void write(std::span<const float> features, std::vector<float> &terms) const
    {
        terms.clear();
        for (const float feature : features)
            terms.push_back(std::sqrt(std::clamp(feature, 0.0f, longest)));
        constexpr float noon = 43'200;
        const float fromNoon = (features[m_secondOfDay] - noon) / noon;
        terms.push_back(fromNoon * fromNoon);
        const float root = terms[m_formula];
        for (std::size_t queue = 0; queue <= QueueWatch::queuesApart; ++queue) {
            const bool isOwn = features[m_queue] == float(queue);
            terms.push_back(isOwn);
            terms.push_back(isOwn ? root : 0);
            terms.push_back(isOwn && features[m_priority] >= QueueWatch::highPriority);
        }
    }

private:
    std::size_t m_secondOfDay = columnOf("second_of_day");
    std::size_t m_formula = columnOf("qls_50");
    std::size_t m_queue = columnOf("queue");
    std::size_t m_priority = columnOf("priority");
};

const LinearTerms &linearTerms()
{
    static const LinearTerms terms;
    return terms;
}

std::vector<float> roots(std::span<const WaitRow> rows)
{
    std::vector<float> labels;
    labels.reserve(rows.size());
    for (const WaitRow &row : rows)
        labels.push_back(float(std::sqrt(row.wait)));
    return labels;
}

double squared(double root)
{
    return root <= 0 ? 0 : root * root;
}

} // namespace

Result<LinearWait> LinearWait::train(std::span<const WaitRow> rows)
{
    FeatureTable table(linearTerms().count());
    table.reserve(rows.size());
    std::vector<float> terms;
    for (const WaitRow &row : rows) {
        linearTerms().write(row.features, terms);
        table.add(terms);
    }
    auto model = Lasso::fit(table, roots(rows));
    if (!model)
        return tl::unexpected(model.error());
    return LinearWait(*std::move(model));
}

double LinearWait::predict(std::span<const float> features) const
{
    std::vector<float> terms;
    linearTerms().write(features, terms);
    return squared(m_model.predict(terms));
}

Result<LearnedWait> LearnedWait::train(std::span<const WaitRow> rows, const BoostedTrees::Progress &progress)
{
    FeatureTable table(QueueWatch::featureNames().size());
    table.reserve(rows.size());
    for (const WaitRow &row : rows)
        table.add(row.features);
    auto trees = BoostedTrees::train(table, roots(rows), shape, {}, progress);
    if (!trees)
        return tl::unexpected(trees.error());
    auto linear = LinearWait::train(rows);
    if (!linear)
        return tl::unexpected(linear.error());
    return LearnedWait(*std::move(trees), *std::move(linear));
}

Result<std::vector<double>> LearnedWait::predict(const FeatureTable &features) const
{
    const auto byTrees = m_trees.predict(features);
    if (!byTrees)
        return tl::unexpected(byTrees.error());
    std::vector<double> waits;
    waits.reserve(byTrees->size());
    for (std::size_t i = 0; i < byTrees->size(); ++i)
        waits.push_back(shareOfTrees * squared((*byTrees)[i]) + (1 - shareOfTrees) * m_linear.predict(features.row(i)));
    return waits;
}

} // namespace smartqueue::learning
