#include <atomic>
#include <map>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/upstream.h>
#include <smartqueue/foundation/random_source.h>

#include "house.h"

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

/// Counts the slow steps, which are all that takes time.
class CountingHasher final : public PasswordHasher {
public:
    explicit CountingHasher(PasswordHasher &hasher) : m_hasher(hasher) {}
    Result<std::string> hash(std::string_view secret) override { return m_hasher.hash(secret); }
    bool verify(const std::string &hash, std::string_view secret) override
    {
        ++verified;
        return m_hasher.verify(hash, secret);
    }
    bool isCommon(std::string_view password) override { return m_hasher.isCommon(password); }

    std::atomic<int> verified = 0;

private:
    PasswordHasher &m_hasher;
};

class CountingSealer final : public Sealer {
public:
    explicit CountingSealer(Sealer &sealer) : m_sealer(sealer) {}
    SealingKey newKey() override { return m_sealer.newKey(); }
    std::string seal(const SealingKey &key, std::string_view plain) override { return m_sealer.seal(key, plain); }
    Result<std::string> open(const SealingKey &key, std::string_view sealed) override { return m_sealer.open(key, sealed); }
    std::pair<std::string, std::string> newKeyPair() override { return m_sealer.newKeyPair(); }
    Result<std::string> sealFor(const std::string &publicHalf, std::string_view plain) override { return m_sealer.sealFor(publicHalf, plain); }
    Result<std::string> openFor(const std::string &secretHalf, const std::string &publicHalf, std::string_view sealed) override
    {
        return m_sealer.openFor(secretHalf, publicHalf, sealed);
    }
    Result<SealingKey> keyFrom(std::string_view password, const std::string &salt) override
    {
        ++derived;
        return m_sealer.keyFrom(password, salt);
    }
    std::string newSalt() override { return m_sealer.newSalt(); }
    std::string newCode(int characters) override { return m_sealer.newCode(characters); }
    std::string digest(std::string_view text) override { return m_sealer.digest(text); }

    std::atomic<int> derived = 0;

private:
    Sealer &m_sealer;
};

std::string randomText(RandomSource &random, int longest)
{
    static const QStringList pieces{QStringLiteral("a"), QStringLiteral("Z"), QStringLiteral("@"), QStringLiteral("."), QStringLiteral("-"),
                                    QStringLiteral(" "), QStringLiteral("é"), QStringLiteral("ß"), QStringLiteral("İ"), QStringLiteral("中"),
                                    QStringLiteral("😀"), QString(QChar(0x202e)), QString(QChar(0x200b)), QStringLiteral("xn--"), QStringLiteral("0"),
                                    QStringLiteral("O"), QStringLiteral("\n"), QString(QChar(0)), QStringLiteral("ﬁ"), QStringLiteral("＠")};
    std::string text;
    for (std::int64_t left = random.between(0, longest); left > 0; --left) {
        if (random.chance(0.05))
            text += char(random.between(0, 255));
        else
            text += pieces.at(int(random.between(0, pieces.size() - 1))).toStdString();
    }
    return text;
}

/// A host that does not answer.
class SilentHost final : public Upstream {
public:
    QFuture<Answer> submit(Command) override { return QtFuture::makeReadyFuture<Answer>(fail(replication::peer_failures::hostUnreachable)); }
    QFuture<Result<accounts::Session>> signIn(std::string, std::string, std::string, std::string) override { return nobody(); }
    QFuture<Result<accounts::Session>> signInWithPin(UserId, std::string, std::string) override { return nobody(); }
    QFuture<Result<accounts::Session>> resume(accounts::Session, std::string) override { return nobody(); }
    QFuture<std::vector<Answer>> offer(std::vector<Command>) override { return {}; }
    bool isInStep() const override { return false; }
    bool mayGoAlone(const CommandId &) const override { return false; }

private:
    static QFuture<Result<accounts::Session>> nobody()
    {
        return QtFuture::makeReadyFuture<Result<accounts::Session>>(fail(replication::peer_failures::hostUnreachable));
    }
};

/// The word of the failure, or nothing.
template <class T>
std::string refusal(const QFuture<T> &future)
{
    QFuture<T> waiting = future;
    waiting.waitForFinished();
    const auto &result = waiting.result();
    return result ? std::string() : codeOf(result.error());
}

} // namespace

