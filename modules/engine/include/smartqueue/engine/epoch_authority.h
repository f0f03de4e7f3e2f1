#pragma once

#include <optional>
#include <set>

#include <QObject>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// Who leads an installation, as an authority outside its desktops has it.
struct Lead {
    /// Nobody: whoever led has not said so in time, or gave it back.
    DeviceId device;
    /// Who leads or led last, and under which epoch; 0 before the first.
    DeviceId last;
    Epoch epoch = 0;
    /// Those who may take over by themselves: nothing is acknowledged that none of them has.
    std::set<DeviceId> counted;
};

/// Port: lets one desktop at a time decide. Lives in the peers' thread; calls return at once, and signals come from the event loop.
/// Implementations: ManualAuthority and coordination's EtcdAuthority, under one contract suite.
class EpochAuthority : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Desktops take over without a person asking for it.
    virtual bool isAutomatic() const = 0;
    /// As it was heard last; nothing where it has not been heard for so long that it may be wrong.
    virtual std::optional<Lead> lead() const = 0;
    /// This desktop leads, and nobody else can, at this moment.
    virtual bool holds() const = 0;
    /// This desktop wants to lead under that epoch: granted() or refused() follows. Refused while somebody else leads, and where
    /// another desktop has led under it or a higher one.
    virtual void claim(Epoch epoch) = 0;
    /// From whoever leads; counted() follows when it is known to all, and nothing where that could not be reached.
    virtual void count(const std::set<DeviceId> &devices) = 0;
    /// Gives the lead back, so that the next one does not have to wait.
    virtual void resign() = 0;

Q_SIGNALS:
    void granted(smartqueue::Epoch epoch);
    /// `lead_is_taken`, or `authority_unreachable`.
    void refused(const smartqueue::Failure &why);
    void counted(const std::set<smartqueue::DeviceId> &devices);
};

/// Codes every implementation of the port may answer with.
namespace authority_failures {
/// Somebody leads, or has led under that epoch.
inline constexpr FailureCode taken{"lead_is_taken"};
inline constexpr FailureCode unreachable{"authority_unreachable"};
} // namespace authority_failures

/// The host is whom the log names, until a person takes over at another desktop.
class ManualAuthority final : public EpochAuthority {
    Q_OBJECT
public:
    using EpochAuthority::EpochAuthority;

    bool isAutomatic() const override { return false; }
    std::optional<Lead> lead() const override { return std::nullopt; }
    bool holds() const override { return true; }
    void claim(Epoch epoch) override;
    void count(const std::set<DeviceId> &devices) override;
    void resign() override {}
};

} // namespace smartqueue::engine
