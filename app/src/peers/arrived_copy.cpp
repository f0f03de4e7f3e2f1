#include "peers/arrived_copy.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <smartqueue/engine/event_log.h>
#include <smartqueue/storage/divergence.h>
#include <smartqueue/storage/restore.h>

#include "peers/peer_folder.h"

namespace smartqueue::app {

namespace {

/// Keeps the database that was replaced where it tells more than the present one; also where that cannot be found out.
Done putAside(const QString &replaced, const QString &database)
{
    const auto tail = storage::onlyIn(replaced.toStdString(), database.toStdString(), 0);
    const bool isWanted = !tail || tail->batches > 0;
    const auto named = [&](const char *what, int number) { return database + QStringLiteral(".%1-%2").arg(QLatin1String(what)).arg(number); };
    int number = 1;
    while (QFileInfo::exists(named("conflict", number)) || QFileInfo::exists(named("settled", number)))
        ++number;
    for (const QString &side : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        QFile file(replaced + side);
        if (file.exists() && !(isWanted ? file.rename(named("conflict", number) + side) : file.remove()))
            return fail(engine::storage_failures::ioError, {{"path", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}});
    }
    return {};
}

} // namespace

std::string arrivalPlace(const std::string &database)
{
    return database + ".incoming";
}

std::vector<std::string> setAside(const std::string &database)
{
    const QFileInfo info(QString::fromStdString(database));
    std::vector<std::string> found;
    for (const QString &name : info.absoluteDir().entryList({info.fileName() + QStringLiteral(".conflict-*")}, QDir::Files, QDir::Name)) {
        if (!name.endsWith(QStringLiteral("-wal")) && !name.endsWith(QStringLiteral("-shm")))
            found.push_back(info.absoluteDir().absoluteFilePath(name).toStdString());
    }
    return found;
}

Done takeArrivedCopy(const std::string &database, Former former)
{
    const std::string arrived = arrivalPlace(database);
    if (!QFileInfo::exists(QString::fromStdString(arrived)))
        return {};
    const auto kept = storage::restoreDatabase(arrived, database);
    if (!kept)
        return tl::unexpected(kept.error());
    QFile::remove(QString::fromStdString(arrived));
    PeerFolder(database).forgetIncarnation();
    return kept->empty() || former == Former::anotherBranch ? Done() : putAside(QString::fromStdString(*kept), QString::fromStdString(database));
}

} // namespace smartqueue::app
