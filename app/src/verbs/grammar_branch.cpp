#include "verbs/grammar.h"

#include <iostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include <smartqueue/exchange/command_list.h>

#include "verbs/option_checks.h"

namespace smartqueue::app {

namespace {

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

} // namespace

void declareBranchVerbs(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    const auto takesFile = [&](CLI::App *sub, const char *name, const char *help) { sub->add_option(name, request.file, help)->required(); };
    const auto takesLog = [&](CLI::App *sub) {
        sub->add_option("--map", request.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json");
        sub->add_option("--timezone", request.timeZone, "Zone of the log's local times; the branch's without it")->type_name("TZ");
    };
    auto *script = grammar.verb("do", "Carry out commands, one JSON object a line; - reads standard input");
    takesFile(script, "FILE", "Commands (JSON lines)");
    // Before the file is missed.
    script->add_flag_callback("--list", [&] { throw listed(request.json); }, "The commands and their fields, and end");
    const auto takesMoment = [&](CLI::App *sub) { sub->add_option("--at", request.at, "ISO 8601 UTC; now without it")->type_name("TIME")->check(options::isInstant); };
    const auto ofQueue = [&](const char *name, const char *help) {
        auto *sub = grammar.verb(name, help);
        sub->add_option("--queue", request.queue, "Name of the queue")->required()->type_name("NAME");
        takesMoment(sub);
    };
    takesMoment(grammar.verb("overview", "Every queue of the branch: who waits, how long, who serves"));
    takesMoment(grammar.verb("load-balance", "How evenly the queues' load is spread"));
    takesMoment(grammar.verb("optimization-report", "What the plain rules would do now: transfers, reallocations, disciplines"));
    ofQueue("health", "How well one queue is, and why");
    ofQueue("stats", "One queue's day: waits, services, who left");
    ofQueue("predictions", "The arrivals of one queue's next hours");
    ofQueue("algorithm-recommendation", "Which discipline suits one queue, and why");
    ofQueue("tickets", "One queue's tickets, in the order of call");
    auto *import = grammar.verb("import", "Take a ticket log into the history");
    takesFile(import, "LOG", "Delimited file");
    takesLog(import);
    import->add_flag("--strict", request.strict, "Refuse the whole file when one line is refused");
    auto *replay = grammar.verb("replay", "Follow a recorded log through the real engine");
    takesFile(replay, "LOG", "Delimited file");
    takesLog(replay);
    replay->add_option("--speed", request.speed, "max, or log seconds per second")->type_name("max|N")->check(options::isSpeed);
    takesFile(grammar.verb("backup", "Copy the database while it is in use"), "FILE", "Where the copy goes");
    takesFile(grammar.verb("restore", "Put a backup in the place of the database"), "FILE", "The backup");
    grammar.verb("check", "Prove the log's chain and the database's integrity");
    grammar.verb("users", "The users, with their tenants and roles");
    auto *audit = grammar.verb("audit", "Who did what, and when: the newest acts first");
    audit->add_option("--user", request.user, "Of this user alone")->type_name("EMAIL");
    audit->add_option("--kind", request.kind, "Of this command alone, such as call_next")->type_name("COMMAND");
    audit->add_option("--from", request.from, "ISO 8601 UTC")->type_name("TIME")->check(options::isInstant);
    audit->add_option("--until", request.until, "ISO 8601 UTC")->type_name("TIME")->check(options::isInstant);
    audit->add_option("--limit", request.limit, "So many at most")->check(CLI::Range(1, 1'000'000));
    auto *scoreboard = grammar.verb("scoreboard", "Whether the waits that people were told came true");
    scoreboard->add_option("--from", request.from, "The first day, such as 2026-01-31; all without it")->type_name("DATE");
    scoreboard->add_option("--to", request.until, "The last day; up to now without it")->type_name("DATE");
    auto *customers = grammar.verb("customers", "What the branch keeps of a person");
    customers->add_option("--find", request.find, "Part of a name, a telephone number, a note; or a ticket's number")->required()->type_name("TEXT");
    customers->add_flag("--exact", request.exact, "The whole name or telephone number, as erase_customer takes it");
    customers->add_option("--output", request.output, "Hand it out: write it to this file (JSON), on record")->type_name("FILE");
}

} // namespace smartqueue::app
