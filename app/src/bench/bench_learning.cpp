#include "bench/bench_learning.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/learning/learned_wait.h>
#include <smartqueue/learning/queue_watch.h>

namespace smartqueue::app {

Result<double> learnedEtaMs()
{
    constexpr int known = 2'000;
    constexpr int asked = 10'000;
    constexpr int runs = 5;
    RandomSource random(29);
    const std::size_t width = learning::QueueWatch::featureNames().size();
    learning::FeatureTable table(width);
    std::vector<float> row(width);
    for (int i = 0; i < asked; ++i) {
        std::generate(row.begin(), row.end(), [&] { return float(random.between(0, 300)); });
        table.add(row);
    }
    std::vector<learning::WaitRow> past;
    for (std::size_t i = 0; i < known; ++i)
        past.push_back({table.row(i), double(table.row(i)[0] + table.row(i)[1])});
    const auto model = learning::LearnedWait::train(past);
    if (!model)
        return tl::unexpected(model.error());
    double best = std::numeric_limits<double>::max();
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        if (const auto waits = model->predict(table); !waits)
            return tl::unexpected(waits.error());
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace smartqueue::app
