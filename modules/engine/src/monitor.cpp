#include "smartqueue/engine/monitor.h"

#include <chrono>

#include <smartqueue/analytics/alert_rules.h>
#include <smartqueue/queueing/decide.h>

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

    /// `now` is later than the snapshot where nothing has happened since: a quiet branch publishes nothing, but its
    /// customers wait on.
    Outcome run(const Engine &engine, SharedSnapshot snapshot, Instant now)
    {
        now = std::max(now, snapshot->at);
        snapshot = std::make_shared<const BranchSnapshot>(
            BranchSnapshot{queueing::asOf(snapshot->state, now, snapshot->zone), snapshot->zone, now});
        const queueing::BranchState &state = snapshot->state;
        readHistory(engine, state, now);
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
    void readHistory(const Engine &engine, const queueing::BranchState &state, Instant now)
    {
        const bool fresh = m_historyAt && now >= *m_historyAt && now - *m_historyAt <= historyStaysFresh;
        if (fresh && m_historyQueues == state.queues.size())
            return;
        m_historyAt = now;
        m_historyQueues = state.queues.size();
        // Without figures from the past the discipline advice says so; the rest stands.
        const auto reader = engine.openReader();
        auto history = reader ? Engine::recentHistory(**reader, state, now) : tl::unexpected(reader.error());
        m_history = std::move(history).value_or(std::map<QueueId, optimizer::History>{});
    }

    void recordTrend(const queueing::BranchState &state, Instant now)
    {
        // After a pause, of the machine or of the studies, each minute still has its own point.
        std::int64_t steps = m_trendAt ? (now - *m_trendAt) / trendStep : 1;
        m_trendAt = m_trendAt && now >= *m_trendAt ? *m_trendAt + steps * trendStep : now;
        steps = std::clamp<std::int64_t>(steps, 0, trendPoints);
        std::erase_if(m_trend, [&](const auto &item) { return !state.queues.contains(item.first); });
        for (const auto &[id, queue] : state.queues) {
            auto &counts = m_trend[id];
            counts.resize(std::max<std::size_t>(1, counts.size() + std::size_t(counts.empty() ? 0 : steps)), counts.empty() ? 0 : counts.back());
            counts.back() = queue.waitingCount();
            if (counts.size() > trendPoints)
                counts.erase(counts.begin(), counts.end() - std::ptrdiff_t(trendPoints));
        }
    }

    std::map<QueueId, optimizer::History> m_history;
    /// When the history was asked for, and of how many queues.
    std::optional<Instant> m_historyAt;
    std::size_t m_historyQueues = 0;
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
    const Instant now = std::max(m_engine.clock().now(), snapshot->at);
    auto study = inPool(m_engine.studyPool(), [work = m_work, &engine = std::as_const(m_engine), snapshot, now] { return work->run(engine, snapshot, now); });
    whenDone(std::move(study), this, [this](const Work::Outcome &outcome) {
        m_running = false;
        for (const CommandBody &command : outcome.alerts)
            m_engine.submit(Command{{}, command, {}, {}, {}, {}, {}, theProgram});
        adopt(outcome.insights);
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
