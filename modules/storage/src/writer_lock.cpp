#include "writer_lock.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <smartqueue/engine/event_log.h>

namespace smartqueue::storage {

namespace codes = engine::storage_failures;

WriterLock::WriterLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}

WriterLock::~WriterLock() = default;

Result<std::unique_ptr<WriterLock>> WriterLock::take(const std::string &databasePath)
{
    // Two names of one file must find the same lock.
    const QString given = QString::fromStdString(databasePath);
    const QString canonical = QFileInfo(given).canonicalFilePath();
    const QString place = (canonical.isEmpty() ? given : canonical) + QStringLiteral(".lock");
    auto file = std::make_unique<QLockFile>(place);
    file->setStaleLockTime(0);
    bool taken = file->tryLock(0);
    // A dead holder's process number may be in use again, so the operating system's own lock on the file decides.
    if (!taken && file->error() == QLockFile::LockFailedError && file->removeStaleLockFile())
        taken = file->tryLock(0);
    if (taken) {
        QFile::setPermissions(place, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return std::unique_ptr<WriterLock>(new WriterLock(std::move(file)));
    }

    switch (file->error()) {
    case QLockFile::PermissionError:
        return fail(codes::readOnly, {{"path", databasePath}, {"reason", "the folder takes no lock file"}});
    case QLockFile::LockFailedError: {
        qint64 process = 0;
        QString host;
        QString program;
        file->getLockInfo(&process, &host, &program);
        return fail(codes::inUse, {{"path", databasePath},
                                   {"reason", "another process writes it"},
                                   {"process", std::to_string(process)},
                                   {"program", program.toStdString()}});
    }
    default:
        return fail(codes::cannotOpen, {{"path", databasePath}, {"reason", "the lock file cannot be made"}});
    }
}

} // namespace smartqueue::storage
