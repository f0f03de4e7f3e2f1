#include "bench/bench_peers.h"

#include <deque>
#include <map>
#include <mutex>

#include <QThread>

#include "bench/bench_crowd.h"
#include "bench/bench_desktop.h"
#include "bench/percentile.h"

namespace smartqueue::app {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int commandsOneByOne = 500;
constexpr int commandsMissed = 30'000;
constexpr int desktops = 50;
/// By each of them: more than the 20 that a host has to carry, so that the figure can show that it does.
constexpr int offeredPerSecond = 25;
constexpr int secondsOffered = 5;

double msSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

Failure unanswered(const char *what)
{
    return {replication::peer_failures::hostUnreachable, {{"address", what}}};
}

/// How long each of these commands takes at that desktop, in milliseconds.
Result<std::vector<double>> answerTimes(BenchDesktop &desktop, const CommandBody &body)
{
    std::vector<double> times;
    for (int i = 0; i < commandsOneByOne; ++i) {
        const auto start = SteadyClock::now();
        if (const engine::Answer answer = desktop.now(body); !answer)
            return tl::unexpected(answer.error());
        times.push_back(msSince(start));
    }
    return times;
}

/// When what was committed at the host was shown at the other desktop.
class LagWatch {
public:
    LagWatch(BenchDesktop &host, BenchDesktop &replica) : m_log(host.store().log())
    {
        m_log.durable = [this](Sequence sequence) {
            const std::lock_guard lock(m_mutex);
            m_committed.emplace(sequence, SteadyClock::now());
        };
        m_connection = QObject::connect(&replica.installation(), &engine::Installation::snapshotChanged, &replica.installation(),
                                        [this](SiteId, const engine::SharedSnapshot &snapshot) { shown(snapshot->state.sequence); }, Qt::DirectConnection);
    }
    /// With nothing under way.
    ~LagWatch()
    {
        m_log.durable = {};
        QObject::disconnect(m_connection);
    }

    std::vector<double> lags() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lags;
    }

private:
    void shown(Sequence upTo)
    {
        const std::lock_guard lock(m_mutex);
        while (!m_committed.empty() && m_committed.begin()->first <= upTo) {
            m_lags.push_back(msSince(m_committed.begin()->second));
            m_committed.erase(m_committed.begin());
        }
    }

    TimedLog &m_log;
    mutable std::mutex m_mutex;
    std::map<Sequence, SteadyClock::time_point> m_committed;
    std::vector<double> m_lags;
    QMetaObject::Connection m_connection;
};

/// How many commands of the crowd the host answered a second.
Result<double> answeredPerSecond(BenchDesktop &host, BenchDesktop &replica, const std::vector<transport::DeviceIdentity> &identities, const CommandBody &body)
{
    auto ending = host.installation().logEnd();
    ending.waitForFinished();
    const auto end = ending.result();
    if (!end)
        return tl::unexpected(end.error());
    QThread thread;
    auto *crowd = new Crowd;
    crowd->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, crowd, &QObject::deleteLater);
    thread.start();
    const auto inCrowd = [&](auto work) { QMetaObject::invokeMethod(crowd, work, Qt::BlockingQueuedConnection); };
    inCrowd([&] {
        for (std::size_t i = 0; i < identities.size(); ++i)
            crowd->add(std::make_unique<BareDesktop>(identities[i], host.identity().device(), host.peers().status().address, host.installation().identity(), *end, i + 1));
        crowd->begin();
    });
    const auto confirming = QObject::connect(&replica.installation(), &engine::Installation::eventsCommitted, crowd,
                                             [crowd](SiteId, const engine::SharedBatches &batches) { crowd->confirm(batches->back().sequence); });
    const auto comesTrue = [](auto condition) {
        const auto start = SteadyClock::now();
        bool holds = condition();
        while (!holds && msSince(start) < 60'000) {
            QThread::msleep(20);
            holds = condition();
        }
        return holds;
    };
    const auto met = comesTrue([&] {
        bool follow = false;
        inCrowd([&] { follow = crowd->isFollowing(); });
        return follow;
    });
    Result<double> rate = tl::unexpected(unanswered("50 desktops"));
    if (met) {
        const auto start = SteadyClock::now();
        inCrowd([&] { crowd->offer(body, offeredPerSecond, offeredPerSecond * secondsOffered); });
        Crowd::Count count;
        comesTrue([&] {
            inCrowd([&] { count = crowd->count(); });
            return count.answered + count.refused >= desktops * offeredPerSecond * secondsOffered;
        });
        // Refusals are no answers.
        if (count.answered > 0)
            rate = count.answered / std::chrono::duration<double>(count.last - start).count();
    }
    QObject::disconnect(confirming);
    thread.quit();
    thread.wait();
    return rate;
}

