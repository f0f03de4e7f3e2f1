#pragma once

#include <memory>
#include <vector>

#include <QDate>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/recorder_day.h>

namespace smartqueue::presentation {

/// The recorder's play head: which day, which moment, at what speed, and what the branch looked like then. Loading and every
/// look at a moment run in the study pool, the newest wish wins; the GUI thread only moves numbers.
class RecorderModel : public QObject {
    Q_OBJECT
public:
    enum class Phase { idle, loading, ready, empty, failed };

    explicit RecorderModel(engine::Engine &engine, QObject *parent = nullptr);
    ~RecorderModel() override;

    /// Finds out which days the log holds and, if none is shown yet, loads the newest.
    void open();
    /// Newest first.
    const QList<QDate> &days() const { return m_days; }
    QDate day() const { return m_day; }
    void showDay(QDate day);
    /// Reads the shown day again; the moment stays.
    void reload();
    void cancelLoading();

    Phase phase() const { return m_phase; }
    /// 0 to 1, while loading; the day shown before stays usable until the new one is there.
    double progress() const { return m_progress; }
    const Failure &failure() const { return m_failure; }

    /// Null until a day is there.
    SharedRecorderDay recorded() const { return m_recorded; }
    Instant moment() const { return m_moment; }
    /// What the branch looked like at the last computed moment; null until the first is there.
    SharedRecorderFrame frame() const { return m_frame; }

    void moveTo(Instant moment);
    void moveBy(Duration step);
    void toNextEvent();
    void toPreviousEvent();
    void toStart();
    void toEnd();

    bool isPlaying() const { return m_playing; }
    void setPlaying(bool playing);
    int speed() const { return m_speed; }
    /// How many recorded seconds go by in one.
    void setSpeed(int speed);
    /// Moves the play head by what `elapsed` of real time is worth at the chosen speed; stops at the end.
    void advance(Duration elapsed);

    /// Asks why `first` was called before `second`; both numbers as printed, in any case. Stays until asked anew or followMoment().
    void ask(const QString &first, const QString &second);
    /// The question follows the play head again: the last call that overtook somebody.
    void followMoment();
    bool isFollowing() const { return m_asked.isEmpty(); }
    SharedRecorderAnswer answer() const { return m_answer; }

Q_SIGNALS:
    void daysChanged();
    void phaseChanged();
    void progressChanged(double share);
    /// Another day lies under the play head.
    void recordedChanged();
    void momentChanged();
    void frameChanged();
    void answerChanged();
    void playingChanged(bool playing);
    void speedChanged(int speed);

private:
    void setPhase(Phase phase);
    void load(QDate day, bool keepMoment);
    void adopt(const SharedRecorderDay &day, bool keepMoment);
    void look();
    void answerNow();

    engine::Engine &m_engine;
    QList<QDate> m_days;
    QDate m_day;
    Phase m_phase = Phase::idle;
    double m_progress = 0;
    Failure m_failure;
    SharedRecorderDay m_recorded;
    SharedRecorderFrame m_frame;
    SharedRecorderAnswer m_answer;
    Instant m_moment{};
    QStringList m_asked;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_answering = false;
    bool m_answerAgain = false;
    bool m_playing = false;
    int m_speed = 10;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    /// Shared with the loading task; the newest load has the newest one.
    struct Loading;
    std::shared_ptr<Loading> m_loading;
    QTimer m_progressTick;
};

} // namespace smartqueue::presentation
