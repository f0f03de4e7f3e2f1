#include "smartqueue/presentation/words.h"

#include <functional>
#include <map>

#include <QCoreApplication>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/engine/peers.h>

namespace smartqueue::presentation::words {

namespace {

struct FailureWords {
    Q_DECLARE_TR_FUNCTIONS(FailureWords)
};

/// The refused values, by name.
class Detail {
public:
    explicit Detail(const Failure &failure) : m_failure(failure) {}
    QString operator[](const char *key) const
    {
        const auto found = m_failure.detail.find(key);
        return found == m_failure.detail.end() ? QStringLiteral("?") : QString::fromStdString(found->second);
    }

private:
    const Failure &m_failure;
};

QString stateWord(const Detail &detail)
{
    const auto state = fromName<TicketState>(detail["state"].toStdString());
    return state ? ticketState(*state) : detail["state"];
}

Explanation limitWords(const QString &what, const QString &limit)
{
    const int most = limit.toInt();
    if (what == QLatin1String("sites"))
        return {FailureWords::tr("The organisation may have no more than %Ln branch(es).", nullptr, most), FailureWords::tr("Ask the people who run this installation for more.")};
    if (what == QLatin1String("agents"))
        return {FailureWords::tr("The organisation may have no more than %Ln agent(s).", nullptr, most),
                FailureWords::tr("Remove those who are gone, or ask the people who run this installation for more.")};
    if (what == QLatin1String("queues"))
        return {FailureWords::tr("The organisation may have no more than %Ln queue(s).", nullptr, most),
                FailureWords::tr("Remove those no longer used, or ask the people who run this installation for more.")};
    return {FailureWords::tr("The branch has reached its limit of %1.").arg(limit), FailureWords::tr("Remove what is no longer used.")};
}

using Tell = std::function<Explanation(const Detail &)>;

const std::map<std::string_view, Tell> &table()
{
    namespace f = failures;
    namespace p = replication::peer_failures;
    namespace s = engine::storage_failures;
    static const std::map<std::string_view, Tell> tells{
        {f::unknownService.name(), [](const Detail &) { return Explanation{FailureWords::tr("This service is no longer there."), FailureWords::tr("Choose another one.")}; }},
        {f::unknownQueue.name(), [](const Detail &) { return Explanation{FailureWords::tr("This queue is no longer there."), FailureWords::tr("Choose another one.")}; }},
        {f::unknownAgent.name(), [](const Detail &) { return Explanation{FailureWords::tr("This agent is no longer there."), FailureWords::tr("Choose another one.")}; }},
        {f::unknownTicket.name(), [](const Detail &) { return Explanation{FailureWords::tr("This ticket was closed a while ago."), FailureWords::tr("Its story is under Tickets.")}; }},
        {f::unknownAlert.name(), [](const Detail &) { return Explanation{FailureWords::tr("This alert is already over."), {}}; }},
        {f::unknownSuggestion.name(), [](const Detail &) { return Explanation{FailureWords::tr("This suggestion is no longer there."), {}}; }},
        {f::unknownTimeZone.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The time zone “%1” is not known on this computer.").arg(d["name"]), FailureWords::tr("Choose one from the list, such as Europe/Paris.")}; }},
        {f::nameTaken.name(), [](const Detail &d) { return Explanation{FailureWords::tr("“%1” is already in use.").arg(d["name"]), FailureWords::tr("Choose another name.")}; }},
        {f::prefixTaken.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The prefix “%1” is already in use.").arg(d["value"]), FailureWords::tr("Choose another one.")}; }},
        {f::invalidValue.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("hidden_marks"))
                 return Explanation{FailureWords::tr("The text for “%1” holds marks that nobody sees, or that turn letters round.").arg(d["field"]), FailureWords::tr("Type it anew.")};
             return Explanation{FailureWords::tr("The value for “%1” cannot be used.").arg(d["field"]), FailureWords::tr("Check it and try again.")}; }},
        {f::outOfRange.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The value for “%1” must be between %2 and %3.").arg(d["field"], d["minimum"], d["maximum"]), {}}; }},
        {f::tooLong.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The text for “%1” is too long: at most %2 characters.").arg(d["field"], d["maximum"]), {}}; }},
        {f::limitReached.name(), [](const Detail &d) { return limitWords(d["what"], d["maximum"]); }},
        {f::inUse.name(), [](const Detail &d) { return Explanation{FailureWords::tr("“%1” is still needed by %2.").arg(d["name"], d["by"]), FailureWords::tr("Finish or move that first.")}; }},
        {f::unknownCommand.name(), [](const Detail &d) { return Explanation{FailureWords::tr("There is no command “%1”.").arg(d["command"]), {}}; }},
        {f::missingField.name(), [](const Detail &d) { return Explanation{FailureWords::tr("“%1” is missing.").arg(d["field"]), {}}; }},
        {f::unknownField.name(), [](const Detail &d) { return Explanation{FailureWords::tr("There is no field “%1” here.").arg(d["field"]), {}}; }},
        {f::queuePaused.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is paused.").arg(d["queue"]), FailureWords::tr("Open the queue to go on.")}; }},
        {f::queueClosed.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is closed and takes nobody new.").arg(d["queue"]), FailureWords::tr("Open the queue to go on.")}; }},
        {f::queueFull.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is full: %2 people are waiting.").arg(d["queue"], d["capacity"]), FailureWords::tr("Serve or move someone first, or raise the capacity.")}; }},
        {f::numbersExhausted.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 has given its last number of the day, %2.").arg(d["queue"], d["last"]), FailureWords::tr("Widen the range of numbers under Administration.")}; }},
        {f::nobodyWaiting.name(), [](const Detail &) { return Explanation{FailureWords::tr("Nobody is waiting in your queues."), {}}; }},
        {f::notAssigned.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 does not serve %2.").arg(d["agent"], d["queue"]), FailureWords::tr("Assign the queue first, or choose someone who serves it.")}; }},
        {f::targetCannotServe.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Nobody there can serve ticket %1.").arg(d["number"]), FailureWords::tr("Choose a queue whose agents have the skills.")}; }},
        {f::missingSkill.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 lacks a skill that %2 needs.").arg(d["agent"], d["queue"]), {}}; }},
        {f::agentOffline.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is not signed in.").arg(d["agent"]), FailureWords::tr("Sign in at a counter first.")}; }},
        {f::agentPaused.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is on a break.").arg(d["agent"]), FailureWords::tr("End the break first.")}; }},
        {f::agentBusy.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 still has a customer.").arg(d["agent"]), FailureWords::tr("Finish with this customer first.")}; }},
        {f::agentSignedIn.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is signed in already.").arg(d["agent"]), FailureWords::tr("Sign out there first.")}; }},
        {f::counterTaken.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 works at counter %2.").arg(d["by"], d["counter"]), FailureWords::tr("Choose another counter.")}; }},
        {f::noCurrentTicket.name(), [](const Detail &) { return Explanation{FailureWords::tr("There is no customer at this desk."), FailureWords::tr("Call the next one first.")}; }},
        {f::wrongState.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Ticket %1 has moved on: %2.").arg(d["number"], stateWord(d)), {}}; }},
        {f::reservedForAnother.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Ticket %1 is kept for %2.").arg(d["number"], d["agent"]), {}}; }},
        {f::nothingToUndo.name(), [](const Detail &) { return Explanation{FailureWords::tr("There is nothing to undo."), {}}; }},
        {f::undoExpired.name(), [](const Detail &d) { return Explanation{FailureWords::tr("More than %1 seconds have gone by, so this is final.").arg(d["seconds"]), {}}; }},
        {f::undoOvertaken.name(), [](const Detail &d) { return Explanation{FailureWords::tr("This cannot be undone any more: %1 has gone on since.").arg(d["by"]), {}}; }},
        {f::suggestionOutdated.name(), [](const Detail &) { return Explanation{FailureWords::tr("The branch has moved on since this was suggested, so nothing was changed."), FailureWords::tr("A new suggestion appears when there is one.")}; }},
        {f::timeBackwards.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The branch already holds events up to %1.").arg(d["last"]), FailureWords::tr("Check the clock of this computer.")}; }},
        {f::busy.name(), [](const Detail &) { return Explanation{FailureWords::tr("Too much is waiting to be carried out; nothing happened."), FailureWords::tr("Try again in a moment.")}; }},
        {codec::unreadable.name(), [](const Detail &) { return Explanation{FailureWords::tr("The database holds something this program does not understand."), FailureWords::tr("Update this program, or restore the newest backup.")}; }},
        {s::locked.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Another program holds the database %1.").arg(d["path"]), FailureWords::tr("Close it, then try again.")}; }},
        {s::inUse.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Another SmartQueue has the database %1 open.").arg(d["path"]), FailureWords::tr("Use that window, or close it first.")}; }},
        {s::readOnly.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The database %1 cannot be written.").arg(d["path"]), FailureWords::tr("Give yourself the right to write the file and its folder, or choose another place with --db.")}; }},
        {s::diskFull.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The disk that holds %1 is full. Everything confirmed so far is safe.").arg(d["path"]), FailureWords::tr("Free some space; the branch then goes on by itself.")}; }},
        {s::damaged.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The database %1 is damaged.").arg(d["path"]), FailureWords::tr("Restore the newest backup; the damaged file is kept beside it.")}; }},
        {s::newerSchema.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The database %1 was written by a newer SmartQueue.").arg(d["path"]), FailureWords::tr("Update this program, or open another database.")}; }},
        {s::notADatabase.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 is not a SmartQueue database.").arg(d["path"]), FailureWords::tr("Choose another file.")}; }},
        {s::noDatabase.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("moved"))
                 return Explanation{FailureWords::tr("The database %1 was moved or deleted while the program runs, so nothing is written.").arg(d["path"]), FailureWords::tr("Put the file back; the branch then goes on by itself.")};
             return Explanation{FailureWords::tr("There is no database at %1.").arg(d["path"]), FailureWords::tr("Check the path, or open the console without one: it makes its own.")}; }},
        {f::unknownTenant.name(), [](const Detail &) { return Explanation{FailureWords::tr("This organisation is no longer there."), {}}; }},
        {f::unknownSite.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("no_desk"))
                 return Explanation{FailureWords::tr("Nobody has given you a branch to work in yet."), FailureWords::tr("Ask the person who invited you.")};
             return Explanation{FailureWords::tr("This branch is no longer there."), FailureWords::tr("Choose another one.")}; }},
        {f::unknownDevice.name(), [](const Detail &) { return Explanation{FailureWords::tr("This desktop is no longer one of the branch’s."), {}}; }},
        {p::notHost.name(), [](const Detail &) { return Explanation{FailureWords::tr("Another desktop leads this branch by now; nothing was changed."), FailureWords::tr("Try again in a moment.")}; }},
        {f::notInHand.name(), [](const Detail &d) { return Explanation{FailureWords::tr("%1 has %2 in hand, another ticket than was meant.", "agent, ticket").arg(d["agent"], d["number"]), {}}; }},
        {f::notAlone.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("device"))
                 return Explanation{FailureWords::tr("The desktop did this before it joined the branch anew."), {}};
             return Explanation{FailureWords::tr("This has to wait for the host."), {}}; }},
        {f::unknownConflict.name(), [](const Detail &) { return Explanation{FailureWords::tr("This conflict is settled already."), {}}; }},
        {p::hostUnreachable.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("numbers"))
                 return Explanation{FailureWords::tr("The host does not answer, and this desktop has no numbers left for this queue."), FailureWords::tr("Take a number from another queue, or wait for the host.")};
             if (d["reason"] == QLatin1String("tickets"))
                 return Explanation{FailureWords::tr("The host does not answer. This desktop may call only tickets that nobody else can call, and none waits."), FailureWords::tr("Tickets that you issue here meanwhile are yours to call.")};
             if (d["reason"] == QLatin1String("full"))
                 return Explanation{FailureWords::tr("The host does not answer, and this desktop has done as much without it as it can keep."), FailureWords::tr("Bring the host back, or let this desktop take over.")};
             if (d["reason"] == QLatin1String("command"))
                 return Explanation{FailureWords::tr("The host does not answer, and this has to wait for it."), FailureWords::tr("You can finish the ticket in hand, issue tickets, and call those.")};
             return Explanation{FailureWords::tr("The desktop that leads this branch cannot be reached."), FailureWords::tr("Check that it runs, and the network. What was asked may have been done: look before you repeat it.")}; }},
        {p::resynchronising.name(), [](const Detail &) { return Explanation{FailureWords::tr("The desktops of this branch are getting in step."), FailureWords::tr("Try again in a moment.")}; }},
        {engine::peers_failures::hostIsAlive.name(), [](const Detail &) { return Explanation{FailureWords::tr("The host of this branch answers."), FailureWords::tr("Nothing was changed.")}; }},
        {engine::peers_failures::fresherReplica.name(), [](const Detail &) { return Explanation{FailureWords::tr("Another desktop has more of the log than this one."), FailureWords::tr("Take over there: nothing is lost then.")}; }},
        {engine::peers_failures::silentDesktop.name(), [](const Detail &) { return Explanation{FailureWords::tr("Another desktop does not answer any more, and may hold what was done last."), FailureWords::tr("Start it, or look once more and take over without it.")}; }},
        {engine::peers_failures::underWay.name(), [](const Detail &) { return Explanation{FailureWords::tr("A take-over is under way at this desktop."), FailureWords::tr("Wait a moment.")}; }},
        {engine::authority_failures::taken.name(), [](const Detail &) { return Explanation{FailureWords::tr("Another desktop leads this branch, or has led it since."), FailureWords::tr("Nothing was changed.")}; }},
        {engine::authority_failures::unreachable.name(), [](const Detail &) { return Explanation{FailureWords::tr("The etcd that says who leads this branch does not answer."), FailureWords::tr("Check that most of its members run, and the network. Where it is gone for good, start one desktop with “serve --without-etcd”.")}; }},
        {engine::network_failures::cannotListen.name(), [](const Detail &d) { return Explanation{FailureWords::tr("This desktop cannot be reached by others (%1).").arg(d["reason"]), FailureWords::tr("Another program may use the address; close it, or start this one again.")}; }},
        {engine::network_failures::unreachable.name(), [](const Detail &) { return Explanation{FailureWords::tr("Nothing answers at this address."), FailureWords::tr("Check the address, that the program runs there, and that both are in the same network.")}; }},
        {"pairing_closed", [](const Detail &) { return Explanation{FailureWords::tr("Nobody can join there at the moment."), FailureWords::tr("Choose “Add a desktop” there, and type the code that it shows.")}; }},
        {"pairing_busy", [](const Detail &) { return Explanation{FailureWords::tr("Too many desktops try to join there at the same moment."), FailureWords::tr("Try again in a few seconds.")}; }},
        {"wrong_code", [](const Detail &d) {
             if (d["tries_left"] == QLatin1String("0"))
                 return Explanation{FailureWords::tr("This is not the code, and it was typed wrong too often."), FailureWords::tr("Choose “New code” at the other desktop, and type that one.")};
             return Explanation{FailureWords::tr("This is not the code."), FailureWords::tr("Type it once more, as the other screen shows it.")}; }},
        {"digits_differ", [](const Detail &) { return Explanation{FailureWords::tr("Somebody said that the digits on the two screens differ."), FailureWords::tr("Nothing was changed. Ask for a new code, and compare again.")}; }},
        {"pairing_timed_out", [](const Detail &) { return Explanation{FailureWords::tr("The other desktop took too long."), FailureWords::tr("Try again.")}; }},
        {"pairing_refused", [](const Detail &d) {
             if (d["reason"] == QLatin1String("version"))
                 return Explanation{FailureWords::tr("The other desktop runs another version of the program."), FailureWords::tr("Give both the same one, and try again.")};
             if (d["reason"] == QLatin1String("changed_mind"))
                 return Explanation{FailureWords::tr("A wrong code was typed here before, so this one holds no more."), FailureWords::tr("Choose “New code” at the other desktop, and type that one.")};
             return Explanation{FailureWords::tr("The other desktop turned this one away (%1).").arg(d["reason"]), FailureWords::tr("Ask for a new code there, and try again.")}; }},
        {"identity_unreadable", [](const Detail &d) { return Explanation{FailureWords::tr("What this desktop proves itself with cannot be read (%1).").arg(d["path"]), FailureWords::tr("Put the folder back from a backup, or move it away: this desktop then joins as a new one.")}; }},
        {"identity_unwritable", [](const Detail &d) { return Explanation{FailureWords::tr("What this desktop proves itself with cannot be written (%1).").arg(d["path"]), FailureWords::tr("Check that you may write in the folder of the database.")}; }},
        {f::unknownUser.name(), [](const Detail &) { return Explanation{FailureWords::tr("This person is no longer there."), FailureWords::tr("Choose another one.")}; }},
        {f::unknownCustomer.name(), [](const Detail &) { return Explanation{FailureWords::tr("Nothing is kept of this customer."), {}}; }},
        {f::slugTaken.name(), [](const Detail &) { return Explanation{FailureWords::tr("Another organisation has this short name."), FailureWords::tr("Choose another one.")}; }},
        {f::emailTaken.name(), [](const Detail &) { return Explanation{FailureWords::tr("Somebody has this e-mail address already."), FailureWords::tr("Look for them in the list. If they are of another organisation, the people who run this installation can add them.")}; }},
        {f::permissionDenied.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("last_admin"))
                 return Explanation{FailureWords::tr("This is the last administrator of the organisation."), FailureWords::tr("Name another one first.")};
             return Explanation{FailureWords::tr("Your role does not include this (%1).").arg(d["permission"]), FailureWords::tr("Ask an administrator of your organisation.")}; }},
        {f::firstIsSuperadmin.name(), [](const Detail &) { return Explanation{FailureWords::tr("The first person is the superadmin."), {}}; }},
        {f::lastSuperadmin.name(), [](const Detail &) { return Explanation{FailureWords::tr("This is the last superadmin."), FailureWords::tr("Name another one first.")}; }},
        {f::wrongCredentials.name(), [](const Detail &) { return Explanation{FailureWords::tr("The e-mail address, the password or the code is not right."), FailureWords::tr("Try again.")}; }},
        {f::slowDown.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Too many attempts failed."), FailureWords::tr("Try again in %1 seconds.").arg(d["retry_after_seconds"])}; }},
        {f::signInNeeded.name(), [](const Detail &) { return Explanation{FailureWords::tr("You are no longer signed in."), FailureWords::tr("Sign in again; what you had begun is still there.")}; }},
        {f::secondFactorNeeded.name(), [](const Detail &) { return Explanation{FailureWords::tr("The code of your second factor is needed."), FailureWords::tr("Open the app on your telephone and type the six digits.")}; }},
        {f::passwordChangeNeeded.name(), [](const Detail &) { return Explanation{FailureWords::tr("A new password is needed first."), {}}; }},
        {f::invitationExpired.name(), [](const Detail &) { return Explanation{FailureWords::tr("This code is not valid, or not any more."), FailureWords::tr("Check it, or ask for a new one.")}; }},
        {f::weakPassword.name(), [](const Detail &d) {
             if (d["reason"] == QLatin1String("pin"))
                 return Explanation{FailureWords::tr("This PIN is too easy to guess."), FailureWords::tr("Take 4 to 8 digits, not all the same and not in a row.")};
             if (d["reason"] == QLatin1String("same"))
                 return Explanation{FailureWords::tr("This is the password of before."), FailureWords::tr("Choose another one.")};
             return Explanation{FailureWords::tr("This is too easy to guess."), FailureWords::tr("Take at least 8 characters, and no common word with a digit behind it.")}; }},
        {f::tenantSuspended.name(), [](const Detail &) { return Explanation{FailureWords::tr("Your organisation is suspended."), FailureWords::tr("Ask the people who run this installation.")}; }},
        {f::openTicket.name(), [](const Detail &d) { return Explanation{FailureWords::tr("Ticket %1 is still in their hands.").arg(d["number"]), FailureWords::tr("Finish it or give it to somebody else first.")}; }},
        {f::locked.name(), [](const Detail &) { return Explanation{FailureWords::tr("The key to the customers’ data is not at hand."), FailureWords::tr("Sign in with your password.")}; }},
        {"cannot_write", [](const Detail &d) { return Explanation{FailureWords::tr("The file %1 could not be written.").arg(d["path"]), FailureWords::tr("Choose another place, or make room on the disk.")}; }},
        {s::cannotOpen.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The database %1 cannot be opened.").arg(d["path"]), FailureWords::tr("Check that the folder exists and that you may write in it.")}; }},
        {s::ioError.name(), [](const Detail &d) { return Explanation{FailureWords::tr("The disk that holds %1 reported an error.").arg(d["path"]), FailureWords::tr("Check the disk and its cable; make a backup as soon as it answers.")}; }},
        {s::diverged.name(), [](const Detail &) { return Explanation{FailureWords::tr("This desktop’s log is not the branch’s any more."), FailureWords::tr("It fetches a copy from the desktop that leads; wait a moment.")}; }},
        {s::relativePath.name(), [](const Detail &d) { return Explanation{FailureWords::tr("“%1” does not start at the root of a disk.").arg(d["path"]), FailureWords::tr("Write the whole path, such as /home/me/branch.db.")}; }},
    };
    return tells;
}

} // namespace

bool hasWords(std::string_view code)
{
    return table().contains(code);
}

Explanation explain(const Failure &failure)
{
    const auto found = table().find(failure.code.name());
    if (found != table().end())
        return found->second(Detail(failure));
    const QString code = QString::fromUtf8(failure.code.name().data(), qsizetype(failure.code.name().size()));
    return {FailureWords::tr("This did not work (%1).").arg(code), FailureWords::tr("Nothing was changed. Try again.")};
}

QString failure(const Failure &failure)
{
    const Explanation explanation = explain(failure);
    return explanation.next.isEmpty() ? explanation.what : explanation.what + QLatin1Char(' ') + explanation.next;
}

} // namespace smartqueue::presentation::words
