#pragma once

#include <smartqueue/presentation/agent_history.h>
#include <smartqueue/presentation/agent_table_model.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class ActionButton;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

class AgentActs;
class AgentFiguresBox;
class AgentQueuesBox;

/// The chosen agent: how they stand, the ticket in their hand, their queues and figures, with what may be done pinned below.
class AgentPanel : public widgets::Card {
    Q_OBJECT
public:
    AgentPanel(presentation::Console &console, AgentActs &acts, const presentation::AgentHistory &history, QWidget *parent = nullptr);

    /// Nobody empties the panel.
    void showAgent(const presentation::AgentKey &key);
    const presentation::AgentKey &shown() const { return m_key; }
    /// Says it again: the branch, the time or the language moved on.
    void refresh();
    void focusFirst();
    void saveNow();
    void retranslate();

Q_SIGNALS:
    void editRequested(smartqueue::AgentId agent);

private:
    QWidget *makeHand();
    void showNobody();
    void showUser();
    void showStatus(const engine::BranchSnapshot &snapshot, const Agent &agent, Instant now);
    void showHand(const engine::BranchSnapshot &snapshot, const Agent &agent, Instant now);
    void openTakeOver();

    presentation::Console &m_console;
    AgentActs &m_acts;
    const presentation::AgentHistory &m_history;
    presentation::AgentKey m_key;
    widgets::TextLabel *m_name;
    widgets::Pill *m_pill;
    widgets::TextLabel *m_email;
    widgets::TextLabel *m_status;
    QWidget *m_facts;
    widgets::Card *m_hand;
    widgets::TextLabel *m_handHead;
    widgets::TextLabel *m_handTicket;
    widgets::TextLabel *m_handTime;
    widgets::ActionButton *m_takeOver;
    AgentQueuesBox *m_queues;
    AgentFiguresBox *m_figures;
    widgets::TextLabel *m_skillsHead;
    widgets::TextLabel *m_skills;
    widgets::TextLabel *m_costHead;
    widgets::TextLabel *m_cost;
    QWidget *m_actRow;
    widgets::TextLabel *m_signOutHint;
    widgets::ActionButton *m_edit;
    widgets::ActionButton *m_signOut;
    widgets::ActionButton *m_create;
};

} // namespace smartqueue::pages
