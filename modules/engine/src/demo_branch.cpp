#include "smartqueue/engine/demo_branch.h"

#include <array>
#include <map>
#include <utility>

#include <QTimer>

#include <smartqueue/analytics/alert_rules.h>
#include <smartqueue/foundation/random_source.h>

#include "smartqueue/engine/time_zones.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr auto zoneName = "Europe/Paris";
constexpr auto tick = 200ms;

struct DemoService {
    const char *prefix;
    seconds sla;
    Discipline discipline;
    double meanServiceSeconds;
    /// Arrivals an hour at the doors' busiest, before the day's shape is put on it.
    double arrivalsPerHour;
    int capacity;
};

constexpr std::array services{
    DemoService{"A", 20min, Discipline::sla, 400, 35, 32},
    DemoService{"B", 15min, Discipline::priority, 230, 32, 40},
    DemoService{"C", 10min, Discipline::fifo, 100, 30, 0},
    DemoService{"D", 20min, Discipline::fifo, 340, 4, 30},
};

struct DemoAgent {
    const char *name;
    const char *counter;
    /// Indices into `services`, by rank; −1 ends the list.
    std::array<int, 3> ranks;
};

constexpr std::array agents{
    DemoAgent{"Leïla Haddad", "3", {0, 1, 2}}, DemoAgent{"Nadia Roy", "1", {0, 1, -1}},
    DemoAgent{"Omar Diallo", "2", {0, -1, -1}}, DemoAgent{"Karim Benali", "4", {0, 1, -1}},
    DemoAgent{"Sofia Costa", "5", {1, -1, -1}}, DemoAgent{"Jonas Weber", "6", {1, 2, -1}},
    DemoAgent{"Emma Laurent", "7", {2, -1, -1}}, DemoAgent{"Marc Petit", "8", {2, -1, -1}},
    DemoAgent{"Anna Keller", "9", {3, -1, -1}},
};
constexpr std::size_t visitor = 0;
/// Two of the three who serve passports; they leave for the crisis.
constexpr std::array crisisAgents{std::size_t(1), std::size_t(3)};

constexpr std::array channels{"kiosk", "kiosk", "kiosk", "desk", "web", "app", "qr"};
constexpr std::array outcomes{"done", "done", "done", "done", "document_missing", "follow_up"};

/// Share of the busiest hour, by hours since the doors opened.
double shapeAt(double hours)
{
    constexpr std::array shape{1.0, 1.05, 1.05, 0.9, 0.6, 0.5, 0.8, 0.9, 0.7, 0.4};
    const auto hour = std::size_t(std::max(0.0, hours));
    return hour < shape.size() ? shape[hour] : 0.0;
}

Instant localInstant(int dayOffset, minutes sinceMidnight)
{
    static const TimeZone zone = timeZone(zoneName).value_or(TimeZone());
    using namespace std::chrono;
    const local_days day = local_days(2026y / November / 19d) + days(dayOffset);
    return zone.toInstant(LocalInstant(day) + sinceMidnight);
}

static_assert(std::tuple_size_v<decltype(DemoWords::errands)> == services.size());

} // namespace

Instant demoDayStart()
{
    return localInstant(0, 8h);
}

Instant demoHandOver()
{
    return localInstant(0, 9h + 40min);
}

class DemoBranch::Day : public QObject {
public:
    Day(Engine &engine, PacedClock &clock, std::uint64_t seed, DemoWords words)
        : m_engine(engine), m_clock(clock), m_words(std::move(words)), m_random(seed), m_timer(this)
    {
        m_timer.setInterval(tick);
        connect(&m_timer, &QTimer::timeout, this, [this] { liveUntil(m_clock.now()); });
    }

