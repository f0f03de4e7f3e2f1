#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <smartqueue/foundation/result.h>

namespace smartqueue::secrets {

/// What one computation costs; tests take less.
struct Argon2Cost {
    std::uint64_t passes = 3;
    /// Bytes.
    std::size_t memory = 64 * 1024 * 1024;
};

/// Argon2id of libsodium behind a gate of two: further computations wait in their own threads, so that a rush at the
/// counters takes time and not the machine's memory. From any thread; outlives who computes with it.
class Argon2 final {
public:
    static constexpr int atOnce = 2;
    static constexpr std::size_t saltBytes = 16;

    /// The one start of libsodium. Fails with `no_cryptography` when the library finds no source of randomness.
    /// Each computation begins with a call of `watch`, in its thread, with the number of those under way.
    static Result<std::unique_ptr<Argon2>> start(Argon2Cost cost = {}, std::function<void(int underWay)> watch = {});
    ~Argon2();
    Argon2(const Argon2 &) = delete;
    Argon2 &operator=(const Argon2 &) = delete;

    Argon2Cost cost() const;

    /// Text with salt and parameters in it. Fails with `no_memory`.
    Result<std::string> hash(std::string_view secret);
    /// With the parameters that stand in `hash`; false as well for what is no hash and when memory is short.
    bool verify(const std::string &hash, std::string_view secret);
    /// `bytes` bytes, always the same ones of the same secret, salt and cost. Fails with `no_memory`.
    Result<std::string> derive(std::string_view secret, const std::string &salt, std::size_t bytes);

private:
    class Gate;
    Argon2(Argon2Cost cost, std::function<void(int)> watch);

    const Argon2Cost m_cost;
    const std::unique_ptr<Gate> m_gate;
};

} // namespace smartqueue::secrets
