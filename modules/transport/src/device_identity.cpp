#include "smartqueue/transport/device_identity.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>

#include "certificates.h"
#include "digests.h"
#include "openssl_handles.h"

namespace smartqueue::transport {

struct DeviceIdentity::Parts {
    KeyHandle handle;
    /// What derive() starts from.
    std::string seed;
    Device device;
    QSslCertificate certificate;
    QSslKey key;
};

namespace {

const QString identityFile = QStringLiteral("identity.pem");
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// Bytes; an identity has less than 2 KiB.
constexpr qint64 largestFile = 64 * 1024;

tl::unexpected<Failure> unreadable(const QString &path, const char *reason)
{
    return fail(identity_failures::unreadable, {{"path", path.toStdString()}, {"reason", reason}});
}

tl::unexpected<Failure> unwritable(const QString &path, const QString &reason)
{
    return fail(identity_failures::unwritable, {{"path", path.toStdString()}, {"reason", reason.toStdString()}});
}

std::string nameOfMachine(const DeviceId &id)
{
    const std::string host = QSysInfo::machineHostName().toStdString();
    const std::string_view name = trimmed(host);
    const bool isUsable = isPlainUtf8(name) && hasVisibleText(name) && !hasHiddenMarks(name);
    return isUsable ? shortened(name, limits::nameCodePoints) : id.substr(0, 8);
}

bool addExtension(X509 &certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, &certificate, &certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool added = extension && X509_add_ext(&certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

/// Valid from 1970 on and without an end (RFC 5280, 4.1.2.5): a machine whose clock is wrong finds and keeps its branch.
CertificateHandle selfSigned(EVP_PKEY &key)
{
    CertificateHandle certificate(X509_new());
    const auto serial = randomBytes(8);
    if (!certificate || !serial || X509_set_version(certificate.get(), X509_VERSION_3) != 1
        || X509_set_pubkey(certificate.get(), &key) != 1)
        return nullptr;
    std::uint64_t number = 1;
    for (const char byte : *serial)
        number = (number << 7) ^ static_cast<unsigned char>(byte);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), number >> 1 | 1);
    const DeviceId id = idOfKey(*certificate);
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    const bool done = X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(id.c_str()), -1, -1, 0)
            == 1
        && X509_set_issuer_name(certificate.get(), subject) == 1
        && ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), "19700101000000Z") == 1
        && ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate.get()), "99991231235959Z") == 1
        && addExtension(*certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(*certificate, NID_key_usage, "critical,digitalSignature,keyCertSign")
        && addExtension(*certificate, NID_ext_key_usage, "serverAuth,clientAuth")
        && addExtension(*certificate, NID_subject_key_identifier, "hash") && X509_sign(certificate.get(), &key, EVP_sha256()) > 0;
    return done ? std::move(certificate) : nullptr;
}

QByteArray textOf(BIO &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(&bio, &data);
    return QByteArray(data, qsizetype(size));
}

/// Key and certificate in PEM; empty when the machine gives no randomness.
QByteArray newIdentity()
{
    const KeyHandle key(EVP_EC_gen("P-256"));
    const CertificateHandle certificate = key ? selfSigned(*key) : nullptr;
    const BioHandle out(BIO_new(BIO_s_secmem()));
    if (!certificate || !out || PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
        return {};
    return textOf(*out);
}

/// An existing file is left as it is. Written aside first, so that a crash leaves a whole identity or none.
Done writeNew(const QString &path)
{
    QByteArray text = newIdentity();
    if (text.isEmpty())
        return unwritable(path, QStringLiteral("no_cryptography"));
    const auto number = randomBytes(8);
    const QString aside = path + QLatin1Char('.') + QString::fromStdString(toHex(number.value_or(std::string())));
    QSaveFile file(aside);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(text) == text.size() && file.commit();
    OPENSSL_cleanse(text.data(), std::size_t(text.size()));
    if (!written)
        return unwritable(path, file.errorString());
    // Refuses to overwrite; whoever was quicker is read then.
    QFile made(aside);
    if (!made.rename(path)) {
        const QString reason = made.errorString();
        QFile::remove(aside);
        if (!QFileInfo::exists(path))
            return unwritable(path, reason);
    }
    return {};
}

/// PEM takes a password from the terminal otherwise.
int noPassword(char *, int, int, void *)
{
    return -1;
}

} // namespace

