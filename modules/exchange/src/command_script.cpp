#include "smartqueue/exchange/command_script.h"

#include <algorithm>
#include <map>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/script_lines.h>
#include <smartqueue/foundation/text.h>

#include "account_script.h"
#include "command_fields.h"
#include "time_bounds.h"

namespace smartqueue::exchange {

namespace {

using Json = nlohmann::json;

/// A command is an object with lists of names at most.
constexpr int deepest = 4;
/// Keys under which a line may name its command; `command` is the documented one.
constexpr const char *verbKeys[]{"command", "cmd", "do", "op", "action", "verb", "type"};

/// Whether brackets outside of texts nest deeper than a command can.
bool isTooDeep(std::string_view line)
{
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Result<Json> parseLine(std::string_view line)
{
    if (line.size() > ScriptLines::lineLimit)
        return fail(refusals::lineTooLong, {{"limit", std::to_string(ScriptLines::lineLimit)}});
    if (isTooDeep(line))
        return fail(refusals::malformed, {{"reason", "nested too deeply"}});
    std::set<std::string> keys;
    bool repeated = false;
    const auto watch = [&](int depth, Json::parse_event_t event, Json &parsed) {
        if (event == Json::parse_event_t::key && depth == 1)
            repeated = !keys.insert(parsed.get<std::string>()).second || repeated;
        return true;
    };
    try {
        Json json = Json::parse(line, watch);
        if (!json.is_object())
            return fail(refusals::malformed, {{"reason", "not a JSON object"}});
        if (repeated)
            return fail(refusals::malformed, {{"reason", "the same field twice"}});
        return json;
    } catch (const Json::parse_error &error) {
        return fail(refusals::malformed, {{"reason", "not JSON"}, {"byte", std::to_string(error.byte)}});
    } catch (const Json::exception &) {
        return fail(refusals::malformed, {{"reason", "not JSON"}});
    }
}

ReturnPlace placeOf(CommandFields &fields)
{
    ReturnPlace place;
    const Json *value = fields.find("place");
    if (value == nullptr)
        return place;
    if (value->is_number_integer()) {
        place.kind = ReturnPlace::Kind::after;
        place.after = int(fields.integer("place", 0, limits::openTickets));
    } else if (*value == "end") {
        place.kind = ReturnPlace::Kind::end;
    } else if (*value != "own") {
        fields.refuseValue("place", "\"own\", \"end\" or a whole number");
    }
    return place;
}

/// The ticket by number, or else the one in the agent's hands.
TicketId ticketIn(CommandFields &fields, AgentId agent)
{
    if (fields.has("number") || !agent)
        return fields.ticket("number");
    return fields.ticketOf(agent);
}

NumberReset resetOf(CommandFields &fields, NumberReset reset)
{
    const Json *value = fields.find("reset_hour");
    if (value == nullptr)
        return reset;
    if (*value == "never")
        return {.never = true, .hour = reset.hour};
    return {.never = false, .hour = int(fields.integer("reset_hour", 0, 23))};
}

/// Each a name, or an object of a name and a limit.
std::vector<BreakReason> breakReasonsOf(CommandFields &fields)
{
    constexpr char expected[] = "a list of names, or of name and limit_minutes";
    const Json *list = fields.find("break_reasons");
    if (list == nullptr)
        return {};
    std::vector<BreakReason> reasons;
    if (!list->is_array())
        fields.refuseValue("break_reasons", expected);
    for (const Json &item : list->is_array() ? *list : Json::array()) {
        if (item.is_string()) {
            reasons.push_back({item.get<std::string>(), {}});
            continue;
        }
        if (!item.is_object()) {
            fields.refuseValue("break_reasons", expected);
            break;
        }
        CommandFields parts(item, fields.state());
        BreakReason &reason = reasons.emplace_back();
        reason.name = parts.text("name");
        if (parts.find("limit_minutes") != nullptr)
            reason.limit = std::chrono::minutes(parts.integer("limit_minutes", 1, std::chrono::minutes(limits::breakMaximum).count()));
        parts.finish();
        if (parts.failure())
            fields.refuse(parts.failure()->code, parts.failure()->detail);
    }
    return reasons;
}

DefineBranch branchOf(CommandFields &fields, const Branch &today)
{
    Branch branch = today;
    branch.name = fields.text("name", today.name);
    branch.timeZone = fields.text("timezone", today.timeZone);
    branch.numberReset = resetOf(fields, today.numberReset);
    branch.retentionDays = int(fields.integer("retention_days", 1, 36'500, today.retentionDays));
    branch.onTimeTarget = fields.real("on_time_target", today.onTimeTarget);
    branch.opensAt = int(fields.integer("opens_at", 0, 24 * 60, today.opensAt));
    branch.closesAt = int(fields.integer("closes_at", 0, 24 * 60, today.closesAt));
    branch.routing = fields.word("routing", today.routing);
    if (fields.has("counters"))
        branch.counters = fields.texts("counters");
    if (fields.has("break_reasons"))
        branch.breakReasons = breakReasonsOf(fields);
    return {std::move(branch)};
}

DefineService serviceOf(CommandFields &fields)
{
    DefineService define;
    define.service.name = fields.text("name");
    const std::int64_t slaDefault = define.service.sla.count();
    define.service.sla = std::chrono::seconds(fields.integer("sla_seconds", std::chrono::seconds(limits::slaMinimum).count(),
                                                             std::chrono::seconds(limits::slaMaximum).count(), slaDefault));
    define.service.requiredSkills = fields.texts("required_skills");
    return define;
}

DefineQueue queueOf(CommandFields &fields)
{
    DefineQueue define;
    Queue &queue = define.queue;
    queue.name = fields.text("name");
    queue.service = fields.service("service");
    queue.discipline = fields.word("algorithm", Discipline::fifo);
    queue.status = fields.word("status", QueueStatus::active);
    queue.prefix = fields.text("prefix", {});
    queue.firstNumber = int(fields.integer("first_number", 1, limits::number, queue.firstNumber));
    queue.lastNumber = int(fields.integer("last_number", 1, limits::number, queue.lastNumber));
    if (fields.find("max_capacity") != nullptr)
        queue.maxCapacity = int(fields.integer("max_capacity", 1, limits::capacity));
    return define;
}

DefineAgent agentOf(CommandFields &fields)
{
    DefineAgent define;
    define.agent.name = fields.text("name");
    define.agent.skills = fields.texts("skills");
    if (fields.find("hourly_cost") != nullptr)
        define.agent.hourlyCost = int(fields.integer("hourly_cost", 0, limits::hourlyCost));
    const std::vector<std::string> queues = fields.texts("queues");
    if (queues.size() > std::size_t(limits::rank))
        fields.refuse(failures::limitReached, {{"field", "queues"}, {"maximum", std::to_string(limits::rank)}});
    else
        for (const std::string &name : queues)
            define.agent.assignments.push_back({fields.queueNamed("queue", name), int(define.agent.assignments.size()) + 1});
    return define;
}

IssueTicket issueOf(CommandFields &fields)
{
    IssueTicket issue;
    issue.queue = fields.queue("queue");
    issue.priority = int(fields.integer("priority", -limits::priority, limits::priority, 0));
    issue.channel = fields.text("channel", issue.channel);
    issue.customer = fields.text("customer", {});
    issue.number = fields.text("number", {});
    if (fields.has("reserved_for"))
        issue.reservedFor = fields.agent("reserved_for");
    return issue;
}

TransferTicket transferOf(CommandFields &fields, AgentId actor)
{
    TransferTicket transfer;
    transfer.ticket = ticketIn(fields, actor);
    if (fields.has("to_queue") && fields.has("to_agent"))
        fields.refuse(failures::invalidValue, {{"field", "to_agent"}, {"expected", "either to_queue or to_agent"}});
    else if (fields.has("to_agent"))
        transfer.agent = fields.agent("to_agent");
    else
        transfer.queue = fields.queue("to_queue");
    return transfer;
}

AlertId alertOf(CommandFields &fields)
{
    return {fields.integer("alert", 1, INT64_MAX)};
}

std::optional<int> rankOf(CommandFields &fields)
{
    if (fields.find("rank") == nullptr)
        return std::nullopt;
    return int(fields.integer("rank", 1, limits::rank));
}

/// Reads the body of one command; `actor` is the agent the line names, if it does.
struct Context {
    CommandFields &fields;
    AgentId actor;
    const queueing::BranchState &state;
};
using Reader = CommandBody (*)(Context &);

/// The agent without whom the command makes no sense.
AgentId actorOf(Context &c)
{
    return c.actor ? c.actor : c.fields.agent("agent");
}

const std::map<std::string_view, Reader> &readers()
{
    static const std::map<std::string_view, Reader> table{
        {"set_branch", [](Context &c) -> CommandBody { return branchOf(c.fields, c.state.branch); }},
        {"create_service", [](Context &c) -> CommandBody { return serviceOf(c.fields); }},
        {"create_queue", [](Context &c) -> CommandBody { return queueOf(c.fields); }},
        {"create_agent", [](Context &c) -> CommandBody { return agentOf(c.fields); }},
        {"remove_service", [](Context &c) -> CommandBody { return RemoveService{c.fields.service("service")}; }},
        {"remove_queue", [](Context &c) -> CommandBody { return RemoveQueue{c.fields.queue("queue")}; }},
        {"remove_agent", [](Context &c) -> CommandBody { return RemoveAgent{actorOf(c)}; }},
        {"set_algorithm", [](Context &c) -> CommandBody { return SetDiscipline{c.fields.queue("queue"), c.fields.word<Discipline>("algorithm")}; }},
        {"set_queue_status", [](Context &c) -> CommandBody { return SetQueueStatus{c.fields.queue("queue"), c.fields.word<QueueStatus>("status")}; }},
        {"assign", [](Context &c) -> CommandBody { return AssignAgent{actorOf(c), c.fields.queue("queue"), rankOf(c.fields)}; }},
        {"unassign", [](Context &c) -> CommandBody { return UnassignAgent{actorOf(c), c.fields.queue("queue")}; }},
        {"sign_in", [](Context &c) -> CommandBody { return SignIn{actorOf(c), c.fields.label("counter")}; }},
        {"sign_out", [](Context &c) -> CommandBody { return SignOut{actorOf(c)}; }},
        {"set_status", [](Context &c) -> CommandBody { return SetAgentStatus{actorOf(c), c.fields.word<AgentStatus>("status"), c.fields.text("reason", {})}; }},
        {"issue", [](Context &c) -> CommandBody { return issueOf(c.fields); }},
        {"call_next", [](Context &c) -> CommandBody { return CallNext{actorOf(c)}; }},
        {"call", [](Context &c) -> CommandBody { return CallTicket{actorOf(c), c.fields.ticket("number"), c.fields.text("reason", {})}; }},
        {"recall", [](Context &c) -> CommandBody { return RecallTicket{actorOf(c)}; }},
        {"start", [](Context &c) -> CommandBody { return StartService{actorOf(c)}; }},
        {"complete", [](Context &c) -> CommandBody { return CompleteService{actorOf(c), c.fields.text("outcome", {})}; }},
        {"no_show", [](Context &c) -> CommandBody { return MarkNoShow{actorOf(c)}; }},
        {"hold", [](Context &c) -> CommandBody { return HoldTicket{actorOf(c), c.fields.text("reason")}; }},
        {"resume", [](Context &c) -> CommandBody { return ResumeTicket{actorOf(c), c.fields.ticket("number")}; }},
        {"transfer", [](Context &c) -> CommandBody { return transferOf(c.fields, c.actor); }},
        {"return", [](Context &c) -> CommandBody { return ReturnTicket{ticketIn(c.fields, c.actor), placeOf(c.fields)}; }},
        {"abandon", [](Context &c) -> CommandBody { return AbandonTicket{c.fields.ticket("number")}; }},
        {"cancel", [](Context &c) -> CommandBody { return CancelTicket{c.fields.ticket("number")}; }},
        {"change_priority", [](Context &c) -> CommandBody {
             return ChangePriority{ticketIn(c.fields, c.actor), int(c.fields.integer("priority", -limits::priority, limits::priority))};
         }},
        {"save_note", [](Context &c) -> CommandBody { return SaveNote{ticketIn(c.fields, c.actor), c.fields.text("note")}; }},
        {"apply", [](Context &c) -> CommandBody { return ApplySuggestion{c.fields.text("suggestion"), {}}; }},
        {"dismiss", [](Context &c) -> CommandBody { return DismissSuggestion{c.fields.text("suggestion"), c.fields.text("reason", {})}; }},
        {"undo", [](Context &c) -> CommandBody { return Undo{c.actor, {}}; }},
        {"acknowledge_alert", [](Context &c) -> CommandBody { return AcknowledgeAlert{alertOf(c.fields)}; }},
        {"snooze_alert", [](Context &c) -> CommandBody { return SnoozeAlert{alertOf(c.fields), std::chrono::minutes(c.fields.integer("minutes", 1, 24 * 60, 15))}; }},
        {"assign_alert", [](Context &c) -> CommandBody { return AssignAlert{alertOf(c.fields), c.fields.text("owner")}; }},
        {"settle_conflict", [](Context &c) -> CommandBody { return SettleConflict{{c.fields.integer("conflict", 1, INT64_MAX)}, c.fields.flag("again", false)}; }},
        {"start_business_day", [](Context &) -> CommandBody { return StartBusinessDay{}; }},
    };
    return table;
}

/// Whoever signed in acts for themselves unless the line names another.
AgentId agentOfUser(const queueing::BranchState &state, UserId user)
{
    for (const auto &[id, agent] : state.agents) {
        if (user && agent.user == user)
            return id;
    }
    return {};
}

/// The line's verb; its key is passed so that it is no unknown field.
Result<std::string> verbOf(const Json &line, CommandFields &fields)
{
    for (const char *key : verbKeys) {
        const auto found = line.find(key);
        if (found == line.end())
            continue;
        fields.pass(key);
        if (!found->is_string())
            return fail(failures::invalidValue, {{"field", key}, {"expected", "a text"}});
        return found->get<std::string>();
    }
    return fail(failures::missingField, {{"field", verbKeys[0]}});
}

/// The verb alone; empty when there is none.
std::string wordOf(const Json &line)
{
    for (const char *key : verbKeys) {
        if (const auto found = line.find(key); found != line.end())
            return found->is_string() ? found->get<std::string>() : std::string();
    }
    return {};
}

/// Empty unless the line has an id that the log takes.
CommandId soundId(const Json &line)
{
    const auto found = line.find("id");
    if (found == line.end())
        return {};
    CommandId id = found->is_string() ? found->get<std::string>() : found->is_number_integer() ? found->dump() : std::string();
    return isPlainUtf8(id) && id.size() <= limits::commandIdBytes ? id : CommandId();
}

/// The platform's acts, whoever they concern.
template <class C>
constexpr bool isPlatforms = std::is_same_v<C, SuspendTenant> || std::is_same_v<C, SetPlatformRole> || std::is_same_v<C, SetUserActive>
    || std::is_same_v<C, DeleteUser>;

/// Whether the tenant and the person are known that the permission hangs on: of others nobody is told more than that they are
/// unknown.
bool knowsWhom(const CommandBody &body)
{
    return std::visit(
        [](const auto &c) {
            using C = std::decay_t<decltype(c)>;
            bool known = true;
            if constexpr (!isPlatforms<C>) {
                if constexpr (std::is_same_v<C, UpdateTenant>)
                    known = c.tenant.id.value > 0;
                else if constexpr (requires { c.tenant.value; })
                    known = c.tenant.value > 0;
                if constexpr (requires { c.user.value; })
                    known = known && c.user.value > 0;
            }
            return known;
        },
        body);
}

/// What is wrong with a line is for those alone who may do what it asks.
std::optional<Failure> refusalOf(const CommandFields &fields, const Command &command, const ScriptScope &scope)
{
    const std::optional<Failure> &wrong = fields.failure() ? fields.failure() : fields.unresolved();
    if (!wrong || !scope.directory || !knowsWhom(command.body))
        return wrong;
    Command asked;
    asked.body = command.body;
    asked.user = scope.user;
    asked.site = scope.site;
    const Done may = accounts::permit(*scope.directory, asked, {agentOfUser(fields.state(), scope.user), {}});
    return may ? wrong : readable(may.error());
}

} // namespace

ScriptLine::ScriptLine(Json json) : m_json(std::make_shared<const Json>(std::move(json))), m_id(soundId(*m_json)) {}

Result<ScriptLine> ScriptLine::parse(std::string_view line)
{
    auto json = parseLine(trimmed(line));
    if (!json)
        return tl::unexpected(json.error());
    return ScriptLine(*std::move(json));
}

bool ScriptLine::isAboveBranches() const
{
    const std::string verb = wordOf(*m_json);
    return isAccountVerb(verb) ? !needsBranch(verb) : !readers().contains(verb);
}

bool ScriptLine::needsSignIn() const
{
    // Whoever holds the code of an invitation has no password yet.
    return wordOf(*m_json) != "accept_invitation";
}

std::string ScriptLine::textOf(const char *key) const
{
    const auto found = m_json->find(key);
    return found != m_json->end() && found->is_string() ? found->get<std::string>() : std::string();
}

ScriptCommand ScriptLine::command(const queueing::BranchState &state, const ScriptScope &scope) const
{
    CommandFields fields(*m_json, state);
    ScriptCommand script;
    Command &command = script.command;
    command.id = m_id;
    fields.pass("id");
    if (m_id.empty() && m_json->contains("id"))
        fields.refuseValue("id", "a text of 1 to 128 bytes");
    if (fields.find("at") != nullptr) {
        command.at = fromIso8601(fields.text("at"));
        if (!command.at)
            fields.refuseValue("at", "a time like 2026-01-31T09:30:00Z");
        else if (*command.at < earliestTime || *command.at >= endOfTimes) {
            // Time never runs backwards: one digit too many would hold the branch, or the lines that follow, there for good.
            command.at.reset();
            fields.refuse(refusals::timeOutOfRange, {{"field", "at"}, {"value", fields.text("at")}});
        }
    }
    const auto verb = verbOf(*m_json, fields);
    const auto reader = verb ? readers().find(*verb) : readers().end();
    if (!verb) {
        command.refusal = verb.error();
        return script;
    }
    // Said of every line that concerns a branch, and read by whoever finds the branch.
    fields.pass("site");
    static const accounts::Directory nobody;
    if (auto body = readAccountCommand(*verb, fields, {scope.directory ? *scope.directory : nobody, scope.user, scope.tenant})) {
        command.body = std::move(*body);
        fields.finish();
        script.hasUnknownName = !fields.failure() && fields.unresolved();
        command.refusal = refusalOf(fields, command, scope);
        return script;
    }
    fields.pass("tenant");
    if (reader == readers().end()) {
        command.refusal = readable({failures::unknownCommand, {{"command", *verb}}});
        return script;
    }
    if (fields.has("agent"))
        command.actor = fields.agent("agent");
    else
        command.actor = agentOfUser(state, scope.user);
    Context context{fields, command.actor, state};
    command.body = reader->second(context);
    // Commands of the setup have no actor: the agent in them is whom they are about.
    if (std::holds_alternative<RemoveAgent>(command.body) || std::holds_alternative<AssignAgent>(command.body)
        || std::holds_alternative<UnassignAgent>(command.body))
        command.actor = {};
    fields.finish();
    script.readsTickets = fields.readsTickets();
    script.hasUnknownName = !fields.failure() && fields.unresolved();
    command.refusal = refusalOf(fields, command, scope);
    return script;
}

} // namespace smartqueue::exchange
