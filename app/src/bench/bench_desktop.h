#pragma once

#include <atomic>
#include <memory>
#include <string>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/peers.h>
#include <smartqueue/transport/device_identity.h>

#include "bench/timed_store.h"

namespace smartqueue::app {

/// A whole desktop: a database in a file, an engine, and links over TLS on this machine.
class BenchDesktop {
public:
    /// The database may be there already.
    static Result<std::unique_ptr<BenchDesktop>> open(const std::string &database);
    ~BenchDesktop();

    /// Hosts or follows from here on, as its log says.
    Done meetOthers(const std::string &hostAddress = {});
    engine::Answer now(CommandBody body, UserId user = {});
    QFuture<engine::Answer> submit(CommandBody body, UserId user = {});
    /// Of its own log.
    Sequence durable() const { return m_durable; }
    /// Waits, for a minute at most, until it follows at the end of its host's log, and the host counts on it.
    static bool meet(const BenchDesktop &host, const BenchDesktop &replica);
    bool waitUntilDurable(Sequence sequence) const;

    const transport::DeviceIdentity &identity() const { return m_identity; }
    engine::Installation &installation() { return *m_installation; }
    engine::Peers &peers() { return *m_peers; }
    TimedStore &store() { return *m_store; }

private:
    BenchDesktop(std::string database, transport::DeviceIdentity identity) : m_database(std::move(database)), m_identity(std::move(identity)) {}

    const std::string m_database;
    const transport::DeviceIdentity m_identity;
    SystemClock m_clock;
    std::atomic<Sequence> m_durable = 0;
    TimedStore *m_store = nullptr;
    std::unique_ptr<engine::Installation> m_installation;
    std::unique_ptr<engine::Peers> m_peers;
};

} // namespace smartqueue::app
