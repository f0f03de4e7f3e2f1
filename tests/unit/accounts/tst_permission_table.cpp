#include <set>

#include <QTest>

#include "permission_tables.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

namespace {

struct Asker {
    char letter;
    const char *name;
    UserId user;
};

std::vector<Asker> askers(const Company &c)
{
    return {{'n', "nobody", {}},          {'i', "an inactive admin", c.inactive}, {'r', "a removed admin", c.removed},
            {'x', "no user", {99}},       {'u', "a guest", c.guest},              {'g', "an agent", c.agent},
            {'m', "a manager", c.manager}, {'a', "an admin", c.admin},            {'f', "staff", c.staff},
            {'s', "a superadmin", c.superadmin}, {'p', "the program", theProgram}};
}

bool mustSignIn(char letter)
{
    return letter == 'n' || letter == 'i' || letter == 'r' || letter == 'x';
}

bool isOutsider(char letter)
{
    return letter == 'u' || letter == 'f';
}

std::string expected(const Right &right, char letter, const char *toOutsiders = nullptr)
{
    if (mustSignIn(letter))
        return "sign_in_needed";
    if (std::string_view(right.who).find(letter) != std::string_view::npos)
        return {};
    return std::string("permission_denied ") + (toOutsiders && isOutsider(letter) ? toOutsiders : right.missing);
}

/// At the other site the agent has no desk, and nothing is theirs.
BranchRow withoutAgents(BranchRow row)
{
    for (Right *right : {&row.own, &row.others})
        right->who += right->who[0] == 'g';
    return row;
}

std::string answer(const Company &company, UserId user, SiteId site, const CommandBody &body, const BranchFacts &facts = {}, AgentId actor = {})
{
    return outcome(permit(company.directory, {{}, body, actor, {}, {}, {}, site, user}, facts));
}

} // namespace

class TestPermissionTable : public QObject {
    Q_OBJECT

    static void compare(const std::string &actual, const std::string &wanted, const CommandBody &body, const Asker &asker, const std::string &where)
    {
        QVERIFY2(actual == wanted, ("“" + std::string(nameOf(body)) + "” (" + where + ") by " + asker.name + ": “" + actual + "” instead of “" + wanted + "”").c_str());
    }

private Q_SLOTS:
    void everyCommandStandsInTheTables()
    {
        std::set<std::size_t> there;
        for (const BranchRow &row : branchTable())
            there.insert(row.command(mine).index());
        for (const AccountRow &row : accountTable(Company()))
            there.insert(row.command.index());
        there.insert(CommandBody(AcceptInvitation{}).index());
        for (std::size_t i = 0; i < std::variant_size_v<CommandBody>; ++i)
            QVERIFY2(there.contains(i), std::to_string(i).c_str());
    }

    void whatABranchIsAskedFor()
    {
        const Company c;
        for (const BranchRow &given : branchTable()) {
            for (const Asker &asker : askers(c)) {
                for (const SiteId site : {firstSite, c.second}) {
                    const BranchRow row = site == c.second ? withoutAgents(given) : given;
                    const std::string where = "site " + std::to_string(site.value);
                    const CommandBody own = row.command(mine);
                    compare(answer(c, asker.user, site, own, {mine, mine}), expected(row.own, asker.letter), own, asker, where + ", own agent and ticket");
                    compare(answer(c, asker.user, site, own, {mine, {}}), expected(row.own, asker.letter), own, asker, where + ", own agent, nobody's ticket");
                    compare(answer(c, asker.user, site, own, {mine, mine}, mine), expected(row.own, asker.letter), own, asker, where + ", put down to the own agent");
                    const CommandBody others = row.command(theirs);
                    compare(answer(c, asker.user, site, others, {mine, theirs}), expected(row.others, asker.letter), others, asker, where + ", another's agent and ticket");
                    // The own agent is one of another site.
                    compare(answer(c, asker.user, site, others, {{}, theirs}), expected(row.others, asker.letter), others, asker, where + ", no own agent");
                    compare(answer(c, asker.user, site, own, {{}, mine}), expected(row.others, asker.letter), own, asker, where + ", an agent that is not there");
                }
            }
        }
    }

    void whatAnotherTenantsBranchIsAskedFor()
    {
        const Company c;
        for (const BranchRow &row : branchTable()) {
            for (const Asker &asker : askers(c)) {
                const CommandBody own = row.command(mine);
                compare(answer(c, asker.user, c.foreign, own, {mine, mine}), expected({"sp", row.own.missing}, asker.letter), own, asker, "another tenant, own agent");
                const CommandBody others = row.command(theirs);
                compare(answer(c, asker.user, c.foreign, others, {mine, theirs}), expected({"sp", row.others.missing}, asker.letter), others, asker, "another tenant");
                const std::string unknown = mustSignIn(asker.letter) ? "sign_in_needed" : "unknown_site";
                compare(answer(c, asker.user, {99}, own, {mine, mine}), unknown, own, asker, "no such site");
                compare(answer(c, asker.user, {}, own, {mine, mine}), unknown, own, asker, "no site");
            }
        }
    }

