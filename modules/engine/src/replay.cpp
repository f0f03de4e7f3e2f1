#include "smartqueue/engine/replay.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <set>
#include <thread>

#include <smartqueue/domain/failures.h>
#include <smartqueue/foundation/text.h>

namespace smartqueue::engine {

namespace {

using namespace std::chrono_literals;

/// Commands under way at once; beyond it the oldest answer is waited for.
constexpr std::size_t window = 512;
/// Logs do not say when agents sign out; those not seen for this long have left.
constexpr auto seenWithin = 15min;
/// A replay that waits for its next command hears of a wish to stop within so long.
constexpr auto waitSlice = std::chrono::milliseconds(20);

enum class Step { issue, call, start, end };

struct Scheduled {
    Instant at;
    int order;
    Step step;
    std::size_t ticket;
};

/// At one instant: what frees an agent, then arrivals, calls, starts, then services of no length.
std::vector<Scheduled> scheduleOf(const std::vector<RecordedTicket> &tickets)
{
    std::vector<Scheduled> schedule;
    schedule.reserve(tickets.size() * 4);
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const RecordedTicket &t = tickets[i];
        schedule.push_back({t.arrivedAt, 1, Step::issue, i});
        Instant last = t.arrivedAt;
        if (t.outcome != RecordedTicket::Outcome::abandoned) {
            last = std::max(last, t.calledAt ? *t.calledAt : t.startedAt ? *t.startedAt : t.arrivedAt);
            schedule.push_back({last, 2, Step::call, i});
            if (t.outcome == RecordedTicket::Outcome::served) {
                last = std::max(last, t.startedAt.value_or(last));
                schedule.push_back({last, 3, Step::start, i});
            }
        }
        const Instant end = std::max(last, t.endedAt.value_or(last));
        schedule.push_back({end, end > last ? 0 : 4, Step::end, i});
    }
    std::stable_sort(schedule.begin(), schedule.end(), [](const Scheduled &a, const Scheduled &b) {
        return a.at != b.at ? a.at < b.at : a.order < b.order;
    });
    return schedule;
}

/// What the committed events say, whatever was meant: written in the engine's thread, read after it has settled.
class Ledger {
public:
    void read(const EventBatch &batch)
    {
        for (const Event &event : batch.events) {
            if (const auto *issued = std::get_if<TicketIssued>(&event)) {
                Fate &fate = m_fates[issued->ticket];
                fate.arrivedAt = batch.at;
                fate.duplicate = !m_numbers.emplace(issued->businessDay, issued->number).second;
            } else if (const auto *called = std::get_if<TicketCalled>(&event)) {
                Fate &fate = m_fates[called->ticket];
                fate.calledTwice += fate.state != TicketState::waiting;
                fate.state = TicketState::called;
                fate.waited = batch.at - fate.arrivedAt;
            } else if (const auto *completed = std::get_if<ServiceCompleted>(&event)) {
                m_fates[completed->ticket].state = TicketState::completed;
            } else if (const auto *left = std::get_if<TicketAbandoned>(&event)) {
                m_fates[left->ticket].state = TicketState::abandoned;
            } else if (const auto *absent = std::get_if<TicketNotShown>(&event)) {
                m_fates[absent->ticket].state = TicketState::noShow;
            }
        }
    }

    /// Of the replay's own tickets, whoever else was at work meanwhile; `meanWaitSeconds` is their sum over the served.
    void add(TicketId ticket, ReplayReport &report) const
    {
        const auto found = m_fates.find(ticket);
        if (found == m_fates.end())
            return;
        const Fate &fate = found->second;
        ++report.tickets;
        report.duplicateNumbers += fate.duplicate;
        report.calledTwice += fate.calledTwice;
        report.abandoned += fate.state == TicketState::abandoned;
        report.noShow += fate.state == TicketState::noShow;
        report.lost += isOpen(fate.state);
        if (fate.state == TicketState::completed) {
            ++report.served;
            report.meanWaitSeconds += std::chrono::duration<double>(fate.waited).count();
        }
    }

private:
    struct Fate {
        TicketState state = TicketState::waiting;
        Instant arrivedAt{};
        Duration waited{0};
        bool duplicate = false;
        int calledTwice = 0;
    };
    std::map<TicketId, Fate> m_fates;
    std::set<std::pair<std::int32_t, std::string>> m_numbers;
};

/// The branch lives in recorded time as long as this does.
class RecordedTime {
public:
    RecordedTime(BranchClock &clock, Instant start, double speed) : m_clock(clock), m_follows(clock.followRecording(start, speed)) {}
    ~RecordedTime()
    {
        if (m_follows)
            m_clock.leaveRecording();
    }
    RecordedTime(const RecordedTime &) = delete;
    RecordedTime &operator=(const RecordedTime &) = delete;
    explicit operator bool() const { return m_follows; }

private:
    BranchClock &m_clock;
    bool m_follows;
};

/// One person of the log, as often as they had customers at the same time.
struct Desk {
    AgentId agent;
    bool busy = false;
    bool signedIn = false;
    Instant seen{};
    std::set<QueueId> queues;
};

class Replay {
public:
    Replay(Engine &engine, std::vector<RecordedTicket> tickets) : m_engine(engine), m_tickets(std::move(tickets)) {}

