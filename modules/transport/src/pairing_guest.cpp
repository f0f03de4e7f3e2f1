#include "smartqueue/transport/pairing_guest.h"

#include <QCborArray>
#include <QNetworkProxy>
#include <QSslSocket>
#include <QUrl>
#include <QWebSocket>

#include <smartqueue/engine/when_done.h>

#include "smartqueue/transport/address.h"
#include "certificates.h"
#include "digests.h"
#include "pairing_device.h"
#include "pairing_proof.h"
#include "pairing_wire.h"

namespace smartqueue::transport {

namespace {

/// Revoked ones stay in a roster.
constexpr std::size_t mostDevices = 2'000;
constexpr qsizetype mostAddresses = 16;

Failure malformed()
{
    return Failure{pairing_failures::refused, {{"reason", "malformed"}}};
}

} // namespace

PairingGuest::PairingGuest(DeviceIdentity identity, PairingLimits limits, QObject *parent)
    : QObject(parent), m_identity(std::move(identity)), m_limits(limits)
{
    m_patience.setSingleShot(true);
    m_pool.setMaxThreadCount(1);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        give(Failure{m_isReached ? pairing_failures::timedOut : pairing_failures::unreachable});
    });
}

PairingGuest::~PairingGuest()
{
    cancel();
}

void PairingGuest::join(const std::string &address, const std::string &code)
{
    cancel();
    const auto read = readPairingCode(code);
    if (!read)
        return failSoon(Failure{pairing_failures::wrongCode});
    m_code = *read;
    open(address);
}

void PairingGuest::open(const std::string &address)
{
    const auto target = parsedAddress(address);
    if (!target || target->host.isEmpty() || target->port == 0)
        return failSoon(Failure{pairing_failures::unreachable, {{"reason", "address"}}});
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(target->host);
    url.setPort(target->port);
    url.setPath(QStringLiteral("/pair"));
    m_step = Step::dialing;
    m_isReached = false;
    m_patience.start(m_limits.step);
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    // Whose certificate the host's is nobody can know yet: that is what the code and the digits are for.
    m_socket->setSslConfiguration(tlsFor(m_identity, Roster(), QSslSocket::QueryPeer));
    connect(m_socket, &QWebSocket::connected, this, &PairingGuest::begin);
    const auto lose = [this, socket = m_socket] {
        if (socket == m_socket && !m_wire)
            give(Failure{m_isReached ? pairing_failures::closed : pairing_failures::unreachable});
    };
    connect(m_socket, &QWebSocket::disconnected, this, lose);
    m_socket->open(url);
    m_tls = m_socket->findChild<QSslSocket *>();
    if (!m_tls)
        return failSoon(Failure{pairing_failures::unreachable, {{"reason", "address"}}});
    connect(m_tls, &QAbstractSocket::connected, this, [this] { m_isReached = true; });
    connect(m_tls, &QAbstractSocket::errorOccurred, this, lose, Qt::QueuedConnection);
}

void PairingGuest::begin()
{
    const QSslCertificate certificate = m_tls->peerCertificate();
    const auto host = deviceOf(certificate);
    if (!host || host->id == m_identity.id())
        return give(Failure{pairing_failures::refused, {{"reason", "identity"}}});
    m_patience.stop();
    m_tls->disconnect(this);
    m_socket->disconnect(this);
    m_certificate = host->certificate;
    m_terms = std::make_unique<PairingTerms>();
    m_terms->guest = m_identity.id();
    m_terms->host = host->id;
    m_terms->guestNonce = pairingNonce(m_identity, host->id, m_code, m_wrongTries[host->id + m_code]);
    m_handover = {};
    m_wire = new PairingWire(m_socket, this);
    connect(m_wire, &PairingWire::heard, this, &PairingGuest::hear);
    connect(m_wire, &PairingWire::lost, this, &PairingGuest::give);
    m_step = Step::hello;
    m_wire->say(QStringLiteral("hello"),
                {{QStringLiteral("version"), pairingVersion},
                 {QStringLiteral("commitment"), QByteArray::fromStdString(pairingCommitment(m_terms->guestNonce, m_terms->guest))},
                 {QStringLiteral("name"), QString::fromStdString(m_identity.device().name)}});
    m_wire->expectWithin(m_limits.step);
}

void PairingGuest::hear(const QString &kind, const QCborMap &message)
{
    if (kind == QLatin1String("refused")) {
        const Failure why = failureIn(message);
        if (m_step == Step::proof && why.code == pairing_failures::wrongCode)
            beginAnewNextTime();
        return give(why);
    }
    if (m_step == Step::hello && kind == QLatin1String("hello"))
        return hearHello(message);
    if (m_step == Step::nonce && kind == QLatin1String("nonce"))
        return hearNonce(message);
    if (m_step == Step::proof && kind == QLatin1String("proof"))
        return hearProof(message);
    if (m_step == Step::handover && kind == QLatin1String("device"))
        return hearDevice(message);
    if (m_step == Step::handover && kind == QLatin1String("welcome"))
        return hearWelcome(message);
    give(malformed());
}

