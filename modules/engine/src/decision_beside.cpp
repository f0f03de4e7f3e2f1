#include <smartqueue/accounts/decide.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>

#include "decision.h"

namespace smartqueue::engine {

namespace {

std::vector<PersonalDatum> keptUnder(Store &store, std::string_view prefix)
{
    return store.log().personal(prefix).value_or(std::vector<PersonalDatum>());
}

std::string keptAt(Store &store, const std::string &key)
{
    for (PersonalDatum &datum : keptUnder(store, key)) {
        if (datum.key == key)
            return std::move(datum.text);
    }
    return {};
}

} // namespace

UserId userIn(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (const auto *created = std::get_if<UserCreated>(&event))
            return created->user;
        if (const auto *changed = std::get_if<ProfileChanged>(&event))
            return changed->user;
    }
    return {};
}

bool Decider::readsBeside(const CommandBody &body)
{
    if (const auto *signIn = std::get_if<RecordSignIn>(&body))
        return !signIn->recoveryDigest.empty();
    if (const auto *create = std::get_if<CreateUser>(&body))
        return !create->sealingKey.empty();
    return std::holds_alternative<RotateKey>(body);
}

bool Decider::mayRotate() const
{
    return m_vault && (m_vault->isOpen() || keptAt(m_store, keyCheck).empty());
}

Done Decider::keepsTheKey(const Command &command) const
{
    // A second key beside one that is only not at hand would shut away what the first has sealed, for good.
    const auto *create = std::get_if<CreateUser>(&command.body);
    const bool bringsKey = std::holds_alternative<RotateKey>(command.body) || (create && !create->sealingKey.empty());
    if (bringsKey && !mayRotate())
        return fail(failures::locked);
    // So would a password behind which the key no longer lies.
    const auto *password = std::get_if<SetPassword>(&command.body);
    if (password && m_vault && password->password.key.empty() && !keptAt(m_store, keyOfUser(password->user)).empty())
        return fail(failures::locked);
    return {};
}

std::optional<std::string> Decider::recoveryCodesOf(UserId user, const std::string &without) const
{
    std::string codes = keptAt(m_store, recoveryKey(user));
    const auto found = codes.find(without + '\n');
    if (found == std::string::npos)
        return std::nullopt;
    return codes.erase(found, without.size() + 1);
}

void Decider::resealEverything(Decision &decision) const
{
    for (const std::string_view prefix : {customerPrefix, notePrefix, secondFactorPrefix}) {
        for (const PersonalDatum &datum : keptUnder(m_store, prefix)) {
            // What a lost key sealed stays as it is: somebody may find the key.
            if (const auto plain = m_vault->read(datum.text))
                decision.personal.push_back({datum.key, m_vault->sealedWith(decision.sealingKey, *plain)});
        }
    }
    for (const PersonalDatum &datum : keptUnder(m_store, keyOfUserPrefix)) {
        if (std::string locked = m_vault->relocked(datum.text, decision.sealingKey); !locked.empty())
            decision.personal.push_back({datum.key, std::move(locked)});
    }
    decision.personal.push_back({keyCheck, m_vault->sealedWith(decision.sealingKey, keyCheck)});
}

void Decider::leaveBranchData(const Command &command, Decision &decision) const
{
    // Without users there may be no key yet; what is asked to be kept is not thrown away for that.
    const bool noKeyYet = !m_vault || (!m_vault->isOpen() && !m_world.directory.hasUsers());
    const auto leave = [&](const std::string &key, const std::string &text) {
        if (noKeyYet || text.empty())
            decision.personal.push_back({key, text});
        else if (auto sealed = m_vault->seal(text))
            decision.personal.push_back({key, std::move(*sealed)});
        else
            decision.notKept = true;
    };
    if (const auto *issue = std::get_if<IssueTicket>(&command.body); issue && !issue->customer.empty()) {
        for (const Event &event : decision.batch.events) {
            if (const auto *issued = std::get_if<TicketIssued>(&event))
                leave(issued->customer, issue->customer);
        }
    } else if (const auto *note = std::get_if<SaveNote>(&command.body)) {
        leave(noteKey(note->ticket), note->text);
    }
}

