#include "smartqueue/presentation/promise_board.h"

#include <algorithm>
#include <cmath>

#include "promise_words.h"

namespace smartqueue::presentation {

namespace {

namespace targets = analytics::promise_targets;
using analytics::PromiseFigures;

double minutesOf(double seconds)
{
    return seconds / 60;
}

PromiseVerdict verdictOf(const PromiseFigures &figures, bool good)
{
    return figures.lowConfidence() ? PromiseVerdict::tooEarly : good ? PromiseVerdict::kept : PromiseVerdict::watch;
}

PromiseFigureWords placed(const analytics::Measured &figure, double scale)
{
    PromiseFigureWords words;
    words.at = figure.value * scale;
    words.low = figure.low * scale;
    words.high = figure.high * scale;
    return words;
}

PromiseFigureWords missWords(const PromiseFigures &figures)
{
    constexpr double usualAxis = 8;
    PromiseFigureWords words = placed(figures.miss, 1.0 / 60);
    words.target = words.zoneHigh = minutesOf(double(targets::miss.count()));
    words.axisHigh = std::max(usualAxis, std::ceil(words.at * 1.25));
    words.verdict = verdictOf(figures, words.at <= words.target);
    promise_words::describeMiss(words);
    return words;
}

PromiseFigureWords biasWords(const PromiseFigures &figures)
{
    constexpr double usualAxis = 4;
    PromiseFigureWords words = placed(figures.bias, 1.0 / 60);
    words.zoneHigh = minutesOf(double(targets::bias.count()));
    words.zoneLow = -words.zoneHigh;
    words.axisHigh = std::max(usualAxis, std::ceil(std::abs(words.at) * 1.25));
    words.axisLow = -words.axisHigh;
    words.verdict = verdictOf(figures, std::abs(words.at) <= words.zoneHigh);
    promise_words::describeBias(words);
    return words;
}

PromiseFigureWords inRangeWords(const PromiseFigures &figures)
{
    PromiseFigureWords words = placed(figures.inRange, 100);
    words.zoneLow = targets::inRangeZone.first * 100;
    words.zoneHigh = targets::inRangeZone.second * 100;
    words.target = targets::inRange * 100;
    words.axisHigh = 100;
    words.axisLow = words.at < 55 ? 0 : 50;
    const bool good = figures.inRange.value >= targets::inRangeZone.first && figures.inRange.value <= targets::inRangeZone.second;
    words.verdict = figures.withRange < analytics::fewestPromises ? PromiseVerdict::tooEarly : verdictOf(figures, good);
    promise_words::describeInRange(words, figures.withRange);
    return words;
}

PromiseFigureWords withinFiveWords(const PromiseFigures &figures)
{
    PromiseFigureWords words = placed(figures.withinFive, 100);
    words.target = words.zoneLow = targets::withinFive * 100;
    words.zoneHigh = words.axisHigh = 100;
    words.axisLow = words.at < 45 ? 0 : 40;
    words.verdict = verdictOf(figures, figures.withinFive.value >= targets::withinFive);
    promise_words::describeWithinFive(words);
    return words;
}

PromiseQueueWords queueWords(const analytics::QueuePromises &queue, const engine::BranchSnapshot &snapshot)
{
    const PromiseFigures &figures = queue.figures;
    PromiseQueueWords words;
    words.queue = queue.queue;
    words.miss = minutesOf(figures.miss.value);
    words.low = minutesOf(figures.miss.low);
    words.high = minutesOf(figures.miss.high);
    words.beyondTarget = !figures.lowConfidence() && figures.miss.value > double(targets::miss.count());
    words.verdict = verdictOf(figures, analytics::findingOf(figures) == analytics::PromiseFinding::kept);
    promise_words::describeQueue(words, figures, snapshot);
    return words;
}

/// From the first to the last hour in which anything was told.
std::pair<int, int> toldHours(const analytics::PromiseScoreboard &board)
{
    int first = 24;
    int last = -1;
    for (int hour = 0; hour < 24; ++hour) {
        if (board.hours[std::size_t(hour)].promises == 0)
            continue;
        first = std::min(first, hour);
        last = hour;
    }
    return {first, last};
}

PromiseHourWords hourWords(int hour, const PromiseFigures &figures)
{
    PromiseHourWords words;
    words.miss = minutesOf(figures.miss.value);
    words.bias = minutesOf(figures.bias.value);
    words.tooFew = figures.lowConfidence();
    words.beyondTarget = !words.tooFew && figures.miss.value > double(targets::miss.count());
    promise_words::describeHour(words, hour, figures);
    return words;
}

} // namespace

PromiseFacts promiseFactsOf(const std::vector<engine::ToldPromise> &promises, const TimeZone &zone)
{
    PromiseFacts facts;
    facts.board = analytics::scoreboardOf(engine::answeredOf(promises, zone));
    facts.counts = engine::countsOf(promises);
    const auto beyond = [](const engine::ToldPromise &promise) { return *promise.calledAt - promise.toldAt - Duration(promise.told.high); };
    for (const engine::ToldPromise &promise : promises) {
        if (!promise.calledAt || beyond(promise) <= std::chrono::minutes(1))
            continue;
        if (!facts.worst || std::pair(beyond(promise), promise.ticket) > std::pair(beyond(*facts.worst), facts.worst->ticket))
            facts.worst = promise;
    }
    return facts;
}

PromiseBoard promiseBoardOf(const PromiseFacts &facts, const engine::BranchSnapshot &snapshot)
{
    const analytics::PromiseScoreboard &scores = facts.board;
    PromiseBoard board;
    board.figures = {missWords(scores.all), biasWords(scores.all), inRangeWords(scores.all), withinFiveWords(scores.all)};
    for (const analytics::QueuePromises &queue : scores.queues)
        board.queues.append(queueWords(queue, snapshot));
    // Worst first, those that nothing can be said of last.
    std::stable_sort(board.queues.begin(), board.queues.end(), [](const PromiseQueueWords &a, const PromiseQueueWords &b) {
        const auto rank = [](const PromiseQueueWords &w) { return std::pair(w.verdict == PromiseVerdict::tooEarly, -w.miss); };
        return rank(a) < rank(b);
    });
    constexpr double usualAxis = 8;
    for (const PromiseQueueWords &queue : std::as_const(board.queues))
        board.missAxis = std::max({usualAxis, board.missAxis, std::min(20.0, std::ceil(queue.miss * 1.1))});
    for (std::size_t level = 0; level < scores.levels.size() && scores.all.withRange > 0; ++level)
        board.levels.append(promise_words::levelWords(scores.levels[level]));
    const auto [first, last] = toldHours(scores);
    for (int hour = first; hour <= last; ++hour)
        board.hours.append(hourWords(hour, scores.hours[std::size_t(hour)]));
    promise_words::advise(board, facts, snapshot);
    promise_words::tabulate(board, scores, snapshot);
    return board;
}

} // namespace smartqueue::presentation
