#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <smartqueue/presentation/experiment.h>

namespace smartqueue::presentation {

/// One experiment at a time, in the study pool: asked for, followed, stopped. The last one stays until another is done. GUI thread.
class ExperimentModel : public QObject {
    Q_OBJECT
public:
    enum class Phase { idle, running, ready, failed };

    /// Of one run; the study writes `share` and reads `cancelled`.
    struct Task {
        std::atomic<bool> cancelled = false;
        std::atomic<double> share = 0;
    };
    using Study = std::function<QFuture<Result<Experiment>>(const ExperimentQuestion &, std::shared_ptr<Task>)>;

    /// On what the branch has on record.
    explicit ExperimentModel(engine::Engine &engine, QObject *parent = nullptr);
    /// By another study.
    ExperimentModel(engine::Engine &engine, Study study, QObject *parent = nullptr);
    ~ExperimentModel() override;

    /// Ends one that runs.
    void run(const ExperimentQuestion &question);
    void cancel();

    Phase phase() const { return m_phase; }
    /// Of the run, 0 to 1.
    double progress() const { return m_task ? m_task->share.load() : 1; }
    const Failure &failure() const { return m_failure; }
    const std::optional<Experiment> &experiment() const { return m_experiment; }
    /// In the language of now; only where there is an experiment.
    ExperimentWords words() const;

Q_SIGNALS:
    void phaseChanged();
    void progressChanged();

private:
    void take(Result<Experiment> experiment);
    void setPhase(Phase phase);

    engine::Engine &m_engine;
    Study m_study;
    QTimer m_progressTick;
    Phase m_phase = Phase::idle;
    std::shared_ptr<Task> m_task;
    std::optional<Experiment> m_experiment;
    Failure m_failure;
};

} // namespace smartqueue::presentation
