#include "smartqueue/presentation/agent_history.h"

#include <utility>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/ticket_facts.h>

namespace smartqueue::presentation {

namespace {

/// A busy branch moves many times a second; figures of a day are read a few times a minute.
constexpr auto pace = std::chrono::seconds(2);
constexpr std::chrono::days daysBefore{6};

template <class Figures>
AgentFigures figuresOf(const Figures &figures, AgentId agent)
{
    const auto found = figures.find(agent);
    return found == figures.end() ? AgentFigures{} : found->second;
}

} // namespace

AgentHistory::AgentHistory(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pace);
    connect(&m_soon, &QTimer::timeout, this, &AgentHistory::refresh);
    connect(&engine, &engine::Engine::snapshotChanged, this, [this] {
        m_missed = true;
        if (m_watching && !m_soon.isActive())
            m_soon.start();
    });
}

void AgentHistory::setWatching(bool watching)
{
    m_watching = watching;
    if (watching && m_missed)
        refresh();
    else if (!watching)
        m_soon.stop();
}

std::optional<AgentFigures> AgentHistory::today(AgentId agent) const
{
    return m_today ? std::optional(figuresOf(*m_today, agent)) : std::nullopt;
}

std::optional<AgentFigures> AgentHistory::week(AgentId agent) const
{
    if (!m_today || !m_before)
        return std::nullopt;
    AgentFigures sum = figuresOf(*m_before, agent);
    sum.add(figuresOf(*m_today, agent));
    return sum;
}

void AgentHistory::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_missed = false;
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Instant now = m_engine.clock().now();
    const Instant day = dayStart(*snapshot, now);
    if (m_day != day) {
        m_day = day;
        m_days.reset();
        m_today.reset();
        m_before.reset();
    }
    readToday(day, now);
    if (!m_before && !m_readingBefore)
        readDaysBefore(dayStart(*snapshot, now, daysBefore), day);
}

void AgentHistory::readToday(Instant from, Instant now)
{
    m_reading = true;
    m_again = false;
    const auto question = [days = std::move(m_days), from, now](engine::HistoryReader &reader) -> Result<Reading> {
        Reading reading{days, {}};
        if (!reading.days) {
            auto begun = AgentDays::begin(reader, from - Duration(1));
            if (!begun)
                return tl::unexpected<Failure>(begun.error());
            reading.days = std::make_shared<AgentDays>(std::move(*begun));
        }
        if (const Done read = reading.days->advance(reader); !read)
            return tl::unexpected<Failure>(read.error());
        reading.figures = reading.days->figures(now);
        return reading;
    };
    engine::whenDone(m_engine.study(question), this, [this, from](Result<Reading> reading) {
        m_reading = false;
        if (!reading) {
            m_failure = reading.error();
        } else if (from == m_day) {
            m_failure.reset();
            m_days = std::move(reading->days);
            m_today = std::move(reading->figures);
        }
        Q_EMIT changed();
        if (m_again && m_watching)
            m_soon.start();
    });
}

void AgentHistory::readDaysBefore(Instant from, Instant until)
{
    m_readingBefore = true;
    const auto question = [from, until](engine::HistoryReader &reader) -> Result<Figures> {
        auto days = AgentDays::begin(reader, from - Duration(1));
        if (!days)
            return tl::unexpected<Failure>(days.error());
        if (const Done read = days->advance(reader, until - Duration(1)); !read)
            return tl::unexpected<Failure>(read.error());
        return days->figures(until);
    };
    engine::whenDone(m_engine.study(question), this, [this, until](Result<Figures> figures) {
        m_readingBefore = false;
        if (!figures)
            m_failure = figures.error();
        else if (until == m_day)
            m_before = std::move(*figures);
        Q_EMIT changed();
    });
}

} // namespace smartqueue::presentation
