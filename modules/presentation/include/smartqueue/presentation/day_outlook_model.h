#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/day_outlook.h>

namespace smartqueue::presentation {

/// The rest of the day, simulated in the study pool while somebody watches and the branch goes on. GUI thread.
class DayOutlookModel : public QObject {
    Q_OBJECT
public:
    /// Closed: the doors are shut, nobody comes any more today.
    enum class Phase { idle, loading, ready, closed, failed };

    explicit DayOutlookModel(engine::Engine &engine, QObject *parent = nullptr);
    ~DayOutlookModel() override;

    void setWatching(bool watching);
    /// At once.
    void look();

    Phase phase() const { return m_phase; }
    const Failure &failure() const { return m_failure; }
    /// In the language of now; only when ready.
    DayOutlookWords words() const;

Q_SIGNALS:
    void phaseChanged();
    /// Newer figures.
    void outlookChanged();

private:
    void take(Result<DayOutlook> outlook);
    bool isToBeRenewed() const;
    void setPhase(Phase phase);

    engine::Engine &m_engine;
    QTimer m_soon;
    Phase m_phase = Phase::idle;
    bool m_watching = false;
    bool m_missed = true;
    /// Of the study under way; true ends it.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::optional<DayOutlook> m_outlook;
    Failure m_failure;
};

} // namespace smartqueue::presentation
