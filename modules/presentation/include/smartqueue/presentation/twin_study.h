#pragma once

#include <QList>
#include <QString>

#include <smartqueue/presentation/day_outlook.h>
#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/presentation/twin_changes.h>

/// The twin with a change and without, in the words and on the axes of the page.
namespace smartqueue::presentation {

/// Made in a study.
struct TwinStudy {
    std::shared_ptr<const BranchTwin> twin;
    TwinChanges changes;
    int replications = 0;
    Duration took{0};
    simulation::BranchStudy study;
};

/// Fails as simulateBranch() does. Blocks; `cancelled` ends it.
Result<TwinStudy> studyOf(std::shared_ptr<const BranchTwin> twin, const TwinChanges &changes, int replications, const std::atomic<bool> &cancelled);

/// "Mean wait 31 → 18 min".
struct TwinFigure {
    QString title;
    /// Empty where nothing is changed.
    QString before;
    QString after;
    QString unit;
    QString note;
    Urgency urgency = Urgency::rest;
};

struct TwinQueue {
    /// With the change.
    QueueOutlook outlook;
    /// How many wait without it, one a minute; empty where nothing is changed.
    QList<double> without;
    QString onTime;
    Urgency urgency = Urgency::rest;
};

struct TwinWords {
    QList<TwinFigure> figures;
    QList<TwinQueue> queues;
    int firstMinute = 0;
    /// "1,000 days to 17:00 in 0.4 s".
    QString made;
    QString caution;
    /// The figures in one sentence, to be spoken.
    QString sentence;
};

/// In the language of now.
TwinWords wordsOf(const TwinStudy &study, const engine::BranchSnapshot &snapshot);

} // namespace smartqueue::presentation
