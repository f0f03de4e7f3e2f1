#pragma once

#include <memory>
#include <string>

#include <smartqueue/foundation/result.h>

class QLockFile;

namespace smartqueue::storage {

/// "<path>.lock", held by the one process that may write. The lock of a dead process is taken over at once.
class WriterLock {
public:
    /// `database_in_use` names the holder's `process` and `program`; `database_read_only` when the folder takes no file.
    static Result<std::unique_ptr<WriterLock>> take(const std::string &databasePath);
    ~WriterLock();

private:
    explicit WriterLock(std::unique_ptr<QLockFile> file);

    std::unique_ptr<QLockFile> m_file;
};

} // namespace smartqueue::storage
