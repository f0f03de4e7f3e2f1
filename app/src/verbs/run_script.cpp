#include <algorithm>
#include <deque>
#include <map>
#include <memory>

#include <QFile>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/coordination/etcd_probe.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/exchange/command_script.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/script_lines.h>
#include <smartqueue/presentation/peer_rights.h>

#include "verbs/log_follower.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

/// Lines submitted ahead of their answers: enough that the engine commits whole groups.
constexpr std::size_t mostUnderWay = 512;
constexpr std::size_t textBeforeWriting = 32 * 1024;

/// Whether later lines may read another name, or the same name otherwise, because of the command.
bool changesNames(const CommandBody &body)
{
    return isAccountCommand(body) || std::holds_alternative<DefineBranch>(body) || std::holds_alternative<DefineService>(body)
        || std::holds_alternative<DefineQueue>(body) || std::holds_alternative<DefineAgent>(body)
        || std::holds_alternative<RemoveService>(body) || std::holds_alternative<RemoveQueue>(body)
        || std::holds_alternative<RemoveAgent>(body);
}

/// A branch that lines of the script are for.
struct Place {
    Place(engine::Engine &entered, TenantId of) : door(entered), tenant(of), log(entered), past(entered) {}

    engine::Engine &door;
    TenantId tenant;
    LogFollower log;
    PastStates past;
};

