#include "command_line.h"

#include <filesystem>
#include <iostream>
#include <iterator>

#include <CLI/CLI.hpp>

#include "output.h"

namespace smartqueue::app {

namespace {

std::string absolutePath(const std::string &path)
{
    return path.empty() || path == "-" ? path : std::filesystem::absolute(path).lexically_normal().string();
}

} // namespace

Invocation readCommandLine(int argc, char **argv)
{
    Invocation invocation;
    Request &request = invocation.request;
    auto &shots = invocation.screenshots;

    CLI::App app("SmartQueue Console: the queues of a branch, on the desktop.\nWithout a command the console opens.", "smartqueue");
    app.set_version_flag("--version", std::string("SmartQueue Console ") + SQ_VERSION);
    app.require_subcommand(0, 1);
    app.fallthrough(false);
    app.add_option("--db", request.database, "Database: an absolute path or sqlite:////absolute/path")->type_name("FILE");
    app.add_flag("--demo", invocation.demo, "Open a living demo branch in a database of its own");
    auto *shot = app.add_option("--screenshot", shots.folder, "Render pages of the demo branch to PNG files in this folder")->type_name("DIR");
    app.add_option("--page", shots.page, "live, alerts, desk, tickets, recorder, setup, wizard or all")->needs(shot)
        ->check(CLI::IsMember({"all", "live", "alerts", "desk", "tickets", "recorder", "setup", "wizard"}));
    app.add_option("--lang", shots.language, "Language of the console")->check(CLI::IsMember({"en", "fr"}));
    app.add_option("--theme", shots.theme, "Theme of the console")->check(CLI::IsMember({"light", "dark"}));
    app.add_option("--size", shots.size, "Size of the pictures, such as 1280x800")->needs(shot);
    app.add_option("--at", shots.at, "Time of the demo day, such as 10:42, or ISO 8601 UTC")->needs(shot);

    app.add_option("--measure-screen", invocation.measureScreen)->group("");

    const auto verb = [&](const char *name, const char *help) {
        CLI::App *sub = app.add_subcommand(name, help);
        sub->add_option("--db", request.database, "Database: an absolute path or sqlite:////absolute/path")->type_name("FILE");
        sub->add_flag("--json", request.json, "Answer in JSON");
        return sub;
    };
    const auto withFile = [&](CLI::App *sub, const char *name, const char *help) { sub->add_option(name, request.file, help)->required(); };
    const auto withLogOptions = [&](CLI::App *sub) {
        sub->add_option("--map", request.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json");
        sub->add_option("--timezone", request.timeZone, "Zone of the log's local times; the branch's without it")->type_name("TZ");
    };
    withFile(verb("do", "Carry out commands, one JSON object a line; - reads standard input"), "FILE", "Commands (JSON lines)");
    for (const char *name : {"overview", "load-balance", "optimization-report"})
        verb(name, "Figures of the branch")->add_option("--at", request.at, "ISO 8601 UTC; now without it")->type_name("TIME");
    for (const char *name : {"health", "stats", "predictions", "algorithm-recommendation", "tickets"}) {
        auto *sub = verb(name, "Figures of one queue");
        sub->add_option("--queue", request.queue, "Name of the queue")->required()->type_name("NAME");
        sub->add_option("--at", request.at, "ISO 8601 UTC; now without it")->type_name("TIME");
    }
    auto *import = verb("import", "Take a ticket log into the history");
    withFile(import, "LOG", "Delimited file");
    withLogOptions(import);
    import->add_flag("--strict", request.strict, "Refuse the whole file when one line is refused");
    auto *replay = verb("replay", "Follow a recorded log through the real engine");
    withFile(replay, "LOG", "Delimited file");
    withLogOptions(replay);
    replay->add_option("--speed", request.speed, "max, or log seconds per second")->type_name("max|N");
    withFile(verb("backup", "Copy the database while it is in use"), "FILE", "Where the copy goes");
    withFile(verb("restore", "Put a backup in the place of the database"), "FILE", "The backup");
    verb("check", "Prove the log's chain and the database's integrity");
    auto *bench = app.add_subcommand("bench", "Measure this machine: figures of one run");
    bench->add_flag("--json", request.json, "Answer in JSON");
    bool terminal = false;
    auto *demo = app.add_subcommand("demo", "The demo day");
    demo->add_flag("--terminal", terminal, "As a live table in the terminal, until Ctrl+C");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const bool asked = error.get_exit_code() == 0;
        app.exit(error, std::cout, std::cerr);
        invocation.kind = Invocation::Kind::exit;
        invocation.exitCode = asked ? done : wrongUsage;
        return invocation;
    }

    using Kind = Invocation::Kind;
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) {
        invocation.kind = shot->count() > 0 ? Kind::screenshots : Kind::console;
        shots.folder = absolutePath(shots.folder);
        return invocation;
    }
    request.verb = chosen.front()->get_name();
    request.map = absolutePath(request.map);
    if (request.verb == "do" && request.file == "-")
        request.input.assign(std::istreambuf_iterator<char>(std::cin), {});
    request.file = absolutePath(request.file);
    if (request.verb == "bench")
        invocation.kind = Kind::bench;
    else if (request.verb == "demo") {
        invocation.kind = terminal ? Kind::terminalDemo : Kind::console;
        invocation.demo = true;
    } else if (request.verb == "restore")
        invocation.kind = Kind::restore;
    else
        invocation.kind = Kind::verb;
    return invocation;
}

} // namespace smartqueue::app
