#include <smartqueue/pages/desk_controller.h>

#include <memory>
#include <utility>

#include <QUuid>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/engine/when_done.h>

namespace smartqueue::pages {

using presentation::DeskActions;

namespace {
/// Snapshots follow each other faster than eyes; this many milliseconds gather them.
constexpr auto gather = std::chrono::milliseconds(20);
} // namespace

DeskController::DeskController(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_outcome(QString::fromLatin1(presentation::outcomeDone))
    , m_run(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(gather);
    connect(&m_refreshSoon, &QTimer::timeout, this, &DeskController::refresh);
    connect(&engine, &engine::Engine::snapshotChanged, this, [this] {
        if (!m_refreshSoon.isActive())
            m_refreshSoon.start();
    });
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        refresh();
        Q_EMIT secondPassed();
    });
    m_second.start();
}

void DeskController::setAgent(AgentId agent)
{
    if (agent == m_agent)
        return;
    m_agent = agent;
    refresh();
    Q_EMIT agentChanged(agent);
}

bool DeskController::takesMainKey() const
{
    return m_facts.actions.main != DeskActions::Main::none && m_acting == 0
        && (!m_sinceMain.isValid() || m_sinceMain.elapsed() >= mainKeyRest.count());
}

void DeskController::actMain()
{
    if (!takesMainKey())
        return;
    m_sinceMain.start();
    switch (m_facts.actions.main) {
    case DeskActions::Main::callNext:
        submitMain(CallNext{m_agent});
        break;
    case DeskActions::Main::start:
        submitMain(StartService{m_agent});
        break;
    case DeskActions::Main::finish:
        submitMain(CompleteService{m_agent, m_outcome.toStdString()});
        break;
    case DeskActions::Main::finishAndCallNext:
        // Both at once: the engine keeps their order, and the customer does not wait for two round trips.
        {
            const auto finished = std::make_shared<bool>(true);
            submitMain(CompleteService{m_agent, m_outcome.toStdString()}, finished);
            submitMain(CallNext{m_agent}, finished);
        }
        break;
    case DeskActions::Main::none:
        break;
    }
}

void DeskController::recall()
{
    if (m_facts.actions.recall)
        submit(RecallTicket{m_agent});
}

void DeskController::markNoShow()
{
    if (m_facts.actions.noShow)
        submitMain(MarkNoShow{m_agent});
}

void DeskController::hold(const QString &reason)
{
    if (m_facts.actions.hold)
        submit(HoldTicket{m_agent, reason.trimmed().toStdString()});
}

void DeskController::resume(TicketId ticket)
{
    submit(ResumeTicket{m_agent, ticket});
}

void DeskController::transferTo(QueueId queue)
{
    if (m_facts.current)
        submit(TransferTicket{m_facts.current->id, queue, {}});
}

void DeskController::transferTo(AgentId agent)
{
    if (m_facts.current)
        submit(TransferTicket{m_facts.current->id, {}, agent});
}

void DeskController::toggleBreak(const QString &reason)
{
    if (m_facts.actions.resumeWork)
        submit(SetAgentStatus{m_agent, AgentStatus::available, {}});
    else if (m_facts.actions.pause)
        submit(SetAgentStatus{m_agent, AgentStatus::paused, reason.toStdString()});
}

void DeskController::undo(int steps)
{
    if (steps < 1 || !m_agent)
        return;
    submit(Undo{m_agent}, [this, steps](const engine::Receipt &receipt) {
        if (steps > 1)
            undo(steps - 1);
        else
            Q_EMIT undone(QString::fromStdString(receipt.number));
    });
}

void DeskController::signIn(AgentId agent, const QString &counter)
{
    setAgent(agent);
    submit(SignIn{agent, counter.trimmed().toStdString()});
}

void DeskController::signOut()
{
    submit(SignOut{m_agent});
}

void DeskController::saveNote(TicketId ticket, const QString &text)
{
    submit(SaveNote{ticket, text.toStdString()}, [this, ticket](const engine::Receipt &) { Q_EMIT noteSaved(ticket); });
}

std::vector<QueueId> DeskController::targetQueues() const
{
    if (!m_facts.current)
        return {};
    return presentation::ticketActions(*m_engine.snapshot(), m_facts.current->id, m_agent, now()).toQueues;
}

std::vector<AgentId> DeskController::targetAgents() const
{
    if (!m_facts.current)
        return {};
    return presentation::ticketActions(*m_engine.snapshot(), m_facts.current->id, m_agent, now()).toAgents;
}

Command DeskController::newCommand(CommandBody body)
{
    Command command;
    // The id makes a resend after a lost answer harmless.
    command.id = (m_run + QLatin1Char('-') + QString::number(++m_commands)).toStdString();
    command.isNew = true;
    command.body = std::move(body);
    command.actor = m_agent;
    return command;
}

void DeskController::submit(CommandBody body, OnAnswer onDone)
{
    engine::whenDone(m_engine.submit(newCommand(std::move(body))), this, [this, onDone = std::move(onDone)](const engine::Answer &answer) {
        if (!answer)
            Q_EMIT refused(answer.error());
        else if (onDone)
            onDone(*answer);
    });
}

void DeskController::submitMain(CommandBody body, std::shared_ptr<bool> chain)
{
    setActing(+1);
    engine::whenDone(m_engine.submit(newCommand(std::move(body))), this, [this, chain = std::move(chain)](const engine::Answer &answer) {
        refresh();
        setActing(-1);
        if (answer || (chain && !*chain))
            return;
        if (chain)
            *chain = false;
        if (answer.error().code == failures::nobodyWaiting)
            Q_EMIT nobodyWaiting();
        else
            Q_EMIT refused(answer.error());
    });
}

void DeskController::setActing(int change)
{
    const bool before = isActing();
    m_acting += change;
    if (before != isActing())
        Q_EMIT actingChanged(isActing());
}

void DeskController::refresh()
{
    m_refreshSoon.stop();
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    if (!snapshot)
        return;
    const TicketId before = m_facts.current ? m_facts.current->id : TicketId{};
    m_facts = presentation::deskFacts(*snapshot, m_agent, now());
    const TicketId after = m_facts.current ? m_facts.current->id : TicketId{};
    if (before != after)
        m_outcome = QString::fromLatin1(presentation::outcomeDone);
    Q_EMIT factsChanged();
}

} // namespace smartqueue::pages
