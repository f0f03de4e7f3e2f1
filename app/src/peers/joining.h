#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QTimer>

#include <smartqueue/engine/peers.h>
#include <smartqueue/presentation/branch_peers.h>
#include <smartqueue/transport/beacon.h>
#include <smartqueue/transport/pairing_guest.h>

namespace smartqueue::app {

/// How this desktop becomes one of a branch that runs already: it is let in, and fetches the host's database to arrivalPlace().
class Joining : public presentation::BranchJoiner {
    Q_OBJECT
public:
    /// `database`: whose place the copy is to take; its identity is made beside it where there is none. `name`: what people call this desktop; the
    /// computer's without one.
    explicit Joining(std::string database, std::string name = {}, QObject *parent = nullptr);
    ~Joining() override;

    void look() override;
    QList<presentation::FoundBranch> found() const override { return m_found; }
    QString rememberedAddress() const override;
    void join(const QString &address, const QString &code) override;
    void answer(bool same) override;
    void cancel() override;
    void open() override { Q_EMIT openRequested(); }

    /// Of the attempt that was let in.
    const transport::PairingHandover &handover() const { return m_handover; }
    DeviceId device() const { return m_identity ? m_identity->id() : DeviceId(); }
    const std::string &digits() const { return m_digits; }

Q_SIGNALS:
    void openRequested();

private:
    void fetch();
    void followCopy();
    void end(const Failure &why);

    const std::string m_database;
    const std::string m_name;
    std::optional<transport::DeviceIdentity> m_identity;
    std::unique_ptr<transport::BeaconListener> m_listener;
    QList<presentation::FoundBranch> m_found;
    std::unique_ptr<transport::PairingGuest> m_guest;
    std::string m_address;
    std::string m_digits;
    transport::PairingHandover m_handover;
    SystemClock m_clock;
    std::unique_ptr<engine::Installation> m_nothing;
    std::unique_ptr<engine::Peers> m_peers;
    QTimer m_patience;
    std::int64_t m_copied = 0;
};

} // namespace smartqueue::app
