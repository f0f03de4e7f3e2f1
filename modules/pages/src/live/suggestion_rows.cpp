#include "suggestion_rows.h"

#include <QCoreApplication>

#include <smartqueue/presentation/words.h>

namespace smartqueue::pages {

using widgets::SuggestionRowData;
using widgets::SuggestionState;

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(SuggestionRows)
};

SuggestionRowData standingStill(SuggestionRowData row, const QString &word, const QString &why)
{
    row.state = SuggestionState::expired;
    row.goodUntil.clear();
    row.stateWord = word;
    row.note = why;
    return row;
}

} // namespace

SuggestionRowData offeredRow(const presentation::SuggestionOffer &offer, double axisHigh, bool mayDecide)
{
    SuggestionRowData row;
    row.what = offer.text.what;
    row.why = offer.text.why;
    row.effect = offer.text.gain;
    row.pays = RowWords::tr("Who pays: %1", "customers").arg(offer.text.pays);
    row.goodUntil = offer.text.goodUntil;
    row.quiet = offer.text.isMeasure;
    row.toldOnly = offer.text.isMeasure || !mayDecide;
    row.gain = widgets::GainBarData{offer.gain.mean, offer.gain.low, offer.gain.high, axisHigh, 0, row.quiet ? widgets::Tone::neutral : widgets::Tone::good};
    if (offer.text.isMeasure)
        row.note = RowWords::tr("Not applied from here: somebody has to see to it.");
    return offer.whyNot.isEmpty() ? row : standingStill(row, RowWords::tr("On hold"), offer.whyNot);
}

SuggestionRowData staleRow(const presentation::SuggestionOffer &offer, double axisHigh, bool mayDecide)
{
    return standingStill(offeredRow(offer, axisHigh, mayDecide), RowWords::tr("Not live"), {});
}

SuggestionRowData overRow(SuggestionRowData row)
{
    return standingStill(std::move(row), RowWords::tr("Over"), RowWords::tr("This no longer helps, or its time is over."));
}

SuggestionRowData appliedRow(const presentation::DecidedText &decided, const TimeZone &zone, bool mayDecide)
{
    SuggestionRowData row;
    row.what = decided.what;
    row.why = RowWords::tr("Applied at %1").arg(presentation::words::timeOfDay(decided.at, zone));
    row.state = SuggestionState::applied;
    row.quiet = decided.isQuiet;
    row.stateWord = RowWords::tr("Applied");
    row.canUndo = mayDecide;
    return row;
}

} // namespace smartqueue::pages
