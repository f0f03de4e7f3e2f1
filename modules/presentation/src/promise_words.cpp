#include "promise_words.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation::promise_words {

namespace {

using analytics::PromiseFigures;
using analytics::PromiseFinding;

struct PromiseWords {
    Q_DECLARE_TR_FUNCTIONS(PromiseWords)
};

/// With one decimal and a true minus sign.
QString decimal(double value)
{
    const double shown = std::round(std::abs(value) * 10) / 10;
    return (value < 0 && shown > 0 ? QString(QChar(0x2212)) : QString()) + words::number(shown, 1);
}

QString withSign(double value)
{
    return (std::round(value * 10) > 0 ? QStringLiteral("+") : QString()) + decimal(value);
}

QString minutesOf(double seconds)
{
    return PromiseWords::tr("%1 min", "with one decimal").arg(decimal(seconds / 60));
}

QString verdictWord(PromiseVerdict verdict)
{
    switch (verdict) {
    case PromiseVerdict::kept: return PromiseWords::tr("Kept");
    case PromiseVerdict::watch: return PromiseWords::tr("Watch");
    case PromiseVerdict::tooEarly: return PromiseWords::tr("Low confidence");
    }
    return {};
}

QString hourWord(int hour)
{
    return PromiseWords::tr("%1:00", "hour of the day").arg(hour, 2, 10, QLatin1Char('0'));
}

QString biasWord(double seconds)
{
    if (std::abs(seconds) < 3)
        return PromiseWords::tr("neither too long nor too short");
    return seconds > 0 ? PromiseWords::tr("told %1 too long").arg(minutesOf(seconds)) : PromiseWords::tr("told %1 too short").arg(minutesOf(-seconds));
}

QString becauseOf(const PromiseFigures &figures)
{
    const QString held = words::percent(figures.inRange.value);
    switch (analytics::findingOf(figures)) {
    case PromiseFinding::nothing: return {};
    case PromiseFinding::tooFew: return PromiseWords::tr("only %n promise(s): too few to judge", nullptr, int(figures.promises));
    case PromiseFinding::toldTooShort: return PromiseWords::tr("people waited %1 longer than told").arg(minutesOf(-figures.bias.value));
    case PromiseFinding::toldTooLong: return PromiseWords::tr("people waited %1 less than told").arg(minutesOf(figures.bias.value));
    case PromiseFinding::farOff: return PromiseWords::tr("right on average, but far off either way");
    case PromiseFinding::tooNarrow: return PromiseWords::tr("ranges too narrow: %1 held, 80% should").arg(held);
    case PromiseFinding::tooWide: return PromiseWords::tr("ranges wider than needed: %1 held").arg(held);
    case PromiseFinding::kept: return PromiseWords::tr("on target: %1").arg(biasWord(figures.bias.value));
    }
    return {};
}

QString shareOf(const PromiseFigures &figures)
{
    return figures.withRange > 0 ? words::percent(figures.inRange.value) : QString(QChar(0x2013));
}

/// What the whole page says.
QString summaryOf(const PromiseBoard &board, const PromiseFacts &facts)
{
    const PromiseFigures &all = facts.board.all;
    if (all.lowConfidence())
        return PromiseWords::tr("Too early to judge: %n promise(s) so far.", nullptr, int(all.promises));
    const auto watched = std::count_if(board.figures.begin(), board.figures.end(), [](const auto &f) { return f.verdict == PromiseVerdict::watch; });
    return watched == 0 ? PromiseWords::tr("Promises are kept: off by %1 on average.").arg(minutesOf(all.miss.value))
                        : PromiseWords::tr("%n of four figures off target; off by %1 on average.", nullptr, int(watched)).arg(minutesOf(all.miss.value));
}

QString checkedOf(const engine::PromiseCounts &counts)
{
    const QString checked = PromiseWords::tr("%Ln promise(s) checked against the real wait", nullptr, int(counts.answered));
    return counts.uncalled == 0 ? checked
                                : PromiseWords::tr("%1 · %2", "checked, left").arg(checked, PromiseWords::tr("%Ln left uncalled", nullptr, int(counts.uncalled)));
}

QStringList tableRow(const QString &name, const PromiseFigures &figures)
{
    return {name,
            words::number(double(figures.promises)),
            decimal(figures.miss.value / 60),
            PromiseWords::tr("%1 to %2", "range").arg(decimal(figures.miss.low / 60), decimal(figures.miss.high / 60)),
            withSign(figures.bias.value / 60),
            shareOf(figures),
            words::percent(figures.withinFive.value),
            decimal(figures.meanWidth / 60),
            figures.lowConfidence() ? PromiseWords::tr("low") : PromiseWords::tr("enough")};
}

QString methodWords(PromiseMethod method)
{
    switch (method) {
    case PromiseMethod::qls: return PromiseWords::tr("Told by line and pace");
    case PromiseMethod::qlr: return PromiseWords::tr("Told by line, pace and who leaves");
    }
    return {};
}

} // namespace

