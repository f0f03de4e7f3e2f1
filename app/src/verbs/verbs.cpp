#include "verbs/verbs.h"

#include <map>
#include <variant>

#include <QSysInfo>

#include <nlohmann/json.hpp>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/accounts/scope.h>
#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/audit.h>
#include <smartqueue/storage/restore.h>

namespace smartqueue::app {

namespace {

using OfBranch = int (*)(const Request &, engine::Engine &, const Caller &);
using OfDatabase = int (*)(const Request &, engine::Installation &, UserId, const Caller &);

struct Verb {
    std::variant<OfBranch, OfDatabase> run;
    /// None: decided on further in, for each line or each row, or by whoever reads the audit.
    std::optional<Permission> needs;
};

const std::map<std::string, Verb> &verbs()
{
    static const std::map<std::string, Verb> table{
        {"do", {runScript, std::nullopt}},
        {"import", {runImport, Permission::manageSettings}},
        {"replay", {runReplay, Permission::manageSettings}},
        {"overview", {runReport, Permission::readQueue}},
        {"health", {runReport, Permission::readQueue}},
        {"tickets", {runReport, Permission::readTicket}},
        {"load-balance", {runReport, Permission::readReports}},
        {"optimization-report", {runReport, Permission::readReports}},
        {"stats", {runReport, Permission::readReports}},
        {"predictions", {runReport, Permission::readReports}},
        {"algorithm-recommendation", {runReport, Permission::readReports}},
        {"staff", {runStaff, Permission::readReports}},
        {"simulate", {runSimulateBranch, Permission::readReports}},
        {"suggestions", {runSuggestions, Permission::readReports}},
        {"scoreboard", {runScoreboard, Permission::readReports}},
        {"customers", {runCustomers, Permission::readCustomer}},
        {"backup", {runBackup, Permission::managePlatform}},
        {"check", {runCheck, std::nullopt}},
        {"users", {runUsers, std::nullopt}},
        {"audit", {runAudit, std::nullopt}},
        {"peers", {runPeers, std::nullopt}},
        {"take-over", {runTakeOver, Permission::managePlatform}},
    };
    return table;
}

/// Nobody in a database without users, and for a script whose lines may need nobody.
Result<UserId> signedIn(const Request &request, engine::Installation &installation)
{
    const engine::SharedDirectory directory = installation.directory();
    if (!directory->hasUsers())
        return UserId{};
    // Nobody has an empty password, so there is nothing to try, and no attempt to hold against anybody.
    if (!request.as.empty() && request.password.empty())
        return fail(failures::signInNeeded, {{"reason", "no_password"}});
    if (request.as.empty())
        return request.verb == "do" ? Result<UserId>(UserId{}) : fail(failures::signInNeeded);
    auto signing = installation.signIn(request.as, request.password, request.code, QSysInfo::machineHostName().toStdString());
    signing.waitForFinished();
    const auto session = signing.result();
    if (!session)
        return tl::unexpected(session.error());
    const engine::SharedDirectory now = installation.directory();
    if (const User *user = now->user(session->user); user && user->mustChangePassword && request.verb != "do")
        return fail(failures::passwordChangeNeeded);
    // It is set up in the console, where the code can be scanned.
    if (accounts::mustEnrolSecondFactor(*now, session->user))
        return fail(failures::secondFactorNeeded, {{"reason", "not_set_up"}});
    return session->user;
}

int runOfBranch(OfBranch run, Permission needs, const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
{
    const engine::SharedDirectory directory = installation.directory();
    const auto scope = accounts::scopeOf(*directory, user, request.tenant, request.site);
    if (!scope)
        return caller.output.failure(scope.error());
    if (!scope->site)
        return caller.output.failure({failures::unknownSite, {{"tenant", directory->tenant(scope->tenant)->slug}}});
    if (const Done may = accounts::require(*directory, user, scope->tenant, needs); !may)
        return caller.output.failure(may.error());
    return run(request, installation.door(scope->site, user), caller);
}

} // namespace

bool createsDatabase(const std::string &verb)
{
    return verb == "do" || verb == "import" || verb == "replay";
}

int runVerb(const Request &request, engine::Installation &installation, const Caller &caller)
{
    const auto verb = verbs().find(request.verb);
    if (verb == verbs().end())
        return caller.output.misuse({failures::unknownCommand, {{"command", request.verb}}});
    const auto user = signedIn(request, installation);
    if (!user) {
        Output answers = caller.output;
        // A script is read by a program, whatever becomes of it.
        answers.json = answers.json || request.verb == "do";
        return answers.failure(user.error());
    }
    if (const auto *run = std::get_if<OfBranch>(&verb->second.run))
        return runOfBranch(*run, *verb->second.needs, request, installation, *user, caller);
    if (const auto needs = verb->second.needs) {
        if (const Done may = accounts::require(*installation.directory(), *user, TenantId{}, *needs); !may)
            return caller.output.failure(may.error());
    }
    return std::get<OfDatabase>(verb->second.run)(request, installation, *user, caller);
}

int runBackup(const Request &request, engine::Installation &installation, UserId, const Caller &caller)
{
    auto copying = installation.backup(request.file);
    copying.waitForFinished();
    if (const Done copied = copying.result(); !copied)
        return caller.output.failure(copied.error());
    caller.output.answer(nlohmann::ordered_json{{"ok", true}, {"database", request.database}, {"backup", request.file}});
    return done;
}

int runCheck(const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
{
    if (const Done may = engine::mayProveChain(*installation.directory(), user); !may)
        return caller.output.failure(may.error());
    auto checking = installation.check();
    checking.waitForFinished();
    const auto findings = checking.result();
    if (!findings)
        return caller.output.failure(findings.error());
    auto settling = installation.settledSnapshot(firstSite);
    settling.waitForFinished();
    caller.output.answer(nlohmann::ordered_json{{"ok", findings->empty()},
                                                {"database", request.database},
                                                {"last_seq", installation.lastSequence()},
                                                {"epoch", installation.directory()->epoch},
                                                {"findings", *findings}});
    if (findings->empty())
        return done;
    return caller.output.failure({engine::storage_failures::damaged, {{"path", request.database}, {"reason", findings->front()}}});
}

int runRestore(const Request &request, const Output &output)
{
    if (const auto restored = storage::restoreDatabase(request.file, request.database); !restored)
        return output.failure(restored.error());
    output.answer(nlohmann::ordered_json{{"ok", true}, {"database", request.database}, {"restored_from", request.file}});
    return done;
}

} // namespace smartqueue::app
