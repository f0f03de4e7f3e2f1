#include <nlohmann/json.hpp>

#include "verbs/verbs.h"

namespace smartqueue::app {

int runSimulatedPeers(const peer_simulation::Campaign &campaign, const Output &output)
{
    const peer_simulation::Outcome outcome = peer_simulation::run(campaign);
    const peer_simulation::Findings &total = outcome.total;
    nlohmann::ordered_json json{{"seeds", outcome.seeds},
                                {"desktops", campaign.desktops},
                                {"called_twice", total.calledTwice},
                                {"lost", total.lost},
                                {"duplicate_numbers", total.duplicateNumbers},
                                {"diverged", total.diverged},
                                {"carried_out_twice", total.carriedOutTwice},
                                {"bad_seeds", outcome.badSeeds},
                                {"first_bad_seed", nullptr},
                                {"acknowledged", total.acknowledged},
                                {"conflicts", total.conflicts},
                                {"take_overs", total.takeOvers},
                                {"withdrawals", total.withdrawals},
                                {"step_downs", total.stepDowns},
                                {"copies", total.copies},
                                {"crashes", total.crashes},
                                {"freezes", total.freezes},
                                {"restored", total.restored},
                                {"frames", total.frames}};
    if (outcome.firstBadSeed)
        json["first_bad_seed"] = *outcome.firstBadSeed;
    output.answer(json);
    return total.isClean() ? done : refused;
}

} // namespace smartqueue::app
