#include "verbs/command_line.h"

#include <algorithm>
#include <iostream>
#include <string_view>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/exchange/refusals.h>

#include "verbs/grammar.h"
#include "verbs/option_checks.h"
#include "verbs/output.h"
#include "verbs/whole_number.h"

namespace smartqueue::app {

namespace {

bool asksForJson(int argc, char **argv)
{
    return std::any_of(argv, argv + argc, [](const char *argument) { return std::string_view(argument) == "--json"; });
}

} // namespace

std::optional<Instant> demoMoment(const std::string &text)
{
    if (text.empty())
        return engine::demoHandOver();
    if (const auto instant = fromIso8601(text))
        return instant;
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const auto hour = numberIn<unsigned>(std::string_view(text).substr(0, 2));
    const auto minute = numberIn<unsigned>(std::string_view(text).substr(3));
    if (!hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    constexpr int opens = 8;
    return engine::demoDayStart() + std::chrono::hours(int(*hour) - opens) + std::chrono::minutes(*minute);
}

std::optional<std::pair<int, int>> pictureSize(const std::string &text)
{
    const auto cross = text.find('x');
    if (cross == std::string::npos)
        return std::nullopt;
    const auto width = numberIn<int>(std::string_view(text).substr(0, cross));
    const auto height = numberIn<int>(std::string_view(text).substr(cross + 1));
    if (!width || !height || *width < 320 || *height < 240 || *width > 7680 || *height > 4320)
        return std::nullopt;
    return std::pair(*width, *height);
}

CLI::App *Grammar::verb(const char *name, const char *help)
{
    Request &request = invocation.request;
    CLI::App *sub = app.add_subcommand(name, help);
    sub->add_option("--db", request.database, "Database: a path or sqlite:////absolute/path")->type_name("FILE")
        ->check(options::databaseIsUsable);
    sub->add_flag("--json", request.json, "Answer in JSON");
    sub->add_option("--as", request.as, "Act as this user; the password comes from SMARTQUEUE_PASSWORD or is asked for")->type_name("EMAIL");
    sub->add_option("--tenant", request.tenant, "Slug of the tenant, where there are several")->type_name("SLUG");
    sub->add_option("--site", request.site, "Name of the branch, where there are several")->type_name("NAME");
    return sub;
}

Invocation readCommandLine(int argc, char **argv)
{
    Invocation invocation;
    Request &request = invocation.request;
    auto &shots = invocation.screenshots;

    CLI::App app("SmartQueue Console: the queues of a branch, on the desktop.\nWithout a command the console opens.", "smartqueue");
    app.set_version_flag("--version", std::string("SmartQueue Console ") + SQ_VERSION);
    app.require_subcommand(0, 1);
    app.fallthrough(false);
    app.add_option("--db", request.database, "Database: a path or sqlite:////absolute/path")->type_name("FILE")
        ->check(options::databaseIsUsable);
    app.add_flag("--demo", invocation.demo, "Open a living demo branch in a database of its own");
    auto *shot = app.add_option("--screenshot", shots.folder, "Render pages of the demo branch to PNG files in this folder")->type_name("DIR");
    app.add_option("--page", shots.page, "live, alerts, desk, tickets, forecast, one of its tabs (simulator, promises, experiments), recorder, agents, administration, one of its tabs (users, tenants, branch, queues, services, counters, audit), "
                                         "wizard, sign-in, lock or all")->needs(shot)
        ->check(CLI::IsMember({"all", "live", "alerts", "desk", "tickets", "forecast", "simulator", "promises", "experiments", "recorder", "agents", "administration", "users", "tenants",
                               "branch", "queues", "services", "counters", "audit", "wizard", "sign-in", "lock"}));
    app.add_option("--lang", invocation.language, "Language of the console or the pictures, for this run")->check(CLI::IsMember({"en", "fr"}));
    app.add_option("--theme", invocation.theme, "Theme of the console or the pictures, for this run")->check(CLI::IsMember({"light", "dark"}));
    app.add_option("--size", shots.size, "Size of the pictures, such as 1280x800")->needs(shot)->check(options::isPictureSize);
    app.add_option("--at", shots.at, "Time of the demo day, such as 10:42, or ISO 8601 UTC")->needs(shot)->check(options::isDemoMoment);

    app.add_option("--measure-screen", invocation.measureScreen)->group("");

    Grammar grammar{app, invocation, {}};
    declareBranchVerbs(grammar);
    declarePeerVerbs(grammar);
    declareStudyVerbs(grammar);
    app.add_subcommand("bench", "Measure this machine: figures of one run")->add_flag("--json", request.json, "Answer in JSON");
    bool terminal = false;
    app.add_subcommand("demo", "The demo day")->add_flag("--terminal", terminal, "As a live table in the terminal, until Ctrl+C");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const bool asked = error.get_exit_code() == 0;
        invocation.kind = Invocation::Kind::exit;
        invocation.exitCode = asked ? done : wrongUsage;
        if (!asked && asksForJson(argc, argv)) {
            std::string reason = error.what();
            if (reason.ends_with('.'))
                reason.pop_back();
            terminalOutput(true).failure({exchange::refusals::wrongUsage, {{"reason", reason}}});
        } else {
            app.exit(error, std::cout, std::cerr);
        }
        return invocation;
    }

    request.database = options::databasePath(request.database);
    using Kind = Invocation::Kind;
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) {
        invocation.kind = shot->count() > 0 ? Kind::screenshots : Kind::console;
        shots.folder = options::absolutePath(shots.folder);
        return invocation;
    }
    request.verb = chosen.front()->get_name();
    request.map = options::absolutePath(request.map);
    request.file = options::absolutePath(request.file);
    request.output = options::absolutePath(request.output);
    if (request.verb == "bench") {
        invocation.kind = Kind::bench;
    } else if (request.verb == "sim-peers") {
        invocation.kind = Kind::simulatedPeers;
        invocation.simulated.plant = peer_simulation::plantNamed(grammar.plant).value_or(peer_simulation::Plant::none);
    } else if (request.verb == "simulate" && request.until.empty()) {
        invocation.kind = Kind::simulation;
    } else if (request.verb == "evaluate") {
        invocation.kind = Kind::evaluation;
        invocation.evaluation.subject = chosen.front()->get_subcommands().front()->get_name();
        invocation.evaluation.file = options::absolutePath(invocation.evaluation.file);
        invocation.evaluation.map = options::absolutePath(invocation.evaluation.map);
    } else if (request.verb == "experiment") {
        invocation.kind = Kind::experiment;
        invocation.experiment.file = options::absolutePath(invocation.experiment.file);
        invocation.experiment.map = options::absolutePath(invocation.experiment.map);
    } else if (request.verb == "demo") {
        invocation.kind = terminal ? Kind::terminalDemo : Kind::console;
        invocation.demo = true;
    } else {
        invocation.kind = Kind::verb;
    }
    return invocation;
}

} // namespace smartqueue::app
