#include "program.h"

using namespace smartqueue::journeys;

namespace {

constexpr char rootPassword[] = "Granite-Kestrel-41";

/// The database of two companies, each with an admin of its own, made by ada, the superadmin.
QByteArray twoCompanies()
{
    return "{'command':'create_user','email':'ada@platform.org','first_name':'Ada','last_name':'Byron','password':'Granite-Kestrel-41','superadmin':true}\n"
           "{'command':'create_tenant','slug':'north','name':'North Clinics','timezone':'Europe/Paris'}\n"
           "{'command':'create_tenant','slug':'south','name':'South Bank','limits':{'sites':1,'agents':1,'queues':2}}\n"
           "{'command':'create_user','email':'nora@north.org','first_name':'Nora','last_name':'North','password':'Granite-Kestrel-42'}\n"
           "{'command':'create_user','email':'sam@south.org','first_name':'Sam','last_name':'South','password':'Granite-Kestrel-43'}\n"
           "{'command':'grant','email':'nora@north.org','tenant':'north','role':'admin'}\n"
           "{'command':'grant','email':'sam@south.org','tenant':'south','role':'admin'}\n";
}

} // namespace

/// Tenants, users and permissions, from the command line as a company lives with them.
class TestPeople final : public QObject {
    Q_OBJECT

    Program program;

    Ran as(const QString &email, const QByteArray &password, QStringList arguments, const QByteArray &input = {})
    {
        program.environment().insert(QStringLiteral("SMARTQUEUE_PASSWORD"), QString::fromUtf8(password));
        return program.ask(arguments << QStringLiteral("--as") << email, QByteArray(input).replace('\'', '"'));
    }

    Ran does(const QString &email, const QByteArray &password, const QByteArray &script)
    {
        return as(email, password, {QStringLiteral("do"), QStringLiteral("-")}, script);
    }

