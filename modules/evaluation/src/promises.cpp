#include "promises.h"

#include <cassert>
#include <queue>

#include <smartqueue/learning/conformal_band.h>
#include <smartqueue/learning/root_line.h>

namespace smartqueue::evaluation {

namespace {

/// Promises that a correction remembers in effect: some days of a busy branch.
constexpr double memory = 2000;
/// How far a promise lies from the median towards the mean.
constexpr double towardsMean = 0.3;

struct Open {
    Instant knownAt;
    std::size_t index;
    bool operator<(const Open &other) const { return knownAt != other.knownAt ? knownAt > other.knownAt : index > other.index; }
};

} // namespace

std::vector<analytics::WaitPrediction> promisesFor(std::span<const WaitCase *const> cases, std::span<const double> raw, std::size_t queues,
                                 Wording wording)
{
    assert(cases.size() == raw.size());
    learning::RootLine line(2 * queues, memory);
    learning::ConformalBand band(queues);
    std::priority_queue<Open> open;
    std::vector<double> centres(cases.size());
    std::vector<analytics::WaitPrediction> promises;
    promises.reserve(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const learning::Newcomer &newcomer = cases[i]->situation.newcomer;
        while (!open.empty() && open.top().knownAt <= newcomer.at) {
            const std::size_t known = open.top().index;
            open.pop();
            line.learn(groupOf(*cases[known]), raw[known], cases[known]->wait);
            band.learn(cases[known]->situation.newcomer.queue, centres[known], cases[known]->wait,
                       {promises[known].low, promises[known].high});
        }
        learning::RootLine::Estimate estimate{raw[i], raw[i]};
        if (wording == Wording::corrected)
            estimate = line.estimate(groupOf(*cases[i]), raw[i]);
        centres[i] = estimate.median;
        const auto range = band.range(newcomer.queue, estimate.median);
        promises.push_back({estimate.median + towardsMean * (estimate.mean - estimate.median), range.low, range.high});
        open.push({cases[i]->knownAt, i});
    }
    return promises;
}

} // namespace smartqueue::evaluation
