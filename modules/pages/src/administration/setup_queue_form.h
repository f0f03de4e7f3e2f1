#pragma once

#include "edit_form.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace smartqueue::pages {

/// Name, service, who is called first, numbers, capacity and state of one queue.
class QueueForm final : public EditForm {
    Q_OBJECT
public:
    explicit QueueForm(QWidget *parent = nullptr);

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
    Queue drafted() const;

    Queue m_queue;
    QLineEdit *m_name;
    QComboBox *m_service;
    QComboBox *m_discipline;
    QLineEdit *m_prefix;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QCheckBox *m_limited;
    QSpinBox *m_capacity;
    QComboBox *m_status;
    FieldBox *m_nameField;
    FieldBox *m_serviceField;
    FieldBox *m_disciplineField;
    FieldBox *m_prefixField;
    FieldBox *m_numbersField;
    FieldBox *m_capacityField;
    FieldBox *m_statusField;
};

} // namespace smartqueue::pages
