#pragma once

#include <smartqueue/engine/engine.h>
#include <smartqueue/peer_simulation/peer_simulation.h>

#include "verbs/caller.h"
#include "verbs/request.h"

/// What the command line can do to an open database. Every verb runs the same in this process and behind the local socket of a
/// console that has the database open. They block: never in the GUI thread. Each returns its exit code.
namespace smartqueue::app {

/// Signs in who asks, finds the branch, requires the verb's permission and runs it.
int runVerb(const Request &request, engine::Installation &installation, const Caller &caller);

/// Line by line, each in the branch it names; `user` is who signed in.
int runScript(const Request &, engine::Installation &, UserId user, const Caller &);

// Of one branch.
int runReport(const Request &, engine::Engine &, const Caller &);
int runCustomers(const Request &, engine::Engine &, const Caller &);
int runImport(const Request &, engine::Engine &, const Caller &);
int runReplay(const Request &, engine::Engine &, const Caller &);
/// From the branch's own history.
int runStaff(const Request &, engine::Engine &, const Caller &);
/// The rest of the day, many times over.
int runSimulateBranch(const Request &, engine::Engine &, const Caller &);
/// What to do about it, each proven on it.
int runSuggestions(const Request &, engine::Engine &, const Caller &);
int runScoreboard(const Request &, engine::Engine &, const Caller &);

// Of the whole database.
int runBackup(const Request &, engine::Installation &, UserId user, const Caller &);
int runCheck(const Request &, engine::Installation &, UserId user, const Caller &);
/// As far as the user sees them.
int runUsers(const Request &, engine::Installation &, UserId user, const Caller &);
int runAudit(const Request &, engine::Installation &, UserId user, const Caller &);

/// Of the other desktops.
int runPeers(const Request &, engine::Installation &, UserId user, const Caller &);
int runTakeOver(const Request &, engine::Installation &, UserId user, const Caller &);

/// Whether the verb makes a database that is not there; the others would only read an empty one.
bool createsDatabase(const std::string &verb);

// These need no open database.
int runRestore(const Request &, const Output &);
/// From the counts or the ticket log in Request::file.
int runStaffFile(const Request &, const Output &);
/// Until SIGTERM or Ctrl+C. Needs an event loop's thread.
int runServe(const Request &, const Output &);
/// The same.
int runPair(const Request &, const Output &);
int runBench(const Output &);
/// Refused where a seed finds something wrong.
int runSimulatedPeers(const peer_simulation::Campaign &, const Output &);
/// The demo day as a live table, until Ctrl+C.
int runTerminalDemo();

} // namespace smartqueue::app
