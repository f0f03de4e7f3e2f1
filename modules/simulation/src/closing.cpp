#include "smartqueue/simulation/closing.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <smartqueue/domain/checks.h>

namespace smartqueue::simulation {

namespace {

using Step = std::chrono::duration<std::int64_t, std::ratio<5 * 60>>;

class Closing {
public:
    Closing(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, RolloutPlan plan, Instant outBy)
        : m_state(state), m_zone(zone), m_model(model), m_plan(std::move(plan)), m_shut(m_plan.until), m_outBy(outBy)
    {
        m_plan.withFans = false;
        m_plan.doorsClose = true;
    }

    /// With no ticket from `stopAt` on.
    Result<QueueOutcome> play(Instant stopAt)
    {
        m_plan.until = stopAt;
        auto study = simulateBranch(m_state, m_zone, m_model, m_plan);
        SQ_CHECK(study);
        m_lastOut = study->asIs.lastOut;
        return std::move(study->asIs.whole);
    }

    bool isClear() const { return m_plan.now + std::chrono::duration_cast<Duration>(std::chrono::duration<double>(m_lastOut.dayHigh)) <= m_outBy; }
    ClosingAdvice advice(Instant stopAt) const { return {stopAt, m_lastOut, !isClear()}; }
    Instant now() const { return m_plan.now; }
    Instant shut() const { return m_shut; }

private:
    const queueing::BranchState &m_state;
    const TimeZone &m_zone;
    const BranchModel &m_model;
    RolloutPlan m_plan;
    Instant m_shut;
    Instant m_outBy;
    Estimate m_lastOut;
};

} // namespace

Result<std::optional<ClosingAdvice>> adviseClosing(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, RolloutPlan plan,
                                                   Instant outBy)
{
    Closing closing(state, zone, model, std::move(plan), outBy);
    const auto toTheEnd = closing.play(closing.shut());
    SQ_CHECK(toTheEnd);
    // Who waits for nobody leaves no last customer to speak of.
    constexpr double somebody = 0.5;
    if (toTheEnd->unserved >= somebody)
        return std::nullopt;
    if (closing.isClear())
        return closing.advice(closing.shut());

    // The last one leaves the later, the longer tickets are issued: the answer lies between a step that is clear and one that is not.
    const auto first = std::chrono::ceil<Step>(closing.now());
    std::int64_t clear = -1;
    std::int64_t late = std::max<std::int64_t>(0, (std::chrono::ceil<Step>(closing.shut()) - first).count());
    while (late - clear > 1) {
        const std::int64_t middle = (clear + late) / 2;
        SQ_CHECK(closing.play(first + Step(middle)));
        (closing.isClear() ? clear : late) = middle;
    }
    const Instant stopAt = clear < 0 ? closing.now() : Instant(first + Step(clear));
    SQ_CHECK(closing.play(stopAt));
    return closing.advice(stopAt);
}

} // namespace smartqueue::simulation
