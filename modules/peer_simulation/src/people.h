#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/replication/wire.h>

#include "records.h"
#include "schedule.h"

namespace smartqueue::peer_simulation {

struct World;

/// Agents who press buttons until they are answered, and the one admin, who keeps the rules that the module's README states.
class People {
public:
    explicit People(World &world);

    // What there is to work with.
    Instant opening() const { return m_opening; }
    queueing::BranchState openedBranch() const;
    Command commandOf(const std::string &id) const { return m_commands.at(id); }

    void begin();
    /// From now on nobody asks for anything new.
    void stop() { m_stopped = true; }
    bool isAnyoneWaiting() const;

    void agentActs(int agent);
    /// `agent`: −1 where only the id says whom it concerns.
    void answered(int agent, const std::string &id, const std::string &bytes);
    void notAnswered(const std::string &id);

    void adminLooks();
    void adminDecides(int desktop, Epoch epoch);
    void advised(int desktop, const std::map<DeviceId, replication::Leads> &answers);
    /// The take-over is on the desktop's disk.
    void claimed(int desktop, RecordIndex record);
    void withdrawn(int desktop);
    bool isTakingOver() const { return m_claiming >= 0; }

    /// Who leads, as people have arranged it.
    int rightful();
    /// Whether somebody starts or wakes that desktop now: one that was the host goes on only where it reaches a desktop that
    /// knows of the take-over. They are left alone until they have spoken.
    bool mayReturn(int desktop);
    bool isGuarded(int desktop) const;
    /// Whether a backup is put back there.
    bool mayRestore(int desktop);

private:
    struct Agent {
        AgentId id;
        int desktop = 0;
        TicketId hand;
        std::string outstanding;
        Time askedAt = 0;
        int asked = 0;
    };
    struct Reign {
        int desktop = 0;
        RecordIndex takeOver = -1;
    };

    void ask(int agent);
    Command nextCommand(const Agent &agent);
    /// Nobody works as the host.
    bool isHostGone();
    bool isHeld(RecordIndex takeOver) const;

    World &m_world;
    Instant m_opening{};
    Time m_thinking = 0;
    std::vector<Agent> m_agents;
    std::unordered_map<std::string, Command> m_commands;
    std::vector<QueueId> m_queues;
    bool m_stopped = false;

    std::vector<Reign> m_reigns{{0, -1}};
    int m_claiming = -1;
    Time m_claimedAt = 0;
    Time m_goneSince = -1;
    Time m_askedAt = -1;
    int m_asking = -1;
    bool m_isDeciding = false;
    Epoch m_decidedEpoch = 0;
    int m_fresher = -1;
    std::vector<Time> m_guardedUntil;
};

} // namespace smartqueue::peer_simulation