    Result<ReplayReport> run(double speed, const std::function<bool(double)> &progress)
    {
        const auto begin = std::chrono::steady_clock::now();
        const auto listening = QObject::connect(&m_engine, &Engine::eventsCommitted, &m_engine,
                                                [this](const SharedBatches &batches) {
                                                    for (const EventBatch &batch : *batches)
                                                        m_ledger.read(batch);
                                                }, Qt::DirectConnection);
        const Done followed = follow(speed, progress);
        m_engine.settledSnapshot().waitForFinished();
        QObject::disconnect(listening);
        if (!followed)
            return tl::unexpected(followed.error());

        ReplayReport report;
        for (QFuture<Answer> &issued : m_issued) {
            if (const Answer answer = issued.result())
                m_ledger.add(answer->ticket, report);
        }
        report.lost += std::int64_t(m_tickets.size()) - report.tickets;
        report.commands = m_commands;
        report.refused = m_refused;
        report.meanWaitSeconds = report.served > 0 ? report.meanWaitSeconds / double(report.served) : 0;
        report.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return report;
    }

private:
    Done follow(double speed, const std::function<bool(double)> &progress)
    {
        const auto schedule = scheduleOf(m_tickets);
        m_issued.resize(m_tickets.size());
        m_deskOf.resize(m_tickets.size(), nullptr);
        if (schedule.empty())
            return {};
        const Instant start = schedule.front().at;
        const RecordedTime recorded(m_engine.clock(), start, speed);
        if (!recorded)
            return fail(failures::inUse, {{"reason", "another replay"}});
        // From here on nobody's command lies behind the recording; those before it are in this snapshot.
        auto settled = m_engine.settledSnapshot();
        settled.waitForFinished();
        m_before = settled.result();
        if (const Instant newest = m_before->state.at; start < newest)
            return fail(failures::timeBackwards, {{"at", toIso8601(start)}, {"last", toIso8601(newest)}});
        const auto wallStart = std::chrono::steady_clock::now();
        Instant nextSweep = start;
        for (std::size_t i = 0; i < schedule.size(); ++i) {
            const Scheduled &item = schedule[i];
            const auto goesOn = [&] { return !progress || progress(double(i) / double(schedule.size())); };
            m_engine.clock().goOnUntil(item.at);
            if (speed > 0) {
                const std::chrono::duration<double, std::milli> due = (item.at - start) / speed;
                if (!waitUntil(wallStart + std::chrono::duration_cast<std::chrono::steady_clock::duration>(due), goesOn))
                    return fail(FailureCode("cancelled"));
            }
            if (!goesOn())
                return fail(FailureCode("cancelled"));
            m_now = item.at;
            if (m_now >= nextSweep) {
                signOutTheAbsent();
                nextSweep = m_now + 1min;
            }
            if (const Done done = carryOut(item); !done)
                return done;
        }
        while (!m_underWay.empty())
            await();
        return {};
    }

    /// False when it shall stop meanwhile.
    template <class GoesOn>
    static bool waitUntil(std::chrono::steady_clock::time_point due, const GoesOn &goesOn)
    {
        for (auto now = std::chrono::steady_clock::now(); now < due; now = std::chrono::steady_clock::now()) {
            if (!goesOn())
                return false;
            std::this_thread::sleep_until(std::min(due, now + waitSlice));
        }
        return true;
    }

