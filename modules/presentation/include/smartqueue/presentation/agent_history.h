#pragma once

#include <map>
#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/agent_days.h>

namespace smartqueue::presentation {

/// The agents' figures of the business day and of the six before it, read in the study pool. GUI thread.
class AgentHistory : public QObject {
    Q_OBJECT
public:
    explicit AgentHistory(engine::Engine &engine, QObject *parent = nullptr);

    /// While watching, today's figures follow the branch.
    void setWatching(bool watching);
    /// None while they are on their way.
    std::optional<AgentFigures> today(AgentId agent) const;
    /// Today and the six days before.
    std::optional<AgentFigures> week(AgentId agent) const;
    const std::optional<Failure> &failure() const { return m_failure; }

Q_SIGNALS:
    void changed();

private:
    using Figures = std::map<AgentId, AgentFigures>;
    /// The study hands its reading on to the next one; nobody else touches it meanwhile.
    struct Reading {
        std::shared_ptr<AgentDays> days;
        Figures figures;
    };

    void refresh();
    void readToday(Instant from, Instant now);
    void readDaysBefore(Instant from, Instant until);

    engine::Engine &m_engine;
    QTimer m_soon;
    bool m_watching = false;
    bool m_missed = true;
    bool m_reading = false;
    bool m_again = false;
    /// Begin of the business day that the figures are about.
    std::optional<Instant> m_day;
    std::shared_ptr<AgentDays> m_days;
    std::optional<Figures> m_today;
    std::optional<Figures> m_before;
    bool m_readingBefore = false;
    std::optional<Failure> m_failure;
};

} // namespace smartqueue::presentation
