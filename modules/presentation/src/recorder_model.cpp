#include "smartqueue/presentation/recorder_model.h"

#include <algorithm>
#include <atomic>

#include <smartqueue/engine/when_done.h>

namespace smartqueue::presentation {

namespace {

using namespace std::chrono_literals;

QDate dateOf(LocalDay day)
{
    return QDate(1970, 1, 1).addDays(day.time_since_epoch().count());
}

LocalDay dayOf(QDate date)
{
    return LocalDay(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

LocalDay dayAt(const TimeZone &zone, Instant at)
{
    return std::chrono::floor<std::chrono::days>(zone.toLocal(at));
}

/// Where a fresh day is entered: at the last call before the queues were longest.
Instant entryMoment(const RecorderDay &day)
{
    std::size_t peak = 0;
    int most = -1;
    const std::size_t length = day.bands.empty() ? 0 : day.bands.front().counts.size();
    for (std::size_t i = 0; i < length; ++i) {
        int waiting = 0;
        for (const auto &band : day.bands)
            waiting += i < band.counts.size() ? band.counts[i] : 0;
        if (waiting > most) {
            most = waiting;
            peak = i;
        }
    }
    const Instant fullest = day.axisFrom + day.step * std::int64_t(peak);
    const auto next = std::upper_bound(day.calls.begin(), day.calls.end(), fullest,
                                       [](Instant at, const RecordedCall &call) { return at < call.at; });
    if (next != day.calls.begin() && std::prev(next)->at >= day.axisFrom)
        return std::prev(next)->at;
    return std::min(fullest, day.recordedUntil);
}

constexpr int yearsListed = 3;

} // namespace

struct RecorderModel::Loading {
    std::atomic<bool> cancelled = false;
    std::atomic<double> share = 0;
};

RecorderModel::RecorderModel(engine::Engine &engine, QObject *parent)
    : QObject(parent), m_engine(engine)
{
    m_tick.setInterval(40ms);
    connect(&m_tick, &QTimer::timeout, this, [this] { advance(Duration(m_sinceTick.restart())); });
    m_progressTick.setInterval(60ms);
    connect(&m_progressTick, &QTimer::timeout, this, [this] {
        if (m_loading && m_progress != m_loading->share) {
            m_progress = m_loading->share;
            Q_EMIT progressChanged(m_progress);
        }
    });
}

RecorderModel::~RecorderModel()
{
    if (m_loading)
        m_loading->cancelled = true;
}

void RecorderModel::open()
{
    if (m_phase == Phase::idle || m_phase == Phase::failed)
        setPhase(Phase::loading);
    const TimeZone zone = m_engine.snapshot()->zone;
    engine::whenDone(m_engine.study([](engine::HistoryReader &reader) { return reader.logSpan(); }), this, [this, zone](const Result<std::optional<std::pair<Instant, Instant>>> &span) {
            if (!span) {
                m_failure = span.error();
                setPhase(Phase::failed);
                return;
            }
            QList<QDate> days;
            if (*span) {
                const LocalDay first = dayAt(zone, (*span)->first);
                const LocalDay last = std::max(first, dayAt(zone, (*span)->second));
                const LocalDay listed = std::max(first, last - std::chrono::days(yearsListed * 366));
                for (LocalDay day = last; day >= listed; day -= std::chrono::days(1))
                    days.append(dateOf(day));
            }
            if (days != m_days) {
                m_days = days;
                Q_EMIT daysChanged();
            }
            if (m_days.isEmpty())
                setPhase(Phase::empty);
            else if (!m_recorded && !m_loading)
                load(m_days.first(), false);
        });
}

void RecorderModel::showDay(QDate day)
{
    if (day.isValid() && (day != m_day || m_phase == Phase::failed))
        load(day, false);
}

void RecorderModel::reload()
{
    if (m_day.isValid())
        load(m_day, true);
    else
        open();
}

void RecorderModel::load(QDate day, bool keepMoment)
{
    if (m_loading)
        m_loading->cancelled = true;
    setPlaying(false);
    m_loading = std::make_shared<Loading>();
    m_progress = 0;
    m_progressTick.start();
    setPhase(Phase::loading);
    Q_EMIT progressChanged(0);

    const TimeZone zone = m_engine.snapshot()->zone;
    const Instant from = zone.toInstant(LocalInstant(dayOf(day)));
    const Instant midnight = zone.toInstant(LocalInstant(dayOf(day) + std::chrono::days(1)));
    const Instant until = std::max(from, std::min(midnight - 1ms, m_engine.clock().now()));
    auto loading = m_engine.study([task = m_loading, zone, from, until](engine::HistoryReader &reader) -> Result<SharedRecorderDay> {
            auto recording = engine::DayRecording::load(reader, from, until, [&task](double share) {
                task->share = share;
                return !task->cancelled;
            });
            if (!recording)
                return tl::unexpected<Failure>(recording.error());
            return task->cancelled ? SharedRecorderDay{} : prepareDay(*recording, zone);
        });
    engine::whenDone(loading, this, [this, task = m_loading, day, keepMoment](const Result<SharedRecorderDay> &loaded) {
            if (task != m_loading)
                return;
            m_loading.reset();
            m_progressTick.stop();
            if (task->cancelled) {
                setPhase(m_recorded ? Phase::ready : Phase::idle);
            } else if (!loaded) {
                m_failure = loaded.error();
                setPhase(Phase::failed);
            } else {
                m_day = day;
                adopt(*loaded, keepMoment);
            }
        });
}

void RecorderModel::cancelLoading()
{
    if (m_loading)
        m_loading->cancelled = true;
}

void RecorderModel::adopt(const SharedRecorderDay &day, bool keepMoment)
{
    m_recorded = day;
    m_asked.clear();
    const Instant moment = keepMoment ? m_moment : entryMoment(*day);
    m_moment = std::clamp(moment, day->axisFrom, day->recordedUntil);
    setPhase(Phase::ready);
    Q_EMIT recordedChanged();
    Q_EMIT momentChanged();
    look();
}

void RecorderModel::moveTo(Instant moment)
{
    if (!m_recorded)
        return;
    moment = std::clamp(moment, m_recorded->axisFrom, m_recorded->recordedUntil);
    if (moment == m_moment)
        return;
    m_moment = moment;
    Q_EMIT momentChanged();
    look();
}

void RecorderModel::moveBy(Duration step)
{
    moveTo(m_moment + step);
}

void RecorderModel::toNextEvent()
{
    if (!m_recorded)
        return;
    const auto &batches = m_recorded->recording->batches();
    const std::size_t next = m_recorded->recording->indexAfter(m_moment);
    moveTo(next < batches.size() ? batches[next].at : m_recorded->recordedUntil);
}

void RecorderModel::toPreviousEvent()
{
    if (!m_recorded)
        return;
    const auto &batches = m_recorded->recording->batches();
    const std::size_t here = m_recorded->recording->indexAfter(m_moment - 1ms);
    moveTo(here > 0 ? batches[here - 1].at : m_recorded->axisFrom);
}

void RecorderModel::toStart()
{
    if (m_recorded)
        moveTo(m_recorded->axisFrom);
}

void RecorderModel::toEnd()
{
    if (m_recorded)
        moveTo(m_recorded->recordedUntil);
}

void RecorderModel::setPlaying(bool playing)
{
    playing = playing && m_recorded && m_phase == Phase::ready;
    if (playing == m_playing)
        return;
    m_playing = playing;
    if (playing) {
        // Played to the end, the next press starts the day over.
        if (m_moment >= m_recorded->recordedUntil)
            toStart();
        m_sinceTick.start();
        m_tick.start();
    } else {
        m_tick.stop();
    }
    Q_EMIT playingChanged(playing);
}

void RecorderModel::setSpeed(int speed)
{
    speed = std::clamp(speed, 1, 1000);
    if (speed == m_speed)
        return;
    m_speed = speed;
    Q_EMIT speedChanged(speed);
}

void RecorderModel::advance(Duration elapsed)
{
    if (!m_recorded)
        return;
    moveBy(elapsed * m_speed);
    if (m_moment >= m_recorded->recordedUntil)
        setPlaying(false);
}

void RecorderModel::ask(const QString &first, const QString &second)
{
    const QStringList asked{first.trimmed(), second.trimmed()};
    if (asked == m_asked)
        return;
    m_asked = asked;
    answerNow();
}

void RecorderModel::followMoment()
{
    m_asked.clear();
    answerNow();
}

void RecorderModel::look()
{
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    engine::whenDone(engine::inPool(m_engine.studyPool(), [day = m_recorded, at = m_moment] { return lookAt(*day, at); }), this, [this, day = m_recorded](const SharedRecorderFrame &frame) {
            m_looking = false;
            if (day == m_recorded) {
                m_frame = frame;
                Q_EMIT frameChanged();
                if (isFollowing())
                    answerNow();
            }
            if (std::exchange(m_lookAgain, false))
                look();
        });
}

void RecorderModel::answerNow()
{
    if (!m_recorded)
        return;
    if (m_answering) {
        m_answerAgain = true;
        return;
    }
    m_answering = true;
    auto answering = engine::inPool(m_engine.studyPool(), [day = m_recorded, at = m_moment, asked = m_asked] {
        return asked.size() == 2 ? explain(*day, asked.at(0).toStdString(), asked.at(1).toStdString()) : explainLastOvertaking(*day, at);
    });
    engine::whenDone(answering, this, [this, day = m_recorded](const SharedRecorderAnswer &answer) {
            m_answering = false;
            if (day == m_recorded) {
                m_answer = answer;
                Q_EMIT answerChanged();
            }
            if (std::exchange(m_answerAgain, false))
                answerNow();
        });
}

void RecorderModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

} // namespace smartqueue::presentation
