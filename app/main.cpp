#include <cstdio>
#include <iostream>

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <smartqueue/exchange/refusals.h>
#include <smartqueue/platform/hidden_input.h>
#include <smartqueue/platform/surroundings.h>

#include "verbs/command_line.h"
#include "console/console_app.h"
#include "branch/database.h"
#include "console/screenshots.h"
#include "verbs/run_on_database.h"
#include "verbs/verbs.h"

namespace {

using namespace smartqueue;
using namespace smartqueue::app;

/// What comes out of a pipe or a terminal belongs to this process: a console that answers could not open it.
Done takeInStream(Request &request, QTemporaryFile &spool)
{
    const bool reads = request.verb == "do" || request.verb == "import" || request.verb == "replay";
    const QFileInfo file(QString::fromStdString(request.file));
    if (!reads || request.file == "-" || !file.exists() || file.isFile() || file.isDir())
        return {};
    QFile stream(file.filePath());
    if (!stream.open(QIODevice::ReadOnly))
        return fail(exchange::refusals::cannotRead, {{"path", request.file}, {"reason", stream.errorString().toStdString()}});
    constexpr qint64 chunk = 64 * 1024;
    bool written = spool.open();
    for (QByteArray part = stream.read(chunk); written && !part.isEmpty(); part = stream.read(chunk))
        written = spool.write(part) == part.size();
    if (!written || !spool.flush())
        return fail(exchange::refusals::cannotWrite, {{"path", spool.fileName().toStdString()}});
    request.file = spool.fileName().toStdString();
    return {};
}

/// From the environment, or from whoever sits at the terminal.
void takeCredentials(Request &request)
{
    request.password = qEnvironmentVariable("SMARTQUEUE_PASSWORD").toStdString();
    request.code = qEnvironmentVariable("SMARTQUEUE_CODE").toStdString();
    if (request.password.empty())
        request.password = platform::readHidden("Password of " + request.as + ": ").value_or(std::string());
}

int runVerbHere(Request request, const Output &output)
{
    QTemporaryFile spool;
    if (const Done taken = takeInStream(request, spool); !taken)
        return output.failure(taken.error());
    const auto path = databasePath(request.database);
    if (!path)
        return output.misuse(path.error());
    request.database = *path;
    if (!request.as.empty())
        takeCredentials(request);
    if (request.verb == "restore")
        return runRestore(request, output);
    if (request.verb == "pair")
        return runPair(request, output);
    if (request.verb == "serve")
        return runServe(request, output);
    return runOnDatabase(std::move(request), output);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("SmartQueue"));
    QCoreApplication::setApplicationName(QStringLiteral("SmartQueue Console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SQ_VERSION));

    const Invocation invocation = readCommandLine(argc, argv);
    using Kind = Invocation::Kind;
    const Output output = terminalOutput(invocation.request.json);
    switch (invocation.kind) {
    case Kind::exit:
        return invocation.exitCode;
    case Kind::console:
    case Kind::screenshots:
        break;
    default: {
        QCoreApplication application(argc, argv);
        if (invocation.kind == Kind::bench)
            return runBench(output);
        if (invocation.kind == Kind::simulatedPeers)
            return runSimulatedPeers(invocation.simulated, output);
        if (invocation.kind == Kind::simulation)
            return runSimulate(invocation.simulation, output);
        if (invocation.kind == Kind::evaluation)
            return invocation.evaluation.subject == "eta" ? runEvaluateEta(invocation.evaluation, output)
                                                          : runEvaluateArrivals(invocation.evaluation, output);
        if (invocation.kind == Kind::experiment)
            return runExperiment(invocation.experiment, output);
        if (invocation.kind == Kind::terminalDemo)
            return runTerminalDemo();
        if (invocation.request.verb == "staff" && !invocation.request.file.empty())
            return runStaffFile(invocation.request, output);
        const int code = runVerbHere(invocation.request, output);
        // An answer that reached nobody is none.
        return std::ferror(stdout) != 0 ? output.failure({exchange::refusals::cannotWrite, {{"path", "standard output"}}}) : code;
    }
    }

    if (invocation.kind == Kind::screenshots)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!platform::hasDisplay()) {
        std::cerr << "smartqueue: there is no display here. `smartqueue demo --terminal` shows the demo day in the terminal; "
                     "`smartqueue --help` lists the commands that need none.\n";
        return refused;
    }
    QApplication application(argc, argv);
    if (invocation.kind == Kind::screenshots)
        return runScreenshots(application, invocation);
    return runConsole(application, invocation);
}
