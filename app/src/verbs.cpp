#include "verbs.h"

#include <array>
#include <algorithm>

#include <nlohmann/json.hpp>

#include <smartqueue/storage/restore.h>

namespace smartqueue::app {

namespace {

constexpr std::array reports{"overview", "load-balance", "optimization-report", "health", "stats", "predictions",
                             "algorithm-recommendation", "tickets"};

} // namespace

bool isReport(const std::string &verb)
{
    return std::find(reports.begin(), reports.end(), verb) != reports.end();
}

bool createsDatabase(const std::string &verb)
{
    return verb == "do" || verb == "import" || verb == "replay";
}

int runVerb(const Request &request, engine::Engine &engine, const Output &output)
{
    if (request.verb == "do")
        return runScript(request, engine, output);
    if (request.verb == "import")
        return runImport(request, engine, output);
    if (request.verb == "replay")
        return runReplay(request, engine, output);
    if (request.verb == "backup")
        return runBackup(request, engine, output);
    if (request.verb == "check")
        return runCheck(request, engine, output);
    return runReport(request, engine, output);
}

int runBackup(const Request &request, engine::Engine &engine, const Output &output)
{
    auto copying = engine.backup(request.file);
    copying.waitForFinished();
    if (const Done copied = copying.result(); !copied)
        return output.failure(copied.error());
    output.answer(nlohmann::ordered_json{{"ok", true}, {"database", request.database}, {"backup", request.file}}.dump());
    return done;
}

int runCheck(const Request &request, engine::Engine &engine, const Output &output)
{
    auto checking = engine.check();
    checking.waitForFinished();
    const auto findings = checking.result();
    if (!findings)
        return output.failure(findings.error());
    const auto snapshot = engine.snapshot();
    output.answer(nlohmann::ordered_json{{"ok", findings->empty()},
                                         {"database", request.database},
                                         {"last_seq", snapshot->state.sequence},
                                         {"findings", *findings}}
                      .dump());
    return findings->empty() ? done : refused;
}

int runRestore(const Request &request, const Output &output)
{
    if (const Done restored = storage::restoreDatabase(request.file, request.database); !restored)
        return output.failure(restored.error());
    output.answer(nlohmann::ordered_json{{"ok", true}, {"database", request.database}, {"restored_from", request.file}}.dump());
    return done;
}

} // namespace smartqueue::app
