#pragma once

#include <functional>
#include <memory>

#include <QDeadlineTimer>

#include "program.h"

/// Real programs, each a desktop of one branch.
namespace smartqueue::journeys {

inline constexpr int patienceMs = 30'000;

/// One `smartqueue serve`, and what it has said.
class Serving {
public:
    Serving(const Program &home, const QString &database, const QStringList &more = {})
    {
        home.prepare(m_process, QStringList{QStringLiteral("serve"), QStringLiteral("--db"), database} + more);
        m_process.start();
    }
    ~Serving()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(patienceMs))
            kill();
    }

    /// The next line with that event; discarded when none comes.
    Json hear(const std::string &event)
    {
        while (m_process.canReadLine() || m_process.waitForReadyRead(patienceMs)) {
            while (m_process.canReadLine()) {
                Json line = Json::parse(m_process.readLine().toStdString(), nullptr, false);
                if (line.is_object() && line.value("event", "") == event)
                    return line;
            }
        }
        return Json(Json::value_t::discarded);
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    /// Its exit code.
    int stop()
    {
        m_process.terminate();
        m_process.waitForFinished(patienceMs);
        return m_process.exitCode();
    }

private:
    QProcess m_process;
};

inline const QByteArray oneQueue = "{\"do\":\"create_service\",\"name\":\"Passports\"}\n"
                            "{\"do\":\"create_queue\",\"name\":\"Passports\",\"service\":\"Passports\",\"prefix\":\"P\"}\n"
                            "{\"do\":\"create_agent\",\"name\":\"Ann\",\"queues\":[\"Passports\"]}\n"
                            "{\"do\":\"create_agent\",\"name\":\"Ben\",\"queues\":[\"Passports\"]}\n"
                            "{\"do\":\"sign_in\",\"agent\":\"Ann\",\"counter\":\"1\"}\n"
                            "{\"do\":\"sign_in\",\"agent\":\"Ben\",\"counter\":\"2\"}\n";

/// One command as the script has it.
inline QByteArray issue(const char *id = "")
{
    return QByteArray("{\"do\":\"issue\",\"queue\":\"Passports\"") + (*id ? ",\"id\":\"" + QByteArray(id) + '"' : QByteArray()) + "}\n";
}

struct Home {
    Program program;
    QString database;
    std::unique_ptr<Serving> serving;
};

inline Ran run(const Home &home, const QStringList &verb, const QByteArray &input = {})
{
    return home.program.run(verb + QStringList{QStringLiteral("--db"), home.database, QStringLiteral("--json")}, input);
}
inline Ran tell(const Home &home, const QByteArray &lines) { return run(home, {QStringLiteral("do"), QStringLiteral("-")}, lines); }
inline Json peers(const Home &home) { return run(home, {QStringLiteral("peers")}).json(); }

/// A host with one queue, at a port of its own.
inline std::unique_ptr<Home> host(Json &listening)
{
    auto home = std::make_unique<Home>();
    home->database = home->program.database();
    home->serving = std::make_unique<Serving>(home->program, home->database, QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    listening = home->serving->hear("listening");
    if (tell(*home, oneQueue).code != 0)
        qWarning("the branch could not be set up");
    return home;
}

inline Ran pair(Home &home, const Json &listening)
{
    home.database = home.program.database();
    const auto text = [&](const char *name) { return QString::fromStdString(listening.value(name, std::string())); };
    return home.program.run({QStringLiteral("pair"), QStringLiteral("--db"), home.database, QStringLiteral("--host"), text("address"), QStringLiteral("--code"),
                             text("pairing_code"), QStringLiteral("--json")}, "y\n");
}

inline bool hasLiveFollower(const Home &home)
{
    const Json now = peers(home);
    return now.is_object() && !now["peers"].empty() && now["peers"][0].value("live", false);
}

inline bool becomes(const std::function<bool()> &condition)
{
    const QDeadlineTimer until(patienceMs);
    while (!until.hasExpired()) {
        if (condition())
            return true;
    }
    return false;
}

} // namespace smartqueue::journeys
