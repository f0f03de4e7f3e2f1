#pragma once

#include <array>
#include <functional>

#include <smartqueue/domain/values.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/foundation/clock.h>

namespace smartqueue::presentation {

/// How often the rules would have raised an alert in a stretch of the past.
struct RuleStudy {
    Instant from{};
    Instant until{};
    /// Index = AlertType.
    std::array<int, 4> rises{};
    /// The log begins later than `from`.
    bool shorter = false;
};

/// Lives the recorded days again and asks the rules every two minutes of them, as the monitor does when nothing else happens.
/// Runs in the study pool; `keepGoing` is asked now and then with 0 to 1 and stops it by false: then the figures are of the part
/// that was read.
Result<RuleStudy> studyRules(engine::HistoryReader &reader, Instant from, Instant until,
                             const std::function<bool(double)> &keepGoing = {});

} // namespace smartqueue::presentation
