#pragma once

#include <array>
#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/promise_ledger.h>

/// Whether the waits that people were told came true, in the words and on the axes of the page.
namespace smartqueue::presentation {

/// What became of the promises of one period. Made in a study.
struct PromiseFacts {
    analytics::PromiseScoreboard board;
    engine::PromiseCounts counts;
    /// The one that ran farthest beyond its range; none when all were called in time.
    std::optional<engine::ToldPromise> worst;
};
PromiseFacts promiseFactsOf(const std::vector<engine::ToldPromise> &promises, const TimeZone &zone);

enum class PromiseVerdict { kept, watch, tooEarly };

/// A figure on an axis with its good zone and its target, all in the unit that is written.
struct PromiseFigureWords {
    QString title;
    QString value;
    QString unit;
    QString note;
    /// What the figure is, for those who ask.
    QString definition;
    PromiseVerdict verdict = PromiseVerdict::tooEarly;
    QString verdictWord;
    double at = 0;
    double low = 0;
    double high = 0;
    double axisLow = 0;
    double axisHigh = 1;
    double zoneLow = 0;
    double zoneHigh = 0;
    double target = 0;
};

struct PromiseQueueWords {
    QueueId queue;
    QString name;
    QString promises;
    PromiseVerdict verdict = PromiseVerdict::tooEarly;
    QString verdictWord;
    QString because;
    QString missText;
    QString inRange;
    QString withinFive;
    /// Minutes.
    double miss = 0;
    double low = 0;
    double high = 0;
    bool beyondTarget = false;
};

struct PromiseLevelWords {
    /// Shares, 0 to 1.
    double promised = 0;
    double came = 0;
    double low = 0;
    double high = 0;
    QString words;
    bool isTold = false;
};

struct PromiseHourWords {
    QString label;
    /// Minutes.
    double miss = 0;
    double bias = 0;
    bool beyondTarget = false;
    bool tooFew = false;
    QString words;
};

/// Something to look into.
struct PromiseAdvice {
    QString title;
    QString text;
    bool isWarning = false;
    /// A ticket to open; empty: none.
    QString ticket;
};

struct PromiseBoard {
    std::array<PromiseFigureWords, 4> figures;
    /// Of "Typical miss, target 5": the end of its axis in minutes, and the target.
    double missAxis = 10;
    double missTarget = 5;
    QList<PromiseQueueWords> queues;
    QList<PromiseLevelWords> levels;
    /// From the first to the last hour in which anything was told.
    QList<PromiseHourWords> hours;
    QList<PromiseAdvice> advice;
    /// How many were checked, and what became of the others.
    QString checked;
    /// One sentence for the whole page.
    QString summary;
    /// The same in a table: a header, then everything, each queue and each hour.
    QList<QStringList> table;
    QList<QStringList> levelTable;
};

/// In the language of now.
PromiseBoard promiseBoardOf(const PromiseFacts &facts, const engine::BranchSnapshot &snapshot);

} // namespace smartqueue::presentation
