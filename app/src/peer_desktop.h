#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <QObject>

#include <smartqueue/engine/peers.h>
#include <smartqueue/transport/pairing_desk.h>
#include <smartqueue/transport/web_socket_network.h>

#include "database.h"
#include "peer_folder.h"

namespace smartqueue::app {

/// A database with the other desktops of its installation. Alone as long as it knows none. In the thread that made it.
class PeerDesktop : public QObject {
    Q_OBJECT
public:
    struct Options {
        std::string database;
        /// "address:port" to be found at; empty: any port, on this machine alone.
        std::string listen;
        /// The others of the installation, where there are some, find this desktop in their network.
        bool findable = false;
        bool create = false;
        engine::EngineOptions engine = {};
    };

    /// Fails as the database does, as the identity does, and with `cannot_listen`.
    static Result<std::unique_ptr<PeerDesktop>> open(Options options);
    ~PeerDesktop() override;

    engine::Installation &installation() { return *m_database.installation; }
    const Clock &clock() const { return *m_database.clock; }
    /// None where the database knows no other desktop and none was asked for.
    engine::Peers *peers() { return m_peers.get(); }

    /// Blocks for some seconds at most, until a desktop that follows is in step with its host.
    void waitForHost() const;
    /// This desktop becomes the host, see engine::Peers::takeOver; blocks.
    engine::Answer takeOver(UserId user);
    /// Another desktop may join, for five minutes, with the code that comes back. Fails with `not_host`, or as the desk does.
    Result<std::string> invite();
    /// Of the open window; empty when none is.
    std::string invitation() const;

Q_SIGNALS:
    /// The digits to be compared with those on the other screen.
    void joining(const smartqueue::Device &device, const QString &digits);
    void joined(const smartqueue::Device &device);
    /// This database is another one from now on: everything built on it ends, and it is opened again.
    void outlived();

private:
    explicit PeerDesktop(Options options) : m_options(std::move(options)), m_folder(m_options.database) {}
    Done start();
    Done startPeers();
    /// Whether the database was put back from a copy of before; otherwise it gets a mark that such a copy has not.
    Result<bool> wasPutBack();
    void admit(const Device &device, std::function<void(Result<transport::PairingHandover>)> answer);

    const Options m_options;
    const PeerFolder m_folder;
    OpenDatabase m_database;
    std::optional<transport::DeviceIdentity> m_identity;
    std::unique_ptr<engine::Peers> m_peers;
    /// In the peers' thread.
    transport::PairingDesk *m_desk = nullptr;
};

/// Puts the copy that arrived from the host in the place of the database; what stood there is kept aside, see setAside(). Does
/// nothing where none arrived.
Done takeArrivedCopy(const std::string &database);
/// Where a copy from the host arrives.
std::string arrivalPlace(const std::string &database);
/// Databases that were set aside because they held what the host does not.
std::vector<std::string> setAside(const std::string &database);

} // namespace smartqueue::app
