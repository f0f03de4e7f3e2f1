#include <cmath>
#include <unordered_map>

#include <QFile>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/evaluation/eta_evaluation.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/ticket_log.h>

#include "verbs/evaluation.h"

namespace smartqueue::app {

namespace {

/// Names as the numbers that the studies count by.
class Numbering {
public:
    std::size_t operator()(const std::string &name) { return m_numbers.try_emplace(name, m_numbers.size()).first->second; }
    std::size_t size() const { return m_numbers.size(); }

private:
    std::unordered_map<std::string, std::size_t> m_numbers;
};

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
    const auto inFile = [](const std::string &path, Failure failure) {
        failure.detail.emplace("path", path);
        return tl::unexpected(std::move(failure));
    };
    const auto cannotRead = [](const std::string &path, const QFile &file) {
        return fail(exchange::refusals::cannotRead, {{"path", path}, {"reason", file.errorString().toStdString()}});
    };
    // Hours and weekdays are what the log says, so its local times are taken as they stand.
    exchange::TicketLogOptions options;
    if (!asked.map.empty()) {
        QFile mapFile(QString::fromStdString(asked.map));
        if (!mapFile.open(QIODevice::ReadOnly))
            return cannotRead(asked.map, mapFile);
        auto map = exchange::readColumnMap(mapFile.readAll().toStdString());
        if (!map)
            return inFile(asked.map, std::move(map.error()));
        options.map = std::move(*map);
    }
    QFile file(QString::fromStdString(asked.file));
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(asked.file, file);
    auto reader = exchange::TicketLogReader::open(file, options);
    if (!reader)
        return inFile(asked.file, std::move(reader.error()));
    ReadLog read;
    Numbering queues;
    Numbering agents;
    while (const auto *line = reader->next()) {
        if (!line->ticket)
            ++read.refusedRows;
        else if (read.log.tickets.size() == evaluation::mostTickets)
            return fail(failures::limitReached, {{"field", "tickets"}, {"maximum", std::to_string(evaluation::mostTickets)}});
        else
            read.log.tickets.push_back(recordOf(*line->ticket, queues, agents));
    }
    if (const Done sound = reader->state(); !sound)
        return inFile(asked.file, sound.error());
    if (read.log.tickets.empty())
        return fail(read.refusedRows > 0 ? exchange::refusals::noLineFit : exchange::refusals::emptyFile, {{"path", asked.file}});
    read.log.queues = queues.size();
    return read;
}

/// A thousandth of a second, or of a share, is more than any of them is known by.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

nlohmann::ordered_json jsonOf(const evaluation::ScoredPredictor &predictor)
{
    const evaluation::PredictionScore &score = predictor.score;
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