void PairingGuest::beginAnewNextTime()
{
    const std::string both = m_terms->host + m_code;
    ++m_wrongTries[both];
    m_commitments.erase(both);
}

void PairingGuest::hearHello(const QCborMap &message)
{
    if (message.value(QStringLiteral("version")).toInteger() != pairingVersion)
        return give(Failure{pairing_failures::refused, {{"reason", "version"}}});
    m_commitment = bytesIn(message, QStringLiteral("commitment"), digestBytes);
    const auto name = readDeviceName(message.value(QStringLiteral("name")).toString());
    if (m_commitment.empty() || !name)
        return give(malformed());
    m_hostName = *name;
    const auto [known, isNew] = m_commitments.emplace(m_terms->host + m_code, m_commitment);
    if (!isNew && !sameDigest(known->second, m_commitment))
        return give(Failure{pairing_failures::refused, {{"reason", "changed_mind"}}});
    m_step = Step::nonce;
    m_wire->say(QStringLiteral("nonce"), {{QStringLiteral("nonce"), QByteArray::fromStdString(m_terms->guestNonce)}});
    m_wire->expectWithin(m_limits.step);
}

void PairingGuest::hearNonce(const QCborMap &message)
{
    m_terms->hostNonce = bytesIn(message, QStringLiteral("nonce"), digestBytes);
    if (m_terms->hostNonce.empty() || !sameDigest(pairingCommitment(m_terms->hostNonce, m_terms->host), m_commitment))
        return give(malformed());
    m_step = Step::proof;
    m_wire->expectNothing();
    const auto key = [code = m_code, terms = *m_terms, rounds = m_limits.rounds] {
        return pairingKey(code, terms.guest, terms.host, rounds);
    };
    engine::whenDone(engine::inPool(m_pool, key), m_wire, [this, wire = m_wire](const std::string &made) {
        // The attempt may be over, and another one under way.
        if (wire != m_wire)
            return;
        m_key = made;
        m_wire->say(QStringLiteral("proof"),
                    {{QStringLiteral("proof"), QByteArray::fromStdString(pairingProof(m_key, *m_terms, PairingSide::guest))}});
        m_wire->expectWithin(m_limits.step);
    });
}

void PairingGuest::hearProof(const QCborMap &message)
{
    const std::string proof = bytesIn(message, QStringLiteral("proof"), digestBytes);
    if (m_key.empty() || !sameDigest(proof, pairingProof(m_key, *m_terms, PairingSide::host)))
        return give(Failure{pairing_failures::wrongCode});
    m_step = Step::answer;
    m_wire->expectWithin(m_limits.people);
    Q_EMIT digitsShown(pairingDigits(*m_terms), m_hostName);
}

void PairingGuest::answer(bool same)
{
    if (m_step != Step::answer)
        return;
    if (!same) {
        m_wire->say(QStringLiteral("differ"));
        return give(Failure{pairing_failures::digitsDiffer});
    }
    m_step = Step::handover;
    m_wire->say(QStringLiteral("agreed"));
    // The host's people take their time as well.
    m_wire->expectWithin(m_limits.people);
}

void PairingGuest::hearDevice(const QCborMap &message)
{
    const auto device = deviceIn(message);
    if (!device || m_handover.roster.size() >= mostDevices)
        return give(malformed());
    m_handover.roster.push_back(*device);
    m_wire->expectWithin(m_limits.step);
}

void PairingGuest::hearWelcome(const QCborMap &message)
{
    const auto host = deviceIn(message.value(QStringLiteral("host")).toMap());
    if (!host || host->id != m_terms->host || host->certificate != m_certificate)
        return give(malformed());
    m_handover.host = *host;
    m_handover.cluster = message.value(QStringLiteral("cluster")).toString().toStdString();
    for (const QCborValue &address : message.value(QStringLiteral("addresses")).toArray()) {
        const std::string text = address.toString().toStdString();
        if (parsedAddress(text) && qsizetype(m_handover.addresses.size()) < mostAddresses)
            m_handover.addresses.push_back(text);
    }
    m_wire->say(QStringLiteral("thanks"));
    const PairingHandover handover = std::move(m_handover);
    cancel();
    Q_EMIT joined(handover);
}

void PairingGuest::cancel()
{
    m_step = Step::idle;
    m_patience.stop();
    m_key.clear();
    if (m_wire) {
        m_wire->disconnect(this);
        m_wire->leave(m_limits.step);
        m_wire->deleteLater();
    } else if (m_socket) {
        if (m_tls)
            m_tls->disconnect(this);
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
    }
    m_wire = nullptr;
    m_socket = nullptr;
    m_tls = nullptr;
}

void PairingGuest::give(const Failure &why)
{
    if (m_step == Step::idle)
        return;
    cancel();
    Q_EMIT failed(why);
}

void PairingGuest::failSoon(const Failure &why)
{
    cancel();
    // Never from within join().
    QMetaObject::invokeMethod(this, [this, why] {
        if (m_step == Step::idle)
            Q_EMIT failed(why);
    }, Qt::QueuedConnection);
}

} // namespace smartqueue::transport
