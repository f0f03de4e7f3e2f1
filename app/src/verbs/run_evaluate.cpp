#include <cmath>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/evaluation/eta_evaluation.h>

#include "verbs/evaluation.h"
#include "verbs/ticket_log_input.h"

namespace smartqueue::app {

namespace {

struct ReadLog {
    evaluation::TicketLog log;
    std::int64_t refusedRows = 0;
};

evaluation::TicketRecord recordOf(const exchange::LogTicket &ticket, Numbering &queues, Numbering &agents)
{
    using Outcome = exchange::LogTicket::Outcome;
    evaluation::TicketRecord record;
    record.queue = queues(ticket.queue);
    record.priority = ticket.priority;
    record.arrivedAt = ticket.arrivedAt;
    if (ticket.outcome != Outcome::abandoned)
        record.calledAt = ticket.calledAt ? ticket.calledAt : ticket.startedAt;
    record.endedAt = ticket.endedAt.value_or(record.calledAt.value_or(ticket.arrivedAt));
    if (!ticket.agent.empty())
        record.agent = agents(ticket.agent);
    record.served = ticket.outcome == Outcome::served && record.calledAt;
    return record;
}

Result<ReadLog> readLog(const Evaluation &asked)
{
    ReadLog read;
    Numbering queues;
    Numbering agents;
    const auto refused = readTicketLog(asked.file, asked.map, evaluation::mostTickets,
                                       [&](const exchange::LogTicket &ticket) { read.log.tickets.push_back(recordOf(ticket, queues, agents)); });
    SQ_CHECK(refused);
    read.refusedRows = *refused;
    read.log.queues = queues.names().size();
    return read;
}

/// A thousandth of a second, or of a share, is more than any of them is known by.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

nlohmann::ordered_json jsonOf(const evaluation::ScoredPredictor &predictor)
{
    const analytics::PredictionScore &score = predictor.score;
    return {{"name", predictor.name},
            {"mae_seconds", rounded(score.meanAbsoluteError())},
            {"rmse_seconds", rounded(score.rootMeanSquaredError())},
            {"bias_seconds", rounded(score.bias())},
            {"within_60_seconds", rounded(score.withinMinute())},
            {"coverage_80", rounded(score.coverage())},
            {"mean_width_seconds", rounded(score.meanWidth())},
            {"n", score.count()}};
}

} // namespace

int runEvaluateEta(const Evaluation &asked, const Output &output)
{
    evaluation::EtaEvaluationOptions options;
    const auto from = fromIso8601(asked.from + "T00:00:00Z");
    if (!from)
        return output.misuse({failures::invalidValue, {{"field", "train_until"}, {"expected", "a date such as 2026-01-31"}}});
    options.trainUntil = *from;
    options.delayedOnly = asked.delayedOnly;
    auto read = readLog(asked);
    if (!read)
        return output.failure(read.error());
    const auto found = evaluation::evaluateEta(std::move(read->log), options);
    if (!found)
        return output.failure(found.error());
    auto predictors = nlohmann::ordered_json::array();
    for (const evaluation::ScoredPredictor &each : found->predictors)
        predictors.push_back(jsonOf(each));
    const bool isLow = found->lowConfidence != evaluation::LowConfidence::none;
    output.answer(nlohmann::ordered_json{
        {"predictors", predictors},
        {"chosen", found->chosen},
        {"confidence", isLow ? "low" : "normal"},
        {"confidence_reason",
         isLow ? nlohmann::ordered_json(evaluation::nameOf(found->lowConfidence)) : nlohmann::ordered_json()},
        {"learned_from", found->learnedFrom},
        {"priority_head_start_seconds", std::chrono::duration_cast<std::chrono::seconds>(found->headStart).count()},
        {"refused_rows", read->refusedRows}});
    return done;
}

} // namespace smartqueue::app
