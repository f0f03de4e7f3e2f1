#include "command_fields.h"

#include <algorithm>
#include <cmath>

#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/foundation/text.h>

namespace smartqueue::exchange {

namespace {

/// By name; one that is the same to the letter goes before one that differs in case.
template <class Map, class NameOf>
auto idNamed(const Map &map, const std::string &name, NameOf nameOfItem) -> typename Map::key_type
{
    typename Map::key_type found{};
    for (const auto &[id, item] : map) {
        if (nameOfItem(item) == name)
            return id;
        if (!found && sameName(nameOfItem(item), name))
            found = id;
    }
    return found;
}

} // namespace

void CommandFields::refuse(FailureCode code, std::map<std::string, std::string> detail)
{
    if (!m_failure)
        m_failure = readable({code, std::move(detail)});
}

void CommandFields::leaveUnresolved(FailureCode code, std::map<std::string, std::string> detail)
{
    if (!m_unresolved)
        m_unresolved = readable({code, std::move(detail)});
}

void CommandFields::refuseValue(const char *key, const char *expected)
{
    refuse(failures::invalidValue, {{"field", key}, {"expected", expected}});
}

void CommandFields::refuseWord(const char *key, const std::string &given, std::span<const std::string_view> known)
{
    std::string words;
    for (const std::string_view word : known)
        words += (words.empty() ? "" : ", ") + std::string(word);
    refuse(failures::invalidValue, {{"field", key}, {"value", given}, {"expected", words}});
}

const CommandFields::Json *CommandFields::find(const char *key)
{
    m_used.insert(key);
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

std::string CommandFields::text(const char *key)
{
    const Json *value = find(key);
    if (value == nullptr) {
        refuse(failures::missingField, {{"field", key}});
        return {};
    }
    if (!value->is_string()) {
        refuseValue(key, "a text");
        return {};
    }
    return value->get<std::string>();
}

std::string CommandFields::label(const char *key)
{
    const Json *value = find(key);
    return value != nullptr && value->is_number_integer() ? value->dump() : text(key);
}

std::string CommandFields::text(const char *key, const std::string &otherwise)
{
    return find(key) == nullptr ? otherwise : text(key);
}

std::int64_t CommandFields::integer(const char *key, std::int64_t low, std::int64_t high)
{
    const Json *value = find(key);
    if (value == nullptr) {
        refuse(failures::missingField, {{"field", key}});
        return low;
    }
    if (!value->is_number_integer()) {
        refuseValue(key, "a whole number");
        return low;
    }
    const bool huge = value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t(INT64_MAX);
    const std::int64_t number = huge ? INT64_MAX : value->get<std::int64_t>();
    if (number < low || number > high) {
        refuse(failures::outOfRange, {{"field", key}, {"value", value->dump()}, {"minimum", std::to_string(low)}, {"maximum", std::to_string(high)}});
        return low;
    }
    return number;
}

std::int64_t CommandFields::integer(const char *key, std::int64_t low, std::int64_t high, std::int64_t otherwise)
{
    return find(key) == nullptr ? otherwise : integer(key, low, high);
}

double CommandFields::real(const char *key, double otherwise)
{
    const Json *value = find(key);
    if (value == nullptr)
        return otherwise;
    if (!value->is_number() || !std::isfinite(value->get<double>())) {
        refuseValue(key, "a number");
        return otherwise;
    }
    return value->get<double>();
}

bool CommandFields::flag(const char *key)
{
    if (find(key) == nullptr)
        refuse(failures::missingField, {{"field", key}});
    return flag(key, false);
}

bool CommandFields::flag(const char *key, bool otherwise)
{
    const Json *value = find(key);
    if (value == nullptr)
        return otherwise;
    if (!value->is_boolean()) {
        refuseValue(key, "true or false");
        return otherwise;
    }
    return value->get<bool>();
}

std::vector<std::string> CommandFields::texts(const char *key)
{
    const Json *value = find(key);
    if (value == nullptr)
        return {};
    const bool sound = value->is_array()
        && std::all_of(value->begin(), value->end(), [](const Json &item) { return item.is_string(); });
    if (!sound) {
        refuseValue(key, "a list of texts");
        return {};
    }
    return value->get<std::vector<std::string>>();
}

template <class Id>
Id CommandFields::nobody(FailureCode code, const char *key, const std::string &name)
{
    leaveUnresolved(code, {{key, name}});
    return Id{-1};
}

ServiceId CommandFields::service(const char *key)
{
    const std::string name = text(key);
    const ServiceId id = idNamed(m_state.services, name, [](const Service &service) { return service.name; });
    return id ? id : nobody<ServiceId>(failures::unknownService, "service", name);
}

QueueId CommandFields::queueNamed(const char *key, const std::string &name)
{
    const QueueId id = idNamed(m_state.queues, name, [](const queueing::QueueState &queue) { return queue.config.name; });
    return id ? id : nobody<QueueId>(failures::unknownQueue, key, name);
}

QueueId CommandFields::queue(const char *key)
{
    return queueNamed("queue", text(key));
}

AgentId CommandFields::agent(const char *key)
{
    const std::string name = text(key);
    const AgentId id = idNamed(m_state.agents, name, [](const Agent &agent) { return agent.name; });
    return id ? id : nobody<AgentId>(failures::unknownAgent, "agent", name);
}

TicketId CommandFields::ticket(const char *key)
{
    const std::string number = text(key);
    m_readsTickets = true;
    if (const Ticket *ticket = m_state.ticketByNumber(number))
        return ticket->id;
    return nobody<TicketId>(failures::unknownTicket, "number", number);
}

TicketId CommandFields::ticketOf(AgentId id)
{
    const Agent *agent = m_state.agent(id);
    m_readsTickets = true;
    if (agent != nullptr && agent->current)
        return agent->current;
    return nobody<TicketId>(failures::noCurrentTicket, "agent", agent != nullptr ? agent->name : std::string());
}

void CommandFields::finish()
{
    for (const auto &item : m_object.items()) {
        if (!m_used.contains(item.key()))
            refuse(failures::unknownField, {{"field", item.key()}});
    }
}

} // namespace smartqueue::exchange
