#pragma once

#include <smartqueue/engine/engine.h>
#include <smartqueue/exchange/import.h>

namespace smartqueue::testing {

/// The engine as an import needs it; calls wait for their answers.
inline exchange::ImportDoor importDoorOf(engine::Engine &engine)
{
    const auto waited = [](auto future) {
        future.waitForFinished();
        return future.result();
    };
    return {[&engine, waited](CommandBody body) { return waited(engine.submit(std::move(body))); },
            [&engine, waited](std::vector<engine::ImportedTicket> tickets) { return waited(engine.importTickets(std::move(tickets))); },
            [&engine, waited] {
                const engine::SharedSnapshot snapshot = waited(engine.settledSnapshot());
                return std::shared_ptr<const queueing::BranchState>(snapshot, &snapshot->state);
            }};
}

} // namespace smartqueue::testing
