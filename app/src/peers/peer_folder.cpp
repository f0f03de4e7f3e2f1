#include "peers/peer_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

#include <smartqueue/exchange/refusals.h>
#include <smartqueue/transport/device_identity.h>

namespace smartqueue::app {

namespace {

constexpr auto withdrawnMark = "withdrawn\n";
constexpr auto disownedMark = "disowned\n";

QString incarnationFile(const std::string &folder)
{
    return QString::fromStdString(folder + "/incarnation");
}

QString placeFile(const std::string &folder)
{
    return QString::fromStdString(folder + "/place");
}

/// The machine, which may be empty where the system names none, and the folder on it.
QStringList placeOf(const std::string &folder)
{
    return {QString::fromUtf8(QSysInfo::machineUniqueId()), QFileInfo(QString::fromStdString(folder)).canonicalFilePath()};
}

QString portFile(const std::string &folder)
{
    return QString::fromStdString(folder + "/port");
}

} // namespace

PeerFolder::PeerFolder(const std::string &database) : m_path(transport::DeviceIdentity::folderBeside(database))
{
}

bool PeerFolder::exists() const
{
    return QFileInfo(QString::fromStdString(m_path)).isDir();
}

bool PeerFolder::knowsAny() const
{
    return QFile::exists(incarnationFile(m_path));
}

bool PeerFolder::knows(std::int64_t incarnation) const
{
    QFile file(incarnationFile(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray wanted = QByteArray::number(qlonglong(incarnation));
    return file.readAll().split('\n').contains(wanted);
}

Done PeerFolder::expect(std::int64_t present, std::int64_t next) const
{
    QSaveFile file(incarnationFile(m_path));
    const QByteArray text = QByteArray::number(qlonglong(present)) + '\n' + QByteArray::number(qlonglong(next)) + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return fail(exchange::refusals::cannotWrite, {{"path", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}});
}

void PeerFolder::forgetIncarnation() const
{
    QFile::remove(incarnationFile(m_path));
}

bool PeerFolder::isCopy() const
{
    QFile file(placeFile(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QStringList noted = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const QStringList present = placeOf(m_path);
    if (noted.size() < 2 || noted.first() != present.first())
        return noted.size() >= 2;
    if (noted[1] == present[1])
        return false;
    // Where the other one is gone this one was moved.
    const auto there = transport::DeviceIdentity::idIn(noted[1].toStdString());
    return there && there == transport::DeviceIdentity::idIn(m_path);
}

void PeerFolder::notePlace() const
{
    QSaveFile file(placeFile(m_path));
    // Without it a copy is not noticed before a host hears both.
    if (file.open(QIODevice::WriteOnly) && file.write(placeOf(m_path).join(QLatin1Char('\n')).toUtf8()) > 0)
        (void)file.commit();
}

void PeerFolder::disown(bool withdrawn) const
{
    QSaveFile file(incarnationFile(m_path));
    if (file.open(QIODevice::WriteOnly) && file.write(withdrawn ? withdrawnMark : disownedMark) > 0)
        (void)file.commit();
}

bool PeerFolder::isWithdrawn() const
{
    return says(withdrawnMark);
}

bool PeerFolder::isDisowned() const
{
    return says(disownedMark);
}

bool PeerFolder::says(const char *mark) const
{
    QFile file(incarnationFile(m_path));
    return file.open(QIODevice::ReadOnly) && file.readAll() == mark;
}

int PeerFolder::port() const
{
    QFile file(portFile(m_path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : 0;
}

void PeerFolder::notePort(int port) const
{
    QSaveFile file(portFile(m_path));
    // Only a help: without it this desktop listens elsewhere the next time.
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0)
        (void)file.commit();
}

} // namespace smartqueue::app
