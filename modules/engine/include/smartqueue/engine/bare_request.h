#pragma once

#include <string>
#include <string_view>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/replication/wire.h>

/// What a desktop without an engine of its own needs to work at a host: it follows by replication::Replica alone and does not read
/// the entries. For measuring and for tests.
namespace smartqueue::engine {

/// Of the log's payloads, as replication::Hello names them.
replication::Schemas bareSchemas();
/// The bytes of a replication::Request; the command's id makes it the same one each time, and the owner of a database without users
/// gives it.
std::string bareRequest(const Command &command);
/// What stands in a replication::Reply to it. Fails as the command does, and with codec::unreadable.
Answer bareAnswer(std::string_view reply);

} // namespace smartqueue::engine
