#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <QFuture>
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/domain/events.h>
#include <smartqueue/engine/branch_clock.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/engine/outbox.h>
#include <smartqueue/engine/secret_ports.h>
#include <smartqueue/engine/upstream.h>
#include <smartqueue/engine/vault.h>
#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::engine {

class Credentials;
class Engine;

/// The committed branch at one moment. Immutable, shared between threads.
struct BranchSnapshot {
    queueing::BranchState state;
    TimeZone zone;
    /// The engine's time when it was published.
    Instant at{};
    /// What this desktop did without its host is in it, and no log holds that yet.
    bool isAhead = false;
};
using SharedSnapshot = std::shared_ptr<const BranchSnapshot>;
using SharedDirectory = std::shared_ptr<const accounts::Directory>;
using SharedBatches = std::shared_ptr<const std::vector<EventBatch>>;

/// What a second factor is set up with, as the person is shown it once. Nothing of it is kept before SetSecondFactor.
struct SecondFactorDraft {
    /// In base 32, as apps take it.
    std::string secret;
    /// What the QR code holds.
    std::string address;
    std::vector<std::string> recoveryCodes;
};

struct EngineOptions {
    /// Snapshots follow one another by at least this, one a frame; the last change is always published.
    Duration publishInterval{16};
    /// The daily work (clean-up, business day) and the heartbeat run. Off for tests that drive time.
    bool regularWork = true;
    /// Batches between two checkpoints, or half as many as there are tickets. A start after a crash reads so many, and those
    /// committed while the last was packed: at most four times as many.
    int checkpointEvery = 1000;
    /// Commands that wait at most; those beyond are refused with `busy`.
    std::size_t pendingLimit = 50'000;
};

/// Everything in one database: who may enter, and the branches. It owns the engine's thread, which decides and commits one
/// command after the other. Calls return at once, from any thread. Signals come from the engine's thread, after the commit, in
/// the commit order of each branch.
class Installation : public QObject {
    Q_OBJECT
public:
    /// Takes everything out of the store. The clock and what the ports name must outlive the installation. Without ports there
    /// are no users, and customers' data are kept as they come: for a branch in memory and for tests.
    static Result<std::unique_ptr<Installation>> start(std::unique_ptr<Store> store, const Clock &clock, EngineOptions options = {}, SecretPorts ports = {});
    /// Finishes what was submitted, writes a checkpoint and stops the thread. Every door is shut by then.
    ~Installation() override;

    /// From here on nothing is told before the other desktops confirm it. Null: none is asked. It outlives this.
    void confirmWith(Confirmation *confirmation);
    /// From here on commands are decided elsewhere, and the log grows by follow() alone; the regular work is the host's. Null:
    /// they are decided here. It outlives this.
    void decideElsewhere(Upstream *upstream);
    /// Whoever decided elsewhere can be asked no more, and nobody is asking when this returns: every command fails with
    /// `host_unreachable` from here on. Nothing changes where commands are decided here.
    void forgetHost();
    /// Which desktop of the installation it is. Set before anybody signs in.
    void isDesktop(DeviceId self);
    /// From here on this desktop may work without its host, and offers what it did as soon as it hears one, or leads itself. Null: it
    /// waits for the host. The outbox outlives this. Fails as its reading does.
    Done workAlone(Outbox *outbox);
    /// Now; otherwise with the regular work, each second.
    void offerWhatWasDone();
    /// Acts that no host has taken yet.
    std::size_t toOffer() const { return m_toOffer; }
    /// Acts that no host will ever take.
    std::vector<Outbox::Aside> setAside() const;
    bool follows() const { return m_upstream != nullptr; }
    /// This desktop decides from here on, as `takeOver` says, which is durable when the future is finished; what follows it waits
    /// for the confirmation.
    QFuture<Answer> decideHere(TakeOver takeOver, UserId user, Confirmation *confirmation);
    /// What the host committed, in order. Fails with `diverged` when it does not follow from this log, or with what hinders the
    /// writing; the groups before that one are durable.
    QFuture<Done> follow(std::vector<CommitGroup> groups);
    /// Where the log ends, durable.
    QFuture<Result<Position>> logEnd();
    Result<std::unique_ptr<TailReader>> openTail() const { return m_store->openTail(); }
    /// Whose session the token is, at that desktop; none when there is none or it is over. By the clock on the wall.
    std::optional<UserId> userBehind(const std::string &token, const DeviceId &desktop) const;
    /// Whether the user may be believed to have sat at that desktop: a session of theirs is open there, or nobody has to sign in.
    bool isSignedInAt(UserId user, const DeviceId &desktop) const;
    Result<std::int64_t> incarnation();
    Done renewIncarnation(std::int64_t incarnation);

    /// The door into a branch for one user; the same one every time, as long as the installation lives. UserId{}: the owner of a
    /// database without users. A site that is not known has an empty branch, and refuses commands.
    Engine &door(SiteId site, UserId user = {});
    /// Finished after the commit. A refusal changes nothing. Secrets in it are hashed first, in threads of their own: what is
    /// submitted meanwhile comes before it.
    QFuture<Answer> submit(Command command);
    /// What another desktop has done already: all of it, and nothing in between. What does not fit is kept as a conflict.
    QFuture<std::vector<Answer>> submitTogether(std::vector<Command> done);

