#pragma once

#include <map>
#include <memory>
#include <string>

#include <QCborMap>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <smartqueue/transport/device_identity.h>
#include <smartqueue/transport/pairing.h>

class QSslSocket;
class QWebSocket;

namespace smartqueue::transport {

class PairingWire;
struct PairingTerms;

/// How this desktop joins an installation. One attempt at a time, each ends with joined() or failed() unless it is cancelled; a
/// next one may follow. In the thread that this lives in.
class PairingGuest final : public QObject {
    Q_OBJECT
public:
    explicit PairingGuest(DeviceIdentity identity, PairingLimits limits = {}, QObject *parent = nullptr);
    ~PairingGuest() override;

    /// `address` as "host:port", `code` as somebody typed it. Ends an attempt under way without a word.
    void join(const std::string &address, const std::string &code);
    /// Whether the host's screen shows the same digits; after digitsShown().
    void answer(bool same);
    void cancel();

Q_SIGNALS:
    /// Six of them, to be compared with the host's. `host` is the name it gives itself.
    void digitsShown(const std::string &digits, const std::string &host);
    void joined(const smartqueue::transport::PairingHandover &handover);
    /// One of pairing_failures.
    void failed(const smartqueue::Failure &why);

private:
    enum class Step { idle, dialing, hello, nonce, proof, answer, handover };

    void open(const std::string &address);
    void begin();
    void hear(const QString &kind, const QCborMap &message);
    void beginAnewNextTime();
    void hearHello(const QCborMap &message);
    void hearNonce(const QCborMap &message);
    void hearProof(const QCborMap &message);
    void hearDevice(const QCborMap &message);
    void hearWelcome(const QCborMap &message);
    void give(const Failure &why);
    void failSoon(const Failure &why);

    const DeviceIdentity m_identity;
    const PairingLimits m_limits;
    Step m_step = Step::idle;
    QTimer m_patience;
    QWebSocket *m_socket = nullptr;
    QSslSocket *m_tls = nullptr;
    bool m_isReached = false;
    PairingWire *m_wire = nullptr;
    std::string m_code;
    std::unique_ptr<PairingTerms> m_terms;
    std::string m_certificate;
    std::string m_hostName;
    std::string m_commitment;
    std::string m_key;
    PairingHandover m_handover;
    /// What a host once committed itself to under a code, by both: tries do not add up.
    std::map<std::string, std::string> m_commitments;
    /// How often a host said that a code is wrong, by both: then both begin anew.
    std::map<std::string, int> m_wrongTries;
    QThreadPool m_pool;
};

} // namespace smartqueue::transport