void describeMiss(PromiseFigureWords &words)
{
    words.title = PromiseWords::tr("Typical miss");
    words.value = decimal(words.at);
    words.unit = PromiseWords::tr("min · MAE");
    words.note = PromiseWords::tr("target: under 5 min");
    words.definition = PromiseWords::tr("How far the wait that was told lies from the real wait until the first call, whichever way: the mean absolute error (MAE). "
                                        "The bar around the dot holds the true figure 19 times in 20.");
    words.verdictWord = verdictWord(words.verdict);
}

void describeBias(PromiseFigureWords &words)
{
    words.title = PromiseWords::tr("Bias");
    words.value = withSign(words.at);
    words.unit = PromiseWords::tr("min");
    words.note = std::abs(words.at) < 0.05 ? PromiseWords::tr("neither long nor short · target ±1")
        : words.at > 0                     ? PromiseWords::tr("told a little long · target ±1")
                                           : PromiseWords::tr("told a little short · target ±1");
    if (std::abs(words.at) > words.zoneHigh)
        words.note = words.at > 0 ? PromiseWords::tr("told too long · target ±1") : PromiseWords::tr("told too short · target ±1");
    words.definition = PromiseWords::tr("The mean of told less real, with its sign. Above zero people were called earlier than told, below zero later.");
    words.verdictWord = verdictWord(words.verdict);
}

void describeInRange(PromiseFigureWords &words, std::size_t withRange)
{
    words.title = PromiseWords::tr("Inside the 80% range");
    words.value = withRange > 0 ? words::percent(words.at / 100) : QString(QChar(0x2013));
    words.note = withRange == 0      ? PromiseWords::tr("no range was told")
        : words.at < words.zoneLow   ? PromiseWords::tr("should be 80%: ranges too narrow")
        : words.at > words.zoneHigh  ? PromiseWords::tr("should be 80%: ranges too wide")
                                     : PromiseWords::tr("should be 80%: ranges are right");
    words.definition = PromiseWords::tr("The share of people who were called inside the range they were told. It is meant to hold 8 of 10: fewer and it says too "
                                        "much, more and it says too little. Who could come at once was told no range and does not count here.");
    words.verdictWord = verdictWord(words.verdict);
}

void describeWithinFive(PromiseFigureWords &words)
{
    words.title = PromiseWords::tr("Right within 5 min");
    words.value = words::percent(words.at / 100);
    words.note = PromiseWords::tr("target: at least 70%");
    words.definition = PromiseWords::tr("The share of people whose wait was off by five minutes at most from what they were told.");
    words.verdictWord = verdictWord(words.verdict);
}

void describeQueue(PromiseQueueWords &words, const PromiseFigures &figures, const engine::BranchSnapshot &snapshot)
{
    words.name = queueName(snapshot, words.queue);
    if (words.name.isEmpty())
        words.name = PromiseWords::tr("A former queue");
    words.promises = words::number(double(figures.promises));
    words.verdictWord = verdictWord(words.verdict);
    words.because = becauseOf(figures);
    words.missText = decimal(words.miss);
    words.inRange = shareOf(figures);
    words.withinFive = words::percent(figures.withinFive.value);
}