    /// Fails with `wrong_credentials`, `slow_down` (with `retry_after_seconds`), `second_factor_needed` where a code is wanted
    /// and none came, or with what hinders the reading. Takes as long for an unknown e-mail as for a wrong password. Every
    /// attempt is on record; one that succeeds opens the vault. By the clock on the wall. `device` is what the desktop is called,
    /// `desktop` which other one it is; none: this one.
    QFuture<Result<accounts::Session>> signIn(std::string email, std::string password, std::string code, std::string device, DeviceId desktop = {});
    /// By the PIN, for a user who signed in with the password at this desktop before. Fails as signIn() does.
    QFuture<Result<accounts::Session>> signInWithPin(UserId user, std::string pin, std::string device, DeviceId desktop = {});
    /// Goes on with a session that this desktop kept, by its token; on record as a sign-in. Fails with `wrong_credentials`
    /// when it is over, or when the user has a new password or a second factor to set up first.
    QFuture<Result<accounts::Session>> resume(accounts::Session kept, std::string device, DeviceId desktop = {});
    /// Whether password and code are the user's by what this desktop holds, for whoever is about to take over from a host that
    /// cannot be asked. Nothing comes on record. Fails with `wrong_credentials`, or with `second_factor_needed` where a code is
    /// wanted and none came.
    QFuture<Done> prove(UserId user, std::string password, std::string code);
    /// Not without ports.
    SecondFactorDraft draftSecondFactor(UserId user) const;
    /// Whether an app that was given the draft shows this code now, by the clock on the wall.
    bool fits(const SecondFactorDraft &draft, const std::string &code) const;
    /// Null without ports.
    Vault *vault() { return m_vault.get(); }
    /// Whether something of the database is sealed, be the vault open or not. Blocks the calling thread.
    bool hasKey();
    /// With a key out of the keychain. Fails with `sealed` when it is not this database's. Blocks the calling thread.
    Done openVaultWithKey(SealingKey key);
    /// With the owner's passphrase, in a database without users. The first one seals what was kept open. Fails with `sealed` when
    /// it is not the one, or with what hinders the writing.
    QFuture<Done> openVaultWithPassphrase(std::string passphrase);

    SharedDirectory directory() const;
    /// Never null.
    SharedSnapshot snapshot(SiteId site) const;
    QFuture<SharedSnapshot> settledSnapshot(SiteId site);

    /// In steps, between which commands are carried out. What was added before a failure stays.
    QFuture<Result<ImportedCounts>> importTickets(SiteId site, std::vector<ImportedTicket> tickets);
    /// In the study pool, see Store; commands are carried out meanwhile.
    QFuture<Done> backup(std::string path);
    QFuture<Result<std::vector<std::string>>> check();
    /// A reader of one's own, for the calling thread.
    Result<std::unique_ptr<HistoryReader>> openReader(SiteId site) const;
    Result<std::unique_ptr<AuditReader>> openAudit() const { return m_store->openAudit(); }
    QThreadPool &studyPool() { return *m_studyPool; }

    /// The time in the branches; a replay moves it.
    const BranchClock &clock() const { return m_clock; }
    BranchClock &clock() { return m_clock; }
    std::string storePath() const;
    std::string identity() const { return m_store->identity(); }
    /// Of the last batch that was published.
    Sequence lastSequence() const { return m_lastSequence; }

Q_SIGNALS:
    void eventsCommitted(smartqueue::SiteId site, const smartqueue::engine::SharedBatches &batches);
    void snapshotChanged(smartqueue::SiteId site, const smartqueue::engine::SharedSnapshot &snapshot);
    void directoryChanged(const smartqueue::engine::SharedDirectory &directory);
    /// The engine is alive and not degraded; every second. `at` is the branch's time.
    void heartbeat(smartqueue::SiteId site, smartqueue::Instant at);
    /// Something could not be written: commands fail with what hinders it until recovered(), which a successful write brings.
    void degraded(const smartqueue::Failure &failure);
    void recovered();

private:
    class Writer;
    class SignIn;
    DeviceId self() const;
    Installation(const Clock &clock, std::unique_ptr<Store> store, SecretPorts ports);
    QFuture<Answer> enqueue(Command command);
    /// Whether prepare() has something to do that takes long.
    static bool isSlow(const CommandBody &body);
    /// Replaces what no command may carry when it is decided on; a thread of its own, where one may wait.
    Done prepare(Command &command);
    /// With what was committed before this call in it; blocks the calling thread.
    SharedDirectory settledDirectory();
    /// Beside the log, through the engine's thread; blocks the calling one.
    std::string readBeside(const std::string &key);
    void adopt(SharedDirectory directory);
    void adopt(SiteId site, SharedSnapshot snapshot);

    BranchClock m_clock;
    const Clock &m_wallClock;
    SecretPorts m_ports;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<Store> m_store;
    std::atomic<Upstream *> m_upstream = nullptr;
    std::atomic<bool> m_worksAlone = false;
    std::atomic<std::size_t> m_toOffer = 0;
    /// No host has heard of some of it: what is asked meanwhile comes after it.
    std::atomic<bool> m_isUnheard = false;
    std::unique_ptr<QThreadPool> m_studyPool;
    /// Where secrets are hashed, and where people wait for it.
    std::unique_ptr<QThreadPool> m_secretPool;
    QThread m_thread;
    Writer *m_writer = nullptr;
    /// Guards what was published or set aside, the doors, and which desktop it is.
    mutable std::mutex m_mutex;
    std::vector<Outbox::Aside> m_aside;
    DeviceId m_self;
    SharedDirectory m_directory;
    std::atomic<Sequence> m_lastSequence = 0;
    std::map<SiteId, SharedSnapshot> m_snapshots;
    std::map<std::pair<SiteId, UserId>, std::unique_ptr<Engine>> m_doors;
};

} // namespace smartqueue::engine
