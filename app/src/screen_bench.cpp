#include "screen_bench.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <nlohmann/json.hpp>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/platform/surroundings.h>

namespace smartqueue::app {

namespace {

constexpr int events = 60;

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

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

} // namespace

int measureScreen(QApplication &application, QWidget &window, engine::Engine &engine, const QElapsedTimer &sinceStart, bool paint)
{
    nlohmann::ordered_json figures;
    window.show();
    window.grab();
    figures["startup_ms"] = double(sinceStart.nsecsElapsed()) / 1e6;
    if (paint) {
        QueueId busiest;
        int most = -1;
        for (const auto &[id, queue] : engine.snapshot()->state.queues) {
            if (queue.waitingCount() > most) {
                most = queue.waitingCount();
                busiest = id;
            }
        }
        FrameWatch watch(window);
        std::vector<double> delays;
        QElapsedTimer sinceEvent;
        bool awaited = false;
        watch.painted = [&] {
            if (!awaited)
                return;
            awaited = false;
            delays.push_back(double(sinceEvent.nsecsElapsed()) / 1e6);
        };
        QTimer pulse;
        int sent = 0;
        QObject::connect(&pulse, &QTimer::timeout, &window, [&] {
            if (sent == events) {
                QCoreApplication::quit();
                return;
            }
            ++sent;
            engine::whenDone(engine.submit(IssueTicket{busiest, 0, "kiosk", {}, {}, {}, {}}), &window, [&](const engine::Answer &) {
                sinceEvent.restart();
                awaited = true;
            });
        });
        pulse.start(150);
        application.exec();
        figures["event_to_paint_p95_ms"] = percentile(delays, 0.95);
        figures["frame_p99_ms"] = percentile(watch.frames, 0.99);
        figures["waiting"] = most;
        figures["rss_mb"] = double(platform::residentBytes()) / (1024.0 * 1024.0);
    }
    std::cout << figures.dump() << std::endl;
    return 0;
}

} // namespace smartqueue::app
