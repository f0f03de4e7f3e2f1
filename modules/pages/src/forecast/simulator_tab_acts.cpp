#include <utility>

#include <QUuid>

#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>

#include "shown_keys.h"
#include "simulator_controls.h"
#include "simulator_effect.h"
#include "simulator_tab.h"

namespace smartqueue::pages {

namespace words = presentation::words;

QString SimulatorTab::whyNot() const
{
    const presentation::TwinChanges &changes = m_model.changes();
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    if (m_trouble)
        return words::failure(*m_trouble);
    if (m_isStale)
        return tr("Nothing can be applied now: the twin is stale, the branch has given no news since %1.").arg(words::timeOfDay(snapshot->at, snapshot->zone));
    if (!m_console.may(Permission::manageQueue))
        return tr("Only those who run the queues may apply it.");
    if (changes.isEmpty())
        return tr("Nothing is changed yet: move an agent, or ask what if.");
    if (changes.moves.empty() && changes.disciplines.empty() && changes.routing)
        return tr("Which queue goes first is a setting of the branch: it is changed under Administration, Branch.");
    if (changes.moves.empty() && changes.disciplines.empty())
        return tr("Other arrivals and one more counter stay a question: there is nothing here that could be applied.");
    return {};
}

QString SimulatorTab::whatHappens() const
{
    const presentation::TwinChanges &changes = m_model.changes();
    if (changes.routing)
        return tr("The figures hold with all that is tried; applying moves agents and the rules within queues only.");
    if (changes.counter && changes.arrivals != 0)
        return tr("The figures hold with the other arrivals and the counter too; applying moves agents and rules only.");
    if (changes.counter)
        return tr("The figures hold with the counter too; applying moves agents and rules only.");
    if (changes.arrivals != 0)
        return tr("The figures hold with the other arrivals too; applying moves agents and rules only.");
    return tr("To be applied: %1.", "changes").arg(presentation::carriedOutWords(changes, m_console.engine().snapshot()->state));
}

void SimulatorTab::showDecision()
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const bool isKnown = m_applied != 0 && snapshot->state.sequence >= m_applied;
    SimulatorDecision decision;
    decision.canUndo = isKnown && presentation::undoOfAct(*snapshot, m_applied, m_console.now()).has_value();
    if (isKnown && !decision.canUndo)
        m_applied = 0;
    const QString why = whyNot();
    decision.canApply = why.isEmpty() && m_model.isCurrent() && !m_isApplying;
    decision.reason = !why.isEmpty() ? why : whatHappens();
    if (decision.canUndo && m_model.changes().isEmpty())
        decision.reason = tr("Applied. It can be taken back for a while.");
    decision.keys = shownKeys(m_apply);
    m_effect->setDecision(decision);
    if (decision.canUndo && std::exchange(m_goesToUndo, false))
        m_effect->focusUndo();
    m_reset->setEnabled(!m_model.changes().isEmpty());
}

void SimulatorTab::apply()
{
    const presentation::TwinChanges changes = m_model.changes();
    if (m_isApplying || !m_model.isCurrent() || !whyNot().isEmpty())
        return;
    m_isApplying = true;
    m_goesToUndo = m_effect->hasApplyFocus();
    showDecision();
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const QString done = tr("Applied: %1", "what").arg(presentation::carriedOutWords(changes, snapshot->state));
    const SuggestionId id = "simulator-" + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    presentation::submit(m_console.engine(), ApplySuggestion{id, presentation::actionsOf(changes, snapshot->state)}, AgentId{}, this,
                         [this, done](const engine::Answer &answer) {
                             m_isApplying = false;
                             if (!answer) {
                                 Q_EMIT failed(answer.error());
                                 return showDecision();
                             }
                             m_applied = answer->sequence;
                             Q_EMIT toastRequested(done, answer->sequence);
                             showDecision();
                         });
}

void SimulatorTab::undo()
{
    const auto command = presentation::undoOfAct(*m_console.engine().snapshot(), m_applied, m_console.now());
    if (!command) {
        Q_EMIT failed(command.error());
        return;
    }
    presentation::submit(m_console.engine(), *command, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(tr("Taken back."));
        else
            Q_EMIT failed(answer.error());
    });
    m_controls->enter();
}

} // namespace smartqueue::pages