void describeHour(PromiseHourWords &words, int hour, const PromiseFigures &figures)
{
    words.label = hourWord(hour);
    if (figures.promises == 0)
        words.words = PromiseWords::tr("%1: nothing was told").arg(words.label);
    else
        words.words = PromiseWords::tr("%1: off by %2, %3; %n promise(s)", nullptr, int(figures.promises))
                          .arg(words.label, minutesOf(figures.miss.value), biasWord(figures.bias.value));
}

PromiseLevelWords levelWords(const analytics::PromisedLevel &level)
{
    constexpr double told = 0.8;
    PromiseLevelWords words{level.level, level.share.value, level.share.low, level.share.high, {}, std::abs(level.level - told) < 0.01};
    words.words = PromiseWords::tr("Promised %1, came true %2").arg(words::percent(words.promised), words::percent(words.came));
    return words;
}

void advise(PromiseBoard &board, const PromiseFacts &facts, const engine::BranchSnapshot &snapshot)
{
    board.checked = checkedOf(facts.counts);
    board.summary = summaryOf(board, facts);
    if (const auto hour = facts.board.worstHour()) {
        const PromiseFigures &figures = facts.board.hours[std::size_t(*hour)];
        if (figures.miss.value > double(analytics::promise_targets::miss.count()))
            board.advice.append({PromiseWords::tr("Tickets drawn from %1 to %2").arg(hourWord(*hour), hourWord(*hour + 1)),
                                 PromiseWords::tr("Off by %1 on average, %2.").arg(minutesOf(figures.miss.value), biasWord(figures.bias.value)), true, {}});
    }
    if (facts.worst) {
        const engine::ToldPromise &worst = *facts.worst;
        const QString number = QString::fromStdString(worst.number);
        board.advice.append({PromiseWords::tr("%1 waited longest beyond its range").arg(number),
                             PromiseWords::tr("%1: told %2, waited %3.", "queue, range, wait")
                                 .arg(queueName(snapshot, worst.queue), words::waitRange(worst.told.low, worst.told.high), words::minutes(*worst.calledAt - worst.toldAt)),
                             false, number});
    }
    if (board.advice.isEmpty())
        board.advice.append({PromiseWords::tr("Nothing stands out"), PromiseWords::tr("Nobody was called later than their range said, and no hour is off target."), false, {}});
}

void tabulate(PromiseBoard &board, const analytics::PromiseScoreboard &scores, const engine::BranchSnapshot &snapshot)
{
    board.table.append({PromiseWords::tr("Of"), PromiseWords::tr("Promises"), PromiseWords::tr("Typical miss, min"), PromiseWords::tr("19 times in 20"),
                        PromiseWords::tr("Bias, min"), PromiseWords::tr("In 80% range"), PromiseWords::tr("Within 5 min"), PromiseWords::tr("Width of ranges, min"),
                        PromiseWords::tr("Confidence")});
    board.table.append(tableRow(PromiseWords::tr("All queues"), scores.all));
    for (const analytics::QueuePromises &queue : scores.queues) {
        const QString name = queueName(snapshot, queue.queue);
        board.table.append(tableRow(name.isEmpty() ? PromiseWords::tr("A former queue") : name, queue.figures));
    }
    for (const analytics::MethodPromises &method : scores.methods)
        board.table.append(tableRow(methodWords(method.method), method.figures));
    for (int hour = 0; hour < int(scores.hours.size()); ++hour) {
        if (scores.hours[std::size_t(hour)].promises > 0)
            board.table.append(tableRow(PromiseWords::tr("Told from %1").arg(hourWord(hour)), scores.hours[std::size_t(hour)]));
    }
    board.levelTable.append({PromiseWords::tr("Promised"), PromiseWords::tr("Came true"), PromiseWords::tr("19 times in 20")});
    for (const PromiseLevelWords &level : std::as_const(board.levels))
        board.levelTable.append({words::percent(level.promised), words::percent(level.came),
                                 PromiseWords::tr("%1 to %2", "range").arg(words::percent(level.low), words::percent(level.high))});
}

} // namespace smartqueue::presentation::promise_words
