#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <smartqueue/engine/peers.h>

namespace smartqueue::presentation {

/// A log that was put aside because it held what the branch does not.
struct AsideLog {
    QString path;
    /// What it alone holds.
    int entries = 0;
    Instant first{};
    Instant last{};
    /// Those that it is about, in the order of their ids.
    std::vector<TicketId> tickets;
    std::optional<Failure> unreadable;
};

/// Another desktop may join with it.
struct PeerInvitation {
    QString code;
    /// "address:port" of this desktop.
    QString address;
    std::chrono::milliseconds remaining{0};
};

/// Port: the other desktops, as the windows see them. GUI thread; calls return at once.
class BranchPeers : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    enum class InvitationEnd {
        /// By hand, or because another code was asked for.
        stopped,
        joined,
        expired,
        tooManyTries,
        /// Somebody may have been in between, and knows the code.
        digitsDiffered
    };

    /// None as long as this desktop has never listened for others.
    virtual std::optional<engine::PeersStatus> status() const = 0;

    /// Opens an invitation, or an open one anew under another code; begins to listen first where this desktop was alone. Fails
    /// with `not_host`, with `cannot_listen`, or as the identity of the desktop does.
    virtual QFuture<Result<PeerInvitation>> invite() = 0;
    virtual void closeInvitation() = 0;

    virtual QFuture<replication::TakeOverAdvice> lookAround() = 0;
    /// See engine::Peers::takeOver().
    virtual QFuture<engine::Answer> takeOver(UserId user, std::set<DeviceId> without) = 0;

    virtual QFuture<std::vector<AsideLog>> setAside() = 0;
    /// The log stays where it is, under a name that says that somebody has dealt with it. Fails with `io_error`.
    virtual QFuture<Done> settle(const QString &path) = 0;

Q_SIGNALS:
    /// What status() says; several times a second.
    void changed();
    /// The digits are to be compared with those on the other screen.
    void joining(const smartqueue::Device &device, const QString &digits);
    void joined(const smartqueue::Device &device);
    /// Somebody tried a wrong code; so many more tries are left.
    void wrongCodeTried(int triesLeft);
    /// One that knew the code did not become one of the branch all the same; one of transport's pairing_failures.
    void joiningFailed(const smartqueue::Device &device, const smartqueue::Failure &why);
    void invitationClosed(smartqueue::presentation::BranchPeers::InvitationEnd why);
};

/// A desktop that says that it can be joined; nobody has proved it yet.
struct FoundBranch {
    QString name;
    QString address;
};

/// Port: how this desktop becomes one of a branch that runs already. One attempt at a time. GUI thread; calls return at once.
class BranchJoiner : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Listens for invitations from here on.
    virtual void look() = 0;
    /// The last heard first.
    virtual QList<FoundBranch> found() const = 0;
    /// Where it was joined last, or tried; empty: never.
    virtual QString rememberedAddress() const = 0;
    /// Ends an attempt under way.
    virtual void join(const QString &address, const QString &code) = 0;
    /// Whether the other screen shows the same digits.
    virtual void answer(bool same) = 0;
    virtual void cancel() = 0;
    /// After arrived(): every window closes, and they open again on what arrived.
    virtual void open() = 0;

Q_SIGNALS:
    void foundChanged();
    void digitsShown(const QString &digits, const QString &host);
    /// This desktop is one of the branch's, and the copy begins.
    void admitted(const QString &host);
    /// In bytes; `all` is 0 while nobody knows.
    void copied(qint64 there, qint64 all);
    void arrived();
    void failed(const smartqueue::Failure &why);
};

} // namespace smartqueue::presentation
