#include "smartqueue/presentation/promise_board_model.h"

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/ticket_facts.h>

namespace smartqueue::presentation {

namespace {

/// Figures over hours and days gain nothing from being newer.
constexpr auto pace = std::chrono::seconds(5);
constexpr auto progressPace = std::chrono::milliseconds(60);
constexpr std::array daysBefore{std::chrono::days(0), std::chrono::days(6), std::chrono::days(29)};

} // namespace

PromiseBoardModel::PromiseBoardModel(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pace);
    m_progressTick.setInterval(progressPace);
    connect(&m_soon, &QTimer::timeout, this, &PromiseBoardModel::read);
    connect(&m_progressTick, &QTimer::timeout, this, &PromiseBoardModel::progressChanged);
    connect(&engine, &engine::Engine::snapshotChanged, this, [this] {
        m_missed = true;
        if (m_watching && !m_task && !m_soon.isActive())
            m_soon.start();
    });
}

PromiseBoardModel::~PromiseBoardModel()
{
    if (m_task)
        m_task->cancelled = true;
}

void PromiseBoardModel::setWatching(bool watching)
{
    m_watching = watching;
    if (watching && m_missed && !m_task)
        read();
    else if (!watching)
        m_soon.stop();
}

void PromiseBoardModel::reload()
{
    if (!m_task)
        read();
}

void PromiseBoardModel::cancel()
{
    if (m_task)
        m_task->cancelled = true;
}

double PromiseBoardModel::progress() const
{
    return m_task ? m_task->share.load() : 1;
}

void PromiseBoardModel::setPeriod(PromisePeriod period)
{
    if (period == m_period)
        return;
    m_period = period;
    if (m_facts)
        showPeriod();
    Q_EMIT boardChanged();
}

PromiseBoard PromiseBoardModel::board() const
{
    return m_facts ? promiseBoardOf((*m_facts)[std::size_t(m_period)], *m_engine.snapshot()) : PromiseBoard();
}

void PromiseBoardModel::read()
{
    m_missed = false;
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Instant now = m_engine.clock().now();
    const Instant day = dayStart(*snapshot, now);
    if (m_day != day) {
        m_day = day;
        m_ledger.reset();
        m_facts.reset();
    }
    std::array<Instant, periods> from;
    for (std::size_t period = 0; period < periods; ++period)
        from[period] = dayStart(*snapshot, now, daysBefore[period]);
    m_task = std::make_shared<Task>();
    if (!m_facts) {
        setPhase(Phase::loading);
        m_progressTick.start();
    }
    const auto question = [task = m_task, ledger = std::move(m_ledger), from, now, zone = snapshot->zone](engine::HistoryReader &reader) -> Result<Reading> {
        Reading reading{ledger, {}};
        if (!reading.ledger)
            reading.ledger = std::make_shared<engine::PromiseLedger>(from.back());
        const Done read = reading.ledger->advance(reader, [&](Instant reached) {
            task->share = std::clamp(double((reached - from.back()).count()) / double(std::max<std::int64_t>(1, (now - from.back()).count())), 0.0, 1.0);
            return !task->cancelled;
        });
        if (!read)
            return tl::unexpected<Failure>(read.error());
        for (std::size_t period = 0; period < periods; ++period)
            reading.facts[period] = promiseFactsOf(reading.ledger->told(from[period], Instant::max()), zone);
        return reading;
    };
    engine::whenDone(m_engine.study(question), this, [this, day](Result<Reading> reading) { take(std::move(reading), day); });
}

void PromiseBoardModel::take(Result<Reading> reading, Instant day)
{
    const bool cancelled = m_task->cancelled;
    m_task.reset();
    m_progressTick.stop();
    if (!reading) {
        m_failure = reading.error();
        m_facts.reset();
        m_missed = true;
        setPhase(cancelled ? Phase::cancelled : Phase::failed);
        return;
    }
    if (day == m_day) {
        m_ledger = std::move(reading->ledger);
        m_facts = std::move(reading->facts);
        showPeriod();
        Q_EMIT boardChanged();
    }
    if (m_watching && m_missed)
        m_soon.start();
}

void PromiseBoardModel::showPeriod()
{
    setPhase((*m_facts)[std::size_t(m_period)].counts.answered > 0 ? Phase::ready : Phase::empty);
}

void PromiseBoardModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace smartqueue::presentation
