#include "smartqueue/presentation/twin_study.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QCoreApplication>

#include <smartqueue/domain/checks.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

using simulation::Estimate;
using simulation::QueueOutcome;

struct Says {
    Q_DECLARE_TR_FUNCTIONS(TwinStudy)
};

constexpr double minute = 60;
/// Below this many minutes a tenth of one matters.
constexpr double fewMinutes = 9.95;

QString minutesOf(double seconds, bool tenths)
{
    return words::number(std::max(0.0, seconds) / minute, tenths ? 1 : 0);
}

bool isFew(double a, double b)
{
    return std::max(std::abs(a), std::abs(b)) / minute < fewMinutes;
}

/// What lies in the interval may be chance.
bool isSure(const Estimate &difference)
{
    return difference.low > 0 || difference.high < 0;
}

const QueueOutcome &wholeOf(const TwinStudy &study)
{
    return study.study.changed ? study.study.changed->whole : study.study.asIs.whole;
}

QString daysWords(const Estimate &seconds, bool tenths)
{
    const QString low = minutesOf(seconds.dayLow, tenths);
    const QString high = minutesOf(seconds.dayHigh, tenths);
    return low == high ? QString() : Says::tr("8 of 10 days: %1–%2", "minutes").arg(low, high);
}

TwinFigure waitFigure(const TwinStudy &study)
{
    const Estimate &before = study.study.asIs.whole.figures.meanWait;
    const Estimate &after = wholeOf(study).figures.meanWait;
    const bool tenths = isFew(before.mean, after.mean);
    TwinFigure figure{Says::tr("Mean wait"), {}, minutesOf(after.mean, tenths), Says::tr("min"), daysWords(after, tenths), Urgency::rest};
    if (!study.study.changed)
        return figure;
    figure.before = minutesOf(before.mean, tenths);
    if (!isSure(study.study.wholeDifference.meanWait))
        figure.note = Says::tr("no difference beyond chance");
    return figure;
}

TwinFigure onTimeFigure(const TwinStudy &study, double target)
{
    const double after = wholeOf(study).figures.slaShare.mean;
    const bool isMet = after >= target;
    TwinFigure figure{Says::tr("Called on time"), {}, words::percent(after), {}, {}, isMet ? Urgency::good : Urgency::warning};
    figure.note = (isMet ? Says::tr("target %1 met") : Says::tr("target %1 missed")).arg(words::percent(target));
    if (study.study.changed)
        figure.before = words::percent(study.study.asIs.whole.figures.slaShare.mean);
    return figure;
}

/// The queue whose customers wait longest more because of it, beyond chance.
TwinFigure costFigure(const TwinStudy &study, const engine::BranchSnapshot &snapshot)
{
    TwinFigure figure{Says::tr("What it costs"), {}, Says::tr("nothing"), {}, Says::tr("no queue waits longer beyond chance"), Urgency::rest};
    if (!study.study.changed)
        return {Says::tr("What it costs"), {}, QStringLiteral("–"), {}, Says::tr("nothing is changed yet"), Urgency::rest};
    std::size_t payer = study.study.differences.size();
    double longest = 0;
    for (std::size_t i = 0; i < study.study.differences.size(); ++i) {
        const Estimate &longer = study.study.differences[i].meanWait;
        if (longer.low > 0 && longer.mean > longest) {
            longest = longer.mean;
            payer = i;
        }
    }
    // A wait that grows by seconds is no price.
    if (longest < 0.05 * minute)
        return figure;
    const QueueOutcome &before = study.study.asIs.queues[payer];
    const double after = study.study.changed->queues[payer].figures.meanWait.mean;
    const bool tenths = isFew(before.figures.meanWait.mean, after);
    const queueing::QueueState *queue = snapshot.state.queue(before.queue);
    figure.after = Says::tr("+%1 min").arg(words::number(longest / minute, longest / minute < fewMinutes ? 1 : 0));
    figure.unit = queueName(snapshot, before.queue);
    figure.note = Says::tr("%1 → %2 min, target %3", "wait before, after")
                      .arg(minutesOf(before.figures.meanWait.mean, tenths), minutesOf(after, tenths),
                           queue ? words::minutes(snapshot.state.slaOf(queue->config)) : QString());
    return figure;
}

QString sentenceOf(const QList<TwinFigure> &figures)
{
    QStringList parts;
    for (const TwinFigure &figure : figures) {
        const QString values = figure.before.isEmpty() ? figure.after : Says::tr("%1 to %2", "before, after").arg(figure.before, figure.after);
        parts.append(Says::tr("%1: %2 %3", "title, values, unit").arg(figure.title, values, figure.unit).trimmed());
    }
    return parts.join(QStringLiteral("; "));
}

TwinQueue queueOf(const TwinStudy &study, std::size_t index, const engine::BranchSnapshot &snapshot)
{
    const bool isChanged = study.study.changed.has_value();
    const QueueOutcome &before = study.study.asIs.queues[index];
    const QueueOutcome &after = isChanged ? study.study.changed->queues[index] : before;
    TwinQueue each;
    const auto with = outlookOf(*study.twin, after, snapshot);
    if (!with)
        return each;
    each.outlook = *with;
    const double share = after.figures.slaShare.mean;
    const double target = snapshot.state.branch.onTimeTarget;
    // The same steps as on Live.
    each.urgency = share < target - 0.15 ? Urgency::critical : share < target ? Urgency::warning : Urgency::good;
    each.onTime = Says::tr("%1 on time").arg(words::percent(share));
    const auto without = isChanged ? outlookOf(*study.twin, before, snapshot) : std::nullopt;
    if (!without)
        return each;
    for (const simulation::FanStep &step : without->ahead)
        each.without.append(step.median);
    if (std::round(without->peak) >= 1 && std::round(without->peak) != std::round(with->peak))
        each.outlook.note = Says::tr("%1, was %2 at %3", "peak, people, time")
                                .arg(with->note, words::number(std::round(without->peak)), words::timeOfDay(without->peakAt, without->zone));
    return each;
}

} // namespace

Result<TwinStudy> studyOf(std::shared_ptr<const BranchTwin> twin, const TwinChanges &changes, int replications, const std::atomic<bool> &cancelled)
{
    const auto begun = std::chrono::steady_clock::now();
    const queueing::BranchState &state = twin->snapshot->state;
    auto study = simulation::simulateBranch(state, twin->snapshot->zone, twin->model, planOf(*twin, replications, cancelled), simulatedOf(changes, state));
    SQ_CHECK(study);
    const auto took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begun);
    return TwinStudy{std::move(twin), changes, replications, took, std::move(*study)};
}

TwinWords wordsOf(const TwinStudy &study, const engine::BranchSnapshot &snapshot)
{
    TwinWords said;
    said.figures = {waitFigure(study), onTimeFigure(study, snapshot.state.branch.onTimeTarget), costFigure(study, snapshot)};
    said.sentence = sentenceOf(said.figures);
    said.firstMinute = minuteOfDay(study.twin->since, snapshot.zone);
    said.made = Says::tr("%1 days to %2 in %3 s", "runs, closing time, seconds")
                    .arg(words::number(study.replications), words::timeOfDay(study.twin->closes, snapshot.zone),
                         words::number(double(study.took.count()) / 1000, 1));
    for (std::size_t i = 0; i < study.study.asIs.queues.size(); ++i) {
        TwinQueue each = queueOf(study, i, snapshot);
        if (each.outlook.queue)
            said.queues.append(std::move(each));
    }
    said.caution = cautionOf(*study.twin);
    return said;
}

} // namespace smartqueue::presentation
