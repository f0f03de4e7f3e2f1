#include <csignal>
#include <cstdio>
#include <map>

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

#include <smartqueue/domain/names.h>
#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/platform/surroundings.h>
#include <smartqueue/storage/sqlite_store.h>

#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// Columns by code points, so that accents do not shift the table.
std::string padded(const std::string &text, std::size_t width)
{
    std::size_t length = 0;
    for (const char c : text)
        length += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return text + std::string(length < width ? width - length : 1, ' ');
}

void print(const engine::Insights &insights, bool redraw)
{
    const auto &state = insights.snapshot->state;
    std::string text = redraw ? "\033[H\033[J" : "";
    const LocalInstant local = insights.snapshot->zone.toLocal(insights.snapshot->at);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(local - std::chrono::floor<std::chrono::days>(local)));
    char clock[16];
    std::snprintf(clock, sizeof clock, "%02d:%02d:%02d", int(time.hours().count()), int(time.minutes().count()), int(time.seconds().count()));
    text += state.branch.name + "  ·  " + clock + "  ·  30 times its speed, Ctrl+C ends\n\n";
    text += padded("Queue", 18) + padded("Waiting", 9) + padded("Wait", 14) + padded("Agents", 8) + padded("Health", 10) + "Served\n";
    for (const auto &queue : insights.overview.queues) {
        const auto wait = queue.newArrival ? std::to_string(queue.newArrival->low.count() / 60) + "-"
                + std::to_string((queue.newArrival->high.count() + 59) / 60) + " min"
                                           : std::string("nobody serves");
        text += padded(queue.name, 18) + padded(std::to_string(queue.waiting), 9) + padded(wait, 14)
            + padded(std::to_string(queue.onDuty), 8) + padded(std::string(analytics::nameOf(queue.healthStatus)), 10)
            + std::to_string(state.queue(queue.id)->today.served) + '\n';
    }
    text += '\n';
    for (const auto &[id, agent] : state.agents) {
        if (agent.status == AgentStatus::offline)
            continue;
        const Ticket *ticket = state.ticket(agent.current);
        text += padded(agent.name, 18) + padded("counter " + agent.counter, 12) + padded(std::string(nameOf(agent.status)), 11)
            + (ticket ? ticket->number : std::string()) + '\n';
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace

int runTerminalDemo()
{
    QTemporaryDir folder;
    PacedClock clock(engine::demoDayStart());
    storage::Options options;
    options.path = folder.filePath(QStringLiteral("demo.db")).toStdString();
    auto store = storage::SqliteStore::open(options);
    if (!store) {
        std::fprintf(stderr, "smartqueue: the demo's database could not be made in %s\n", qPrintable(folder.path()));
        return refused;
    }
    auto engine = engine::Engine::start(std::move(*store), clock);
    if (!engine)
        return refused;
    engine::DemoBranch demo(**engine, clock, 1);
    if (!demo.furnish())
        return refused;
    demo.fastForward(engine::demoHandOver());
    engine::Monitor monitor(**engine);
    demo.start();

    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
    const bool redraw = platform::isInteractiveTerminal();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        if (interrupted)
            QCoreApplication::quit();
        else if (const auto insights = monitor.insights())
            print(*insights, redraw);
    });
    timer.start(1000);
    return QCoreApplication::exec();
}

} // namespace smartqueue::app
