#pragma once

#include <smartqueue/foundation/result.h>

/// Why a line, a map or a whole file does not come in. The names are a contract of the command line; failure_text.h has
/// a sentence for each.
namespace smartqueue::exchange::refusals {

// A line of a delimited file.
inline constexpr FailureCode lineTooLong{"too_long"};
inline constexpr FailureCode nulByte{"nul_byte"};
inline constexpr FailureCode badEncoding{"bad_encoding"};
inline constexpr FailureCode badQuotes{"bad_quotes"};
inline constexpr FailureCode unclosedQuote{"unclosed_quote"};
inline constexpr FailureCode wrongColumnCount{"wrong_column_count"};
inline constexpr FailureCode controlCharacter{"control_character"};
/// A name made of spaces, fillers and marks of direction only.
inline constexpr FailureCode invisibleName{"invisible_name"};

// A row of a ticket log.
inline constexpr FailureCode missingQueue{"missing_queue"};
inline constexpr FailureCode missingArrival{"missing_arrival"};
inline constexpr FailureCode missingCall{"missing_call"};
inline constexpr FailureCode missingStart{"missing_start"};
inline constexpr FailureCode missingEnd{"missing_end"};
inline constexpr FailureCode missingDate{"missing_date"};
inline constexpr FailureCode badTime{"bad_time"};
inline constexpr FailureCode badPriority{"bad_priority"};
inline constexpr FailureCode timeOutOfRange{"time_out_of_range"};
inline constexpr FailureCode unknownOutcome{"unknown_outcome"};
inline constexpr FailureCode leftOutByMap{"left_out_by_map"};
inline constexpr FailureCode calledBeforeArrival{"called_before_arrival"};
inline constexpr FailureCode startedBeforeArrival{"started_before_arrival"};
inline constexpr FailureCode startedBeforeCall{"started_before_call"};
inline constexpr FailureCode endsBeforeItStarts{"ends_before_it_starts"};
inline constexpr FailureCode endsBeforeArrival{"ends_before_arrival"};
inline constexpr FailureCode abandonedButStarted{"abandoned_but_started"};
inline constexpr FailureCode noShowButStarted{"no_show_but_started"};
inline constexpr FailureCode tooManyQueues{"too_many_queues"};
inline constexpr FailureCode tooManyAgents{"too_many_agents"};

// A line of a list of people.
/// Detail `line`: where the e-mail stood first.
inline constexpr FailureCode twiceInFile{"twice_in_file"};

// A whole file or its map.
inline constexpr FailureCode emptyFile{"empty_file"};
inline constexpr FailureCode compressedFile{"compressed_file"};
inline constexpr FailureCode cannotRead{"cannot_read"};
inline constexpr FailureCode columnsNotRecognised{"columns_not_recognised"};
inline constexpr FailureCode unknownColumn{"unknown_column"};
/// A column is named in the map, and the header has several of that name.
inline constexpr FailureCode duplicateColumn{"duplicate_column"};
inline constexpr FailureCode badTimeFormat{"bad_time_format"};
inline constexpr FailureCode needsDateColumn{"needs_date_column"};
inline constexpr FailureCode refusedLines{"refused_lines"};
/// Every line of a file was refused.
inline constexpr FailureCode noLineFit{"no_line_fit"};
inline constexpr FailureCode cancelled{"cancelled"};

// A line of a command script, or a JSON file.
inline constexpr FailureCode malformed{"malformed"};
/// A script came to its end, and not every line was done.
inline constexpr FailureCode someLinesRefused{"some_lines_refused"};

// The program as a whole.
inline constexpr FailureCode wrongUsage{"wrong_usage"};
inline constexpr FailureCode consoleGone{"console_gone"};
/// No program keeps the branch for other desktops here.
inline constexpr FailureCode notServed{"not_served"};
inline constexpr FailureCode replayUnfaithful{"replay_unfaithful"};
inline constexpr FailureCode logBeforeBranch{"log_before_branch"};
inline constexpr FailureCode cannotWrite{"cannot_write"};

} // namespace smartqueue::exchange::refusals
