#pragma once

#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/widgets/card.h>

class QComboBox;
class QListWidget;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// Nobody is signed in at this desk: who are you, and where do you sit?
class DeskSignIn : public widgets::Card {
    Q_OBJECT
public:
    explicit DeskSignIn(DeskController &desk, QWidget *parent = nullptr);
    void retranslate();
    void focusFirst();
    /// The person to be marked first, from last time.
    void suggest(AgentId agent);

Q_SIGNALS:
    /// There is no agent at all.
    void setupRequested();

private:
    void showFacts();
    void showChoice();
    void take();

    DeskController &m_desk;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_text;
    QListWidget *m_agents;
    widgets::TextLabel *m_counterHead;
    QComboBox *m_counter;
    widgets::ActionButton *m_signIn;
    widgets::ActionButton *m_setup;
    AgentId m_suggested;
};

} // namespace smartqueue::pages