    Done furnish(UserId visitorsUser)
    {
        m_clock.set(localInstant(-28, 8h));
        Branch branch;
        branch.name = m_words.branch;
        branch.timeZone = zoneName;
        // Half a minute of the person at the screen.
        branch.undoWindow = seconds(std::int64_t(30 * demoSpeed));
        for (const DemoAgent &agent : agents)
            branch.counters.push_back(agent.counter);
        std::sort(branch.counters.begin(), branch.counters.end());
        if (const auto done = now(DefineBranch{branch}); !done)
            return tl::unexpected(done.error());
        for (std::size_t s = 0; s < services.size(); ++s) {
            const DemoService &item = services[s];
            Service service;
            service.name = m_words.errands[s].service;
            service.sla = item.sla;
            const auto made = now(DefineService{service});
            if (!made)
                return tl::unexpected(made.error());
            Queue queue;
            queue.name = m_words.errands[s].queue;
            queue.service = {made->entity};
            queue.discipline = item.discipline;
            queue.prefix = item.prefix;
            if (item.capacity > 0)
                queue.maxCapacity = item.capacity;
            const auto madeQueue = now(DefineQueue{queue});
            if (!madeQueue)
                return tl::unexpected(madeQueue.error());
            m_queues.push_back({madeQueue->entity});
        }
        for (const DemoAgent &item : agents) {
            Agent agent;
            agent.name = item.name;
            if (m_agents.size() == visitor)
                agent.user = visitorsUser;
            int rank = 1;
            for (const int service : item.ranks) {
                if (service >= 0)
                    agent.assignments.push_back({m_queues[std::size_t(service)], rank++});
            }
            const auto made = now(DefineAgent{agent});
            if (!made)
                return tl::unexpected(made.error());
            m_agents.push_back({made->entity});
        }
        if (const Done imported = importHistory(); !imported)
            return imported;
        openDoors();
        return {};
    }

    void fastForward(Instant until)
    {
        m_blocking = true;
        Instant nextLook = std::chrono::ceil<minutes>(m_clock.now());
        while (m_clock.now() < until) {
            const Instant next = std::min({m_plan.empty() ? until : m_plan.begin()->first, nextLook, until});
            m_clock.set(std::max(next, m_clock.now()));
            if (next == nextLook) {
                look();
                nextLook += 1min;
            } else if (!m_plan.empty() && m_plan.begin()->first <= m_clock.now()) {
                runFirst();
            }
        }
        m_blocking = false;
        m_engine.settledSnapshot().waitForFinished();
    }

    void start(double speed)
    {
        m_clock.run(speed);
        m_timer.start();
    }

    AgentId visitorsAgent() const { return m_agents.at(visitor); }

private:
    using Continuation = std::function<void(const Answer &)>;

    /// Waits for the answer; only before the day begins.
    Answer now(CommandBody body)
    {
        auto future = m_engine.submit(std::move(body));
        future.waitForFinished();
        return future.result();
    }

    void submit(CommandBody body, AgentId actor, Continuation then = {})
    {
        auto future = m_engine.submit(std::move(body), actor);
        if (m_blocking) {
            future.waitForFinished();
            if (then)
                then(future.result());
        } else if (then) {
            whenDone(std::move(future), this, std::move(then));
        }
    }

    /// A day that has been lived through has had its alerts; with a window open the monitor raises them.
    void look()
    {
        auto settled = m_engine.settledSnapshot();
        settled.waitForFinished();
        const SharedSnapshot snapshot = settled.result();
        for (CommandBody &command : m_alerts.evaluate(analytics::overviewOf(snapshot->state, m_clock.now()), snapshot->state.alerts))
            now(std::move(command));
    }

    void plan(Instant at, std::function<void()> what) { m_plan.emplace(at, std::move(what)); }
    void planIn(double seconds_, std::function<void()> what)
    {
        plan(m_clock.now() + Duration(std::int64_t(seconds_ * 1000)), std::move(what));
    }

    void runFirst()
    {
        const auto what = std::move(m_plan.begin()->second);
        m_plan.erase(m_plan.begin());
        what();
    }

    void liveUntil(Instant until)
    {
        while (!m_plan.empty() && m_plan.begin()->first <= until)
            runFirst();
    }

