#include "fault_vfs.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include <sqlite3.h>

#include <smartqueue/foundation/random_source.h>

namespace {

/// SQLite allocates it, with the real file behind it.
struct FaultFile {
    sqlite3_file base;
    FaultVfs *vfs;
    std::string *path;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

FaultFile *ours(sqlite3_file *file)
{
    return reinterpret_cast<FaultFile *>(file);
}

FaultVfs *vfsOf(sqlite3_vfs *vfs)
{
    return static_cast<FaultVfs *>(vfs->pAppData);
}

std::int64_t sizeOf(sqlite3_file *real)
{
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    return size;
}

std::string readBack(sqlite3_file *real, std::int64_t offset, std::int64_t length)
{
    std::string bytes(std::size_t(std::max<std::int64_t>(length, 0)), '\0');
    if (!bytes.empty())
        real->pMethods->xRead(real, bytes.data(), int(bytes.size()), offset);
    return bytes;
}

int closeFile(sqlite3_file *file)
{
    sqlite3_file *real = ours(file)->real();
    const int outcome = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
    delete ours(file)->path;
    return outcome;
}

int readFile(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xRead(real, bytes, length, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    FaultFile *f = ours(file);
    if (const int outcome = f->vfs->strike(SQLITE_IOERR_WRITE); outcome != SQLITE_OK)
        return outcome;
    sqlite3_file *real = f->real();
    const std::int64_t size = sizeOf(real);
    f->vfs->remember(*f->path, {offset, readBack(real, offset, std::min<std::int64_t>(length, size - offset)),
                                std::string(static_cast<const char *>(bytes), std::size_t(length)), size, false});
    return real->pMethods->xWrite(real, bytes, length, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    FaultFile *f = ours(file);
    if (const int outcome = f->vfs->strike(SQLITE_IOERR_TRUNCATE); outcome != SQLITE_OK)
        return outcome;
    sqlite3_file *real = f->real();
    const std::int64_t before = sizeOf(real);
    f->vfs->remember(*f->path, {size, readBack(real, size, before - size), {}, before, true});
    return real->pMethods->xTruncate(real, size);
}

int syncFile(sqlite3_file *file, int)
{
    FaultFile *f = ours(file);
    if (const int outcome = f->vfs->strike(SQLITE_IOERR_FSYNC); outcome != SQLITE_OK)
        return outcome;
    f->vfs->synced(*f->path);
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xFileSize(real, size);
}

int lockFile(sqlite3_file *file, int level)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xLock(real, level);
}

int unlockFile(sqlite3_file *file, int level)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xUnlock(real, level);
}

int checkReservedLock(sqlite3_file *file, int *held)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xCheckReservedLock(real, held);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    // Size hints would grow the file behind our back.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE)
        return SQLITE_OK;
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xFileControl(real, operation, argument);
}

int sectorSize(sqlite3_file *)
{
    return 512;
}

int deviceCharacteristics(sqlite3_file *)
{
    return 0;
}

int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xShmMap(real, region, size, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xShmLock(real, offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    sqlite3_file *real = ours(file)->real();
    real->pMethods->xShmBarrier(real);
}

int shmUnmap(sqlite3_file *file, int remove)
{
    sqlite3_file *real = ours(file)->real();
    return real->pMethods->xShmUnmap(real, remove);
}

const sqlite3_io_methods methods = {2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile,
                                    checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap, shmLock,
                                    shmBarrier, shmUnmap, nullptr, nullptr};

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    FaultFile *f = ours(file);
    f->base.pMethods = nullptr;
    f->vfs = vfsOf(vfs);
    sqlite3_vfs *real = f->vfs->real();
    f->real()->pMethods = nullptr;
    const int outcome = real->xOpen(real, path, f->real(), flags, outFlags);
    if (outcome != SQLITE_OK)
        return outcome;
    f->path = new std::string(path ? path : "");
    f->base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    if (vfsOf(vfs)->isDead())
        return SQLITE_IOERR_DELETE;
    sqlite3_vfs *real = vfsOf(vfs)->real();
    vfsOf(vfs)->synced(path);
    return real->xDelete(real, path, syncFolder);
}

int accessFile(sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
    sqlite3_vfs *real = vfsOf(vfs)->real();
    return real->xAccess(real, path, flags, result);
}

int fullPathname(sqlite3_vfs *vfs, const char *path, int length, char *out)
{
    sqlite3_vfs *real = vfsOf(vfs)->real();
    return real->xFullPathname(real, path, length, out);
}

/// The file as it is left after the changes, all undone and then some done again.
void lose(const std::string &path, const std::vector<FaultVfs::Unsynced> &changes, smartqueue::RandomSource &random)
{
    std::string content;
    {
        std::ifstream in(path, std::ios::binary);
        content.assign(std::istreambuf_iterator<char>(in), {});
    }
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        content.resize(std::max(content.size(), std::size_t(change->offset) + change->before.size()));
        content.replace(std::size_t(change->offset), change->before.size(), change->before);
        content.resize(std::size_t(change->sizeBefore));
    }
    const double kept = random.uniform();
    for (const auto &change : changes) {
        if (change.truncates) {
            if (random.chance(kept))
                content.resize(std::size_t(change.offset));
            continue;
        }
        constexpr std::size_t sector = 512;
        for (std::size_t from = 0; from < change.after.size(); from += sector) {
            if (!random.chance(kept))
                continue;
            const std::string piece = change.after.substr(from, sector);
            const std::size_t offset = std::size_t(change.offset) + from;
            content.resize(std::max(content.size(), offset + piece.size()));
            content.replace(offset, piece.size(), piece);
        }
    }
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(content.data(), std::streamsize(content.size()));
}

} // namespace

FaultVfs::FaultVfs() : m_real(sqlite3_vfs_find(nullptr)), m_own(new sqlite3_vfs(*m_real))
{
    m_own->pNext = nullptr;
    m_own->zName = name;
    m_own->szOsFile = int(sizeof(FaultFile)) + m_real->szOsFile;
    m_own->pAppData = this;
    m_own->xOpen = openFile;
    m_own->xDelete = deleteFile;
    m_own->xAccess = accessFile;
    m_own->xFullPathname = fullPathname;
    sqlite3_vfs_register(m_own, 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(m_own);
    delete m_own;
}

void FaultVfs::arm(int operation, int code, Strike strike)
{
    m_operations = 0;
    m_failAt = operation;
    m_code = code;
    m_strike = strike;
    m_struck = false;
}

void FaultVfs::disarm()
{
    arm(0, 0, Strike::once);
}

int FaultVfs::strike(int ioError)
{
    ++m_operations;
    const bool now = m_operations == m_failAt;
    m_struck = m_struck || now;
    if (now || isDead())
        return m_code == SQLITE_IOERR ? ioError : m_code;
    return SQLITE_OK;
}

void FaultVfs::remember(const std::string &path, Unsynced change)
{
    m_unsynced[path].push_back(std::move(change));
}

void FaultVfs::cutPower(std::uint64_t seed)
{
    smartqueue::RandomSource random(seed);
    for (const auto &[path, changes] : m_unsynced) {
        if (std::filesystem::exists(path))
            lose(path, changes, random);
        // Shared memory does not outlive the machine.
        std::string shared = path;
        if (shared.ends_with("-wal"))
            shared.resize(shared.size() - 4);
        std::filesystem::remove(shared + "-shm");
    }
    m_unsynced.clear();
}
