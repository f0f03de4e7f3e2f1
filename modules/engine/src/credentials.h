#pragma once

#include <functional>
#include <string>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>

#include "smartqueue/engine/secret_ports.h"
#include "smartqueue/engine/vault.h"
#include "proofs.h"
#include "turns.h"

namespace smartqueue::engine {

/// Text beside the log by its key; empty when there is none.
using ReadBeside = std::function<std::string(const std::string &key)>;

/// Replaces the secrets in commands by what may be kept, and keeps personal data unreadable. Slow where a secret is hashed: for
/// the pool.
class Credentials {
public:
    Credentials(const SecretPorts &ports, Vault &vault) : m_ports(ports), m_vault(vault) {}

    /// Whether prepare() has something to do that takes long.
    static bool isSlow(const CommandBody &body);
    /// Of a command of this user's. Fails with `weak_password`, `invalid_value`, `missing_field`, `invitation_expired`, `locked` or
    /// `no_memory`.
    Done prepare(CommandBody &body, UserId asking, const ReadBeside &read, const accounts::Directory &directory) const;

    /// Opens the vault if that is still the key that `check` is sealed with. Slow.
    void openWith(std::string_view secret, const std::string &locked, const std::string &check) const;

    /// Of those who try to sign in.
    Turns &turns() { return m_turns; }
    Proofs &proofs() { return m_proofs; }

private:
    Done prepare(CreateUser &command, const accounts::Directory &directory) const;
    Done prepare(UpdateUser &command) const;
    Done prepare(InviteAgent &command) const;
    Done prepare(RenewInvitation &command) const;
    Done prepare(AcceptInvitation &command, const ReadBeside &read, const accounts::Directory &directory) const;
    Done prepare(SetPassword &command, UserId asking, const ReadBeside &read) const;
    Done prepare(SetPin &command) const;
    Done prepare(SetSecondFactor &command) const;
    Done prepare(RotateKey &command, const accounts::Directory &directory) const;
    Done hashPassword(NewSecret &secret, const SealingKey &sealingKey) const;
    Result<std::string> lockedWith(std::string_view secret, const SealingKey &key) const;
    Done makeCode(NewSecret &code) const;

    const SecretPorts &m_ports;
    Vault &m_vault;
    Turns m_turns;
    Proofs m_proofs;
};

/// The one spelling (Unicode NFKC) in which a password, a passphrase or a PIN is hashed, compared and locks: keyboards write the
/// same letter in different ways. What is no UTF-8 stays as it is.
std::string normalisedSecret(std::string_view typed);

/// A code as it was made, whatever hyphens, spaces and small letters people put in.
std::string plainCode(std::string_view typed);

} // namespace smartqueue::engine
