#pragma once

#include <string>
#include <string_view>

#include <smartqueue/domain/events.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::codec {

/// The log holds something that this program does not understand: detail `reason`.
inline constexpr FailureCode unreadable{"unreadable"};

/// The events of a batch as a JSON array; the same events always give the same bytes.
std::string encodeEvents(const std::vector<Event> &events);
Result<std::vector<Event>> decodeEvents(std::string_view json);

/// What somebody asks for, on its way to where it is decided: secrets as they were typed, so it is never kept. A
/// refusal and what the engine fills in do not travel, and who asks does only where the command is done already.
std::string encode(const Command &command);
Result<Command> decodeCommand(std::string_view json);

std::string encode(const Ticket &ticket);
Result<Ticket> decodeTicket(std::string_view json);

} // namespace smartqueue::codec
