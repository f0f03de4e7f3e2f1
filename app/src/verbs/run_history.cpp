#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/replay.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/exchange/import.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/ticket_log.h>

#include "verbs/import_door.h"
#include "verbs/verbs.h"

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

/// What went wrong names the file it went wrong in.
Failure inFile(const std::string &path, Failure failure)
{
    failure.detail.emplace("path", path);
    return failure;
}

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
            return fail(exchange::refusals::cannotRead, {{"path", request.map}, {"reason", file.errorString().toStdString()}});
        auto map = exchange::readColumnMap(file.readAll().toStdString());
        if (!map)
            return tl::unexpected(inFile(request.map, std::move(map.error())));
        options.map = std::move(*map);
    }
    return options;
}

} // namespace

int runImport(const Request &request, engine::Engine &engine, const Caller &caller)
{
    QFile file(QString::fromStdString(request.file));
    if (!file.open(QIODevice::ReadOnly))
        return caller.output.failure({exchange::refusals::cannotRead, {{"path", request.file}, {"reason", file.errorString().toStdString()}}});
    auto log = logOptions(request, engine.snapshot()->zone);
    if (!log)
        return caller.output.failure(log.error());
    exchange::ImportOptions options;
    options.log = std::move(*log);
    options.source = QFileInfo(file).fileName().toStdString();
    options.strict = request.strict;
    options.progress = [&](double) { return !caller.gone(); };
    const auto report = exchange::importLog(file, options, importDoorOf(engine));
    if (!report)
        return caller.output.failure(inFile(request.file, report.error()));
    caller.output.answer(exchange::importJson(*report));
    if (!report->refused.empty() && report->imported + report->duplicates == 0)
        return caller.output.failure({exchange::refusals::noLineFit, {{"path", request.file}}});
    return report->cancelled ? refused : done;
}

int runReplay(const Request &request, engine::Engine &engine, const Caller &caller)
{
    QFile file(QString::fromStdString(request.file));
    if (!file.open(QIODevice::ReadOnly))
        return caller.output.failure({exchange::refusals::cannotRead, {{"path", request.file}, {"reason", file.errorString().toStdString()}}});
    // "max" was checked with the arguments.
    const double speed = request.speed == "max" ? 0 : QByteArray::fromStdString(request.speed).toDouble();
    const auto log = logOptions(request, engine.snapshot()->zone);
    if (!log)
        return caller.output.failure(log.error());
    auto reader = exchange::TicketLogReader::open(file, *log);
    if (!reader)
        return caller.output.failure(inFile(request.file, reader.error()));
    std::vector<engine::RecordedTicket> tickets;
    std::int64_t refusedRows = 0;
    while (const auto *line = reader->next()) {
        if (!line->ticket) {
            ++refusedRows;
            continue;
        }
        tickets.push_back(*line->ticket);
        if (caller.gone())
            return refused;
    }
    if (const Done read = reader->state(); !read)
        return caller.output.failure(inFile(request.file, read.error()));
    if (tickets.empty() && refusedRows > 0)
        return caller.output.failure({exchange::refusals::noLineFit, {{"path", request.file}}});
    const auto report = engine::replay(engine, std::move(tickets), speed, [&](double) { return !caller.gone(); });
    if (!report) {
        if (report.error().code == failures::timeBackwards)
            return caller.output.failure({exchange::refusals::logBeforeBranch, report.error().detail});
        return caller.output.failure(report.error());
    }
    caller.output.answer(nlohmann::ordered_json{{"tickets", report->tickets},
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
                                         {"wall_seconds", report->wallSeconds}});
    if (report->lost == 0 && report->calledTwice == 0)
        return done;
    return caller.output.failure({exchange::refusals::replayUnfaithful, {{"lost", std::to_string(report->lost)},
                                                                         {"called_twice", std::to_string(report->calledTwice)}}});
}

} // namespace smartqueue::app
