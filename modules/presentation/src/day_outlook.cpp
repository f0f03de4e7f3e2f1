#include "smartqueue/presentation/day_outlook.h"

#include <algorithm>

#include <QCoreApplication>

#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

using simulation::Estimate;
using simulation::FanStep;

struct Says {
    Q_DECLARE_TR_FUNCTIONS(DayOutlook)
};

Duration secondsOf(double value)
{
    return std::chrono::seconds(std::llround(std::max(0.0, value)));
}

int minuteOfDay(Instant at, const TimeZone &zone)
{
    const auto local = zone.toLocal(at);
    return int(std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

/// Nobody can be more exact about days to come than this.
QString people(double value)
{
    return words::number(std::round(value));
}

QString eightOfTen(const QString &low, const QString &high)
{
    return low == high ? QString() : Says::tr("8 of 10 days: %1 to %2").arg(low, high);
}

OutlookFigure comers(const DayOutlook &outlook, const QString &closing)
{
    double present = 0;
    double all = 0;
    for (const simulation::QueueOutcome &queue : outlook.study.asIs.queues) {
        all += queue.customers;
        present += queue.waiting.empty() ? 0 : queue.waiting.front().median;
    }
    return {Says::tr("Still to come until %1").arg(closing), people(std::max(0.0, all - present)), Says::tr("besides the %n waiting now", nullptr, int(std::llround(present)))};
}

OutlookFigure wait(const DayOutlook &outlook)
{
    const Estimate &mean = outlook.study.asIs.whole.figures.meanWait;
    return {Says::tr("Mean wait"), words::minutes(secondsOf(mean.mean)), eightOfTen(words::minutes(secondsOf(mean.dayLow)), words::minutes(secondsOf(mean.dayHigh)))};
}

OutlookFigure onTime(const DayOutlook &outlook)
{
    const Estimate &share = outlook.study.asIs.whole.figures.slaShare;
    return {Says::tr("Called on time"), words::percent(share.mean), eightOfTen(words::percent(share.dayLow), words::percent(share.dayHigh))};
}

OutlookFigure lastOut(const DayOutlook &outlook, const TimeZone &zone)
{
    const Estimate &last = outlook.study.asIs.lastOut;
    const auto at = [&](double seconds) { return words::timeOfDay(outlook.now + secondsOf(seconds), zone); };
    return {Says::tr("Last customer leaves"), at(last.mean), eightOfTen(at(last.dayLow), at(last.dayHigh))};
}

QString peakOf(const QList<FanStep> &ahead, Instant now, const TimeZone &zone)
{
    const auto peak = std::max_element(ahead.begin(), ahead.end(), [](const FanStep &a, const FanStep &b) { return a.median < b.median; });
    if (peak == ahead.end() || peak->median < 0.5)
        return Says::tr("hardly anybody will wait");
    return Says::tr("peak %1 at %2").arg(people(peak->median), words::timeOfDay(now + std::chrono::minutes(peak - ahead.begin()), zone));
}

/// Each minute as the mean of those around it, as many before as after: whole people make steps that no day has.
QList<FanStep> smoothed(const std::vector<FanStep> &steps)
{
    constexpr int reach = 7;
    const int count = int(steps.size());
    QList<FanStep> smooth;
    for (int i = 0; i < count; ++i) {
        const int around = std::min({reach, i, count - 1 - i});
        FanStep sum;
        for (int j = i - around; j <= i + around; ++j) {
            const FanStep &step = steps[std::size_t(j)];
            sum = {sum.p10 + step.p10, sum.p25 + step.p25, sum.median + step.median, sum.p75 + step.p75, sum.p90 + step.p90};
        }
        const double width = 2 * around + 1;
        smooth.append({sum.p10 / width, sum.p25 / width, sum.median / width, sum.p75 / width, sum.p90 / width});
    }
    return smooth;
}

/// Whoever waits for nobody waits until the end.
QString unservedIn(const simulation::QueueOutcome &queue)
{
    return queue.unserved < 0.5 ? QString() : Says::tr(", %1 are not called").arg(people(queue.unserved));
}

} // namespace

std::vector<double> waitingByMinute(const std::vector<simulation::PastTicket> &tickets, QueueId queue, Instant since, Instant now)
{
    const auto minutes = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(now - since).count()) + 1;
    const auto minuteOf = [&](Instant at) {
        return std::size_t(std::clamp<std::int64_t>(std::chrono::ceil<std::chrono::minutes>(at - since).count(), 0, minutes));
    };
    std::vector<double> waiting(std::size_t(minutes) + 1, 0);
    for (const simulation::PastTicket &ticket : tickets) {
        const Instant called = ticket.calledAt.value_or(ticket.endedAt.value_or(Instant::max()));
        if (ticket.queue != queue || called < since || ticket.arrivedAt > now)
            continue;
        ++waiting[minuteOf(ticket.arrivedAt)];
        --waiting[called > now ? std::size_t(minutes) : minuteOf(called)];
    }
    for (std::size_t i = 1; i < waiting.size(); ++i)
        waiting[i] += waiting[i - 1];
    waiting.pop_back();
    return waiting;
}

