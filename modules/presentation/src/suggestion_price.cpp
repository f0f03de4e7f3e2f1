#include "suggestion_price.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "smartqueue/presentation/ticket_facts.h"
#include "smartqueue/presentation/words.h"

namespace smartqueue::presentation {

using simulation::Difference;
using simulation::Objective;

namespace {

struct PriceWords {
    Q_DECLARE_TR_FUNCTIONS(PriceWords)
};

constexpr double minute = 60;
/// Below this many minutes a tenth of one matters.
constexpr double fewMinutes = 20;
constexpr int shownPayers = 2;

/// In one unit for the figure and its bounds: seconds where all of them are short.
struct Span {
    QString figure;
    QString low;
    QString high;
};

Span spanOf(const Difference &seconds)
{
    const double largest = std::max(std::abs(seconds.low), std::abs(seconds.high));
    const auto number = [&](double value) {
        return largest < minute ? words::number(std::round(value)) : words::number(value / minute, largest < fewMinutes * minute ? 1 : 0);
    };
    const QString figure = number(seconds.mean);
    return {largest < minute ? PriceWords::tr("%1 s").arg(figure) : PriceWords::tr("%1 min").arg(figure), number(seconds.low), number(seconds.high)};
}

QString waitOf(double seconds)
{
    return spanOf({seconds, seconds, seconds}).figure;
}

QString payerWords(const simulation::Payer &payer, const engine::BranchSnapshot &snapshot)
{
    const Span longer = spanOf(payer.longer);
    const int customers = std::max(1, int(std::lround(payer.customers)));
    const QString queue = queueName(snapshot, payer.queue);
    const QString words = payer.isMoved ? PriceWords::tr("%n moved from %1 wait(s) %2 longer (%3 to %4)", "customers, queue, span, range", customers)
                                        : PriceWords::tr("%n of %1 wait(s) %2 longer (%3 to %4)", "customers, queue, span, range", customers);
    return words.arg(queue, longer.figure, longer.low, longer.high);
}

} // namespace

QString inARow(const QStringList &parts)
{
    QString row = parts.value(0);
    for (qsizetype i = 1; i < parts.size(); ++i)
        row = PriceWords::tr("%1; %2", "one part, the next").arg(row, parts[i]);
    return row;
}

QString gainWords(const simulation::Proposal &proposal, Objective objective)
{
    const Difference &gain = proposal.gain;
    const Span span = spanOf(gain);
    switch (objective) {
    case Objective::meanWait:
        return PriceWords::tr("Mean wait %1 shorter (%2 to %3), of %4", "span, range, as it is").arg(span.figure, span.low, span.high, waitOf(proposal.asIs));
    case Objective::p90Wait:
        return PriceWords::tr("Longest waits, 1 in 10: %1 shorter (%2 to %3), of %4", "span, range, as it is").arg(span.figure, span.low, span.high, waitOf(proposal.asIs));
    case Objective::slaShare: {
        const auto points = [](double share) { return words::number(100 * share, std::abs(share) < 0.0995 ? 1 : 0); };
        return PriceWords::tr("Called on time +%1 points (%2 to %3), now %4", "points, range, as it is").arg(points(gain.mean), points(gain.low), points(gain.high), words::percent(proposal.asIs));
    }
    case Objective::costedDelay:
        return PriceWords::tr("Weighed wait %1 targets shorter (%2 to %3), of %4", "share, range, as it is")
            .arg(words::number(gain.mean, 2), words::number(gain.low, 2), words::number(gain.high, 2), words::number(proposal.asIs, 2));
    }
    return {};
}

QString priceWords(const simulation::Proposal &proposal, const engine::BranchSnapshot &snapshot)
{
    QStringList parts;
    const int shown = std::min(shownPayers, int(proposal.payers.size()));
    for (int i = 0; i < shown; ++i)
        parts.append(payerWords(proposal.payers[std::size_t(i)], snapshot));
    if (int(proposal.payers.size()) > shown)
        parts.append(PriceWords::tr("%n more group(s)", "of customers", int(proposal.payers.size()) - shown));
    if (const int away = int(std::lround(proposal.turnedAway)); away > 0)
        parts.append(PriceWords::tr("%n find(s) the door shut", "customers", away));
    return parts.isEmpty() ? PriceWords::tr("nobody waits longer") : inARow(parts);
}

QString outcomeWords(const simulation::Hindsight &hindsight)
{
    const Difference &adds = hindsight.difference;
    const QString customers = PriceWords::tr("%n customer(s)", "behind a verdict", hindsight.customers);
    switch (hindsight.verdict) {
    case simulation::HindsightVerdict::cameTrue: {
        const Span span = spanOf({-adds.mean, -adds.high, -adds.low});
        return PriceWords::tr("Came true: mean wait %1 shorter (%2 to %3), %4", "span, range, customers").arg(span.figure, span.low, span.high, customers);
    }
    case simulation::HindsightVerdict::cameOutWorse: {
        const Span span = spanOf(adds);
        return PriceWords::tr("Came out worse: mean wait %1 longer (%2 to %3), %4", "span, range, customers").arg(span.figure, span.low, span.high, customers);
    }
    case simulation::HindsightVerdict::mayBeChance:
        return PriceWords::tr("May be chance: mean wait between %1 shorter and %2 longer, %3", "spans, customers").arg(waitOf(-adds.low), waitOf(adds.high), customers);
    case simulation::HindsightVerdict::tooEarly: return PriceWords::tr("Too early to say whether it came true: %n customer(s) so far", nullptr, hindsight.customers);
    }
    return {};
}

} // namespace smartqueue::presentation
