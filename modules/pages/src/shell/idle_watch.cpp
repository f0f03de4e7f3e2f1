#include "smartqueue/pages/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace smartqueue::pages {

namespace {

constexpr auto lookEvery = std::chrono::seconds(5);

} // namespace

IdleWatch::IdleWatch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::start(std::chrono::minutes limit)
{
    m_limit = limit;
    m_touched = m_clock.now();
    m_told = false;
    // Installing it again moves it to the front and does no more.
    qApp->installEventFilter(this);
    m_timer.start();
}

void IdleWatch::stop()
{
    qApp->removeEventFilter(this);
    m_timer.stop();
}

void IdleWatch::look()
{
    const Instant now = m_clock.now();
    // A clock that was put back must not keep the console open for hours.
    if (now < m_touched)
        m_touched = now;
    if (m_told || now - m_touched < m_limit)
        return;
    m_told = true;
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        // After a sleep the touch that wakes the machine comes before the timer.
        look();
        m_touched = m_clock.now();
        m_told = false;
        break;
    default:
        break;
    }
    return false;
}

} // namespace smartqueue::pages
