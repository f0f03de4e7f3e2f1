#pragma once

#include <string>

#include <QFuture>
#include <QString>
#include <QThreadPool>

namespace smartqueue::pages {

/// Who may read a file that is written.
enum class Readers { asUsual, ownerAlone };

/// Writes the whole file or none of it, in the pool. Gives what hindered it in the system's words; empty: it is there.
QFuture<QString> saveFile(QThreadPool &pool, const QString &path, std::string content, Readers readers);

} // namespace smartqueue::pages
