#pragma once

#include <optional>
#include <string>
#include <utility>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/peer_simulation/peer_simulation.h>

#include "verbs/evaluation.h"
#include "verbs/experiment.h"
#include "verbs/request.h"
#include "verbs/simulation_request.h"

namespace smartqueue::app {

/// What the program was started for.
struct Invocation {
    enum class Kind { console, screenshots, verb, bench, simulatedPeers, simulation, evaluation, experiment, terminalDemo, exit } kind = Kind::console;
    Request request;
    /// Console: the living demo branch in its own database.
    bool demo = false;
    /// For this run, whatever was chosen in the console; empty: not given.
    std::string language;
    std::string theme;
    /// Console: "start" or "paint", prints the screen's figures as JSON and ends; the bench's other half.
    std::string measureScreen;
    /// Of Kind::simulatedPeers.
    peer_simulation::Campaign simulated{};
    /// Of Kind::simulation.
    SimulationRequest simulation;
    /// Of Kind::evaluation.
    Evaluation evaluation;
    /// Of Kind::experiment.
    Experiment experiment;
    /// Exit code of Kind::exit; what was to be said has been said.
    int exitCode = 0;

    struct Screenshots {
        std::string folder;
        std::string page = "all";
        std::string size = "1280x800";
        std::string at;
    } screenshots;
};

/// Reads the arguments; --help, --version and wrong usage are answered here.
Invocation readCommandLine(int argc, char **argv);

/// "10:42" of the demo day, or ISO 8601 UTC; without a text the moment at which the demo is handed over.
std::optional<Instant> demoMoment(const std::string &text);
/// "1280x800" as width and height in pixels, within what a picture can be.
std::optional<std::pair<int, int>> pictureSize(const std::string &text);

} // namespace smartqueue::app
