#pragma once

#include <map>
#include <optional>

#include <smartqueue/engine/history.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::presentation {

/// What an agent did in some stretch of time.
struct AgentFigures {
    int served = 0;
    /// Served whose last wait was within the service's SLA.
    int onTime = 0;
    /// Over the served, without holds.
    Duration inService{0};
    /// Begun in the stretch.
    int breaks = 0;
    Duration onBreak{0};
    /// Signed in and not on a break.
    Duration onDuty{0};

    std::optional<Duration> meanService() const;
    /// 0 to 1.
    std::optional<double> onTimeShare() const;
    /// Hundredths of the currency, the idle time included; `hourlyCost` as in Agent.
    std::optional<double> costPerTicket(std::optional<int> hourlyCost) const;
    void add(const AgentFigures &other);

    friend bool operator==(const AgentFigures &, const AgentFigures &) = default;
};

/// Follows the log and counts what each agent does. What is taken back counts no more. For one thread at a time.
class AgentDays {
public:
    /// The branch as it stood at `from`; nothing is counted yet. Call it in a study.
    static Result<AgentDays> begin(engine::HistoryReader &reader, Instant from);
    /// Reads on, up to and including `until`, else to the end of the log.
    Done advance(engine::HistoryReader &reader, std::optional<Instant> until = {});
    void take(const EventBatch &batch);

    /// Breaks and duty that still run are counted until `at`.
    std::map<AgentId, AgentFigures> figures(Instant at) const;

private:
    enum class Phase { away, onDuty, onBreak };
    struct Running {
        Phase phase = Phase::away;
        Instant since{};
    };
    struct Service {
        AgentId agent;
        Duration duration{0};
        bool onTime = false;
    };

    AgentDays(queueing::BranchState state, Instant from);
    static Phase phaseOf(const Agent &agent);
    void followAgents(Instant at);
    void followTicket(TicketId id);
    void count(const Service &service, int sign);
    static void addTime(AgentFigures &figures, const Running &running, Instant until);

    queueing::BranchState m_state;
    std::map<AgentId, Running> m_running;
    std::map<TicketId, Service> m_services;
    std::map<AgentId, AgentFigures> m_closed;
};

} // namespace smartqueue::presentation
