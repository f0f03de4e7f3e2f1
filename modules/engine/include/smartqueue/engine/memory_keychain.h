#pragma once

#include <map>
#include <mutex>

#include <smartqueue/engine/secret_ports.h>

namespace smartqueue::engine {

/// The keychain without a platform, for tests and for a branch that is not kept: the same answers as the real one, gone
/// with the object. From any thread.
class MemoryKeychain final : public Keychain {
public:
    Result<std::optional<std::string>> read(const std::string &name) override;
    Done write(const std::string &name, const std::string &secret) override;
    Done remove(const std::string &name) override;

    /// From now on every call fails like this and changes nothing; without a failure all is as before.
    void failWith(std::optional<Failure> failure);

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_secrets;
    std::optional<Failure> m_failure;
};

} // namespace smartqueue::engine