    Done carryOut(const Scheduled &item)
    {
        const RecordedTicket &ticket = m_tickets[item.ticket];
        switch (item.step) {
        case Step::issue: {
            const auto queue = queueNamed(ticket.queue);
            if (!queue)
                return tl::unexpected(queue.error());
            IssueTicket issue;
            issue.queue = *queue;
            issue.priority = ticket.priority;
            issue.channel = ticket.channel;
            m_issued[item.ticket] = m_engine.submit({{}, std::move(issue), {}, m_now});
            ++m_commands;
            return {};
        }
        case Step::call: {
            const auto queue = queueNamed(ticket.queue);
            const auto free = freeDesk(ticket.agent.empty() ? std::string("?") : ticket.agent);
            if (!free)
                return tl::unexpected(free.error());
            Desk &desk = **free;
            desk.busy = true;
            m_deskOf[item.ticket] = &desk;
            if (!desk.signedIn)
                submit(SignIn{desk.agent, {}}, desk.agent);
            desk.signedIn = true;
            if (desk.queues.insert(*queue).second)
                submit(AssignAgent{desk.agent, *queue, 1}, {});
            submit(CallTicket{desk.agent, ticketId(item.ticket), "recorded"}, desk.agent);
            return {};
        }
        case Step::start:
            submit(StartService{m_deskOf[item.ticket]->agent}, m_deskOf[item.ticket]->agent);
            return {};
        case Step::end:
            break;
        }
        if (ticket.outcome == RecordedTicket::Outcome::abandoned) {
            submit(AbandonTicket{ticketId(item.ticket)}, {});
            return {};
        }
        Desk &desk = *m_deskOf[item.ticket];
        if (ticket.outcome == RecordedTicket::Outcome::noShow)
            submit(MarkNoShow{desk.agent}, desk.agent);
        else
            submit(CompleteService{desk.agent, {}}, desk.agent);
        desk.busy = false;
        desk.seen = m_now;
        return {};
    }

    void signOutTheAbsent()
    {
        for (auto &[name, desks] : m_desks) {
            for (Desk &desk : desks) {
                if (desk.signedIn && !desk.busy && m_now - desk.seen > seenWithin) {
                    submit(SignOut{desk.agent}, desk.agent);
                    desk.signedIn = false;
                }
            }
        }
    }

    void submit(CommandBody body, AgentId actor)
    {
        m_underWay.push_back(m_engine.submit({{}, std::move(body), actor, m_now}));
        ++m_commands;
        if (m_underWay.size() > window)
            await();
    }

    void await()
    {
        m_underWay.front().waitForFinished();
        m_refused += !m_underWay.front().result().has_value();
        m_underWay.pop_front();
    }

    Answer now(CommandBody body)
    {
        auto future = m_engine.submit({{}, std::move(body), {}, m_now});
        future.waitForFinished();
        ++m_commands;
        return future.result();
    }

    TicketId ticketId(std::size_t index)
    {
        m_issued[index].waitForFinished();
        const Answer answer = m_issued[index].result();
        if (!answer)
            ++m_refused;
        return answer ? answer->ticket : TicketId{};
    }

    Result<QueueId> queueNamed(const std::string &name)
    {
        const std::string folded = foldedName(name);
        if (const auto known = m_queues.find(folded); known != m_queues.end())
            return known->second;
        for (const auto &[id, queue] : m_before->state.queues) {
            if (sameName(queue.config.name, name))
                return m_queues[folded] = id;
        }
        Queue queue;
        queue.name = name;
        for (const auto &[id, service] : m_before->state.services) {
            if (sameName(service.name, name))
                queue.service = id;
        }
        if (!queue.service) {
            Service service;
            service.name = name;
            const Answer made = now(DefineService{service});
            if (!made)
                return tl::unexpected(made.error());
            queue.service = {made->entity};
        }
        const Answer made = now(DefineQueue{queue});
        if (!made)
            return tl::unexpected(made.error());
        return m_queues[folded] = QueueId{made->entity};
    }

    Result<Desk *> freeDesk(const std::string &name)
    {
        auto &desks = m_desks[foldedName(name)];
        for (Desk &desk : desks) {
            if (!desk.busy)
                return &desk;
        }
        Agent agent;
        agent.name = desks.empty() ? name : name + " (" + std::to_string(desks.size() + 1) + ")";
        Desk desk;
        for (const auto &[id, known] : m_before->state.agents) {
            if (!sameName(known.name, agent.name))
                continue;
            desk.agent = id;
            desk.signedIn = known.status != AgentStatus::offline;
            for (const Assignment &assignment : known.assignments)
                desk.queues.insert(assignment.queue);
        }
        if (!desk.agent) {
            const Answer made = now(DefineAgent{agent});
            if (!made)
                return tl::unexpected(made.error());
            desk.agent = {made->entity};
        }
        desks.push_back(std::move(desk));
        return &desks.back();
    }

    Engine &m_engine;
    std::vector<RecordedTicket> m_tickets;
    /// The branch as the recording found it.
    SharedSnapshot m_before;
    Instant m_now{};
    std::vector<QFuture<Answer>> m_issued;
    std::vector<Desk *> m_deskOf;
    /// Both by folded name.
    std::map<std::string, std::deque<Desk>> m_desks;
    std::map<std::string, QueueId> m_queues;
    std::deque<QFuture<Answer>> m_underWay;
    std::int64_t m_commands = 0;
    std::int64_t m_refused = 0;
    Ledger m_ledger;
};

} // namespace

Result<ReplayReport> replay(Engine &engine, std::vector<RecordedTicket> tickets, double speed, const std::function<bool(double)> &progress)
{
    return Replay(engine, std::move(tickets)).run(speed, progress);
}

} // namespace smartqueue::engine
