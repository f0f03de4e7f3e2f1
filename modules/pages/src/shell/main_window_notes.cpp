#include <algorithm>

#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/toast.h>

#include "smartqueue/pages/main_window.h"

namespace smartqueue::pages {

using namespace presentation;
using widgets::Icon;
using widgets::Tone;

void MainWindow::undo()
{
    // An agent's desk takes back the agent's own acts.
    if (Page *page = currentPage()) {
        const auto acts = page->findChildren<QAction *>();
        const auto own = std::find_if(acts.begin(), acts.end(), [](const QAction *act) {
            return act->objectName().endsWith(QLatin1String(".undo")) && act->isEnabled();
        });
        if (own != acts.end()) {
            (*own)->trigger();
            return;
        }
    }
    const auto command = ownUndo(*m_console.engine().snapshot(), m_console.now());
    if (!command) {
        showFailure(command.error());
        return;
    }
    submit(m_console.engine(), *command, AgentId{}, this, [this](const engine::Answer &answer) { tellUndone(answer); });
}

void MainWindow::undoAct(Sequence act)
{
    const auto command = undoOfAct(*m_console.engine().snapshot(), act, m_console.now());
    if (command)
        submit(m_console.engine(), *command, AgentId{}, this, [this](const engine::Answer &answer) { tellUndone(answer); });
    else
        showFailure(command.error());
}

void MainWindow::tellUndone(const engine::Answer &answer)
{
    if (answer)
        toast(answer->number.empty() ? tr("Taken back.") : tr("Taken back: ticket %1.").arg(QString::fromStdString(answer->number)));
    else
        showFailure(answer.error());
}

void MainWindow::takeEvents(const engine::SharedBatches &batches)
{
    for (const EventBatch &batch : *batches) {
        for (const Event &event : batch.events) {
            if (const auto *undone = std::get_if<ActionUndone>(&event))
                dropUndone(undone->undone);
        }
    }
}

void MainWindow::dropUndone(Sequence act)
{
    const auto shown = m_undoToasts.find(act);
    if (shown == m_undoToasts.end())
        return;
    if (shown->second)
        shown->second->dismiss();
    m_undoToasts.erase(shown);
}

void MainWindow::toast(const QString &text, Sequence act)
{
    const bool undoable = act > 0;
    auto *shown = m_toasts->show({text, undoable ? Icon::checkCircle : Icon::info, undoable ? Tone::good : Tone::neutral,
                                  undoable ? tr("Undo") : QString(), std::chrono::seconds(10)});
    if (!undoable)
        return;
    std::erase_if(m_undoToasts, [](const auto &each) { return each.second.isNull(); });
    m_undoToasts[act] = shown;
    connect(shown, &widgets::Toast::actionRequested, this, [this, act] { undoAct(act); });
}

QString MainWindow::demoSentence()
{
    return tr("Demo: invented people at thirty times the speed. In two minutes a queue gets into trouble; one suggestion relieves it.");
}

void MainWindow::explainDemo()
{
    m_toasts->show({demoSentence(), Icon::demo, Tone::accent, {}, std::chrono::seconds(20)});
}

void MainWindow::showFailure(const Failure &failure)
{
    m_toasts->show({words::failure(failure), Icon::warningTriangle, Tone::warning, {}, std::chrono::seconds(12)});
}

} // namespace smartqueue::pages