DeviceIdentity::DeviceIdentity(std::shared_ptr<const Parts> parts)
    : m_parts(std::move(parts))
{
}

std::string DeviceIdentity::folderBeside(const std::string &database)
{
    return database + ".peer";
}

Result<DeviceIdentity> DeviceIdentity::open(const std::string &folder, const std::string &name)
{
    const QString place = QString::fromStdString(folder);
    const QFileInfo there(place);
    if (there.exists() && !there.isDir())
        return unreadable(place, "not_a_folder");
    if (!there.exists() && !QDir().mkpath(place))
        return unwritable(place, QStringLiteral("folder"));
    // A copy of the database may have brought it with other rights.
    if (!QFile::setPermissions(place, ownerOnly | QFileDevice::ExeOwner))
        return unwritable(place, QStringLiteral("permissions"));
    const QString path = QDir(place).filePath(identityFile);
    if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink()) {
        const Done written = writeNew(path);
        if (!written)
            return tl::unexpected(written.error());
    }
    return read(path.toStdString(), name);
}

std::optional<DeviceId> DeviceIdentity::idIn(const std::string &folder)
{
    QFile file(QDir(QString::fromStdString(folder)).filePath(identityFile));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return std::nullopt;
    const auto device = deviceOf(QSslCertificate(file.readAll(), QSsl::Pem));
    return device ? std::optional(device->id) : std::nullopt;
}

Result<DeviceIdentity> DeviceIdentity::read(const std::string &path, const std::string &name)
{
    const QString place = QString::fromStdString(path);
    QFile file(place);
    if (!QFileInfo(place).isFile() || !file.open(QIODevice::ReadOnly))
        return unreadable(place, "not_readable");
    if (file.size() > largestFile)
        return unreadable(place, "corrupt");
    QByteArray text = file.readAll();
    const BioHandle in(BIO_new_mem_buf(text.constData(), int(text.size())));
    auto parts = std::make_shared<Parts>();
    parts->handle.reset(PEM_read_bio_PrivateKey(in.get(), nullptr, noPassword, nullptr));
    const CertificateHandle certificate(parts->handle ? PEM_read_bio_X509(in.get(), nullptr, noPassword, nullptr) : nullptr);
    parts->key = QSslKey(text, QSsl::Ec);
    parts->certificate = QSslCertificate(text, QSsl::Pem);
    OPENSSL_cleanse(text.data(), std::size_t(text.size()));
    if (!certificate || parts->key.isNull())
        return unreadable(place, "corrupt");
    if (X509_check_private_key(certificate.get(), parts->handle.get()) != 1 || X509_verify(certificate.get(), parts->handle.get()) != 1)
        return unreadable(place, "key_of_another");
    const auto device = deviceOf(parts->certificate);
    if (!device || parts->certificate.subjectInfo(QSslCertificate::CommonName) != QStringList{QString::fromStdString(device->id)})
        return unreadable(place, "foreign");
    if (!file.setPermissions(ownerOnly))
        return unwritable(place, QStringLiteral("permissions"));
    parts->device = *device;
    parts->device.name = name.empty() ? nameOfMachine(device->id) : name;
    unsigned char *der = nullptr;
    const int size = i2d_PrivateKey(parts->handle.get(), &der);
    if (size <= 0)
        return unreadable(place, "corrupt");
    parts->seed = hmacSha256("smartqueue identity seed", std::string_view(reinterpret_cast<char *>(der), std::size_t(size)));
    OPENSSL_clear_free(der, std::size_t(size));
    return DeviceIdentity(std::move(parts));
}

const DeviceId &DeviceIdentity::id() const
{
    return m_parts->device.id;
}

Device DeviceIdentity::device() const
{
    return m_parts->device;
}

const QSslCertificate &DeviceIdentity::certificate() const
{
    return m_parts->certificate;
}

const QSslKey &DeviceIdentity::key() const
{
    return m_parts->key;
}

std::string DeviceIdentity::sign(std::string_view bytes) const
{
    const DigestHandle context(EVP_MD_CTX_new());
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.data());
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_parts->handle.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) != 1)
        return {};
    std::string signature(size, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data, bytes.size()) != 1)
        return {};
    signature.resize(size);
    return signature;
}

std::string DeviceIdentity::derive(std::string_view purpose) const
{
    return hmacSha256(m_parts->seed, purpose);
}

} // namespace smartqueue::transport
