#pragma once

#include <QList>
#include <QString>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/proven_suggestions.h>

namespace smartqueue::presentation {

/// One proven suggestion as a person reads it.
struct SuggestionText {
    SuggestionId id;
    /// "Lend Paul Pont to Payments".
    QString what;
    /// "Payments: 12 waiting, 12.0 per agent · Cards: nobody waits", as they were when it was tried.
    QString why;
    /// "Mean wait 2.1 min shorter (1.4 to 2.8), of 8.3 min".
    QString gain;
    /// "14 of Cards wait 40 s longer (20 to 60)"; that nobody does.
    QString pays;
    /// "good until 10:58".
    QString goodUntil;
    /// It takes one person more, or turns customers away: somebody has to see to it elsewhere.
    bool isMeasure = false;
};

/// In the language of now.
SuggestionText textOf(const simulation::Proposal &proposal, const ProvenStudy &study);

/// "Mean wait", "Slowest tenth": what a supervisor may want to get better.
QString objectiveWords(simulation::Objective objective);

/// "54 ways tried on 200 possible rests of the day at 10:42".
QString effortWords(const ProvenStudy &study);

/// Why the suggestion cannot be carried out any more as it was tried; empty as long as it can.
QString whyNotAnyMore(const simulation::Proposal &proposal, const engine::BranchSnapshot &snapshot, Instant now);

/// Whether `more` does all that `less` does, and something besides.
bool doesMoreThan(const simulation::Proposal &more, const simulation::Proposal &less);

/// What was decided on one suggestion: a batch of actions, or a dismissal.
struct DecidedText {
    SuggestionId id;
    Instant at{};
    /// "Leïla Haddad helps in Passports".
    QString what;
    bool isDismissed = false;
    bool isUndone = false;
    /// Only the order of calling was changed: it helps nobody at once.
    bool isQuiet = false;
};

/// Of today, oldest first.
QList<DecidedText> decisionsOf(const queueing::BranchState &state);

/// Whether it, or a part of it, was dismissed today.
bool isDismissed(const simulation::Proposal &proposal, const queueing::BranchState &state);

} // namespace smartqueue::presentation
