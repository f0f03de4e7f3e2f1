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

// Of a command that came in as text.
inline constexpr FailureCode unknownCommand{"unknown_command"};
inline constexpr FailureCode missingField{"missing_field"};
inline constexpr FailureCode unknownField{"unknown_field"};

inline constexpr FailureCode queuePaused{"queue_paused"};
inline constexpr FailureCode queueClosed{"queue_closed"};
inline constexpr FailureCode queueFull{"queue_full"};
inline constexpr FailureCode numbersExhausted{"numbers_exhausted"};
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
