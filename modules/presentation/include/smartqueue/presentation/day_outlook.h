#pragma once

#include <map>
#include <vector>

#include <QList>
#include <QString>

#include <smartqueue/engine/engine.h>
#include <smartqueue/simulation/branch_study.h>

/// The rest of the day as the simulation sees it, in the words and on the axes of the page.
namespace smartqueue::presentation {

/// One look ahead. Made in a study.
struct DayOutlook {
    Instant now{};
    Instant closes{};
    /// Of the first observed minute.
    Instant since{};
    int replications = 0;
    Duration took{0};
    simulation::BranchModel model;
    simulation::BranchStudy study;
    /// How many waited at each minute since `since`.
    std::map<QueueId, std::vector<double>> observed;
};

/// How many of a queue's people waited at each minute from `since` to `now`, by what their tickets say.
std::vector<double> waitingByMinute(const std::vector<simulation::PastTicket> &tickets, QueueId queue, Instant since, Instant now);

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

/// In the language of now.
DayOutlookWords wordsOf(const DayOutlook &outlook, const engine::BranchSnapshot &snapshot);

} // namespace smartqueue::presentation
