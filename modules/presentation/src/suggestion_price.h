#pragma once

#include <QStringList>

#include <smartqueue/engine/engine.h>
#include <smartqueue/simulation/hindsight.h>
#include <smartqueue/simulation/suggestion_study.h>

namespace smartqueue::presentation {

/// "One; two; three", as the language puts it.
QString inARow(const QStringList &parts);

/// "Mean wait 2.1 min shorter (1.4 to 2.8), of 8.3 min": with the interval of the study.
QString gainWords(const simulation::Proposal &proposal, simulation::Objective objective);

/// Whose customers wait longer and by how much, most in all first; and who finds the door shut.
QString priceWords(const simulation::Proposal &proposal, const engine::BranchSnapshot &snapshot);

/// "Came true: mean wait 1.2 min shorter (0.6 to 1.8), 34 customers".
QString outcomeWords(const simulation::Hindsight &hindsight);

} // namespace smartqueue::presentation