    Done importHistory()
    {
        std::vector<ImportedTicket> past;
        std::vector<QueueHistory> histories;
        std::int64_t number = 0;
        for (std::size_t s = 0; s < services.size(); ++s) {
            const DemoService &service = services[s];
            QueueHistory history;
            history.queue = m_queues[s];
            for (int day = -28; day < 0; ++day) {
                const auto weekday = std::chrono::weekday(std::chrono::floor<std::chrono::days>(localInstant(day, 12h)));
                if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday)
                    continue;
                const Instant doors = localInstant(day, 8h);
                for (double minute = 0; minute < 600;) {
                    minute += m_random.exponential(60.0 / service.arrivalsPerHour) / std::max(0.2, shapeAt(minute / 60.0));
                    ImportedTicket ticket;
                    ticket.number = "H" + std::to_string(++number);
                    ticket.queue = m_queues[s];
                    ticket.priority = m_random.chance(0.08) ? 5 : 0;
                    ticket.channel = channels[std::size_t(m_random.between(0, channels.size() - 1))];
                    ticket.agent = m_agents[std::size_t(m_random.between(0, std::int64_t(m_agents.size()) - 1))];
                    ticket.arrivedAt = doors + Duration(std::int64_t(minute * 60'000));
                    const double patience = m_random.exponential(5400);
                    const double wait = m_random.exponential(std::chrono::duration<double>(service.sla).count() * 0.5);
                    if (patience < wait) {
                        ticket.state = TicketState::abandoned;
                        ticket.endedAt = ticket.arrivedAt + Duration(std::int64_t(patience * 1000));
                        ++history.abandonments;
                        history.waited += *ticket.endedAt - ticket.arrivedAt;
                    } else {
                        ticket.calledAt = ticket.arrivedAt + Duration(std::int64_t(wait * 1000));
                        ticket.startedAt = *ticket.calledAt + Duration(m_random.between(8'000, 40'000));
                        const Duration length(std::int64_t(m_random.lognormal(service.meanServiceSeconds, 0.35) * 1000));
                        ticket.endedAt = *ticket.startedAt + length;
                        history.waited += *ticket.calledAt - ticket.arrivedAt;
                        history.services.push_back(length);
                    }
                    past.push_back(std::move(ticket));
                }
            }
            if (history.services.size() > 50)
                history.services.erase(history.services.begin(), history.services.end() - 50);
            histories.push_back(std::move(history));
        }
        const auto rows = std::int64_t(past.size());
        auto importing = m_engine.importTickets(std::move(past));
        importing.waitForFinished();
        if (const auto imported = importing.result(); !imported)
            return tl::unexpected(imported.error());
        m_clock.set(demoDayStart() - 15min);
        if (const auto recorded = now(RecordImport{"demo history", rows, std::move(histories)}); !recorded)
            return tl::unexpected(recorded.error());
        return {};
    }

    void openDoors()
    {
        m_clock.set(demoDayStart());
        for (std::size_t s = 0; s < services.size(); ++s)
            planArrival(s);
        for (std::size_t a = 0; a < agents.size(); ++a) {
            plan(demoDayStart() - Duration(m_random.between(10'000, 300'000)), [this, a] {
                submit(SignIn{m_agents[a], agents[a].counter}, m_agents[a], [this, a](const Answer &) { seekWork(a, 5); });
            });
        }
        const Instant crisis = demoHandOver() + 60min;
        for (const std::size_t a : crisisAgents)
            plan(crisis - 4min, [this, a] { m_wantsBreak[a] = m_words.breakReason; });
        plan(crisis - 5min, [this] { m_surgeUntil = m_clock.now() + 35min; });
        plan(crisis + 45min, [this] {
            for (const std::size_t a : crisisAgents) {
                m_wantsBreak.erase(a);
                submit(SetAgentStatus{m_agents[a], AgentStatus::available, {}}, m_agents[a]);
                seekWork(a, 5);
            }
        });
    }

    void planArrival(std::size_t s)
    {
        const double hours = std::chrono::duration<double, std::ratio<3600>>(m_clock.now() - demoDayStart()).count();
        double rate = services[s].arrivalsPerHour * shapeAt(hours);
        if (s == 0 && m_surgeUntil && m_clock.now() < *m_surgeUntil)
            rate *= 3;
        if (hours >= 9.75)
            return;
        planIn(m_random.exponential(3600.0 / std::max(rate, 1.0)), [this, s] {
            arrive(s);
            planArrival(s);
        });
    }

    void arrive(std::size_t s)
    {
        IssueTicket issue;
        issue.queue = m_queues[s];
        issue.priority = m_random.chance(0.08) ? 5 : 0;
        issue.channel = channels[std::size_t(m_random.between(0, channels.size() - 1))];
        const double patience = m_random.exponential(5400);
        submit(issue, {}, [this, s, patience](const Answer &answer) {
            if (!answer)
                return;
            m_errands[answer->ticket] = s;
            // Refused when the customer was called in time: then nobody leaves.
            planIn(patience, [this, ticket = answer->ticket] {
                submit(AbandonTicket{ticket}, {}, [this, ticket](const Answer &left) {
                    if (left)
                        m_errands.erase(ticket);
                });
            });
        });
    }

    void seekWork(std::size_t a, double afterSeconds)
    {
        planIn(afterSeconds, [this, a] {
            if (isVisitors(a))
                return;
            if (const auto reason = m_wantsBreak.find(a); reason != m_wantsBreak.end()) {
                submit(SetAgentStatus{m_agents[a], AgentStatus::paused, reason->second}, m_agents[a]);
                return;
            }
            submit(CallNext{m_agents[a]}, m_agents[a], [this, a](const Answer &answer) {
                if (answer)
                    expectCustomer(a, answer->ticket);
                else if (answer.error().code.name() != "agent_paused" && answer.error().code.name() != "agent_offline")
                    seekWork(a, m_random.exponential(12));
            });
        });
    }

    /// From the hand-over on, this desk belongs to the person at the screen: they finish what is in hand.
    bool isVisitors(std::size_t a) const { return a == visitor && m_clock.now() >= demoHandOver(); }

    void expectCustomer(std::size_t a, TicketId ticket)
    {
        if (m_random.chance(0.03)) {
            planIn(50, [this, a] {
                if (!isVisitors(a))
                    submit(RecallTicket{m_agents[a]}, m_agents[a]);
            });
            planIn(100, [this, a] {
                if (isVisitors(a))
                    return;
                submit(MarkNoShow{m_agents[a]}, m_agents[a], [this, a](const Answer &) { seekWork(a, 6); });
            });
            return;
        }
        planIn(double(m_random.between(8, 40)), [this, a, ticket] {
            if (isVisitors(a))
                return;
            submit(StartService{m_agents[a]}, m_agents[a], [this, a, ticket](const Answer &answer) {
                if (answer)
                    serve(a, ticket);
                else
                    seekWork(a, 10);
            });
        });
    }

    void serve(std::size_t a, TicketId ticket)
    {
        // Not from the snapshot: it is published a little later, and the day would depend on the machine's haste.
        const auto errand = m_errands.find(ticket);
        const std::size_t service = errand == m_errands.end() ? 0 : errand->second;
        planIn(m_random.lognormal(services[service].meanServiceSeconds, 0.35), [this, a, ticket, service] {
            if (isVisitors(a))
                return;
            const auto goOn = [this, a](const Answer &) { seekWork(a, double(m_random.between(3, 25))); };
            // Some who came for information leave with an errand.
            if (service == 2 && m_random.chance(0.08)) {
                m_errands[ticket] = 1;
                submit(TransferTicket{ticket, m_queues[1], {}}, m_agents[a], goOn);
            } else {
                m_errands.erase(ticket);
                submit(CompleteService{m_agents[a], outcomes[std::size_t(m_random.between(0, outcomes.size() - 1))]}, m_agents[a], goOn);
            }
        });
    }

    Engine &m_engine;
    PacedClock &m_clock;
    DemoWords m_words;
    RandomSource m_random;
    QTimer m_timer;
    std::multimap<Instant, std::function<void()>> m_plan;
    std::vector<QueueId> m_queues;
    std::vector<AgentId> m_agents;
    std::map<std::size_t, std::string> m_wantsBreak;
    /// What each customer came for: an index into `services`.
    std::map<TicketId, std::size_t> m_errands;
    std::optional<Instant> m_surgeUntil;
    analytics::AlertTracker m_alerts;
    bool m_blocking = false;
};

DemoBranch::DemoBranch(Engine &engine, PacedClock &clock, std::uint64_t seed, DemoWords words, QObject *parent)
    : QObject(parent), m_day(std::make_unique<Day>(engine, clock, seed, std::move(words)))
{
}

DemoBranch::~DemoBranch() = default;

Done DemoBranch::furnish(UserId visitor)
{
    return m_day->furnish(visitor);
}

void DemoBranch::fastForward(Instant until)
{
    m_day->fastForward(until);
}

void DemoBranch::start(double speed)
{
    m_day->start(speed);
}

AgentId DemoBranch::visitorsAgent() const
{
    return m_day->visitorsAgent();
}

} // namespace smartqueue::engine
