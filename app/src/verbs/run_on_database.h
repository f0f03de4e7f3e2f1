#pragma once

#include "verbs/output.h"
#include "verbs/request.h"

namespace smartqueue::app {

/// A verb that needs the database. A program that has it open carries it out, and one that is about to open it again is waited for,
/// half a minute at most; without one, this process opens it. A script on a database that several desktops share does not keep it
/// from whoever comes to serve it: it lets go between two lines, and the others go there. Returns the exit code.
int runOnDatabase(Request request, const Output &output);

} // namespace smartqueue::app
