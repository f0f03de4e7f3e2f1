#include <cstdio>
#include <iostream>

#include <QApplication>
#include <QCoreApplication>

#include <smartqueue/platform/surroundings.h>

#include "command_line.h"
#include "console_app.h"
#include "database.h"
#include "local_service.h"
#include "verbs.h"

namespace {

using namespace smartqueue;
using namespace smartqueue::app;

Output terminalOutput(bool json)
{
    const auto writeTo = [](std::FILE *file) {
        return [file](std::string_view text) {
            std::fwrite(text.data(), 1, text.size(), file);
            std::fflush(file);
        };
    };
    return {writeTo(stdout), writeTo(stderr), json};
}

/// A console that has the database open answers; without one, this process opens it.
int runVerbHere(Request request, const Output &output)
{
    const auto path = databasePath(request.database);
    if (!path)
        return output.failure(path.error());
    request.database = *path;
    if (request.verb == "restore")
        return runRestore(request, output);
    if (const auto code = askConsole(request, output))
        return *code;
    engine::EngineOptions options;
    options.regularWork = false;
    auto branch = openBranch(request.database, createsDatabase(request.verb), options);
    if (!branch)
        return output.failure(branch.error());
    return runVerb(request, *branch->engine, output);
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
        if (invocation.kind == Kind::terminalDemo)
            return runTerminalDemo();
        return runVerbHere(invocation.request, output);
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
        return runScreenshots(application, invocation.screenshots);
    return runConsole(application, invocation);
}
