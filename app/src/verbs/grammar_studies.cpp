#include "verbs/grammar.h"

#include "verbs/option_checks.h"

namespace smartqueue::app {

namespace {

void declareStaff(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    auto *staff = grammar.verb("staff", "How many agents each hour needs, and the shifts that cover them");
    auto *staffed = staff->add_option("COUNTS", request.file, "Arrivals per hour (start,count) or a ticket log; the branch's history without it");
    staff->add_option("--aht", request.serviceSeconds, "Mean service time in seconds")->required()->type_name("S")->check(CLI::Range(1.0, 86400.0));
    staff->add_option("--patience", request.patienceSeconds, "Mean patience in seconds")->required()->type_name("S")->check(CLI::Range(1.0, 1e6));
    staff->add_option("--target", request.target, "\"abandon<=5%\", or \"80% in 60 s\"")->required()->type_name("TARGET");
    staff->add_option("--shifts", request.shifts, "Lengths of shifts, such as 8h,4h; by the hour without it")->type_name("HOURS");
    staff->add_option("--queue", request.queue, "Of the history of this queue alone")->type_name("NAME")->excludes(staffed);
    staff->add_option("--map", request.map, "Column map (JSON) for a log with other columns")->type_name("MAP.json")->needs(staffed);
}

void declareSimulate(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    SimulationRequest &simulation = grammar.invocation.simulation;
    auto *simulate = grammar.verb("simulate", "Waiting times by simulation with the program's own rules: of the rest of a branch's day with --until, else of one queue in the long run");
    auto *until = simulate->add_option("--until", request.until, "Of the branch: close, or ISO 8601 UTC")->type_name("close|TIME")->check(options::isUntil);
    simulate->add_option("--at", request.at, "Of the branch as it was, ISO 8601 UTC; now without it")->type_name("TIME")->check(options::isInstant)->needs(until);
    simulate->add_option("--change", request.changes, "Of the branch, again and again: \"move-agent NAME QUEUE\", \"open-counter QUEUE\", \"algorithm QUEUE NAME\", \"routing NAME\", \"arrivals QUEUE +20%\"")
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
    simulate->callback([&request, &simulation, until, serviceMean, servers, customersCounted, seed, replications] {
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
}

void declareSuggestions(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    auto *suggestions = grammar.verb("suggestions", "What to do about the branch now: each proven by simulation against doing nothing, with its gain and who pays");
    suggestions->add_option("--at", request.at, "Of the branch as it was, ISO 8601 UTC; now without it")->type_name("TIME")->check(options::isInstant);
    auto *until = suggestions->add_option("--until", request.until, "How far it is played: close (without it), or ISO 8601 UTC")->type_name("close|TIME")
                      ->check(options::isUntil);
    auto *objective = suggestions->add_option("--objective", request.objective, "What is to get better; mean-wait without it")
                          ->check(CLI::IsMember({"mean-wait", "p90", "sla", "cmu"}));
    auto *fairness = suggestions->add_option("--fairness", request.fairnessSeconds, "No queue's mean wait may rise by more; 300 without it")->type_name("SECONDS")
                         ->check(CLI::Range(0.0, 86'400.0));
    suggestions->add_flag("--applied", request.applied, "What came of those that were applied today: the mean wait with each and without it, for who really came")
        ->excludes(until, objective, fairness);
    suggestions->add_option("--replications", request.replications, "Days by which each is proven; 1,000 without it")->type_name("N");
    suggestions->add_option("--seed", request.seed, "The same seed gives the same answer; 1 without it")->type_name("SEED")
        ->check(CLI::Range(std::uint64_t(0), std::uint64_t(1) << 53));
}

void declareEvaluate(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    Evaluation &evaluation = grammar.invocation.evaluation;
    auto *evaluate = grammar.app.add_subcommand("evaluate", "Score predictions on a recorded past: train before a date, test from it on");
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
}

void declareExperiment(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    Experiment &experiment = grammar.invocation.experiment;
    auto *experimental = grammar.app.add_subcommand("experiment", "Recorded days over again, under two ways to run the branch: a and b meet the same customers");
    experimental->add_option("LOG", experiment.file, "Ticket log (delimited file)")->required();
    const auto ofWay = [&](Experiment::Way &way, const std::string &name) {
        auto *discipline = experimental->add_option("--" + name, way.discipline, "Discipline of all queues: fifo, priority or sla")->type_name("WORD");
        experimental->add_option("--routing-" + name, way.routing, "Agents call from the queues they served that day (skills, without it), the most served first (primary), that one alone (dedicated), "
                                                                   "or all (pooled); or from those they served, the longest line first (longest_queue), the dearest delay "
                                                                   "(costed_delay), or the nearest deadline (deadline)")->type_name("WORD");
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
}

} // namespace

void declareStudyVerbs(Grammar &grammar)
{
    declareStaff(grammar);
    declareSimulate(grammar);
    declareSuggestions(grammar);
    declareEvaluate(grammar);
    declareExperiment(grammar);
}

} // namespace smartqueue::app
