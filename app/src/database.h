#pragma once

#include <memory>
#include <string>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/history.h>

namespace smartqueue::app {

/// `--db` (path or sqlite:////…), else DATABASE_URL, else branch.db in the platform's data folder. Always absolute; a relative
/// one is refused.
Result<std::string> databasePath(const std::string &option);

/// A database with an engine on it, in this process.
struct OpenBranch {
    std::unique_ptr<Clock> clock;
    std::unique_ptr<engine::Engine> engine;
};
/// Runs on the system's clock.
Result<OpenBranch> openBranch(const std::string &path, bool createIfMissing, engine::EngineOptions options);

} // namespace smartqueue::app