/// What a stranger can learn at the door: nothing.
class TestSignIn final : public QObject {
    Q_OBJECT

    static std::uint64_t seed()
    {
        const auto seed = std::uint64_t(QDateTime::currentMSecsSinceEpoch());
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        return seed;
    }

private Q_SLOTS:
    void aKeptSessionOpensByItsTokenAtItsDesktop()
    {
        House house(std::make_unique<MemoryStore>());
        house.installation->isDesktop("here");
        const auto resume = [&](const accounts::Session &kept, const DeviceId &desktop) {
            auto future = house.installation->resume(kept, "desk", desktop);
            future.waitForFinished();
            return future.result();
        };
        const accounts::Session kept = house.signIn(password).value();
        QVERIFY(kept.token.size() >= 32);
        QVERIFY(house.installation->userBehind(kept.token, "here") == house.root);
        QVERIFY(house.installation->isSignedInAt(house.root, "here"));
        QVERIFY(!house.installation->isSignedInAt(house.root, "there") && !house.installation->isSignedInAt({}, "here"));
        const auto again = resume(kept, {});
        QVERIFY(again);
        QCOMPARE(again->token, kept.token);
        // Who says so without the token, with a made one, with another's name or from elsewhere, signs in.
        accounts::Session named = kept;
        named.token.clear();
        QVERIFY(!resume(named, {}));
        named.token = "made up";
        QVERIFY(!resume(named, {}));
        named = kept;
        named.user = {77};
        QVERIFY(!resume(named, {}));
        QCOMPARE(codeOf(resume(kept, "there").error()), std::string("wrong_credentials"));
        QVERIFY(resume(kept, "here"));
        QVERIFY(house.tell(EndSessions{house.root}, house.root));
        (void)house.settled(firstSite);
        QVERIFY(!resume(kept, {}) && !house.installation->isSignedInAt(house.root, "here"));
    }

    void noTokenStandsInTheLog()
    {
        House house(std::make_unique<MemoryStore>());
        const accounts::Session session = house.signIn(password).value();
        (void)house.settled(firstSite);
        QCOMPARE(accounts::encodeDirectory(*house.installation->directory()).find(session.token), std::string::npos);
    }

    void guessingWithoutTheHostSlowsDownToo()
    {
        House house(std::make_unique<MemoryStore>());
        (void)house.settled(firstSite);
        SilentHost host;
        house.installation->decideElsewhere(&host);
        const auto signIn = [&](const char *secret) { return refusal(house.installation->signIn("root@example.org", secret, {}, "desk")); };
        QCOMPARE(signIn(password), std::string());
        for (int i = 0; i < accounts::freeAttempts; ++i)
            QCOMPARE(i % 2 ? signIn("wrong") : refusal(house.installation->prove(house.root, "wrong", {})), std::string("wrong_credentials"));
        // Both doors are one: the right password waits as well.
        QCOMPARE(signIn(password), std::string("slow_down"));
        QCOMPARE(refusal(house.installation->prove(house.root, password, {})), std::string("slow_down"));
        // Nobody learns here who there is.
        for (int i = 0; i < accounts::freeAttempts; ++i)
            QCOMPARE(refusal(house.installation->signIn("nobody@example.org", "wrong", {}, "desk")), std::string("wrong_credentials"));
        QCOMPARE(refusal(house.installation->signIn("nobody@example.org", "wrong", {}, "desk")), std::string("slow_down"));
        house.clock.advance(accounts::longestWait);
        QCOMPARE(signIn(password), std::string());
        house.installation->decideElsewhere(nullptr);
    }

    void aCodeWithoutTheHostServesOnceAndRecoveryCodesDoNot()
    {
        House house(std::make_unique<MemoryStore>());
        const std::string secret = house.oneTime.newSecret();
        QVERIFY(house.tell(SetSecondFactor{house.root, {secret}, {{"RECOVERY1"}}}, house.root));
        (void)house.settled(firstSite);
        SilentHost host;
        house.installation->decideElsewhere(&host);
        QCOMPARE(refusal(house.installation->prove(house.root, password, {})), std::string("second_factor_needed"));
        QCOMPARE(refusal(house.installation->prove(house.root, password, "recovery1")), std::string("wrong_credentials"));
        const std::string code = house.oneTime.codeAt(secret, house.clock.now());
        QCOMPARE(refusal(house.installation->prove(house.root, password, code)), std::string());
        QCOMPARE(refusal(house.installation->signIn("root@example.org", password, code, "desk")), std::string("wrong_credentials"));
        house.clock.advance(std::chrono::seconds(30));
        QCOMPARE(refusal(house.installation->signIn("root@example.org", password, house.oneTime.codeAt(secret, house.clock.now()), "desk")), std::string());
        house.installation->decideElsewhere(nullptr);
    }

