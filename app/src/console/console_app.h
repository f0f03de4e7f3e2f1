#pragma once

#include "verbs/command_line.h"

class QApplication;

namespace smartqueue::app {

/// Opens the windows on the branch of the invocation and runs until they are closed. One console per database: a second start
/// brings the first one to the front. Returns the exit code.
int runConsole(QApplication &application, const Invocation &invocation);

} // namespace smartqueue::app
