#include <QBuffer>
#include <QDateTime>
#include <QStringEncoder>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/user_file.h>
#include <smartqueue/exchange/user_plan.h>
#include <smartqueue/foundation/random_source.h>

#include "people.h"

using namespace smartqueue;
using namespace smartqueue::exchange;
namespace people = smartqueue::testing;

namespace {

Result<std::vector<engine::UserRow>> read(std::string_view text)
{
    QBuffer buffer;
    buffer.setData(QByteArray(text.data(), qsizetype(text.size())));
    buffer.open(QIODevice::ReadOnly);
    return readUserRows(buffer);
}

std::uint64_t printedSeed()
{
    const auto seed = std::uint64_t(QDateTime::currentMSecsSinceEpoch());
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    return seed;
}

} // namespace

class TestUserFile final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void columnsComeInAnyOrderAndInFrenchToo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("English") << QByteArray("role,last_name,email,first_name,tenant,phone,password\n"
                                               "agent,Morel,ines@ville.example,Inès,north,01,Granite-41-Kestrel\n");
        QTest::newRow("French, semicolons, mark") << QByteArray("\xEF\xBB\xBFPrénom;Nom;Adresse e-mail;Téléphone;Organisation;Rôle;Mot de passe\r\n"
                                                                "Inès;Morel;ines@ville.example;01;north;agent;Granite-41-Kestrel\r\n");
        QTest::newRow("tabs and quotes") << QByteArray("E-mail\tFirst name\tSurname\tMobile\tShoe size\tTenant\tRole\tPassword\n"
                                                       "\"ines@ville.example\"\tInès\t\"Morel\"\t01\t39\tnorth\tagent\tGranite-41-Kestrel\n");
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        QTest::newRow("UTF-16") << QByteArray(utf16(QStringLiteral("email,first_name,last_name,phone,tenant,role,password\r\n"
                                                                   "ines@ville.example,In\u00e8s,Morel,01,north,agent,Granite-41-Kestrel\r\n")));
        QTest::newRow("Windows-1252") << QByteArray("email;prenom;nom;tel;entreprise;fonction;mot_de_passe\n"
                                                    "ines@ville.example;In\xE8s;Morel;01;north;agent;Granite-41-Kestrel\n");
    }

    void columnsComeInAnyOrderAndInFrenchToo()
    {
        QFETCH(QByteArray, text);
        const auto rows = read(text.toStdString());
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t(1));
        const engine::UserRow &row = rows->front();
        QCOMPARE(row.line, std::int64_t(2));
        QCOMPARE(row.email, std::string("ines@ville.example"));
        QCOMPARE(row.firstName, std::string("Inès"));
        QCOMPARE(row.lastName, std::string("Morel"));
        QCOMPARE(row.phone, std::string("01"));
        QCOMPARE(row.tenants, std::string("north"));
        QCOMPARE(row.roles, std::string("agent"));
        QCOMPARE(row.password, std::string("Granite-41-Kestrel"));
        QVERIFY(!row.problem);
    }

    void yesAndNoNameThePlatformRole()
    {
        const auto rows = read("email,superadmin,staff\na@b.example,oui,\nc@d.example,no,TRUE\ne@f.example,,\ng@h.example,perhaps,\n");
        QVERIFY(rows.has_value());
        QCOMPARE(rows->at(0).platform, std::string("superadmin"));
        QCOMPARE(rows->at(1).platform, std::string("staff"));
        QCOMPARE(rows->at(2).platform, std::string());
        QCOMPARE(rows->at(3).platform, std::string("perhaps"));
    }

    void aBrokenLineStopsNothing()
    {
        const auto rows = read("email,first_name\nnobody\n\n,\na@b.example,Ann\nc@d.example,\"Cl\"em\n");
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t(3));
        // A short line gives what it has.
        QCOMPARE(rows->at(0).email, std::string("nobody"));
        QCOMPARE(rows->at(1).email, std::string("a@b.example"));
        QCOMPARE(rows->at(1).line, std::int64_t(5));
        QVERIFY(rows->at(2).problem && rows->at(2).problem->code == refusals::badQuotes);
    }

    void aFileThatIsNoListOfPeopleIsRefused()
    {
        QVERIFY(read("").error().code == refusals::emptyFile);
        QVERIFY(read("queue,arrived_at\nA,10:00\n").error().code == refusals::columnsNotRecognised);
        const auto twice = read("email,nom,surname\na@b.example,x,y\n");
        QVERIFY(twice.error().code == refusals::duplicateColumn);
        std::string many = "email\n";
        for (std::size_t i = 0; i <= limits::users; ++i)
            many += "a@b.example\n";
        QVERIFY(read(many).error().code == failures::limitReached);
    }

    void noCellIsRunAsAFormula()
    {
        for (const char *text : {"=1+1", "+33 1", "-1", "@SUM(A1)", "\tx", "'=1", "''+2"}) {
            const std::string guarded = guardedCell(text);
            QCOMPARE(guarded.front(), '\'');
            QCOMPARE(std::string(unguardedCell(guarded)), std::string(text));
        }
        for (const char *text : {"", "'", "'t Hooft", "Ann", "a=b", "''"}) {
            QCOMPARE(guardedCell(text), std::string(text));
            QCOMPARE(std::string(unguardedCell(text)), std::string(text));
        }
        const std::string table = userTable(people::people(), people::root);
        QVERIFY(table.find("'=SUM(A1)") != std::string::npos);
        QVERIFY(table.find(",=") == std::string::npos && table.find(",+") == std::string::npos && table.find(",-") == std::string::npos);
    }

    void whatIsWrittenIsReadAgainWithNothingToDo()
    {
        const accounts::Directory directory = people::people();
        const std::string table = userTable(directory, people::root);
        const auto rows = read(table);
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t(5));
        for (const engine::UserRow &row : *rows) {
            const User *user = directory.userByEmail(row.email);
            QVERIFY(user);
            const Profile &profile = *directory.profile(user->id);
            QCOMPARE(row.firstName, profile.firstName);
            QCOMPARE(row.lastName, profile.lastName);
            QCOMPARE(row.phone, profile.phone);
            QVERIFY(row.password.empty());
        }
        for (const engine::PlannedUser &planned : planUsers(directory, people::root, *rows))
            QVERIFY2(planned.verdict == engine::UserVerdict::nothing, planned.row.email.c_str());
    }

    void eachSeesTheirOwnPeopleOnly()
    {
        const accounts::Directory directory = people::people();
        const auto emails = [&](UserId asking) {
            QStringList list;
            const auto rows = read(userTable(directory, asking));
            for (const engine::UserRow &row : *rows)
                list.append(QString::fromStdString(row.email + ' ' + row.tenants));
            return list;
        };
        QCOMPARE(emails(people::root).size(), 5);
        QCOMPARE(emails(people::adminOfNorth),
                 (QStringList{QStringLiteral("ada@north.example north"), QStringLiteral("abel@north.example north"), QStringLiteral("both@example.org north")}));
        QCOMPARE(emails(people::agentOfNorth), QStringList());
        QCOMPARE(emails(UserId{}), QStringList());
    }

    /// Random bytes, and files that are nearly right: whatever comes in, what is accepted has an address that is one.
    void hostileFilesNeitherCrashNorBringABadAddressIn()
    {
        RandomSource random(printedSeed());
        const accounts::Directory directory = people::people();
        const std::vector<std::string> pieces{
            "email", "first_name", "mot de passe", "tenant", "role", "superadmin", ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", "'", "=", "@", "a@b.example",
            "x@y", "@", "a@@b.c", "a b@c.de", "north", "south", "admin", "north/south", "\xEF\xBB\xBF", "\xFF\xFE", "\xC3", "\xE2\x80\x8B", "\xE2\x80\xAE",
            "ada@north.example", "Ａｄａ@north.example", std::string(1, '\0'), std::string(300, 'a') + "@b.example", "é@é.fr", "yes", "Granite-41-Kestrel"};
        int accepted = 0;
        for (int round = 0; round < 600; ++round) {
            std::string text = random.between(0, 3) == 0 ? std::string() : std::string("email,first_name,last_name,tenant,role,password\n");
            const auto piece = [&] { return pieces[std::size_t(random.between(0, std::int64_t(pieces.size()) - 1))]; };
            const auto length = random.between(0, 60);
            for (std::int64_t i = 0; i < length; ++i) {
                // Pieces one behind the other, or a line that is nearly right.
                if (random.between(0, 2) == 0)
                    text += "\np" + std::to_string(i) + "@b.example,Ann,,north," + (random.between(0, 1) == 0 ? "admin" : piece()) + "," + (random.between(0, 1) == 0 ? "" : piece()) + "\n";
                else
                    text += random.between(0, 4) == 0 ? std::string(1, char(random.between(0, 255))) : piece();
            }
            if (round % 50 == 0)
                text += std::string(2'000'000, char(random.between(0, 255)));
            const auto rows = read(text);
            if (!rows)
                continue;
            for (const engine::PlannedUser &planned : planUsers(directory, people::root, *rows)) {
                if (planned.verdict == engine::UserVerdict::refused) {
                    QVERIFY(planned.refusal && !planned.first && planned.grants.empty());
                    continue;
                }
                ++accepted;
                const auto normal = engine::normalisedEmail(planned.row.email);
                QVERIFY2(normal.has_value(), planned.row.email.c_str());
                if (const auto *create = planned.first ? std::get_if<CreateUser>(&*planned.first) : nullptr)
                    QCOMPARE(create->profile.email, *normal);
                if (const auto *invite = planned.first ? std::get_if<InviteAgent>(&*planned.first) : nullptr)
                    QCOMPARE(invite->profile.email, *normal);
                QCOMPARE(std::count(normal->begin(), normal->end(), '@'), std::ptrdiff_t(1));
                QVERIFY(normal->find_first_of(" \t\r\n\"<>,;") == std::string::npos);
            }
        }
        // Or it would prove nothing.
        QVERIFY(accepted > 20);
    }

    void everyTextComesBackThroughAFile()
    {
        RandomSource random(printedSeed());
        for (int round = 0; round < 300; ++round) {
            static const std::vector<std::string> letters{"'", "=", "+", "-", "@", "\"", ",", ";", "a", "é", "|", " b"};
            std::string name = "x";
            if (random.between(0, 1) == 0)
                name.clear();
            for (std::int64_t i = random.between(1, 6); i > 0; --i)
                name += letters[std::size_t(random.between(0, std::int64_t(letters.size()) - 1))];
            if (name.front() == ' ')
                name.insert(0, "a");
            const auto rows = read(csvOf({{"email", "first_name", "phone"}, {"a@b.example", name, "1"}, {"c@d.example", "y", "2"}}));
            QVERIFY(rows.has_value());
            QCOMPARE(rows->at(0).firstName, name);
        }
    }
};

QTEST_GUILESS_MAIN(TestUserFile)
#include "tst_user_file.moc"
