#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "verbs/command_line.h"

namespace smartqueue::app {

/// What the verbs are declared in; each writes what it reads into the invocation. Lives until the arguments are read.
struct Grammar {
    CLI::App &app;
    Invocation &invocation;
    /// The name that sim-peers was given.
    std::string plant;

    /// A verb on a database.
    CLI::App *verb(const char *name, const char *help);
};

/// What is asked and told about one branch.
void declareBranchVerbs(Grammar &grammar);
/// Several desktops of one branch.
void declarePeerVerbs(Grammar &grammar);
/// What would be, and what was foretold.
void declareStudyVerbs(Grammar &grammar);

} // namespace smartqueue::app
