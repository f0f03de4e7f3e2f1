#include "smartqueue/learning/queue_watch.h"

#include <cmath>

#include <smartqueue/learning/wait_formulas.h>

namespace smartqueue::learning {

namespace {

/// Before anybody was served: the SLA that a service has unless told otherwise is no better guess, three minutes is usual.
constexpr double unknownService = 180;
/// What is older says no more than "old".
constexpr double oldest = 3600;
constexpr double briefly = 60;
constexpr double longService = 180;

/// The features of a row; with their names when these are asked for.
class Columns {
public:
    Columns(std::vector<float> &values, std::vector<std::string_view> *names) : m_values(values), m_names(names) {}

    void add(std::string_view name, double value)
    {
        m_values.push_back(float(value));
        if (m_names)
            m_names->push_back(name);
    }

private:
    std::vector<float> &m_values;
    std::vector<std::string_view> *m_names;
};

} // namespace

/// Who is at work, as the newcomer's queue sees it.
struct QueueWatch::Desk {
    int onDuty = 0, busy = 0, idle = 0, idleBriefly = 0;
    int serving = 0, servingBusy = 0, onOwnTickets = 0;
    double shareForQueue = 0;
    /// Services a second of those on duty, by their own means.
    double rate = 0, rateForQueue = 0;
    double elapsedSum = 0, elapsedMost = 0, elapsedLeast = oldest;
    int elapsedLong = 0;
    double shortestIdle = oldest;
    /// On duty for each queue, and how many of them serve the newcomer's as well.
    std::vector<int> onDutyFor, sharedWith;
};

class QueueWatch::Figures {
public:
    Figures(const QueueWatch &watch, const Newcomer &newcomer)
        : m_watch(watch)
        , m_newcomer(newcomer)
        , m_now(double(newcomer.at.time_since_epoch().count()) / 1000)
        , m_line(watch.m_lines[newcomer.queue])
    {
        countWaiting();
        lookAround();
    }

    WaitSituation situation(std::vector<std::string_view> *names) const
    {
        WaitSituation found;
        found.newcomer = m_newcomer;
        found.own = lineFigures(m_line, competing(), m_desk.serving);
        found.whole = lineFigures(m_watch.m_whole, m_ahead, m_desk.onDuty);
        found.agentFree = m_desk.serving > m_desk.servingBusy && m_ahead == 0;
        found.meanOfLast50 = m_line.services.last(ServiceMeans::kept);
        found.headOfLine = m_headOfLine;
        found.lastCalled = m_line.lastCalled;
        Columns columns(found.features, names);
        addCounts(columns);
        addServices(columns);
        addWaits(columns);
        addFlows(columns);
        addFormulas(columns, found);
        return found;
    }

private:
    void countWaiting()
    {
        const double place = m_watch.placeOf(m_newcomer.priority, m_now);
        m_aheadIn.resize(m_watch.m_lines.size());
        for (std::size_t queue = 0; queue < m_watch.m_lines.size(); ++queue) {
            const bool isOwn = queue == m_newcomer.queue;
            for (const Waiting &each : m_watch.m_lines[queue].waiting) {
                const bool isAhead = each.place <= place;
                ++m_waiting;
                m_aheadIn[queue] += isAhead;
                m_ahead += isAhead;
                m_highWaiting += each.isHigh;
                m_oldest = std::max(m_oldest, m_now - each.since);
                if (isOwn)
                    m_headOfLine = std::max(m_headOfLine, m_now - each.since);
            }
        }
    }

    void lookAround()
    {
        const std::size_t queues = m_watch.m_lines.size();
        m_desk.onDutyFor.resize(queues);
        m_desk.sharedWith.resize(queues);
        for (const Server &server : m_watch.m_servers) {
            if (!m_watch.isOnDuty(server, m_now))
                continue;
            look(server);
            const bool servesOwn = m_watch.serves(server, m_newcomer.queue);
            for (std::size_t queue = 0; queue < queues; ++queue) {
                const bool serves = m_watch.serves(server, queue);
                m_desk.onDutyFor[queue] += serves;
                m_desk.sharedWith[queue] += serves && servesOwn;
            }
        }
    }

