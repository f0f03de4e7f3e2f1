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

void PeerWorker::lookAround(Told told, Epoch fence, Moment patience)
{
    if (m_scouting && fence > m_scouting->fence) {
        m_scouting->told.push_back([this, told, fence, patience](const replication::Inquiry &) { lookAround(told, fence, patience); });
        return;
    }
    if (m_scouting) {
        m_scouting->inquiry.wait(now(), patience);
        m_scouting->told.push_back(std::move(told));
        return;
    }
    m_scouting = Scouting{fence, replication::Inquiry(now(), patience)};
    m_scouting->told.push_back(std::move(told));
    for (const auto &[device, address] : m_addresses.all())
        dialForAnswer(device);
    // Even nobody answers in an order of its own: whoever asked may still be at work.
    QMetaObject::invokeMethod(this, &PeerWorker::passScouting, Qt::QueuedConnection);
}

void PeerWorker::dialForAnswer(const DeviceId &device)
{
    const SharedDirectory directory = m_installation.directory();
    const Device *known = directory->device(device);
    if (device == m_network->self() || !known || known->revoked)
        return;
    const PeerLink link = m_network->dial(m_addresses.addressOf(device));
    m_scouting->inquiry.dialed(link, device);
    m_dialed.emplace(link, device);
}

void PeerWorker::passScouting()
{
    if (!m_scouting)
        return;
    for (const DeviceId &device : m_scouting->inquiry.due(now()))
        dialForAnswer(device);
    if (m_scouting->inquiry.isOver(now()) || now() - m_lastTick > sleepLimit)
        finishScouting();
}

void PeerWorker::finishScouting()
{
    const Scouting scouting = std::move(*m_scouting);
    m_scouting.reset();
    for (const PeerLink link : scouting.inquiry.open()) {
        m_dialed.erase(link);
        m_network->close(link);
    }
    // What was said before a sleep is old.
    if (now() - m_lastTick > sleepLimit) {
        m_lastTick = now();
        lookAround([told = scouting.told](const replication::Inquiry &inquiry) {
            for (const Told &each : told)
                each(inquiry);
        }, scouting.fence, replication::firstLookLimit);
        return;
    }
    for (const Told &told : scouting.told)
        told(scouting.inquiry);
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
