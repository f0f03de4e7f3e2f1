#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <smartqueue/domain/ids.h>
#include <smartqueue/foundation/clock.h>

namespace smartqueue::engine {

/// Where the other desktops may be found, each with "address:port", no more than places to try; and when they were there last. Not thread-safe.
class AddressBook {
public:
    /// Reads the file; one that is not there or cannot be read is an empty book. No file: nothing is kept.
    explicit AddressBook(std::string file);

    /// Where it says itself that it is; kept.
    void note(const DeviceId &device, const std::string &address);
    /// Where it was heard in the network, which anybody may say; not kept.
    void noteHeard(const DeviceId &device, const std::string &address);
    /// It is there now; kept once a minute.
    void noteSeen(const DeviceId &device, Instant at);

    /// Where it says that it is; empty where it has not.
    std::string addressOf(const DeviceId &device) const;
    /// All that is known, what each says itself before where it was heard.
    std::vector<std::pair<DeviceId, std::string>> all() const;
    /// None where it never was.
    std::optional<Instant> lastSeen(const DeviceId &device) const;

private:
    void save();

    const std::string m_file;
    std::map<DeviceId, std::string> m_said;
    std::map<DeviceId, Instant> m_seen;
    Instant m_savedAt{};
    std::map<DeviceId, std::string> m_heard;
};

} // namespace smartqueue::engine
