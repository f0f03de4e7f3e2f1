#include "file_steps.h"

#include <fstream>

#include <QFile>

#include <sqlite3.h>

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

std::string canonicalPath(const std::string &path)
{
    std::error_code error;
    const auto canonical = std::filesystem::weakly_canonical(filePath(path), error);
    if (error)
        return path;
    const std::u8string utf8 = canonical.u8string();
    return std::string(utf8.begin(), utf8.end());
}

bool fileExists(const std::string &path)
{
    std::error_code ignored;
    return std::filesystem::exists(filePath(path), ignored);
}

void makePrivateFile(const std::string &path)
{
    QFile(QString::fromStdString(path)).open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void keepToOwner(const std::string &path)
{
    using std::filesystem::perms;
    for (const char *side : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::permissions(filePath(path + side), perms::group_all | perms::others_all, std::filesystem::perm_options::remove, ignored);
    }
}

void keepFile(const std::string &from, const std::string &to)
{
    removeFile(to);
    std::error_code error;
    std::filesystem::create_hard_link(filePath(from), filePath(to), error);
    if (!error)
        return;
    // Some file systems know no second name of a file.
    std::filesystem::copy_file(filePath(from), filePath(to), error);
    if (error)
        throw DatabaseError{Failure{codes::cannotOpen, {{"path", to}, {"reason", error.message()}}}};
    Connection(to, Access::write, {}, std::chrono::milliseconds(0)).sync();
}

void syncFolderOf(const std::string &path)
{
    // SQLite's file layer knows how to bring a folder to the disk on every platform; it does so where it deletes a file.
    const std::string passing = path + ".sync";
    std::ofstream(filePath(passing)).flush();
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    if (const int outcome = vfs->xDelete(vfs, passing.c_str(), 1); outcome != SQLITE_OK)
        throw DatabaseError{failureOf(outcome, path, sqlite3_errstr(outcome))};
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
    const std::string place = canonicalPath(target);
    const std::string part = place + ".part";
    removeFile(part);
    std::error_code none;
    if (!std::filesystem::is_directory(filePath(place).parent_path(), none))
        throw DatabaseError{Failure{codes::cannotOpen, {{"path", place}, {"reason", "its folder does not exist"}}}};
    makePrivateFile(part);
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
    replaceFile(part, place);
    syncFolderOf(place);
}

} // namespace smartqueue::storage
