#pragma once

#include "edit_form.h"

class QLineEdit;

namespace smartqueue::widgets {
class RankList;
}

namespace smartqueue::pages {

/// Name, skills, hourly cost and ranked queues of one agent.
class AgentForm final : public EditForm {
    Q_OBJECT
public:
    explicit AgentForm(QWidget *parent = nullptr);

    QString title() const override;
    CommandBody command() const override;
    std::optional<CommandBody> removal() const override;
    QString removalQuestion() const override;
    QWidget *firstField() const override;
    void retranslate() override;

protected:
    void fill() override;
    QList<presentation::FieldProblem> problems() const override;

private:
    Agent drafted() const;
    void sayWhoseName();
    /// Locks the queues that the typed skills do not reach.
    void showQueues();

    Agent m_agent;
    QLineEdit *m_name;
    QLineEdit *m_skills;
    QLineEdit *m_cost;
    widgets::RankList *m_queues;
    FieldBox *m_nameField;
    FieldBox *m_skillsField;
    FieldBox *m_costField;
    FieldBox *m_queuesField;
};

} // namespace smartqueue::pages
