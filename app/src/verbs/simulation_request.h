#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "verbs/output.h"

namespace smartqueue::app {

/// What `smartqueue simulate …` was asked for, as it was written; it needs no database. Times are in the unit of the rates.
struct SimulationRequest {
    /// Without classes it is needed; with them it may only say their sum.
    std::optional<double> arrivalRate;
    double serviceMean = 0;
    /// None: exponential.
    std::optional<double> serviceScv;
    int servers = 0;
    std::optional<double> patienceMean;
    std::optional<int> capacity;
    /// "1:RATE,2:RATE"; empty: one class.
    std::string classes;
    /// A word; empty: priority where there are classes, fifo otherwise.
    std::string discipline;
    std::optional<double> sla;
    std::int64_t customers = 0;
    std::uint64_t seed = 1;
    int replications = 1;
};

int runSimulate(const SimulationRequest &, const Output &);

} // namespace smartqueue::app
