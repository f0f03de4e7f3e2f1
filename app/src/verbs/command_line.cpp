#include "verbs/command_line.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string_view>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/exchange/command_list.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/storage/database_url.h>
#include <smartqueue/transport/address.h>

#include "verbs/output.h"

namespace smartqueue::app {

namespace {

std::string absolutePath(const std::string &path)
{
    return path.empty() || path == "-" ? path : std::filesystem::absolute(path).lexically_normal().string();
}

/// A plain path is taken from the folder that the person is in; an address stays as it is.
std::string databaseOption(const std::string &text)
{
    const bool isAddress = text.starts_with("sqlite:") || text.find("://") != std::string::npos;
    return text.empty() || isAddress ? text : std::filesystem::absolute(text).string();
}

template <class T>
std::optional<T> numberIn(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// An empty answer is a yes, as CLI11 wants it.
std::string databaseIsUsable(const std::string &text)
{
    const auto path = storage::parseDatabaseUrl(databaseOption(text));
    return path ? std::string() : exchange::sentenceFor(path.error());
}

std::string isInstant(const std::string &text)
{
    return fromIso8601(text) ? "" : "takes a time in ISO 8601 with its zone, such as 2026-01-31T09:30:00Z";
}

std::string isUntil(const std::string &text)
{
    return text == "close" ? "" : isInstant(text);
}

std::string isSpeed(const std::string &text)
{
    const auto speed = numberIn<double>(text);
    return text == "max" || (speed && *speed > 0 && std::isfinite(*speed)) ? "" : "takes max or a number above 0";
}

std::string isDemoMoment(const std::string &text)
{
    return demoMoment(text) ? "" : "takes a time of the demo day such as 10:42, or ISO 8601 in UTC";
}

std::string isPictureSize(const std::string &text)
{
    return pictureSize(text) ? "" : "takes WIDTHxHEIGHT from 320x240 to 7680x4320, such as 1280x800";
}

std::string isPlaceToListen(const std::string &text)
{
    const auto place = transport::parsedAddress(text);
    return place && transport::listeningPlace(place->host) ? "" : "takes an address of this machine and a port, such as 0.0.0.0:7483";
}

std::string isPlaceOfHost(const std::string &text)
{
    const auto place = transport::parsedAddress(text);
    return place && !place->host.isEmpty() && place->port > 0 ? "" : "takes an address and a port, such as 192.168.1.20:7483";
}

std::string isDesktopName(const std::string &text)
{
    const bool isUsable = isPlainUtf8(text) && hasVisibleText(text) && !hasHiddenMarks(text) && shortened(text, limits::nameCodePoints) == text;
    return isUsable ? "" : "takes a name of one line, of at most " + std::to_string(limits::nameCodePoints) + " characters";
}

/// Said; the answer to whoever asked for the list is the list alone.
CLI::Success listed(bool asJson)
{
    if (!asJson) {
        std::cout << "Commands of a script, one JSON object a line such as {\"command\":\"issue\",\"queue\":\"Payments\"}. A field in [brackets] may be\n"
                     "left out. "
                  << exchange::commonFields() << "\n\n";
        for (const exchange::ListedCommand &each : exchange::commandList())
            std::cout << each.name << (each.fields.empty() ? "" : " ") << each.fields << "\n    " << each.summary << ".\n";
        return {};
    }
    auto commands = nlohmann::ordered_json::array();
    for (const exchange::ListedCommand &each : exchange::commandList()) {
        auto needed = nlohmann::ordered_json::array();
        auto optional = nlohmann::ordered_json::array();
        std::istringstream fields(each.fields);
        for (std::string field; fields >> field;) {
            const bool isOptional = field.front() == '[';
            (isOptional ? optional : needed).push_back(isOptional ? field.substr(1, field.size() - 2) : field);
        }
        commands.push_back({{"command", each.name}, {"fields", needed}, {"optional", optional}, {"summary", each.summary}});
    }
    std::cout << nlohmann::ordered_json{{"commands", commands}}.dump() << '\n';
    return {};
}

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
        ->check(databaseIsUsable);
    app.add_flag("--demo", invocation.demo, "Open a living demo branch in a database of its own");
    auto *shot = app.add_option("--screenshot", shots.folder, "Render pages of the demo branch to PNG files in this folder")->type_name("DIR");
    app.add_option("--page", shots.page, "live, alerts, desk, tickets, forecast, one of its tabs (simulator, promises), recorder, agents, administration, one of its tabs (users, tenants, branch, queues, services, counters, audit), "
                                         "wizard, sign-in, lock or all")->needs(shot)
        ->check(CLI::IsMember({"all", "live", "alerts", "desk", "tickets", "forecast", "simulator", "promises", "recorder", "agents", "administration", "users", "tenants",
                               "branch", "queues", "services", "counters", "audit", "wizard", "sign-in", "lock"}));
    app.add_option("--lang", invocation.language, "Language of the console or the pictures, for this run")->check(CLI::IsMember({"en", "fr"}));
    app.add_option("--theme", invocation.theme, "Theme of the console or the pictures, for this run")->check(CLI::IsMember({"light", "dark"}));
    app.add_option("--size", shots.size, "Size of the pictures, such as 1280x800")->needs(shot)->check(isPictureSize);
    app.add_option("--at", shots.at, "Time of the demo day, such as 10:42, or ISO 8601 UTC")->needs(shot)->check(isDemoMoment);

    app.add_option("--measure-screen", invocation.measureScreen)->group("");

    const auto verb = [&](const char *name, const char *help) {
        CLI::App *sub = app.add_subcommand(name, help);
        sub->add_option("--db", request.database, "Database: a path or sqlite:////absolute/path")->type_name("FILE")
            ->check(databaseIsUsable);
        sub->add_flag("--json", request.json, "Answer in JSON");
        sub->add_option("--as", request.as, "Act as this user; the password comes from SMARTQUEUE_PASSWORD or is asked for")->type_name("EMAIL");
        sub->add_option("--tenant", request.tenant, "Slug of the tenant, where there are several")->type_name("SLUG");
        sub->add_option("--site", request.site, "Name of the branch, where there are several")->type_name("NAME");
        return sub;
    };
    const auto withFile = [&](CLI::App *sub, const char *name, const char *help) { sub->add_option(name, request.file, help)->required(); };
    const auto withLogOptions = [&](CLI::App *sub) {
        sub->add_option("--map", request.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json");
        sub->add_option("--timezone", request.timeZone, "Zone of the log's local times; the branch's without it")->type_name("TZ");
    };
    auto *script = verb("do", "Carry out commands, one JSON object a line; - reads standard input");
    withFile(script, "FILE", "Commands (JSON lines)");
    // Before the file is missed.
    script->add_flag_callback("--list", [&] { throw listed(request.json); }, "The commands and their fields, and end");
    for (const char *name : {"overview", "load-balance", "optimization-report"})
        verb(name, "Figures of the branch")->add_option("--at", request.at, "ISO 8601 UTC; now without it")->type_name("TIME")->check(isInstant);
    for (const char *name : {"health", "stats", "predictions", "algorithm-recommendation", "tickets"}) {
        auto *sub = verb(name, "Figures of one queue");
        sub->add_option("--queue", request.queue, "Name of the queue")->required()->type_name("NAME");
        sub->add_option("--at", request.at, "ISO 8601 UTC; now without it")->type_name("TIME")->check(isInstant);
    }
    auto *import = verb("import", "Take a ticket log into the history");
    withFile(import, "LOG", "Delimited file");
    withLogOptions(import);
    import->add_flag("--strict", request.strict, "Refuse the whole file when one line is refused");
    auto *replay = verb("replay", "Follow a recorded log through the real engine");
    withFile(replay, "LOG", "Delimited file");
    withLogOptions(replay);
    replay->add_option("--speed", request.speed, "max, or log seconds per second")->type_name("max|N")->check(isSpeed);
    withFile(verb("backup", "Copy the database while it is in use"), "FILE", "Where the copy goes");
    withFile(verb("restore", "Put a backup in the place of the database"), "FILE", "The backup");
    verb("check", "Prove the log's chain and the database's integrity");
    verb("users", "The users, with their tenants and roles");
    auto *audit = verb("audit", "Who did what, and when: the newest acts first");
    audit->add_option("--user", request.user, "Of this user alone")->type_name("EMAIL");
    audit->add_option("--kind", request.kind, "Of this command alone, such as call_next")->type_name("COMMAND");
    audit->add_option("--from", request.from, "ISO 8601 UTC")->type_name("TIME")->check(isInstant);
    audit->add_option("--until", request.until, "ISO 8601 UTC")->type_name("TIME")->check(isInstant);
    audit->add_option("--limit", request.limit, "So many at most")->check(CLI::Range(1, 1'000'000));
    auto *staff = verb("staff", "How many agents each hour needs, and the shifts that cover them");
    auto *staffed = staff->add_option("COUNTS", request.file, "Arrivals per hour (start,count) or a ticket log; the branch's history without it");
    staff->add_option("--aht", request.serviceSeconds, "Mean service time in seconds")->required()->type_name("S")->check(CLI::Range(1.0, 86400.0));
    staff->add_option("--patience", request.patienceSeconds, "Mean patience in seconds")->required()->type_name("S")->check(CLI::Range(1.0, 1e6));
    staff->add_option("--target", request.target, "\"abandon<=5%\", or \"80% in 60 s\"")->required()->type_name("TARGET");
    staff->add_option("--shifts", request.shifts, "Lengths of shifts, such as 8h,4h; by the hour without it")->type_name("HOURS");
    staff->add_option("--queue", request.queue, "Of the history of this queue alone")->type_name("NAME")->excludes(staffed);
    staff->add_option("--map", request.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json")->needs(staffed);
    auto *scoreboard = verb("scoreboard", "Whether the waits that people were told came true");
    scoreboard->add_option("--from", request.from, "The first day, such as 2026-01-31; all without it")->type_name("DATE");
    scoreboard->add_option("--to", request.until, "The last day; up to now without it")->type_name("DATE");
    auto *customers = verb("customers", "What the branch keeps of a person");
    customers->add_option("--find", request.find, "Part of a name, a telephone number, a note; or a ticket's number")->required()->type_name("TEXT");
    customers->add_flag("--exact", request.exact, "The whole name or telephone number, as erase_customer takes it");
    customers->add_option("--output", request.output, "Hand it out: write it to this file (JSON), on record")->type_name("FILE");
    auto *serve = verb("serve", "Keep the branch for its other desktops, without a window; on a replica, follow the host");
    serve->add_option("--listen", request.listen, "Where the others find this desktop, such as 0.0.0.0:7483")->type_name("ADDRESS:PORT")->check(isPlaceToListen);
    auto *pair = verb("pair", "Join the branch of another desktop, which shows a code");
    pair->add_option("--host", request.host, "Where that desktop is")->required()->type_name("ADDRESS:PORT")->check(isPlaceOfHost);
    pair->add_option("--code", request.pairingCode, "The code on its screen")->required()->type_name("CODE");
    pair->add_option("--yes-digits", request.digits, "The six digits on its screen, instead of a question")->type_name("DDDDDD");
    for (auto *joining : {serve, pair})
        joining->add_option("--name", request.name, "What people call this desktop; the computer's name without it")->type_name("NAME")->check(isDesktopName);
    serve->add_flag("--without-etcd", request.withoutEtcd, "Lead although etcd does not say so: when it is gone for good, and on one desktop alone");
    auto *peers = verb("peers", "Who is host, who follows, and how far");
    peers->add_flag("--invite", request.invite, "Let another desktop join: shows the code for it");
    auto *takeOver = verb("take-over", "Make this desktop the host, when the host is gone");
    takeOver->add_flag("--without-silent", request.withoutSilent, "Although desktops that may alone hold what was done last do not answer");
    auto *bench = app.add_subcommand("bench", "Measure this machine: figures of one run");
    bench->add_flag("--json", request.json, "Answer in JSON");
    auto *simulated = app.add_subcommand("sim-peers", "Prove several desktops of one branch on simulated ones, where everything fails by seed");
    auto &campaign = invocation.simulated;
    campaign.seeds = 1000;
    std::string plant;
    simulated->add_option("--seeds", campaign.seeds, "How many")->check(CLI::Range(1, 100'000'000));
    // A negative one reads as a number beyond all others.
    simulated->add_option("--first", campaign.first, "The first of them")->type_name("SEED")->check(CLI::Range(std::uint64_t(0), std::uint64_t(1'000'000'000'000)));
    simulated->add_option("--desktops", campaign.desktops, "How many, 5 without it")
        ->check(CLI::Range(peer_simulation::fewestDesktops, peer_simulation::mostDesktops));
    simulated->add_option("--plant", plant, "Switch one protection off, to see that this is found: ack-before-fsync, no-epoch, trust-restored")
        ->check(CLI::IsMember({"ack-before-fsync", "no-epoch", "trust-restored"}));
    simulated->add_flag("--json", request.json, "Answer in JSON");
    SimulationRequest &simulation = invocation.simulation;
    auto *simulate = verb("simulate", "Waiting times by simulation with the program's own rules: of the rest of a branch's day with --until, else of one queue in the long run");
    auto *until = simulate->add_option("--until", request.until, "Of the branch: close, or ISO 8601 UTC")->type_name("close|TIME")->check(isUntil);
    simulate->add_option("--at", request.at, "Of the branch as it was, ISO 8601 UTC; now without it")->type_name("TIME")->check(isInstant)->needs(until);
    simulate->add_option("--change", request.changes, "Of the branch, again and again: \"move-agent NAME QUEUE\", \"open-counter QUEUE\", \"algorithm QUEUE NAME\", \"arrivals QUEUE +20%\"")
        ->type_name("CHANGE")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->needs(until);
    const auto ofQueue = [&](CLI::Option *option) { return option->excludes(until); };
    ofQueue(simulate->add_option("--arrival-rate", simulation.arrivalRate, "Of one queue: customers per unit of time"))->type_name("RATE");
    auto *serviceMean = ofQueue(simulate->add_option("--service-mean", simulation.serviceMean, "Of one queue: mean service time, in that unit"))->type_name("TIME");
    auto *servers = ofQueue(simulate->add_option("--servers", simulation.servers, "Of one queue: how many"));
    ofQueue(simulate->add_option("--service-scv", simulation.serviceScv, "Squared coefficient of variation of the service times: 0 all the same, 1 exponential (without it), else gamma"))->type_name("NUMBER");
    ofQueue(simulate->add_option("--patience-mean", simulation.patienceMean, "Mean patience (exponential); without it nobody leaves"))->type_name("TIME");
    ofQueue(simulate->add_option("--capacity", simulation.capacity, "Who finds so many waiting and in service does not come in"));
    ofQueue(simulate->add_option("--classes", simulation.classes, "Classes with their arrival rates, such as 1:0.3,2:0.5; class 1 goes first"))->type_name("CLASS:RATE,...");
    ofQueue(simulate->add_option("--discipline", simulation.discipline, "fifo, priority or sla; with classes priority without it, else fifo"))->type_name("WORD");
    ofQueue(simulate->add_option("--sla", simulation.sla, "Of the discipline sla; one mean service without it"))->type_name("TIME");
    auto *customersCounted = ofQueue(simulate->add_option("--customers", simulation.customers, "Of one queue: how many are counted, in each replication"));
    // A negative one reads as a number beyond all others.
    auto *seed = simulate->add_option("--seed", request.seed, "The same seed gives the same figures; 1 without it, of one queue needed")->type_name("SEED")->check(CLI::Range(std::uint64_t(0), std::uint64_t(1) << 53));
    auto *replications = simulate->add_option("--replications", request.replications, "Independent runs, on all cores; without it 1,000 days of a branch, 1 run of one queue");
    simulate->callback([&, until, serviceMean, servers, customersCounted, seed, replications] {
        if (until->count() > 0)
            return;
        for (const CLI::Option *needed : {serviceMean, servers, customersCounted, seed}) {
            if (needed->count() == 0)
                throw CLI::RequiredError(needed->get_name());
        }
        simulation.seed = request.seed;
        if (replications->count() > 0)
            simulation.replications = request.replications;
    });
    auto *suggestions = verb("suggestions", "What to do about the branch now: each proven by simulation against doing nothing, with its gain and who pays");
    suggestions->add_option("--at", request.at, "Of the branch as it was, ISO 8601 UTC; now without it")->type_name("TIME")->check(isInstant);
    suggestions->add_option("--until", request.until, "How far it is played: close (without it), or ISO 8601 UTC")->type_name("close|TIME")->check(isUntil);
    suggestions->add_option("--objective", request.objective, "What is to get better; mean-wait without it")->check(CLI::IsMember({"mean-wait", "p90", "sla", "cmu"}));
    suggestions->add_option("--fairness", request.fairnessSeconds, "No queue's mean wait may rise by more; 300 without it")->type_name("SECONDS")
        ->check(CLI::Range(0.0, 86'400.0));
    suggestions->add_option("--replications", request.replications, "Days by which each is proven; 1,000 without it")->type_name("N");
    suggestions->add_option("--seed", request.seed, "The same seed gives the same answer; 1 without it")->type_name("SEED")
        ->check(CLI::Range(std::uint64_t(0), std::uint64_t(1) << 53));
    Evaluation &evaluation = invocation.evaluation;
    auto *evaluate = app.add_subcommand("evaluate", "Score predictions on a recorded past: train before a date, test from it on");
    evaluate->require_subcommand(1);
    auto *evaluateEta = evaluate->add_subcommand("eta", "Waiting times, as they would have been said at each arrival");
    evaluateEta->add_option("LOG", evaluation.file, "Ticket log (delimited file)")->required();
    evaluateEta->add_option("--train-until", evaluation.from, "The first day of the test, such as 2026-01-31")->required()->type_name("DATE");
    evaluateEta->add_flag("--delayed-only", evaluation.delayedOnly, "Leave out those who did not wait");
    evaluateEta->add_option("--map", evaluation.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json");
    evaluateEta->add_flag("--json", request.json, "Answer in JSON");
    auto *evaluateArrivals = evaluate->add_subcommand("arrivals", "The arrivals of the next hour, as they would have been forecast before each");
    evaluateArrivals->add_option("FILE", evaluation.file, "Arrivals per hour (start,count) or a ticket log")->required();
    evaluateArrivals->add_option("--test-from", evaluation.from, "The first day of the test, such as 2026-01-31")->required()->type_name("DATE");
    evaluateArrivals->add_option("--map", evaluation.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json");
    evaluateArrivals->add_flag("--json", request.json, "Answer in JSON");
    Experiment &experiment = invocation.experiment;
    auto *experimental = app.add_subcommand("experiment", "Recorded days over again, under two ways to run the branch: a and b meet the same customers");
    experimental->add_option("LOG", experiment.file, "Ticket log (delimited file)")->required();
    const auto ofWay = [&](Experiment::Way &way, const std::string &name) {
        auto *discipline = experimental->add_option("--" + name, way.discipline, "Discipline of all queues: fifo, priority or sla")->type_name("WORD");
        experimental->add_option("--routing-" + name, way.routing, "Agents call from the queues they served that day (skills, without it), the most served first (primary), that one alone (dedicated), "
                                                                   "or all (pooled)")->type_name("WORD");
        experimental->add_option("--agents-" + name, way.agents, "Agents more or fewer than recorded, such as +1 or -2")->type_name("CHANGE")->expected(1);
        return discipline;
    };
    ofWay(experiment.a, "a")->required();
    ofWay(experiment.b, "b")->required();
    experimental->add_option("--sla", experiment.slaSeconds, "Of the discipline sla and of the share in time; 600 without it")->type_name("SECONDS")->check(CLI::Range(1, 86'400));
    experimental->add_option("--seed", experiment.seed, "Of what no log records: how much longer people would have stayed; 1 without it")->type_name("SEED")
        ->check(CLI::Range(std::uint64_t(0), std::uint64_t(1) << 53));
    experimental->add_option("--map", experiment.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json");
    experimental->add_flag("--json", request.json, "Answer in JSON");
    bool terminal = false;
    auto *demo = app.add_subcommand("demo", "The demo day");
    demo->add_flag("--terminal", terminal, "As a live table in the terminal, until Ctrl+C");

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

    request.database = databaseOption(request.database);
    using Kind = Invocation::Kind;
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) {
        invocation.kind = shot->count() > 0 ? Kind::screenshots : Kind::console;
        shots.folder = absolutePath(shots.folder);
        return invocation;
    }
    request.verb = chosen.front()->get_name();
    request.map = absolutePath(request.map);
    request.file = absolutePath(request.file);
    request.output = absolutePath(request.output);
    if (request.verb == "bench") {
        invocation.kind = Kind::bench;
    } else if (request.verb == "sim-peers") {
        invocation.kind = Kind::simulatedPeers;
        campaign.plant = peer_simulation::plantNamed(plant).value_or(peer_simulation::Plant::none);
    } else if (request.verb == "simulate" && request.until.empty()) {
        invocation.kind = Kind::simulation;
    } else if (request.verb == "evaluate") {
        invocation.kind = Kind::evaluation;
        evaluation.subject = chosen.front()->get_subcommands().front()->get_name();
        evaluation.file = absolutePath(evaluation.file);
        evaluation.map = absolutePath(evaluation.map);
    } else if (request.verb == "experiment") {
        invocation.kind = Kind::experiment;
        experiment.file = absolutePath(experiment.file);
        experiment.map = absolutePath(experiment.map);
    } else if (request.verb == "demo") {
        invocation.kind = terminal ? Kind::terminalDemo : Kind::console;
        invocation.demo = true;
    } else {
        invocation.kind = Kind::verb;
    }
    return invocation;
}

} // namespace smartqueue::app
