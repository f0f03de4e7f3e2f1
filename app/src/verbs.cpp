#include "verbs.h"

#include <map>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/storage/restore.h>

namespace smartqueue::app {

namespace {

using Verb = int (*)(const Request &, engine::Engine &, const Caller &);

const std::map<std::string, Verb> &verbs()
{
    static const std::map<std::string, Verb> table{
        {"do", runScript}, {"import", runImport}, {"replay", runReplay}, {"backup", runBackup}, {"check", runCheck},
        {"overview", runReport}, {"load-balance", runReport}, {"optimization-report", runReport}, {"health", runReport},
        {"stats", runReport}, {"predictions", runReport}, {"algorithm-recommendation", runReport}, {"tickets", runReport},
    };
    return table;
}

} // namespace

bool createsDatabase(const std::string &verb)
{
    return verb == "do" || verb == "import" || verb == "replay";
}

int runVerb(const Request &request, engine::Engine &engine, const Caller &caller)
{
    const auto verb = verbs().find(request.verb);
    if (verb == verbs().end())
        return caller.output.misuse({failures::unknownCommand, {{"command", request.verb}}});
    return verb->second(request, engine, caller);
}

int runBackup(const Request &request, engine::Engine &engine, const Caller &caller)
{
    auto copying = engine.backup(request.file);
    copying.waitForFinished();
    if (const Done copied = copying.result(); !copied)
        return caller.output.failure(copied.error());
    caller.output.answer(nlohmann::ordered_json{{"ok", true}, {"database", request.database}, {"backup", request.file}});
    return done;
}

int runCheck(const Request &request, engine::Engine &engine, const Caller &caller)
{
    auto checking = engine.check();
    checking.waitForFinished();
    const auto findings = checking.result();
    if (!findings)
        return caller.output.failure(findings.error());
    const auto snapshot = engine.snapshot();
    caller.output.answer(nlohmann::ordered_json{{"ok", findings->empty()},
                                                {"database", request.database},
                                                {"last_seq", snapshot->state.sequence},
                                                {"findings", *findings}});
    if (findings->empty())
        return done;
    return caller.output.failure({engine::storage_failures::damaged, {{"path", request.database}, {"reason", findings->front()}}});
}

int runRestore(const Request &request, const Output &output)
{
    if (const Done restored = storage::restoreDatabase(request.file, request.database); !restored)
        return output.failure(restored.error());
    output.answer(nlohmann::ordered_json{{"ok", true}, {"database", request.database}, {"restored_from", request.file}});
    return done;
}

} // namespace smartqueue::app
