#pragma once

#include <chrono>

#include <QObject>
#include <QTimer>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::pages {

/// Tells when nobody has touched the program for a while: no key, no button, no movement of the pointer in any of its windows.
/// GUI thread.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    /// The clock outlives the watch; it goes on while the machine sleeps.
    explicit IdleWatch(const Clock &clock, QObject *parent = nullptr);

    /// Begins to watch, from now on.
    void start(std::chrono::minutes limit);
    void stop();
    /// Looks at the clock now; the watch does so by itself every few seconds.
    void look();

Q_SIGNALS:
    /// Once, until somebody touches the program again.
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    QTimer m_timer;
    std::chrono::minutes m_limit{};
    Instant m_touched{};
    bool m_told = false;
};

} // namespace smartqueue::pages
