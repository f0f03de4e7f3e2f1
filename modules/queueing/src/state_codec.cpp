#include <algorithm>
#include <stdexcept>
#include <vector>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/json_fields.h>

#include "smartqueue/queueing/branch_state.h"

namespace smartqueue::queueing {

namespace {

using json::Json;

/// What a QueueState keeps that cannot be derived from the tickets.
struct StoredQueue {
    Queue config;
    std::vector<FinishedService> services;
    std::int64_t abandonments = 0;
    Duration waited{0};
    DayCounters today;

    SQ_FIELDS(v("config", s.config); v("services", s.services); v("abandonments", s.abandonments); v("waited_ms", s.waited);
              v("today", s.today);)
};

struct StoredGrant {
    QueueId queue;
    DeviceId device;
    std::vector<NumberBlock> blocks;

    SQ_FIELDS(v("queue", s.queue); v("device", s.device); v("blocks", s.blocks);)
};

struct StoredSeries {
    std::string prefix;
    int first = 0;
    int last = 0;

    SQ_FIELDS(v("prefix", s.prefix); v("first", s.first); v("last", s.last);)
};

/// Counts up when a stored state of before would be read wrongly: the log tells it anew.
constexpr int currentFormat = 3;

struct StoredState {
    int format = 0;
    Branch branch;
    std::vector<Service> services;
    std::vector<StoredQueue> queues;
    std::vector<Agent> agents;
    std::vector<Ticket> tickets;
    std::vector<TicketId> closed;
    std::vector<TicketId> reserved;
    std::vector<StoredSeries> numbering;
    /// Numbers of the running business day whose tickets have left the live state.
    std::vector<std::string> given;
    std::int32_t businessDay = 0;
    Instant dayStartedAt{};
    std::vector<Alert> alerts;
    std::vector<DecidedSuggestion> decided;
    std::vector<StoredGrant> granted;
    std::vector<Conflict> conflicts;
    std::vector<UndoRecord> undoable;
    std::int64_t lastId = 0;
    Sequence sequence = 0;
    Instant at{};

    SQ_FIELDS(v("format", s.format); v("branch", s.branch); v("services", s.services); v("queues", s.queues); v("agents", s.agents);
              v("tickets", s.tickets); v("closed", s.closed); v("reserved", s.reserved); v("numbering", s.numbering);
              v("given", s.given); v("business_day", s.businessDay); v("day_started_at", s.dayStartedAt); v("alerts", s.alerts);
              v("decided", s.decided); v("granted", s.granted); v("conflicts", s.conflicts); v("undoable", s.undoable); v("last_id", s.lastId); v("sequence", s.sequence);
              v("at", s.at);)
};

template <class Map>
auto valuesOf(const Map &map)
{
    std::vector<typename Map::mapped_type> values;
    values.reserve(map.size());
    for (const auto &[key, value] : map)
        values.push_back(value);
    return values;
}

} // namespace

std::string encodeState(const BranchState &state)
{
    StoredState stored;
    stored.format = currentFormat;
    stored.branch = state.branch;
    stored.services = valuesOf(state.services);
    for (const auto &[id, queue] : state.queues) {
        stored.queues.push_back({queue.config, queue.services, queue.abandonments, queue.waited, queue.today});
        stored.reserved.insert(stored.reserved.end(), queue.reserved.begin(), queue.reserved.end());
        for (const auto &[device, blocks] : queue.granted)
            stored.granted.push_back({id, device, blocks});
    }
    stored.agents = valuesOf(state.agents);
    stored.tickets = valuesOf(state.tickets);
    std::sort(stored.tickets.begin(), stored.tickets.end(), [](const Ticket &a, const Ticket &b) { return a.id < b.id; });
    stored.closed.assign(state.closed.begin(), state.closed.end());
    for (const auto &[series, last] : state.numbering)
        stored.numbering.push_back({series.first, series.second, last});
    for (const auto &[number, ticket] : state.numbers) {
        if (!ticket)
            stored.given.push_back(number);
    }
    std::sort(stored.given.begin(), stored.given.end());
    stored.businessDay = state.businessDay;
    stored.dayStartedAt = state.dayStartedAt;
    stored.alerts = valuesOf(state.alerts);
    stored.decided = state.decided;
    stored.conflicts = valuesOf(state.conflicts);
    stored.undoable.assign(state.undoable.begin(), state.undoable.end());
    stored.lastId = state.lastId;
    stored.sequence = state.sequence;
    stored.at = state.at;
    Json out;
    json::write(out, stored);
    return out.dump();
}

namespace {

BranchState restored(StoredState &&stored)
{
    BranchState state;
    state.branch = std::move(stored.branch);
    for (auto &service : stored.services)
        state.services.emplace(service.id, std::move(service));
    for (auto &queue : stored.queues) {
        const QueueId id = queue.config.id;
        state.queues.emplace(id, QueueState{std::move(queue.config), {}, {}, std::move(queue.services), queue.abandonments,
                                            queue.waited, queue.today, {}});
    }
    for (auto &grant : stored.granted)
        state.queues.at(grant.queue).granted.emplace(std::move(grant.device), std::move(grant.blocks));
    for (auto &conflict : stored.conflicts)
        state.conflicts.emplace(conflict.id, std::move(conflict));
    for (auto &agent : stored.agents)
        state.agents.emplace(agent.id, std::move(agent));
    for (auto &ticket : stored.tickets) {
        if (ticket.legs.empty())
            throw std::runtime_error("a ticket without a leg");
        state.numbers.set(ticket.number, ticket.id);
        if (ticket.state == TicketState::waiting && !ticket.reservedFor)
            state.queues.at(ticket.queue).line.join({ticket.place, ticket.id});
        const TicketId id = ticket.id;
        state.tickets.set(id, std::move(ticket));
    }
    for (const std::string &number : stored.given)
        state.numbers.set(number, {});
    for (const TicketId id : stored.reserved)
        state.queues.at(state.tickets.at(id).queue).reserved.push_back(id);
    state.closed.assign(stored.closed.begin(), stored.closed.end());
    for (auto &series : stored.numbering)
        state.numbering.emplace(NumberSeries(std::move(series.prefix), series.first), series.last);
    state.businessDay = stored.businessDay;
    state.dayStartedAt = stored.dayStartedAt;
    for (auto &alert : stored.alerts)
        state.alerts.emplace(alert.id, std::move(alert));
    state.decided = std::move(stored.decided);
    state.undoable.assign(stored.undoable.begin(), stored.undoable.end());
    state.lastId = stored.lastId;
    state.sequence = stored.sequence;
    state.at = stored.at;
    return state;
}

} // namespace

Result<BranchState> decodeState(std::string_view text)
{
    try {
        StoredState stored;
        json::read(Json::parse(text), stored);
        if (stored.format != currentFormat)
            return fail(codec::unreadable, {{"reason", "written by another version of the program"}});
        return restored(std::move(stored));
    } catch (const std::exception &error) {
        return fail(codec::unreadable, {{"reason", error.what()}});
    }
}

} // namespace smartqueue::queueing
