#pragma once

#include <smartqueue/engine/engine.h>

#include "caller.h"
#include "request.h"

/// What the command line can do to an open branch. Every verb runs the same in this process and behind the local socket of a
/// console that has the database open. They block: never in the GUI thread. Each returns its exit code.
namespace smartqueue::app {

/// Dispatches on request.verb.
int runVerb(const Request &request, engine::Engine &engine, const Caller &caller);

int runScript(const Request &, engine::Engine &, const Caller &);
int runReport(const Request &, engine::Engine &, const Caller &);
int runImport(const Request &, engine::Engine &, const Caller &);
int runReplay(const Request &, engine::Engine &, const Caller &);
int runBackup(const Request &, engine::Engine &, const Caller &);
int runCheck(const Request &, engine::Engine &, const Caller &);

/// Whether the verb makes a database that is not there; the others would only read an empty one.
bool createsDatabase(const std::string &verb);

// These need no open branch.
int runRestore(const Request &, const Output &);
int runBench(const Output &);
/// The demo day as a live table, until Ctrl+C.
int runTerminalDemo();

} // namespace smartqueue::app
