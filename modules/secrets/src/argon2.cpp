#include "smartqueue/secrets/argon2.h"

#include <atomic>
#include <semaphore>

#include <QtGlobal>

#include <sodium.h>

#include <smartqueue/engine/secret_ports.h>

namespace smartqueue::secrets {

using namespace engine;

class Argon2::Gate {
public:
    explicit Gate(std::function<void(int)> watch)
        : m_watch(std::move(watch))
    {
    }

    template <class Work>
    auto pass(const Work &work)
    {
        m_places.acquire();
        const int underWay = ++m_underWay;
        if (m_watch)
            m_watch(underWay);
        const auto outcome = work();
        --m_underWay;
        m_places.release();
        return outcome;
    }

private:
    std::counting_semaphore<atOnce> m_places{atOnce};
    std::atomic<int> m_underWay = 0;
    const std::function<void(int)> m_watch;
};

Argon2::Argon2(Argon2Cost cost, std::function<void(int)> watch)
    : m_cost(cost)
    , m_gate(std::make_unique<Gate>(std::move(watch)))
{
}

Argon2::~Argon2() = default;

Result<std::unique_ptr<Argon2>> Argon2::start(Argon2Cost cost, std::function<void(int)> watch)
{
    if (sodium_init() < 0)
        return fail(secret_failures::noCryptography);
    return std::unique_ptr<Argon2>(new Argon2(cost, std::move(watch)));
}

Argon2Cost Argon2::cost() const
{
    return m_cost;
}

Result<std::string> Argon2::hash(std::string_view secret)
{
    char text[crypto_pwhash_STRBYTES];
    const int outcome = m_gate->pass([&] {
        return crypto_pwhash_str_alg(text, secret.data(), secret.size(), m_cost.passes, m_cost.memory,
                                     crypto_pwhash_ALG_ARGON2ID13);
    });
    if (outcome != 0)
        return fail(secret_failures::noMemory);
    return std::string(text);
}

bool Argon2::verify(const std::string &hash, std::string_view secret)
{
    return m_gate->pass([&] { return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0; });
}

Result<std::string> Argon2::derive(std::string_view secret, const std::string &salt, std::size_t bytes)
{
    static_assert(saltBytes == crypto_pwhash_SALTBYTES);
    Q_ASSERT(salt.size() == saltBytes);
    std::string derived(bytes, '\0');
    const int outcome = m_gate->pass([&] {
        return crypto_pwhash(reinterpret_cast<unsigned char *>(derived.data()), derived.size(), secret.data(), secret.size(),
                             reinterpret_cast<const unsigned char *>(salt.data()), m_cost.passes, m_cost.memory,
                             crypto_pwhash_ALG_ARGON2ID13);
    });
    if (outcome != 0)
        return fail(secret_failures::noMemory);
    return derived;
}

} // namespace smartqueue::secrets
