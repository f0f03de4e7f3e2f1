#pragma once

#include <optional>
#include <string>
#include <vector>

#include "request.h"

namespace smartqueue::app {

/// What the program was started for.
struct Invocation {
    enum class Kind { console, screenshots, verb, bench, restore, terminalDemo, exit } kind = Kind::console;
    Request request;
    /// Console: the living demo branch in its own database.
    bool demo = false;
    /// Console: "start" or "paint", prints the screen's figures as JSON and ends; the bench's other half.
    std::string measureScreen;
    /// Exit code of Kind::exit; what was to be said has been said.
    int exitCode = 0;

    struct Screenshots {
        std::string folder;
        std::string page = "all";
        std::string language = "en";
        std::string theme = "light";
        std::string size = "1280x800";
        std::string at;
    } screenshots;
};

/// Reads the arguments; --help, --version and wrong usage are answered here.
Invocation readCommandLine(int argc, char **argv);

} // namespace smartqueue::app
