#include "smartqueue/presentation/rule_study.h"

#include <algorithm>

#include <smartqueue/analytics/alert_rules.h>
#include <smartqueue/engine/past_state.h>
#include <smartqueue/queueing/apply.h>

namespace smartqueue::presentation {

namespace {

using namespace std::chrono_literals;
/// The monitor looks at least this often.
constexpr auto step = 2min;
/// Nobody waits at night: hours without an event are passed over after the rules had time to clear.
constexpr auto longestSilence = 2h;

class Walk {
public:
    Walk(queueing::BranchState state, Instant from, Instant until, const std::function<bool(double)> &keepGoing)
        : m_state(std::move(state)), m_from(from), m_until(until), m_next(from), m_keepGoing(keepGoing)
    {
    }

    /// False when it is to stop.
    bool take(const EventBatch &batch)
    {
        if (!observeUntil(batch.at))
            return false;
        queueing::apply(m_state, batch);
        return true;
    }

    bool observeUntil(Instant at)
    {
        if (at - m_next > longestSilence) {
            const Instant quiet = m_next + longestSilence;
            if (!observeEach(quiet))
                return false;
            m_next = std::max(m_next, at - step);
        }
        return observeEach(at);
    }

    const analytics::RiseCounter &counter() const { return m_counter; }

private:
    bool observeEach(Instant at)
    {
        for (; m_next < at; m_next += step) {
            m_counter.observe(analytics::overviewOf(m_state, m_next));
            const double share = double((m_next - m_from).count()) / double(std::max<std::int64_t>(1, (m_until - m_from).count()));
            if (++m_looks % 16 == 0 && m_keepGoing && !m_keepGoing(std::min(share, 1.0)))
                return false;
        }
        return true;
    }

    queueing::BranchState m_state;
    Instant m_from;
    Instant m_until;
    Instant m_next;
    const std::function<bool(double)> &m_keepGoing;
    analytics::RiseCounter m_counter;
    int m_looks = 0;
};

} // namespace

Result<RuleStudy> studyRules(engine::HistoryReader &reader, Instant from, Instant until, const std::function<bool(double)> &keepGoing)
{
    RuleStudy study{from, until, {}, false};
    const auto span = reader.logSpan();
    if (!span)
        return tl::unexpected(span.error());
    if (!*span)
        return study;
    if ((*span)->first > from) {
        study.shorter = true;
        study.from = (*span)->first;
    }
    auto opening = engine::stateAt(reader, study.from - Duration(1));
    if (!opening)
        return tl::unexpected(opening.error());
    const Sequence after = opening->sequence;
    Walk walk(std::move(*opening), study.from, until, keepGoing);
    bool complete = true;
    const Done read = reader.readLog(after, until, [&](const EventBatch &batch) {
        complete = walk.take(batch);
        return complete;
    });
    if (!read)
        return tl::unexpected(read.error());
    if (complete)
        walk.observeUntil(until);
    for (std::size_t type = 0; type < study.rises.size(); ++type)
        study.rises[type] = walk.counter().rises(AlertType(type));
    return study;
}

} // namespace smartqueue::presentation