    void whoseRoleAsksForASecondFactorProvesNothingWithoutOne()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        (void)house.settled(site);
        const TenantId tenant = house.installation->directory()->site(site)->tenant;
        CreateUser create;
        create.profile = {"nora@example.org", "Nora", "North", {}};
        create.password.plain = password;
        const UserId nora{house.tell(create, house.root)->entity};
        QVERIFY(house.tell(GrantRole{nora, tenant, Role::admin}, house.root));
        (void)house.settled(site);
        QCOMPARE(refusal(house.installation->prove(nora, password, {})), std::string());
        Tenant asks = *house.installation->directory()->tenant(tenant);
        asks.secondFactorFor = {Role::admin};
        QVERIFY(house.tell(UpdateTenant{asks}, house.root));
        (void)house.settled(site);
        QCOMPARE(refusal(house.installation->prove(nora, password, {})), std::string("wrong_credentials"));
    }

    void unknownAndWrongCostTheSame()
    {
        House house(std::make_unique<MemoryStore>());
        CountingHasher hasher(house.hasher);
        CountingSealer sealer(house.sealer);
        auto installation = Installation::start(std::make_unique<MemoryStore>(), house.clock, quietEngine(), {&hasher, &sealer, &house.oneTime}).value();
        CreateUser first;
        first.profile.email = "root@example.org";
        first.platform = PlatformRole::superadmin;
        first.password.plain = password;
        auto making = installation->submit(Command{{}, first, {}, {}});
        making.waitForFinished();
        QVERIFY(making.result());
        const auto costOf = [&](const std::string &email) {
            const int verified = hasher.verified;
            const int derived = sealer.derived;
            auto signing = installation->signIn(email, "wrong", {}, "desk");
            signing.waitForFinished();
            return codeOf(signing.result().error()) + ' ' + std::to_string(hasher.verified - verified) + ' ' + std::to_string(sealer.derived - derived);
        };
        QCOMPARE(costOf("root@example.org"), std::string("wrong_credentials 1 0"));
        QCOMPARE(costOf("nobody@example.org"), costOf("root@example.org"));
        QCOMPARE(costOf("no address"), costOf("root@example.org"));
        QCOMPARE(costOf(std::string(5000, 'x')), costOf("root@example.org"));
    }

    void manyGuessesAtOnceAreNoMoreThanOneAfterTheOther()
    {
        House house(std::make_unique<MemoryStore>());
        QVERIFY(house.tell(SetPin{house.root, {"4072"}}, house.root));
        constexpr int atOnce = 12;
        const auto outcomes = [](std::vector<QFuture<Result<accounts::Session>>> attempts) {
            std::map<std::string, int> counted;
            for (auto &attempt : attempts) {
                attempt.waitForFinished();
                const auto session = attempt.result();
                ++counted[session ? "in" : codeOf(session.error())];
            }
            return counted;
        };
        using Counted = std::map<std::string, int>;
        for (const char *email : {"root@example.org", "nobody@example.org"}) {
            std::vector<QFuture<Result<accounts::Session>>> attempts;
            for (int i = 0; i < atOnce; ++i)
                attempts.push_back(house.installation->signIn(email, "wrong", {}, "desk"));
            QVERIFY(outcomes(std::move(attempts)) == Counted({{"slow_down", atOnce - accounts::freeAttempts}, {"wrong_credentials", accounts::freeAttempts}}));
        }
        std::vector<QFuture<Result<accounts::Session>>> pins;
        for (int i = 0; i < atOnce; ++i)
            pins.push_back(house.installation->signInWithPin(house.root, "4073", "desk"));
        QVERIFY(outcomes(std::move(pins)) == Counted({{"slow_down", atOnce - accounts::freeAttempts}, {"wrong_credentials", accounts::freeAttempts}}));
        // Those who know it come in, however many at once.
        house.clock.advance(std::chrono::hours(1));
        std::vector<QFuture<Result<accounts::Session>>> right;
        for (int i = 0; i < atOnce; ++i)
            right.push_back(house.installation->signIn("root@example.org", password, {}, "desk"));
        QVERIFY(outcomes(std::move(right)) == Counted({{"in", atOnce}}));
    }

    void aChangeOfPasswordIsToAnotherOne()
    {
        House house(std::make_unique<MemoryStore>());
        const auto reason = [](const Answer &answer) { return answer ? std::string() : codeOf(answer.error()) + ' ' + answer.error().detail.at("reason"); };
        QCOMPARE(reason(house.tell(SetPassword{house.root, {password}}, house.root)), std::string("weak_password same"));
        CreateUser create;
        create.profile = {"ann@example.org", "Ann", {}, {}};
        create.password.plain = "Granite-Kestrel-42";
        create.mustChangePassword = true;
        const UserId ann{house.tell(create, house.root)->entity};
        QCOMPARE(reason(house.tell(SetPassword{ann, {"Granite-Kestrel-42"}}, ann)), std::string("weak_password same"));
        QVERIFY(house.installation->directory()->user(ann)->mustChangePassword);
        // Whoever sets another's learns nothing about it.
        QVERIFY(house.tell(SetPassword{ann, {"Granite-Kestrel-42"}, true}, house.root));
        QCOMPARE(reason(house.tell(SetPassword{ann, {"Granite-Kestrel-43"}}, ann)), std::string());
        (void)house.settled(firstSite);
        QVERIFY(!house.installation->directory()->user(ann)->mustChangePassword);
    }

    void aPasswordIsOneHoweverTheKeyboardWritesIt()
    {
        const QString composed = QStringLiteral("Forêt-Élan-ﬁgue-4²");
        const QString decomposed = composed.normalized(QString::NormalizationForm_D);
        QVERIFY(composed != decomposed);
        QTemporaryDir folder;
        {
            House house(databaseIn(folder));
            QVERIFY(house.tell(SetPassword{house.root, {composed.toStdString()}}, house.root));
            QVERIFY(house.signIn(decomposed.toStdString()));
            QVERIFY(house.tell(SetPin{house.root, {"４０７２"}}, house.root));
            auto entering = house.installation->signInWithPin(house.root, "4072", "desk");
            entering.waitForFinished();
            QVERIFY(entering.result());
        }
        // The key to the customers' data opens with either as well.
        House house(databaseIn(folder));
        QVERIFY(!house.installation->vault()->isOpen());
        QVERIFY(house.signIn(decomposed.toStdString()));
        QVERIFY(house.installation->vault()->isOpen());
        // Eight letters are counted as they are kept.
        const std::string four = QStringLiteral("éçàù").normalized(QString::NormalizationForm_D).toStdString();
        QCOMPARE(codeOf(house.tell(SetPassword{UserId{1}, {four}}, UserId{1}).error()), std::string("weak_password"));
    }

    void aGuessedInvitationOpensNothing()
    {
        RandomSource random(seed());
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        (void)house.addAgent("ann@example.org", site, house.addQueue(site));
        for (int i = 0; i < 200; ++i) {
            const Answer answer = house.tell(AcceptInvitation{{randomText(random, 40)}, {"Granite-Kestrel-77"}}, {});
            QVERIFY(!answer);
            QCOMPARE(codeOf(answer.error()), std::string("invitation_expired"));
        }
    }

    void anAddressHasOneSpellingOrNone()
    {
        RandomSource random(seed());
        int accepted = 0;
        for (int i = 0; i < 20'000; ++i) {
            const std::string typed = random.chance(0.3) ? "ann" + randomText(random, 6) + "@x" + randomText(random, 6) + ".org" : randomText(random, 30);
            const auto once = normalisedEmail(typed);
            if (!once)
                continue;
            ++accepted;
            QVERIFY2(normalisedEmail(*once) == once, typed.c_str());
            QCOMPARE(std::count(once->begin(), once->end(), '@'), std::ptrdiff_t(1));
            const QString upper = QString::fromStdString(*once).normalized(QString::NormalizationForm_D);
            QVERIFY2(normalisedEmail(upper.toStdString()) == once, typed.c_str());
            QVERIFY(once->find_first_of(" \n\t,;<>") == std::string::npos && once->find('\0') == std::string::npos);
        }
        QVERIFY(accepted > 100);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