    void whatIsPutDownToAnotherAgentIsDoneForThem()
    {
        const Company c;
        for (const BranchRow &row : branchTable()) {
            for (const Asker &asker : askers(c)) {
                const CommandBody own = row.command(mine);
                const bool isAgents = asker.letter == 'g' && std::string_view(row.own.who).find('g') != std::string_view::npos;
                compare(answer(c, asker.user, firstSite, own, {mine, mine}, theirs),
                        isAgents ? "permission_denied manage_ticket" : expected(row.own, asker.letter), own, asker, "put down to another");
            }
        }
    }

    void whatIsAskedAboveTheBranches()
    {
        const Company c;
        for (const AccountRow &row : accountTable(c)) {
            for (const Asker &asker : askers(c))
                compare(answer(c, asker.user, row.site, row.command), expected(row.right, asker.letter, row.toOutsiders), row.command, asker, row.what);
        }
    }

    void whatConcernsOneself()
    {
        const Company c;
        const NewSecret secret{"plain", "kept"};
        for (const Asker &asker : askers(c)) {
            // Of nobody and of the program there is nothing to change; the program may all the same.
            const std::string wanted = mustSignIn(asker.letter) ? "sign_in_needed" : "";
            const Profile *known = c.directory.profile(asker.user);
            const std::string email = known ? known->email : std::string();
            const CommandBody allowed[]{UpdateUser{asker.user, profile(email)}, UpdateUser{asker.user, profile("  " + email + " ")},
                                        SetPassword{asker.user, secret}, SetPin{asker.user, secret}, SetPin{asker.user, {}},
                                        SetSecondFactor{asker.user, secret, {secret}}, SetSecondFactor{asker.user, {}, {}},
                                        EndSessions{asker.user}};
            for (const CommandBody &body : allowed)
                compare(answer(c, asker.user, {}, body), wanted, body, asker, "oneself");

            const CommandBody platforms[]{UpdateUser{asker.user, profile("other@x")}, SetPlatformRole{asker.user, PlatformRole::superadmin},
                                          SetUserActive{asker.user, false}, DeleteUser{asker.user},
                                          GrantRole{asker.user, c.other, Role::admin}};
            for (const CommandBody &body : platforms)
                compare(answer(c, asker.user, {}, body), expected({"sp", "manage_platform"}, asker.letter), body, asker, "oneself");
            const CommandBody promotion = GrantRole{asker.user, c.own, Role::admin};
            compare(answer(c, asker.user, {}, promotion), expected({"asp", "manage_members"}, asker.letter, "manage_platform"), promotion, asker, "oneself");
        }
    }

    void theCodeOfAnInvitationIsThePermission()
    {
        const Company c;
        for (const Asker &asker : askers(c)) {
            const CommandBody body = AcceptInvitation{{"CODE", {}}, {"plain", {}}, c.newcomer};
            compare(answer(c, asker.user, {}, body), {}, body, asker, "whoever has the code");
        }
    }

    void inADatabaseWithoutUsersNobodyMayEverything()
    {
        const Company c;
        std::vector<CommandBody> all{AcceptInvitation{}};
        for (const BranchRow &row : branchTable()) {
            all.push_back(row.command(mine));
            all.push_back(row.command(theirs));
        }
        for (const AccountRow &row : accountTable(c))
            all.push_back(row.command);
        const Company empty = [] {
            Company company;
            company.directory.users.clear();
            return company;
        }();
        for (const CommandBody &body : all) {
            const bool isPrograms = std::holds_alternative<RecordSignIn>(body) || std::holds_alternative<RecordFailedSignIn>(body);
            compare(answer(empty, {}, firstSite, body, {{}, theirs}, theirs), isPrograms ? "permission_denied manage_platform" : "", body, {'n', "nobody", {}}, "no users");
            compare(answer(empty, theProgram, c.foreign, body, {{}, theirs}, theirs), {}, body, {'p', "the program", theProgram}, "no users");
            const bool isForEverybody = std::holds_alternative<AcceptInvitation>(body);
            compare(answer(empty, c.superadmin, firstSite, body), isForEverybody ? "" : "sign_in_needed", body, {'x', "no user", {}}, "no users");
        }
    }
};

QTEST_GUILESS_MAIN(TestPermissionTable)
#include "tst_permission_table.moc"
