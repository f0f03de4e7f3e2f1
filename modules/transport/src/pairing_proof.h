#pragma once

#include <string>

#include <smartqueue/domain/ids.h>

/// The arithmetic of pairing. Whoever has the code and sits between the two still has one chance in a million, and another one
/// for each try that it gives away: it must commit itself to its own part before it sees theirs.
namespace smartqueue::transport {

class DeviceIdentity;

inline constexpr int pairingVersion = 1;

/// What both must see alike. Nonces have 32 bytes, the devices are those that TLS has proved.
struct PairingTerms {
    DeviceId guest;
    DeviceId host;
    std::string guestNonce;
    std::string hostNonce;
};

enum class PairingSide { guest, host };

/// Of 8 random bytes or more.
std::string pairingCodeFrom(const std::string &random);

/// The same whenever this device meets that one with this code, so that a second try shows the same digits; another one after each time
/// that the code was said to be wrong.
std::string pairingNonce(const DeviceIdentity &self, const DeviceId &other, const std::string &code, int wrongTries);
std::string pairingCommitment(const std::string &nonce, const DeviceId &device);
/// Takes a tenth of a second or so. Each pair of devices has keys of its own, so none can be computed in advance.
std::string pairingKey(const std::string &code, const DeviceId &guest, const DeviceId &host, int rounds);
/// That the side knows the code that the key was made of.
std::string pairingProof(const std::string &key, const PairingTerms &terms, PairingSide side);
/// Six.
std::string pairingDigits(const PairingTerms &terms);

} // namespace smartqueue::transport
