#include "smartqueue/exchange/command_list.h"

namespace smartqueue::exchange {

std::vector<ListedCommand> commandList()
{
    return {
        {"set_branch", "[name] [timezone] [reset_hour] [retention_days] [on_time_target] [opens_at] [closes_at] [counters] [break_reasons] [routing]",
         "Change the branch; opens_at and closes_at in minutes of the day, reset_hour 0 to 23 or \"never\""},
        {"create_service", "name [sla_seconds] [required_skills]", "What people come for, and how soon they should be called"},
        {"create_queue", "name service [algorithm] [prefix] [max_capacity] [status] [first_number] [last_number]",
         "A waiting line; algorithm is fifo, priority or sla"},
        {"create_agent", "name [queues] [skills] [hourly_cost]", "Somebody at a counter without an account; queues in rank order, the cost in hundredths"},
        {"remove_service", "service", "Take a service out"},
        {"remove_queue", "queue", "Take a queue out"},
        {"remove_agent", "agent", "Take an agent out"},
        {"set_algorithm", "queue algorithm", "How a queue is served: fifo, priority or sla"},
        {"set_queue_status", "queue status", "Make a queue active, paused or closed"},
        {"assign", "agent queue [rank]", "Let an agent serve a queue"},
        {"unassign", "agent queue", "Take a queue from an agent"},
        {"sign_in", "[agent] counter", "Begin at a counter"},
        {"sign_out", "[agent]", "Leave the counter"},
        {"set_status", "[agent] status [reason]", "Be available, busy or paused"},
        {"issue", "queue [priority] [channel] [customer] [number] [reserved_for]", "Give somebody a ticket"},
        {"call_next", "[agent]", "Call whoever is next"},
        {"call", "[agent] number [reason]", "Call one ticket before its turn"},
        {"recall", "[agent]", "Call the same ticket again"},
        {"start", "[agent]", "Begin to serve the called ticket"},
        {"complete", "[agent] [outcome]", "End the service"},
        {"no_show", "[agent]", "Nobody came"},
        {"hold", "[agent] reason", "Put the ticket in hand aside"},
        {"resume", "[agent] number", "Take up a ticket that was put aside"},
        {"transfer", "[number] [agent] [to_queue] [to_agent]", "Send a ticket to another queue or agent; by its number, or who has it in hand"},
        {"return", "[number] [agent] [place]", "Back into the queue: place is \"own\", \"end\", or how many go before"},
        {"abandon", "number", "Somebody went away"},
        {"cancel", "number", "Take a ticket back"},
        {"change_priority", "[number] [agent] priority", "Let a ticket go sooner or later; 5 and more is high"},
        {"save_note", "[number] [agent] note", "Keep a note with a ticket"},
        {"apply", "suggestion", "Do what optimization-report suggests under this id"},
        {"dismiss", "suggestion [reason]", "Put a suggestion aside"},
        {"undo", "[agent]", "Take the last act back"},
        {"acknowledge_alert", "alert", "Somebody has seen it"},
        {"snooze_alert", "alert [minutes]", "Be quiet about it for a while, 15 minutes without a number"},
        {"assign_alert", "alert owner", "Say who looks after it"},
        {"settle_conflict", "conflict [again]", "Settle what a desktop did alone and the branch did not keep; again: do it once more, now"},
        {"start_business_day", "", "Begin the numbers of a new day"},
        {"erase_customer", "[customer] [number]", "Make a person's data go; by the whole name or telephone number, or by a ticket"},
        {"invite_agent", "email [first_name] [last_name] [phone] [queues] [role]",
         "A user, their membership, their desk and their queues at once; answers with invitation_code"},

        {"create_tenant", "slug [name] [timezone] [locale] [retention_days] [limits] [second_factor_for]",
         "A customer organisation; limits is {sites, agents, queues}, second_factor_for a list of roles"},
        {"update_tenant", "[tenant] [slug] [name] [timezone] [locale] [retention_days] [limits] [second_factor_for]", "Change a tenant"},
        {"suspend_tenant", "[tenant] [suspended]", "Keep a tenant's people out, or with false let them in again"},
        {"create_site", "name [tenant] [timezone] [retention_days]", "A branch of a tenant"},
        {"create_user", "email password [first_name] [last_name] [phone] [superadmin] [staff] [must_change_password]",
         "Somebody who signs in; the first one of a database is a superadmin"},
        {"update_user", "email [new_email] [first_name] [last_name] [phone]", "Change a person"},
        {"set_platform_role", "email role", "Make somebody superadmin, staff or none of them"},
        {"set_user_active", "email active", "Let somebody sign in, or not"},
        {"delete_user", "email", "Remove a person; the history keeps the name until the retention ends"},
        {"grant", "email [tenant] role", "Make somebody agent, manager or admin of a tenant"},
        {"revoke", "email [tenant] [role]", "Take the role in a tenant away"},
        {"renew_invitation", "email [tenant]", "A new code for somebody who has no password yet; answers with invitation_code"},
        {"accept_invitation", "code password", "Set the first password; needs no --as"},
        {"set_password", "[email] password [must_change]", "One's own, or another's"},
        {"set_pin", "[email] [pin]", "4 to 8 digits for changing people at a counter; without them it is removed"},
        {"end_sessions", "[email]", "Sign out everywhere"},
        {"rotate_key", "[passphrase]", "Seal all personal data with another key; the passphrase is for a database without users"},
        {"revoke_device", "device", "Let a desktop, by its name or the first characters of its id, no longer take part"},
        {"set_authority", "[endpoints]", "The etcd members that say who leads; none switches it off"},
    };
}

std::string commonFields()
{
    return "Every line may carry id (the same id again gives the first answer) and at (ISO 8601, UTC); a line for a branch also tenant and site, "
           "and agent may be left out by who is one.";
}

} // namespace smartqueue::exchange
