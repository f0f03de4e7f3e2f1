#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QFuture>
#include <QList>
#include <QObject>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/proven_suggestions.h>
#include <smartqueue/presentation/suggestion_text.h>
#include <smartqueue/presentation/twin_changes.h>

namespace smartqueue::presentation {

/// One suggestion that stands, and what it would do.
struct SuggestionOffer {
    SuggestionText text;
    /// For one ApplySuggestion; empty for a measure.
    std::vector<SuggestedAction> actions;
    simulation::Difference gain;
    /// Why it cannot be applied as it was tried; empty when it can.
    QString whyNot;
};

/// What could be done, proven in the study pool while somebody watches and the branch goes on. News of customers wait for the next look; where
/// people and rules are others than those it was tried with, a suggestion stands still until it has been tried again. GUI thread.
class ProvenSuggestionsModel : public QObject {
    Q_OBJECT
public:
    /// Closed: the doors are shut, nobody comes any more today.
    enum class Phase { idle, trying, ready, closed, failed };

    /// One look at the branch; true in `cancelled` ends it.
    struct Question {
        engine::SharedSnapshot snapshot;
        std::shared_ptr<const PastOfBranch> past;
        Instant now{};
        SuggestionWish wish;
        std::shared_ptr<const std::atomic<bool>> cancelled;
    };
    using Study = std::function<QFuture<Result<ProvenStudy>>(const Question &)>;

    /// In the engine's study pool.
    explicit ProvenSuggestionsModel(engine::Engine &engine, QObject *parent = nullptr);
    /// By another study; a result that comes after its question was cancelled is dropped.
    ProvenSuggestionsModel(engine::Engine &engine, Study study, QObject *parent = nullptr);
    ~ProvenSuggestionsModel() override;

    void setWatching(bool watching);
    const SuggestionWish &wish() const { return m_wish; }
    /// What was tried for another wish is forgotten.
    void setWish(const SuggestionWish &wish);
    /// At once.
    void look();
    /// Between two looks at a branch whose people stay where they are.
    void setPace(std::chrono::milliseconds pace) { m_soon.setInterval(pace); }

    Phase phase() const { return m_phase; }
    const Failure &failure() const { return m_failure; }
    /// Best first, what takes more than a click last; none that was dismissed, has run out, is done already, or does more than a
    /// better one. In the language of now.
    QList<SuggestionOffer> offers() const;
    /// Nothing gained beyond chance; only when ready.
    bool foundNothing() const { return m_study && m_study->study.suggestions.empty() && m_study->study.measures.empty(); }
    /// "54 ways tried on 200 possible rests of the day at 10:42"; only when ready.
    QString effort() const;
    /// Why the figures are weak; empty where they are not.
    QString caution() const;

Q_SIGNALS:
    /// The phase, or what is offered.
    void changed();

private:
    /// Whose change makes the figures those of another branch.
    struct Standing {
        TwinLineup lineup;
        std::vector<std::pair<CommandId, bool>> applied;
        bool operator==(const Standing &) const = default;
    };
    static Standing standingOf(const queueing::BranchState &state);

    void follow();
    void runOut(Instant at);
    void overtake();
    void take(Result<ProvenStudy> study);
    /// Those of the study that still stand at `now`.
    std::vector<const simulation::Proposal *> standing(Instant now) const;
    Instant now() const;

    engine::Engine &m_engine;
    Study m_prove;
    /// After the last of several moves.
    QTimer m_idle;
    /// Until the branch is looked at again.
    QTimer m_soon;
    Phase m_phase = Phase::idle;
    bool m_watching = false;
    /// The branch has gone on since the last look.
    bool m_missed = true;
    /// People or rules are others than the study's.
    bool m_isOutdated = false;
    SuggestionWish m_wish;
    Standing m_standing;
    /// Of the study under way; true ends it.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::optional<ProvenStudy> m_study;
    std::shared_ptr<const PastOfBranch> m_past;
    /// How many were offered when time was last looked at.
    std::size_t m_offered = 0;
    Failure m_failure;
};

} // namespace smartqueue::presentation
