#pragma once

#include "setup_form.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace smartqueue::widgets {
class RankList;
}

namespace smartqueue::pages {

class SetupMinutesBox;

/// Name, promise and needed skills of one service.
class ServiceForm final : public SetupForm {
    Q_OBJECT
public:
    explicit ServiceForm(QWidget *parent = nullptr);

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
    Service drafted() const;

    Service m_service;
    QLineEdit *m_name;
    SetupMinutesBox *m_minutes;
    QLineEdit *m_skills;
    SetupFieldBox *m_nameField;
    SetupFieldBox *m_slaField;
    SetupFieldBox *m_skillsField;
};

/// The name of one counter; the list of counters belongs to the branch.
class CounterForm final : public SetupForm {
    Q_OBJECT
public:
    explicit CounterForm(QWidget *parent = nullptr);

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
    std::string m_known;
    QLineEdit *m_name;
    SetupFieldBox *m_nameField;
};

/// Name, skills and ranked queues of one agent.
class AgentForm final : public SetupForm {
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
    /// Locks the queues that the typed skills do not reach.
    void showQueues();

    Agent m_agent;
    QLineEdit *m_name;
    QLineEdit *m_skills;
    widgets::RankList *m_queues;
    SetupFieldBox *m_nameField;
    SetupFieldBox *m_skillsField;
    SetupFieldBox *m_queuesField;
};

} // namespace smartqueue::pages
