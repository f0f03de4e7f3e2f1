#include "pairing_hosting.h"

#include <QCborArray>
#include <QPointer>
#include <QWebSocket>

#include <smartqueue/engine/when_done.h>

#include "digests.h"
#include "pairing_device.h"
#include "pairing_wire.h"
#include "smartqueue/transport/address.h"

namespace smartqueue::transport {

PairingHosting::PairingHosting(PairingDesk &desk, QWebSocket *socket, Device guest)
    : QObject(&desk), m_desk(desk), m_code(desk.m_code), m_wrongTries(desk.wrongTriesOf(guest.id)),
      m_place(placeOf(socket->peerAddress())), m_wire(new PairingWire(socket, this)), m_guest(std::move(guest))
{
    m_terms.guest = m_guest.id;
    m_terms.host = m_desk.m_identity.id();
    m_terms.hostNonce = pairingNonce(m_desk.m_identity, m_guest.id, m_code, m_wrongTries);
    connect(m_wire, &PairingWire::heard, this, &PairingHosting::hear);
    connect(m_wire, &PairingWire::lost, this, &PairingHosting::refuse);
    m_wire->expectWithin(m_desk.m_limits.step);
}

void PairingHosting::refuse(const Failure &why)
{
    if (m_step == Step::over)
        return;
    m_wire->say(QStringLiteral("refused"), wordsOf(why));
    leave(&why);
}

void PairingHosting::hear(const QString &kind, const QCborMap &message)
{
    if (m_step == Step::hello && kind == QLatin1String("hello"))
        return hearHello(message);
    if (m_step == Step::reveal && kind == QLatin1String("nonce"))
        return hearNonce(message);
    if (m_step == Step::proof && kind == QLatin1String("proof"))
        return hearProof(message);
    if (m_step == Step::agreement && kind == QLatin1String("differ")) {
        const Failure differ{pairing_failures::digitsDiffer};
        return leave(&differ);
    }
    if (m_step == Step::agreement && kind == QLatin1String("agreed") && !m_guestAgrees) {
        m_guestAgrees = true;
        return goOnWhenAgreed();
    }
    if (m_step == Step::thanks && kind == QLatin1String("thanks"))
        return leave(nullptr);
    refuse(Failure{pairing_failures::refused, {{"reason", "malformed"}}});
}

void PairingHosting::hearHello(const QCborMap &message)
{
    if (message.value(QStringLiteral("version")).toInteger() != pairingVersion)
        return refuse(Failure{pairing_failures::refused, {{"reason", "version"}}});
    m_commitment = bytesIn(message, QStringLiteral("commitment"), digestBytes);
    const auto name = readDeviceName(message.value(QStringLiteral("name")).toString());
    if (m_commitment.empty() || !name)
        return refuse(Failure{pairing_failures::refused, {{"reason", "malformed"}}});
    m_guest.name = *name;
    m_step = Step::reveal;
    m_wire->say(QStringLiteral("hello"),
                {{QStringLiteral("version"), pairingVersion},
                 {QStringLiteral("commitment"), QByteArray::fromStdString(pairingCommitment(m_terms.hostNonce, m_terms.host))},
                 {QStringLiteral("name"), QString::fromStdString(m_desk.m_identity.device().name)}});
    m_wire->expectWithin(m_desk.m_limits.step);
}

void PairingHosting::hearNonce(const QCborMap &message)
{
    m_terms.guestNonce = bytesIn(message, QStringLiteral("nonce"), digestBytes);
    if (m_terms.guestNonce.empty() || !sameDigest(pairingCommitment(m_terms.guestNonce, m_terms.guest), m_commitment))
        return refuse(Failure{pairing_failures::refused, {{"reason", "malformed"}}});
    if (!m_desk.isWhatItSaidBefore(m_guest.id, m_wrongTries, m_commitment))
        return refuse(Failure{pairing_failures::refused, {{"reason", "changed_mind"}}});
    m_step = Step::proof;
    m_wire->say(QStringLiteral("nonce"), {{QStringLiteral("nonce"), QByteArray::fromStdString(m_terms.hostNonce)}});
    m_wire->expectWithin(m_desk.m_limits.step);
}

void PairingHosting::hearProof(const QCborMap &message)
{
    const std::string proof = bytesIn(message, QStringLiteral("proof"), digestBytes);
    if (proof.empty())
        return refuse(Failure{pairing_failures::refused, {{"reason", "malformed"}}});
    // Taken before it is looked at, so that many at once have no more tries than one after the other.
    if (!m_desk.takeTry())
        return refuse(Failure{pairing_failures::closed});
    m_step = Step::checking;
    m_wire->expectNothing();
    const auto key = [code = m_code, terms = m_terms, rounds = m_desk.m_limits.rounds] {
        return pairingKey(code, terms.guest, terms.host, rounds);
    };
    engine::whenDone(engine::inPool(m_desk.m_pool, key), this, [this, proof](const std::string &made) { check(made, proof); });
}

void PairingHosting::check(const std::string &key, const std::string &proof)
{
    if (m_step != Step::checking)
        return;
    m_knowsCode = sameDigest(proof, pairingProof(key, m_terms, PairingSide::guest));
    if (!m_knowsCode) {
        m_desk.noteWrongTry(m_guest.id);
        return refuse(Failure{pairing_failures::wrongCode, {{"tries_left", std::to_string(m_desk.triesLeft())}}});
    }
    m_desk.settleTry(true);
    m_step = Step::agreement;
    m_wire->say(QStringLiteral("proof"),
                {{QStringLiteral("proof"), QByteArray::fromStdString(pairingProof(key, m_terms, PairingSide::host))}});
    m_wire->expectWithin(m_desk.m_limits.people);
    const auto answer = [self = QPointer(this)](bool same) {
        if (!self || self->m_step != Step::agreement || self->m_hostAgrees)
            return;
        if (!same)
            return self->refuse(Failure{pairing_failures::digitsDiffer});
        self->m_hostAgrees = true;
        self->goOnWhenAgreed();
    };
    if (m_desk.m_host.confirm)
        m_desk.m_host.confirm(PairingRequest{m_guest, pairingDigits(m_terms)}, answer);
    else
        answer(true);
}

void PairingHosting::goOnWhenAgreed()
{
    if (!m_hostAgrees || !m_guestAgrees)
        return;
    m_step = Step::admission;
    m_wire->expectNothing();
    m_desk.m_host.admit(m_guest, [self = QPointer(this)](const Result<PairingHandover> &handover) {
        if (self && self->m_step == Step::admission)
            self->handOver(handover);
    });
}

void PairingHosting::handOver(const Result<PairingHandover> &handover)
{
    if (!handover) {
        Failure why{pairing_failures::refused, handover.error().detail};
        why.detail["reason"] = handover.error().code.name();
        return refuse(why);
    }
    for (const Device &device : handover->roster)
        m_wire->say(QStringLiteral("device"), wordsOf(device));
    QCborArray addresses;
    for (const std::string &address : handover->addresses)
        addresses.append(QString::fromStdString(address));
    m_step = Step::thanks;
    m_wire->say(QStringLiteral("welcome"),
                {{QStringLiteral("cluster"), QString::fromStdString(handover->cluster)},
                 {QStringLiteral("host"), wordsOf(handover->host)},
                 {QStringLiteral("addresses"), addresses}});
    m_wire->expectWithin(m_desk.m_limits.step);
}

void PairingHosting::leave(const Failure *why)
{
    // One that leaves before it is told has tried as well.
    const bool hasTried = m_step == Step::checking;
    m_step = Step::over;
    m_wire->leave(m_desk.m_limits.step);
    if (!why)
        Q_EMIT m_desk.paired(m_guest);
    else if (m_knowsCode)
        Q_EMIT m_desk.failed(m_guest, *why);
    if (!why)
        m_desk.closeFor(PairingDesk::End::paired);
    else if (m_knowsCode && why->code == pairing_failures::digitsDiffer)
        m_desk.closeFor(PairingDesk::End::digitsDiffered);
    m_desk.finish(this);
    if (hasTried)
        m_desk.settleTry(false);
}

} // namespace smartqueue::transport
