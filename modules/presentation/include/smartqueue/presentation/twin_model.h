#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/twin_study.h>

namespace smartqueue::presentation {

/// The twin of today, played through in the study pool with what is tried on it and without, while somebody watches. A few days come first, so
/// that the fans move at once, then all of them. What is overtaken by a newer change is cancelled. GUI thread.
class TwinModel : public QObject {
    Q_OBJECT
public:
    /// Closed: the doors are shut, nobody comes any more today.
    enum class Phase { idle, loading, ready, closed, failed };

    explicit TwinModel(engine::Engine &engine, QObject *parent = nullptr);
    ~TwinModel() override;

    void setWatching(bool watching);
    /// At once, on the branch as it is.
    void look();

    const TwinChanges &changes() const { return m_changes; }
    /// Played a moment after the last of several.
    void setChanges(const TwinChanges &changes);

    Phase phase() const { return m_phase; }
    const Failure &failure() const { return m_failure; }
    /// The study is of what is tried now, on a branch whose people still stand as they did.
    bool isCurrent() const { return m_study && !m_isOutdated && m_study->changes == m_changes; }
    /// All days are in.
    bool isWhole() const { return isCurrent() && m_study->replications == wholeRuns; }
    /// In the language of now; only when ready.
    TwinWords words() const;

    static constexpr int wholeRuns = 1'000;

Q_SIGNALS:
    void phaseChanged();
    /// By setChanges(), or because the branch does not allow a part of them any more, or has carried it out.
    void changesChanged();
    /// Other people are there, on other queues, or other rules hold.
    void lineupChanged();
    /// Newer figures, or the ones there have become old.
    void studyChanged();

private:
    void follow();
    /// On the twin there is, or a new one where it is outdated.
    void play(int replications);
    void overtake();
    void take(Result<TwinStudy> study);
    bool isToBeRenewed() const;
    int firstRuns() const;
    void setPhase(Phase phase);

    engine::Engine &m_engine;
    /// After the last of several changes.
    QTimer m_idle;
    /// Until the branch is looked at again.
    QTimer m_soon;
    Phase m_phase = Phase::idle;
    bool m_watching = false;
    /// The branch has gone on since the twin was read.
    bool m_missed = true;
    /// Its people or rules are others than the twin's.
    bool m_isOutdated = true;
    TwinLineup m_lineup;
    TwinChanges m_changes;
    /// Of the study under way; true ends it.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    /// The study under way reads the branch anew.
    bool m_isReading = false;
    std::shared_ptr<const BranchTwin> m_twin;
    std::optional<TwinStudy> m_study;
    Failure m_failure;
};

} // namespace smartqueue::presentation
