#include "customer_source.h"

#include <algorithm>

#include "durations.h"

namespace smartqueue::simulation {

namespace {

enum class Purpose : std::uint64_t { arrivals, services, patience };

/// Neighbouring seeds, replications, classes and purposes must not meet in one stream: each step spreads what it takes in over the
/// whole word (the finaliser of SplitMix64).
std::uint64_t seedOf(std::uint64_t seed, int replication, int rank, Purpose purpose)
{
    std::uint64_t word = seed;
    for (const std::uint64_t part : {std::uint64_t(replication), std::uint64_t(rank), std::uint64_t(purpose)}) {
        word += 0x9e3779b97f4a7c15ULL * (part + 1);
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ULL;
        word = (word ^ (word >> 27)) * 0x94d049bb133111ebULL;
        word ^= word >> 31;
    }
    return word;
}

} // namespace

CustomerSource::CustomerSource(const QueueModel &model, std::uint64_t seed, int replication) : m_model(model)
{
    const auto streamFor = [&](const CustomerClass &each, Purpose purpose) { return RandomSource(seedOf(seed, replication, each.rank, purpose)); };
    for (const CustomerClass &each : model.classes) {
        m_streams.push_back({streamFor(each, Purpose::arrivals), streamFor(each, Purpose::services), streamFor(each, Purpose::patience)});
        drawArrival(m_streams.size() - 1);
    }
}

void CustomerSource::drawArrival(std::size_t classIndex)
{
    const double meanGap = double(ticksOfService) / (m_model.classes[classIndex].arrivalRate * m_model.service.mean);
    m_streams[classIndex].next += rounded(meanGap * standardExponential(m_streams[classIndex].arrivals));
}

Customer CustomerSource::next()
{
    const auto first = std::min_element(m_streams.begin(), m_streams.end(), [](const Stream &a, const Stream &b) { return a.next < b.next; });
    Customer customer;
    customer.arrivesAt = first->next;
    customer.service = drawService(first->services, m_model.service);
    if (m_model.meanPatience) {
        const double mean = double(ticksOfService) / m_model.service.mean * *m_model.meanPatience;
        customer.patience = std::max<Ticks>(1, rounded(mean * standardExponential(first->patience)));
    }
    customer.classIndex = int(first - m_streams.begin());
    customer.index = m_index++;
    drawArrival(std::size_t(customer.classIndex));
    return customer;
}

} // namespace smartqueue::simulation
