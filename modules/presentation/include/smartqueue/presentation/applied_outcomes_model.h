#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include <QFuture>
#include <QObject>
#include <QString>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/applied_outcomes.h>
#include <smartqueue/presentation/branch_twin.h>

namespace smartqueue::presentation {

/// What came of the newest suggestions of today, looked at in the study pool while somebody watches, once a minute at most. GUI thread.
class AppliedOutcomesModel : public QObject {
    Q_OBJECT
public:
    /// One look back; true in `cancelled` ends it.
    struct Question {
        engine::SharedSnapshot snapshot;
        std::shared_ptr<const PastOfBranch> past;
        Instant now{};
        std::shared_ptr<const std::atomic<bool>> cancelled;
    };
    struct Outcomes {
        std::shared_ptr<const PastOfBranch> past;
        std::vector<AppliedOutcome> outcomes;
    };
    using Study = std::function<QFuture<Result<Outcomes>>(const Question &)>;

    /// In the engine's study pool.
    explicit AppliedOutcomesModel(engine::Engine &engine, QObject *parent = nullptr);
    AppliedOutcomesModel(engine::Engine &engine, Study study, QObject *parent = nullptr);
    ~AppliedOutcomesModel() override;

    void setWatching(bool watching);
    /// Of what was applied then under that id, in the language of now; empty as long as nothing is known.
    QString wordsOf(const SuggestionId &id, Instant at) const;

Q_SIGNALS:
    void changed();

private:
    void lookIfDue();
    void look();

    engine::Engine &m_engine;
    Study m_study;
    QTimer m_pace;
    bool m_watching = false;
    /// Of the study under way; true ends it.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::shared_ptr<const PastOfBranch> m_past;
    std::vector<AppliedOutcome> m_outcomes;
};

} // namespace smartqueue::presentation
