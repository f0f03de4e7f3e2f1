#include "branch/service_mark.h"

#include <chrono>

#include <QDeadlineTimer>
#include <QFile>
#include <QLockFile>
#include <QThread>

#include "peers/peer_folder.h"

namespace smartqueue::app {

namespace {

using namespace std::chrono_literals;

/// Somebody who looks whether a dead program left the mark holds it for a moment.
constexpr auto patience = 500ms;
constexpr int tryEveryMs = 10;

QString placeOf(const std::string &database)
{
    return QString::fromStdString(PeerFolder(database).path() + "/serving");
}

std::unique_ptr<QLockFile> taken(const QString &place)
{
    auto file = std::make_unique<QLockFile>(place);
    file->setStaleLockTime(0);
    // A dead holder's process number may be in use again, so the operating system's own lock on the file decides.
    if (file->tryLock(0) || (file->error() == QLockFile::LockFailedError && file->removeStaleLockFile() && file->tryLock(0)))
        return file;
    return nullptr;
}

} // namespace

ServiceMark::ServiceMark(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}

ServiceMark::~ServiceMark() = default;

std::unique_ptr<ServiceMark> ServiceMark::set(const std::string &database)
{
    if (!PeerFolder(database).exists())
        return nullptr;
    const QDeadlineTimer until(patience);
    for (;;) {
        if (auto file = taken(placeOf(database)))
            return std::unique_ptr<ServiceMark>(new ServiceMark(std::move(file)));
        if (until.hasExpired())
            return nullptr;
        QThread::msleep(tryEveryMs);
    }
}

bool ServiceMark::isSet(const std::string &database)
{
    const QString place = placeOf(database);
    // Where the folder takes no file, nobody has set any.
    if (!QFile::exists(place))
        return false;
    return !taken(place);
}

} // namespace smartqueue::app
