#pragma once

#include <smartqueue/presentation/proven_suggestions_model.h>
#include <smartqueue/widgets/suggestion_row.h>

/// What a row of the suggestions says. In the language of now.
namespace smartqueue::pages {

/// `axisHigh`: the largest gain of those that stand beside each other. `mayDecide`: whether it can be applied here, or is only told.
widgets::SuggestionRowData offeredRow(const presentation::SuggestionOffer &offer, double axisHigh, bool mayDecide);
/// The same while the branch gives no sign of life.
widgets::SuggestionRowData staleRow(const presentation::SuggestionOffer &offer, double axisHigh, bool mayDecide);
/// One that was offered until now.
widgets::SuggestionRowData overRow(widgets::SuggestionRowData row);
/// One that can still be taken back.
widgets::SuggestionRowData appliedRow(const presentation::DecidedText &decided, const TimeZone &zone, bool mayDecide);

} // namespace smartqueue::pages
