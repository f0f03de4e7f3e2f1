#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTimer>

#include <smartqueue/engine/epoch_authority.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::coordination {

struct EtcdOptions {
    /// "http://10.0.0.5:2379" and so on, of the members of one etcd; asked in turn while they do not answer.
    std::vector<std::string> endpoints;
    /// The installation that is led.
    std::string cluster;
    /// How long a host keeps the lead without being heard. Whole seconds, as etcd counts; below two it counts two.
    std::chrono::seconds lease{2};
};

/// Lets desktops take over by themselves through etcd 3.4 or newer, by its HTTP gateway: the lead is a key that a lease holds, and
/// what outlives it (who led last, under which epoch, who counts) is a second one, changed only by whoever saw it as it is.
class EtcdAuthority final : public engine::EpochAuthority {
    Q_OBJECT
public:
    EtcdAuthority(DeviceId self, EtcdOptions options, QObject *parent = nullptr);
    /// Where it has resigned and etcd has not answered yet, blocks for less than a second until it has.
    ~EtcdAuthority() override;

    bool isAutomatic() const override { return true; }
    std::optional<engine::Lead> lead() const override;
    bool holds() const override;
    void claim(Epoch epoch) override;
    void count(const std::set<DeviceId> &devices) override;
    void resign() override;

private:
    using Moment = std::chrono::milliseconds;
    using Told = std::function<void(const Result<QJsonObject> &)>;
    struct Seen {
        engine::Lead lead;
        /// Of the key that outlives the lease; 0 where there is none yet.
        std::int64_t revision = 0;
    };

    void post(const QString &path, const QJsonObject &body, Told told);
    void look(std::function<void(bool)> looked);
    void stayAlive();
    /// `judged`: by what it was found that the lead may be had.
    void enter(Epoch epoch, const Seen &judged, const QString &lease, Moment askedAt);
    void refuse(Failure why, const QString &lease = {});
    QJsonObject written(const engine::Lead &lead) const;

    const DeviceId m_self;
    const EtcdOptions m_options;
    const QByteArray m_leadKey;
    const QByteArray m_stateKey;
    QNetworkAccessManager m_network;
    QTimer m_looking;
    QTimer m_breathing;
    std::size_t m_endpoint = 0;
    std::optional<Seen> m_seen;
    Moment m_seenAt{};
    bool m_claiming = false;
    QString m_lease;
    /// A lease that is being given back.
    QString m_returning;
    /// The revision at which this desktop took the lead: whoever leads later has another.
    std::int64_t m_leadRevision = 0;
    /// Of what this desktop wrote last of those who count; one is written at a time.
    std::int64_t m_stateRevision = 0;
    bool m_counting = false;
    Epoch m_epoch = 0;
    Moment m_validUntil{};
};

} // namespace smartqueue::coordination
