#include <algorithm>
#include <cstdlib>

#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/queueing/decide.h>

#include "writer.h"

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;

/// The hour at the site when the past is tidied.
constexpr auto cleanUpHour = 4h;
constexpr auto cleanUpRetry = 10min;
/// Before the studies that wait for the pool, see QThreadPool::start.
constexpr int packingPriority = 1;

} // namespace

void Installation::Writer::work()
{
    const Instant now = m_clock.now();
    if (m_deposed)
        return;
    if (const Upstream *upstream = m_installation.m_upstream) {
        workOfReplica(now, *upstream);
        return;
    }
    for (const auto &[site, state] : m_world.branches) {
        const Instant here = std::max(now, state.at);
        if (!state.queues.empty() && queueing::businessDayOf(here, state.branch, m_zones.at(site)) > state.businessDay) {
            Command day{{}, StartBusinessDay{}, {}, {}};
            day.site = site;
            day.user = theProgram;
            submit(std::move(day), {});
        }
        retireAgents(site, state);
        grantNumbers(site);
        cleanUp(site, state, here);
    }
    offerAgain(now);
    m_followed = m_clock.followsRecording();
    // Only a write proves that writing works again; a full disk still reads.
    if (m_degraded && (!m_mustReload || load()) && m_store.log().append({}))
        recover();
    if (m_degraded)
        return;
    for (const auto &[site, state] : m_world.branches)
        Q_EMIT m_installation.heartbeat(site, std::max(now, state.at));
}

void Installation::Writer::workOfReplica(Instant now, const Upstream &upstream)
{
    for (const auto &[site, state] : m_world.branches)
        cleanUp(site, state, std::max(now, state.at));
    if (m_degraded && (!m_mustReload || load()) && m_store.log().append({}))
        recover();
    offerAgain(now);
    // What stands still for want of a host must not look alive.
    if (m_degraded || !upstream.isInStep())
        return;
    for (const auto &[site, state] : m_world.branches)
        Q_EMIT m_installation.heartbeat(site, std::max(now, state.at));
}

void Installation::Writer::retireAgents(SiteId site, const queueing::BranchState &state)
{
    const Site *here = m_world.directory.site(site);
    const auto tell = [&](CommandBody body) {
        Command command{{}, std::move(body), {}, {}};
        command.site = site;
        command.user = theProgram;
        submit(std::move(command), {});
    };
    for (const auto &[id, agent] : state.agents) {
        const User *user = m_world.directory.user(agent.user);
        // A ticket in hand is finished first; whoever supervises can take it over.
        if (!user || !here || agent.current)
            continue;
        if (user->removed || !m_world.directory.role(user->id, here->tenant))
            tell(RemoveAgent{id});
        else if (!user->active && agent.status != AgentStatus::offline)
            tell(SignOut{id});
    }
}

void Installation::Writer::cleanUp(SiteId site, const queueing::BranchState &state, Instant now)
{
    const TimeZone &zone = m_zones.at(site);
    CleanUp &mine = m_cleanUps[site];
    const auto today = std::chrono::floor<std::chrono::days>(zone.toLocal(now) - cleanUpHour);
    const Instant due = zone.toInstant(today + cleanUpHour);
    // A recording passes in seconds; what it leaves behind stays at least for the night after it.
    const bool follows = m_clock.followsRecording();
    if (m_followed && !follows)
        mine.at = due;
    if (follows || due <= mine.at || std::chrono::steady_clock::now() < mine.next)
        return;
    mine.next = std::chrono::steady_clock::now() + cleanUpRetry;
    const auto tidy = [&]() -> Done {
        auto reader = m_store.openReader(site);
        if (!reader)
            return tl::unexpected(reader.error());
        TicketQuery newest;
        newest.limit = 1;
        const auto rows = (*reader)->tickets(newest);
        if (!rows)
            return tl::unexpected(rows.error());
        // Counted back from the newest customer: a branch that only holds an old recording keeps it.
        if (!rows->empty()) {
            const Instant from = std::min(due, rows->front().arrivedAt) - std::chrono::days(state.branch.retentionDays);
            if (const auto cleaned = m_store.cleanUp(site, from); !cleaned)
                return tl::unexpected(cleaned.error());
        }
        return {};
    };
    if (const Done tidied = tidy(); !tidied)
        degrade(tidied.error());
    else
        mine.at = due;
    forgetRemovedUsers(due);
}

void Installation::Writer::forgetRemovedUsers(Instant now)
{
    // Nobody who has gone is a member any more: the longest of all holds.
    int longest = 0;
    for (const auto &[id, tenant] : m_world.directory.tenants)
        longest = std::max(longest, tenant.retentionDays);
    for (const auto &[site, state] : m_world.branches)
        longest = std::max(longest, state.branch.retentionDays);
    CommitGroup group;
    for (const auto &[id, user] : m_world.directory.users) {
        if (user.removedAt && *user.removedAt + std::chrono::days(longest) <= now && m_world.directory.profiles.contains(id))
            group.personal.push_back({profileKey(id), {}});
    }
    if (group.personal.empty() || m_mustReload)
        return;
    if (const Done gone = m_store.log().append(group); !gone) {
        degrade(gone.error());
        return;
    }
    std::set<UserId> forgotten;
    for (const PersonalDatum &datum : group.personal)
        forgotten.insert(UserId{std::atoll(datum.key.c_str() + profilePrefix.size())});
    std::erase_if(m_world.directory.profiles, [&](const auto &item) { return forgotten.contains(item.first); });
    nameAgentsOf(forgotten);
    m_directoryUnpublished = true;
    publishSoon();
}

void Installation::Writer::checkpoint()
{
    save({m_world.sequence, m_world.at(), pack(m_world)});
}

int Installation::Writer::checkpointInterval() const
{
    std::size_t tickets = 0;
    for (const auto &[site, state] : m_world.branches)
        tickets += state.tickets.size();
    // Packing costs as much as there are tickets: a full hall must not be packed over and over.
    return std::max(m_options.checkpointEvery, int(tickets / 2));
}

void Installation::Writer::checkpointBeside()
{
    if (std::exchange(m_packing, true))
        return;
    const auto world = std::make_shared<World>(m_world);
    m_pool.start([this, world] {
        const Sequence sequence = world->sequence;
        const Instant at = world->at();
        Checkpoint packed{sequence, at, pack(std::move(*world))};
        QMetaObject::invokeMethod(this, [this, packed = std::move(packed)] {
            m_packing = false;
            save(packed);
        }, Qt::QueuedConnection);
    }, packingPriority);
}

void Installation::Writer::save(const Checkpoint &checkpoint)
{
    if (checkpoint.sequence > m_checkpointed && m_store.log().saveCheckpoint(checkpoint))
        m_checkpointed = checkpoint.sequence;
}

} // namespace smartqueue::engine
