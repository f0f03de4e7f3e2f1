#pragma once

#include <QTest>

#include <smartqueue/transport/pairing_desk.h>
#include <smartqueue/transport/pairing_guest.h>
#include <smartqueue/transport/web_socket_network.h>

#include "desktops.h"

inline constexpr int patience = 30'000;

inline smartqueue::transport::PairingLimits quick()
{
    smartqueue::transport::PairingLimits limits;
    limits.rounds = 1'000;
    return limits;
}

/// The code with another letter.
inline std::string wrong(std::string code)
{
    code.front() = code.front() == 'A' ? 'B' : 'A';
    return code;
}

/// What became of a guest.
class Attempt : public QObject {
public:
    explicit Attempt(const smartqueue::transport::DeviceIdentity &identity, smartqueue::transport::PairingLimits limits = quick())
        : guest(identity, limits)
    {
        using Guest = smartqueue::transport::PairingGuest;
        connect(&guest, &Guest::digitsShown, this, [this](const std::string &shown, const std::string &name) {
            digits.push_back(shown);
            host = name;
            if (answers)
                guest.answer(*answers);
        });
        connect(&guest, &Guest::joined, this,
                [this](const smartqueue::transport::PairingHandover &given) { handovers.push_back(given); });
        connect(&guest, &Guest::failed, this, [this](const smartqueue::Failure &why) { failures.push_back(why); });
    }

    bool isOver() const { return !handovers.empty() || !failures.empty(); }
    std::string code() const { return failures.empty() ? std::string() : std::string(failures.back().code.name()); }

    smartqueue::transport::PairingGuest guest;
    /// Without one nobody sits there.
    std::optional<bool> answers = true;
    std::vector<std::string> digits;
    std::string host;
    std::vector<smartqueue::transport::PairingHandover> handovers;
    std::vector<smartqueue::Failure> failures;
};

/// Desktop 0 with its people, its installation and an open door.
class PairingHouse {
public:
    void open(smartqueue::transport::PairingLimits limits = quick(), bool isHeadless = false)
    {
        namespace transport = smartqueue::transport;
        network.reset();
        requests.clear();
        admitted.clear();
        roster = {desktops.device(0)};
        transport::PairingHost host;
        if (!isHeadless) {
            host.confirm = [this](const transport::PairingRequest &request, std::function<void(bool)> told) {
                requests.push_back(request);
                if (keepAnswer)
                    *keepAnswer = told;
                if (answer)
                    told(*answer);
            };
        }
        host.admit = [this](const smartqueue::Device &device,
                            std::function<void(smartqueue::Result<transport::PairingHandover>)> told) {
            if (refusal)
                return told(tl::unexpected(*refusal));
            admitted.push_back(device);
            roster.push_back(device);
            told(transport::PairingHandover{"cluster of the test", desktops.device(0), roster, {address}});
        };
        desk = std::make_unique<transport::PairingDesk>(desktops.identity(0), host, limits);
        network = std::make_unique<transport::WebSocketNetwork>(desktops.identity(0));
        network->setPairingDesk(desk.get());
        address = network->listen("127.0.0.1:0").value();
    }

    void close()
    {
        network.reset();
        desk.reset();
        refusal.reset();
        answer = true;
        keepAnswer = nullptr;
    }

    Desktops desktops;
    std::unique_ptr<smartqueue::transport::PairingDesk> desk;
    std::unique_ptr<smartqueue::transport::WebSocketNetwork> network;
    std::string address;
    /// What the people at the host say; without one nobody sits there.
    std::optional<bool> answer = true;
    std::function<void(bool)> *keepAnswer = nullptr;
    /// What the installation says to a new device.
    std::optional<smartqueue::Failure> refusal;
    std::vector<smartqueue::transport::PairingRequest> requests;
    std::vector<smartqueue::Device> admitted;
    std::vector<smartqueue::Device> roster;
};
