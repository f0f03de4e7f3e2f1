#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "decision.h"
#include "smartqueue/engine/event_log.h"
#include "smartqueue/engine/outbox.h"
#include "world.h"

namespace smartqueue::engine {

/// What this desktop does while it does not hear its host: decided on a world of its own, which is the log's with that on top, kept in
/// the outbox, and offered to the host when it is back. An act leaves when this desktop's own log holds what came of it, so that no
/// number is free meanwhile. Engine's thread. What it is given outlives it.
class AloneWork {
public:
    AloneWork(const World &log, const Zones &zones, Store &store, Outbox &outbox, DeviceId device)
        : m_log(log), m_store(store), m_outbox(outbox), m_device(std::move(device)), m_decider(m_world, zones, store, nullptr)
    {
    }

    /// What is left from before.
    Done load(Instant now);
    /// The log's world is the branch's.
    bool isEmpty() const { return m_acts.empty(); }
    /// Acts that no host has taken yet.
    std::size_t waiting() const;
    /// Of those, some of which no host has heard: what is asked next comes after them.
    bool isUnheard() const;
    const std::vector<Outbox::Aside> &aside() const { return m_aside; }
    /// The branch as it stands with what was done here; none where that is the log's.
    const queueing::BranchState *branch(SiteId site, Instant now);
    /// Fails with `host_unreachable` (`reason`) for what has to wait for the host.
    Answer carryOut(Command command, Instant now);
    /// By these; none: it was read anew.
    Done logGrew(const std::vector<EventBatch> &batches);
    /// All of it, to be carried out in one go: nobody may come between a ticket's issue and its call.
    std::vector<Command> offer();
    /// By the host, in the order of the offer.
    Done answered(const std::vector<Answer> &answers);

private:
    using Key = std::pair<SiteId, CommandId>;
    enum class Standing {
        unheard,
        /// The host takes it later.
        later,
        /// The host has it, and its log is on the way.
        taken
    };
    struct Act {
        Outbox::Entry entry;
        Standing standing = Standing::unheard;
    };
    /// By their numbers in the outbox.
    using Acts = std::map<std::int64_t, Act>;

    Answer perform(Command &command, Instant now);
    /// The log has grown, or an act has come or gone.
    void rebase(Instant now);
    /// Somebody holds the number of that ticket: nobody gets it again.
    void spend(TicketId ticket);
    /// Tickets that no other desktop knows of.
    std::set<TicketId> own() const;
    /// Whether this desktop's log holds what came of it.
    Result<bool> isHere(const Command &command);
    Done drop(const std::vector<std::int64_t> &numbers);
    Done setAside(std::int64_t number, const Failure &why);

    const World &m_log;
    Store &m_store;
    Outbox &m_outbox;
    const DeviceId m_device;
    World m_world;
    /// The world is older than the log or the acts.
    bool m_isStale = true;
    /// Of the world's last act. No two acts share one, nor does the log come to it: what screens show by it never looks unchanged.
    Sequence m_last = Sequence(1) << 52;
    Decider m_decider;
    Acts m_acts;
    std::map<Key, std::int64_t> m_numbers;
    std::map<Key, Answer> m_answers;
    std::vector<Outbox::Aside> m_aside;
    std::vector<std::int64_t> m_offered;
    /// The log holds what came of them, and the outbox could not be written to.
    std::vector<std::int64_t> m_done;
};

} // namespace smartqueue::engine
