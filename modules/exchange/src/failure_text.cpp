#include "smartqueue/exchange/failure_text.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include <smartqueue/foundation/text.h>

namespace smartqueue::exchange {

namespace {

/// Code points of a detail that are shown at most. A path is of no use without its end.
constexpr std::size_t longestText = 200;
constexpr std::size_t longestPath = 1000;

/// Details that are numbers; names may be made of digits and stay texts.
constexpr std::string_view numbers[]{"alert", "byte", "called_twice", "capacity", "columns", "count", "expected", "known", "last", "limit", "line", "lines",
                                     "lost", "maximum", "minimum", "process", "retry_after_seconds", "schema", "seconds", "ticket", "tries_left", "user", "value",
                                     "waiting"};

std::optional<std::int64_t> wholeNumber(const std::string &key, const std::string &text)
{
    if (std::find(std::begin(numbers), std::end(numbers), key) == std::end(numbers))
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    // "007" is no number but somebody's word.
    return error == std::errc() && end == text.data() + text.size() && std::to_string(number) == text ? std::optional(number) : std::nullopt;
}

/// By the code, or the code and its reason where that has a sentence of its own. `{key}` stands for a detail; a part in [brackets]
/// goes away when one of its details is missing.
const std::unordered_map<std::string_view, std::string_view> sentences{
    // domain/failures.h
    {"unknown_service", "There is no service[ called “{service}”]."},
    {"unknown_queue", "There is no queue[ called “{queue}”]."},
    {"unknown_agent", "There is no agent[ called “{agent}”]."},
    {"unknown_ticket", "There is no ticket[ {number}][ with the id {ticket}] today."},
    {"unknown_alert", "There is no open alert[ {alert}]."},
    {"unknown_suggestion", "There is no suggestion[ “{suggestion}”] at the moment."},
    {"unknown_time_zone", "The time zone[ “{name}”] is not known; use a name like Europe/Paris."},
    {"name_taken", "The name[ “{name}”] is taken already."},
    {"prefix_taken", "The prefix[ “{prefix}”] belongs to another queue[, “{by}”]."},
    {"invalid_value", "The value[ of “{field}”] is not valid[; expected {expected}]."},
    {"invalid_value hidden_marks", "The text[ in “{field}”] holds marks that nobody sees, or that turn letters round; type it anew."},
    {"invalid_value has_users", "This database has users, whose passwords open the key; leave the passphrase out."},
    {"out_of_range", "The value[ of “{field}”] is out of range[ ({minimum} to {maximum})]."},
    {"too_long", "The text[ in “{field}”][ of line {line}] is too long[; at most {maximum} characters][; at most {limit} characters]."},
    {"limit_reached", "No more can be added[ to “{field}”][ to the {what}][; the limit is {maximum}]."},
    {"in_use has_password", "They have a password already and sign in with it; an invitation is for the first one."},
    {"in_use leads", "[“{device}” leads this branch; ]let another desktop take over before this one is revoked."},
    {"in_use", "It is still in use[: “{name}”][ by {by}][ by {reason}]."},
    {"queue_paused", "The queue[ “{queue}”] is paused."},
    {"queue_closed", "The queue[ “{queue}”] is closed."},
    {"queue_full", "The queue[ “{queue}”] is full[; it takes {capacity}]."},
    {"numbers_exhausted", "The queue[ “{queue}”] has no numbers left today[ after {last}]; widen its range."},
    {"nobody_waiting", "Nobody is waiting[ for {agent}]."},
    {"not_assigned", "The agent[ {agent}] is not assigned to the queue[ “{queue}”]."},
    {"target_cannot_serve", "The target[ {agent}] cannot serve this[ ticket, {number}][ in the queue “{queue}”]."},
    {"missing_skill", "The agent[ {agent}] lacks a skill that the service asks for[ in the queue “{queue}”]."},
    {"agent_offline", "The agent[ {agent}] is not signed in."},
    {"agent_paused", "The agent[ {agent}] is on a break."},
    {"agent_busy", "The agent[ {agent}] is busy[ with {number}]."},
    {"agent_signed_in", "The agent[ {agent}] is signed in already[ at {counter}]."},
    {"counter_taken", "The counter[ “{counter}”] is taken[ by {by}]."},
    {"no_current_ticket", "The agent[ {agent}] has no ticket in hand."},
    {"wrong_state", "The ticket[ {number}] is in the wrong state for this[: it is {state}][, not {wanted}]."},
    {"reserved_for_another", "The ticket[ {number}] is reserved for another agent[, {agent}]."},
    {"nothing_to_undo", "There is nothing to undo."},
    {"undo_expired", "It is too late to undo this[; that is possible for {seconds} seconds]."},
    {"undo_overtaken", "This can no longer be undone, because something else has happened since[: {by}]."},
    {"suggestion_outdated", "The suggestion[ “{suggestion}”] no longer fits; a new one is being worked out."},
    {"time_backwards", "The time[ {at}] lies before the last command[ ({last})]; time never runs backwards."},
    {"unknown_tenant", "There is no tenant[ “{tenant}”]."},
    {"unknown_tenant no_role", "You have no role in any tenant; ask an administrator for one."},
    {"unknown_site", "There is no branch[ called “{site}”][ in the tenant “{tenant}”] yet."},
    {"unknown_site no_desk", "Nobody has given you a branch to work in yet; ask the person who invited you."},
    {"unknown_user", "There is no user[ {email}]."},
    {"unknown_customer", "Nothing is kept of this customer."},
    {"slug_taken", "Another tenant has the short name[ “{slug}”]."},
    {"email_taken", "Somebody has the e-mail address[ {email}] already."},
    {"permission_denied last_admin", "This is the last admin of the tenant; name another one first, or ask the people who run the platform."},
    {"permission_denied", "This takes the permission[ “{permission}”]; ask an administrator for it."},
    {"first_is_superadmin", "The first user of a database is its superadmin; add \"superadmin\": true."},
    {"last_superadmin", "This is the last superadmin; name another one first."},
    {"wrong_credentials", "The e-mail address or the password is not right."},
    {"slow_down", "Too many attempts failed; try again[ in {retry_after_seconds} seconds]."},
    {"sign_in_needed no_password", "The password is missing: put it into SMARTQUEUE_PASSWORD, or run this in a terminal, where it is asked for."},
    {"sign_in_needed", "This database has users: say who acts with --as EMAIL; the password comes from SMARTQUEUE_PASSWORD or is asked for."},
    {"second_factor_needed not_set_up", "Your role signs in with a second factor, and you have none yet; set it up in the console."},
    {"second_factor_needed", "A code of the second factor is needed; give it in SMARTQUEUE_CODE."},
    {"password_change_needed", "A new password is needed first; set it with “set_password”."},
    {"invitation_expired", "This invitation is not valid, or not any more; ask for a new code."},
    {"weak_password same", "This is the password of before; choose another one."},
    {"weak_password short", "A password has at least 8 characters."},
    {"weak_password long", "This password is too long; at most 1,024 bytes are taken."},
    {"weak_password text", "A password holds something that can be seen, and no tabs or line ends."},
    {"weak_password pin", "A PIN has 4 to 8 digits, not all the same and not in a row."},
    {"weak_password", "This is too easy to guess: take at least 8 characters and none of the common passwords."},
    {"tenant_suspended", "The tenant[ “{tenant}”] is suspended."},
    {"open_ticket", "A ticket is still open[: {number}]; finish it first."},
    {"locked", "The key to the customers' data is not at hand; sign in, or give the passphrase in SMARTQUEUE_PASSPHRASE."},
    // engine/secret_ports.h
    {"no_memory", "There is not enough memory to check a password; close something and try again."},
    {"sealed", "This was kept under another key and cannot be read."},
    {"no_keychain", "This desktop has no keychain."},
    {"keychain_locked", "The keychain stayed closed; unlock it and try again."},
    {"no_cryptography", "The system gives no random numbers, so no password can be kept safely."},
    {"busy", "Too many commands wait already[ ({waiting})]; nothing happened, send it again."},
    // replication, transport and engine/peers.h
    {"unknown_device revoked", "This desktop was revoked: it is none of this branch's any more."},
    {"unknown_device several", "Several desktops of this branch have that name[: {device}]; take the first eight characters of the id."},
    {"unknown_device", "No desktop of this branch has that name[: {device}]."},
    {"not_host", "Another desktop decides here; ask that one, or wait a moment."},
    {"not_in_hand", "[{agent} has {number} in hand, ]another ticket than was meant."},
    {"not_alone device", "The desktop did this before it joined the branch anew."},
    {"not_alone", "This has to wait until the host answers."},
    {"unknown_conflict", "No open conflict has that number[: {conflict}]."},
    {"host_unreachable numbers", "The host does not answer, and this desktop has no numbers left for this queue; it has more when the host is back."},
    {"host_unreachable tickets", "The host does not answer, and no ticket waits that this desktop alone may call."},
    {"host_unreachable full", "The host does not answer, and this desktop has done as much without it as it can keep."},
    {"host_unreachable command", "The host does not answer, and this has to wait for it."},
    {"host_unreachable", "The desktop that leads this branch cannot be reached[ at {address}]; check that it runs and that the network does."},
    {"host_is_alive no_others", "No other desktop shares this database, so there is nobody to take over from; “smartqueue pair” lets it join a branch."},
    {"host_is_alive", "The desktop that leads this branch is at work; nobody needs to take over."},
    {"take_over_under_way", "A take-over is under way at this desktop; wait a moment."},
    {"lead_is_taken", "Another desktop[, {device},] leads this branch, or has led it since."},
    {"authority_unreachable", "The etcd that says who leads this branch does not answer; where it is gone for good, start one desktop with serve --without-etcd."},
    {"fresher_replica", "Another desktop[, {device},] has more of the day; take over there."},
    {"silent_desktop", "Another desktop[, {device},] does not answer, and it may alone hold what was done last: start it, or take over with --without-silent."},
    {"deposed", "Another desktop leads this branch by now; this one follows it."},
    {"diverged", "This desktop's log is not the branch's any more; it fetches a copy."},
    {"resynchronising", "The desktops are getting in step; try again in a moment."},
    {"malformed_frame", "Another desktop sent something that cannot be read; it was disconnected."},
    {"unexpected_frame", "Another desktop said something out of turn; it was disconnected."},
    {"replayed_frame", "Another desktop said something twice; it was disconnected."},
    {"foreign_installation", "That desktop belongs to another installation."},
    {"peer_too_old", "That desktop runs an older version of this program; update it."},
    {"peer_too_new", "That desktop runs a newer version of this program; update this one."},
    {"peer_silent", "The other desktop has said nothing for too long."},
    {"desktop_copied", "Another desktop works with a copy of these files, or they came from another machine. Moved here for good: take over or wait for the host. A copy: delete it with its .peer folder and let it join anew."},
    {"database_put_back", "This database was put back from a copy; it is brought up to date as soon as the host is heard."},
    {"peer_left", "The other desktop has closed."},
    {"peer_unknown", "That desktop is none of this branch's, or not any more; pair it again."},
    {"peer_refused", "The other desktop refused the connection."},
    {"peer_unreachable", "Nobody answers there; check the address, and that the other desktop runs."},
    {"peer_flooded", "More was sent to the other desktop than it takes; the connection begins anew."},
    {"cannot_listen", "The other desktops cannot reach this one[ at {address}][ ({reason})]; choose another address or port."},
    {"pairing_closed", "The other desktop lets nobody in at the moment; ask for a new code there first (Add a desktop, or peers --invite)."},
    {"pairing_busy", "Too many desktops try to join there at the same moment; try again in a few seconds."},
    {"wrong_code", "This is not the code on the other screen[; tries left: {tries_left}]."},
    {"pairing_refused changed_mind", "This code was used already, by another desktop or another run of this one; ask for a new code."},
    {"pairing_refused", "The other desktop did not let this one in[ ({reason})]."},
    {"digits_differ", "The digits on the two screens are not the same: somebody may be in between. Try again with a new code."},
    {"pairing_timed_out", "The other desktop took too long; try again."},
    {"identity_unreadable", "What this desktop is known by cannot be read[: {path}][ ({reason})]; it was left as it is."},
    {"identity_unwritable", "What this desktop is known by cannot be kept[ in {path}][ ({reason})]."},
    // domain/codec.h, engine/event_log.h and the store
    {"unreadable", "The database holds something this program does not understand[: {reason}]."},
    {"database_locked", "Another program holds the database[ {path}]; close it and try again."},
    {"database_read_only", "The database[ {path}] cannot be written to; check the permissions of the file and its folder."},
    {"disk_full", "The disk is full; free some space, and nothing that was confirmed is lost."},
    {"database_damaged", "The database[ {path}] is damaged; restore the last backup with “smartqueue restore”."},
    {"database_newer", "The database[ {path}] was made by a newer version of this program; update the program."},
    {"not_a_database", "The file[ {path}] is not a SmartQueue database[ ({reason})]; choose another one."},
    {"no_database gone", "The database of this desktop is gone[ ({path})]: put it back, or move the folder that ends in .peer beside it away and join the branch anew."},
    {"no_database moved", "The database was moved or deleted while the program runs[ ({path})], so nothing is written. Put the file back, and it goes on."},
    {"no_database", "There is no database at[ {path}]; check the path, or make one with “smartqueue do” or the console."},
    {"cannot_open", "The database[ {path}] cannot be opened[ ({reason})]; check the path and its permissions."},
    {"io_error", "Reading or writing failed[ in {path}]; check the disk[ ({reason})]."},
    {"relative_path", "The database path[ {path}] must be absolute, beginning at the root."},
    {"database_in_use there_already", "A desktop joins with a database of its own, and this one is there already[ ({path})]; name another file."},
    {"database_in_use", "A SmartQueue that is running has this database open[ ({path})]; use that one or close it."},
    {"unknown_database_url", "The database address[ “{url}”] is not understood; use sqlite:////absolute/path."},
    // exchange/refusals.h: lines
    {"nul_byte", "The line holds NUL bytes; this is not a text file, or a damaged one."},
    {"bad_encoding", "The line is not in the encoding of the file; save it as UTF-8."},
    {"bad_quotes", "There is text after a closing quote[ in {path}][, line {line}]."},
    {"unclosed_quote", "A quote is opened and not closed[ in {path}][, line {line}]."},
    {"wrong_column_count", "The line has another number of columns than the header[: {columns} instead of {expected}]."},
    {"invisible_name", "The name[ in “{field}”] has nothing that can be seen, or marks that cannot."},
    {"control_character", "The text[ in “{field}”] holds control characters."},
    // exchange/refusals.h: rows
    {"missing_queue", "The queue is missing."},
    {"missing_arrival", "The time of arrival is missing."},
    {"missing_call", "Somebody who did not show up must have been called: the time of the call is missing."},
    {"missing_start", "A served ticket needs the time its service began."},
    {"missing_end", "The time at which the ticket ended is missing."},
    {"missing_date", "The date is missing[ for “{field}”]."},
    {"bad_time", "The time[ “{value}”][ in “{field}”] cannot be read."},
    {"bad_priority", "The priority[ “{value}”] is not a whole number from −1000 to 1000."},
    {"time_out_of_range", "The time[ “{value}”][ in “{field}”] lies before 1970 or after 2199."},
    {"unknown_outcome", "The outcome[ “{value}”] is none of served, abandoned and no_show."},
    {"left_out_by_map", "The map leaves this outcome out[: {value}]."},
    {"called_before_arrival", "The call comes before the arrival."},
    {"started_before_arrival", "The service begins before the arrival."},
    {"started_before_call", "The service begins before the call."},
    {"ends_before_it_starts", "The service ends before it begins."},
    {"ends_before_arrival", "The end comes before the arrival or the call."},
    {"abandoned_but_started", "The ticket is called abandoned, yet its service began."},
    {"no_show_but_started", "The ticket is called a no-show, yet its service began."},
    {"too_many_queues", "The log names more queues than a branch can have."},
    {"too_many_agents", "The log names more agents than a branch can have."},
    // exchange/refusals.h: files and maps
    {"empty_file", "The file is empty."},
    {"compressed_file", "This is not a text file but an archive, a spreadsheet or a database; unpack it or save it as CSV."},
    {"cannot_read", "The file[ {path}] cannot be read[: {reason}]."},
    {"columns_not_recognised", "The file's columns are not recognised[; missing: {missing}]. Say which column is which with a map."},
    {"twice_in_file", "The same e-mail address stands in the file already[, on line {line}]."},
    {"unknown_column", "The map names a column[ “{column}”] that the file does not have[; it has {columns}]."},
    {"duplicate_column", "The file has more than one column[ “{column}”]; rename one, or name it by its place in a map, as in “#3”."},
    {"bad_time_format", "The time format[ “{format}”] is not understood; use letters as in yyyy-MM-dd HH:mm:ss."},
    {"needs_date_column", "The time format[ “{format}”] has no day, so the map must name a date column."},
    {"refused_lines", "Nothing was imported, because lines were refused[: {count} of them][, the first is line {line} ({reason})]."},
    {"no_line_fit", "No line of the file[ {path}] is a ticket that can be taken in; the reasons stand by the lines."},
    {"cancelled", "It was cancelled."},
    // exchange/refusals.h: scripts
    {"malformed", "This is not a well-formed JSON object[: {reason}][; look at line {line} of {path}]."},
    {"unknown_command", "There is no command[ “{command}”]."},
    {"missing_field", "The field[ “{field}”] is missing."},
    {"unknown_field", "There is no field[ “{field}”] here."},
    {"some_lines_refused", "Lines were refused[: {count} of {lines}]; the answer of each says why."},
    // exchange/refusals.h: the program
    {"wrong_usage", "This is not how it is called[: {reason}]."},
    {"not_served", "Other desktops cannot reach this one: begin with “smartqueue serve --listen 0.0.0.0:7483”, or add the desktop in the console."},
    {"console_gone", "The console that has this database open went away before it answered; try again, and look at what was done before."},
    {"replay_unfaithful", "The log was not followed to the end[: {lost} tickets were lost][, {called_twice} were called twice]."},
    {"log_before_branch", "The log begins[ at {at}] before the last event of the branch[ ({last})]; replay it in a database of its own, with --db."},
    {"no_screen", "The window could not be measured[: {reason}]."},
    {"cannot_write", "The file[ {path}] cannot be written."},
    // Studies of arrivals, staffing and queues
    {"unstable", "More work comes than the servers can do[: {offered_load} Erlang for {servers}], so the queue would grow for ever; add servers, a patience or a capacity."},
    {"bad_count", "The counts cannot be read[: “{value}” in “{field}”][, line {line}][ of {path}]."},
    {"span_too_long", "From the first to the last time of the file it is too long[: {days} days, at most {most}]."},
    {"too_few_rows", "There are too few tickets to learn from[: {rows} instead of {needed}]."},
    {"shape_mismatch", "The model was made for other figures[: {expected} instead of {given}]."},
    {"training_failed", "The model could not be trained[: {reason}]."},
    {"training_cancelled", "The training was ended by hand."},
    {"damaged_model", "This is no model of this program, or it is damaged[: {reason}]."},
    {"too_little_history", "There is too little history[: {days} days instead of {needed}]."},
    {"nothing_to_test", "No arrivals lie in the time of the test."},
    {"bad_horizon", "Shifts cannot cover so many hours[: {hours}, at most {most}]."},
    {"bad_shift_length", "A shift lasts from 1 to 24 hours[, not {hours}]."},
    {"not_solved", "The solver found no shifts."},
    {"target_out_of_reach", "No number of agents reaches the target."},
};

/// Puts the details in; nothing when one is missing.
bool fill(std::string_view text, const Failure &failure, std::string &sentence)
{
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        sentence += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = text.find('}', open);
        const auto value = failure.detail.find(std::string(text.substr(open + 1, close - open - 1)));
        if (value == failure.detail.end() || value->second.empty())
            return false;
        sentence += value->second;
        text.remove_prefix(close + 1);
    }
    return true;
}

} // namespace

