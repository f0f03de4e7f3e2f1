#include "customer_source.h"

#include <algorithm>

#include "durations.h"
#include "stream_seed.h"

namespace smartqueue::simulation {

namespace {

enum class Purpose : std::uint64_t { arrivals, services, patience };

} // namespace

CustomerSource::CustomerSource(const QueueModel &model, std::uint64_t seed, int replication) : m_model(model)
{
    const auto streamFor = [&](const CustomerClass &each, Purpose purpose) { return RandomSource(streamSeed(seed, {std::uint64_t(replication), std::uint64_t(each.rank), std::uint64_t(purpose)})); };
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
