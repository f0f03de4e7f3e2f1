#pragma once

#include <smartqueue/presentation/twin_changes.h>

#include <QWidget>

class QComboBox;
class QSlider;

namespace smartqueue::widgets {
class AgentBoard;
class ChoiceGroup;
class LinkButton;
class TextLabel;
}

namespace smartqueue::pages {

/// The causes: who serves which queue, and what if. Shows what is tried and asks for something else; nothing changes by itself. GUI thread.
class SimulatorControls : public QWidget {
    Q_OBJECT
public:
    explicit SimulatorControls(QWidget *parent = nullptr);
    void show(const presentation::TwinChanges &changes, const engine::SharedSnapshot &snapshot);
    /// Takes the focus.
    void enter();

Q_SIGNALS:
    void changesRequested(const smartqueue::presentation::TwinChanges &changes);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeAgents();
    QWidget *makeWhatIf();
    void connectParts();
    void retranslate();
    void refresh();
    void showBoard();
    void showQueues();
    void showRule();
    void showRouting();
    QueueId ruleQueue() const;
    void move(AgentId agent, QueueId queue);
    void setRule(const QString &id);

    presentation::TwinChanges m_changes;
    engine::SharedSnapshot m_snapshot;
    bool m_isShowing = false;
    widgets::TextLabel *m_agentsTitle;
    widgets::TextLabel *m_agentsHint;
    widgets::AgentBoard *m_board;
    widgets::TextLabel *m_boardNote;
    widgets::TextLabel *m_whatIfTitle;
    widgets::LinkButton *m_reset;
    widgets::TextLabel *m_counterLabel;
    QComboBox *m_counter;
    widgets::TextLabel *m_arrivalsLabel;
    widgets::TextLabel *m_arrivalsValue;
    QSlider *m_arrivals;
    widgets::TextLabel *m_ruleLabel;
    QComboBox *m_ruleQueue;
    widgets::ChoiceGroup *m_rule;
    widgets::TextLabel *m_routingLabel;
    QComboBox *m_routing;
};

} // namespace smartqueue::pages
