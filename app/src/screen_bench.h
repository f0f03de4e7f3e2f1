#pragma once

class QApplication;
class QElapsedTimer;
class QWidget;

namespace smartqueue::engine {
class Engine;
}

namespace smartqueue::app {

/// Prints `startup_ms` (to the first painted window) as JSON and ends; with `paint` also how long a committed event takes to the
/// screen, how long frames take, and the memory in use.
int measureScreen(QApplication &application, QWidget &window, engine::Engine &engine, const QElapsedTimer &sinceStart, bool paint);

} // namespace smartqueue::app
