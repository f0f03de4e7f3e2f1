#include <chrono>
#include <csignal>
#include <memory>
#include <utility>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include "branch/service_mark.h"
#include "peers/arrived_copy.h"
#include "peers/peer_desktop.h"
#include "verbs/local_service.h"
#include "verbs/serve_news.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

constexpr int lookEveryMs = 100;
/// Whoever holds the database at the first start may be there to stay.
constexpr std::chrono::seconds startPatience{30};
volatile std::sig_atomic_t asked = 0;

enum class Ended { asAsked, outlived };

/// Somebody's commands may hold the database that was left for a moment, as long as their pipe is open.
bool isHeldByOthers(const Failure &why)
{
    return why.code == engine::storage_failures::inUse || why.code == engine::storage_failures::locked;
}

/// One life of the database, until it becomes another one.
Result<Ended> serveOnce(const Request &request, const Output &output)
{
    PeerDesktop::Options options;
    options.database = request.database;
    options.create = true;
    options.listen = request.listen.empty() ? "0.0.0.0:0" : request.listen;
    options.withoutAuthority = request.withoutEtcd;
    options.name = request.name;
    auto desktop = PeerDesktop::open(std::move(options));
    if (!desktop)
        return tl::unexpected(desktop.error());
    if (const auto keychain = platformKeychain())
        (void)openVaultByKeychain((*desktop)->installation(), *keychain, false);
    LocalService service((*desktop)->installation(), request.database, desktop->get());
    if (!service.listen())
        output.err("smartqueue: the command line cannot reach this program, no folder could be kept for its socket\n");
    ServeNews news(**desktop, output);
    news.sayWhere();

    QEventLoop loop;
    Ended ended = Ended::asAsked;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (asked != 0)
            loop.quit();
    });
    look.start(lookEveryMs);
    QObject::connect(desktop->get(), &PeerDesktop::outlived, &loop, [&] {
        ended = Ended::outlived;
        loop.quit();
    });
    loop.exec();
    return ended;
}

} // namespace

int runServe(const Request &request, const Output &output)
{
    std::signal(SIGTERM, [](int) { asked = 1; });
    std::signal(SIGINT, [](int) { asked = 1; });
    bool isAnother = false;
    bool isWaiting = false;
    std::unique_ptr<ServiceMark> mark;
    const QDeadlineTimer untilStarted(startPatience);
    while (asked == 0) {
        if (!mark)
            mark = ServiceMark::set(request.database);
        const Done taken = isAnother ? takeArrivedCopy(request.database) : Done();
        const Result<Ended> ended = taken ? serveOnce(request, output) : Result<Ended>(tl::unexpected(taken.error()));
        const bool waits = isAnother || (mark && !untilStarted.hasExpired());
        if (!ended && waits && isHeldByOthers(ended.error())) {
            if (!std::exchange(isWaiting, true))
                ServeNews::say(output, "waiting", ended.error());
            QThread::msleep(lookEveryMs);
            continue;
        }
        isWaiting = false;
        if (!ended)
            return output.failure(ended.error());
        if (*ended == Ended::asAsked)
            break;
        isAnother = true;
        ServeNews::say(output, "restarting");
    }
    ServeNews::say(output, "stopped");
    return done;
}

} // namespace smartqueue::app
