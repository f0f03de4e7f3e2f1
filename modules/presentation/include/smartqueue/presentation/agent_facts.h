#pragma once

#include <chrono>
#include <optional>

#include <QString>

#include <smartqueue/domain/values.h>
#include <smartqueue/engine/engine.h>

/// What screens say of an agent's break, ticket and cost. Pure; texts in the language of now.
namespace smartqueue::presentation {

/// The branch's limit for the reason of a break; none where the branch has no such reason, or the reason no limit.
std::optional<std::chrono::minutes> breakLimit(const Branch &branch, const std::string &reason);

/// A break and how it stands to its limit.
struct BreakStanding {
    /// "12 min", "12 of 30 min", "34 min, 4 over".
    QString words;
    bool beyond = false;
};
BreakStanding breakStanding(Duration lasted, std::optional<std::chrono::minutes> limit);

/// "lunch, 30 min"; without a limit the name alone.
QString breakReasonWords(const BreakReason &reason);

/// From when on a ticket in hand is taken for a forgotten one: five minutes after a call that nobody came to; for a service
/// three times what is usual in its queue, never before a quarter of an hour, and an hour where nothing is known.
Duration forgottenAfter(const engine::BranchSnapshot &snapshot, const Ticket &ticket);
/// How long the ticket is in hand in its present state: service or time since the call, without ended holds.
Duration timeInHand(const Ticket &ticket, Instant now);

/// Two decimals in the form of the locale; without a currency, which is the tenant's own.
QString amount(double hundredths);
/// Hundredths; none for what is no amount, negative or beyond the limit. Takes a point and a comma, whatever the locale.
std::optional<int> parsedAmount(const QString &text);

} // namespace smartqueue::presentation
