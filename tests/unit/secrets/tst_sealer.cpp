#include <map>
#include <set>

#include <QTest>

#include <smartqueue/secrets/sodium_sealer.h>

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace smartqueue::secrets;

namespace {

std::string fromHex(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

bool isSealed(const Result<std::string> &opened)
{
    return !opened && opened.error().code == secret_failures::sealed;
}

} // namespace

class TestSealer final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasSealedIsOpened()
    {
        const SealingKey key = m_sealer.newKey();
        QCOMPARE(key.size(), Sealer::keyBytes);
        for (const std::string &plain : {std::string(), std::string("Amélie"), std::string(3, '\0'), std::string(100'000, 'x')})
            QVERIFY(m_sealer.open(key, m_sealer.seal(key, plain)) == Result<std::string>(plain));
    }

    void aPublishedBoxIsOpened()
    {
        // From the tests of NaCl, where the box is made by crypto_secretbox.
        const std::string key = fromHex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");
        const std::string nonce = fromHex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
        const std::string box = fromHex("f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186a"
                                        "c0dfc17c98dce87b4da7f011ec48c97271d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae"
                                        "90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a74"
                                        "e355a5");
        const std::string plain = fromHex("be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffce5ecbaaf33bd751a1ac728d45e6c6129"
                                          "6cdc3c01233561f41db66cce314adb310e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde"
                                          "048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f937763848645e0705");
        const std::string sealed = QByteArray::fromStdString(nonce + box).toBase64().toStdString();
        QVERIFY(m_sealer.open(key, sealed) == Result<std::string>(plain));
    }

    void nothingIsSealedTheSameTwice()
    {
        const SealingKey key = m_sealer.newKey();
        QVERIFY(m_sealer.seal(key, "same") != m_sealer.seal(key, "same"));
    }

    void anyChangeOfTheTextIsSeen()
    {
        const SealingKey key = m_sealer.newKey();
        // Three lengths, for the three endings of base 64.
        for (const char *plain : {"a secret", "a secret!", "a secret!!"}) {
            const std::string sealed = m_sealer.seal(key, plain);
            QVERIFY(m_sealer.open(key, sealed).has_value());
            for (std::size_t at = 0; at < sealed.size(); ++at) {
                for (int other = 0; other < 256; ++other) {
                    std::string changed = sealed;
                    changed[at] = char(other);
                    if (changed != sealed)
                        QVERIFY2(isSealed(m_sealer.open(key, changed)), qPrintable(QStringLiteral("%1: %2").arg(at).arg(other)));
                }
                QVERIFY(isSealed(m_sealer.open(key, sealed.substr(0, at))));
                QVERIFY(isSealed(m_sealer.open(key, sealed.substr(at + 1))));
                QVERIFY(isSealed(m_sealer.open(key, sealed.substr(0, at) + '\n' + sealed.substr(at))));
            }
            for (const char *more : {"A", "=", "AAAA", " "})
                QVERIFY(isSealed(m_sealer.open(key, sealed + more)));
        }
    }

    void anotherKeyOpensNothing()
    {
        const SealingKey key = m_sealer.newKey();
        const std::string sealed = m_sealer.seal(key, "a secret");
        QVERIFY(m_sealer.newKey() != key);
        QVERIFY(isSealed(m_sealer.open(m_sealer.newKey(), sealed)));
        for (std::size_t at = 0; at < key.size(); ++at) {
            SealingKey near = key;
            near[at] ^= 1;
            QVERIFY(isSealed(m_sealer.open(near, sealed)));
        }
    }

    void aPasswordAndItsSaltAlwaysGiveTheSameKey()
    {
        const std::string salt = m_sealer.newSalt();
        QVERIFY(m_sealer.newSalt() != salt);
        const SealingKey key = m_sealer.keyFrom("password", salt).value();
        QCOMPARE(key.size(), Sealer::keyBytes);
        QVERIFY(m_sealer.keyFrom("password", salt) == Result<SealingKey>(key));
        QVERIFY(m_sealer.keyFrom("Password", salt) != Result<SealingKey>(key));
        QVERIFY(m_sealer.keyFrom("password", m_sealer.newSalt()) != Result<SealingKey>(key));
        QCOMPARE(m_sealer.keyFrom("password", "damaged").value().size(), Sealer::keyBytes);
    }

    void digestsAreBlake2b()
    {
        QCOMPARE(m_sealer.digest("abc"), std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    }

    void codesHaveEveryCharacterAsOftenAsAnother()
    {
        const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        constexpr int drawn = 640'000;
        std::map<char, int> seen;
        for (const char character : m_sealer.newCode(drawn))
            ++seen[character];
        // Chi squared of 31 degrees of freedom: above 120 once in some 10^12 runs.
        double chiSquared = 0;
        const double expected = double(drawn) / double(alphabet.size());
        for (const char character : alphabet) {
            const double away = seen[character] - expected;
            chiSquared += away * away / expected;
        }
        QCOMPARE(seen.size(), alphabet.size());
        QVERIFY2(chiSquared < 120, qPrintable(QString::number(chiSquared)));
    }

    void noCodeComesTwice()
    {
        std::set<std::string> codes;
        for (int i = 0; i < 1000; ++i) {
            codes.insert(m_sealer.newCode(16));
            QCOMPARE(codes.rbegin()->size(), std::size_t(16));
        }
        QCOMPARE(codes.size(), std::size_t(1000));
        QCOMPARE(m_sealer.newCode(0), std::string());
    }

private:
    const std::unique_ptr<Argon2> m_argon2 = Argon2::start({1, 8192}).value();
    SodiumSealer m_sealer{*m_argon2};
};

QTEST_GUILESS_MAIN(TestSealer)
#include "tst_sealer.moc"
