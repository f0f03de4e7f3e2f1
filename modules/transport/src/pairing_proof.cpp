#include "pairing_proof.h"

#include "smartqueue/transport/device_identity.h"

#include "digests.h"

namespace smartqueue::transport {

namespace {

std::string bytesOf(const PairingTerms &terms)
{
    // All four have a length of their own that never varies, so no two sets of terms have the same bytes.
    return terms.guest + terms.host + terms.guestNonce + terms.hostNonce;
}

} // namespace

std::string pairingNonce(const DeviceIdentity &self, const DeviceId &other, const std::string &code, int wrongTries)
{
    return self.derive("smartqueue pairing nonce 1 " + other + code + ' ' + std::to_string(wrongTries));
}

std::string pairingCommitment(const std::string &nonce, const DeviceId &device)
{
    return sha256("smartqueue pairing commitment 1 " + nonce + device);
}

std::string pairingKey(const std::string &code, const DeviceId &guest, const DeviceId &host, int rounds)
{
    return stretched(code, "smartqueue pairing key 1 " + guest + host, rounds);
}

std::string pairingProof(const std::string &key, const PairingTerms &terms, PairingSide side)
{
    const std::string who = side == PairingSide::guest ? "guest " : "host ";
    return hmacSha256(key, "smartqueue pairing proof 1 " + who + bytesOf(terms));
}

std::string pairingDigits(const PairingTerms &terms)
{
    const std::string digest = sha256("smartqueue pairing digits 1 " + bytesOf(terms));
    std::uint64_t number = 0;
    for (const char byte : digest)
        number = (number << 8 | static_cast<unsigned char>(byte)) % 1'000'000;
    const std::string digits = std::to_string(number);
    return std::string(6 - digits.size(), '0') + digits;
}

} // namespace smartqueue::transport
