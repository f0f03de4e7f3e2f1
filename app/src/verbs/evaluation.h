#pragma once

#include <string>

#include "verbs/output.h"

namespace smartqueue::app {

/// What `smartqueue evaluate SUBJECT …` was asked for; it needs no database.
struct Evaluation {
    /// "eta" or "arrivals".
    std::string subject;
    /// A ticket log or counts, absolute.
    std::string file;
    /// Column map of a log with other columns, absolute; empty: guessed.
    std::string map;
    /// Training before this local date, testing from it on.
    std::string from;
    /// Only tickets that waited.
    bool delayedOnly = false;
};

int runEvaluateEta(const Evaluation &, const Output &);
int runEvaluateArrivals(const Evaluation &, const Output &);

} // namespace smartqueue::app
