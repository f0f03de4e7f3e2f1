#pragma once

#include <string>

#include <smartqueue/foundation/strong_id.h>

namespace smartqueue {

using ServiceId = StrongId<struct ServiceTag>;
using QueueId = StrongId<struct QueueTag>;
using AgentId = StrongId<struct AgentTag>;
using TicketId = StrongId<struct TicketTag>;
using AlertId = StrongId<struct AlertTag>;
using ConflictId = StrongId<struct ConflictTag>;
using TenantId = StrongId<struct TenantTag>;
using SiteId = StrongId<struct SiteTag>;
using UserId = StrongId<struct UserTag>;

/// The branch of a database that has no other: it stands there before anybody gave it a tenant.
inline constexpr SiteId firstSite{1};
/// The program itself: the business day, alerts, the demo's people. No user has this id.
inline constexpr UserId theProgram{-1};

/// Tickets, queues, agents and alerts of a site have ids of their own range, so that no id stands for two things and each says
/// where it belongs.
inline constexpr std::int64_t idsOfASite = std::int64_t(1) << 32;
/// What stands before the first id of the site.
constexpr std::int64_t idsBefore(SiteId site) { return (site.value - 1) * idsOfASite; }
constexpr SiteId siteOf(QueueId queue) { return SiteId{queue.value / idsOfASite + 1}; }
/// Not of imported tickets, whose ids lie below 0.
constexpr SiteId siteOf(TicketId ticket) { return SiteId{ticket.value / idsOfASite + 1}; }

/// Made by whoever submits; the same id twice has the effect and the answer of once. Empty: not repeatable.
using CommandId = std::string;

/// Derived from what is suggested, so that the same advice keeps its id while it stands.
using SuggestionId = std::string;

/// Position of a committed batch in the log, from 1.
using Sequence = std::int64_t;

/// Counts the hosts that a branch has had, from 1; each take-over raises it.
using Epoch = std::int64_t;

/// A desktop: the SHA-256 of its public key, in hexadecimal.
using DeviceId = std::string;

} // namespace smartqueue
