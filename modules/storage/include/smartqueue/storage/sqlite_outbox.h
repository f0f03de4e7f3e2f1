#pragma once

#include <memory>
#include <string>

#include <smartqueue/engine/outbox.h>

namespace smartqueue::storage {

class Connection;
class Statement;

/// An outbox in a SQLite file of its own. Made on any thread and then used by one.
class SqliteOutbox final : public engine::Outbox {
public:
    /// Makes the file where there is none. `path` is absolute, UTF-8. Fails with a code of engine::storage_failures.
    static Result<std::unique_ptr<engine::Outbox>> open(const std::string &path);
    ~SqliteOutbox() override;

    Result<std::vector<Entry>> all() override;
    Result<std::vector<Aside>> aside() override;
    Result<std::int64_t> keep(const Command &command) override;
    Done offer(std::int64_t upTo) override;
    Done drop(const std::vector<std::int64_t> &numbers) override;
    Done setAside(std::int64_t number, const Failure &why) override;

private:
    explicit SqliteOutbox(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Statement> m_all;
    std::unique_ptr<Statement> m_aside;
    std::unique_ptr<Statement> m_keep;
    std::unique_ptr<Statement> m_offer;
    std::unique_ptr<Statement> m_drop;
    std::unique_ptr<Statement> m_setAside;
};

} // namespace smartqueue::storage
