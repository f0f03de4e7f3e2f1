#include "smartqueue/secrets/platform_keychain.h"

#include "job_thread.h"
#include "wipe.h"

namespace smartqueue::secrets {

using namespace engine;

namespace {

/// The name that a person finds in the keychain's own window.
QString service()
{
    return QStringLiteral("SmartQueue Console");
}

template <class Job>
Job *newJob(const QString &name)
{
    auto *job = new Job(service());
    job->setKey(name);
    job->setInsecureFallback(false);
    return job;
}

Failure failureOf(const std::optional<JobOutcome> &outcome)
{
    if (!outcome)
        return {secret_failures::keychainLocked, {{"reason", "no answer"}}};
    const bool isRefused = outcome->error == QKeychain::AccessDenied || outcome->error == QKeychain::AccessDeniedByUser;
    // Without a service or a session bus QtKeychain says OtherError.
    return {isRefused ? secret_failures::keychainLocked : secret_failures::noKeychain,
            {{"reason", outcome->message.toStdString()}}};
}

bool isDone(const std::optional<JobOutcome> &outcome)
{
    return outcome && outcome->error == QKeychain::NoError;
}

bool isNotFound(const std::optional<JobOutcome> &outcome)
{
    return outcome && outcome->error == QKeychain::EntryNotFound;
}

} // namespace

PlatformKeychain::PlatformKeychain(std::chrono::milliseconds limit)
    : m_limit(limit)
{
}

Result<std::optional<std::string>> PlatformKeychain::read(const std::string &name)
{
    const auto first = readOnce(name);
    if (!first || *first)
        return first;
    // A locked keychain says that it found nothing, too; and the person may have unlocked it for the proof.
    if (const auto open = proveOpen(); !open)
        return tl::unexpected(open.error());
    return readOnce(name);
}

Done PlatformKeychain::write(const std::string &name, const std::string &secret)
{
    Q_ASSERT(secret.size() <= longestSecret);
    QByteArray plain = QByteArray::fromStdString(secret);
    QByteArray encoded = plain.toBase64();
    wipe(plain);
    const auto text = std::make_shared<QString>(QString::fromLatin1(encoded));
    wipe(encoded);
    const auto outcome = jobThread().run(
        [text, key = QString::fromStdString(name)] {
            auto *job = newJob<QKeychain::WritePasswordJob>(key);
            job->setTextData(*text);
            wipe(*text);
            return job;
        },
        m_limit);
    if (!isDone(outcome))
        return tl::unexpected(failureOf(outcome));
    const auto kept = readOnce(name);
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept != secret)
        return fail(secret_failures::keychainLocked, {{"reason", "not kept"}});
    return {};
}

Done PlatformKeychain::remove(const std::string &name)
{
    // A locked keychain says that it removed what it kept.
    if (const auto open = proveOpen(); !open)
        return open;
    return removeOnce(name);
}

Result<std::optional<std::string>> PlatformKeychain::readOnce(const std::string &name) const
{
    auto outcome =
        jobThread().run([key = QString::fromStdString(name)] { return newJob<QKeychain::ReadPasswordJob>(key); }, m_limit);
    if (isNotFound(outcome))
        return std::optional<std::string>();
    if (!isDone(outcome))
        return tl::unexpected(failureOf(outcome));
    QByteArray encoded = outcome->text.toLatin1();
    wipe(outcome->text);
    auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    wipe(encoded);
    // What another program wrote under our name is nothing to us.
    if (!decoded)
        return std::optional<std::string>();
    std::string secret = decoded.decoded.toStdString();
    wipe(decoded.decoded);
    return std::optional<std::string>(std::move(secret));
}

Done PlatformKeychain::removeOnce(const std::string &name) const
{
    const auto outcome =
        jobThread().run([key = QString::fromStdString(name)] { return newJob<QKeychain::DeletePasswordJob>(key); }, m_limit);
    if (!isDone(outcome) && !isNotFound(outcome))
        return tl::unexpected(failureOf(outcome));
    return {};
}

Done PlatformKeychain::proveOpen() const
{
    static const std::string name = "open?";
    const auto written = jobThread().run(
        [] {
            auto *job = newJob<QKeychain::WritePasswordJob>(QString::fromStdString(name));
            job->setTextData(QStringLiteral("eWVz"));
            return job;
        },
        m_limit);
    if (!isDone(written))
        return tl::unexpected(failureOf(written));
    return removeOnce(name);
}

} // namespace smartqueue::secrets