bool hasSentence(std::string_view code)
{
    return sentences.contains(code);
}

Failure readable(Failure failure)
{
    for (auto &[key, text] : failure.detail)
        text = shortened(text, key == "path" ? longestPath : longestText);
    return failure;
}

void addFailure(nlohmann::ordered_json &json, const Failure &given)
{
    const Failure failure = readable(given);
    json["code"] = std::string(failure.code.name());
    json["message"] = sentenceFor(failure);
    for (const auto &[key, text] : failure.detail) {
        const auto number = wholeNumber(key, text);
        const nlohmann::ordered_json value = number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json(text);
        json["detail"][key] = value;
        if (key == "permission" || key == "retry_after_seconds")
            json[key] = value;
    }
}

std::string sentenceFor(const Failure &given)
{
    const Failure failure = readable(given);
    const auto reason = failure.detail.find("reason");
    auto found = reason == failure.detail.end() ? sentences.end() : sentences.find(std::string(failure.code.name()) + ' ' + reason->second);
    if (found == sentences.end())
        found = sentences.find(failure.code.name());
    std::string sentence;
    if (found == sentences.end()) {
        sentence = "Refused: " + std::string(failure.code.name());
        for (const auto &[key, value] : failure.detail)
            sentence += ", " + key + " " + value;
        return sentence + '.';
    }
    std::string_view text = found->second;
    while (!text.empty()) {
        const std::size_t open = text.find('[');
        sentence += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = text.find(']', open);
        std::string part;
        if (fill(text.substr(open + 1, close - open - 1), failure, part))
            sentence += part;
        text.remove_prefix(close + 1);
    }
    return sentence;
}

} // namespace smartqueue::exchange
