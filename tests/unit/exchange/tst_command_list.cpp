#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <smartqueue/exchange/command_list.h>
#include <smartqueue/exchange/command_script.h>

#include "people.h"
#include "script_branch.h"

using namespace smartqueue;
using namespace smartqueue::exchange;
using testing::branch;

namespace {

/// The fields of a listed command, each without its brackets, and whether it may be left out.
std::map<std::string, bool> fieldsOf(const ListedCommand &command)
{
    std::map<std::string, bool> fields;
    std::istringstream words(command.fields);
    for (std::string word; words >> word;) {
        const bool isOptional = word.front() == '[';
        fields[isOptional ? word.substr(1, word.size() - 2) : word] = isOptional;
    }
    return fields;
}

/// What a field can hold, by the names of branch() and people().
nlohmann::json sample(const std::string &command, const std::string &field)
{
    const bool isPlatforms = command == "set_platform_role";
    static const std::map<std::string, nlohmann::json> values{
        {"queue", "Payments"}, {"to_queue", "Payments"}, {"service", "Payments"}, {"agent", "Nadia"}, {"to_agent", "Omar"}, {"reserved_for", "Omar"},
        {"number", "P001"}, {"algorithm", "fifo"}, {"email", "abel@north.example"}, {"tenant", "north"}, {"slug", "s"}, {"priority", 3},
        {"sla_seconds", 600}, {"max_capacity", 9}, {"first_number", 1}, {"last_number", 9}, {"hourly_cost", 100}, {"rank", 1}, {"minutes", 5},
        {"alert", 1}, {"conflict", 1}, {"retention_days", 9}, {"on_time_target", 0.5}, {"opens_at", 1}, {"closes_at", 2}, {"reset_hour", 3},
        {"queues", {"Payments"}}, {"skills", {"s"}}, {"required_skills", {"s"}}, {"counters", {"1"}}, {"break_reasons", {"b"}}, {"endpoints", {"e"}},
        {"second_factor_for", {"admin"}}, {"limits", {{"sites", 1}}}, {"place", "end"}, {"again", true}, {"superadmin", true}, {"staff", true},
        {"must_change_password", true}, {"must_change", true}, {"suspended", true}, {"active", true}};
    if (field == "status")
        return command == "set_status" ? "available" : "active";
    if (field == "role")
        return isPlatforms ? "staff" : "agent";
    const auto found = values.find(field);
    return found == values.end() ? nlohmann::json("text") : found->second;
}

/// The refusal of a superadmin's line; empty when there is none.
std::string refusalOf(const nlohmann::json &line, UserId user = testing::root, SiteId site = SiteId{1})
{
    static const auto directory = std::make_shared<const accounts::Directory>(testing::people());
    const auto parsed = ScriptLine::parse(line.dump());
    const auto refusal = parsed->command(branch(), {directory, user, testing::north, site}).command.refusal;
    if (!refusal)
        return {};
    const auto field = refusal->detail.find("field");
    const auto permission = refusal->detail.find("permission");
    return std::string(refusal->code.name()) + (field == refusal->detail.end() ? "" : ' ' + field->second)
        + (permission == refusal->detail.end() ? "" : ' ' + permission->second);
}

/// The line with all that it needs and nothing else.
nlohmann::json leastOf(const ListedCommand &command)
{
    nlohmann::json line{{"command", command.name}};
    const auto fields = fieldsOf(command);
    for (const auto &[field, isOptional] : fields) {
        if (!isOptional)
            line[field] = sample(command.name, field);
    }
    // One of two does for these; an agent by name for whoever is none.
    if (command.name == "transfer")
        line["to_queue"] = "Payments";
    if (command.name == "erase_customer")
        line["customer"] = "Marie";
    else if (fields.contains("agent"))
        line["agent"] = "Nadia";
    return line;
}

} // namespace

