#include "undo_toasts.h"

#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/toast.h>

namespace smartqueue::pages {

using widgets::Icon;
using widgets::Tone;

UndoToasts::UndoToasts(presentation::Console &console, widgets::ToastHost &host, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_host(host)
{
    connect(&console.engine(), &engine::Engine::eventsCommitted, this, &UndoToasts::takeEvents);
}

void UndoToasts::tell(const QString &text, Sequence act)
{
    if (act == 0) {
        m_host.show({text, Icon::info, Tone::neutral, {}, std::chrono::seconds(10)});
        return;
    }
    auto *shown = m_host.show({text, Icon::checkCircle, Tone::good, tr("Undo"), std::chrono::seconds(10), [this, act] { return canTakeBack(act); }});
    std::erase_if(m_offers, [](const auto &each) { return each.second.isNull(); });
    m_offers[act] = shown;
    connect(shown, &widgets::Toast::actionRequested, this,
            [this, act] { takeBack(presentation::undoOfAct(*m_console.engine().snapshot(), act, m_console.now())); });
}

void UndoToasts::takeBackNewest()
{
    takeBack(presentation::ownUndo(*m_console.engine().snapshot(), m_console.now()));
}

void UndoToasts::takeBack(const Result<Undo> &command)
{
    if (!command) {
        Q_EMIT failed(command.error());
        return;
    }
    presentation::submit(m_console.engine(), *command, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            tell(answer->number.empty() ? tr("Taken back.") : tr("Taken back: ticket %1.").arg(QString::fromStdString(answer->number)));
        else
            Q_EMIT failed(answer.error());
    });
}

bool UndoToasts::canTakeBack(Sequence act) const
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    // An answer may be here before the snapshot that shows what it did.
    return snapshot->state.sequence < act || presentation::undoOfAct(*snapshot, act, m_console.now()).has_value();
}

void UndoToasts::takeEvents(const engine::SharedBatches &batches)
{
    for (const EventBatch &batch : *batches) {
        for (const Event &event : batch.events) {
            if (const auto *undone = std::get_if<ActionUndone>(&event))
                drop(undone->undone);
        }
    }
}

void UndoToasts::drop(Sequence act)
{
    const auto offer = m_offers.find(act);
    if (offer == m_offers.end())
        return;
    const QPointer<widgets::Toast> toast = offer->second;
    m_offers.erase(offer);
    if (toast)
        toast->dismiss();
}

} // namespace smartqueue::pages
