#include "smartqueue/presentation/experiment.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/past_tickets.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

using simulation::Estimate;
using simulation::PastTicket;
using simulation::ReplayWay;
using simulation::Routing;

struct Says {
    Q_DECLARE_TR_FUNCTIONS(Experiment)
};

/// From where a number of whole minutes says enough.
constexpr double fewMinutes = 10;

QString minutesOf(double seconds)
{
    const double minutes = seconds / 60;
    return words::number(minutes, std::abs(minutes) < fewMinutes ? 1 : 0);
}

QString signedMinutes(double seconds)
{
    const QString amount = minutesOf(std::abs(seconds));
    return seconds < 0 ? QStringLiteral("−") + amount : QLatin1Char('+') + amount;
}

Verdict verdictOf(const Estimate &wait)
{
    return wait.high < 0 ? Verdict::better : wait.low > 0 ? Verdict::worse : Verdict::unsure;
}

QString judgedWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::better: return Says::tr("shorter");
    case Verdict::worse: return Says::tr("longer");
    case Verdict::unsure: return Says::tr("may be chance");
    }
    return {};
}

/// "80% → 86%".
QString fromTo(const QString &a, const QString &b)
{
    return Says::tr("%1 → %2", "before, after").arg(a, b);
}

ExperimentLine lineOf(const QString &name, const simulation::QueueOutcome &a, const simulation::QueueOutcome &b, const simulation::OutcomeFigures &difference)
{
    const Estimate &wait = difference.meanWait;
    ExperimentLine line;
    line.name = name;
    line.wait = Says::tr("%1 min").arg(fromTo(minutesOf(a.figures.meanWait.mean), minutesOf(b.figures.meanWait.mean)));
    line.difference = Says::tr("%1 min (%2 to %3)", "difference, its interval").arg(signedMinutes(wait.mean), signedMinutes(wait.low), signedMinutes(wait.high));
    line.verdict = verdictOf(wait);
    line.judged = judgedWords(line.verdict);
    line.onTime = fromTo(words::percent(a.figures.slaShare.mean), words::percent(b.figures.slaShare.mean));
    line.left = fromTo(words::number(a.figures.abandoned.mean, 1), words::number(b.figures.abandoned.mean, 1));
    line.minutes = wait.mean / 60;
    line.low = wait.low / 60;
    line.high = wait.high / 60;
    return line;
}

QString verdictWords(const simulation::ReplayStudy &study)
{
    const Estimate &wait = study.wholeDifference.meanWait;
    const QString by = minutesOf(std::abs(wait.mean));
    switch (verdictOf(wait)) {
    case Verdict::better:
        return Says::tr("With B people would have waited %1 min less on average: %2 to %3 min, beyond chance.")
            .arg(by, minutesOf(-wait.high), minutesOf(-wait.low));
    case Verdict::worse:
        return Says::tr("With B people would have waited %1 min longer on average: %2 to %3 min, beyond chance.").arg(by, minutesOf(wait.low), minutesOf(wait.high));
    case Verdict::unsure:
        break;
    }
    return Says::tr("No difference in the mean wait shows beyond chance: B adds %1 min, somewhere from %2 to %3.")
        .arg(signedMinutes(wait.mean), signedMinutes(wait.low), signedMinutes(wait.high));
}

QString priceWords(const QList<ExperimentLine> &queues)
{
    QStringList payers;
    for (const ExperimentLine &line : queues) {
        if (line.verdict == Verdict::worse)
            payers.append(Says::tr("%1 (+%2 min)", "queue, minutes").arg(line.name, minutesOf(line.minutes * 60)));
    }
    return payers.isEmpty() ? QString() : Says::tr("Longer waits in %1.", "queues").arg(QLocale().createSeparatedList(payers));
}

QString trustWords(const Experiment &experiment)
{
    return Says::tr("On record the mean wait was %1 min; played over again, A has %2 min. The nearer the two, the more the comparison is worth where A is how the branch was run.")
        .arg(minutesOf(experiment.recordedWhole), minutesOf(experiment.study.a.whole.figures.meanWait.mean));
}

double secondsWaited(const PastTicket &ticket)
{
    const Instant until = ticket.calledAt.value_or(ticket.endedAt.value_or(ticket.arrivedAt));
    return std::chrono::duration<double>(until - ticket.arrivedAt).count();
}

/// Their queues numbered from 1 in the order of the ids, as replayDays() wants them; those of queues that are gone are left out.
void renumber(std::vector<PastTicket> &tickets, const std::vector<QueueId> &queues)
{
    std::erase_if(tickets, [&](PastTicket &ticket) {
        const auto found = std::find(queues.begin(), queues.end(), ticket.queue);
        if (found == queues.end())
            return true;
        ticket.queue = QueueId{std::distance(queues.begin(), found) + 1};
        return false;
    });
}

void addRecorded(Experiment &experiment, const std::vector<PastTicket> &tickets)
{
    std::vector<double> counts(experiment.queues.size());
    experiment.recorded.assign(experiment.queues.size(), 0);
    double sum = 0;
    for (const PastTicket &ticket : tickets) {
        const std::size_t queue = std::size_t(ticket.queue.value - 1);
        const double waited = secondsWaited(ticket);
        experiment.recorded[queue] += waited;
        ++counts[queue];
        sum += waited;
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        experiment.recorded[i] = counts[i] > 0 ? experiment.recorded[i] / counts[i] : 0;
    experiment.recordedWhole = tickets.empty() ? 0 : sum / double(tickets.size());
}

Duration medianSla(const queueing::BranchState &state)
{
    std::vector<Duration> slas;
    for (const auto &[id, queue] : state.queues)
        slas.push_back(state.slaOf(queue.config));
    if (slas.empty())
        return simulation::ReplayPlan().sla;
    const auto middle = slas.begin() + std::ptrdiff_t(slas.size() / 2);
    std::nth_element(slas.begin(), middle, slas.end());
    return *middle;
}

} // namespace

