#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/accounts/sign_in.h>

namespace smartqueue::engine {

/// What became of the attempts that no log takes, because the host that writes it cannot be asked: they slow down as the others
/// do, and a code serves once. Forgotten with the program. From any thread.
class Proofs {
public:
    std::optional<std::chrono::seconds> waitBefore(const std::string &account, Instant now) const;
    /// At most 10,000 accounts are kept; the one tried longest ago gives way.
    void failed(const std::string &account, Instant now);
    void succeeded(const std::string &account);

    /// The last step of the one-time passwords that served here; 0: none did.
    std::int64_t lastStep(UserId user) const;
    void spend(UserId user, std::int64_t step);

private:
    mutable std::mutex m_mutex;
    /// Its attempts alone.
    accounts::Directory m_directory;
    std::map<UserId, std::int64_t> m_steps;
};

} // namespace smartqueue::engine
