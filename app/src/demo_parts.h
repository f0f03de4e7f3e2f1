#pragma once

#include <memory>

#include <QTemporaryDir>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/engine.h>

namespace smartqueue::app {

/// The demo branch in a database that goes with the program.
struct DemoParts {
    QTemporaryDir folder;
    /// Its absolute path.
    std::string database() const { return folder.filePath(QStringLiteral("demo.db")).toStdString(); }
    PacedClock clock{engine::demoDayStart()};
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::DemoBranch> demo;
};

/// The demo day as it stands at `until`.
Result<std::unique_ptr<DemoParts>> openDemo(Instant until);

} // namespace smartqueue::app
