#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QAbstractListModel>
#include <QString>

#include <smartqueue/engine/engine.h>

namespace smartqueue::presentation {

/// The outcomes that have a key of their own; a fourth is typed.
inline constexpr const char *outcomeDone = "done";
inline constexpr const char *outcomeDocumentMissing = "document_missing";
inline constexpr const char *outcomeFollowUp = "follow_up";

/// The ticket in an agent's hands, in the order of the conversation.
struct DeskTicket {
    TicketId id;
    QString number;
    QString service;
    QString queue;
    int priority = 0;
    QString channel;
    TicketState state = TicketState::called;
    Instant calledAt{};
    std::optional<Instant> startedAt;
    /// Until the call, over all legs.
    Duration waited{0};
    /// Text of the promised range, empty without a promise.
    QString promise;
    bool asPromised = false;
    /// Time on hold before the service and inside it, not counted by the timer.
    Duration heldBefore{0};
    Duration held{0};
    std::optional<std::pair<Duration, Duration>> usual;
    int recalls = 0;
    bool noted = false;
};

struct OwnQueue {
    QueueId id;
    int rank = 0;
    QString name;
    int waiting = 0;
    QueueStatus status = QueueStatus::active;
    /// "38–52 min", empty when nobody serves it.
    QString estimate;

    friend bool operator==(const OwnQueue &, const OwnQueue &) = default;
};

struct UpcomingTicket {
    TicketId id;
    QString number;
    QString queue;
    /// Why it stands where it stands.
    QString reason;
    std::chrono::minutes waited{0};

    friend bool operator==(const UpcomingTicket &, const UpcomingTicket &) = default;
};

struct HeldTicket {
    TicketId id;
    QString number;
    QString queue;
    QString reason;
    Instant since{};
    bool canResume = false;
};

/// One of the agent's last tickets.
struct LastTicket {
    TicketId id;
    QString number;
    QString queue;
    LegEnd end = LegEnd::open;
    Instant from{};
    Instant until{};
    /// How many undos lead back behind it; 0: final.
    int undoSteps = 0;
};

/// What may be done now, as the engine would answer.
struct DeskActions {
    enum class Main { none, callNext, start, finish, finishAndCallNext };

    Main main = Main::none;
    bool recall = false;
    bool noShow = false;
    bool transfer = false;
    bool hold = false;
    /// Into a break, or arming it during service.
    bool pause = false;
    /// Out of the break, or taking the armed one back.
    bool resumeWork = false;
    bool signOut = false;
    /// The agent's newest act can be taken back.
    bool undo = false;

    friend bool operator==(const DeskActions &, const DeskActions &) = default;
};

/// Everything an agent's screen shows, from one snapshot. Texts in the language of when it was made.
struct DeskFacts {
    AgentId agent;
    QString agentName;
    QString counter;
    AgentStatus status = AgentStatus::offline;
    QString statusReason;
    Instant statusSince{};
    /// Those to choose from; empty: the usual ones.
    std::vector<BreakReason> breakReasons;
    /// Of the break that is on.
    std::optional<std::chrono::minutes> breakLimit;
    bool breakArmed = false;
    QString armedReason;
    std::optional<DeskTicket> current;
    std::vector<OwnQueue> queues;
    int waiting = 0;
    std::vector<UpcomingTicket> upcoming;
    /// How the next one is chosen, in one sentence.
    QString rule;
    std::vector<HeldTicket> held;
    /// Newest first; the ticket in hand leads while its call is what undo takes back.
    std::vector<LastTicket> last;
    DeskActions actions;

    bool isSignedIn() const { return status != AgentStatus::offline; }
};

inline constexpr std::size_t upcomingShown = 12;
inline constexpr std::size_t lastShown = 4;

/// `agent` may be gone: then nobody is signed in. O(agents + tickets).
DeskFacts deskFacts(const engine::BranchSnapshot &snapshot, AgentId agent, Instant now);

/// The timer of the ticket in hand: service, or the time since the call, without holds.
Duration deskTimer(const DeskTicket &ticket, Instant now);

/// The agent's queues in rank order. Roles carry the facts; DisplayRole says a row in words.
class OwnQueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { rankRole = Qt::UserRole + 1, nameRole, waitingRole, estimateRole, statusRole };
    using QAbstractListModel::QAbstractListModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Changes only the rows that differ.
    void show(std::vector<OwnQueue> queues);

private:
    std::vector<OwnQueue> m_queues;
};

/// Who is called next, first to be called first.
class UpcomingModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ticketRole = Qt::UserRole + 1, numberRole, queueRole, reasonRole, waitedRole };
    using QAbstractListModel::QAbstractListModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void show(std::vector<UpcomingTicket> tickets);

private:
    std::vector<UpcomingTicket> m_tickets;
};

} // namespace smartqueue::presentation
