#include <algorithm>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/domain/personal_keys.h>

#include "credentials.h"
#include "smartqueue/engine/emails.h"
#include "smartqueue/engine/installation.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

/// One attempt, in a thread where one may wait.
class Installation::SignIn {
public:
    SignIn(Installation &installation, std::string device, DeviceId desktop)
        : m_installation(installation), m_device(std::move(device)), m_desktop(desktop.empty() ? installation.self() : std::move(desktop))
    {
    }

    Result<accounts::Session> withPassword(const std::string &typedEmail, const std::string &password, const std::string &code)
    {
        const auto email = normalisedEmail(typedEmail);
        // What is no address is an account all the same: it answers and waits like the others.
        const std::string spelled = email ? *email : typedEmail;
        m_account = m_installation.m_ports.sealer->digest("account " + spelled);
        const Turns::Turn turn(m_installation.m_credentials->turns(), m_account);
        const SharedDirectory directory = m_installation.settledDirectory();
        if (const Done ready = notTooSoon(*directory); !ready)
            return tl::unexpected(ready.error());
        const User *user = directory->userByEmail(spelled);
        const std::string hash = user ? m_installation.readBeside(passwordKey(user->id)) : std::string();
        const bool right = verify(hash, password);
        if (!user || !right || hash.empty() || !user->active)
            return refuse(user ? user->id : UserId{});
        if (m_installation.vault()->isOpen() == false)
            m_installation.m_credentials->openWith(password, m_installation.readBeside(keyOfUser(user->id)), m_installation.readBeside(keyCheck));
        RecordSignIn record{user->id, m_account, m_device};
        if (user->secondFactor) {
            if (code.empty())
                return fail(failures::secondFactorNeeded);
            if (!secondFactor(*user, code, record))
                return refuse(user->id);
        }
        return enter(std::move(record));
    }

    Result<accounts::Session> withPin(UserId id, const std::string &pin)
    {
        m_account = m_installation.m_ports.sealer->digest("pin of " + std::to_string(id.value));
        const Turns::Turn turn(m_installation.m_credentials->turns(), m_account);
        const SharedDirectory directory = m_installation.settledDirectory();
        if (const Done ready = notTooSoon(*directory); !ready)
            return tl::unexpected(ready.error());
        const User *user = directory->user(id);
        const std::string hash = m_installation.readBeside(pinKey(id));
        const bool right = verify(hash, pin);
        if (!user || !right || hash.empty() || !user->active || user->removed)
            return refuse(id);
        return enter({id, m_account, m_device});
    }

    /// The token stays the one that the desktop holds.
    Result<accounts::Session> withKept(const accounts::Session &kept)
    {
        m_account = m_installation.m_ports.sealer->digest("kept session of " + std::to_string(kept.user.value));
        const SharedDirectory directory = m_installation.settledDirectory();
        if (m_installation.userBehind(kept.token, m_desktop) != kept.user || directory->user(kept.user)->mustChangePassword
            || accounts::mustEnrolSecondFactor(*directory, kept.user))
            return fail(failures::wrongCredentials);
        return enter({kept.user, m_account, m_device}, kept.token);
    }

    /// By what this desktop holds, and without a trace: only the host writes.
    Done onlyProves(UserId id, const std::string &password, const std::string &code)
    {
        const SharedDirectory directory = m_installation.directory();
        const Profile *profile = directory->profile(id);
        return proves(*directory, directory->user(id), profile ? profile->email : std::string(), password, code);
    }

    /// While the host cannot be asked: whoever comes in so reads, and may take over; everything else waits for a sign-in there.
    Result<accounts::Session> withoutHost(const std::string &typedEmail, const std::string &password, const std::string &code)
    {
        const auto email = normalisedEmail(typedEmail);
        const std::string spelled = email ? *email : typedEmail;
        const SharedDirectory directory = m_installation.directory();
        const User *user = directory->userByEmail(spelled);
        if (const Done proven = proves(*directory, user, spelled, password, code); !proven)
            return tl::unexpected(proven.error());
        return accounts::Session{user->id, user->sessions, now()};
    }

private:
    Instant now() const { return m_installation.m_wallClock.now(); }

    /// What is too long to be a secret takes as long as any other, and is wrong.
    bool verify(const std::string &hash, const std::string &typed) const
    {
        const std::string secret = normalisedSecret(typed);
        const bool tooLong = secret.size() > PasswordHasher::longestSecret;
        return m_installation.m_ports.hasher->verify(hash, tooLong ? std::string() : secret) && !tooLong;
    }

    Done notTooSoon(const accounts::Directory &directory) const
    {
        const auto wait = accounts::waitBefore(directory, m_account, now());
        return wait ? tooSoon(*wait) : Done();
    }

    static Done tooSoon(std::chrono::seconds wait)
    {
        return fail(failures::slowDown, {{"retry_after_seconds", std::to_string(wait.count())}});
    }

    Done proves(const accounts::Directory &directory, const User *user, const std::string &spelled, const std::string &password, const std::string &code)
    {
        m_account = m_installation.m_ports.sealer->digest("account " + spelled);
        Credentials &credentials = *m_installation.m_credentials;
        const Turns::Turn turn(credentials.turns(), m_account);
        if (const Done ready = notTooSoon(directory); !ready)
            return ready;
        if (const auto wait = credentials.proofs().waitBefore(m_account, now()))
            return tooSoon(*wait);
        const auto wrong = [&]() -> Done {
            credentials.proofs().failed(m_account, now());
            return fail(failures::wrongCredentials);
        };
        const std::string hash = user ? m_installation.readBeside(passwordKey(user->id)) : std::string();
        const bool right = verify(hash, password);
        if (!user || !right || hash.empty() || !user->active || user->removed)
            return wrong();
        // A second factor is set up where it is written down.
        if (accounts::mustEnrolSecondFactor(directory, user->id))
            return fail(failures::wrongCredentials);
        if (user->secondFactor) {
            if (code.empty())
                return fail(failures::secondFactorNeeded);
            if (!m_installation.vault()->isOpen())
                credentials.openWith(password, m_installation.readBeside(keyOfUser(user->id)), m_installation.readBeside(keyCheck));
            // No recovery code: it could not be crossed out.
            const auto step = stepOf(*user, code, std::max<std::int64_t>(user->lastStep, credentials.proofs().lastStep(user->id)));
            if (!step)
                return wrong();
            credentials.proofs().spend(user->id, *step);
        }
        credentials.proofs().succeeded(m_account);
        return {};
    }

