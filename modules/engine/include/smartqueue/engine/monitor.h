#pragma once

#include <deque>
#include <map>
#include <memory>
#include <vector>

#include <QObject>
#include <QTimer>

#include <smartqueue/analytics/health.h>
#include <smartqueue/analytics/load_balance.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/optimizer/report.h>

namespace smartqueue::engine {

/// What the branch looks like to a supervisor, computed in the study pool from one snapshot.
struct Insights {
    SharedSnapshot snapshot;
    analytics::Overview overview;
    analytics::LoadBalance loadBalance;
    optimizer::Report report;
    /// Waiting counts of the last 60 minutes, one a minute, oldest first, the last one current.
    std::map<QueueId, std::vector<int>> waitingTrend;
};
using SharedInsights = std::shared_ptr<const Insights>;

/// Watches the engine: recomputes the insights on every change (the newest snapshot wins) and at least every two minutes,
/// and submits the alerts that rise and clear. Lives in the thread that made it; signals come there.
class Monitor : public QObject {
    Q_OBJECT
public:
    explicit Monitor(Engine &engine, QObject *parent = nullptr);
    ~Monitor() override;

    /// Null until the first one is there.
    SharedInsights insights() const { return m_insights; }

Q_SIGNALS:
    void insightsChanged(const smartqueue::engine::SharedInsights &insights);

private:
    class Work;
    void refresh();
    void adopt(const SharedInsights &insights);

    Engine &m_engine;
    SharedInsights m_insights;
    std::shared_ptr<Work> m_work;
    QTimer m_interval;
    bool m_running = false;
    bool m_again = false;
};

} // namespace smartqueue::engine
