#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/promise_board.h>

namespace smartqueue::presentation {

/// Whole business days up to now.
enum class PromisePeriod { today, week, month };

/// The promises of the last thirty days, read in the study pool once and followed from then on. GUI thread.
class PromiseBoardModel : public QObject {
    Q_OBJECT
public:
    enum class Phase { idle, loading, ready, empty, failed, cancelled };

    explicit PromiseBoardModel(engine::Engine &engine, QObject *parent = nullptr);
    ~PromiseBoardModel() override;

    /// While watching, the figures follow the branch.
    void setWatching(bool watching);
    void reload();
    void cancel();

    Phase phase() const { return m_phase; }
    /// Of the first reading, 0 to 1.
    double progress() const;
    const Failure &failure() const { return m_failure; }
    PromisePeriod period() const { return m_period; }
    void setPeriod(PromisePeriod period);
    /// Of the period, in the language of now; only when ready.
    PromiseBoard board() const;

Q_SIGNALS:
    void phaseChanged();
    void progressChanged();
    /// Another period, or newer figures.
    void boardChanged();

private:
    static constexpr std::size_t periods = 3;
    using Facts = std::array<PromiseFacts, periods>;
    struct Reading {
        std::shared_ptr<engine::PromiseLedger> ledger;
        Facts facts;
    };
    struct Task {
        std::atomic<bool> cancelled = false;
        std::atomic<double> share = 0;
    };

    void read();
    void take(Result<Reading> reading, Instant day);
    void setPhase(Phase phase);
    /// Ready, or empty where the period holds nothing.
    void showPeriod();

    engine::Engine &m_engine;
    QTimer m_soon;
    QTimer m_progressTick;
    Phase m_phase = Phase::idle;
    PromisePeriod m_period = PromisePeriod::today;
    bool m_watching = false;
    bool m_missed = true;
    std::shared_ptr<Task> m_task;
    /// Begin of the business day that the figures are about.
    std::optional<Instant> m_day;
    std::shared_ptr<engine::PromiseLedger> m_ledger;
    std::optional<Facts> m_facts;
    Failure m_failure;
};

} // namespace smartqueue::presentation
