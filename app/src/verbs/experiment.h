#pragma once

#include <cstdint>
#include <string>

#include "verbs/output.h"

namespace smartqueue::app {

/// What `smartqueue experiment LOG …` was asked for, as it was written; it needs no database.
struct Experiment {
    struct Way {
        /// A word.
        std::string discipline = "fifo";
        /// A word.
        std::string routing = "skills";
        /// "+2" or "-1"; empty: as recorded.
        std::string agents;
    };
    /// A ticket log and its column map, absolute; without a map the columns are guessed.
    std::string file;
    std::string map;
    Way a;
    Way b;
    int slaSeconds = 600;
    std::uint64_t seed = 1;
};

int runExperiment(const Experiment &, const Output &);

} // namespace smartqueue::app
