#include <cmath>

#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/replay.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/exchange/import.h>
#include <smartqueue/exchange/ticket_log.h>

#include "import_door.h"
#include "verbs.h"

namespace smartqueue::app {

exchange::ImportDoor importDoorOf(engine::Engine &engine)
{
    return {
        [&engine](CommandBody body) {
            auto future = engine.submit(std::move(body));
            future.waitForFinished();
            return future.result();
        },
        [&engine](std::vector<engine::ImportedTicket> tickets) {
            auto future = engine.importTickets(std::move(tickets));
            future.waitForFinished();
            return future.result();
        },
        [&engine] {
            auto future = engine.settledSnapshot();
            future.waitForFinished();
            const engine::SharedSnapshot snapshot = future.result();
            return std::shared_ptr<const queueing::BranchState>(snapshot, &snapshot->state);
        },
    };
}

namespace {

Result<exchange::TicketLogOptions> logOptions(const Request &request, const TimeZone &branchZone)
{
    exchange::TicketLogOptions options;
    options.zone = branchZone;
    if (!request.timeZone.empty()) {
        auto zone = engine::timeZone(request.timeZone);
        if (!zone)
            return tl::unexpected(zone.error());
        options.zone = std::move(*zone);
    }
    if (!request.map.empty()) {
        QFile file(QString::fromStdString(request.map));
        if (!file.open(QIODevice::ReadOnly))
            return fail(FailureCode("cannot_read"), {{"path", request.map}});
        auto map = exchange::readColumnMap(file.readAll().toStdString());
        if (!map)
            return tl::unexpected(map.error());
        options.map = std::move(*map);
    }
    return options;
}

} // namespace

int runImport(const Request &request, engine::Engine &engine, const Output &output)
{
    QFile file(QString::fromStdString(request.file));
    if (!file.open(QIODevice::ReadOnly))
        return output.failure({FailureCode("cannot_read"), {{"path", request.file}}});
    auto log = logOptions(request, engine.snapshot()->zone);
    if (!log)
        return output.failure(log.error());
    exchange::ImportOptions options;
    options.log = std::move(*log);
    options.source = QFileInfo(file).fileName().toStdString();
    options.strict = request.strict;
    const auto report = exchange::importLog(file, options, importDoorOf(engine));
    if (!report)
        return output.failure(report.error());
    output.answer(exchange::importJson(*report));
    return done;
}

int runReplay(const Request &request, engine::Engine &engine, const Output &output)
{
    QFile file(QString::fromStdString(request.file));
    if (!file.open(QIODevice::ReadOnly))
        return output.failure({FailureCode("cannot_read"), {{"path", request.file}}});
    double speed = 0;
    if (request.speed != "max") {
        speed = QByteArray::fromStdString(request.speed).toDouble();
        if (!(speed > 0) || !std::isfinite(speed))
            return output.failure({failures::invalidValue, {{"field", "speed"}, {"value", request.speed}}});
    }
    const auto log = logOptions(request, engine.snapshot()->zone);
    if (!log)
        return output.failure(log.error());
    auto reader = exchange::TicketLogReader::open(file, *log);
    if (!reader)
        return output.failure(reader.error());
    std::vector<engine::RecordedTicket> tickets;
    std::int64_t refusedRows = 0;
    while (const auto *line = reader->next()) {
        if (!line->ticket) {
            ++refusedRows;
            continue;
        }
        const exchange::LogTicket &row = *line->ticket;
        using Outcome = engine::RecordedTicket::Outcome;
        const Outcome outcome = row.outcome == TicketState::abandoned ? Outcome::abandoned
            : row.outcome == TicketState::noShow                      ? Outcome::noShow
                                                                      : Outcome::served;
        tickets.push_back({row.number, row.queue, row.priority, row.channel, row.arrivedAt, row.calledAt, row.startedAt,
                           row.endedAt, row.agent, outcome});
    }
    if (const Done read = reader->state(); !read)
        return output.failure(read.error());
    const auto report = engine::replay(engine, std::move(tickets), speed);
    if (!report)
        return output.failure(report.error());
    output.answer(nlohmann::ordered_json{{"tickets", report->tickets},
                                         {"served", report->served},
                                         {"abandoned", report->abandoned},
                                         {"no_show", report->noShow},
                                         {"commands", report->commands},
                                         {"refused_commands", report->refused},
                                         {"refused_rows", refusedRows},
                                         {"called_twice", report->calledTwice},
                                         {"lost", report->lost},
                                         {"duplicate_numbers", report->duplicateNumbers},
                                         {"mean_wait_seconds", report->meanWaitSeconds},
                                         {"wall_seconds", report->wallSeconds}}
                      .dump());
    return done;
}

} // namespace smartqueue::app
