#include "replication.h"

#include <algorithm>
#include <numeric>
#include <queue>

#include "customer_source.h"
#include "kernel_branch.h"
#include "open_customers.h"

namespace smartqueue::simulation {

namespace {

/// An end of service, or of somebody's patience; the latter may have been called before.
struct Pending {
    Ticks at = 0;
    /// Ties go by the order of scheduling.
    std::int64_t order = 0;
    TicketId impatient;
    int server = 0;
};

struct Later {
    bool operator()(const Pending &a, const Pending &b) const { return a.at != b.at ? a.at > b.at : a.order > b.order; }
};

class Replication {
public:
    Replication(const QueueModel &model, std::int64_t customers, std::uint64_t seed, int replication, KernelBranch branch);

    Result<ReplicationCounts> run();

private:
    bool isCounted(const Customer &customer) const { return customer.index >= m_first && customer.index < m_first + m_customers; }
    void advance(Ticks to);
    Done arrive(const Customer &customer);
    Done end(const Pending &pending);
    Done finish(int server);
    Done call(int server);
    Done leave(TicketId ticket);
    void countWait(const Customer &customer, Ticks wait);
    void schedule(Ticks at, TicketId impatient, int server) { m_pending.push({at, m_scheduled++, impatient, server}); }

    const QueueModel &m_model;
    const std::int64_t m_customers;
    const std::int64_t m_first;
    CustomerSource m_source;
    KernelBranch m_branch;
    OpenCustomers m_waitingCustomers;
    std::priority_queue<Pending, std::vector<Pending>, Later> m_pending;
    std::vector<int> m_idle;
    std::int64_t m_scheduled = 0;
    int m_waiting = 0;
    /// Counted ones of whom it is not known yet how they fare.
    std::int64_t m_open;
    Ticks m_now = 0;
    bool m_isInWindow = false;
    ReplicationCounts m_counts;
};

Replication::Replication(const QueueModel &model, std::int64_t customers, std::uint64_t seed, int replication, KernelBranch branch)
    : m_model(model), m_customers(customers), m_first(warmUpFor(customers)), m_source(model, seed, replication), m_branch(std::move(branch)),
      m_idle(std::size_t(model.servers)), m_open(customers)
{
    // The first server is taken first.
    std::iota(m_idle.rbegin(), m_idle.rend(), 0);
    m_counts.classes.resize(model.classes.size());
    m_counts.batches.resize(batchCount);
}

Result<ReplicationCounts> Replication::run()
{
    Customer next = m_source.next();
    // Newcomers go on coming until the last counted one is called: they may go before those of lower urgency.
    while (m_open > 0) {
        const bool arrives = m_pending.empty() || next.arrivesAt < m_pending.top().at;
        Done done;
        if (arrives) {
            advance(next.arrivesAt);
            done = arrive(next);
            next = m_source.next();
        } else {
            const Pending pending = m_pending.top();
            m_pending.pop();
            advance(pending.at);
            done = end(pending);
        }
        if (!done)
            return tl::unexpected(done.error());
    }
    return std::move(m_counts);
}

void Replication::advance(Ticks to)
{
    if (m_isInWindow) {
        const Ticks step = to - m_now;
        m_counts.window += step;
        m_counts.waiting += step * m_waiting;
        m_counts.inService += step * (m_model.servers - int(m_idle.size()));
    }
    m_now = to;
}

Done Replication::arrive(const Customer &customer)
{
    m_isInWindow = customer.index >= m_first && customer.index + 1 < m_first + m_customers;
    ++m_counts.events;
    const int inService = m_model.servers - int(m_idle.size());
    if (m_model.capacity && m_waiting + inService >= *m_model.capacity) {
        if (isCounted(customer)) {
            ++m_counts.blocked;
            --m_open;
        }
        return {};
    }
    const auto ticket = m_branch.issue(m_now, customer.classIndex);
    if (!ticket)
        return tl::unexpected(ticket.error());
    m_waitingCustomers.add(*ticket, customer);
    ++m_waiting;
    if (!m_idle.empty()) {
        const int server = m_idle.back();
        m_idle.pop_back();
        return call(server);
    }
    if (isCounted(customer))
        ++m_counts.delayed;
    if (customer.patience > 0)
        schedule(m_now + customer.patience, *ticket, 0);
    return {};
}

Done Replication::end(const Pending &pending)
{
    return pending.impatient ? leave(pending.impatient) : finish(pending.server);
}

Done Replication::finish(int server)
{
    ++m_counts.events;
    if (Done completed = m_branch.complete(m_now, server); !completed)
        return completed;
    if (m_waiting > 0)
        return call(server);
    m_idle.push_back(server);
    return {};
}

Done Replication::call(int server)
{
    const auto ticket = m_branch.callAndStart(m_now, server);
    if (!ticket)
        return tl::unexpected(ticket.error());
    const Customer customer = m_waitingCustomers.take(*ticket);
    --m_waiting;
    schedule(m_now + customer.service, {}, server);
    if (isCounted(customer)) {
        ++m_counts.served;
        countWait(customer, m_now - customer.arrivesAt);
    }
    return {};
}

Done Replication::leave(TicketId ticket)
{
    if (!m_waitingCustomers.find(ticket))
        return {};
    ++m_counts.events;
    if (Done left = m_branch.abandon(m_now, ticket); !left)
        return left;
    const Customer customer = m_waitingCustomers.take(ticket);
    --m_waiting;
    if (isCounted(customer)) {
        ++m_counts.abandoned;
        countWait(customer, customer.patience);
    }
    return {};
}

void Replication::countWait(const Customer &customer, Ticks wait)
{
    m_counts.waits.add(wait);
    m_counts.classes[std::size_t(customer.classIndex)].add(wait);
    m_counts.batches[std::size_t((customer.index - m_first) * std::int64_t(batchCount) / m_customers)].add(wait);
    m_counts.histogram.add(wait);
    --m_open;
}

} // namespace

void WaitSum::add(Ticks wait)
{
    ++entered;
    waited += wait;
}

void WaitSum::add(const WaitSum &other)
{
    entered += other.entered;
    waited += other.waited;
}

std::int64_t warmUpFor(std::int64_t customers)
{
    constexpr std::int64_t part = 10;
    constexpr std::int64_t least = 100;
    return std::max(least, customers / part);
}

Result<ReplicationCounts> replicate(const QueueModel &model, std::int64_t customers, std::uint64_t seed, int replication)
{
    auto branch = KernelBranch::open(model);
    if (!branch)
        return tl::unexpected(branch.error());
    return Replication(model, customers, seed, replication, std::move(*branch)).run();
}

} // namespace smartqueue::simulation
