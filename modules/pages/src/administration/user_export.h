#pragma once

#include <functional>

#include <smartqueue/presentation/console.h>

class QWidget;

namespace smartqueue::pages {

/// Asks for a file name and writes the people whom the one who sits here administers; `toast` is told how it went. Nothing where the
/// console has no files.
void exportUsers(presentation::Console &console, QWidget *parent, const std::function<void(const QString &)> &toast);

/// The same into a file that is already chosen. `receiver` gone, nobody is told.
void exportUsersTo(presentation::Console &console, const QString &path, QObject *receiver, const std::function<void(const QString &)> &toast);

} // namespace smartqueue::pages
