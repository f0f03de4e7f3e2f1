#pragma once

#include <QList>
#include <QString>

#include <smartqueue/engine/monitor.h>

namespace smartqueue::presentation {

/// What a figure asks for. Rest is grey.
enum class Urgency { rest, good, warning, critical, paused };

struct Figure {
    QString label;
    QString value;
    QString beside;
    Urgency urgency = Urgency::rest;
};

/// One queue as its card shows it, ready to read.
struct QueueCard {
    QueueId id;
    QString name;
    Urgency urgency = Urgency::good;
    QString statusWord;
    int waiting = 0;
    QString eta;
    QList<double> trend;
    /// In people waiting: what can be served within the SLA; 0 when nobody serves.
    double target = 0;
    QString onTime;
    QString counters;
    QString cause;
    Urgency causeUrgency = Urgency::rest;
};

Urgency urgencyOf(const analytics::QueueHealth &health);
/// "At risk"; of a queue that is not open, its status.
QString statusWord(const analytics::QueueHealth &health);
/// "On time 85 % (target 90 %)", of those served today; `target` 0 to 1.
QString onTimeWords(const analytics::QueueHealth &health, double target);

/// Four to six figures of the whole branch, each beside its target.
QList<Figure> branchFigures(const engine::Insights &insights);
/// Worst first.
QList<QueueCard> queueCards(const engine::Insights &insights);

} // namespace smartqueue::presentation
