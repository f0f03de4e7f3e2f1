#pragma once

#include <map>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/domain/events.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/optimizer/report.h>

#include "smartqueue/engine/history.h"
#include "smartqueue/engine/vault.h"
#include "world.h"

namespace smartqueue::engine {

using Zones = std::map<SiteId, TimeZone>;

/// What a command does: the batch to commit and what it leaves beside the log.
struct Decision {
    EventBatch batch;
    std::vector<PersonalDatum> personal;
    /// Personal data came with it and could not be kept, because the vault is shut.
    bool notKept = false;
    /// What is sealed from now on is sealed with this key; empty: with the one before.
    SealingKey sealingKey;
};

/// The rules of the house around the kernels' own: who may, what a command has to know besides (the promise, what a suggestion
/// stands for, whose code it is), and what the directory and the branches have to ask each other. Engine's thread.
class Decider {
public:
    /// Without a vault, customers' data stay as they come: a branch of its own, in memory or in a test.
    Decider(const World &world, const Zones &zones, Store &store, const Vault *vault)
        : m_world(world), m_zones(zones), m_store(store), m_vault(vault)
    {
    }

    /// `now` is what the engine's clock says; the command's time is never before the last one of its branch or of the directory.
    /// A batch without events changes nothing. Its sequence is the writer's to give.
    Result<Decision> decide(Command &command, Instant now) const;
    /// The same, but what is done already is refused like anything else where it does not fit.
    Result<Decision> decideStrictly(Command &command, Instant now) const;
    /// When the command happens.
    Instant timeOf(const Command &command, Instant now) const;
    /// It reads what stands beside the log, so that nothing may be on its way there.
    static bool readsBeside(const CommandBody &body);

private:
    const queueing::BranchState &branch(SiteId site) const;
    const TimeZone &zone(SiteId site) const;
    Done permitted(const Command &command) const;
    /// What a desktop did already and `why` it does not fit any more. Fails with `limit_reached` (`what`: conflicts) while too many wait for
    /// a supervisor, and with `not_alone` where it is too large to be kept.
    Result<Decision> conflictOf(const Command &command, const Failure &why, Instant now) const;
    /// What the conflict's desktop did, for whoever asks for it once more.
    Result<std::vector<Event>> againOf(const Command &settle, Instant at) const;
    Done notAhead(const Command &command, Instant now) const;
    Done complete(Command &command, Instant at) const;
    Result<SuggestedAction> suggestedAction(const queueing::BranchState &state, const std::string &suggestion, Instant at) const;
    Done withinLimits(const Command &command) const;
    Result<std::vector<Event>> branchEvents(const Command &command, Instant at) const;
    Result<std::vector<Event>> accountEvents(const Command &command, Instant at, SiteId &site) const;
    /// The asking user's agent in the branch; none: they have none there.
    AgentId ownAgent(const Command &command) const;
    /// Keys name customers of the command's branch.
    Done ownCustomers(const Command &command) const;
    /// A profile for a user goes to a member of the tenant who has none in the branch.
    Done agentOfMember(const Command &command) const;
    /// Tenants are in time zones that the platform knows. Fails with `unknown_time_zone`.
    Done knownZones(const std::vector<Event> &events) const;
    /// No other site of the tenant is called so.
    Done freeSiteName(const Command &command, const std::string &name) const;
    /// Whatever is sealed can be read.
    bool mayRotate() const;
    /// Nobody loses the key to what is sealed. Fails with `locked`.
    Done keepsTheKey(const Command &command) const;

    /// Fills in what the command leaves beside the log.
    void leaveBeside(const Command &command, Decision &decision) const;
    /// The digests that are left of the user's codes without that one; none when it is not among them.
    std::optional<std::string> recoveryCodesOf(UserId user, const std::string &without) const;
    /// What a branch command says of a customer, sealed.
    void leaveBranchData(const Command &command, Decision &decision) const;
    /// Profiles and what lets people in.
    void leaveAccountData(const Command &command, Decision &decision) const;
    /// Everything personal, sealed with the decision's key, and that key locked as the one before was.
    void resealEverything(Decision &decision) const;

    const World &m_world;
    const Zones &m_zones;
    Store &m_store;
    const Vault *m_vault;
};

/// The user whom the events make or change; none: nobody.
UserId userIn(const std::vector<Event> &events);

/// The figures of the last seven days per queue, for the discipline advice.
Result<std::map<QueueId, optimizer::History>> recentHistoryOf(HistoryReader &reader, const queueing::BranchState &state, Instant now);

} // namespace smartqueue::engine
