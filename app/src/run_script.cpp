#include <algorithm>
#include <deque>

#include <QFile>

#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/command_script.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/script_lines.h>

#include "log_follower.h"
#include "verbs.h"

namespace smartqueue::app {

namespace {

/// Lines submitted ahead of their answers: enough that the engine commits whole groups.
constexpr std::size_t mostUnderWay = 512;
constexpr std::size_t textBeforeWriting = 32 * 1024;

/// Whether later lines may read another name, or the same name otherwise, because of the command.
bool changesNames(const CommandBody &body)
{
    return std::holds_alternative<DefineBranch>(body) || std::holds_alternative<DefineService>(body)
        || std::holds_alternative<DefineQueue>(body) || std::holds_alternative<DefineAgent>(body)
        || std::holds_alternative<RemoveService>(body) || std::holds_alternative<RemoveQueue>(body)
        || std::holds_alternative<RemoveAgent>(body);
}

/// One script. Lines are submitted ahead of the answers of those before them, except where a line needs to know how those went;
/// the answers are those that one at a time would give.
class ScriptRun {
public:
    ScriptRun(QIODevice &device, engine::Engine &engine, const Caller &caller)
        : m_engine(engine), m_caller(caller), m_lines(device), m_log(engine), m_past(engine)
    {
    }

    int run()
    {
        while (!m_caller.gone()) {
            // Whoever feeds one line after the other waits for the answer first.
            if (!m_lines.hasLine())
                writeAll();
            const auto *line = m_lines.next();
            if (line == nullptr)
                break;
            ++m_count;
            read(*line);
            if (m_underWay.size() > mostUnderWay)
                answerFirst();
        }
        writeAll();
        if (m_refused == 0)
            return done;
        return m_caller.output.failure({exchange::refusals::someLinesRefused,
                                        {{"count", std::to_string(m_refused)}, {"lines", std::to_string(m_count)}}});
    }

private:
    struct UnderWay {
        std::int64_t line = 0;
        CommandId id;
        QFuture<engine::Answer> answer;
    };

    void read(const exchange::ScriptLines::Line &line)
    {
        if (line.tooLong) {
            refuse(line.number, {}, {failures::tooLong, {{"field", "line"}, {"maximum", std::to_string(exchange::ScriptLines::lineLimit)}}});
            return;
        }
        const auto parsed = exchange::ScriptLine::parse(line.text);
        if (!parsed) {
            refuse(line.number, {}, parsed.error());
            return;
        }
        if (m_namesChange)
            answerAll();
        exchange::ScriptCommand script = parsed->command(m_log.state());
        if (script.readsTickets && !m_underWay.empty()) {
            answerAll();
            script = parsed->command(m_log.state());
        }
        if (script.hasUnknownName) {
            // Somebody else may have made it meanwhile.
            answerAll();
            m_log.settle();
            script = parsed->command(m_log.state());
        }
        submit(line.number, std::move(script.command));
    }

    void submit(std::int64_t line, Command command)
    {
        if (command.at) {
            m_last = std::max(m_last.value_or(*command.at), *command.at);
        } else {
            if (!m_last)
                m_last = m_engine.clock().now();
            command.notBefore = m_last;
        }
        if (command.refusal && command.id.empty()) {
            refuse(line, {}, *command.refusal);
            return;
        }
        m_namesChange = m_namesChange || (!command.refusal && changesNames(command.body));
        CommandId id = command.id;
        m_underWay.push_back({line, std::move(id), m_engine.submit(std::move(command))});
    }

    void refuse(std::int64_t line, CommandId id, Failure failure)
    {
        QPromise<engine::Answer> promise;
        promise.start();
        promise.addResult(tl::unexpected(std::move(failure)));
        promise.finish();
        m_underWay.push_back({line, std::move(id), promise.future()});
    }

    void answerFirst()
    {
        const UnderWay item = std::move(m_underWay.front());
        m_underWay.pop_front();
        const engine::Answer answer = item.answer.result();
        m_refused += !answer.has_value();
        const queueing::BranchState *after = &m_log.state();
        if (answer) {
            m_log.advanceTo(answer->sequence);
            // A resend is told what the first one was told.
            if (answer->ticket && answer->sequence < m_log.state().sequence) {
                if (const auto *then = m_past.after(*answer))
                    after = then;
            }
        }
        m_text += exchange::resultLine(item.line, answer, *after, item.id) + '\n';
        if (m_text.size() > textBeforeWriting)
            write();
    }

    void answerAll()
    {
        while (!m_underWay.empty())
            answerFirst();
        m_namesChange = false;
    }

    void writeAll()
    {
        answerAll();
        write();
    }

    void write()
    {
        if (!m_text.empty())
            m_caller.output.out(m_text);
        m_text.clear();
    }

    engine::Engine &m_engine;
    const Caller &m_caller;
    exchange::ScriptLines m_lines;
    LogFollower m_log;
    PastStates m_past;
    std::deque<UnderWay> m_underWay;
    std::string m_text;
    std::optional<Instant> m_last;
    bool m_namesChange = false;
    std::int64_t m_count = 0;
    std::int64_t m_refused = 0;
};

} // namespace

int runScript(const Request &request, engine::Engine &engine, const Caller &caller)
{
    if (request.file == "-" && caller.input)
        return ScriptRun(*caller.input, engine, caller).run();
    QFile file(QString::fromStdString(request.file));
    if (!file.open(QIODevice::ReadOnly))
        return caller.output.failure({exchange::refusals::cannotRead, {{"path", request.file}, {"reason", file.errorString().toStdString()}}});
    return ScriptRun(file, engine, caller).run();
}

} // namespace smartqueue::app
