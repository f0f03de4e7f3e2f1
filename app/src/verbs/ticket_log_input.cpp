#include "verbs/ticket_log_input.h"

#include <QFile>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/refusals.h>

namespace smartqueue::app {

namespace {

tl::unexpected<Failure> inFile(const std::string &path, Failure failure)
{
    failure.detail.emplace("path", path);
    return tl::unexpected(std::move(failure));
}

Done open(QFile &file)
{
    if (file.open(QIODevice::ReadOnly))
        return {};
    return fail(exchange::refusals::cannotRead, {{"path", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}});
}

Result<exchange::TicketLogOptions> optionsIn(const std::string &map)
{
    exchange::TicketLogOptions options;
    if (map.empty())
        return options;
    QFile file(QString::fromStdString(map));
    SQ_CHECK(open(file));
    auto columns = exchange::readColumnMap(file.readAll().toStdString());
    if (!columns)
        return inFile(map, std::move(columns.error()));
    options.map = std::move(*columns);
    return options;
}

} // namespace

Result<std::int64_t> readTicketLog(const std::string &path, const std::string &map, std::size_t most,
                                   const std::function<void(const exchange::LogTicket &)> &take)
{
    const auto options = optionsIn(map);
    SQ_CHECK(options);
    QFile file(QString::fromStdString(path));
    SQ_CHECK(open(file));
    auto reader = exchange::TicketLogReader::open(file, *options);
    if (!reader)
        return inFile(path, std::move(reader.error()));
    std::size_t taken = 0;
    std::int64_t refused = 0;
    while (const exchange::LogLine *line = reader->next()) {
        if (!line->ticket)
            ++refused;
        else if (taken++ == most)
            return inFile(path, {failures::limitReached, {{"field", "tickets"}, {"maximum", std::to_string(most)}}});
        else
            take(*line->ticket);
    }
    if (const Done sound = reader->state(); !sound)
        return inFile(path, sound.error());
    if (taken == 0)
        return fail(refused > 0 ? exchange::refusals::noLineFit : exchange::refusals::emptyFile, {{"path", path}});
    return refused;
}

} // namespace smartqueue::app
