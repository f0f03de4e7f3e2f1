#pragma once

#include <memory>

#include <QList>
#include <QTemporaryDir>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/engine.h>

#include "branch/database.h"

namespace smartqueue::app {

/// The demo branch and its people in a database that goes with the program.
struct DemoParts {
    QTemporaryDir folder;
    /// Its absolute path.
    std::string database() const { return folder.filePath(QStringLiteral("demo.db")).toStdString(); }
    PacedClock clock{engine::demoDayStart()};
    SecretTools secrets;
    std::unique_ptr<engine::Installation> installation;
    std::unique_ptr<engine::DemoBranch> demo;
    /// One of each role, from the superadmin to the agent whose desk is the visitor's.
    QList<UserId> people;
    /// Who the person at the screen is to begin with: the administrator, who is shown the most of the branch.
    UserId first() const { return people.at(2); }
    engine::Engine &door(UserId user) { return installation->door(firstSite, user); }
};

/// The demo day as it stands at `until`.
Result<std::unique_ptr<DemoParts>> openDemo(Instant until);

} // namespace smartqueue::app
