#include "bench/screen_bench.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/platform/surroundings.h>
#include <smartqueue/presentation/ticket_table_model.h>

#include "bench/percentile.h"

namespace smartqueue::app {

namespace {

constexpr int events = 60;

/// Times every repaint of the window: an update request is one frame.
class FrameWatch : public QObject {
public:
    explicit FrameWatch(QWidget &window) : m_window(window) { window.installEventFilter(this); }
    std::vector<double> frames;
    std::function<void()> painted;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_inside) {
            m_inside = true;
            QElapsedTimer timer;
            timer.start();
            QCoreApplication::sendEvent(&m_window, event);
            frames.push_back(double(timer.nsecsElapsed()) / 1e6);
            m_inside = false;
            if (painted)
                painted();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget &m_window;
    bool m_inside = false;
};

/// The longest time that the window did not answer while every ticket there is was searched, filtered and sorted, in ms.
double longestTicketsPause(QApplication &application, pages::MainWindow &window)
{
    using presentation::TicketFilter;
    using presentation::TicketTableModel;
    window.showPage(pages::PageId::tickets);
    auto *model = window.findChild<TicketTableModel *>();
    TicketFilter every;
    every.period = TicketFilter::Period::all;
    std::vector<std::function<void()>> acts{[&] { model->setFilter(every); }};
    for (int column = 0; column < TicketTableModel::columns; ++column) {
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder})
            acts.push_back([=] { model->sort(column, order); });
    }
    for (const auto *text : {"1", "12", "123", ""}) {
        acts.push_back([=] {
            TicketFilter some = every;
            some.text = QString::fromLatin1(text);
            model->setFilter(some);
        });
    }
    acts.push_back([=] {
        TicketFilter served = every;
        served.state = TicketState::completed;
        model->setFilter(served);
    });

    // A beat that comes late was kept waiting by somebody.
    QElapsedTimer sinceBeat;
    sinceBeat.start();
    double longest = 0;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &window, [&] { longest = std::max(longest, double(sinceBeat.nsecsElapsed()) / 1e6), sinceBeat.restart(); });
    beat.start(1);
    std::size_t next = 0;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &window, [&] {
        if (model->isLoading())
            return;
        if (next == acts.size())
            QCoreApplication::quit();
        else
            acts[next++]();
    });
    pulse.start(50);
    application.exec();
    return longest;
}

} // namespace

int measureScreen(QApplication &application, pages::MainWindow &window, engine::Engine &engine, engine::Monitor &monitor, bool paint)
{
    window.show();
    window.grab();
    std::cout << paintedLine << std::endl;
    if (!paint)
        return 0;

    QueueId busiest;
    int most = -1;
    const engine::SharedSnapshot before = engine.snapshot();
    for (const auto &[id, queue] : before->state.queues) {
        if (queue.waitingCount() > most) {
            most = queue.waitingCount();
            busiest = id;
        }
    }
    const auto waitingShown = [&] {
        const auto insights = monitor.insights();
        const auto *queue = insights ? insights->snapshot->state.queue(busiest) : nullptr;
        return queue ? queue->waitingCount() : 0;
    };
    FrameWatch watch(window);
    std::vector<double> delays;
    QElapsedTimer sinceSubmission;
    int awaited = 0;
    watch.painted = [&] {
        if (awaited == 0 || waitingShown() < awaited)
            return;
        awaited = 0;
        delays.push_back(double(sinceSubmission.nsecsElapsed()) / 1e6);
    };
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &window, [&] {
        if (int(delays.size()) == events) {
            QCoreApplication::quit();
            return;
        }
        if (awaited != 0)
            return;
        awaited = ++most;
        sinceSubmission.restart();
        engine.submit(IssueTicket{busiest, 0, "kiosk", {}, {}, {}, {}});
    });
    pulse.start(150);
    application.exec();
    nlohmann::ordered_json figures;
    figures["event_to_paint_p95_ms"] = percentile(delays, 0.95);
    figures["frame_p99_ms"] = percentile(watch.frames, 0.99);
    figures["waiting"] = most;
    figures["tickets_pause_ms"] = longestTicketsPause(application, window);
    figures["rss_mb"] = double(platform::residentBytes()) / (1024.0 * 1024.0);
    std::cout << figures.dump() << std::endl;
    return 0;
}

} // namespace smartqueue::app
