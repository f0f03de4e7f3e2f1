#include "console/desktop_secrets.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <smartqueue/engine/when_done.h>

#include "branch/database.h"

namespace smartqueue::app {

namespace {

using Kept = DesktopSecrets::KeptSession;

std::string encode(const Kept &kept)
{
    return nlohmann::json{{"user", kept.session.user.value},
                          {"token", kept.session.token},
                          {"until", kept.until.time_since_epoch().count()},
                          {"key", QByteArray::fromStdString(kept.key).toBase64().toStdString()}}
        .dump();
}

/// None for what another version wrote.
std::optional<Kept> decode(const std::string &text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.value("user", nlohmann::json()).is_number_integer() || !json.value("token", nlohmann::json()).is_string()
        || !json.value("until", nlohmann::json()).is_number_integer() || !json.value("key", nlohmann::json()).is_string())
        return std::nullopt;
    Kept kept;
    kept.session.user = {json["user"].get<std::int64_t>()};
    kept.session.token = json["token"].get<std::string>();
    kept.until = Instant(Duration(json["until"].get<std::int64_t>()));
    kept.key = QByteArray::fromBase64(QByteArray::fromStdString(json["key"].get<std::string>())).toStdString();
    return kept;
}

tl::unexpected<Failure> noKeychain()
{
    return fail(engine::secret_failures::noKeychain);
}

} // namespace

DesktopSecrets::DesktopSecrets(engine::Installation &installation, engine::Keychain *keychain) : m_installation(installation), m_keychain(keychain)
{
    m_pool.setMaxThreadCount(1);
}

DesktopSecrets::~DesktopSecrets()
{
    m_pool.waitForDone();
}

std::string DesktopSecrets::nameOfSession() const
{
    return "session of " + m_installation.identity();
}

QFuture<Result<std::optional<Kept>>> DesktopSecrets::session()
{
    return engine::inPool(m_pool, [this]() -> Result<std::optional<Kept>> {
        if (!m_keychain)
            return noKeychain();
        const auto text = m_keychain->read(nameOfSession());
        if (!text)
            return tl::unexpected(text.error());
        return *text ? decode(**text) : std::nullopt;
    });
}

QFuture<Done> DesktopSecrets::keep(const KeptSession &kept)
{
    return engine::inPool(m_pool, [this, text = encode(kept)]() -> Done { return m_keychain ? m_keychain->write(nameOfSession(), text) : noKeychain(); });
}

QFuture<Done> DesktopSecrets::forget()
{
    return engine::inPool(m_pool, [this]() -> Done { return m_keychain ? m_keychain->remove(nameOfSession()) : noKeychain(); });
}

QFuture<bool> DesktopSecrets::hasKey()
{
    return engine::inPool(m_pool, [this] { return m_installation.hasKey(); });
}

QFuture<Done> DesktopSecrets::openVaultWith(const engine::SealingKey &key)
{
    return engine::inPool(m_pool, [this, key] { return m_installation.openVaultWithKey(key); });
}

QFuture<Done> DesktopSecrets::openVault()
{
    return engine::inPool(m_pool, [this]() -> Done { return m_keychain ? openVaultByKeychain(m_installation, *m_keychain, true) : noKeychain(); });
}

} // namespace smartqueue::app
