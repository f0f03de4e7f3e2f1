#pragma once

#include "verbs/command_line.h"

class QApplication;

namespace smartqueue::app {

/// Renders pages of the demo branch to DIR/PAGE-LANG-THEME.png. Returns the exit code.
int runScreenshots(QApplication &application, const Invocation &invocation);

} // namespace smartqueue::app
