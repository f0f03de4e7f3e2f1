#pragma once

#include <QList>
#include <QString>

#include <smartqueue/engine/monitor.h>

namespace smartqueue::presentation {

/// One suggestion as a person reads it: what, why with its figures, what it should bring.
struct SuggestionText {
    SuggestionId id;
    QString what;
    QString why;
    QString effect;
    /// Advice for calmer hours: it helps nobody who waits now.
    bool isAdvice = false;
};

/// The open suggestions, most urgent first and advice last; those dismissed today are left out.
QList<SuggestionText> openSuggestions(const engine::Insights &insights);

/// "Leïla Haddad helps in Passports": what a decided suggestion did, in the past.
QString decidedText(const queueing::DecidedSuggestion &decided, const queueing::BranchState &state);

} // namespace smartqueue::presentation
