#include "console/console_app.h"

#include <iostream>

#include <QApplication>
#include <QEventLoop>
#include <QMessageBox>
#include <QProgressDialog>
#include <QSysInfo>
#include <QTimer>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/storage/restore.h>

#include "console/appearance.h"
#include "peers/arrived_copy.h"
#include "branch/database.h"
#include "branch/service_mark.h"
#include "peers/peer_desktop.h"
#include "branch/demo_parts.h"
#include "console/desktop_peers.h"
#include "peers/joining.h"
#include "verbs/local_service.h"
#include "verbs/output.h"
#include "bench/screen_bench.h"
#include "console/sitting.h"

namespace smartqueue::app {

namespace {

using presentation::ConsoleSettings;

/// Sooner than this nobody asks what takes so long.
constexpr auto noticeAfter = std::chrono::milliseconds(300);

struct RestoreWords {
    Q_DECLARE_TR_FUNCTIONS(RestoreWords)
};

void complain(const Failure &failure)
{
    const auto words = presentation::words::explain(failure);
    QMessageBox box(QMessageBox::Warning, QCoreApplication::applicationName(), words.what);
    box.setInformativeText(words.next);
    box.exec();
}

/// The command line reaches the console as long as the service lives.
void listenFor(LocalService &service, Sitting &sitting)
{
    if (!service.listen())
        std::cerr << "smartqueue: the command line cannot reach this console; no folder could be kept for its socket.\n";
    QObject::connect(&service, &LocalService::showRequested, &sitting, &Sitting::comeToFront);
}

std::string thisDevice()
{
    return QSysInfo::machineHostName().toStdString();
}

int runDemo(QApplication &application, ConsoleSettings &settings)
{
    auto parts = openDemo(engine::demoHandOver());
    if (!parts) {
        complain(parts.error());
        return refused;
    }
    DemoParts &demo = **parts;
    LocalService service(*demo.installation, demo.database());
    Sitting::Desktop desktop{settings, demo.clock};
    desktop.device = thisDevice();
    desktop.demo = true;
    Sitting sitting(*demo.installation, desktop);
    QObject::connect(&sitting, &Sitting::ended, &application, [] { QCoreApplication::exit(done); });
    listenFor(service, sitting);
    sitting.offerDemo(demo.people, demo.demo->visitorsAgent());
    demo.demo->start();
    sitting.open(firstSite, {demo.first(), 0, {}});
    sitting.windows()->window().explainDemo();
    return application.exec();
}

/// How one sitting at a database ended.
struct Ending {
    int code = done;
    /// The backup that is to take the place of the database; empty: none.
    QString restoreFrom;
    /// The host of the branch is another, or has sent a copy: the database is opened anew.
    bool outlived = false;
    /// The copy of a branch that this desktop has joined takes the place of the database.
    bool joined = false;
};

Ending sitAt(PeerDesktop &opened, const std::string &path, QApplication &application, ConsoleSettings &settings, const Invocation &invocation)
{
    LocalService service(opened.installation(), path, &opened);
    const auto keychain = platformKeychain();
    DesktopPeers peers(opened, path);
    Joining joining(path);
    Sitting::Desktop desktop{settings, opened.clock()};
    desktop.keychain = keychain.get();
    desktop.device = thisDevice();
    desktop.others = {&peers, &joining};
    Sitting sitting(opened.installation(), desktop);
    listenFor(service, sitting);
    Ending ending;
    QObject::connect(&opened, &PeerDesktop::outlived, &application, [&ending] {
        ending.outlived = true;
        QCoreApplication::exit(done);
    });
    QObject::connect(&joining, &Joining::openRequested, &application, [&ending] {
        ending.joined = true;
        QCoreApplication::exit(done);
    });
    QObject::connect(&sitting, &Sitting::ended, &application, [&ending](const QString &file) {
        ending.restoreFrom = file;
        QCoreApplication::exit(done);
    });
    if (!invocation.measureScreen.empty()) {
        sitting.open(firstSite, {});
        ConsoleWindows &windows = *sitting.windows();
        ending.code = measureScreen(application, windows.window(), windows.console().engine(), windows.monitor(), invocation.measureScreen == "paint");
        return ending;
    }
    sitting.begin();
    ending.code = application.exec();
    return ending;
}

/// With nobody at the database; the screen stays alive meanwhile. `words` appear when it takes long.
Done inBackground(const QString &words, const std::function<Done()> &work)
{
    QProgressDialog progress(words, {}, 0, 0);
    progress.setWindowTitle(QCoreApplication::applicationName());
    QThreadPool pool;
    QEventLoop loop;
    Done worked;
    engine::whenDone(engine::inPool(pool, work), &loop, [&](const Done &result) {
        worked = result;
        loop.quit();
    });
    QTimer::singleShot(noticeAfter, &progress, &QWidget::show);
    loop.exec();
    return worked;
}

} // namespace

int runConsole(QApplication &application, const Invocation &invocation)
{
    ConsoleSettings settings;
    settings.chooseForThisRun(QString::fromStdString(invocation.language), QString::fromStdString(invocation.theme));
    Appearance appearance(application, settings);
    // One person's windows close before the next one's open, and the program goes on; it ends with the sitting.
    application.setQuitOnLastWindowClosed(false);
    if (invocation.demo)
        return runDemo(application, settings);

    const auto path = databasePath(invocation.request.database);
    if (!path) {
        complain(path.error());
        return wrongUsage;
    }
    Request show;
    show.verb = "show";
    show.database = *path;
    const Output silent{[](std::string_view) {}, [](std::string_view) {}, false};
    if (askConsole(show, silent))
        return done;
    auto mark = ServiceMark::set(*path);
    for (;;) {
        PeerDesktop::Options options;
        options.database = *path;
        options.create = true;
        options.findable = true;
        auto desktop = PeerDesktop::open(std::move(options));
        if (!desktop) {
            complain(desktop.error());
            return refused;
        }
        const Ending ending = sitAt(**desktop, *path, application, settings, invocation);
        // Others may share the database only since then.
        if (!mark)
            mark = ServiceMark::set(*path);
        desktop->reset();
        if (ending.outlived) {
            const Done taken = inBackground(RestoreWords::tr("Opening the branch as the host has it…"), [path] { return takeArrivedCopy(*path); });
            if (!taken)
                complain(taken.error());
            continue;
        }
        if (ending.joined) {
            const Done taken = inBackground(RestoreWords::tr("Opening the branch that this desktop has joined…"), [path] { return takeArrivedCopy(*path, Former::anotherBranch); });
            if (taken)
                settings.setFirstStartDone();
            else
                complain(taken.error());
            continue;
        }
        if (ending.restoreFrom.isEmpty())
            return ending.code;
        const Done restored = inBackground(RestoreWords::tr("Putting the backup in its place…"), [from = ending.restoreFrom.toStdString(), path] {
            return Done(storage::restoreDatabase(from, *path).map([](const std::string &) {}));
        });
        if (restored)
            QMessageBox::information(nullptr, QCoreApplication::applicationName(),
                                     RestoreWords::tr("The backup is in its place. What stood there before is kept beside it, under the same name with “.replaced”."));
        else
            complain(restored.error());
    }
}

} // namespace smartqueue::app
