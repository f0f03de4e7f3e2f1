#include "agent_names.h"

#include <algorithm>
#include <set>
#include <utility>

#include <smartqueue/foundation/text.h>

namespace smartqueue::engine {

namespace {

bool lacksName(const Event &event)
{
    const auto *defined = std::get_if<AgentDefined>(&event);
    return defined && defined->agent.user && defined->agent.name.empty();
}

std::string fullName(const Profile &profile)
{
    return profile.name().empty() ? profile.email : profile.name();
}

std::string withAddress(const std::string &name, const Profile &profile)
{
    return profile.email.empty() || name == profile.email ? name : name + " (" + profile.email + ')';
}

void leaveNameOut(Agent &agent, const IsNamedBeside &beside)
{
    if (agent.user && beside(agent.user))
        agent.name.clear();
}

void leaveNamesOut(std::vector<Agent> &agents, const IsNamedBeside &beside)
{
    for (Agent &agent : agents)
        leaveNameOut(agent, beside);
}

/// Passes every question on; what it reads of the log has names again.
class NamedReader final : public HistoryReader {
public:
    NamedReader(std::unique_ptr<HistoryReader> reader, std::shared_ptr<const accounts::Directory> directory)
        : m_reader(std::move(reader)), m_directory(std::move(directory))
    {
    }

    SiteId site() const override { return m_reader->site(); }
    Result<std::vector<TicketRow>> tickets(const TicketQuery &query) override { return m_reader->tickets(query); }
    Result<std::int64_t> ticketCount(const TicketQuery &query) override { return m_reader->ticketCount(query); }
    Result<std::array<std::int64_t, 8>> ticketCountsByState(const TicketQuery &query) override { return m_reader->ticketCountsByState(query); }
    Result<std::optional<Ticket>> ticket(TicketId id) override { return m_reader->ticket(id); }
    Result<std::vector<EventBatch>> story(TicketId id) override { return m_reader->story(id); }
    Result<std::string> note(TicketId id) override { return m_reader->note(id); }
    Done readPersonal(const std::function<bool(TicketId, const PersonalDatum &)> &visit) override { return m_reader->readPersonal(visit); }
    Result<QueueFigures> figures(QueueId queue, Instant from, Instant until, Duration sla) override { return m_reader->figures(queue, from, until, sla); }
    Result<HourlyArrivals> arrivals(QueueId queue, const std::vector<Instant> &starts) override { return m_reader->arrivals(queue, starts); }
    Result<std::optional<Checkpoint>> checkpointBefore(Instant at) override { return m_reader->checkpointBefore(at); }
    Result<std::optional<std::pair<Instant, Instant>>> logSpan() override { return m_reader->logSpan(); }

    Done readLog(Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit) override
    {
        return m_reader->readLog(after, until, [&](const EventBatch &batch) {
            if (std::none_of(batch.events.begin(), batch.events.end(), lacksName))
                return visit(batch);
            EventBatch named = batch;
            nameAgents(named.events, profilesOf(*m_directory));
            return visit(named);
        });
    }

    std::optional<Profile> profile(UserId user) const override { return profilesOf(*m_directory)(user); }

private:
    std::unique_ptr<HistoryReader> m_reader;
    std::shared_ptr<const accounts::Directory> m_directory;
};

} // namespace

ProfileOf profilesOf(const accounts::Directory &directory)
{
    return [&directory](UserId user) -> std::optional<Profile> {
        if (const Profile *known = directory.profile(user))
            return *known;
        // Whose name left with the retention has none any more, whatever an older log says.
        const User *gone = directory.user(user);
        return gone && gone->removed ? std::optional(Profile()) : std::nullopt;
    };
}

std::string nameInBranch(const queueing::BranchState &state, AgentId agent, const Profile &profile)
{
    const std::string name = fullName(profile);
    const bool taken = std::any_of(state.agents.begin(), state.agents.end(), [&](const auto &item) {
        // Of two accounts the later one gives way; an agent without an account has no address to be told apart by.
        const bool comesFirst = !item.second.user || !agent || item.first < agent;
        return item.first != agent && comesFirst && sameName(item.second.name, name);
    });
    return taken ? withAddress(name, profile) : name;
}

bool nameAgent(queueing::BranchState &state, AgentId id, const ProfileOf &profile)
{
    const auto found = state.agents.find(id);
    const std::optional<Profile> known = found != state.agents.end() && found->second.user ? profile(found->second.user) : std::nullopt;
    if (!known)
        return false;
    std::string name = nameInBranch(state, id, *known);
    const bool changed = name != found->second.name;
    found->second.name = std::move(name);
    return changed;
}

bool nameAgents(queueing::BranchState &state, const ProfileOf &profile)
{
    std::map<AgentId, Profile> accounts;
    std::set<std::string> taken;
    for (const auto &[id, agent] : state.agents) {
        if (auto known = agent.user ? profile(agent.user) : std::nullopt)
            accounts.emplace(id, std::move(*known));
        else
            taken.insert(foldedName(agent.name));
    }
    bool changed = false;
    for (const auto &[id, account] : accounts) {
        std::string name = fullName(account);
        if (!taken.insert(foldedName(name)).second) {
            name = withAddress(name, account);
            taken.insert(foldedName(name));
        }
        Agent &agent = state.agents.at(id);
        changed = changed || name != agent.name;
        agent.name = std::move(name);
    }
    return changed;
}

void nameAgents(std::vector<Event> &events, const ProfileOf &profile)
{
    for (Event &event : events) {
        if (!lacksName(event))
            continue;
        Agent &agent = std::get<AgentDefined>(event).agent;
        if (const auto known = profile(agent.user))
            agent.name = fullName(*known);
    }
}

void leaveNamesOut(std::vector<Event> &events, const IsNamedBeside &beside)
{
    for (Event &event : events) {
        if (auto *defined = std::get_if<AgentDefined>(&event))
            leaveNameOut(defined->agent, beside);
        else if (auto *undone = std::get_if<ActionUndone>(&event))
            leaveNamesOut(undone->agents, beside);
    }
}

void leaveNamesOut(queueing::BranchState &state, const IsNamedBeside &beside)
{
    for (auto &[id, agent] : state.agents)
        leaveNameOut(agent, beside);
    for (queueing::UndoRecord &record : state.undoable)
        leaveNamesOut(record.agents, beside);
}

std::unique_ptr<HistoryReader> withNames(std::unique_ptr<HistoryReader> reader, std::shared_ptr<const accounts::Directory> directory)
{
    return std::make_unique<NamedReader>(std::move(reader), std::move(directory));
}

} // namespace smartqueue::engine
