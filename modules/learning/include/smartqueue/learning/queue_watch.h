#pragma once

#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <smartqueue/learning/recent_past.h>
#include <smartqueue/learning/wait_situation.h>

namespace smartqueue::learning {

/// Follows the queues of a branch, act by act in the order of time, and says what is known at any moment. It learns who serves
/// what, how fast and how patiently from the acts alone, because logs know neither shifts nor skills. Tickets, queues and agents
/// are numbers of the caller's choice, queues and agents from 0. Not thread-safe.
class QueueWatch {
public:
    /// Somebody without a ticket counts as on duty this long after their last sign of life.
    static constexpr std::chrono::minutes seenFor{15};
    /// From here on a ticket is one of high priority.
    static constexpr int highPriority = 5;
    /// Queues beyond these share one feature.
    static constexpr std::size_t queuesApart = 6;

    /// Tickets of high priority are called as if they had come `headStart` earlier.
    QueueWatch(std::size_t queues, Duration headStart);

    void arrive(std::size_t ticket, std::size_t queue, int priority, Instant at);
    /// From here to finish() the ticket keeps its agent. Without one, any agent of the queue who is not known by name.
    void call(std::size_t ticket, std::optional<std::size_t> agent, Instant at);
    /// The service is over, or the called customer did not come.
    void finish(std::size_t ticket, Instant at);
    /// Abandoned or cancelled while waiting.
    void leave(std::size_t ticket, Instant at);

    /// The newcomer is not part of it yet. O(waiting + agents × queues).
    WaitSituation situation(const Newcomer &newcomer) const;
    static const std::vector<std::string_view> &featureNames();

private:
    struct Waiting {
        std::size_t ticket = 0;
        double place = 0;
        double since = 0;
        bool isHigh = false;
    };
    struct Line {
        /// In calling order.
        std::vector<Waiting> waiting;
        RecentTimes arrivals, calls, losses;
        ServiceMeans services;
        Patience patience;
        double lastCalled = 0;
        double lastCallAt = longAgo;
    };
    struct Server {
        std::optional<std::size_t> ticket;
        std::size_t queue = 0;
        double busySince = 0;
        double lastSeen = longAgo;
        /// Services by queue, fading.
        std::vector<double> served;
        FadingMean service{50};
    };
    struct Underway {
        std::size_t server = 0;
        std::size_t queue = 0;
        double since = 0;
    };
    struct Desk;
    class Figures;

    double placeOf(int priority, double at) const;
    std::optional<Waiting> take(Line &line, std::size_t ticket);
    std::size_t serverFor(std::optional<std::size_t> agent, std::size_t queue);
    std::size_t addServer();
    bool isOnDuty(const Server &server, double at) const;
    bool serves(const Server &server, std::size_t queue) const;

    double m_headStart = 0;
    std::vector<Line> m_lines;
    /// All lines as one; its `waiting` stays empty.
    Line m_whole;
    RecentTimes m_highArrivals;
    /// The last waits that were longer than nothing, newest last.
    std::deque<double> m_lastWaits;
    std::vector<Server> m_servers;
    std::unordered_map<std::size_t, std::size_t> m_serverOfAgent;
    /// Servers without a name, by queue.
    std::vector<std::vector<std::size_t>> m_nameless;
    std::unordered_map<std::size_t, std::size_t> m_queueOfWaiting;
    std::unordered_map<std::size_t, Underway> m_underway;
};

} // namespace smartqueue::learning
