#pragma once

#include <functional>

#include "verbs/output.h"
#include "verbs/request.h"

class QIODevice;

namespace smartqueue::app {

class PeerDesktop;

/// Whoever asked for a verb: where answers go, what they feed in, and whether they still wait. Used by the verb's thread alone.
struct Caller {
    Output output;
    /// What the file "-" stands for, open and sequential; none for verbs that take no file.
    QIODevice *input = nullptr;
    /// Asked by a script at the end of its input: whether that is not the script's, which goes on elsewhere from here.
    std::function<bool(const ScriptProgress &)> goesOnElsewhere = [](const ScriptProgress &) { return false; };
    /// The other desktops; none where the database is opened for itself.
    PeerDesktop *desktop = nullptr;
    /// Asked again and again by what takes long; true ends it early.
    std::function<bool()> gone = [] { return false; };
};

} // namespace smartqueue::app