    void look(const Server &server)
    {
        constexpr double quickest = 20;
        ++m_desk.onDuty;
        const double rate = 1 / std::max(quickest, server.service.valueOr(wholeMean()));
        m_desk.rate += rate;
        if (m_watch.serves(server, m_newcomer.queue)) {
            ++m_desk.serving;
            m_desk.servingBusy += server.ticket.has_value();
            m_desk.rateForQueue += rate;
            double all = 0;
            for (const double served : server.served)
                all += served;
            m_desk.shareForQueue += all > 0 ? server.served[m_newcomer.queue] / all : 0;
        }
        if (!server.ticket) {
            const double idle = m_now - server.lastSeen;
            ++m_desk.idle;
            m_desk.idleBriefly += idle < briefly;
            m_desk.shortestIdle = std::min(m_desk.shortestIdle, idle);
            return;
        }
        const double elapsed = m_now - server.busySince;
        ++m_desk.busy;
        m_desk.onOwnTickets += server.queue == m_newcomer.queue;
        m_desk.elapsedSum += elapsed;
        m_desk.elapsedMost = std::max(m_desk.elapsedMost, elapsed);
        m_desk.elapsedLeast = std::min(m_desk.elapsedLeast, elapsed);
        m_desk.elapsedLong += elapsed > longService;
    }

    double wholeMean() const { return m_watch.m_whole.services.isKnown() ? m_watch.m_whole.services.fading(1) : unknownService; }

    /// Those ahead in any queue, as far as their agents serve this one too.
    double competing() const
    {
        double sum = 0;
        for (std::size_t queue = 0; queue < m_aheadIn.size(); ++queue) {
            if (queue == m_newcomer.queue)
                sum += m_aheadIn[queue];
            else if (m_desk.onDutyFor[queue] > 0)
                sum += m_aheadIn[queue] * double(m_desk.sharedWith[queue]) / m_desk.onDutyFor[queue];
        }
        return sum;
    }

    LineFigures lineFigures(const Line &line, double ahead, int agents) const
    {
        LineFigures figures;
        figures.ahead = int(std::lround(ahead));
        figures.agents = std::max(1, agents);
        const ServiceMeans &services = line.services.isKnown() ? line.services : m_watch.m_whole.services;
        for (std::size_t memory = 0; memory < LineFigures::memories; ++memory)
            figures.meanService[memory] = services.isKnown() ? services.fading(memory) : unknownService;
        figures.patienceRate = line.patience.rate();
        return figures;
    }

    void addCounts(Columns &columns) const
    {
        columns.add("ahead", m_ahead);
        columns.add("ahead_in_queue", m_aheadIn[m_newcomer.queue]);
        columns.add("competing", competing());
        columns.add("waiting", m_waiting);
        columns.add("waiting_in_queue", double(m_line.waiting.size()));
        columns.add("waiting_high", m_highWaiting);
        static constexpr std::array<std::string_view, queuesApart> names{"ahead_0", "ahead_1", "ahead_2",
                                                                         "ahead_3", "ahead_4", "ahead_5"};
        for (std::size_t queue = 0; queue < queuesApart; ++queue)
            columns.add(names[queue], queue < m_aheadIn.size() ? m_aheadIn[queue] : 0);
        columns.add("on_duty", m_desk.onDuty);
        columns.add("busy", m_desk.busy);
        columns.add("idle", m_desk.idle);
        columns.add("idle_briefly", m_desk.idleBriefly);
        columns.add("shortest_idle", m_desk.shortestIdle);
        columns.add("serving_queue", m_desk.serving);
        columns.add("serving_queue_busy", m_desk.servingBusy);
        columns.add("share_for_queue", m_desk.shareForQueue);
        columns.add("on_tickets_of_queue", m_desk.onOwnTickets);
    }

    void addServices(Columns &columns) const
    {
        const ServiceMeans &all = m_watch.m_whole.services;
        const auto mean = [](const ServiceMeans &services, std::size_t count, double unknown) {
            return services.isKnown() ? services.last(count) : unknown;
        };
        const double usual = wholeMean();
        columns.add("mean_service_10", mean(all, 10, usual));
        columns.add("mean_service_20", mean(all, 20, usual));
        columns.add("mean_service_50", mean(all, 50, usual));
        columns.add("mean_service_200", usual);
        columns.add("mean_service_queue", mean(m_line.services, 50, usual));
        columns.add("elapsed_mean", m_desk.busy ? m_desk.elapsedSum / m_desk.busy : 0);
        columns.add("elapsed_most", m_desk.elapsedMost);
        columns.add("elapsed_least", m_desk.busy ? m_desk.elapsedLeast : 0);
        columns.add("elapsed_long", m_desk.elapsedLong);
    }

