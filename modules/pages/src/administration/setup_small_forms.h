#pragma once

#include "edit_form.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace smartqueue::pages {

class MinutesBox;

/// Name, promise and needed skills of one service.
class ServiceForm final : public EditForm {
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
    MinutesBox *m_minutes;
    QLineEdit *m_skills;
    FieldBox *m_nameField;
    FieldBox *m_slaField;
    FieldBox *m_skillsField;
};

/// The name of one counter; the list of counters belongs to the branch.
class CounterForm final : public EditForm {
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
    FieldBox *m_nameField;
};

} // namespace smartqueue::pages
