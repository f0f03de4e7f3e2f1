#pragma once

#include <atomic>
#include <functional>

#include <QByteArray>
#include <QList>
#include <QString>

#include <smartqueue/engine/engine.h>
#include <smartqueue/simulation/replay_study.h>

/// Days of the past over again, in the branch's own queues: two ways to run it, met by the same customers.
namespace smartqueue::presentation {

struct ExperimentQuestion {
    /// Whole business days before today.
    int days = 28;
    simulation::ReplayWay a;
    simulation::ReplayWay b;
    bool operator==(const ExperimentQuestion &) const = default;
};

/// Made in a study.
struct Experiment {
    ExperimentQuestion question;
    Instant from{};
    Instant until{};
    Duration took{0};
    /// In the order of the study's queues.
    std::vector<std::string> queues;
    /// The mean wait on record, in seconds: of each queue, and of all.
    std::vector<double> recorded;
    double recordedWhole = 0;
    simulation::ReplayStudy study;
};

/// From what the branch has on record; SLAs are those of the queues together, the median. `progress` is told the share done, 0 to 1, in the calling thread;
/// `cancelled` ends it. Blocks. Fails as HistoryReader::tickets() and replayDays() do.
Result<Experiment> experimentOf(engine::HistoryReader &reader, const engine::SharedSnapshot &snapshot, const ExperimentQuestion &question, Instant now,
                                const std::function<void(double)> &progress, const std::atomic<bool> &cancelled);

enum class Verdict { better, worse, unsure };

/// One line: a queue, or all of them.
struct ExperimentLine {
    QString name;
    /// Mean waits, "9.5 → 9.8 min".
    QString wait;
    QString difference;
    /// "shorter", "longer", "may be chance".
    QString judged;
    QString onTime;
    QString left;
    Verdict verdict = Verdict::unsure;
    /// What b adds to the mean wait, in minutes, with its 99 % interval.
    double minutes = 0;
    double low = 0;
    double high = 0;
};

struct ExperimentWords {
    /// "A: first come, first served · B: priority, then arrival, one agent more".
    QString question;
    QString verdict;
    /// Whom it costs what; empty where nobody waits longer beyond chance.
    QString price;
    /// "28 days, 12,345 tickets, 1 to 28 November; 99 % intervals over days".
    QString made;
    /// How near a came to what is on record.
    QString trust;
    Verdict outcome = Verdict::unsure;
    QList<ExperimentLine> lines;
};

/// "First come, first served; agents call from the queues they served; 1 agent more".
QString wayWords(const simulation::ReplayWay &way);
QString routingWords(simulation::Routing routing);

/// All queues come first. In the language of now.
ExperimentWords wordsOf(const Experiment &experiment, const TimeZone &zone);

/// To be kept and handed on: a page of its own, in the language of now.
QString reportOf(const ExperimentWords &words, const QString &branch);

} // namespace smartqueue::presentation
