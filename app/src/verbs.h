#pragma once

#include <smartqueue/engine/engine.h>

#include "output.h"
#include "request.h"

/// What the command line can do to an open branch. Every verb runs the same in this process and behind the local socket of a
/// console that has the database open. They block: never in the GUI thread.
namespace smartqueue::app {

/// Dispatches on request.verb; the verb is known.
int runVerb(const Request &request, engine::Engine &engine, const Output &output);

int runScript(const Request &, engine::Engine &, const Output &);
int runReport(const Request &, engine::Engine &, const Output &);
int runImport(const Request &, engine::Engine &, const Output &);
int runReplay(const Request &, engine::Engine &, const Output &);
int runBackup(const Request &, engine::Engine &, const Output &);
int runCheck(const Request &, engine::Engine &, const Output &);

/// Whether the verb needs no database of its own to exist (it would only read an empty one).
bool createsDatabase(const std::string &verb);
bool isReport(const std::string &verb);

// These need no open branch.
int runRestore(const Request &, const Output &);
int runBench(const Output &);
/// The demo day as a live table, until Ctrl+C.
int runTerminalDemo();

} // namespace smartqueue::app
