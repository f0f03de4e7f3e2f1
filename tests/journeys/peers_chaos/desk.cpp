#include "desk.h"

#include <csignal>

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace smartqueue::journeys {

namespace {

constexpr int endPatienceMs = 30'000;
constexpr int lookEveryMs = 20;

/// Nobody knows whether it was carried out, or it was not: the same command is asked for again.
bool isForLater(const std::string &code)
{
    static const QStringList codes{QStringLiteral("host_unreachable"), QStringLiteral("not_host"), QStringLiteral("resynchronising"),
                                   QStringLiteral("busy"), QStringLiteral("deposed")};
    return codes.contains(QString::fromStdString(code));
}

} // namespace

Json answerAlone(Json line)
{
    Json answer;
    for (const char *name : {"ok", "id", "number", "ticket", "sequence", "alone", "conflict", "code"}) {
        if (line.contains(name))
            answer[name] = line[name];
    }
    return answer;
}

bool comesTrue(const std::function<bool()> &condition, int patienceMs)
{
    QEventLoop loop;
    QTimer look;
    QDeadlineTimer until(patienceMs);
    bool holds = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        holds = condition();
        if (holds || until.hasExpired())
            loop.quit();
    });
    look.start(lookEveryMs);
    loop.exec();
    return holds;
}

Agent::Agent(const Program &home, QString name, const QString &database) : m_home(home), m_name(std::move(name)), m_database(database)
{
}

Agent::~Agent()
{
    giveUp();
}

void Agent::giveUp()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(endPatienceMs);
    m_process.reset();
}

void Agent::begin()
{
    m_stopping = false;
    m_through = false;
    m_process = std::make_unique<QProcess>();
    m_home.prepare(*m_process, {QStringLiteral("do"), QStringLiteral("-"), QStringLiteral("--db"), m_database, QStringLiteral("--json")});
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Agent::hear);
    connect(m_process.get(), &QProcess::finished, this, [this] {
        hear();
        m_process.release()->deleteLater();
        Q_EMIT ended();
    });
    m_process->start();
    sendNext();
}

void Agent::hear()
{
    while (m_process && m_process->canReadLine()) {
        const Json line = Json::parse(m_process->readLine().toStdString(), nullptr, false);
        if (!line.is_object() || !line.contains("line"))
            continue;
        take(line);
        if (m_stopping)
            m_process->closeWriteChannel();
        else
            sendNext();
    }
}

QByteArray Agent::commandOf(Act act) const
{
    static const std::map<Act, QByteArray> words{{Act::issue, "issue"}, {Act::call, "call_next"}, {Act::start, "start"}, {Act::complete, "complete"}};
    const QByteArray whose = act == Act::issue ? QByteArray("\"queue\":\"Passports\"") : "\"agent\":\"" + m_name.toUtf8() + '"';
    return "{\"do\":\"" + words.at(act) + "\"," + whose + ",\"id\":\"" + m_name.toUtf8() + '-' + QByteArray::number(m_count) + "\"}\n";
}

void Agent::sendNext()
{
    m_process->write(commandOf(m_act));
}

void Agent::take(const Json &answer)
{
    m_through = true;
    const bool isDone = answer.value("ok", false);
    const std::string code = answer.value("code", "");
    if (!isDone && isForLater(code))
        return;
    if (isDone) {
        m_acknowledged[answer.value("id", "")] = {commandOf(m_act), answerAlone(answer)};
        m_answeredByHost += answer.contains("alone") ? 0 : 1;
    }
    // Others call as well: now and then nobody waits any more.
    const bool isNobodyThere = m_act == Act::call && code == "nobody_waiting";
    if (!isDone && !isNobodyThere) {
        m_complaints.append(QString::fromStdString(answer.dump()));
        // What was done without a host may not have fitted: goes on with what is in hand by now.
        m_act = code == "agent_busy" || (code == "wrong_state" && m_act == Act::complete) ? Act::start
              : code == "wrong_state" && m_act == Act::start                              ? Act::complete
                                                                                          : Act::issue;
    } else {
        m_act = isNobodyThere || m_act == Act::complete ? Act::issue : Act(int(m_act) + 1);
    }
    ++m_count;
}

Desk::Desk(QString name) : m_name(std::move(name)), m_agent(m_home, m_name, m_home.database())
{
    connect(&m_agent, &Agent::ended, this, &Desk::rouse);
}

Desk::~Desk()
{
    if (isUp()) {
        freeze(false);
        kill();
    }
}

Ran Desk::run(const QStringList &verb, const QByteArray &input) const
{
    return m_home.run(verb + QStringList{QStringLiteral("--db"), m_home.database(), QStringLiteral("--json")}, input);
}

void Desk::serve()
{
    m_listening = false;
    m_process = std::make_unique<QProcess>();
    m_home.prepare(*m_process, {QStringLiteral("serve"), QStringLiteral("--db"), m_home.database(), QStringLiteral("--listen"), address()});
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Desk::hear);
    connect(m_process.get(), &QProcess::finished, this, [this] {
        m_listening = false;
        m_lastWords = m_process->readAllStandardError();
    });
    m_process->start();
}

void Desk::hear()
{
    while (m_process && m_process->canReadLine()) {
        const Json line = Json::parse(m_process->readLine().toStdString(), nullptr, false);
        if (!line.is_object())
            continue;
        const std::string event = line.value("event", "");
        if (event == "listening") {
            m_role = line.value("role", "");
            m_address = QString::fromStdString(line.value("address", ""));
            m_listening = true;
            ++m_listened;
        } else if (event == "restarting") {
            m_listening = false;
        }
        if (line.contains("pairing_code"))
            m_pairingCode = line["pairing_code"].get<std::string>();
    }
    rouse();
}

void Desk::employ()
{
    m_employs = true;
    m_begunAt = 0;
    rouse();
}

void Desk::dismiss()
{
    m_employs = false;
    m_agent.stop();
}

void Desk::rouse()
{
    // An agent who begins while nobody listens would open the database alone, and keep it from the program that starts. Where the
    // agent was cut off, the program is about to say that it begins again.
    if (!m_employs || !m_listening || m_agent.isRunning() || m_begunAt == m_listened)
        return;
    m_begunAt = m_listened;
    m_agent.begin();
}

void Desk::kill()
{
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(endPatienceMs);
    m_process.reset();
    m_listening = false;
}

bool Desk::stop()
{
    m_process->disconnect(this);
    m_process->terminate();
    const bool ended = m_process->waitForFinished(endPatienceMs) && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    m_process.reset();
    m_listening = false;
    return ended;
}

void Desk::freeze(bool frozen)
{
    ::kill(pid_t(m_process->processId()), frozen ? SIGSTOP : SIGCONT);
}

} // namespace smartqueue::journeys
