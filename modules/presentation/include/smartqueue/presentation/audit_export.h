#pragma once

#include <atomic>
#include <memory>

#include <QFuture>
#include <QString>

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/presentation/audit_reading.h>

namespace smartqueue::presentation {

enum class AuditFormat { csv, json };

/// Writes all that the reading shows into the file, newest first, in the study pool: whole, or not at all. Gives how many entries;
/// −1 when it was stopped. Fails with `cannot_write`, or as AuditReading does.
QFuture<Result<qint64>> exportAudit(engine::Installation &installation, AuditReading reading, AuditFormat format, const QString &path, const TimeZone &zone,
                                    const std::shared_ptr<std::atomic<bool>> &stop);

} // namespace smartqueue::presentation
