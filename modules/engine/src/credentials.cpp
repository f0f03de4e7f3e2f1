#include "credentials.h"

#include <QString>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/foundation/text.h>

#include "smartqueue/engine/emails.h"

namespace smartqueue::engine {

namespace {

/// 60 bits, in three groups of four.
constexpr int codeLength = 12;
constexpr int codeGroup = 4;

Done normalise(Profile &profile)
{
    auto email = normalisedEmail(profile.email);
    if (!email)
        return tl::unexpected(email.error());
    profile.email = std::move(*email);
    return {};
}

} // namespace

std::string normalisedSecret(std::string_view typed)
{
    if (typed.size() > PasswordHasher::longestSecret || !isPlainUtf8(typed))
        return std::string(typed);
    return QString::fromUtf8(typed.data(), qsizetype(typed.size())).normalized(QString::NormalizationForm_KC).toStdString();
}

std::string plainCode(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c >= 'a' && c <= 'z')
            c = char(c - 'a' + 'A');
        // As Crockford reads them.
        if (c == 'O')
            c = '0';
        else if (c == 'I' || c == 'L')
            c = '1';
        if (c != '-' && c != ' ')
            code += c;
    }
    return code;
}

bool Credentials::isSlow(const CommandBody &body)
{
    return std::holds_alternative<CreateUser>(body) || std::holds_alternative<UpdateUser>(body) || std::holds_alternative<InviteAgent>(body)
        || std::holds_alternative<RenewInvitation>(body) || std::holds_alternative<AcceptInvitation>(body) || std::holds_alternative<SetPassword>(body)
        || std::holds_alternative<SetPin>(body) || std::holds_alternative<SetSecondFactor>(body) || std::holds_alternative<RotateKey>(body);
}

Done Credentials::prepare(CommandBody &body, UserId asking, const ReadBeside &read, const accounts::Directory &directory) const
{
    return std::visit(
        [&](auto &command) -> Done {
            if constexpr (requires { this->prepare(command); })
                return this->prepare(command);
            else if constexpr (requires { this->prepare(command, directory); })
                return this->prepare(command, directory);
            else if constexpr (requires { this->prepare(command, read, directory); })
                return this->prepare(command, read, directory);
            else if constexpr (requires { this->prepare(command, asking, read); })
                return this->prepare(command, asking, read);
            else
                return {};
        },
        body);
}

Done Credentials::hashPassword(NewSecret &secret, const SealingKey &sealingKey) const
{
    secret.plain = normalisedSecret(secret.plain);
    if (const Done good = accounts::checkedPassword(secret.plain); !good)
        return good;
    if (m_ports.hasher->isCommon(secret.plain))
        return fail(failures::weakPassword, {{"reason", "common"}});
    auto hash = m_ports.hasher->hash(secret.plain);
    if (!hash)
        return tl::unexpected(hash.error());
    auto key = lockedWith(secret.plain, sealingKey);
    if (!key)
        return tl::unexpected(key.error());
    secret = {{}, std::move(*hash), std::move(*key)};
    return {};
}

void Credentials::openWith(std::string_view secret, const std::string &locked, const std::string &check) const
{
    if (m_vault.openWith(normalisedSecret(secret), locked) && !m_vault.opens(m_vault.key(), check))
        m_vault.revert();
}

Result<std::string> Credentials::lockedWith(std::string_view secret, const SealingKey &key) const
{
    // Who comes in while the vault is shut has no key to it.
    return key.empty() ? Result<std::string>(std::string()) : m_vault.lockedWith(secret, key);
}

Done Credentials::makeCode(NewSecret &code) const
{
    const std::string plain = m_ports.sealer->newCode(codeLength);
    auto key = lockedWith(plain, m_vault.key());
    if (!key)
        return tl::unexpected(key.error());
    code.kept = m_ports.sealer->digest(plain);
    code.key = std::move(*key);
    code.plain.clear();
    for (int i = 0; i < codeLength; i += codeGroup)
        code.plain += (i > 0 ? "-" : "") + plain.substr(std::size_t(i), codeGroup);
    return {};
}

