#pragma once

class QApplication;

namespace smartqueue::engine {
class Engine;
class Monitor;
}

namespace smartqueue::pages {
class MainWindow;
}

namespace smartqueue::app {

/// Says `paintedLine` on stdout once the window is painted, and ends; with `paint` a line of JSON follows: how long it takes from a
/// command's submission to a screen that shows it, how long frames take, how long the
/// ticket list keeps the window from answering, and the memory in use.
int measureScreen(QApplication &application, pages::MainWindow &window, engine::Engine &engine, engine::Monitor &monitor, bool paint);

inline constexpr char paintedLine[] = "painted";

} // namespace smartqueue::app
