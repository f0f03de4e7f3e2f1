#pragma once

#include <string>
#include <vector>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

namespace smartqueue::journeys {

using Json = nlohmann::json;

/// What one run of the program left behind.
struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;

    /// Discarded where the output is no JSON.
    Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
    Json complaint() const { return Json::parse(err.toStdString(), nullptr, false); }
    std::vector<Json> lines() const
    {
        std::vector<Json> list;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                list.push_back(Json::parse(line.toStdString(), nullptr, false));
        }
        return list;
    }
};

/// The real program with a home, a runtime folder and a database of its own.
class Program {
public:
    Program()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.remove(QStringLiteral("DATABASE_URL"));
        for (const char *name : {"RUNTIME_DIR", "CONFIG_HOME", "DATA_HOME", "CACHE_HOME"}) {
            const QString path = m_folder.filePath(QLatin1String(name));
            QDir().mkpath(path);
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            m_environment.insert(QStringLiteral("XDG_") + QLatin1String(name), path);
        }
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString database() const { return path(QStringLiteral("branch.db")); }
    QProcessEnvironment &environment() { return m_environment; }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test file cannot be written");
        return file.fileName();
    }

    void prepare(QProcess &process, const QStringList &arguments) const
    {
        process.setProgram(QStringLiteral(SQ_PROGRAM));
        process.setArguments(arguments);
        process.setProcessEnvironment(m_environment);
    }

    /// Exactly these arguments.
    Ran run(const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 120'000) const
    {
        QProcess process;
        prepare(process, arguments);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        Ran ran;
        if (process.waitForFinished(timeoutMs) && process.exitStatus() == QProcess::NormalExit)
            ran.code = process.exitCode();
        process.kill();
        process.waitForFinished();
        ran.out = process.readAllStandardOutput();
        ran.err = process.readAllStandardError();
        return ran;
    }

    /// With --json on the database.
    Ran ask(QStringList arguments, const QByteArray &input = {}) const
    {
        return run(arguments << QStringLiteral("--json") << QStringLiteral("--db") << database(), input);
    }

    /// Commands on standard input, ' for the quotes.
    Ran carryOut(QByteArray script) const { return ask({QStringLiteral("do"), QStringLiteral("-")}, script.replace('\'', '"')); }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// One service, one queue, one agent at a counter, at nine in the morning of a Monday.
inline QByteArray smallBranch()
{
    return "{'command':'create_service','name':'Payments','sla_seconds':600,'at':'2026-01-05T09:00:00Z'}\n"
           "{'command':'create_queue','name':'Payments','service':'Payments','algorithm':'fifo','prefix':'P'}\n"
           "{'command':'create_agent','name':'Nadia','queues':['Payments']}\n"
           "{'command':'sign_in','agent':'Nadia','counter':'1'}\n";
}

} // namespace smartqueue::journeys
