#pragma once

#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include <smartqueue/engine/engine.h>

namespace smartqueue::widgets {
class ActionButton;
class RankList;
class TextLabel;
}

namespace smartqueue::pages {

class AgentActs;

/// The agent's queues in the order of rank. What is ticked or moved is saved after a short pause, and can be taken back here.
class AgentQueuesBox : public QWidget {
    Q_OBJECT
public:
    /// How long a hand may rest between two moves of one change.
    static constexpr std::chrono::milliseconds savePause{600};

    AgentQueuesBox(engine::Engine &engine, AgentActs &acts, QWidget *parent = nullptr);

    /// Another agent, or the same one as the branch has them now. What was moved and is not saved yet is saved first.
    void showAgent(AgentId agent);
    void saveNow();
    void retranslate();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void fill();
    void take();
    void send(std::vector<Assignment> wanted, bool isUndo);
    void say(const QString &words);

    engine::Engine &m_engine;
    AgentActs &m_acts;
    AgentId m_agent;
    QTimer m_saveSoon;
    /// Sent, and not answered yet.
    int m_sending = 0;
    /// What Undo gives back.
    std::optional<std::vector<Assignment>> m_before;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_keys;
    widgets::RankList *m_queues;
    widgets::TextLabel *m_list;
    widgets::TextLabel *m_saved;
    widgets::ActionButton *m_undo;
};

} // namespace smartqueue::pages