/// One script. Lines are submitted ahead of the answers of those before them, except where a line needs to know how those went;
/// the answers are those that one at a time would give.
class ScriptRun {
public:
    ScriptRun(QIODevice &device, const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
        : m_request(request), m_installation(installation), m_user(user), m_caller(caller), m_lines(device), m_progress(request.before)
    {
    }

    int run()
    {
        while (!m_caller.gone()) {
            // Whoever feeds one line after the other waits for the answer first.
            if (!m_lines.hasLine())
                writeAll();
            const auto *line = m_lines.next();
            if (line == nullptr)
                break;
            ++m_progress.commands;
            read({line->number + m_request.before.lines, line->text, line->tooLong});
            if (m_underWay.size() > mostUnderWay)
                answerFirst();
        }
        writeAll();
        if (m_caller.goesOnElsewhere(m_progress))
            return done;
        // What it had not read yet is not done.
        if (m_caller.gone())
            return m_caller.output.failure({exchange::refusals::consoleGone, {}});
        if (m_progress.refused == 0)
            return done;
        return m_caller.output.failure({exchange::refusals::someLinesRefused,
                                        {{"count", std::to_string(m_progress.refused)}, {"lines", std::to_string(m_progress.commands)}}});
    }

private:
    struct UnderWay {
        std::int64_t line = 0;
        CommandId id;
        QFuture<engine::Answer> answer;
        /// Where it is carried out; none when it was refused before that.
        Place *place = nullptr;
        bool isAccountCommand = false;
        bool makesUser = false;
        bool endsOwnSession = false;
    };

    /// Whoever was given a password changes it before anything else.
    bool mayGoOn(const Command &command) const
    {
        const engine::SharedDirectory directory = m_installation.directory();
        const User *user = directory->user(m_user);
        const auto *password = std::get_if<SetPassword>(&command.body);
        return !user || !user->mustChangePassword || (password && password->user == m_user);
    }

    /// Whether the asking user's own command ends the sessions it runs in: the script goes on all the same.
    bool endsOwnSession(const CommandBody &body) const
    {
        const auto *password = std::get_if<SetPassword>(&body);
        const auto *end = std::get_if<EndSessions>(&body);
        return m_user && ((password && password->user == m_user) || (end && end->user == m_user));
    }

    int sessionsNow() const
    {
        const engine::SharedDirectory directory = m_installation.directory();
        const User *user = directory->user(m_user);
        return user ? user->sessions : 0;
    }

    /// The branch that the line is for. A tenant without one gets its first with the first line that needs it.
    Result<Place *> placeOf(const exchange::ScriptLine &line)
    {
        if (line.isAboveBranches())
            return place({{}, firstSite});
        const std::string &tenant = line.tenant().empty() ? m_request.tenant : line.tenant();
        const std::string &site = line.site().empty() ? m_request.site : line.site();
        auto scope = accounts::scopeOf(*m_installation.directory(), m_user, tenant, site);
        if (scope && !scope->site) {
            if (const engine::Answer made = makeFirstSite(scope->tenant); !made)
                return tl::unexpected(made.error());
            scope = accounts::scopeOf(*m_installation.directory(), m_user, tenant, site);
        }
        if (!scope)
            return tl::unexpected(scope.error());
        return place(*scope);
    }

    Place *place(const accounts::Scope &scope)
    {
        auto &place = m_places[{scope.site, m_user}];
        if (!place)
            place = std::make_unique<Place>(m_installation.door(scope.site, m_user), scope.tenant);
        return place.get();
    }

    engine::Answer makeFirstSite(TenantId id)
    {
        const engine::SharedDirectory directory = m_installation.directory();
        const Tenant *tenant = directory->tenant(id);
        Branch branch;
        branch.name = tenant->name;
        branch.timeZone = tenant->timeZone;
        branch.retentionDays = tenant->retentionDays;
        Command create{{}, CreateSite{id, std::move(branch)}, {}, {}};
        create.user = theProgram;
        auto answer = m_installation.submit(std::move(create));
        answer.waitForFinished();
        m_installation.settledSnapshot(firstSite).waitForFinished();
        return answer.result();
    }

    void read(const exchange::ScriptLines::Line &line)
    {
        if (line.tooLong) {
            refuse(line.number, {}, {failures::tooLong, {{"field", "line"}, {"maximum", std::to_string(exchange::ScriptLines::lineLimit)}}});
            return;
        }
        const auto parsed = exchange::ScriptLine::parse(line.text);
        if (!parsed) {
            refuse(line.number, {}, parsed.error());
            return;
        }
        if (m_namesChange)
            answerAll();
        if (!m_user && parsed->needsSignIn() && m_installation.directory()->hasUsers()) {
            refuse(line.number, parsed->id(), {failures::signInNeeded, {}});
            return;
        }
        if (const engine::SharedDirectory directory = m_installation.directory(); m_user && accounts::isOver(*directory, {m_user, m_sessions, {}})) {
            refuse(line.number, parsed->id(), {failures::signInNeeded, {}});
            return;
        }
        const auto found = placeOf(*parsed);
        if (!found) {
            refuse(line.number, parsed->id(), found.error());
            return;
        }
        Place &place = **found;
        const auto read = [&] { return parsed->command(place.log.state(), {m_installation.directory(), m_user, place.tenant, place.door.site()}); };
        exchange::ScriptCommand script = read();
        if (script.readsTickets && !m_underWay.empty()) {
            answerAll();
            script = read();
        }
        if (script.hasUnknownName) {
            // Somebody else may have made it meanwhile.
            answerAll();
            place.log.settle();
            script = read();
        }
        if (!mayGoOn(script.command)) {
            refuse(line.number, parsed->id(), {failures::passwordChangeNeeded, {}});
            return;
        }
        submit(line.number, place, std::move(script.command));
    }

    void submit(std::int64_t line, Place &place, Command command)
    {
        if (command.at)
            m_last = std::max(m_last.value_or(*command.at), *command.at);
        else
            command.notBefore = m_last;
        if (command.refusal && command.id.empty()) {
            refuse(line, {}, *command.refusal);
            return;
        }
        m_namesChange = m_namesChange || (!command.refusal && changesNames(command.body));
        if (const auto *authority = std::get_if<SetAuthority>(&command.body); authority && !command.refusal)
            warnOfSilent(*authority);
        UnderWay item{line, command.id, {}, &place, isAccountCommand(command.body), std::holds_alternative<CreateUser>(command.body),
                      endsOwnSession(command.body)};
        m_namesChange = m_namesChange || item.endsOwnSession;
        item.answer = place.door.submit(std::move(command));
        m_underWay.push_back(std::move(item));
    }

    /// It may be set all the same: members of an etcd come up one after the other.
    void warnOfSilent(const SetAuthority &authority)
    {
        if (authority.endpoints.size() > limits::endpoints || !presentation::mayRunPeers(*m_installation.directory(), m_user))
            return;
        for (const coordination::EtcdProbe &probe : coordination::probeEtcd(authority.endpoints)) {
            if (!probe.reason.empty())
                m_caller.output.err("smartqueue: no etcd answers at " + probe.endpoint + " (" + probe.reason
                                    + "). It may be set all the same; the host works only while most of its members answer.\n");
        }
    }

    void refuse(std::int64_t line, CommandId id, Failure failure)
    {
        QPromise<engine::Answer> promise;
        promise.start();
        promise.addResult(tl::unexpected(std::move(failure)));
        promise.finish();
        m_underWay.push_back({line, std::move(id), promise.future()});
    }

    void answerFirst()
    {
        const UnderWay item = std::move(m_underWay.front());
        m_underWay.pop_front();
        const engine::Answer answer = item.answer.result();
        m_progress.refused += !answer.has_value();
        static const queueing::BranchState nowhere;
        const queueing::BranchState *after = item.place ? &item.place->log.state() : &nowhere;
        if (answer && item.isAccountCommand) {
            item.place->log.settle();
            // Whoever founds the accounts of a database goes on as the first of its users.
            if (item.makesUser && !m_user && answer->entity != 0)
                m_user = UserId{answer->entity};
            if (item.endsOwnSession || item.makesUser)
                m_sessions = sessionsNow();
        } else if (answer && item.place) {
            if (answer->alone)
                item.place->log.settle();
            else
                item.place->log.advanceTo(answer->sequence);
            // A resend is told what the first one was told.
            if (answer->ticket && !answer->alone && answer->sequence < item.place->log.state().sequence) {
                if (const auto *then = item.place->past.after(*answer))
                    after = then;
            }
        }
        m_text += exchange::resultLine(item.line, answer, *after, item.id) + '\n';
        if (m_text.size() > textBeforeWriting)
            write();
    }

    void answerAll()
    {
        while (!m_underWay.empty())
            answerFirst();
        m_namesChange = false;
    }

    void writeAll()
    {
        answerAll();
        write();
    }

    void write()
    {
        if (!m_text.empty())
            m_caller.output.out(m_text);
        m_text.clear();
    }

    const Request &m_request;
    engine::Installation &m_installation;
    UserId m_user;
    /// Of the session that the script runs in.
    int m_sessions = sessionsNow();
    const Caller &m_caller;
    exchange::ScriptLines m_lines;
    std::map<std::pair<SiteId, UserId>, std::unique_ptr<Place>> m_places;
    std::deque<UnderWay> m_underWay;
    std::string m_text;
    /// Of the lines that say when they happened: those that do not come behind.
    std::optional<Instant> m_last;
    bool m_namesChange = false;
    /// Its lines are counted by whoever feeds them in.
    ScriptProgress m_progress;
};

} // namespace

int runScript(const Request &request, engine::Installation &installation, UserId user, const Caller &caller)
{
    if (request.file == "-" && caller.input)
        return ScriptRun(*caller.input, request, installation, user, caller).run();
    QFile file(QString::fromStdString(request.file));
    if (!file.open(QIODevice::ReadOnly))
        return caller.output.failure({exchange::refusals::cannotRead, {{"path", request.file}, {"reason", file.errorString().toStdString()}}});
    return ScriptRun(file, request, installation, user, caller).run();
}

} // namespace smartqueue::app
