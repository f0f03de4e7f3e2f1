#include <set>

#include <QRegularExpression>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <smartqueue/secrets/oath_passwords.h>

using namespace smartqueue;
using namespace smartqueue::secrets;
using namespace std::chrono_literals;

namespace {

/// "12345678901234567890", the secret of RFC 6238.
const std::string rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

constexpr std::int64_t never = -1;

Instant at(std::chrono::seconds time)
{
    return Instant(time);
}

} // namespace

class TestOneTimePasswords final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCodesAreThoseOfTheRfc_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QByteArray>("code");
        // Appendix B, of its eight digits the last six.
        const std::pair<qint64, const char *> vectors[]{{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                                                        {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
        for (const auto &[time, code] : vectors)
            QTest::addRow("%lld", static_cast<long long>(time)) << time << QByteArray(code);
    }

    void theCodesAreThoseOfTheRfc()
    {
        QFETCH(qint64, time);
        QFETCH(QByteArray, code);
        const Instant now = at(std::chrono::seconds(time));
        QCOMPARE(m_passwords.codeAt(rfcSecret, now), code.toStdString());
        QVERIFY(m_passwords.match(rfcSecret, code.toStdString(), now, never) == std::optional<std::int64_t>(time / 30));
    }

    void aCodeFitsOneStepEitherWay()
    {
        const std::string code = m_passwords.codeAt(rfcSecret, at(1000000s));
        // Step 33,333 lasts from 999,990 to 1,000,020.
        for (const auto now : {999960s, 999990s, 1000019s, 1000049s})
            QVERIFY(m_passwords.match(rfcSecret, code, at(now), never) == std::optional<std::int64_t>(33333));
        for (const auto now : {999959s, 1000050s})
            QVERIFY(!m_passwords.match(rfcSecret, code, at(now), never));
    }

    void aCodeWorksOnce()
    {
        const Instant now = at(1000000s);
        const std::string before = m_passwords.codeAt(rfcSecret, now - 30s);
        const std::string code = m_passwords.codeAt(rfcSecret, now);
        const std::string after = m_passwords.codeAt(rfcSecret, now + 30s);
        const auto step = m_passwords.match(rfcSecret, code, now, never);
        QVERIFY(step.has_value());
        QVERIFY(!m_passwords.match(rfcSecret, code, now, *step));
        QVERIFY(!m_passwords.match(rfcSecret, code, now + 30s, *step));
        // Nor does one that was left out.
        QVERIFY(!m_passwords.match(rfcSecret, before, now, *step));
        QVERIFY(m_passwords.match(rfcSecret, after, now, *step) == std::optional<std::int64_t>(*step + 1));
    }

    void onlySixDigitsAreACode()
    {
        const Instant now = at(59s);
        for (const std::string &code : {std::string(), std::string("28708"), std::string("2870822"), std::string("94287082"),
                                        std::string("287083"), std::string("28708 "), std::string("abcdef"), std::string(6, '\0'),
                                        std::string("287082\n")})
            QVERIFY2(!m_passwords.match(rfcSecret, code, now, never), code.c_str());
    }

    void aDamagedSecretMatchesNothing()
    {
        for (const char *secret : {"", "1", "not base 32!", "GEZDGNBVGY3TQOJQ0"}) {
            QCOMPARE(m_passwords.codeAt(secret, at(59s)), std::string());
            QVERIFY(!m_passwords.match(secret, "", at(59s), never));
            QVERIFY(!m_passwords.match(secret, "000000", at(59s), never));
        }
    }

    void aNewSecretIsOfTwentyRandomBytes()
    {
        static const QRegularExpression base32(QStringLiteral("^[A-Z2-7]{32}$"));
        std::set<std::string> secrets;
        for (int i = 0; i < 100; ++i) {
            const std::string secret = m_passwords.newSecret();
            QVERIFY2(base32.match(QString::fromStdString(secret)).hasMatch(), secret.c_str());
            QCOMPARE(m_passwords.codeAt(secret, at(59s)).size(), std::size_t(6));
            secrets.insert(secret);
        }
        QCOMPARE(secrets.size(), std::size_t(100));
    }

    void theAddressIsWhatAppsRead()
    {
        QCOMPARE(m_passwords.address("SECRET", "Mairie d'Été: nord", "a+b@example.org"),
                 std::string("otpauth://totp/Mairie%20d%27%C3%89t%C3%A9%20%20nord:a%2Bb%40example.org"
                             "?secret=SECRET&issuer=Mairie%20d%27%C3%89t%C3%A9%20%20nord"));
        const QUrl url(QString::fromStdString(m_passwords.address("SECRET", "A & B", "me@example.org")));
        QVERIFY(url.isValid());
        QCOMPARE(url.path(QUrl::FullyDecoded), QStringLiteral("/A & B:me@example.org"));
        const QUrlQuery query(url);
        QCOMPARE(query.queryItemValue(QStringLiteral("secret")), QStringLiteral("SECRET"));
        QCOMPARE(query.queryItemValue(QStringLiteral("issuer"), QUrl::FullyDecoded), QStringLiteral("A & B"));
    }

private:
    OathPasswords m_passwords;
};

QTEST_GUILESS_MAIN(TestOneTimePasswords)
#include "tst_one_time_passwords.moc"
