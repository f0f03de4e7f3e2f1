#include <algorithm>
#include <chrono>
#include <deque>
#include <map>

#include <QBuffer>
#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>

#include <nlohmann/json.hpp>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/analytics/health.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/replay.h>
#include <smartqueue/exchange/import.h>
#include <smartqueue/exchange/ticket_log.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>
#include <smartqueue/storage/bench_baseline.h>
#include <smartqueue/storage/sqlite_store.h>

#include "bench/bench_learning.h"
#include "bench/bench_peers.h"
#include "bench/bench_rollouts.h"
#include "bench/bench_sign_in.h"
#include "bench/bench_simulation.h"
#include "verbs/import_door.h"
#include "bench/percentile.h"
#include "bench/screen_bench.h"
#include "bench/timed_store.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using SteadyClock = std::chrono::steady_clock;

double secondsSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

/// Best of several runs in milliseconds: what the code takes when the machine does nothing else.
template <class Work>
double bestMs(int runs, Work work)
{
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = SteadyClock::now();
        work();
        best = std::min(best, secondsSince(start) * 1000);
    }
    return best;
}

struct BenchBranch {
    SystemClock clock;
    TimedStore *store = nullptr;
    std::unique_ptr<engine::Engine> engine;

    /// With an id, as the console submits: the answer is kept with the row, and the row is what raw SQLite writes as well.
    QFuture<engine::Answer> submit(CommandBody body)
    {
        return engine->submit(Command{QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), std::move(body), {}, {}});
    }

    engine::Answer now(CommandBody body)
    {
        auto future = submit(std::move(body));
        future.waitForFinished();
        return future.result();
    }

    QueueId addQueue(const std::string &name)
    {
        Service service;
        service.name = name;
        const auto made = now(DefineService{service});
        Queue queue;
        queue.name = name;
        queue.service = {made ? made->entity : 0};
        queue.lastNumber = 999'999;
        const auto madeQueue = now(DefineQueue{queue});
        return {madeQueue ? madeQueue->entity : 0};
    }

    AgentId addAgent(const std::string &name, QueueId queue)
    {
        Agent agent;
        agent.name = name;
        agent.assignments = {{queue, 1}};
        const auto made = now(DefineAgent{agent});
        const AgentId id{made ? made->entity : 0};
        now(SignIn{id, {}});
        return id;
    }
};

Result<std::unique_ptr<BenchBranch>> openBench(const QTemporaryDir &folder, const char *name)
{
    storage::Options options;
    options.path = folder.filePath(QString::fromLatin1(name)).toStdString();
    auto store = storage::SqliteStore::open(options);
    if (!store)
        return tl::unexpected(store.error());
    auto branch = std::make_unique<BenchBranch>();
    auto timed = std::make_unique<TimedStore>(std::move(*store));
    branch->store = timed.get();
    engine::EngineOptions engineOptions;
    engineOptions.regularWork = false;
    auto engine = engine::Engine::start(std::move(timed), branch->clock, engineOptions);
    if (!engine)
        return tl::unexpected(engine.error());
    branch->engine = std::move(*engine);
    return branch;
}

/// A branch in memory, as large as asked, straight through decide and apply.
queueing::BranchState stateWith(int queues, int waiting, Instant now)
{
    queueing::BranchState state;
    const TimeZone zone;
    const auto carryOut = [&](CommandBody body) {
        const Command command{{}, std::move(body), {}, {}};
        auto events = queueing::decide(state, command, {now, zone});
        if (events)
            queueing::apply(state, {state.sequence + 1, now, {}, {}, std::string(nameOf(command.body)), std::move(*events)});
        return state.lastId;
    };
    std::vector<QueueId> ids;
    Service service;
    service.name = "Service";
    const ServiceId serviceId{carryOut(DefineService{service})};
    for (int q = 0; q < queues; ++q) {
        Queue queue;
        queue.name = "Queue " + std::to_string(q);
        queue.service = serviceId;
        queue.lastNumber = 999'999;
        ids.push_back({carryOut(DefineQueue{queue})});
    }
    for (int q = 0; q < queues; ++q) {
        Agent agent;
        agent.name = "Agent " + std::to_string(q);
        agent.assignments = {{ids[std::size_t(q)], 1}};
        const AgentId id{carryOut(DefineAgent{agent})};
        carryOut(SignIn{id, {}});
    }
    for (int i = 0; i < waiting; ++i) {
        // Half of the queues take three quarters of the customers, so there is something to balance.
        const auto q = std::size_t(i % 4 == 0 ? queues / 2 + i / 4 % std::max(1, queues - queues / 2) : i % std::max(1, queues / 2));
        IssueTicket issue;
        issue.queue = ids[std::min(q, ids.size() - 1)];
        issue.priority = i % 9 == 0 ? 5 : 0;
        carryOut(issue);
    }
    return state;
}

