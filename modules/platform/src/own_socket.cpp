#include "smartqueue/platform/own_socket.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#ifndef Q_OS_WIN
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace smartqueue::platform {

#ifdef Q_OS_WIN

std::vector<std::string> ownSocketAddresses(const std::string &name)
{
    return {(qEnvironmentVariable("USERDOMAIN") + QLatin1Char('-') + qEnvironmentVariable("USERNAME") + QLatin1Char('-')).toStdString() + name};
}

bool makeSocketFolder(const std::string &)
{
    return true;
}

bool isOwnSocket(const std::string &)
{
    // The pipe's own rights let nobody else in.
    return true;
}

#else

namespace {

/// Bytes of an address that every system takes, less what a socket's name is longer by while it is being made.
constexpr qsizetype longestAddress = 104 - 16;

QByteArray folderOf(const std::string &address)
{
    return QByteArray::fromStdString(address.substr(0, address.rfind('/')));
}

bool isPrivateFolder(const QByteArray &folder)
{
    struct stat entry{};
    return lstat(folder.constData(), &entry) == 0 && S_ISDIR(entry.st_mode) && entry.st_uid == geteuid()
        && (entry.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

} // namespace

std::vector<std::string> ownSocketAddresses(const std::string &name)
{
    const QString user = QString::number(geteuid());
    QStringList folders;
    if (const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR"); QDir::isAbsolutePath(runtime))
        folders << runtime + QStringLiteral("/smartqueue");
    // A shell of another kind (cron, su) meets the console there without the variable.
    if (const QString usual = QStringLiteral("/run/user/") + user; QDir(usual).exists())
        folders << usual + QStringLiteral("/smartqueue");
    folders << QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/smartqueue-sockets");
    folders << QDir::tempPath() + QStringLiteral("/smartqueue-") + user;
    folders.removeDuplicates();
    std::vector<std::string> addresses;
    for (const QString &folder : folders) {
        const QByteArray address = QFile::encodeName(QDir::cleanPath(folder)) + '/' + QByteArray::fromStdString(name);
        if (address.size() < longestAddress)
            addresses.push_back(address.toStdString());
    }
    return addresses;
}

bool makeSocketFolder(const std::string &address)
{
    const QByteArray folder = folderOf(address);
    const QString parent = QString::fromLocal8Bit(folder.left(folder.lastIndexOf('/')));
    QDir().mkpath(parent);
    if (mkdir(folder.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return false;
    return isPrivateFolder(folder);
}

bool isOwnSocket(const std::string &address)
{
    struct stat entry{};
    return isPrivateFolder(folderOf(address)) && lstat(address.c_str(), &entry) == 0 && S_ISSOCK(entry.st_mode)
        && entry.st_uid == geteuid();
}

#endif

} // namespace smartqueue::platform
