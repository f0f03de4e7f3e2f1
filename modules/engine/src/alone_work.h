#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "decision.h"
#include "smartqueue/engine/event_log.h"
#include "smartqueue/engine/outbox.h"
#include "world.h"

namespace smartqueue::engine {

/// What this desktop does while it does not hear its host: decided on a world of its own, which is the log's with that on top, kept in
/// the outbox, and offered to the host when it is back. Engine's thread. What it is given outlives it.
class AloneWork {
public:
    AloneWork(const World &log, const Zones &zones, Store &store, Outbox &outbox, DeviceId device)
        : m_log(log), m_outbox(outbox), m_device(std::move(device)), m_decider(m_world, zones, store, nullptr)
    {
    }

    /// What is left from before.
    Done load(Instant now);
    bool isEmpty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    /// The branch as it stands with what was done here; none where that is the log's.
    const queueing::BranchState *branch(SiteId site) const { return isEmpty() ? nullptr : m_world.branch(site); }
    /// Fails with `host_unreachable` (`reason`) for what has to wait for the host.
    Answer carryOut(Command command, Instant now);
    /// The log has grown.
    void rebase(Instant now);
    /// All of it, to be carried out in one go: nobody may come between a ticket's issue and its call.
    Result<std::vector<Command>> offer();
    /// By the host, in the order of the offer.
    Done answered(const std::vector<Answer> &answers, Instant now);

private:
    using Key = std::pair<SiteId, CommandId>;

    Answer perform(Command &command, Instant now);
    /// Somebody holds the number of an issue that does not fit any more: nobody gets it again.
    void spend(const Command &command);
    /// Tickets that no other desktop knows of.
    std::set<TicketId> own() const;

    const World &m_log;
    Outbox &m_outbox;
    const DeviceId m_device;
    World m_world;
    Decider m_decider;
    std::vector<Outbox::Entry> m_entries;
    std::map<Key, Answer> m_answers;
    std::size_t m_offered = 0;
};

} // namespace smartqueue::engine