    Ran nora(const QByteArray &script) { return does(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", script); }
    Ran sam(const QByteArray &script) { return does(QStringLiteral("sam@south.org"), "Granite-Kestrel-43", script); }

    static void allWell(const Ran &ran)
    {
        for (const Json &line : ran.lines())
            QVERIFY2(line["ok"] == true, line.dump().c_str());
        QVERIFY2(ran.code == 0, ran.err.constData());
    }

private Q_SLOTS:
    void aCompanyIsFounded()
    {
        const Ran first = program.carryOut("{'command':'create_user','email':'eve@x.org','first_name':'Eve','last_name':'X','password':'Granite-Kestrel-40'}\n");
        QVERIFY(first.lines()[0]["code"] == "first_is_superadmin");
        allWell(program.carryOut(twoCompanies()));
        // From now on somebody has to act.
        QVERIFY(program.carryOut("{'command':'create_tenant','slug':'west','name':'West'}\n").lines()[0]["code"] == "sign_in_needed");
        QVERIFY(program.ask({QStringLiteral("users")}).complaint()["code"] == "sign_in_needed");
    }

    void anAgentIsInvitedAndCallsATicket()
    {
        const Ran made = nora("{'command':'create_service','name':'Visits','sla_seconds':600}\n"
                              "{'command':'create_queue','name':'Visits','service':'Visits','algorithm':'fifo','prefix':'V'}\n"
                              "{'command':'create_queue','name':'Tests','service':'Visits','algorithm':'fifo','prefix':'T'}\n"
                              "{'command':'invite_agent','email':'Paul@North.org','first_name':'Paul','last_name':'Pont','tenant':'north','queues':['Visits','Tests']}\n");
        allWell(made);
        const std::string code = made.lines()[3]["invitation_code"];
        QVERIFY(!code.empty());
        // The code is the only key, and works once.
        const QByteArray accept = QByteArray("{'command':'accept_invitation','code':'") + QByteArray::fromStdString(code) + "','password':'Granite-Kestrel-44'}\n";
        QVERIFY(program.carryOut(QByteArray(accept).replace("Granite-Kestrel-44", "password")).lines()[0]["code"] == "weak_password");
        allWell(program.carryOut(accept));
        QVERIFY(program.carryOut(accept).lines()[0]["code"] == "invitation_expired");
        const QString paul = QStringLiteral("paul@north.org");
        const Ran called = does(paul, "Granite-Kestrel-44",
                                "{'command':'sign_in','counter':'1'}\n{'command':'issue','queue':'Visits'}\n{'command':'call_next'}\n{'command':'start'}\n{'command':'complete'}\n");
        allWell(called);
        QVERIFY(called.lines()[2]["number"] == "V001" && called.lines()[2]["agent"] == "Paul Pont");
        // An agent calls tickets, and no more.
        const Ran refused = does(paul, "Granite-Kestrel-44", "{'command':'create_queue','name':'Own','service':'Visits'}\n{'command':'create_tenant','slug':'own','name':'Own'}\n");
        QVERIFY(refused.lines()[0]["code"] == "permission_denied" && refused.lines()[0]["detail"]["permission"] == "manage_queue");
        QVERIFY(refused.lines()[0]["permission"] == "manage_queue");
        QVERIFY(refused.lines()[1]["code"] == "permission_denied" && refused.lines()[1]["detail"]["permission"] == "manage_platform");
        QVERIFY(as(paul, "Granite-Kestrel-44", {QStringLiteral("users")}).complaint()["code"] == "permission_denied");
        QVERIFY(as(paul, "Granite-Kestrel-44", {QStringLiteral("audit")}).complaint()["code"] == "permission_denied");
        QVERIFY(as(paul, "Granite-Kestrel-44", {QStringLiteral("peers")}).complaint()["code"] == "permission_denied");
        QCOMPARE(as(paul, "Granite-Kestrel-44", {QStringLiteral("overview")}).code, 0);
    }

    void nothingOfOneIsSeenByTheOther()
    {
        allWell(sam("{'command':'create_service','name':'Loans'}\n{'command':'create_queue','name':'Loans','service':'Loans','prefix':'V'}\n"
                    "{'command':'create_agent','name':'Rita','queues':['Loans']}\n{'command':'sign_in','agent':'Rita','counter':'1'}\n"
                    "{'command':'issue','queue':'Loans','id':'same'}\n"));
        const Ran mine = as(QStringLiteral("sam@south.org"), "Granite-Kestrel-43", {QStringLiteral("overview")});
        QCOMPARE(mine.json()["total_queues"].get<int>(), 1);
        const Ran theirs = sam("{'command':'issue','queue':'Visits'}\n{'command':'issue','queue':'Visits','tenant':'north'}\n"
                               "{'command':'invite_agent','email':'x@x.org','first_name':'X','last_name':'Y','tenant':'north'}\n"
                               "{'command':'grant','email':'paul@north.org','tenant':'south','role':'agent'}\n");
        QVERIFY(theirs.lines()[0]["code"] == "unknown_queue");
        QVERIFY(theirs.lines()[1]["code"] == "unknown_tenant");
        QVERIFY(theirs.lines()[2]["code"] == "unknown_tenant");
        QVERIFY(theirs.lines()[3]["code"] == "unknown_user");
        // The same id in two branches is two commands.
        const Ran same = nora("{'command':'issue','queue':'Tests','id':'same'}\n");
        QVERIFY(same.lines()[0]["number"] == "T001");
        const Json users = as(QStringLiteral("sam@south.org"), "Granite-Kestrel-43", {QStringLiteral("users")}).json();
        QCOMPARE(users["users"].size(), std::size_t(1));
        const Ran audit = as(QStringLiteral("sam@south.org"), "Granite-Kestrel-43", {QStringLiteral("audit")});
        QVERIFY(audit.out.contains("define_queue") && !audit.out.contains("Visits") && !audit.out.contains("north"));
    }

    void limitsAndUniqueAddressesHold()
    {
        const Ran agents = sam("{'command':'invite_agent','email':'one@south.org','first_name':'One','last_name':'S','tenant':'south'}\n"
                               "{'command':'invite_agent','email':'two@south.org','first_name':'Two','last_name':'S','tenant':'south'}\n"
                               "{'command':'create_queue','name':'B','service':'Loans','prefix':'B'}\n{'command':'create_queue','name':'C','service':'Loans','prefix':'C'}\n"
                               "{'command':'create_site','tenant':'south','name':'Second'}\n");
        QVERIFY(agents.lines()[1]["code"] == "limit_reached");
        QVERIFY(agents.lines()[2]["ok"] == true);
        QVERIFY(agents.lines()[3]["code"] == "limit_reached");
        QVERIFY(agents.lines()[4]["code"] == "limit_reached");
        const Ran twice = does(QStringLiteral("ada@platform.org"), rootPassword,
                               "{'command':'create_user','email':' PAUL@north.ORG ','first_name':'P','last_name':'P','password':'Granite-Kestrel-45'}\n"
                               "{'command':'create_user','email':'no address','first_name':'P','last_name':'P','password':'Granite-Kestrel-45'}\n"
                               "{'command':'create_user','email':'p@p.org','first_name':'P','last_name':'P','password':'12345678'}\n");
        QVERIFY(twice.lines()[0]["code"] == "email_taken");
        QVERIFY(twice.lines()[1]["code"] == "invalid_value");
        QVERIFY(twice.lines()[2]["code"] == "weak_password");
    }

    void everyActIsOnRecordAndNoSecretIs()
    {
        const Ran audit = as(QStringLiteral("ada@platform.org"), rootPassword, {QStringLiteral("audit"), QStringLiteral("--limit"), QStringLiteral("1000")});
        const Json entries = audit.json()["entries"];
        QVERIFY(entries.size() > 20);
        const auto granted = std::find_if(entries.begin(), entries.end(), [](const Json &entry) { return entry["kind"] == "grant"; });
        QVERIFY(granted != entries.end());
        QVERIFY((*granted)["user"] == "ada@platform.org" && !(*granted)["device"].get<std::string>().empty());
        for (const char *secret : {"Granite", "argon2", "digest", "account"})
            QVERIFY2(!audit.out.contains(secret), secret);
        // Signing in is the act of whoever signed in.
        const Json paul = as(QStringLiteral("ada@platform.org"), rootPassword, {QStringLiteral("audit"), QStringLiteral("--user"), QStringLiteral("paul@north.org")}).json()["entries"];
        const auto isTheirs = [](const Json &entry) { return entry["user"] == "paul@north.org"; };
        QVERIFY(std::all_of(paul.begin(), paul.end(), isTheirs));
        for (const char *kind : {"record_sign_in", "accept_invitation", "call_next"})
            QVERIFY2(std::any_of(paul.begin(), paul.end(), [&](const Json &entry) { return entry["kind"] == kind; }), kind);
        QFile database(program.database());
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains("Granite"));
        QCOMPARE(as(QStringLiteral("ada@platform.org"), rootPassword, {QStringLiteral("check")}).code, 0);
        // Whoever reads the audit may have it proved.
        QCOMPARE(as(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", {QStringLiteral("check")}).code, 0);
        // Who sets up a branch sees its desktops, by the same judgement as in the windows; an invitation is for whoever runs the installation.
        const Ran peers = as(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", {QStringLiteral("peers")});
        QVERIFY2(peers.code == 0 && peers.json()["conflicts_count"] == 0 && peers.json()["acts_set_aside_count"] == 0, peers.out.constData());
        QVERIFY(as(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", {QStringLiteral("peers"), QStringLiteral("--invite")}).complaint()["permission"] == "manage_platform");
        const Json refused = as(QStringLiteral("paul@north.org"), "Granite-Kestrel-44", {QStringLiteral("check")}).complaint();
        QVERIFY(refused["code"] == "permission_denied" && refused["permission"] == "read_audit");
    }

    void aCustomerIsFoundHandedOutAndErased()
    {
        const QString nora = QStringLiteral("nora@north.org");
        allWell(does(nora, "Granite-Kestrel-42", "{'command':'issue','queue':'Visits','customer':'Marie Lefevre'}\n{'command':'issue','queue':'Visits','customer':'+33 6 12 34 56 78'}\n"));
        const QStringList find{QStringLiteral("customers"), QStringLiteral("--find"), QStringLiteral("marie")};
        QCOMPARE(as(nora, "Granite-Kestrel-42", find).json()["customers"].size(), std::size_t(1));
        QVERIFY(as(QStringLiteral("sam@south.org"), "Granite-Kestrel-43", find).json()["customers"].empty());
        const QString file = program.path(QStringLiteral("marie.json"));
        QCOMPARE(as(nora, "Granite-Kestrel-42", QStringList(find) << QStringLiteral("--output") << file).code, 0);
        QFile handedOut(file);
        QVERIFY(handedOut.open(QIODevice::ReadOnly) && handedOut.readAll().contains("Marie Lefevre"));
        QVERIFY(!(handedOut.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(does(nora, "Granite-Kestrel-42", "{'command':'erase_customer','customer':'Marie'}\n").lines()[0]["code"] == "unknown_customer");
        QVERIFY(does(QStringLiteral("paul@north.org"), "Granite-Kestrel-44", "{'command':'erase_customer','customer':'Marie Lefevre'}\n").lines()[0]["code"] == "permission_denied");
        allWell(does(nora, "Granite-Kestrel-42", "{'command':'erase_customer','customer':'MARIE LEFEVRE','tenant':'north'}\n{'command':'erase_customer','customer':'+33612345678'}\n"));
        QVERIFY(as(nora, "Granite-Kestrel-42", find).json()["customers"].empty());
        const Ran audit = as(nora, "Granite-Kestrel-42", {QStringLiteral("audit")});
        QVERIFY(audit.out.contains("export_customer") && audit.out.contains("erase_customer") && !audit.out.contains("Marie"));
    }

    void anotherKeyChangesNothingForThoseWhoHaveAPassword()
    {
        QVERIFY(does(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", "{'command':'rotate_key'}\n").lines()[0]["code"] == "permission_denied");
        allWell(does(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", "{'command':'issue','queue':'Visits','customer':'Paul Petit'}\n"));
        allWell(does(QStringLiteral("ada@platform.org"), rootPassword, "{'command':'rotate_key'}\n"));
        const Ran found = as(QStringLiteral("nora@north.org"), "Granite-Kestrel-42", {QStringLiteral("customers"), QStringLiteral("--find"), QStringLiteral("paul")});
        QCOMPARE(found.json()["customers"].size(), std::size_t(1));
    }

    void aPersonMayGo()
    {
        const QString ada = QStringLiteral("ada@platform.org");
        QVERIFY(does(ada, rootPassword, "{'command':'delete_user','email':'ada@platform.org'}\n").lines()[0]["code"] == "last_superadmin");
        allWell(does(QStringLiteral("paul@north.org"), "Granite-Kestrel-44", "{'command':'issue','queue':'Visits'}\n{'command':'call_next'}\n"));
        QVERIFY(does(ada, rootPassword, "{'command':'set_user_active','email':'paul@north.org','active':false}\n").lines()[0]["code"] == "open_ticket");
        allWell(does(QStringLiteral("paul@north.org"), "Granite-Kestrel-44", "{'command':'start'}\n{'command':'complete'}\n"));
        allWell(does(ada, rootPassword, "{'command':'set_user_active','email':'paul@north.org','active':false}\n"));
        QVERIFY(as(QStringLiteral("paul@north.org"), "Granite-Kestrel-44", {QStringLiteral("overview")}).complaint()["code"] == "wrong_credentials");
    }

    void aGivenPasswordIsChangedBeforeAnythingElse()
    {
        allWell(does(QStringLiteral("ada@platform.org"), rootPassword,
                     "{'command':'create_user','email':'new@south.org','password':'Granite-Kestrel-46','must_change_password':true}\n"
                     "{'command':'grant','email':'new@south.org','tenant':'south','role':'manager'}\n"));
        const QString newcomer = QStringLiteral("new@south.org");
        QVERIFY(as(newcomer, "Granite-Kestrel-46", {QStringLiteral("overview")}).complaint()["code"] == "password_change_needed");
        const auto lines = does(newcomer, "Granite-Kestrel-46",
                                "{'command':'issue','queue':'Loans'}\n{'command':'set_password','email':'sam@south.org','password':'Granite-Kestrel-47'}\n"
                                "{'command':'set_password','password':'Granite-Kestrel-46'}\n{'command':'set_password','password':'Granite-Kestrel-47'}\n"
                                "{'command':'issue','queue':'Loans'}\n").lines();
        QVERIFY(lines[0]["code"] == "password_change_needed" && lines[1]["code"] == "password_change_needed");
        QVERIFY(lines[2]["code"] == "weak_password");
        QVERIFY(lines[3]["ok"] == true && lines[4]["ok"] == true);
    }

    void theLastAdminStaysUnlessThePlatformSaysOtherwise()
    {
        const Ran own = sam("{'command':'revoke','email':'sam@south.org'}\n{'command':'grant','email':'sam@south.org','role':'agent'}\n");
        for (const Json &line : own.lines())
            QVERIFY2(line["code"] == "permission_denied" && line["permission"] == "manage_platform", line.dump().c_str());
        const QString ada = QStringLiteral("ada@platform.org");
        allWell(does(ada, rootPassword, "{'command':'revoke','email':'sam@south.org','tenant':'south'}\n"));
        // Whoever has no role is told which permission is missing.
        QVERIFY(as(QStringLiteral("sam@south.org"), "Granite-Kestrel-43", {QStringLiteral("users")}).complaint()["code"] == "permission_denied");
        allWell(does(ada, rootPassword, "{'command':'grant','email':'sam@south.org','tenant':'south','role':'admin'}\n"));
    }

    void theCommandsAreListed()
    {
        const Ran words = program.run({QStringLiteral("do"), QStringLiteral("--list")});
        QCOMPARE(words.code, 0);
        QVERIFY(words.out.contains("\ninvite_agent email [first_name]") && words.out.contains("\nissue queue [priority]"));
        const Ran list = program.run({QStringLiteral("do"), QStringLiteral("--list"), QStringLiteral("--json")});
        QCOMPARE(list.code, 0);
        const Json commands = list.json()["commands"];
        const auto grant = std::find_if(commands.begin(), commands.end(), [](const Json &each) { return each["command"] == "grant"; });
        QVERIFY(grant != commands.end());
        QVERIFY((*grant)["fields"] == Json::array({"email", "role"}) && (*grant)["optional"] == Json::array({"tenant"}));
    }

    void attemptsThatFailSlowDown()
    {
        const QString nobody = QStringLiteral("nobody@north.org");
        std::string code = "wrong_credentials";
        for (int attempt = 0; attempt < 8 && code == "wrong_credentials"; ++attempt)
            code = as(nobody, "Granite-Kestrel-99", {QStringLiteral("overview")}).complaint()["code"];
        QCOMPARE(code, std::string("slow_down"));
        const Json slow = as(nobody, "Granite-Kestrel-99", {QStringLiteral("overview")}).complaint();
        QVERIFY(slow["retry_after_seconds"].is_number_integer() && slow["retry_after_seconds"] >= 1);
        QVERIFY(slow["detail"]["retry_after_seconds"] == slow["retry_after_seconds"]);
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
