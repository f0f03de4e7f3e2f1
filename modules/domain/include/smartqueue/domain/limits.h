#pragma once

#include <chrono>
#include <cstddef>

#include <smartqueue/foundation/clock.h>

/// What the engine accepts at most. A value beyond a limit is refused with `too_long` or `out_of_range`.
namespace smartqueue::limits {

using namespace std::chrono_literals;

inline constexpr std::size_t nameCodePoints = 120;
inline constexpr std::size_t reasonCodePoints = 500;
inline constexpr std::size_t noteCodePoints = 5000;
inline constexpr std::size_t prefixCodePoints = 6;
inline constexpr std::size_t commandIdBytes = 128;
inline constexpr int priority = 1000;
inline constexpr int rank = 99;
inline constexpr int number = 999'999;
inline constexpr int capacity = 1'000'000;
inline constexpr int hourlyCost = 100'000'00;
inline constexpr std::size_t breakReasons = 50;
inline constexpr auto breakMaximum = 24h;
inline constexpr auto slaMinimum = 1s;
inline constexpr auto slaMaximum = 24h;
inline constexpr std::size_t services = 1'000;
inline constexpr std::size_t queues = 2'000;
inline constexpr std::size_t agents = 5'000;
inline constexpr std::size_t openTickets = 200'000;

/// How long an own command can be undone, unless the branch says otherwise.
inline constexpr auto undoWindow = 30s;
inline constexpr auto undoWindowMaximum = 1h;
/// How many undoable commands an actor keeps.
inline constexpr std::size_t undoDepth = 8;
/// How long a closed ticket stays in the live state, for undo and "your last tickets".
inline constexpr Duration closedTicketsStay = 30min;
/// Cleared alerts, and decided suggestions, that the live state keeps at most; the oldest give way, the log has them all.
inline constexpr std::size_t keptOfTheDay = 1'000;
/// Completed tickets behind the mean service time.
inline constexpr std::size_t serviceHistory = 50;
/// Older ones that are kept besides, to come back in when newer ones are undone.
inline constexpr std::size_t serviceSpares = 50;

inline constexpr std::size_t tenants = 1'000;
inline constexpr std::size_t sites = 2'000;
inline constexpr std::size_t users = 20'000;
inline constexpr std::size_t devices = 200;
/// Conflicts of a branch that nobody has settled; with so many, what else does not fit waits at the desktop that did it.
inline constexpr std::size_t conflicts = 200;
/// Of the command that a conflict keeps.
inline constexpr std::size_t conflictBytes = 4096;
/// Acts that a desktop keeps for its host; with so many, it waits for the host itself.
inline constexpr std::size_t actsAlone = 5'000;
inline constexpr std::size_t deviceIdBytes = 64;
inline constexpr std::size_t certificateBytes = 4096;
inline constexpr std::size_t endpoints = 9;
inline constexpr std::size_t endpointBytes = 200;
inline constexpr std::size_t emailBytes = 254;
inline constexpr std::size_t slugBytes = 40;
inline constexpr std::size_t phoneCodePoints = 40;
inline constexpr std::size_t passwordCodePointsMinimum = 8;
inline constexpr std::size_t passwordBytes = 1024;
inline constexpr std::size_t pinDigitsMinimum = 4;
inline constexpr std::size_t pinDigitsMaximum = 8;
inline constexpr auto invitationStands = 72h;
inline constexpr std::size_t recoveryCodes = 10;

} // namespace smartqueue::limits
