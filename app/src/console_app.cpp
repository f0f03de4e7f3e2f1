#include "console_app.h"
namespace smartqueue::app {
int runConsole(QApplication &, const Invocation &) { return 1; }
int runScreenshots(QApplication &, const Invocation::Screenshots &) { return 1; }
}