    Answer record(CommandBody body)
    {
        Command command{{}, std::move(body), {}, {}};
        command.site = {};
        command.user = theProgram;
        QFuture<Answer> answer = m_installation.enqueue(std::move(command));
        answer.waitForFinished();
        return answer.result();
    }

    tl::unexpected<Failure> refuse(UserId user)
    {
        if (const Answer recorded = record(RecordFailedSignIn{m_account, user}); !recorded)
            return tl::unexpected<Failure>(recorded.error());
        return fail(failures::wrongCredentials);
    }

    /// The step whose one-time password it is, later than the last one that served.
    std::optional<std::int64_t> stepOf(const User &user, const std::string &code, std::int64_t last) const
    {
        const auto secret = m_installation.vault()->read(m_installation.readBeside(secondFactorKey(user.id)));
        return secret ? m_installation.m_ports.oneTimePasswords->match(*secret, code, now(), last) : std::nullopt;
    }

    bool secondFactor(const User &user, const std::string &code, RecordSignIn &record)
    {
        record.step = stepOf(user, code, user.lastStep);
        if (record.step)
            return true;
        record.recoveryDigest = m_installation.m_ports.sealer->digest(plainCode(code));
        return m_installation.readBeside(recoveryKey(user.id)).find(record.recoveryDigest + '\n') != std::string::npos;
    }

    Result<accounts::Session> enter(RecordSignIn signIn, std::string token = {})
    {
        const UserId user = signIn.user;
        if (token.empty())
            token = m_installation.m_ports.sealer->newKeyPair().first;
        signIn.desktop = m_desktop;
        signIn.digest = m_installation.m_ports.sealer->digest(token);
        const auto recorded = record(std::move(signIn));
        if (!recorded)
            return tl::unexpected(recorded.error());
        const SharedDirectory directory = m_installation.settledDirectory();
        return accounts::Session{user, directory->user(user)->sessions, recorded->at, std::move(token)};
    }

    Installation &m_installation;
    std::string m_device;
    DeviceId m_desktop;
    std::string m_account;
};

QFuture<Result<accounts::Session>> Installation::signIn(std::string email, std::string password, std::string code, std::string device, DeviceId desktop)
{
    return inPool(*m_secretPool, [this, email = std::move(email), password = std::move(password), code = std::move(code), device = std::move(device), desktop = std::move(desktop)] {
        Upstream *upstream = m_upstream;
        if (!upstream)
            return SignIn(*this, device, desktop).withPassword(email, password, code);
        auto signing = upstream->signIn(email, password, code, device);
        signing.waitForFinished();
        Result<accounts::Session> session = signing.result();
        if (!session && session.error().code == replication::peer_failures::hostUnreachable)
            session = SignIn(*this, device, desktop).withoutHost(email, password, code);
        if (session && !m_vault->isOpen())
            m_credentials->openWith(password, readBeside(keyOfUser(session->user)), readBeside(keyCheck));
        return session;
    });
}

QFuture<Result<accounts::Session>> Installation::signInWithPin(UserId user, std::string pin, std::string device, DeviceId desktop)
{
    if (Upstream *upstream = m_upstream)
        return upstream->signInWithPin(user, std::move(pin), std::move(device));
    return inPool(*m_secretPool, [this, user, pin = std::move(pin), device = std::move(device), desktop = std::move(desktop)] { return SignIn(*this, device, desktop).withPin(user, pin); });
}

QFuture<Result<accounts::Session>> Installation::resume(accounts::Session kept, std::string device, DeviceId desktop)
{
    if (Upstream *upstream = m_upstream)
        return upstream->resume(kept, std::move(device));
    return inPool(*m_secretPool, [this, kept, device = std::move(device), desktop = std::move(desktop)] { return SignIn(*this, device, desktop).withKept(kept); });
}

QFuture<Done> Installation::prove(UserId user, std::string password, std::string code)
{
    return inPool(*m_secretPool, [this, user, password = std::move(password), code = std::move(code)] {
        return SignIn(*this, {}, {}).onlyProves(user, password, code);
    });
}

SecondFactorDraft Installation::draftSecondFactor(UserId user) const
{
    const SharedDirectory known = directory();
    const Profile *profile = known->profile(user);
    SecondFactorDraft draft;
    draft.secret = m_ports.oneTimePasswords->newSecret();
    draft.address = m_ports.oneTimePasswords->address(draft.secret, "SmartQueue", profile ? profile->email : std::string());
    for (std::size_t i = 0; i < limits::recoveryCodes; ++i) {
        const std::string code = m_ports.sealer->newCode(12);
        draft.recoveryCodes.push_back(code.substr(0, 4) + '-' + code.substr(4, 4) + '-' + code.substr(8));
    }
    return draft;
}

bool Installation::fits(const SecondFactorDraft &draft, const std::string &code) const
{
    return m_ports.oneTimePasswords->match(draft.secret, code, m_wallClock.now(), 0).has_value();
}

} // namespace smartqueue::engine
