#include "smartqueue/engine/failure_codes.h"

#include <array>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/replication/wire.h>

#include "smartqueue/engine/epoch_authority.h"
#include "smartqueue/engine/event_log.h"
#include "smartqueue/engine/peers.h"
#include "smartqueue/engine/secret_ports.h"

namespace smartqueue::engine {

namespace {

namespace f = failures;
namespace s = storage_failures;
namespace p = replication::peer_failures;

/// A failure code is a literal of the program, so a word must be found among those that exist.
constexpr std::array knownCodes{
    f::unknownService, f::unknownQueue, f::unknownAgent, f::unknownTicket, f::unknownAlert, f::unknownSuggestion,
    f::unknownTimeZone, f::nameTaken, f::prefixTaken, f::invalidValue, f::outOfRange, f::tooLong, f::limitReached,
    f::inUse, f::unknownCommand, f::missingField, f::unknownField,
    f::queuePaused, f::queueClosed, f::queueFull, f::numbersExhausted, f::nobodyWaiting, f::notAssigned,
    f::targetCannotServe, f::missingSkill, f::agentOffline, f::agentPaused, f::agentBusy, f::agentSignedIn,
    f::counterTaken, f::noCurrentTicket, f::wrongState, f::reservedForAnother, f::nothingToUndo, f::undoExpired,
    f::undoOvertaken, f::suggestionOutdated, f::timeBackwards, f::unknownTenant, f::unknownSite, f::unknownUser,
    f::unknownCustomer, f::unknownDevice, f::slugTaken, f::emailTaken, f::permissionDenied, f::firstIsSuperadmin, f::lastSuperadmin,
    f::wrongCredentials, f::slowDown, f::signInNeeded, f::secondFactorNeeded, f::passwordChangeNeeded, f::invitationExpired,
    f::weakPassword, f::tenantSuspended, f::openTicket, f::locked, s::locked, s::readOnly, s::diskFull, s::damaged,
    s::newerSchema, s::notADatabase, s::noDatabase, s::cannotOpen, s::ioError, s::relativePath, s::inUse, codec::unreadable,
    f::busy, f::notInHand, f::notAlone, f::unknownConflict, s::diverged, p::notHost, p::hostUnreachable, p::deposed, p::resynchronising, p::desktopCopied, p::putBack, secret_failures::sealed, secret_failures::noMemory};

} // namespace

std::optional<FailureCode> failureCode(std::string_view word)
{
    for (const FailureCode code : knownCodes) {
        if (code.name() == word)
            return code;
    }
    return std::nullopt;
}

} // namespace smartqueue::engine
