#include "smartqueue/presentation/audit_export.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <smartqueue/domain/codec.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/foundation/csv.h>
#include <smartqueue/presentation/words.h>

#include "audit_lookup.h"

namespace smartqueue::presentation {

namespace {

QString changesInOne(const std::vector<AuditChange> &changes)
{
    QStringList parts;
    for (const AuditChange &change : changes)
        parts.append(QStringLiteral("%1: %2 → %3").arg(change.field, change.before.isEmpty() ? QStringLiteral("–") : change.before,
                                                       change.after.isEmpty() ? QStringLiteral("–") : change.after));
    return parts.join(QStringLiteral("; "));
}

QByteArray row(const QStringList &cells)
{
    std::string line;
    for (const QString &each : cells)
        line += (line.empty() ? "" : ",") + csvCell(each.toStdString());
    return QByteArray::fromStdString(line) + "\r\n";
}

QByteArray heading()
{
    return QByteArrayLiteral("\xEF\xBB\xBF")
        + row({AuditText::tr("Entry"), AuditText::tr("UTC time"), AuditText::tr("Local time"), AuditText::tr("Who"), AuditText::tr("What"), AuditText::tr("What changed"), AuditText::tr("Organisation"), AuditText::tr("Branch"),
               AuditText::tr("Device"), AuditText::tr("Command")});
}

QByteArray csvRow(const engine::AuditEntry &entry, const AuditWords &words, const TimeZone &zone)
{
    const AuditLine line = auditLine(entry, words);
    const auto local = QDateTime::fromMSecsSinceEpoch(zone.toLocal(line.at).time_since_epoch().count(), Qt::UTC);
    return row({QString::number(line.sequence), textOf(toIso8601(line.at)), local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), line.who, line.what,
                changesInOne(words.changes(entry.batch)), line.tenant, line.branch, line.device, textOf(entry.batch.kind)});
}

QJsonArray eventsOf(const std::vector<Event> &events)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(codec::encodeEvents(events))).array();
}

QByteArray jsonRow(const engine::AuditEntry &entry, const AuditWords &words)
{
    const AuditLine line = auditLine(entry, words);
    const QJsonObject object{{QStringLiteral("sequence"), qint64(line.sequence)}, {QStringLiteral("at"), textOf(toIso8601(line.at))}, {QStringLiteral("user"), line.who},
                             {QStringLiteral("device"), line.device}, {QStringLiteral("kind"), textOf(entry.batch.kind)}, {QStringLiteral("what"), line.what},
                             {QStringLiteral("tenant"), line.tenant}, {QStringLiteral("site"), line.branch},
                             {QStringLiteral("before"), eventsOf(entry.batch.before)}, {QStringLiteral("after"), eventsOf(entry.batch.events)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QFuture<Result<qint64>> exportAudit(engine::Installation &installation, AuditReading reading, AuditFormat format, const QString &path, const TimeZone &zone,
                                    const std::shared_ptr<std::atomic<bool>> &stop)
{
    return engine::inPool(installation.studyPool(), [reading = std::move(reading), format, path, zone, stop]() -> Result<qint64> {
        QSaveFile file(path);
        const auto cannotWrite = [&] { return fail(FailureCode("cannot_write"), {{"path", path.toStdString()}, {"reason", file.errorString().toStdString()}}); };
        if (!file.open(QIODevice::WriteOnly))
            return cannotWrite();
        qint64 written = 0;
        file.write(format == AuditFormat::csv ? heading() : QByteArrayLiteral("{\"entries\": [\n"));
        const Done read = reading.each([&](const engine::AuditEntry *entry, const AuditWords &words) {
            if (entry) {
                if (format == AuditFormat::csv)
                    file.write(csvRow(*entry, words, zone));
                else
                    file.write((written > 0 ? QByteArrayLiteral(",\n") : QByteArray()) + jsonRow(*entry, words));
                ++written;
            }
            return !*stop && file.error() == QFileDevice::NoError;
        });
        if (!read)
            return tl::unexpected(read.error());
        if (*stop)
            return -1;
        if (format == AuditFormat::json)
            file.write("\n]}\n");
        if (!file.commit())
            return cannotWrite();
        return written;
    });
}

} // namespace smartqueue::presentation
