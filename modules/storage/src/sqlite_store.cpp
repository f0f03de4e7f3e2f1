#include "smartqueue/storage/sqlite_store.h"

#include "backup.h"
#include "check.h"
#include "clean_up.h"
#include "file_steps.h"
#include "history_reader.h"
#include "import.h"
#include "migrations.h"
#include "sqlite_event_log.h"
#include "tail_reader.h"
#include "writer_lock.h"

namespace smartqueue::storage {

namespace codes = engine::storage_failures;

namespace {

/// The same settings for every writing connection, see README.
void makeWriter(Connection &writer)
{
    writer.execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
                   "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA cache_size = -16384;"
                   "PRAGMA secure_delete = FAST; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                   "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864");
}

} // namespace

namespace {

/// Refuses what is no file, an empty file that is only to be read, and a file with a second name: two programs could then write
/// it, each with a journal and a lock of its own. Only a restore that was cut short leaves one, and knows it.
Done requireOneName(const Options &options)
{
    const auto refuse = [&](FailureCode code, const char *reason) { return fail(code, {{"path", options.path}, {"reason", reason}}); };
    std::error_code error;
    const auto path = filePath(options.path);
    if (!std::filesystem::is_regular_file(path, error))
        return refuse(codes::notADatabase, "it is not a file");
    if (!options.createIfMissing && std::filesystem::file_size(path, error) == 0)
        return refuse(codes::notADatabase, "the file is empty");
    if (std::filesystem::hard_link_count(path, error) > 1 && !error
        && !std::filesystem::equivalent(path, filePath(canonicalPath(options.path) + ".replaced"), error))
        return refuse(codes::cannotOpen, "the file has a second name, a hard link, under which another program could write it");
    return {};
}

} // namespace

SqliteStore::SqliteStore(Options options, std::unique_ptr<WriterLock> lock, std::unique_ptr<Connection> writer)
    : m_options(std::move(options)),
      m_lock(std::move(lock)),
      m_writer(std::move(writer)),
      m_log(std::make_unique<SqliteEventLog>(*m_writer, FreeSpace(m_options.path, m_options.reserveBytes),
                                             m_options.device)),
      m_identity(std::to_string(m_writer->integer("SELECT value FROM meta WHERE key = 'identity'")))
{
}

SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<engine::Store>> SqliteStore::open(const Options &options)
{
    if (const Done absolute = requireAbsolute(options.path); !absolute)
        return tl::unexpected(absolute.error());
    std::error_code error;
    const bool isThere = std::filesystem::exists(filePath(options.path), error);
    if (!isThere && !options.createIfMissing)
        return fail(codes::noDatabase, {{"path", options.path}});
    if (isThere) {
        if (const Done fit = requireOneName(options); !fit)
            return tl::unexpected(fit.error());
    }
    if (!isThere)
        std::filesystem::create_directories(filePath(options.path).parent_path(), error);
    auto lock = WriterLock::take(options.path);
    if (!lock)
        return tl::unexpected(lock.error());
    return guarded([&]() -> Result<std::unique_ptr<engine::Store>> {
        if (options.createIfMissing)
            makePrivateFile(options.path);
        auto writer = std::make_unique<Connection>(options.path, options.createIfMissing ? Access::create : Access::write,
                                                   options.vfs, options.busyTimeout);
        if (writer->isReadOnly())
            writer->raise(codes::readOnly, "the file is read-only");
        const auto migrations = embeddedMigrations();
        // Before anything is changed in a file that may be somebody else's.
        schemaVersion(*writer, migrations.back().version);
        keepToOwner(canonicalPath(options.path));
        makeWriter(*writer);
        migrate(*writer, migrations, options.reserveBytes);
        return std::unique_ptr<engine::Store>(
            new SqliteStore(options, std::move(*lock), std::move(writer)));
    });
}

engine::EventLog &SqliteStore::log()
{
    return *m_log;
}

Result<std::unique_ptr<engine::HistoryReader>> SqliteStore::openReader(SiteId site)
{
    return guarded([&]() -> Result<std::unique_ptr<engine::HistoryReader>> {
        return std::make_unique<SqliteHistoryReader>(m_options.path, m_options.vfs, m_options.busyTimeout, site);
    });
}

Result<std::unique_ptr<engine::AuditReader>> SqliteStore::openAudit()
{
    return guarded([&]() -> Result<std::unique_ptr<engine::AuditReader>> {
        return std::make_unique<SqliteAuditReader>(m_options.path, m_options.vfs, m_options.busyTimeout);
    });
}

Result<std::unique_ptr<engine::TailReader>> SqliteStore::openTail()
{
    return guarded([&]() -> Result<std::unique_ptr<engine::TailReader>> {
        return std::make_unique<SqliteTailReader>(m_options.path, m_options.vfs, m_options.busyTimeout);
    });
}

Result<std::int64_t> SqliteStore::incarnation()
{
    return guarded([&]() -> Result<std::int64_t> { return m_writer->integer("SELECT value FROM meta WHERE key = 'incarnation'"); });
}

Done SqliteStore::renewIncarnation(std::int64_t incarnation)
{
    return guarded([&]() -> Done {
        Transaction transaction(*m_writer);
        Statement(*m_writer, "UPDATE meta SET value = ? WHERE key = 'incarnation'").run(incarnation);
        transaction.commit();
        return {};
    });
}

Result<engine::ImportedCounts> SqliteStore::importTickets(const std::vector<engine::ImportedTicket> &tickets)
{
    constexpr std::uint64_t bytesOfATicket = 400;
    FreeSpace space(m_options.path, m_options.reserveBytes + tickets.size() * bytesOfATicket);
    if (const Done enough = space.require(0); !enough)
        return tl::unexpected(enough.error());
    return guarded([&]() -> Result<engine::ImportedCounts> { return storage::importTickets(*m_writer, tickets); });
}

Done SqliteStore::backup(const std::string &path)
{
    if (const Done absolute = requireAbsolute(path); !absolute)
        return absolute;
    return guarded([&]() -> Done {
        backupDatabase(m_options.path, path, m_options.vfs, m_options.busyTimeout);
        return {};
    });
}

Result<std::vector<std::string>> SqliteStore::check()
{
    return guarded([&]() -> Result<std::vector<std::string>> {
        Connection reader(m_options.path, Access::read, m_options.vfs, m_options.busyTimeout);
        makeReadOnly(reader);
        return findingsOf(reader, CheckDepth::everything);
    });
}

Result<std::int64_t> SqliteStore::cleanUp(SiteId site, Instant before)
{
    if (const Done enough = FreeSpace(m_options.path, m_options.reserveBytes).require(0); !enough)
        return tl::unexpected(enough.error());
    return guarded([&]() -> Result<std::int64_t> { return storage::cleanUp(*m_writer, site, before); });
}

std::string SqliteStore::path() const
{
    return m_options.path;
}

} // namespace smartqueue::storage
