#include "smartqueue/presentation/experiment_model.h"

#include <smartqueue/engine/when_done.h>

namespace smartqueue::presentation {

namespace {

constexpr auto progressPace = std::chrono::milliseconds(60);

ExperimentModel::Study onRecord(engine::Engine &engine)
{
    return [&engine](const ExperimentQuestion &question, std::shared_ptr<ExperimentModel::Task> task) {
        return engine.study([question, task = std::move(task), snapshot = engine.snapshot(), now = engine.clock().now()](engine::HistoryReader &reader) {
            return experimentOf(reader, snapshot, question, now, [&](double share) { task->share = share; }, task->cancelled);
        });
    };
}

} // namespace

ExperimentModel::ExperimentModel(engine::Engine &engine, QObject *parent) : ExperimentModel(engine, onRecord(engine), parent) {}

ExperimentModel::ExperimentModel(engine::Engine &engine, Study study, QObject *parent) : QObject(parent), m_engine(engine), m_study(std::move(study))
{
    m_progressTick.setInterval(progressPace);
    connect(&m_progressTick, &QTimer::timeout, this, &ExperimentModel::progressChanged);
}

ExperimentModel::~ExperimentModel()
{
    if (m_task)
        m_task->cancelled = true;
}

void ExperimentModel::run(const ExperimentQuestion &question)
{
    if (m_task)
        m_task->cancelled = true;
    m_task = std::make_shared<Task>();
    m_progressTick.start();
    setPhase(Phase::running);
    engine::whenDone(m_study(question, m_task), this, [this, task = m_task](Result<Experiment> experiment) {
        // Another one has begun, or nobody wants to know any more.
        if (task == m_task)
            take(std::move(experiment));
    });
}

void ExperimentModel::cancel()
{
    if (!m_task)
        return;
    m_task->cancelled = true;
    m_task.reset();
    m_progressTick.stop();
    setPhase(m_experiment ? Phase::ready : Phase::idle);
}

ExperimentWords ExperimentModel::words() const
{
    return m_experiment ? wordsOf(*m_experiment, m_engine.snapshot()->zone) : ExperimentWords();
}

void ExperimentModel::take(Result<Experiment> experiment)
{
    m_task.reset();
    m_progressTick.stop();
    if (!experiment) {
        m_failure = experiment.error();
        setPhase(Phase::failed);
        return;
    }
    m_experiment = std::move(*experiment);
    setPhase(Phase::ready);
}

void ExperimentModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace smartqueue::presentation
