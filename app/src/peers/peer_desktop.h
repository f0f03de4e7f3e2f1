#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <QObject>

#include <smartqueue/engine/peers.h>
#include <smartqueue/transport/beacon.h>
#include <smartqueue/transport/pairing_desk.h>
#include <smartqueue/transport/web_socket_network.h>

#include "branch/database.h"
#include "peers/peer_folder.h"

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
        /// A person says who leads, whatever the log says of an etcd: for one that is gone for good, on one desktop alone.
        bool withoutAuthority = false;
        bool create = false;
        /// What people call this desktop, for the others; the computer's name without one.
        std::string name = {};
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
    engine::Answer takeOver(UserId user, std::set<DeviceId> without = {});
    /// Another desktop may join, for five minutes, with the code that comes back. Fails with `not_served`, `not_host`, or as the desk does.
    Result<std::string> invite();
    /// Of the open window; empty when none is.
    std::string invitation() const;

    // What the windows ask for, without waiting.
    struct Invitation {
        std::string code;
        Duration remaining{0};
    };
    /// Others can find this desktop from here on, also where it was alone until now. Fails as open() does.
    Done beginToListen();
    /// See invite().
    QFuture<Result<Invitation>> openInvitation();
    void closeInvitation();
    /// The database is the one that this desktop writes from here on. Blocks while the engine waits for other desktops.
    void noteTakeOver();

Q_SIGNALS:
    /// The digits to be compared with those on the other screen.
    void joining(const smartqueue::Device &device, const QString &digits);
    void joined(const smartqueue::Device &device);
    /// There are peers() from here on.
    void listening();
    /// The code of an invitation that was opened just now.
    void invited(const std::string &code);
    /// Somebody tried a wrong code at this desktop's invitation.
    void wrongCodeTried(int triesLeft);
    /// One that knew the code did not join all the same.
    void joiningFailed(const smartqueue::Device &device, const smartqueue::Failure &why);
    void invitationClosed(smartqueue::transport::PairingDesk::End why);
    /// This database is another one from now on: everything built on it ends, and it is opened again.
    void outlived();

private:
    explicit PeerDesktop(Options options) : m_options(std::move(options)), m_folder(m_options.database) {}
    Done start();
    Done startPeers();
    bool isToBeFound() const { return m_options.findable || !m_options.listen.empty(); }
    /// Where any port will do, the one of before: the others remember it.
    std::string placeToListen() const;
    void noteTakeOverAside();
    /// In step with a host, its database is like any other follower's.
    void ownAgain();
    /// In the peers' thread.
    void watchDesk();
    /// Says in the network that somebody can join here, as long as the window is open.
    void callOthers();
    /// The desktops of the branch hear in the network where this one is, and it hears them: addresses change.
    void beFound();
    void learnRoster();
    /// Where the files are this desktop's own they get a mark that a copy of before has not.
    Result<engine::PeersOptions::Origin> originOfFiles();
    void admit(const Device &device, const std::string &address, std::function<void(Result<transport::PairingHandover>)> answer);

    const Options m_options;
    const PeerFolder m_folder;
    OpenDatabase m_database;
    std::optional<transport::DeviceIdentity> m_identity;
    std::unique_ptr<engine::Peers> m_peers;
    /// In the peers' thread.
    transport::PairingDesk *m_desk = nullptr;
    std::unique_ptr<transport::Beacon> m_beacon;
    std::unique_ptr<transport::BeaconListener> m_listener;
    /// See ownAgain().
    bool m_isOwn = false;
};

} // namespace smartqueue::app