Done Credentials::prepare(CreateUser &command, const accounts::Directory &directory) const
{
    if (const Done normal = normalise(command.profile); !normal)
        return normal;
    // The first key of the database comes with its first user, unless the owner had one.
    if (!directory.hasUsers() && !m_vault.isOpen())
        command.sealingKey = m_vault.newKey();
    return hashPassword(command.password, m_vault.isOpen() ? m_vault.key() : command.sealingKey);
}

Done Credentials::prepare(UpdateUser &command) const
{
    return normalise(command.profile);
}

Done Credentials::prepare(InviteAgent &command) const
{
    if (const Done normal = normalise(command.profile); !normal)
        return normal;
    return makeCode(command.code);
}

Done Credentials::prepare(RenewInvitation &command) const
{
    return makeCode(command.code);
}

Done Credentials::prepare(AcceptInvitation &command, const ReadBeside &read, const accounts::Directory &directory) const
{
    const std::string code = plainCode(command.code.plain).substr(0, codeLength + 1);
    command.code = {{}, m_ports.sealer->digest(code)};
    if (!m_vault.isOpen()) {
        for (const auto &[user, invitation] : directory.invitations) {
            // Without its key the invitation still works; the person then reads no customers' data.
            if (invitation.digest == command.code.kept)
                openWith(code, read(keyOfUser(user)), read(keyCheck));
        }
    }
    return hashPassword(command.password, m_vault.key());
}

Done Credentials::prepare(SetPassword &command, UserId asking, const ReadBeside &read) const
{
    // Whoever changes their own must; of another's password nobody learns whether this is it.
    if (command.user == asking && command.password.plain.size() <= PasswordHasher::longestSecret) {
        const std::string kept = read(passwordKey(command.user));
        if (!kept.empty() && m_ports.hasher->verify(kept, normalisedSecret(command.password.plain)))
            return fail(failures::weakPassword, {{"reason", "same"}});
    }
    return hashPassword(command.password, m_vault.key());
}

Done Credentials::prepare(SetPin &command) const
{
    if (command.pin.plain.empty())
        return {};
    command.pin.plain = normalisedSecret(command.pin.plain);
    if (const Done good = accounts::checkedPin(command.pin.plain); !good)
        return good;
    auto hash = m_ports.hasher->hash(command.pin.plain);
    if (!hash)
        return tl::unexpected(hash.error());
    command.pin = {{}, std::move(*hash)};
    return {};
}

Done Credentials::prepare(SetSecondFactor &command) const
{
    if (command.secret.plain.empty())
        return {};
    auto sealed = m_vault.seal(command.secret.plain);
    if (!sealed)
        return tl::unexpected(sealed.error());
    command.secret = {{}, std::move(*sealed)};
    for (NewSecret &code : command.recoveryCodes)
        code = {{}, m_ports.sealer->digest(plainCode(code.plain))};
    return {};
}

Done Credentials::prepare(RotateKey &command, const accounts::Directory &directory) const
{
    if (command.sealingKey.empty()) {
        // A key that nothing opens again would be lost with the program's end.
        if (!directory.hasUsers() && command.passphrase.plain.empty())
            return fail(failures::missingField, {{"field", "passphrase"}});
        command.sealingKey = m_vault.newKey();
    }
    if (command.passphrase.plain.empty())
        return {};
    // There the passwords of the users open the key, and nothing would ever ask for a passphrase.
    if (directory.hasUsers())
        return fail(failures::invalidValue, {{"field", "passphrase"}, {"reason", "has_users"}});
    command.passphrase.plain = normalisedSecret(command.passphrase.plain);
    if (const Done good = accounts::checkedPassword(command.passphrase.plain); !good)
        return good;
    auto key = m_vault.lockedWith(command.passphrase.plain, command.sealingKey);
    if (!key)
        return tl::unexpected(key.error());
    command.passphrase = {{}, {}, std::move(*key)};
    return {};
}

} // namespace smartqueue::engine