void Decider::leaveAccountData(const Command &command, Decision &decision) const
{
    std::vector<PersonalDatum> &data = decision.personal;
    const UserId made = userIn(decision.batch.events);
    if (const auto profile = accounts::profileAfter(m_world.directory, command.body); profile && made)
        data.push_back({profileKey(made), accounts::encode(*profile)});
    // The key may have become another one since the secret was prepared.
    const auto lockedNow = [&](const std::string &locked) {
        const SealingKey key = !decision.sealingKey.empty() ? decision.sealingKey : m_vault ? m_vault->key() : SealingKey();
        return locked.empty() || key.empty() ? locked : m_vault->relocked(locked, key);
    };
    const auto sealedNow = [&](const std::string &kept) {
        const auto plain = m_vault && Vault::isSealed(kept) ? m_vault->read(kept) : fail(failures::locked);
        return plain ? m_vault->seal(*plain).value_or(kept) : kept;
    };
    const auto keep = [&](UserId user, const NewSecret &password) {
        data.push_back({passwordKey(user), password.kept});
        data.push_back({keyOfUser(user), lockedNow(password.key)});
    };
    std::visit(
        [&](const auto &body) {
            using B = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<B, CreateUser>) {
                // Somebody may have opened the vault, or made the first user, while this one's password was hashed.
                if (!body.sealingKey.empty() && !m_vault->isOpen() && !m_world.directory.hasUsers()) {
                    decision.sealingKey = body.sealingKey;
                    resealEverything(decision);
                }
                keep(made, body.password);
            } else if constexpr (std::is_same_v<B, RotateKey>) {
                decision.sealingKey = body.sealingKey;
                resealEverything(decision);
                // The passphrase is the owner's; a database with users has their passwords.
                if (!m_world.directory.hasUsers())
                    data.push_back({keyOfUser({}), body.passphrase.key});
            } else if constexpr (std::is_same_v<B, AcceptInvitation> || std::is_same_v<B, SetPassword>) {
                keep(body.user, body.password);
            } else if constexpr (std::is_same_v<B, InviteAgent>) {
                data.push_back({keyOfUser(made), lockedNow(body.code.key)});
            } else if constexpr (std::is_same_v<B, RenewInvitation>) {
                data.push_back({keyOfUser(body.user), lockedNow(body.code.key)});
            } else if constexpr (std::is_same_v<B, SetPin>) {
                data.push_back({pinKey(body.user), body.pin.kept});
            } else if constexpr (std::is_same_v<B, SetSecondFactor>) {
                data.push_back({secondFactorKey(body.user), sealedNow(body.secret.kept)});
                std::string digests;
                for (const NewSecret &code : body.recoveryCodes)
                    digests += code.kept + '\n';
                data.push_back({recoveryKey(body.user), digests});
            } else if constexpr (std::is_same_v<B, RecordSignIn>) {
                if (!body.recoveryDigest.empty())
                    data.push_back({recoveryKey(body.user), recoveryCodesOf(body.user, body.recoveryDigest).value_or(std::string())});
            } else if constexpr (std::is_same_v<B, EraseCustomer>) {
                for (const std::string &customer : body.customers) {
                    data.push_back({customer, {}});
                    if (const auto ticket = ticketOfKey(customerPrefix, customer))
                        data.push_back({noteKey(*ticket), {}});
                }
            } else if constexpr (std::is_same_v<B, DeleteUser>) {
                // The history keeps the name, and nothing else of them.
                if (const Profile *known = m_world.directory.profile(body.user))
                    data.push_back({profileKey(body.user), accounts::encode(Profile{{}, known->firstName, known->lastName, {}})});
                for (const std::string &key : {passwordKey(body.user), pinKey(body.user), secondFactorKey(body.user), recoveryKey(body.user), keyOfUser(body.user)})
                    data.push_back({key, {}});
            }
        },
        command.body);
}

void Decider::leaveBeside(const Command &command, Decision &decision) const
{
    leaveAccountData(command, decision);
    leaveBranchData(command, decision);
}

} // namespace smartqueue::engine
