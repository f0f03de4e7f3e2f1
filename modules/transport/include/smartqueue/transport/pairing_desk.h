#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <QDeadlineTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <smartqueue/transport/device_identity.h>
#include <smartqueue/transport/pairing.h>

class QSslCertificate;
class QWebSocket;

namespace smartqueue::transport {

class PairingHosting;

/// A desktop that knows the code and wants to join.
struct PairingRequest {
    /// With the name that it gives itself, and its certificate.
    Device device;
    /// To be compared with those on its screen.
    std::string digits;
};

/// What the desk asks of the program. Answers are given in the desk's thread, at once or later, once each; late ones go nowhere.
struct PairingHost {
    /// Whether the digits are the same on both screens. Without it everybody who knows the code is believed, which is what a
    /// host without a screen does.
    std::function<void(const PairingRequest &, std::function<void(bool same)> answer)> confirm;
    /// Makes the device one of the installation. What it fails with is told to the device.
    std::function<void(const Device &, std::function<void(Result<PairingHandover>)> answer)> admit;
};

/// Where the host receives one new desktop at a time, while its window is open. In the thread that it lives in.
class PairingDesk final : public QObject {
    Q_OBJECT
public:
    enum class End { byHand, paired, expired, tooManyTries, digitsDiffered };
    Q_ENUM(End)

    PairingDesk(DeviceIdentity identity, PairingHost host, PairingLimits limits = {}, QObject *parent = nullptr);
    ~PairingDesk() override;

    /// Opens the window, or gives an open one another code and all its time. The code is shown in two groups of four;
    /// it is said and typed by people. Fails with `no_cryptography`.
    Result<std::string> open();
    /// Whoever is being admitted already goes on.
    void close();

    bool isOpen() const { return !m_code.empty(); }
    /// As open() gave it; empty while closed.
    std::string code() const;
    Duration remaining() const;
    int triesLeft() const { return m_triesLeft; }

Q_SIGNALS:
    void opened();
    void closed(smartqueue::transport::PairingDesk::End why);
    /// Somebody tried a wrong code.
    void tried(int triesLeft);
    /// One that knew the code did not become one of us all the same.
    void failed(const smartqueue::Device &device, const smartqueue::Failure &why);
    /// It is admitted and has everything it needs.
    void paired(const smartqueue::Device &device);

private:
    friend class PairingHosting;
    friend class WebSocketNetwork;

    /// False when it is not received; the socket is the caller's matter then, and the desk's otherwise.
    bool receive(QWebSocket *socket, const QSslCertificate &certificate);
    /// Of one conversation too many: who holds many from one place does not keep out others.
    PairingHosting *whoGivesWay() const;
    void closeFor(End why);
    int wrongTriesOf(const DeviceId &device) const;
    void noteWrongTry(const DeviceId &device) { ++m_wrongTries[device]; }
    /// A device keeps to what it committed itself to, for as long as the code is the same: tries do not add up. Where it was told that
    /// its code is wrong, which it can be no more often than there are tries, both sides begin anew.
    bool isWhatItSaidBefore(const DeviceId &device, int wrongTries, const std::string &commitment);
    bool takeTry();
    void settleTry(bool wasRight);
    void finish(PairingHosting *hosting);

    const DeviceIdentity m_identity;
    const PairingHost m_host;
    const PairingLimits m_limits;
    std::string m_code;
    int m_triesLeft = 0;
    int m_triesUnderWay = 0;
    QDeadlineTimer m_until;
    QTimer m_window;
    std::map<std::pair<DeviceId, int>, std::string> m_commitments;
    std::map<DeviceId, int> m_wrongTries;
    std::vector<PairingHosting *> m_hostings;
    QThreadPool m_pool;
};

} // namespace smartqueue::transport
