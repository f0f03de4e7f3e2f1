#include "smartqueue/presentation/day_outlook.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include <smartqueue/presentation/words.h>

#include "smartqueue/presentation/ticket_facts.h"

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

/// When the last customer leaves; where that would be too late, when to issue the last ticket.
OutlookFigure lastOut(const DayOutlook &outlook, const TimeZone &zone)
{
    const auto at = [&](double seconds) { return words::timeOfDay(outlook.twin.now + secondsOf(seconds), zone); };
    const auto &closing = outlook.closing;
    if (closing && !closing->isTooLate && closing->stopAt < outlook.twin.closes) {
        return {Says::tr("Stop issuing at"), words::timeOfDay(closing->stopAt, zone),
                Says::tr("last one out %1, to %2 on 9 of 10 days").arg(at(closing->lastOut.mean), at(closing->lastOut.dayHigh))};
    }
    const Estimate &last = outlook.study.asIs.lastOut;
    const bool isTooLate = closing && closing->isTooLate;
    return {Says::tr("Last customer leaves"), at(last.mean), isTooLate ? Says::tr("late even if nobody came from now on") : eightOfTen(at(last.dayLow), at(last.dayHigh))};
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

int minuteOfDay(Instant at, const TimeZone &zone)
{
    const auto local = zone.toLocal(at);
    return int(std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

QString peakWords(const QueueOutlook &queue)
{
    if (queue.peak < 0.5)
        return Says::tr("hardly anybody will wait");
    return Says::tr("peak %1 at %2").arg(people(queue.peak), words::timeOfDay(queue.peakAt, queue.zone));
}

QString QueueOutlook::wordsAt(int minute) const
{
    if (minute < 0 || minute >= ahead.size())
        return {};
    const FanStep &step = ahead.at(minute);
    return Says::tr("%1: about %2 waiting, %3 to %4 on 8 of 10 days")
        .arg(words::timeOfDay(now + std::chrono::minutes(minute), zone), people(step.median), people(step.p10), people(step.p90));
}

std::optional<QueueOutlook> outlookOf(const BranchTwin &twin, const simulation::QueueOutcome &queue, const engine::BranchSnapshot &snapshot)
{
    const queueing::QueueState *state = snapshot.state.queue(queue.queue);
    if (!state || queue.waiting.empty())
        return std::nullopt;
    QueueOutlook each;
    each.queue = queue.queue;
    each.name = QString::fromStdString(state->config.name);
    each.now = twin.now;
    each.zone = snapshot.zone;
    each.ahead = smoothed(queue.waiting);
    const auto peak = std::max_element(each.ahead.cbegin(), each.ahead.cend(), [](const FanStep &a, const FanStep &b) { return a.median < b.median; });
    each.peak = peak->median;
    each.peakAt = twin.now + std::chrono::minutes(peak - each.ahead.cbegin());
    each.note = peakWords(each) + unservedIn(queue);
    if (const auto habits = twin.model.queues.find(queue.queue); habits != twin.model.queues.end())
        each.isLowConfidence = habits->second.basis.isLowConfidence();
    if (const auto observed = twin.observed.find(queue.queue); observed != twin.observed.end())
        each.observed = QList<double>(observed->second.begin(), observed->second.end());
    return each;
}

QString cautionOf(const BranchTwin &twin)
{
    if (twin.model.days < simulation::enoughDays)
        return Says::tr("Low confidence: the branch has %n day(s) of history, and 14 are needed.", nullptr, twin.model.days);
    QStringList weak;
    for (const auto &[id, habits] : twin.model.queues) {
        if (habits.basis.isLowConfidence())
            weak.append(queueName(*twin.snapshot, id));
    }
    return weak.isEmpty() ? QString() : Says::tr("Low confidence: too little is known yet of %1.", "queues").arg(QLocale().createSeparatedList(weak));
}

DayOutlookWords wordsOf(const DayOutlook &outlook, const engine::BranchSnapshot &snapshot)
{
    const TimeZone &zone = snapshot.zone;
    const BranchTwin &twin = outlook.twin;
    const QString closing = words::timeOfDay(twin.closes, zone);
    DayOutlookWords said;
    said.figures = {comers(outlook, closing), wait(outlook), onTime(outlook), lastOut(outlook, zone)};
    said.firstMinute = minuteOfDay(twin.since, zone);
    said.nowMinute = said.firstMinute + int(std::chrono::floor<std::chrono::minutes>(twin.now - twin.since).count());
    said.made = Says::tr("%1 runs to %2, computed in %3 s")
                    .arg(words::number(outlook.replications), closing, words::number(double(outlook.took.count()) / 1000, 1));
    for (const simulation::QueueOutcome &queue : outlook.study.asIs.queues) {
        if (auto each = outlookOf(twin, queue, snapshot))
            said.queues.append(std::move(*each));
    }
    std::stable_sort(said.queues.begin(), said.queues.end(), [](const QueueOutlook &a, const QueueOutlook &b) { return a.peak > b.peak; });
    said.caution = cautionOf(twin);
    return said;
}

} // namespace smartqueue::presentation
