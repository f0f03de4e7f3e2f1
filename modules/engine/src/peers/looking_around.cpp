#include <algorithm>

#include "peer_worker.h"

namespace smartqueue::engine {

namespace {

/// tick() comes ten times as often: a gap is a sleep.
constexpr replication::Moment sleepLimit{1000};
/// As long as whoever comes in may think before it asks.
constexpr replication::Moment guestPatience{10'000};

} // namespace

Epoch PeerWorker::knownEpoch() const
{
    return m_host ? m_host->end().epoch : m_replica ? m_replica->epoch() : m_fed.epoch;
}

void PeerWorker::lookAround(std::function<void(const Answers &)> told, Epoch fence)
{
    if (m_scouting && fence > m_scouting->fence) {
        m_scouting->told.push_back([this, told, fence](const Answers &) { lookAround(told, fence); });
        return;
    }
    if (m_scouting) {
        m_scouting->told.push_back(std::move(told));
        return;
    }
    m_scouting.emplace();
    m_scouting->fence = fence;
    m_scouting->until = now() + replication::lookAroundLimit;
    m_scouting->told.push_back(std::move(told));
    const SharedDirectory directory = m_installation.directory();
    for (const auto &[device, address] : m_addresses.all()) {
        const Device *known = directory->device(device);
        if (device != m_network->self() && known && !known->revoked)
            dialForAnswer(device, address);
    }
    // Even nobody answers in an order of its own: whoever asked may still be at work.
    if (m_scouting->open.empty())
        QMetaObject::invokeMethod(this, [this] { finishScouting(); }, Qt::QueuedConnection);
}

void PeerWorker::dialForAnswer(const DeviceId &device, const std::string &address)
{
    const PeerLink link = m_network->dial(address);
    m_scouting->open.emplace(link, DeviceId());
    m_dialed.emplace(link, device);
}

void PeerWorker::finishScouting()
{
    const bool sleptMeanwhile = m_scouting && now() - m_lastTick > sleepLimit;
    if (!m_scouting || (!m_scouting->open.empty() && now() < m_scouting->until && !sleptMeanwhile))
        return;
    const Scouting scouting = std::move(*m_scouting);
    m_scouting.reset();
    for (const auto &[link, device] : scouting.open) {
        m_dialed.erase(link);
        m_network->close(link);
    }
    // What was said before a sleep is old.
    if (sleptMeanwhile) {
        m_lastTick = now();
        lookAround([told = scouting.told](const Answers &answers) {
            for (const auto &each : told)
                each(answers);
        }, scouting.fence);
        return;
    }
    for (const auto &told : scouting.told)
        told(scouting.answers);
}

void PeerWorker::answerGuest(PeerLink link, std::string_view bytes)
{
    const auto frame = replication::decode(bytes);
    if (!frame || frame->envelope.cluster != m_cluster || frame->envelope.from != m_linked[link] || !m_replica) {
        m_guests.erase(link);
        return act(replication::Close{link, {replication::peer_failures::unexpectedFrame, {}}});
    }
    if (const auto *asked = std::get_if<replication::WhoLeads>(&frame->message)) {
        remember(frame->envelope.from, asked->address);
        sendLoose(link, m_replica->leads(frame->envelope.epoch, frame->envelope.from, asked->address, now()), knownEpoch());
        return;
    }
    const DeviceId host = m_replica->host();
    sendLoose(link, replication::NotHost{knownEpoch(), host, m_addresses.addressOf(host)}, knownEpoch());
    m_guests.erase(link);
    act(replication::Close{link, {replication::peer_failures::notHost, {}}});
}

void PeerWorker::sendGuestsHome()
{
    std::vector<PeerLink> late;
    for (const auto &[link, since] : m_guests) {
        if (now() - since > guestPatience)
            late.push_back(link);
    }
    for (const PeerLink link : late) {
        m_guests.erase(link);
        act(replication::Close{link, {replication::peer_failures::silent, {}}});
    }
}

void PeerWorker::sendLoose(PeerLink link, replication::Message message, Epoch epoch)
{
    send(link, replication::encode({{m_cluster, m_network->self(), epoch, ++m_looseNumber}, std::move(message)}));
}

} // namespace smartqueue::engine
