#include "smartqueue/exchange/log_importer.h"

#include <QFile>
#include <QFileInfo>
#include <QString>

#include <smartqueue/engine/time_zones.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/time_pattern.h>

namespace smartqueue::exchange {

namespace {

constexpr std::size_t previewRows = 200;

constexpr std::pair<engine::HistoryField, LogField> fieldPairs[]{
    {engine::HistoryField::ticket, LogField::ticket},       {engine::HistoryField::queue, LogField::queue},
    {engine::HistoryField::priority, LogField::priority},   {engine::HistoryField::channel, LogField::channel},
    {engine::HistoryField::arrivedAt, LogField::arrivedAt}, {engine::HistoryField::calledAt, LogField::calledAt},
    {engine::HistoryField::startedAt, LogField::startedAt}, {engine::HistoryField::endedAt, LogField::endedAt},
    {engine::HistoryField::agent, LogField::agent},         {engine::HistoryField::outcome, LogField::outcome}};

std::string_view nameOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::utf16LittleEndian:
        return "UTF-16LE";
    case Encoding::utf16BigEndian:
        return "UTF-16BE";
    case Encoding::windows1252:
        return "Windows-1252";
    case Encoding::utf8:
    case Encoding::detect:
        break;
    }
    return "UTF-8";
}

Done openFile(QFile &file)
{
    if (file.open(QIODevice::ReadOnly))
        return {};
    return fail(refusals::cannotRead, {{"path", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}});
}

} // namespace

Result<engine::HistoryImporter::Preview> LogImporter::preview(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (Done open = openFile(file); !open)
        return tl::unexpected(open.error());
    auto log = previewLog(file, {}, previewRows);
    if (!log)
        return tl::unexpected(log.error());
    const ColumnMap guess = guessColumnMap(log->header, log->rows);
    Preview preview;
    for (const auto &[field, logField] : fieldPairs) {
        if (!guess[logField].columns.empty())
            preview.assignment[field] = guess[logField].columns.front();
    }
    if (!guess.dateColumn.empty()) {
        preview.assignment[engine::HistoryField::date] = guess.dateColumn;
        preview.dateFormat = guess.dateFormat;
    }
    preview.timeFormat = guess.timeFormats.front();
    preview.delimiter = log->delimiter;
    preview.encoding = nameOf(log->encoding);
    preview.columns = std::move(log->header);
    preview.rows = std::move(log->rows);
    for (auto &row : preview.rows)
        row.resize(preview.columns.size());
    return preview;
}

ColumnMap mapFor(const engine::HistoryImportOptions &options, std::span<const std::string> header,
                 std::span<const std::vector<std::string>> samples)
{
    ColumnMap map = guessColumnMap(header, samples);
    for (const auto &[field, logField] : fieldPairs) {
        const auto chosen = options.assignment.find(field);
        std::vector<std::string> &columns = map[logField].columns;
        const bool none = chosen == options.assignment.end() || chosen->second.empty();
        // The guess's own choice keeps the columns that stand in when it is empty.
        if (none)
            columns.clear();
        else if (columns.empty() || columns.front() != chosen->second)
            columns = {chosen->second};
    }
    const auto date = options.assignment.find(engine::HistoryField::date);
    map.dateColumn = date == options.assignment.end() ? std::string() : date->second;
    guessFormats(map, header, samples);
    if (!options.dateFormat.empty())
        map.dateFormat = options.dateFormat;
    if (!options.timeFormat.empty())
        map.timeFormats = {options.timeFormat};
    return map;
}

Result<engine::HistoryImportSummary> LogImporter::run(const std::string &path, const engine::HistoryImportOptions &options,
                                                      const std::function<bool(double)> &progress)
{
    auto zone = engine::timeZone(options.timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    QFile file(QString::fromStdString(path));
    if (Done open = openFile(file); !open)
        return tl::unexpected(open.error());
    const auto log = previewLog(file, {}, previewRows);
    if (!log)
        return tl::unexpected(log.error());
    ImportOptions import;
    import.source = QFileInfo(file).fileName().toStdString();
    import.log.zone = *std::move(zone);
    import.progress = progress;
    import.log.map = mapFor(options, log->header, log->rows);
    auto report = importLog(file, import, m_door);
    if (!report)
        return tl::unexpected(report.error());
    return engine::HistoryImportSummary(*std::move(report));
}

} // namespace smartqueue::exchange