QString QueueOutlook::wordsAt(int minute) const
{
    if (minute < 0 || minute >= ahead.size())
        return {};
    const FanStep &step = ahead.at(minute);
    return Says::tr("%1: about %2 waiting, %3 to %4 on 8 of 10 days")
        .arg(words::timeOfDay(now + std::chrono::minutes(minute), zone), people(step.median), people(step.p10), people(step.p90));
}

DayOutlookWords wordsOf(const DayOutlook &outlook, const engine::BranchSnapshot &snapshot)
{
    const TimeZone &zone = snapshot.zone;
    const QString closing = words::timeOfDay(outlook.closes, zone);
    DayOutlookWords said;
    said.figures = {comers(outlook, closing), wait(outlook), onTime(outlook), lastOut(outlook, zone)};
    said.firstMinute = minuteOfDay(outlook.since, zone);
    said.nowMinute = said.firstMinute + int(std::chrono::floor<std::chrono::minutes>(outlook.now - outlook.since).count());
    said.made = Says::tr("%1 runs to %2, computed in %3 s")
                    .arg(words::number(outlook.replications), closing, words::number(double(outlook.took.count()) / 1000, 1));
    bool isLow = false;
    for (const simulation::QueueOutcome &queue : outlook.study.asIs.queues) {
        const queueing::QueueState *state = snapshot.state.queue(queue.queue);
        if (!state || queue.waiting.empty())
            continue;
        QueueOutlook each;
        each.queue = queue.queue;
        each.name = QString::fromStdString(state->config.name);
        each.ahead = smoothed(queue.waiting);
        each.note = peakOf(each.ahead, outlook.now, zone) + unservedIn(queue);
        each.now = outlook.now;
        each.zone = zone;
        if (const auto habits = outlook.model.queues.find(queue.queue); habits != outlook.model.queues.end())
            each.isLowConfidence = habits->second.basis.isLowConfidence();
        if (const auto observed = outlook.observed.find(queue.queue); observed != outlook.observed.end())
            each.observed = QList<double>(observed->second.begin(), observed->second.end());
        isLow = isLow || each.isLowConfidence;
        said.queues.append(std::move(each));
    }
    const auto peak = [](const QueueOutlook &queue) {
        return std::max_element(queue.ahead.begin(), queue.ahead.end(), [](const FanStep &a, const FanStep &b) { return a.median < b.median; })->median;
    };
    std::stable_sort(said.queues.begin(), said.queues.end(), [&](const QueueOutlook &a, const QueueOutlook &b) { return peak(a) > peak(b); });
    if (isLow)
        said.caution = Says::tr("Low confidence: the branch has %n day(s) of history, and 14 are needed.", nullptr, outlook.model.days);
    return said;
}

} // namespace smartqueue::presentation
