#pragma once

#include <vector>

#include <QDialog>

#include <smartqueue/engine/engine.h>

class QListWidget;

namespace smartqueue::widgets {
class ActionButton;
class SegmentedControl;
class TextLabel;
}

namespace smartqueue::pages {

/// Where to send a ticket: only queues and agents that may take it are offered.
class TransferDialog : public QDialog {
    Q_OBJECT
public:
    TransferDialog(const engine::SharedSnapshot &snapshot, const QString &number, std::vector<QueueId> queues,
                   std::vector<AgentId> agents, Instant now, QWidget *parent = nullptr);

Q_SIGNALS:
    void queueChosen(smartqueue::QueueId queue);
    void agentChosen(smartqueue::AgentId agent);

private:
    void fill();
    void take();

    engine::SharedSnapshot m_snapshot;
    std::vector<QueueId> m_queues;
    std::vector<AgentId> m_agents;
    Instant m_now;
    widgets::SegmentedControl *m_kind;
    QListWidget *m_list;
    widgets::TextLabel *m_none;
    widgets::ActionButton *m_send;
};

} // namespace smartqueue::pages