Result<Experiment> experimentOf(engine::HistoryReader &reader, const engine::SharedSnapshot &snapshot, const ExperimentQuestion &question, Instant now,
                                const std::function<void(double)> &progress, const std::atomic<bool> &cancelled)
{
    const auto begun = std::chrono::steady_clock::now();
    Experiment experiment;
    experiment.question = question;
    experiment.until = dayStart(*snapshot, now);
    experiment.from = dayStart(*snapshot, now, std::chrono::days(question.days));
    auto tickets = engine::pastTickets(reader, experiment.from, experiment.until);
    SQ_CHECK(tickets);
    std::vector<QueueId> queues;
    for (const auto &[id, queue] : snapshot->state.queues) {
        queues.push_back(id);
        experiment.queues.push_back(queue.config.name);
    }
    renumber(*tickets, queues);
    addRecorded(experiment, *tickets);

    simulation::ReplayPlan plan;
    plan.a = question.a;
    plan.b = question.b;
    plan.sla = medianSla(snapshot->state);
    plan.progress = [&](double share) {
        progress(share);
        return !cancelled;
    };
    auto study = simulation::replayDays(*tickets, int(queues.size()), snapshot->zone, plan);
    SQ_CHECK(study);
    experiment.study = std::move(*study);
    experiment.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begun);
    return experiment;
}

QString routingWords(Routing routing)
{
    switch (routing) {
    case Routing::skills: return Says::tr("All their queues, alike");
    case Routing::primary: return Says::tr("Their main queue first");
    case Routing::dedicated: return Says::tr("Their main queue only");
    case Routing::pooled: return Says::tr("Every queue, alike");
    case Routing::longestQueue: return words::routing(CallRouting::longestQueue);
    case Routing::costedDelay: return words::routing(CallRouting::costedDelay);
    case Routing::deadline: return words::routing(CallRouting::deadline);
    }
    return {};
}

QString wayWords(const ReplayWay &way)
{
    QStringList parts{words::discipline(way.discipline), routingWords(way.routing)};
    if (way.extraAgents != 0)
        parts.append(way.extraAgents > 0 ? Says::tr("%n agent(s) more", nullptr, way.extraAgents) : Says::tr("%n agent(s) fewer", nullptr, -way.extraAgents));
    return parts.join(QStringLiteral(" · "));
}

ExperimentWords wordsOf(const Experiment &experiment, const TimeZone &zone)
{
    const simulation::ReplayStudy &study = experiment.study;
    ExperimentWords said;
    said.question = Says::tr("A: %1\nB: %2", "two ways to run the branch").arg(wayWords(experiment.question.a), wayWords(experiment.question.b));
    said.verdict = verdictWords(study);
    said.outcome = verdictOf(study.wholeDifference.meanWait);
    QList<ExperimentLine> queues;
    for (std::size_t i = 0; i < study.differences.size(); ++i) {
        // A queue that nobody came to says nothing.
        if (study.a.queues[i].customers > 0)
            queues.append(lineOf(QString::fromStdString(experiment.queues[i]), study.a.queues[i], study.b.queues[i], study.differences[i]));
    }
    said.price = priceWords(queues);
    said.lines = QList<ExperimentLine>{lineOf(Says::tr("All queues"), study.a.whole, study.b.whole, study.wholeDifference)} + queues;
    const auto day = [&](Instant at) { return words::shortDate(at, zone); };
    said.made = Says::tr("%1 and %2, from %3 to %4. 99% intervals, each day one observation. Computed in %5 s.", "days, tickets, first, last, seconds")
                    .arg(Says::tr("%Ln day(s)", nullptr, study.days), Says::tr("%Ln ticket(s)", nullptr, int(study.tickets)), day(experiment.from),
                         day(experiment.until - Duration(1)), words::number(double(experiment.took.count()) / 1000, 1));
    said.trust = trustWords(experiment);
    return said;
}

QString reportOf(const ExperimentWords &said, const QString &branch)
{
    const auto cell = [](const QString &text) { return QStringLiteral("<td>%1</td>").arg(text.toHtmlEscaped()); };
    const auto head = [](const QString &text) { return QStringLiteral("<th align=\"left\">%1</th>").arg(text.toHtmlEscaped()); };
    const auto paragraph = [](const QString &text) {
        return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    };
    QString rows;
    for (const ExperimentLine &line : said.lines)
        rows += QStringLiteral("<tr>%1</tr>").arg(cell(line.name) + cell(line.wait) + cell(line.difference) + cell(line.judged) + cell(line.onTime) + cell(line.left));
    const QString title = Says::tr("Experiment: %1", "branch").arg(branch);
    return QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head><body><h1>%1</h1><h2>%2</h2>%3"
                          "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr>%4</tr>%5</table>%6</body></html>\n")
        .arg(title.toHtmlEscaped(), said.verdict.toHtmlEscaped(), paragraph(said.price) + paragraph(said.question),
             head(Says::tr("Queue")) + head(Says::tr("Wait, A → B")) + head(Says::tr("B adds")) + head(Says::tr("Judged"))
                 + head(Says::tr("On time")) + head(Says::tr("Leave a day")),
             rows, paragraph(said.made) + paragraph(said.trust));
}

} // namespace smartqueue::presentation
