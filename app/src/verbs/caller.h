#pragma once

#include <functional>

#include "verbs/output.h"

class QIODevice;

namespace smartqueue::app {

class PeerDesktop;

/// Whoever asked for a verb: where answers go, what they feed in, and whether they still wait. Used by the verb's thread alone.
struct Caller {
    Output output;
    /// What the file "-" stands for, open and sequential; none for verbs that take no file.
    QIODevice *input = nullptr;
    /// The other desktops; none where the database is opened for itself.
    PeerDesktop *desktop = nullptr;
    /// Asked again and again by what takes long; true ends it early.
    std::function<bool()> gone = [] { return false; };
};

} // namespace smartqueue::app
