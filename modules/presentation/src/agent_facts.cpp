#include "smartqueue/presentation/agent_facts.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

using namespace std::chrono_literals;

struct AgentFacts {
    Q_DECLARE_TR_FUNCTIONS(AgentFacts)
};

constexpr Duration unansweredCall = 5min;
constexpr Duration shortestForgotten = 15min;
constexpr Duration unknownForgotten = 1h;

} // namespace

std::optional<std::chrono::minutes> breakLimit(const Branch &branch, const std::string &reason)
{
    const auto found = std::find_if(branch.breakReasons.begin(), branch.breakReasons.end(),
                                    [&](const BreakReason &each) { return sameName(each.name, reason); });
    return found == branch.breakReasons.end() ? std::nullopt : found->limit;
}

BreakStanding breakStanding(Duration lasted, std::optional<std::chrono::minutes> limit)
{
    if (!limit)
        return {words::shortSpan(lasted), false};
    if (lasted <= *limit)
        return {AgentFacts::tr("%1 of %2 min", "minutes of a break, its limit")
                    .arg(std::chrono::floor<std::chrono::minutes>(std::max(lasted, Duration(0))).count())
                    .arg(limit->count()),
                false};
    return {AgentFacts::tr("%1, %2 over", "length of a break, beyond its limit").arg(words::shortSpan(lasted), words::shortSpan(lasted - *limit)), true};
}

QString breakReasonWords(const BreakReason &reason)
{
    const QString name = QString::fromStdString(reason.name);
    return reason.limit ? AgentFacts::tr("%1, %2", "reason of a break, its limit").arg(name, words::minutes(*reason.limit)) : name;
}

Duration forgottenAfter(const engine::BranchSnapshot &snapshot, const Ticket &ticket)
{
    if (!ticket.leg().startedAt)
        return unansweredCall;
    const auto usual = usualService(snapshot, ticket.queue);
    return usual ? std::max(3 * usual->second, shortestForgotten) : unknownForgotten;
}

Duration timeInHand(const Ticket &ticket, Instant now)
{
    const Leg &leg = ticket.leg();
    const Duration lasted = leg.startedAt ? now - *leg.startedAt - leg.held : now - leg.calledAt.value_or(leg.waitingSince) - leg.heldBefore;
    return std::max(lasted, Duration(0));
}

QString amount(double hundredths)
{
    // What stands in a field is read again: a separator between thousands would be taken for the decimals'.
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    return locale.toString(hundredths / 100.0, 'f', 2);
}

std::optional<int> parsedAmount(const QString &text)
{
    QString plain = text.trimmed();
    plain.removeIf([](QChar letter) { return letter.isSpace(); });
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    static const QRegularExpression form(QStringLiteral("^\\d{1,9}(\\.\\d{0,2})?$"));
    if (!form.match(plain).hasMatch())
        return std::nullopt;
    const double hundredths = std::round(plain.toDouble() * 100.0);
    return hundredths <= limits::hourlyCost ? std::optional(int(hundredths)) : std::nullopt;
}

} // namespace smartqueue::presentation