/// A standard ticket log of `rows` tickets over the year before `until`.
QByteArray logText(int rows, Instant until)
{
    RandomSource random(7);
    QByteArray text = QByteArray::fromStdString(exchange::standardHeader());
    const TimeZone zone;
    for (int i = 0; i < rows; ++i) {
        exchange::LogTicket ticket;
        ticket.number = "T" + std::to_string(i);
        ticket.queue = "Queue " + std::to_string(i % 4);
        ticket.channel = "kiosk";
        ticket.arrivedAt = std::chrono::floor<std::chrono::seconds>(until - std::chrono::days(365)
                                                                   + Duration(std::int64_t(i) * 365 * 86'400'000LL / rows));
        ticket.calledAt = ticket.arrivedAt + std::chrono::seconds(random.between(0, 900));
        ticket.startedAt = *ticket.calledAt + std::chrono::seconds(20);
        ticket.endedAt = *ticket.startedAt + std::chrono::seconds(random.between(30, 600));
        ticket.agent = "Agent " + std::to_string(i % 12);
        text += QByteArray::fromStdString(exchange::standardRow(ticket, zone));
    }
    return text;
}

Result<nlohmann::ordered_json> measureStore(const QTemporaryDir &folder)
{
    nlohmann::ordered_json figures;
    constexpr int rounds = 12;
    constexpr int commands = 400;
    // Each waits for its answer before its next command; one thread serves them all, as a host serves its desktops.
    constexpr std::size_t submitters = 64;
    constexpr int batched = 3'200;
    auto branch = openBench(folder, "durable.db");
    if (!branch)
        return tl::unexpected(branch.error());
    const QueueId queue = (*branch)->addQueue("Bench");
    std::vector<double> raws;
    std::vector<double> singles;
    std::vector<double> batches;
    // Alternating, so that a slow moment of the machine falls on both sides of the ratio.
    for (int round = 0; round < rounds; ++round) {
        const auto raw = storage::rawCommandsPerSecond({folder.filePath(QStringLiteral("raw%1.db").arg(round)).toStdString(), commands, 1});
        if (!raw)
            return tl::unexpected(raw.error());
        raws.push_back(*raw);
        auto start = SteadyClock::now();
        for (int i = 0; i < commands; ++i)
            (*branch)->now(IssueTicket{queue, 0, "kiosk", {}, {}, {}, {}});
        singles.push_back(commands / secondsSince(start));
        start = SteadyClock::now();
        std::deque<QFuture<engine::Answer>> underWay;
        for (int i = 0; i < batched; ++i) {
            if (underWay.size() == submitters) {
                underWay.front().waitForFinished();
                underWay.pop_front();
            }
            underWay.push_back((*branch)->submit(IssueTicket{queue, 0, "kiosk", {}, {}, {}, {}}));
        }
        for (auto &answer : underWay)
            answer.waitForFinished();
        batches.push_back(batched / secondsSince(start));
    }
    figures["raw_commands_per_second"] = percentile(raws, 0.5);
    figures["durable_commands_per_second"] = percentile(singles, 0.5);
    figures["durable_ratio"] = percentile(singles, 0.5) / percentile(raws, 0.5);
    figures["durable_batched_ratio"] = percentile(batches, 0.5) / percentile(raws, 0.5);
    return figures;
}

