#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QObject>

#include "program.h"

namespace smartqueue::journeys {

/// The answer to a command of a script, without what belongs to the script alone.
Json answerAlone(Json line);

/// An agent at work through one `smartqueue do -`: issues tickets and serves them, one command after the other. A command keeps its
/// id until it is answered, and is asked for again where the program or the host went away meanwhile.
class Agent : public QObject {
    Q_OBJECT
public:
    Agent(const Program &home, QString name, const QString &database);
    ~Agent() override;

    void begin();
    /// After the command under way.
    void stop() { m_stopping = true; }
    bool isStopped() const { return m_stopping && !m_process; }
    /// It was answered since begin(): its program speaks with the one that serves, and will not open the database by itself.
    bool isThrough() const { return m_through; }
    bool isRunning() const { return m_process != nullptr; }
    void giveUp();

    /// What was told to be done: the command as it was given, and its answer.
    struct Acknowledged { QByteArray command; Json answer; };
    const std::map<std::string, Acknowledged> &acknowledged() const { return m_acknowledged; }
    /// How many of them by a host; the others its desktop did alone.
    std::size_t answeredByHost() const { return m_answeredByHost; }
    /// Refusals that tell of a mistake in the branch or in this test, unless something done alone did not fit.
    const QStringList &complaints() const { return m_complaints; }

Q_SIGNALS:
    void ended();

private:
    enum class Act { issue, call, start, complete };

    void hear();
    void take(const Json &answer);
    void sendNext();
    QByteArray commandOf(Act act) const;

    const Program &m_home;
    const QString m_name;
    const QString m_database;
    std::unique_ptr<QProcess> m_process;
    bool m_stopping = false;
    bool m_through = false;
    Act m_act = Act::issue;
    int m_count = 0;
    std::map<std::string, Acknowledged> m_acknowledged;
    std::size_t m_answeredByHost = 0;
    QStringList m_complaints;
};

/// A desktop: its `smartqueue serve`, which is killed, frozen and started again, and the agent who sits there.
class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(QString name);
    ~Desk() override;

    const QString &name() const { return m_name; }
    Agent &agent() { return m_agent; }
    /// Where it listens: the same after each start, so that the others find it again.
    const QString &address() const { return m_address; }

    void serve();
    void kill();
    void freeze(bool frozen);
    /// On its own, told so by a signal.
    bool stop();
    bool isServing() const { return m_process && m_process->state() == QProcess::Running && m_listening; }
    bool isUp() const { return m_process && m_process->state() == QProcess::Running; }
    /// What it said of itself last: "host" or "replica".
    const std::string &role() const { return m_role; }
    const std::string &pairingCode() const { return m_pairingCode; }
    /// Of the `serve` that ended by itself.
    const QByteArray &lastWords() const { return m_lastWords; }

    Ran run(const QStringList &verb, const QByteArray &input = {}) const;
    Json peers() const { return run({QStringLiteral("peers")}).json(); }

    /// The agent sits down when the program listens, and again after each pause.
    void employ();
    void dismiss();

private:
    void hear();
    void rouse();

    const QString m_name;
    QString m_address = QStringLiteral("127.0.0.1:0");
    Program m_home;
    Agent m_agent;
    std::unique_ptr<QProcess> m_process;
    bool m_listening = false;
    bool m_employs = false;
    /// How often it has said so, and how often it had when the agent began.
    int m_listened = 0;
    int m_begunAt = 0;
    std::string m_role;
    std::string m_pairingCode;
    QByteArray m_lastWords;
};

/// Lets the programs' words come in until it holds; false when it never does.
bool comesTrue(const std::function<bool()> &condition, int patienceMs = 30'000);

} // namespace smartqueue::journeys