/// The commands of a script: which there are, what they take, and what those hear who may not give them.
class TestCommandList final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTheListSaysIsWhatIsRead()
    {
        std::set<std::string> all;
        for (const ListedCommand &command : commandList()) {
            for (const auto &[field, isOptional] : fieldsOf(command))
                all.insert(field);
        }
        for (const ListedCommand &command : commandList()) {
            const auto fields = fieldsOf(command);
            const nlohmann::json least = leastOf(command);
            const bool ofBranch = !ScriptLine::parse(least.dump())->isAboveBranches();
            const bool aboutPeople = command.name == "invite_agent" || command.name == "erase_customer";
            QCOMPARE(command.name + ": " + refusalOf(least), command.name + ": ");
            for (const std::string &field : all) {
                nlohmann::json line = least;
                line[field] = sample(command.name, field);
                const std::string refusal = refusalOf(line);
                const auto listed = fields.find(field);
                const bool isOfEveryBranch = ofBranch && (field == "tenant" || (field == "agent" && !aboutPeople));
                const std::string said = command.name + ", " + field + ": " + refusal;
                if (listed != fields.end() || isOfEveryBranch)
                    QVERIFY2(!refusal.starts_with("unknown_field"), said.c_str());
                else
                    QVERIFY2(refusal == "unknown_field " + field, said.c_str());
                if (listed == fields.end() || listed->second)
                    continue;
                line.erase(field);
                QVERIFY2(refusalOf(line) == "missing_field " + field, (command.name + " without " + field + ": " + refusalOf(line)).c_str());
            }
        }
    }

    void theManualPageTellsTheSame()
    {
        QFile page(QStringLiteral(SQ_SOURCES "/packaging/smartqueue.1"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll());
        const QStringList paragraphs = text.mid(text.indexOf(QStringLiteral(".SH SCRIPTS"))).split(QStringLiteral(".TP\n.B "));
        for (const ListedCommand &command : commandList()) {
            const QString name = QString::fromStdString(command.name);
            const auto its = std::find_if(paragraphs.begin(), paragraphs.end(), [&](const QString &each) {
                return each.section(QLatin1Char('\n'), 0, 0).split(QStringLiteral(", ")).contains(name);
            });
            QVERIFY2(its != paragraphs.end(), qPrintable(name));
            const bool isOne = !its->section(QLatin1Char('\n'), 0, 0).contains(QLatin1Char(','));
            for (const auto &[field, isOptional] : fieldsOf(command)) {
                const QString word = isOptional ? QLatin1Char('[') + QString::fromStdString(field) + QLatin1Char(']') : QString::fromStdString(field);
                QVERIFY2(its->contains(word) || (!isOne && its->contains(QString::fromStdString(field))), qPrintable(name + QLatin1Char(' ') + word));
            }
        }
    }

    void whoMayNotIsToldThatFirst()
    {
        using nlohmann::json;
        const auto asAdmin = [](const json &line) { return refusalOf(line, testing::adminOfNorth); };
        const auto asAgent = [](const json &line) { return refusalOf(line, testing::agentOfNorth); };
        for (const char *platforms : {"create_tenant", "create_user", "delete_user", "set_user_active", "set_platform_role", "rotate_key", "revoke_device"})
            QCOMPARE(asAdmin({{"command", platforms}, {"nonsense", 1}}), std::string("permission_denied manage_platform"));
        QCOMPARE(asAdmin({{"command", "delete_user"}, {"email", "sam@south.example"}}), std::string("permission_denied manage_platform"));
        // Who may is told what is wrong, and of names that are none of theirs nobody learns more.
        QCOMPARE(asAdmin({{"command", "create_site"}}), std::string("missing_field name"));
        QCOMPARE(asAdmin({{"command", "create_site"}, {"tenant", "south"}}), std::string("missing_field name"));
        QCOMPARE(asAdmin({{"command", "grant"}, {"email", "sam@south.example"}, {"role", "agent"}}), std::string("unknown_user"));
        for (const char *setup : {"create_queue", "remove_queue", "set_algorithm", "set_queue_status", "dismiss"})
            QVERIFY2(asAgent({{"command", setup}}).starts_with("permission_denied"), setup);
        QCOMPARE(asAgent({{"command", "remove_agent"}, {"agent", "Ghost"}}), std::string("permission_denied manage_agent"));
        QCOMPARE(asAgent({{"command", "invite_agent"}}), std::string("permission_denied manage_members"));
        QCOMPARE(asAgent({{"command", "issue"}}), std::string("missing_field queue"));
        QCOMPARE(asAgent({{"command", "issue"}, {"queue", "Ghost"}}), std::string("unknown_queue"));
        // At a site of others even the names are nobody's business.
        QCOMPARE(refusalOf({{"command", "issue"}, {"queue", "Ghost"}}, testing::agentOfSouth, SiteId{1}), std::string("permission_denied write_ticket"));
        QCOMPARE(refusalOf({{"command", "nonsense"}}, testing::agentOfNorth), std::string("unknown_command"));
    }

    void aCommandThatNobodyKnowsIsForNoBranch()
    {
        const auto isAbove = [](const nlohmann::json &line) { return ScriptLine::parse(line.dump())->isAboveBranches(); };
        QVERIFY(isAbove(nlohmann::json::object()));
        QVERIFY(isAbove({{"command", 5}}));
        for (const char *above : {"nonsense", "create_user", "accept_invitation"})
            QVERIFY2(isAbove({{"command", above}}), above);
        for (const char *ofBranch : {"issue", "invite_agent", "erase_customer"})
            QVERIFY2(!isAbove({{"command", ofBranch}}), ofBranch);
    }
};

QTEST_GUILESS_MAIN(TestCommandList)
#include "tst_command_list.moc"
