#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/replication/host.h>
#include <smartqueue/replication/inquiry.h>
#include <smartqueue/replication/replica.h>

#include "records.h"
#include "schedule.h"
#include "world.h"

namespace smartqueue::peer_simulation {

/// One computer with its disk and its program: what the transport and the engine do for the protocol, on simulated things.
class Desktop {
public:
    enum class Power { off, running, frozen };

    Desktop(int index, World &world);

    void start();
    /// The process ends at once; `silently` with its machine.
    void crash(bool silently);
    void freeze();
    void wake();
    /// To the running process; kept while it is frozen.
    void take(const Occasion &event);

    // People.
    Power power() const { return m_power; }
    bool isRunning() const { return m_power == Power::running; }
    /// It decides, as far as its screen says.
    bool leads() const { return m_host && !m_host->isDeposed(); }
    /// It shows the branch as it is.
    bool isFollowing() const;
    /// Its disk says so: it would start as the host.
    bool isHostOnDisk() const { return m_leads; }
    /// Somebody presses a button.
    void press(int agent, const std::string &id);
    /// The admin's dialog asks the others; People::advised() follows.
    void askAround(Epoch under = 0);
    /// The admin says yes.
    void takeOver(Epoch epoch);
    /// Since it decided on its own nobody has got hold of that.
    bool workedAlone() const { return m_workedAlone; }
    void othersHaveItsWork() { m_workedAlone = false; }
    /// A backup was put in the place of its database, and it has not caught up since.
    bool isRestored() const { return m_isRestored; }

    void backUp();
    bool hasBackup() const { return m_backup.has_value(); }
    /// While it is off.
    void restoreBackup();
    void jumpClock(Duration by) { m_wallOffset = by; }
    void setDisk(Time delay, double failure);

    const std::vector<RecordIndex> &log() const { return m_log; }
    const std::set<RecordIndex> &kept() const { return m_kept; }
    bool holds(RecordIndex record) const;
    replication::Position end() const;
    /// The highest epoch that it has heard of since it started.
    Epoch epoch() const { return m_replica ? m_replica->epoch() : end().epoch; }
    bool isIdle() const { return m_operations.empty() && m_pending.empty() && m_answers.empty(); }

private:
    using Position = replication::Position;
    using Link = replication::Link;
    using Moment = replication::Moment;

    /// Who waits for an answer: an agent who sits here, or a replica.
    struct Asker {
        int agent = -1;
        Link link = 0;
    };
    struct Pending {
        std::string id;
        std::vector<Asker> askers;
    };
    struct Answer {
        Sequence needs = 0;
        Asker asker;
        std::string id;
        std::string bytes;
    };
    struct Operation {
        enum class Kind { decision, entries, takeOver, install } kind = Kind::decision;
        std::vector<RecordIndex> records;
        Epoch epoch = 0;
    };
    struct Look {
        replication::Inquiry inquiry;
        bool forAdmin = false;
        Epoch epoch = 0;
        int turn = 0;
    };
    struct Backup {
        std::vector<RecordIndex> log;
        bool leads = false;
    };

    // Process and links: desktop.cpp
    Moment moment() const;
    Instant wall() const;
    void beginAsDiskSays();
    void beginHost();
    void beginReplica(const Position &end);
    void leaveRole();
    void pass();
    void dialArrived(const Occasion &event);
    void dialAnswered(const Occasion &event);
    void dialFailed(const Occasion &event);
    void frame(const Occasion &event);
    void linkEnded(const Occasion &event);
    void toGuest(Link link, const std::string &bytes);
    void close(Link link);
    void lookAround(bool forAdmin, Epoch epoch, Moment patience = replication::lookAroundLimit);
    void dialForAnswer(int other);
    void lookAnswered(Link link, const std::string &bytes);
    void lookUnanswered(Link link, replication::NoAnswer why);
    void lookPassed(int turn);
    void passLook();
    void endLook();

    // The host: desktop_host.cpp
    void perform(replication::HostEffects effects);
    void perform(const replication::Send &effect);
    void perform(const replication::Close &effect);
    void perform(const replication::ReadEntries &effect);
    void perform(const replication::MakeSnapshot &effect);
    void perform(const replication::ReadSnapshot &effect);
    void perform(const replication::DropSnapshot &effect);
    void perform(const replication::CarryOut &effect);
    void perform(const replication::Confirm &effect);
    void perform(const replication::LookAround &effect);
    void perform(const replication::StepDown &effect);
    void stepDown();
    void submit(const std::string &id, Asker asker);
    void decideNext();
    void committed(RecordIndex record);
    void notWritten();
    void answer(const Asker &asker, const std::string &id, const std::string &bytes, Sequence needs);
    void tellConfirmed();
    void watchOthers();
    std::string snapshotOf(std::size_t size) const;

    // The replica: desktop_replica.cpp
    void follow(replication::ReplicaEffects effects);
    void perform(const replication::Connect &effect);
    void perform(const replication::AppendEntries &effect);
    void perform(const replication::BeginSnapshot &effect);
    void perform(const replication::WriteSnapshot &effect);
    void perform(const replication::TakeSnapshot &effect);
    void perform(const replication::Told &effect);
    void perform(const replication::NotTold &effect);
    void perform(const replication::CannotFollow &effect);

    // The disk: desktop_disk.cpp
    void write(Operation operation);
    void nextOperation();
    void written(int turn);
    void durable(int turn);
    bool appendEntries(const std::vector<RecordIndex> &records);
    void keepAside(std::size_t from, const std::vector<RecordIndex> &besides);

    const int m_index;
    World &m_world;
    Power m_power = Power::off;
    int m_life = 0;
    const Time m_clockStart;
    Duration m_wallOffset{};
    std::vector<Occasion> m_inbox;

    // On the disk.
    std::vector<RecordIndex> m_log;
    std::size_t m_durable = 0;
    bool m_leads = false;
    /// In the log, before the last take-over here; 0: none.
    std::size_t m_beforeTakeOver = 0;
    /// Something was confirmed here since.
    bool m_hasLed = false;
    std::set<RecordIndex> m_kept;
    /// Drawn anew at each start, in the database and beside it.
    std::int64_t m_incarnation = 0;
    std::int64_t m_incarnationBeside = 0;
    std::optional<Backup> m_backup;
    Time m_diskDelay = 2 * millisecond;
    double m_diskFailure = 0;
    std::deque<Operation> m_operations;
    int m_diskTurn = 0;

    // What people know of it.
    bool m_isRestored = false;
    bool m_workedAlone = false;
    Sequence m_aloneUpTo = 0;

    // In the process.
    std::unique_ptr<replication::Host> m_host;
    std::unique_ptr<replication::Replica> m_replica;
    std::set<Link> m_links;
    std::set<Link> m_guests;
    Link m_dialing = 0;
    int m_lastHost = 0;
    int m_nextCandidate = 0;
    std::optional<Look> m_look;
    int m_lookTurn = 0;
    std::deque<replication::HostEffect> m_hostEffects;
    bool m_performing = false;
    std::optional<replication::StepDown> m_stepDown;
    queueing::BranchState m_state;
    std::unordered_map<std::string, RecordIndex> m_results;
    std::deque<Pending> m_pending;
    bool m_deciding = false;
    std::vector<Answer> m_answers;
    std::map<Link, std::string> m_copies;
    std::string m_copy;
};

} // namespace smartqueue::peer_simulation
