#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/desk_model.h>

namespace smartqueue::pages {

/// One agent's hands at one desk, shared by the desk page and the call bar: what is shown, and every act on its way to the
/// engine. Acts return at once; the answer shows as new facts or as refused(). GUI thread.
class DeskController : public QObject {
    Q_OBJECT
public:
    /// A second press of the main key within this is a slip of the finger, not a second customer.
    static constexpr std::chrono::milliseconds mainKeyRest{600};

    explicit DeskController(engine::Engine &engine, QObject *parent = nullptr);

    /// Whose desk this is; none: nobody has said so yet.
    void setAgent(AgentId agent);
    AgentId agent() const { return m_agent; }
    const presentation::DeskFacts &facts() const { return m_facts; }
    engine::Engine &engine() const { return m_engine; }
    Instant now() const { return m_engine.clock().now(); }

    /// The main act was pressed and its effect is not on the screen yet.
    bool isActing() const { return m_acting > 0; }
    /// Whether the main key would be taken now.
    bool takesMainKey() const;

    void setOutcome(const QString &outcome) { m_outcome = outcome; }
    QString outcome() const { return m_outcome; }

    /// F8: call next, start, finish, or finish and call next, whichever stands in the facts.
    void actMain();
    void recall();
    void markNoShow();
    void hold(const QString &reason);
    void resume(TicketId ticket);
    void transferTo(QueueId queue);
    void transferTo(AgentId agent);
    /// F6: into the break with its reason, arms it during service, or comes back.
    void toggleBreak(const QString &reason);
    /// Takes back the agent's newest acts, one after the other; stops at the first refusal.
    void undo(int steps = 1);
    void signIn(AgentId agent, const QString &counter);
    void signOut();
    void saveNote(TicketId ticket, const QString &text);

    /// Where the ticket in hand may be sent.
    std::vector<QueueId> targetQueues() const;
    std::vector<AgentId> targetAgents() const;
    /// Texts in the language of now.
    void retranslate() { refresh(); }

Q_SIGNALS:
    void factsChanged();
    /// Every second, for the timer and what runs out.
    void secondPassed();
    void actingChanged(bool acting);
    void refused(const smartqueue::Failure &failure);
    void nobodyWaiting();
    void undone(const QString &number);
    void noteSaved(smartqueue::TicketId ticket);
    void agentChanged(smartqueue::AgentId agent);

private:
    using OnAnswer = std::function<void(const engine::Receipt &)>;
    Command newCommand(CommandBody body);
    void submit(CommandBody body, OnAnswer onDone = {});
    /// Commands of one chain share `chain`: after one was refused the others' refusals say nothing new.
    void submitMain(CommandBody body, std::shared_ptr<bool> chain = {});
    void setActing(int change);
    void refresh();

    engine::Engine &m_engine;
    AgentId m_agent;
    presentation::DeskFacts m_facts;
    QString m_outcome;
    QElapsedTimer m_sinceMain;
    QTimer m_refreshSoon;
    QTimer m_second;
    int m_acting = 0;
    std::uint64_t m_commands = 0;
    QString m_run;
};

} // namespace smartqueue::pages
