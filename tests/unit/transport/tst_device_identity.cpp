#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <smartqueue/domain/limits.h>

#include "desktops.h"

using namespace smartqueue;
using namespace smartqueue::transport;

namespace {

constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDeviceIdentity final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = DeviceIdentity::folderBeside(m_folder->filePath(QStringLiteral("branch.db")).toStdString());
        m_path = QString::fromStdString(m_place) + QStringLiteral("/identity.pem");
    }

    void itIsMadeOnceAndKept()
    {
        const auto made = DeviceIdentity::open(m_place);
        QVERIFY(made.has_value());
        const QByteArray kept = contentsOf(m_path);
        const auto again = DeviceIdentity::open(m_place);
        QVERIFY(again.has_value());
        QCOMPARE(again->id(), made->id());
        QCOMPARE(again->device().certificate, made->device().certificate);
        QCOMPARE(again->derive("purpose"), made->derive("purpose"));
        QVERIFY(again->derive("another") != made->derive("purpose"));
        QCOMPARE(contentsOf(m_path), kept);
        QCOMPARE(QDir(QString::fromStdString(m_place)).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void theIdIsTheDigestOfThePublicKey()
    {
        const auto identity = DeviceIdentity::open(m_place, "Desk 1").value();
        const QByteArray der = identity.certificate().toDer();
        const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
        X509 *certificate = d2i_X509(nullptr, &at, der.size());
        unsigned char *key = nullptr;
        const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &key);
        unsigned char digest[32];
        EVP_Digest(key, std::size_t(size), digest, nullptr, EVP_sha256(), nullptr);
        QCOMPARE(identity.id(), QByteArray(reinterpret_cast<char *>(digest), 32).toHex().toStdString());
        OPENSSL_free(key);
        X509_free(certificate);
        QCOMPARE(identity.id().size(), limits::deviceIdBytes);
        QCOMPARE(identity.device().id, identity.id());
        QCOMPARE(identity.device().name, std::string("Desk 1"));
        QVERIFY(identity.device().certificate.size() < limits::certificateBytes);
        QCOMPARE(identity.certificate().subjectInfo(QSslCertificate::CommonName), QStringList{QString::fromStdString(identity.id())});
    }

    void aWrongClockMattersNot()
    {
        const auto identity = DeviceIdentity::open(m_place).value();
        QVERIFY(identity.certificate().effectiveDate() < QDateTime::fromSecsSinceEpoch(1));
        QVERIFY(identity.certificate().expiryDate().date().year() == 9999);
    }

    void nobodyElseCanReadIt()
    {
        QVERIFY(DeviceIdentity::open(m_place).has_value());
        QVERIFY(!(QFile::permissions(QString::fromStdString(m_place)) & others));
        QVERIFY(!(QFile::permissions(m_path) & others));
        // A copy of the folder lost its rights.
        QVERIFY(QFile::setPermissions(m_path, QFile::permissions(m_path) | others));
        QVERIFY(DeviceIdentity::open(m_place).has_value());
        QVERIFY(!(QFile::permissions(m_path) & others));
    }

    void aFileThatIsNoIdentityOfOursStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("reason");
        const auto one = [this](int number) { return contentsOf(pathOf(number)); };
        m_desktops = std::make_unique<QTemporaryDir>();
        for (int number : {1, 2})
            QVERIFY(DeviceIdentity::open(QFileInfo(pathOf(number)).path().toStdString()).has_value());
        const QByteArray mine = one(1), other = one(2);
        const qsizetype cut = mine.indexOf("-----BEGIN CERTIFICATE");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("corrupt");
        QTest::newRow("noise") << QByteArray(300, '\xfe') << QStringLiteral("corrupt");
        QTest::newRow("only the key") << mine.left(cut) << QStringLiteral("corrupt");
        QTest::newRow("only the certificate") << mine.mid(cut) << QStringLiteral("corrupt");
        QTest::newRow("half of it") << mine.left(cut / 2) << QStringLiteral("corrupt");
        QTest::newRow("the certificate of another") << mine.left(cut) + other.mid(other.indexOf("-----BEGIN CERTIFICATE"))
                                                    << QStringLiteral("key_of_another");
        QTest::newRow("far too much") << mine + QByteArray(100'000, '\n') << QStringLiteral("corrupt");
    }

    void aFileThatIsNoIdentityOfOursStaysAsItIs()
    {
        QFETCH(QByteArray, contents);
        QFETCH(QString, reason);
        QVERIFY(QDir().mkpath(QString::fromStdString(m_place)));
        write(m_path, contents);
        const auto opened = DeviceIdentity::open(m_place);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, identity_failures::unreadable);
        QCOMPARE(opened.error().detail.at("path"), m_path.toStdString());
        QCOMPARE(QString::fromStdString(opened.error().detail.at("reason")), reason);
        QCOMPARE(contentsOf(m_path), contents);
    }

    void whatIsNoFolderIsSaid()
    {
        write(QString::fromStdString(m_place), "a file");
        QCOMPARE(DeviceIdentity::open(m_place).error().code, identity_failures::unreadable);
        QCOMPARE(DeviceIdentity::open("/proc/nowhere/at all").error().code, identity_failures::unwritable);
    }

private:
    QString pathOf(int number) const { return m_desktops->filePath(QString::number(number)) + QStringLiteral("/identity.pem"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_desktops;
    std::string m_place;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestDeviceIdentity)
#include "tst_device_identity.moc"
