#include "smartqueue/platform/surroundings.h"

#include <cerrno>
#include <cstdio>

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace smartqueue::platform {

std::string dataFolder()
{
    const QString folder = QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).absolutePath();
    QDir().mkpath(folder);
    return folder.toStdString();
}

bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    // A platform plugin named by hand (offscreen, vnc) brings its own.
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#endif
}

std::int64_t residentBytes()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
#endif
    return 0;
}

std::int64_t readStandardInput(char *data, std::int64_t size)
{
#ifdef Q_OS_WIN
    return _read(_fileno(stdin), data, unsigned(size));
#else
    for (;;) {
        const ssize_t got = read(STDIN_FILENO, data, std::size_t(size));
        if (got >= 0 || errno != EINTR)
            return got;
    }
#endif
}

bool isInteractiveTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdout)) != 0;
#else
    return isatty(fileno(stdout)) != 0;
#endif
}

} // namespace smartqueue::platform
