#pragma once

#include <QCborMap>
#include <QObject>
#include <QString>

#include "smartqueue/transport/pairing_desk.h"

#include "pairing_proof.h"

namespace smartqueue::transport {

class PairingWire;

/// The host's side of one conversation. Deleted by its desk.
class PairingHosting final : public QObject {
    Q_OBJECT
public:
    PairingHosting(PairingDesk &desk, QWebSocket *socket, Device guest);

    /// Whether it is too late to send the guest away.
    bool isAdmitting() const { return m_step == Step::admission || m_step == Step::thanks; }
    /// Whether the guest has shown that it knows the code.
    bool knowsCode() const { return m_knowsCode; }
    /// The network address that it speaks from.
    const QString &place() const { return m_place; }
    /// Tells the guest why, and is over.
    void refuse(const Failure &why);

private:
    enum class Step { hello, reveal, proof, checking, agreement, admission, thanks, over };

    void hear(const QString &kind, const QCborMap &message);
    void hearHello(const QCborMap &message);
    void hearNonce(const QCborMap &message);
    void hearProof(const QCborMap &message);
    void check(const std::string &key, const std::string &proof);
    void goOnWhenAgreed();
    void handOver(const Result<PairingHandover> &handover);
    void leave(const Failure *why);

    PairingDesk &m_desk;
    const std::string m_code;
    /// The guest's before this conversation: what was said then does not count for it, and what is said now does not for the next.
    const int m_wrongTries;
    const QString m_place;
    PairingWire *m_wire;
    Device m_guest;
    PairingTerms m_terms;
    std::string m_commitment;
    Step m_step = Step::hello;
    bool m_hostAgrees = false;
    bool m_guestAgrees = false;
    bool m_knowsCode = false;
};

} // namespace smartqueue::transport
