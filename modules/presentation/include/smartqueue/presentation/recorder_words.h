#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <smartqueue/presentation/recorder_day.h>

namespace smartqueue::presentation {

/// One recorded batch in a sentence.
struct HappeningWords {
    enum class Kind { arrival, call, service, done, hold, leave, agent, alert, suggestion, undo, setup };
    Instant at{};
    QString time;
    QString sentence;
    Kind kind = Kind::setup;
    bool current = false;
};

/// A counter as it was.
struct CounterWords {
    enum class Doing { closed, free, calling, serving, paused };
    QString counter;
    QString agent;
    QString doing;
    Doing state = Doing::closed;
    /// It acted in the batch at the moment.
    bool current = false;
};

/// "Why was A called before B?" in the order in which it is read.
struct WhyWords {
    struct Rule {
        QString name;
        QString verdict;
        QString first;
        QString firstNote;
        QString second;
        QString secondNote;
        bool decided = false;
    };
    QString question;
    QString answer;
    QString firstNumber;
    QString secondNumber;
    QList<Rule> rules;
    QString otherwise;
    /// "As recorded then · entry 1,204"; empty without an answer.
    QString source;
};

/// Puts recorded facts into words, in the language of now. GUI thread.
class RecorderWords {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::presentation::RecorderWords)
public:
    static QList<HappeningWords> happenings(const RecorderDay &day, const RecorderFrame &frame);
    static HappeningWords happening(const RecorderDay &day, const queueing::BranchState &state, std::size_t batch);
    static QList<CounterWords> counters(const RecorderDay &day, const RecorderFrame &frame);
    static WhyWords why(const RecorderAnswer &answer);
    static QString mark(const RecorderDay &day, const RecordedMark &mark);
};

} // namespace smartqueue::presentation
