#include "smartqueue/transport/pairing_desk.h"

#include <algorithm>

#include <QSslCertificate>
#include <QWebSocket>

#include <smartqueue/engine/secret_ports.h>

#include "certificates.h"
#include "digests.h"
#include "pairing_hosting.h"
#include "pairing_proof.h"

namespace smartqueue::transport {

namespace {

/// Devices that one window hears of; with more of them somebody plays with it.
constexpr std::size_t mostCommitments = 64;

} // namespace

PairingDesk::PairingDesk(DeviceIdentity identity, PairingHost host, PairingLimits limits, QObject *parent)
    : QObject(parent), m_identity(std::move(identity)), m_host(std::move(host)), m_limits(limits)
{
    m_window.setSingleShot(true);
    m_window.setTimerType(Qt::PreciseTimer);
    m_pool.setMaxThreadCount(1);
    connect(&m_window, &QTimer::timeout, this, [this] { closeFor(End::expired); });
}

PairingDesk::~PairingDesk()
{
    for (PairingHosting *hosting : m_hostings)
        delete hosting;
}

Result<std::string> PairingDesk::open()
{
    const auto random = randomBytes(16);
    if (!random)
        return fail(engine::secret_failures::noCryptography);
    const bool wasOpen = isOpen();
    if (wasOpen)
        closeFor(End::byHand);
    m_code = pairingCodeFrom(*random);
    m_commitments.clear();
    m_wrongTries.clear();
    m_triesLeft = m_limits.tries;
    m_triesUnderWay = 0;
    m_until = QDeadlineTimer(m_limits.window, Qt::PreciseTimer);
    m_window.start(m_limits.window);
    Q_EMIT opened();
    return code();
}

void PairingDesk::close()
{
    closeFor(End::byHand);
}

std::string PairingDesk::code() const
{
    return isOpen() ? shownPairingCode(m_code) : std::string();
}

Duration PairingDesk::remaining() const
{
    return isOpen() ? Duration(m_until.remainingTime()) : Duration(0);
}

void PairingDesk::closeFor(End why)
{
    if (!isOpen())
        return;
    m_code.clear();
    m_window.stop();
    const std::vector<PairingHosting *> under = m_hostings;
    for (PairingHosting *hosting : under) {
        if (!hosting->isAdmitting())
            hosting->refuse(Failure{pairing_failures::closed});
    }
    Q_EMIT closed(why);
}

bool PairingDesk::receive(QWebSocket *socket, const QSslCertificate &certificate)
{
    auto device = deviceOf(certificate);
    if (!isOpen() || !device || device->id == m_identity.id())
        return false;
    socket->setParent(this);
    const auto hosting = new PairingHosting(*this, socket, std::move(*device));
    m_hostings.push_back(hosting);
    if (int(m_hostings.size()) > m_limits.conversations)
        whoGivesWay()->refuse(Failure{pairing_failures::busy});
    return true;
}

PairingHosting *PairingDesk::whoGivesWay() const
{
    const auto fromPlaceOf = [&](const PairingHosting *hosting) {
        return std::count_if(m_hostings.begin(), m_hostings.end(), [&](const PairingHosting *other) { return other->place() == hosting->place(); });
    };
    PairingHosting *found = m_hostings.back();
    for (PairingHosting *hosting : m_hostings) {
        if (!hosting->knowsCode() && fromPlaceOf(hosting) > fromPlaceOf(found))
            found = hosting;
    }
    return found;
}

int PairingDesk::wrongTriesOf(const DeviceId &device) const
{
    const auto known = m_wrongTries.find(device);
    return known == m_wrongTries.end() ? 0 : known->second;
}

bool PairingDesk::isWhatItSaidBefore(const DeviceId &device, int wrongTries, const std::string &commitment)
{
    const auto known = m_commitments.find({device, wrongTries});
    if (known != m_commitments.end())
        return sameDigest(known->second, commitment);
    if (m_commitments.size() >= mostCommitments)
        return false;
    m_commitments[{device, wrongTries}] = commitment;
    return true;
}

bool PairingDesk::takeTry()
{
    if (m_triesLeft == 0)
        return false;
    --m_triesLeft;
    ++m_triesUnderWay;
    return true;
}

void PairingDesk::settleTry(bool wasRight)
{
    if (!isOpen())
        return;
    --m_triesUnderWay;
    if (wasRight) {
        ++m_triesLeft;
        return;
    }
    Q_EMIT tried(m_triesLeft);
    // One of those that came at the same time may be right.
    if (m_triesLeft == 0 && m_triesUnderWay == 0)
        closeFor(End::tooManyTries);
}

void PairingDesk::finish(PairingHosting *hosting)
{
    m_hostings.erase(std::remove(m_hostings.begin(), m_hostings.end(), hosting), m_hostings.end());
    hosting->deleteLater();
}

} // namespace smartqueue::transport
