#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/ids.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::exchange {

/// Takes the fields of one script line by name and type. The first thing wrong is kept and the rest answered with
/// defaults, so that a command is read straight through and judged at the end.
class CommandFields {
public:
    using Json = nlohmann::json;

    /// Both outlive this.
    CommandFields(const Json &object, const queueing::BranchState &state) : m_object(object), m_state(state) {}

    bool has(const char *key) const { return m_object.contains(key); }
    /// Marks a key as dealt with elsewhere.
    void pass(const std::string &key) { m_used.insert(key); }

    std::string text(const char *key);
    /// A text, or a whole number read as one: counters are often plain numbers.
    std::string label(const char *key);
    std::string text(const char *key, const std::string &otherwise);
    std::int64_t integer(const char *key, std::int64_t low, std::int64_t high);
    std::int64_t integer(const char *key, std::int64_t low, std::int64_t high, std::int64_t otherwise);
    double real(const char *key, double otherwise);
    bool flag(const char *key);
    bool flag(const char *key, bool otherwise);
    std::vector<std::string> texts(const char *key);
    template <class Enum>
    Enum word(const char *key)
    {
        const std::string name = text(key);
        const auto value = fromName<Enum>(name);
        if (!value && !m_failure)
            refuseWord(key, name, namesOf<Enum>());
        return value.value_or(Enum{});
    }
    template <class Enum>
    Enum word(const char *key, Enum otherwise)
    {
        return has(key) ? word<Enum>(key) : otherwise;
    }

    ServiceId service(const char *key);
    QueueId queue(const char *key);
    AgentId agent(const char *key);
    /// By its number.
    TicketId ticket(const char *key);
    /// The ticket in the hands of the agent.
    TicketId ticketOf(AgentId agent);
    QueueId queueNamed(const char *key, const std::string &name);

    const Json *find(const char *key);
    const queueing::BranchState &state() const { return m_state; }
    /// What of the line stands in the detail is cut to what a person reads.
    void refuse(FailureCode code, std::map<std::string, std::string> detail);
    /// Notes an unknown name, the first one: somebody else may have made it meanwhile.
    void leaveUnresolved(FailureCode code, std::map<std::string, std::string> detail);
    void refuseValue(const char *key, const char *expected);

    const std::optional<Failure> &failure() const { return m_failure; }
    const std::optional<Failure> &unresolved() const { return m_unresolved; }
    bool readsTickets() const { return m_readsTickets; }
    /// Refuses the first field that nobody asked for.
    void finish();

private:
    void refuseWord(const char *key, const std::string &given, std::span<const std::string_view> known);
    /// Notes an unknown name and gives an id that nothing has.
    template <class Id>
    Id nobody(FailureCode code, const char *key, const std::string &name);

    const Json &m_object;
    const queueing::BranchState &m_state;
    std::set<std::string, std::less<>> m_used;
    std::optional<Failure> m_failure;
    std::optional<Failure> m_unresolved;
    bool m_readsTickets = false;
};

} // namespace smartqueue::exchange