    void addWaits(Columns &columns) const
    {
        const Line &whole = m_watch.m_whole;
        columns.add("head_of_line_queue", m_headOfLine);
        columns.add("head_of_line", m_oldest);
        columns.add("last_called_queue", m_line.lastCalled);
        columns.add("last_called", whole.lastCalled);
        columns.add("last_called_ago", std::min(oldest, m_now - whole.lastCallAt));
        columns.add("last_called_queue_ago", std::min(oldest, m_now - m_line.lastCallAt));
        double sum = 0, sumOfThree = 0;
        int count = 0;
        for (auto wait = m_watch.m_lastWaits.rbegin(); wait != m_watch.m_lastWaits.rend(); ++wait) {
            sum += *wait;
            if (++count <= 3)
                sumOfThree += *wait;
        }
        columns.add("last_waits_3", count ? sumOfThree / std::min(count, 3) : 0);
        columns.add("last_waits_10", count ? sum / count : 0);
    }

    void addFlows(Columns &columns) const
    {
        const Line &whole = m_watch.m_whole;
        const auto add = [&](const Line &line, double window, std::array<std::string_view, 3> names) {
            columns.add(names[0], line.arrivals.count(m_now, window));
            columns.add(names[1], line.calls.count(m_now, window));
            columns.add(names[2], line.losses.count(m_now, window));
        };
        add(whole, 120, {"arrivals_2", "calls_2", "losses_2"});
        add(whole, 300, {"arrivals_5", "calls_5", "losses_5"});
        add(whole, 900, {"arrivals_15", "calls_15", "losses_15"});
        add(whole, 1800, {"arrivals_30", "calls_30", "losses_30"});
        add(m_line, 300, {"arrivals_queue_5", "calls_queue_5", "losses_queue_5"});
        add(m_line, 1800, {"arrivals_queue_30", "calls_queue_30", "losses_queue_30"});
        columns.add("arrivals_high_10", m_watch.m_highArrivals.count(m_now, 600));
        const auto day = std::chrono::floor<std::chrono::days>(m_newcomer.local);
        columns.add("second_of_day", std::chrono::duration<double>(m_newcomer.local - day).count());
        columns.add("weekday", std::chrono::weekday(day).c_encoding());
        columns.add("queue", double(std::min(m_newcomer.queue, queuesApart)));
        columns.add("priority", m_newcomer.priority);
    }

    void addFormulas(Columns &columns, const WaitSituation &found) const
    {
        columns.add("qls_50", qls(found.whole, found.whole.meanService[0]));
        columns.add("qls_200", qls(found.whole, found.whole.meanService[1]));
        columns.add("qlr", qlr(found.whole, found.whole.meanService[1]));
        columns.add("qls_queue", qls(found.own, found.own.meanService[0]));
        columns.add("qls_share",
                    (m_aheadIn[m_newcomer.queue] + 1) * found.own.meanService[0] / std::max(0.3, m_desk.shareForQueue));
        constexpr double slowest = 1e-4;
        columns.add("qls_by_agent", (m_ahead + 1) / std::max(slowest, m_desk.rate));
        columns.add("qls_queue_by_agent", (competing() + 1) / std::max(slowest, m_desk.rateForQueue));
    }

    const QueueWatch &m_watch;
    const Newcomer &m_newcomer;
    double m_now = 0;
    const Line &m_line;
    Desk m_desk;
    std::vector<int> m_aheadIn;
    int m_ahead = 0;
    int m_waiting = 0;
    int m_highWaiting = 0;
    double m_oldest = 0;
    double m_headOfLine = 0;
};

WaitSituation QueueWatch::situation(const Newcomer &newcomer) const
{
    return Figures(*this, newcomer).situation(nullptr);
}

const std::vector<std::string_view> &QueueWatch::featureNames()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> found;
        Figures(QueueWatch(1, {}), Newcomer()).situation(&found);
        return found;
    }();
    return names;
}

} // namespace smartqueue::learning
