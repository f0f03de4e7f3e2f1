#include "verbs/grammar.h"

#include "verbs/option_checks.h"

namespace smartqueue::app {

void declarePeerVerbs(Grammar &grammar)
{
    Request &request = grammar.invocation.request;
    auto *serve = grammar.verb("serve", "Keep the branch for its other desktops, without a window; on a replica, follow the host");
    serve->add_option("--listen", request.listen, "Where the others find this desktop, such as 0.0.0.0:7483")->type_name("ADDRESS:PORT")->check(options::isPlaceToListen);
    auto *pair = grammar.verb("pair", "Join the branch of another desktop, which shows a code");
    pair->add_option("--host", request.host, "Where that desktop is")->required()->type_name("ADDRESS:PORT")->check(options::isPlaceOfHost);
    pair->add_option("--code", request.pairingCode, "The code on its screen")->required()->type_name("CODE");
    pair->add_option("--yes-digits", request.digits, "The six digits on its screen, instead of a question")->type_name("DDDDDD");
    for (auto *joining : {serve, pair})
        joining->add_option("--name", request.name, "What people call this desktop; the computer's name without it")->type_name("NAME")->check(options::isDesktopName);
    serve->add_flag("--without-etcd", request.withoutEtcd, "Lead although etcd does not say so: when it is gone for good, and on one desktop alone");
    auto *peers = grammar.verb("peers", "Who is host, who follows, and how far");
    peers->add_flag("--invite", request.invite, "Let another desktop join: shows the code for it");
    auto *takeOver = grammar.verb("take-over", "Make this desktop the host, when the host is gone");
    takeOver->add_flag("--without-silent", request.withoutSilent, "Although desktops that may alone hold what was done last do not answer");
    auto *simulated = grammar.app.add_subcommand("sim-peers", "Prove several desktops of one branch on simulated ones, where everything fails by seed");
    auto &campaign = grammar.invocation.simulated;
    campaign.seeds = 1000;
    simulated->add_option("--seeds", campaign.seeds, "How many")->check(CLI::Range(1, 100'000'000));
    // A negative one reads as a number beyond all others.
    simulated->add_option("--first", campaign.first, "The first of them")->type_name("SEED")->check(CLI::Range(std::uint64_t(0), std::uint64_t(1'000'000'000'000)));
    simulated->add_option("--desktops", campaign.desktops, "How many, 5 without it")
        ->check(CLI::Range(peer_simulation::fewestDesktops, peer_simulation::mostDesktops));
    simulated->add_option("--plant", grammar.plant, "Switch one protection off, to see that this is found: ack-before-fsync, no-epoch, trust-restored")
        ->check(CLI::IsMember({"ack-before-fsync", "no-epoch", "trust-restored"}));
    simulated->add_flag("--json", request.json, "Answer in JSON");
}

} // namespace smartqueue::app