Result<double> caughtUpPerSecond(BenchDesktop &host, const std::string &database, std::unique_ptr<BenchDesktop> &replica, const CommandBody &body)
{
    constexpr std::size_t underWayAtMost = 256;
    replica.reset();
    std::deque<QFuture<engine::Answer>> underWay;
    engine::Answer last;
    for (int i = 0; i < commandsMissed; ++i) {
        if (underWay.size() == underWayAtMost) {
            underWay.front().waitForFinished();
            underWay.pop_front();
        }
        underWay.push_back(host.submit(body));
    }
    for (auto &answer : underWay) {
        answer.waitForFinished();
        last = answer.result();
        if (!last)
            return tl::unexpected(last.error());
    }
    auto back = BenchDesktop::open(database);
    if (!back)
        return tl::unexpected(back.error());
    const Sequence before = (*back)->durable();
    const auto start = SteadyClock::now();
    if (const Done met = (*back)->meetOthers(host.peers().status().address); !met)
        return tl::unexpected(met.error());
    if (!(*back)->waitUntilDurable(last->sequence))
        return tl::unexpected(unanswered("catching up"));
    const double seconds = msSince(start) / 1000;
    replica = std::move(*back);
    return double(last->sequence - before) / seconds;
}

} // namespace

Result<nlohmann::ordered_json> peerFigures(const QTemporaryDir &folder)
{
    const auto path = [&](const QString &name) { return folder.filePath(name).toStdString(); };
    auto opened = BenchDesktop::open(path(QStringLiteral("host.db")));
    if (!opened)
        return tl::unexpected(opened.error());
    BenchDesktop &host = **opened;
    Service service;
    service.name = "Bench";
    const engine::Answer madeService = host.now(DefineService{service});
    Queue queue;
    queue.name = "Bench";
    queue.service = {madeService ? madeService->entity : 0};
    queue.lastNumber = 999'999;
    const engine::Answer madeQueue = host.now(DefineQueue{queue});
    if (!madeQueue)
        return tl::unexpected(madeQueue.error());
    const CommandBody issue = IssueTicket{{madeQueue->entity}, 0, "kiosk", {}, {}, {}, {}};

    const auto alone = answerTimes(host, issue);
    if (!alone)
        return tl::unexpected(alone.error());

    const std::string replicaPath = path(QStringLiteral("replica.db"));
    std::vector<transport::DeviceIdentity> identities;
    for (int i = 0; i <= desktops; ++i) {
        auto identity = transport::DeviceIdentity::open(i == 0 ? transport::DeviceIdentity::folderBeside(replicaPath) : path(QStringLiteral("bare%1").arg(i)));
        if (!identity)
            return tl::unexpected(identity.error());
        if (const engine::Answer admitted = host.now(AdmitDevice{identity->device(), host.identity().device()}, theProgram); !admitted)
            return tl::unexpected(admitted.error());
        if (i > 0)
            identities.push_back(std::move(*identity));
    }
    auto copying = host.installation().backup(replicaPath);
    copying.waitForFinished();
    if (const Done copied = copying.result(); !copied)
        return tl::unexpected(copied.error());
    auto replica = BenchDesktop::open(replicaPath);
    if (!replica)
        return tl::unexpected(replica.error());
    if (const Done met = host.meetOthers(); !met)
        return tl::unexpected(met.error());
    if (const Done met = (*replica)->meetOthers(host.peers().status().address); !met)
        return tl::unexpected(met.error());
    if (!BenchDesktop::meet(host, **replica))
        return tl::unexpected(unanswered("two desktops"));

    nlohmann::ordered_json figures;
    const auto roundTrips = answerTimes(**replica, issue);
    if (!roundTrips)
        return tl::unexpected(roundTrips.error());
    figures["peer_round_trip_p95_ms"] = percentile(*roundTrips, 0.95) - percentile(*alone, 0.5);
    {
        LagWatch watch(host, **replica);
        if (const auto seen = answerTimes(host, issue); !seen)
            return tl::unexpected(seen.error());
        (*replica)->installation().settledSnapshot(firstSite).waitForFinished();
        figures["replica_lag_p95_ms"] = percentile(watch.lags(), 0.95);
    }
    const auto answered = answeredPerSecond(host, **replica, identities, issue);
    if (!answered)
        return tl::unexpected(answered.error());
    const auto caughtUp = caughtUpPerSecond(host, replicaPath, *replica, issue);
    if (!caughtUp)
        return tl::unexpected(caughtUp.error());
    figures["catch_up_ops_per_second"] = *caughtUp;
    figures["peers_50_commands_per_second"] = *answered;
    return figures;
}

} // namespace smartqueue::app
