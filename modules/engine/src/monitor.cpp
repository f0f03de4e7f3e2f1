#include "smartqueue/engine/monitor.h"

#include <chrono>

#include <smartqueue/analytics/alert_rules.h>

#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;

/// The web product refreshed its estimates this often; here it is the least, changes come on top.
constexpr auto longestInterval = 2min;
constexpr auto trendStep = 1min;
constexpr std::size_t trendPoints = 60;
constexpr auto historyStaysFresh = 10min;

} // namespace

/// What one evaluation leaves for the next. Only one runs at a time, so nothing is shared.
class Monitor::Work {
public:
    struct Outcome {
        SharedInsights insights;
        std::vector<CommandBody> alerts;
    };

    Outcome run(HistoryReader &reader, const SharedSnapshot &snapshot)
    {
        const queueing::BranchState &state = snapshot->state;
        const Instant now = snapshot->at;
        if (!m_historyAt || now - *m_historyAt > historyStaysFresh || m_history.size() != state.queues.size()) {
            // Without figures from the past the discipline advice says so; the rest stands.
            m_history = Engine::recentHistory(reader, state, now).value_or(std::map<QueueId, optimizer::History>{});
            m_historyAt = now;
        }
        auto insights = std::make_shared<Insights>();
        insights->snapshot = snapshot;
        insights->overview = analytics::overviewOf(state, now);
        insights->loadBalance = analytics::loadBalanceOf(state, now);
        insights->report = optimizer::reportOf(state, now, m_history);
        recordTrend(state, now);
        insights->waitingTrend = m_trend;
        return {insights, m_alerts.evaluate(insights->overview, state.alerts)};
    }

private:
    void recordTrend(const queueing::BranchState &state, Instant now)
    {
        const bool stepOn = !m_trendAt || now - *m_trendAt >= trendStep;
        if (stepOn)
            m_trendAt = now;
        std::erase_if(m_trend, [&](const auto &item) { return !state.queues.contains(item.first); });
        for (const auto &[id, queue] : state.queues) {
            auto &counts = m_trend[id];
            if (stepOn || counts.empty())
                counts.push_back(queue.waitingCount());
            else
                counts.back() = queue.waitingCount();
            if (counts.size() > trendPoints)
                counts.erase(counts.begin());
        }
    }

    std::map<QueueId, optimizer::History> m_history;
    std::optional<Instant> m_historyAt;
    std::map<QueueId, std::vector<int>> m_trend;
    std::optional<Instant> m_trendAt;
    analytics::AlertTracker m_alerts;
};

Monitor::Monitor(Engine &engine, QObject *parent)
    : QObject(parent), m_engine(engine), m_work(std::make_shared<Work>()), m_interval(this)
{
    connect(&engine, &Engine::snapshotChanged, this, &Monitor::refresh);
    // Lateness grows without any event, so time alone is a reason to look again.
    connect(&engine, &Engine::heartbeat, this, &Monitor::refresh);
    m_interval.setInterval(longestInterval);
    connect(&m_interval, &QTimer::timeout, this, &Monitor::refresh);
    m_interval.start();
    refresh();
}

Monitor::~Monitor() = default;

void Monitor::refresh()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    auto snapshot = m_engine.snapshot();
    // A quiet branch publishes nothing, but its customers wait on.
    const Instant now = std::max(m_engine.clock().now(), snapshot->at);
    if (now - snapshot->at > 900ms)
        snapshot = std::make_shared<const BranchSnapshot>(BranchSnapshot{snapshot->state, snapshot->zone, now});
    auto study = m_engine.study([work = m_work, snapshot](HistoryReader &reader) -> Result<Work::Outcome> { return work->run(reader, snapshot); });
    whenDone(std::move(study), this, [this](const Result<Work::Outcome> &outcome) {
        m_running = false;
        if (outcome) {
            for (const CommandBody &command : outcome->alerts)
                m_engine.submit(command);
            adopt(outcome->insights);
        }
        if (m_again)
            refresh();
    });
}

void Monitor::adopt(const SharedInsights &insights)
{
    m_insights = insights;
    Q_EMIT insightsChanged(insights);
}

} // namespace smartqueue::engine
