#include "file_steps.h"

#include <smartqueue/engine/event_log.h>

#include "statement.h"

namespace smartqueue::storage {

namespace codes = engine::storage_failures;

std::filesystem::path filePath(const std::string &utf8)
{
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

Done requireAbsolute(const std::string &path)
{
    if (path.find('\0') != std::string::npos || !filePath(path).is_absolute())
        return fail(codes::relativePath, {{"path", path}, {"reason", "not absolute"}});
    return {};
}

void replaceFile(const std::string &from, const std::string &to)
{
    std::error_code error;
    std::filesystem::rename(filePath(from), filePath(to), error);
    if (error)
        throw DatabaseError{Failure{codes::cannotOpen, {{"path", to}, {"reason", error.message()}}}};
}

void removeFile(const std::string &path)
{
    std::error_code ignored;
    std::filesystem::remove(filePath(path), ignored);
}

void copyDatabase(Connection &source, const std::string &target, const std::string &vfs)
{
    const std::string part = target + ".part";
    removeFile(part);
    try {
        Statement(source, "VACUUM INTO ?").run(part);
        Connection copy(part, Access::write, vfs, std::chrono::milliseconds(0));
        copy.sync();
        Statement test(copy, "PRAGMA quick_check(1)");
        auto rows = test.query();
        if (!rows.next() || rows.bytes(0) != "ok")
            copy.raise(codes::damaged, "the copy is not sound");
    } catch (...) {
        removeFile(part);
        throw;
    }
    replaceFile(part, target);
}

} // namespace smartqueue::storage
