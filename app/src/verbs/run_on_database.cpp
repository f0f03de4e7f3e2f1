#include "verbs/run_on_database.h"

#include <chrono>
#include <memory>
#include <optional>

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <smartqueue/exchange/refusals.h>

#include "branch/service_mark.h"
#include "peers/peer_desktop.h"
#include "verbs/input_pieces.h"
#include "verbs/local_service.h"
#include "verbs/script_input.h"
#include "verbs/standard_input.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds servicePatience = 30s;
constexpr std::chrono::seconds hostPatience = 3s;
constexpr int lookEveryMs = 50;
constexpr qint64 pieceOfFile = 64 * 1024;

std::optional<int> askWhoServes(const Request &request, const Output &output, const InputSource &input = {})
{
    const QDeadlineTimer until(servicePatience);
    for (;;) {
        if (const auto code = askConsole(request, output, input))
            return code;
        if (!ServiceMark::isSet(request.database) || until.hasExpired())
            return std::nullopt;
        QThread::msleep(lookEveryMs);
    }
}

Result<std::unique_ptr<PeerDesktop>> openHere(const Request &request)
{
    PeerDesktop::Options options;
    options.database = request.database;
    options.create = createsDatabase(request.verb);
    options.engine.regularWork = false;
    return PeerDesktop::open(std::move(options));
}

/// Whoever holds the database may have begun to listen meanwhile.
int askAgain(const Request &request, const Output &output, const Failure &why, const InputSource &input = {})
{
    const auto code = askConsole(request, output, input);
    return code ? *code : output.failure(why);
}

int runHere(const Request &request, PeerDesktop &desktop, Caller caller)
{
    // Without the key the branch works all the same; what is sealed is shown as such.
    if (const auto keychain = platformKeychain())
        (void)openVaultByKeychain(desktop.installation(), *keychain, false);
    caller.desktop = &desktop;
    return runVerb(request, desktop.installation(), caller);
}

int runOnce(const Request &request, const Output &output)
{
    if (const auto code = askWhoServes(request, output))
        return *code;
    const auto desktop = openHere(request);
    if (!desktop)
        return askAgain(request, output, desktop.error());
    (*desktop)->waitForHost();
    StandardInput input;
    Caller caller{output};
    caller.input = &input;
    return runHere(request, **desktop, std::move(caller));
}

/// A script that goes from one holder of the database to the next.
class SharedScript {
public:
    SharedScript(Request request, const Output &output) : m_request(std::move(request)), m_output(output) {}

    int run()
    {
        for (;;) {
            if (const auto code = askWhoServes(m_request, m_output, rest()))
                return *code;
            if (isCalledBack())
                return m_output.failure({engine::storage_failures::inUse, {{"path", m_request.database}, {"reason", "the program that serves it does not answer"}}});
            if (const auto code = runHereForNow())
                return *code;
        }
    }

private:
    bool isCalledBack() const { return ServiceMark::isSet(m_request.database); }

    /// What the script has left; none before its first line was read, when it stands where the request says.
    InputSource rest()
    {
        if (!m_script)
            return {};
        return [this] { return m_script->takeRest(); };
    }

    /// Nothing when it was called back before the end.
    std::optional<int> runHereForNow()
    {
        const auto desktop = openHere(m_request);
        if (!desktop)
            return askAgain(m_request, m_output, desktop.error(), rest());
        if (const Done opened = m_script ? Done() : openScript(); !opened)
            return m_output.failure(opened.error());
        waitForHost(**desktop);
        if (isCalledBack())
            return std::nullopt;
        m_script->goOn();
        Caller caller{m_output};
        caller.input = m_script.get();
        ScriptProgress progress;
        caller.goesOnElsewhere = [&](const ScriptProgress &reached) {
            progress = reached;
            return m_script->isStopped();
        };
        const int code = runHere(m_request, **desktop, std::move(caller));
        if (!m_script->isStopped())
            return code;
        m_request.before = progress;
        m_request.before.lines = m_script->lines();
        return std::nullopt;
    }

    Done openScript()
    {
        std::optional<InputPieces> pieces;
        if (m_request.file == "-") {
            pieces = InputPieces::standard();
        } else {
            const auto file = std::make_shared<QFile>(QString::fromStdString(m_request.file));
            if (!file->open(QIODevice::ReadOnly))
                return fail(exchange::refusals::cannotRead, {{"path", m_request.file}, {"reason", file->errorString().toStdString()}});
            pieces = InputPieces([file] { return file->read(pieceOfFile); });
        }
        m_script = std::make_unique<ScriptInput>(std::move(*pieces), [this] { return isCalledBack(); });
        m_request.file = "-";
        return {};
    }

    void waitForHost(PeerDesktop &desktop) const
    {
        const QDeadlineTimer until(hostPatience);
        while (desktop.peers() && desktop.installation().follows() && !desktop.peers()->isInStep() && !until.hasExpired() && !isCalledBack())
            QThread::msleep(lookEveryMs);
    }

    Request m_request;
    const Output &m_output;
    std::unique_ptr<ScriptInput> m_script;
};

} // namespace

int runOnDatabase(Request request, const Output &output)
{
    if (request.verb == "do" && PeerFolder(request.database).exists())
        return SharedScript(std::move(request), output).run();
    return runOnce(request, output);
}

} // namespace smartqueue::app
