#include "smartqueue/domain/codec.h"

#include <array>

#include "smartqueue/domain/json_fields.h"

namespace smartqueue {

namespace {

/// In the order of CommandBody's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<CommandBody>> commandNames{
    "define_branch", "define_service", "define_queue", "define_agent", "remove_service", "remove_queue",
    "remove_agent", "set_algorithm", "set_queue_status", "assign", "unassign", "sign_in", "sign_out", "set_status",
    "issue", "call_next", "call", "recall", "start", "complete", "no_show", "hold", "resume", "transfer", "return",
    "abandon", "cancel", "change_priority", "save_note", "apply", "dismiss", "undo", "raise_alert", "clear_alert",
    "acknowledge_alert", "snooze_alert", "assign_alert", "start_business_day", "record_import",
    "grant_numbers", "settle_conflict",
    "create_tenant", "update_tenant", "suspend_tenant", "create_site", "create_user", "update_user", "set_platform_role",
    "set_user_active", "delete_user", "grant", "revoke", "invite_agent", "renew_invitation", "accept_invitation",
    "set_password", "set_pin", "set_second_factor", "end_sessions", "record_sign_in", "record_failed_sign_in",
    "erase_customer", "export_customer", "rotate_key", "admit_device", "revoke_device", "take_over",
    "set_authority"};

/// In the order of Event's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<Event>> eventNames{
    "branch_defined", "service_defined", "queue_defined", "agent_defined", "service_removed", "queue_removed",
    "agent_removed", "discipline_changed", "queue_status_changed", "agent_assigned", "agent_unassigned",
    "agent_signed_in", "agent_signed_out", "agent_status_changed", "break_armed", "business_day_started",
    "ticket_issued", "ticket_called", "ticket_recalled", "service_started", "ticket_held", "ticket_resumed",
    "service_completed", "ticket_no_show", "ticket_returned", "ticket_transferred", "ticket_abandoned",
    "ticket_cancelled", "priority_changed", "note_saved", "suggestion_applied", "suggestion_dismissed",
    "alert_raised", "alert_updated", "alert_cleared", "alert_acknowledged", "alert_snoozed", "alert_assigned",
    "history_imported", "action_undone", "happened_at", "numbers_granted", "conflict_noted", "conflict_settled",
    "tenant_defined", "site_defined", "user_created", "profile_changed", "platform_role_changed", "user_activity_changed",
    "user_removed", "role_granted", "role_revoked", "invitation_made", "invitation_accepted", "password_changed",
    "pin_changed", "second_factor_changed", "sessions_ended", "user_signed_in", "sign_in_failed", "customer_erased", "customer_exported",
    "key_rotated", "device_admitted", "device_revoked", "host_changed", "authority_set"};

/// Reads the alternative that has this name; false when none has.
template <std::size_t Index = 0, class Names, class... Alternatives>
bool readNamed(const json::Json &json, std::string_view name, const Names &names, std::variant<Alternatives...> &value)
{
    if constexpr (Index < sizeof...(Alternatives)) {
        if (names[Index] != name)
            return readNamed<Index + 1>(json, name, names, value);
        json::read(json, value.template emplace<Index>());
        return true;
    } else {
        return false;
    }
}

template <class Read>
auto guarded(Read &&readIt) -> decltype(readIt())
{
    try {
        return readIt();
    } catch (const std::exception &error) {
        return fail(codec::unreadable, {{"reason", error.what()}});
    }
}

} // namespace

std::string_view nameOf(const CommandBody &command)
{
    return commandNames[command.index()];
}

std::string_view nameOf(const Event &event)
{
    return eventNames[event.index()];
}

namespace codec {

std::string encodeEvents(const std::vector<Event> &events)
{
    json::Json list = json::Json::array();
    for (const Event &event : events) {
        json::Json &item = list.emplace_back();
        std::visit([&](const auto &e) { json::write(item, e); }, event);
        item["event"] = std::string(nameOf(event));
    }
    return list.dump();
}

Result<std::vector<Event>> decodeEvents(std::string_view text)
{
    return guarded([&]() -> Result<std::vector<Event>> {
        const json::Json list = json::Json::parse(text);
        std::vector<Event> events;
        events.reserve(list.size());
        for (const json::Json &item : list) {
            const std::string &name = item.at("event").get_ref<const std::string &>();
            if (!readNamed(item, name, eventNames, events.emplace_back()))
                return fail(unreadable, {{"reason", "unknown event"}, {"event", name}});
        }
        return events;
    });
}

std::string encode(const Ticket &ticket)
{
    json::Json json;
    json::write(json, ticket);
    return json.dump();
}

Result<Ticket> decodeTicket(std::string_view text)
{
    return guarded([&]() -> Result<Ticket> {
        Ticket ticket;
        json::read(json::Json::parse(text), ticket);
        return ticket;
    });
}

std::string encode(const Command &command)
{
    json::Json json;
    std::visit([&](const auto &body) { json::write(json["body"], body); }, command.body);
    json["command"] = std::string(nameOf(command.body));
    json::write(json["id"], command.id);
    json::write(json["actor"], command.actor);
    json::write(json["site"], command.site);
    if (command.at)
        json::write(json["at"], *command.at);
    if (command.notBefore)
        json::write(json["not_before"], *command.notBefore);
    if (command.alone) {
        json::write(json["alone"], *command.alone);
        json::write(json["user"], command.user);
    }
    return json.dump(-1, ' ', false, json::Json::error_handler_t::replace);
}

Result<Command> decodeCommand(std::string_view text)
{
    return guarded([&]() -> Result<Command> {
        const json::Json json = json::Json::parse(text);
        Command command;
        const std::string &name = json.at("command").get_ref<const std::string &>();
        if (!readNamed(json.at("body"), name, commandNames, command.body))
            return fail(unreadable, {{"reason", "unknown command"}, {"command", name}});
        json::read(json.at("id"), command.id);
        json::read(json.at("actor"), command.actor);
        json::read(json.at("site"), command.site);
        if (json.contains("at"))
            json::read(json["at"], command.at);
        if (json.contains("not_before"))
            json::read(json["not_before"], command.notBefore);
        if (json.contains("alone")) {
            json::read(json["alone"], command.alone);
            json::read(json.at("user"), command.user);
        }
        return command;
    });
}

} // namespace codec
} // namespace smartqueue