/// From the store to the live day after a crash, with nearly as many batches behind the checkpoint as there can be.
Result<double> rebuildMs(const QTemporaryDir &folder, QueueId queue)
{
    constexpr int runs = 3;
    {
        auto branch = openBench(folder, "year.db");
        if (!branch)
            return tl::unexpected(branch.error());
        std::vector<QFuture<engine::Answer>> issues;
        const auto tickets = (*branch)->engine->snapshot()->state.tickets.size();
        for (std::size_t i = 0; i < tickets * 9 / 20; ++i)
            issues.push_back((*branch)->submit(IssueTicket{queue, 0, "kiosk", {}, {}, {}, {}}));
        for (auto &issue : issues) {
            if (const engine::Answer answer = issue.result(); !answer)
                return tl::unexpected(answer.error());
        }
        // A copy of the running database is what a crash leaves behind.
        for (int i = 0; i < runs; ++i) {
            if (const Done copied = (*branch)->store->backup(folder.filePath(QStringLiteral("crashed%1.db").arg(i)).toStdString()); !copied)
                return tl::unexpected(copied.error());
        }
    }
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = SteadyClock::now();
        const auto branch = openBench(folder, QStringLiteral("crashed%1.db").arg(i).toLatin1().constData());
        if (!branch)
            return tl::unexpected(branch.error());
        times.push_back(secondsSince(start) * 1000);
    }
    return percentile(times, 0.5);
}

Result<nlohmann::ordered_json> measureBusyBranch(const QTemporaryDir &folder)
{
    nlohmann::ordered_json figures;
    auto branch = openBench(folder, "year.db");
    if (!branch)
        return tl::unexpected(branch.error());
    constexpr int rows = 120'000;
    QByteArray text = logText(rows, (*branch)->clock.now() - std::chrono::hours(1));
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    exchange::ImportOptions options;
    options.source = "bench";
    auto start = SteadyClock::now();
    const auto imported = exchange::importLog(buffer, options, importDoorOf(*(*branch)->engine));
    if (!imported)
        return tl::unexpected(imported.error());
    figures["import_rows_per_second"] = double(imported->imported) / secondsSince(start);

    const QueueId queue = (*branch)->addQueue("Busy");
    const AgentId agent = (*branch)->addAgent("Caller", queue);
    std::vector<QFuture<engine::Answer>> issues;
    for (int i = 0; i < 10'000; ++i)
        issues.push_back((*branch)->submit(IssueTicket{queue, i % 9 == 0 ? 5 : 0, "kiosk", {}, {}, {}, {}}));
    for (auto &issue : issues)
        issue.waitForFinished();
    std::vector<double> beyond;
    for (int i = 0; i < 600; ++i) {
        const auto call = SteadyClock::now();
        (*branch)->now(CallNext{agent});
        beyond.push_back(std::max(0.0, secondsSince(call) * 1e6 - (*branch)->store->log().lastCommitUs));
        (*branch)->now(StartService{agent});
        (*branch)->now(CompleteService{agent, "done"});
    }
    figures["call_next_p99_us"] = percentile(beyond, 0.99);

    branch->reset();
    const auto rebuilt = rebuildMs(folder, queue);
    if (!rebuilt)
        return tl::unexpected(rebuilt.error());
    figures["rebuild_ms"] = *rebuilt;
    return figures;
}

Result<double> replayRate(const QTemporaryDir &folder)
{
    auto branch = openBench(folder, "replay.db");
    if (!branch)
        return tl::unexpected(branch.error());
    RandomSource random(11);
    std::vector<engine::RecordedTicket> tickets;
    const Instant start = (*branch)->clock.now();
    for (int i = 0; i < 3000; ++i) {
        engine::RecordedTicket ticket;
        ticket.number = std::to_string(i);
        ticket.queue = "Queue " + std::to_string(i % 3);
        ticket.channel = "kiosk";
        ticket.arrivedAt = start + std::chrono::seconds(i * 20);
        ticket.calledAt = ticket.arrivedAt + std::chrono::seconds(random.between(0, 300));
        ticket.startedAt = ticket.calledAt;
        ticket.endedAt = *ticket.startedAt + std::chrono::seconds(random.between(20, 200));
        ticket.agent = "Agent " + std::to_string(i % 15);
        tickets.push_back(std::move(ticket));
    }
    const auto report = engine::replay(*(*branch)->engine, std::move(tickets), 0);
    if (!report)
        return tl::unexpected(report.error());
    return double(report->commands) / report->wallSeconds;
}

/// The screen's figures come from a console of its own process, offscreen, on a database with 10,000 waiting.
Result<nlohmann::ordered_json> screenFigures(const QTemporaryDir &folder)
{
    constexpr int patienceMs = 120'000;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    std::vector<double> starts;
    nlohmann::ordered_json figures;
    for (int i = 0; i < 3; ++i) {
        const auto start = SteadyClock::now();
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--measure-screen"), i == 2 ? QStringLiteral("paint") : QStringLiteral("start"),
                       QStringLiteral("--db"), folder.filePath(QStringLiteral("year.db"))});
        while (!process.canReadLine() && process.waitForReadyRead(patienceMs))
            continue;
        if (process.readLine().trimmed() != paintedLine)
            return fail(FailureCode("no_screen"), {{"reason", process.readAllStandardError().toStdString()}});
        starts.push_back(secondsSince(start) * 1000);
        if (!process.waitForFinished(patienceMs))
            return fail(FailureCode("no_screen"), {{"reason", "the console did not end"}});
        if (i < 2)
            continue;
        figures = nlohmann::ordered_json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
        if (figures.is_discarded())
            return fail(FailureCode("no_screen"), {{"reason", process.readAllStandardError().toStdString()}});
    }
    figures["startup_ms"] = percentile(starts, 0.5);
    return figures;
}

} // namespace

