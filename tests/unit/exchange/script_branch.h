#pragma once

#include <chrono>

#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::testing {

/// Two queues, Nadia with ticket P001 in hand, Omar, and ticket P002.
inline queueing::BranchState branch()
{
    queueing::BranchState state;
    state.services[{1}] = Service{{1}, "Payments", std::chrono::seconds(600), {}};
    state.queues[{2}].config.id = {2};
    state.queues[{2}].config.name = "Payments";
    state.queues[{3}].config.id = {3};
    state.queues[{3}].config.name = "حسابات 🙂";
    Agent nadia;
    nadia.id = {4};
    nadia.name = "Nadia";
    nadia.current = {6};
    state.agents[{4}] = nadia;
    Agent omar;
    omar.id = {5};
    omar.name = "Omar";
    state.agents[{5}] = omar;
    for (const auto &[id, number] : {std::pair{6, "P001"}, {7, "P002"}}) {
        Ticket ticket;
        ticket.id = {id};
        ticket.number = number;
        ticket.queue = {2};
        ticket.legs.emplace_back();
        state.tickets.set({id}, ticket);
        state.numbers.set(number, {id});
    }
    return state;
}

} // namespace smartqueue::testing
