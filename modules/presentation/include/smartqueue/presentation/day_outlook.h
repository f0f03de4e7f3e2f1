#pragma once

#include <optional>

#include <QList>
#include <QString>

#include <smartqueue/presentation/branch_twin.h>
#include <smartqueue/simulation/closing.h>

/// The rest of the day as the simulation sees it, in the words and on the axes of the page.
namespace smartqueue::presentation {

/// One look ahead. Made in a study.
struct DayOutlook {
    BranchTwin twin;
    int replications = 0;
    Duration took{0};
    simulation::BranchStudy study;
    /// None where people wait for nobody.
    std::optional<simulation::ClosingAdvice> closing;
};

/// One figure of the strip.
struct OutlookFigure {
    QString title;
    QString value;
    QString note;
};

/// A queue's fan: how many wait, minute by minute.
struct QueueOutlook {
    QueueId queue;
    QString name;
    /// "peak 35 at 11:00".
    QString note;
    bool isLowConfidence = false;
    QList<double> observed;
    QList<simulation::FanStep> ahead;
    /// The highest median, and when.
    double peak = 0;
    Instant peakAt{};
    /// In the order of `ahead`: what the fan says at that minute.
    QString wordsAt(int minute) const;
    Instant now{};
    TimeZone zone;
};

struct DayOutlookWords {
    QList<OutlookFigure> figures;
    QList<QueueOutlook> queues;
    /// Minutes since local midnight of the first observed minute, and of now.
    int firstMinute = 0;
    int nowMinute = 0;
    /// "400 runs to 17:00, computed in 0.4 s".
    QString made;
    /// Why the figures are weak; empty where they are not.
    QString caution;
};

/// One queue of a study of the twin; nothing for a queue that is gone or has no fan.
std::optional<QueueOutlook> outlookOf(const BranchTwin &twin, const simulation::QueueOutcome &queue, const engine::BranchSnapshot &snapshot);

/// "peak 35 at 11:00".
QString peakWords(const QueueOutlook &queue);

/// Since local midnight.
int minuteOfDay(Instant at, const TimeZone &zone);

/// Why the figures of the twin are weak; empty where they are not.
QString cautionOf(const BranchTwin &twin);

/// In the language of now.
DayOutlookWords wordsOf(const DayOutlook &outlook, const engine::BranchSnapshot &snapshot);

} // namespace smartqueue::presentation
