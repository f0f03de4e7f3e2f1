#include "smartqueue/exchange/command_script.h"

#include <nlohmann/json.hpp>

#include <smartqueue/domain/names.h>
#include <smartqueue/exchange/failure_text.h>

namespace smartqueue::exchange {

namespace {

using Json = nlohmann::ordered_json;

void addTicket(Json &json, const engine::Receipt &receipt, const queueing::BranchState &state)
{
    json["number"] = receipt.number;
    json["ticket"] = receipt.ticket.value;
    const Ticket *ticket = state.ticket(receipt.ticket);
    if (ticket == nullptr)
        return;
    json["state"] = std::string(nameOf(ticket->state));
    if (const queueing::QueueState *queue = state.queue(ticket->queue))
        json["queue"] = queue->config.name;
    if (const Agent *agent = state.agent(ticket->agent))
        json["agent"] = agent->name;
    if (!ticket->leg().counter.empty())
        json["counter"] = ticket->leg().counter;
}

} // namespace

std::string resultLine(std::int64_t line, const engine::Answer &answer, const queueing::BranchState &state, const CommandId &id)
{
    Json json;
    json["line"] = line;
    json["ok"] = answer.has_value();
    if (!id.empty())
        json["id"] = id;
    if (answer) {
        // What was done alone is in no log yet.
        if (answer->alone)
            json["alone"] = true;
        else
            json["sequence"] = answer->sequence;
        json["at"] = toIso8601(answer->at);
        if (answer->ticket)
            addTicket(json, *answer, state);
        if (answer->entity != 0)
            json["entity"] = answer->entity;
        if (answer->conflict)
            json["conflict"] = answer->conflict.value;
        if (!answer->code.empty())
            json["invitation_code"] = answer->code;
        if (answer->notKept)
            json["customer_kept"] = false;
    } else {
        addFailure(json, answer.error());
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace smartqueue::exchange
