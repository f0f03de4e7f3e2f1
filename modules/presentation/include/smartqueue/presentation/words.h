#pragma once

#include <string>

#include <QString>

#include <smartqueue/domain/names.h>
#include <smartqueue/domain/values.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>

/// The words people read, in the language of now: call again when it changes. Times are the site's.
namespace smartqueue::presentation::words {

QString discipline(Discipline value);
QString routing(CallRouting value);
QString queueStatus(QueueStatus value);
QString agentStatus(AgentStatus value);
QString ticketState(TicketState value);
QString severity(Severity value);
QString alertType(AlertType value);
/// "Kiosk"; a channel that the program does not know stays as it is.
QString channel(const std::string &value);
/// "Done" for the outcome codes of the desk; others stay as they are.
QString outcome(const std::string &value);
QString priority(int value);
/// "Counter 3"; a counter that is already a phrase stays as it is.
QString counter(const std::string &name);

/// "34 min", "1 h 05", "< 1 min".
QString minutes(Duration duration);
/// "38–52 min", "4 min" when both ends are the same minute.
QString waitRange(std::chrono::seconds low, std::chrono::seconds high);
/// "04:12", "1:04:12".
QString timer(Duration duration);
/// "20 s", "9 min", "1 h 05": the shortest honest form.
QString shortSpan(Duration duration);
/// "10:42" by the clock on the site's wall, in the form of the locale.
QString timeOfDay(Instant at, const TimeZone &zone);
/// "10:42:07".
QString timeWithSeconds(Instant at, const TimeZone &zone);
/// "Thursday 19 November 2026".
QString longDate(Instant at, const TimeZone &zone);
/// "19 Nov", "19 Nov 2025" in another year than `now`.
QString shortDate(Instant at, const TimeZone &zone);
/// "61 %" in the locale's form; `share` 0 to 1.
QString percent(double share);
QString number(double value, int decimals = 0);

/// What to tell a person when something was refused or failed.
struct Explanation {
    /// What happened and why, one sentence.
    QString what;
    /// What to do next; empty where there is nothing to do.
    QString next;
};
Explanation explain(const Failure &failure);
/// Both sentences.
QString failure(const Failure &failure);

/// Whether explain() has sentences for the code of this name.
bool hasWords(std::string_view code);

} // namespace smartqueue::presentation::words
