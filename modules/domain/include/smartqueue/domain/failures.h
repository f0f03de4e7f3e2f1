#pragma once

#include <smartqueue/foundation/result.h>

/// Every refusal of a command. The names are a contract of the command line.
namespace smartqueue::failures {

inline constexpr FailureCode unknownService{"unknown_service"};
inline constexpr FailureCode unknownQueue{"unknown_queue"};
inline constexpr FailureCode unknownAgent{"unknown_agent"};
inline constexpr FailureCode unknownTicket{"unknown_ticket"};
inline constexpr FailureCode unknownAlert{"unknown_alert"};
inline constexpr FailureCode unknownSuggestion{"unknown_suggestion"};
inline constexpr FailureCode unknownTimeZone{"unknown_time_zone"};
inline constexpr FailureCode nameTaken{"name_taken"};
inline constexpr FailureCode prefixTaken{"prefix_taken"};
inline constexpr FailureCode invalidValue{"invalid_value"};
inline constexpr FailureCode outOfRange{"out_of_range"};
inline constexpr FailureCode tooLong{"too_long"};
inline constexpr FailureCode limitReached{"limit_reached"};
inline constexpr FailureCode inUse{"in_use"};

inline constexpr FailureCode unknownTenant{"unknown_tenant"};
inline constexpr FailureCode unknownSite{"unknown_site"};
inline constexpr FailureCode unknownUser{"unknown_user"};
inline constexpr FailureCode unknownCustomer{"unknown_customer"};
inline constexpr FailureCode unknownDevice{"unknown_device"};
inline constexpr FailureCode slugTaken{"slug_taken"};
inline constexpr FailureCode emailTaken{"email_taken"};
/// Detail `permission`: which one is missing.
inline constexpr FailureCode permissionDenied{"permission_denied"};
/// The first user of a database is a superadmin.
inline constexpr FailureCode firstIsSuperadmin{"first_is_superadmin"};
inline constexpr FailureCode lastSuperadmin{"last_superadmin"};
inline constexpr FailureCode wrongCredentials{"wrong_credentials"};
/// Detail `retry_after_seconds`.
inline constexpr FailureCode slowDown{"slow_down"};
inline constexpr FailureCode signInNeeded{"sign_in_needed"};
inline constexpr FailureCode secondFactorNeeded{"second_factor_needed"};
inline constexpr FailureCode passwordChangeNeeded{"password_change_needed"};
/// Unknown, used or too old: whoever holds the code is told the same.
inline constexpr FailureCode invitationExpired{"invitation_expired"};
inline constexpr FailureCode weakPassword{"weak_password"};
inline constexpr FailureCode tenantSuspended{"tenant_suspended"};
inline constexpr FailureCode openTicket{"open_ticket"};
/// The key to the customers' data is not at hand.
inline constexpr FailureCode locked{"locked"};

// Of a command that came in as text.
inline constexpr FailureCode unknownCommand{"unknown_command"};
inline constexpr FailureCode missingField{"missing_field"};
inline constexpr FailureCode unknownField{"unknown_field"};

inline constexpr FailureCode queuePaused{"queue_paused"};
inline constexpr FailureCode queueClosed{"queue_closed"};
inline constexpr FailureCode queueFull{"queue_full"};
inline constexpr FailureCode numbersExhausted{"numbers_exhausted"};
/// Detail `number`: another ticket is in hand than the one that was meant.
inline constexpr FailureCode notInHand{"not_in_hand"};
/// It has to wait until the host is heard again. Detail `reason`: command, numbers, tickets, full; of what was done alone already and
/// the host cannot take on: command, numbers, device, unreadable.
inline constexpr FailureCode notAlone{"not_alone"};
inline constexpr FailureCode unknownConflict{"unknown_conflict"};
inline constexpr FailureCode nobodyWaiting{"nobody_waiting"};
inline constexpr FailureCode notAssigned{"not_assigned"};
inline constexpr FailureCode targetCannotServe{"target_cannot_serve"};
inline constexpr FailureCode missingSkill{"missing_skill"};

inline constexpr FailureCode agentOffline{"agent_offline"};
inline constexpr FailureCode agentPaused{"agent_paused"};
inline constexpr FailureCode agentBusy{"agent_busy"};
inline constexpr FailureCode agentSignedIn{"agent_signed_in"};
inline constexpr FailureCode counterTaken{"counter_taken"};
inline constexpr FailureCode noCurrentTicket{"no_current_ticket"};
inline constexpr FailureCode wrongState{"wrong_state"};
inline constexpr FailureCode reservedForAnother{"reserved_for_another"};

inline constexpr FailureCode nothingToUndo{"nothing_to_undo"};
inline constexpr FailureCode undoExpired{"undo_expired"};
inline constexpr FailureCode undoOvertaken{"undo_overtaken"};
inline constexpr FailureCode suggestionOutdated{"suggestion_outdated"};
inline constexpr FailureCode timeBackwards{"time_backwards"};
/// More commands wait than the engine takes on; nothing happened, it may be sent again.
inline constexpr FailureCode busy{"busy"};

} // namespace smartqueue::failures