int runBench(const Output &output)
{
    QTemporaryDir folder;
    nlohmann::ordered_json figures;
    const auto stored = measureStore(folder);
    if (!stored)
        return output.failure(stored.error());
    figures.update(*stored);
    const auto busy = measureBusyBranch(folder);
    if (!busy)
        return output.failure(busy.error());
    figures.update(*busy);

    const Instant now = SystemClock().now();
    const auto tenThousand = stateWith(1, 10'000, now);
    figures["eta_10k_ms"] = bestMs(5, [&] { return analytics::etasOf(tenThousand, tenThousand.queues.begin()->first, now); });
    const auto learned = learnedEtaMs();
    if (!learned)
        return output.failure(learned.error());
    figures["eta_10k_learned_ms"] = *learned;
    const auto thousandQueues = stateWith(1000, 5000, now);
    figures["overview_1000_queues_ms"] = bestMs(5, [&] { return analytics::overviewOf(thousandQueues, now); });
    const auto fifty = stateWith(50, 5000, now);
    figures["optimization_report_ms"] = bestMs(5, [&] { return optimizer::reportOf(fifty, now, {}); });

    const auto replayed = replayRate(folder);
    if (!replayed)
        return output.failure(replayed.error());
    figures["replay_commands_per_second"] = *replayed;
    const auto unknown = unknownOverWrong();
    if (!unknown)
        return output.failure(unknown.error());
    figures["sign_in_unknown_ratio"] = *unknown;
    const auto simulated = simulationFigures();
    if (!simulated)
        return output.failure(simulated.error());
    figures.update(*simulated);
    const auto rollouts = rolloutFigures();
    if (!rollouts)
        return output.failure(rollouts.error());
    figures.update(*rollouts);
    const auto peers = peerFigures(folder);
    if (!peers)
        return output.failure(peers.error());
    figures.update(*peers);
    const auto screen = screenFigures(folder);
    if (!screen)
        return output.failure(screen.error());
    figures.update(*screen);
    output.answer(figures.dump());
    return done;
}

} // namespace smartqueue::app
