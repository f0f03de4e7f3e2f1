#pragma once

#include <string>

#include <smartqueue/foundation/strong_id.h>

namespace smartqueue {

using ServiceId = StrongId<struct ServiceTag>;
using QueueId = StrongId<struct QueueTag>;
using AgentId = StrongId<struct AgentTag>;
using TicketId = StrongId<struct TicketTag>;
using AlertId = StrongId<struct AlertTag>;

/// Made by whoever submits; the same id twice has the effect and the answer of once. Empty: not repeatable.
using CommandId = std::string;

/// Derived from what is suggested, so that the same advice keeps its id while it stands.
using SuggestionId = std::string;

/// Position of a committed batch in the log, from 1.
using Sequence = std::int64_t;

} // namespace smartqueue
